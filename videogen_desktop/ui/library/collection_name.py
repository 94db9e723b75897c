"""A collection's name, as long as it is shown."""

from videogen_desktop.domain.text import shortened

LONGEST_SHOWN = 40


def shown_name(name: str) -> str:
    return shortened(name, LONGEST_SHOWN)
