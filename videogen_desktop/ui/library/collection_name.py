"""A collection's name, as long as it is shown."""

LONGEST_SHOWN = 40


def shown_name(name: str) -> str:
    return name if len(name) <= LONGEST_SHOWN else name[: LONGEST_SHOWN - 1] + "…"
