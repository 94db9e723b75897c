"""Players, threads and memory after 500 cards that were hovered and played in a row."""

from benchmarks.figure import Figure, MeasurementError, Target, Unit
from benchmarks.process import inside
from benchmarks.workplace import Workplace

_RUNS = 3
_VIDEOS, _VIDEOS_QUICK = 10_000, 100
_CARDS, _CARDS_QUICK = 500, 6
_EARLY, _EARLY_QUICK = 20, 3
_SECONDS_AT_MOST = 240.0
_PLAYERS = Target(extra=2)
_STAYS = Target(ratio=1.05)


def measure(workplace: Workplace) -> list[Figure]:
    """Raises MeasurementError."""
    cards = workplace.count(_CARDS, _CARDS_QUICK)
    early = workplace.count(_EARLY, _EARLY_QUICK)
    library = workplace.library(workplace.count(_VIDEOS, _VIDEOS_QUICK))
    arguments = (library, "--cards", cards, "--early", early)
    runs = [
        inside("playing", arguments, workplace.without_screen, _SECONDS_AT_MOST)
        for _ in range(workplace.count(_RUNS, 1))
    ]
    if any(run["played"] < cards for run in runs):
        raise MeasurementError(f"fewer than {cards} cards could be played")
    figures = []
    for key, unit, target in (
        ("players", Unit.COUNT, _PLAYERS),
        ("threads", Unit.COUNT, _STAYS),
        ("memory_mb", Unit.MEGABYTES, _STAYS),
    ):
        best = min(runs, key=lambda run: float(run["late"][key]) / float(run["early"][key]))
        figures.append(
            Figure(
                name=f"{key.removesuffix('_mb')} after playing {cards} cards",
                measured=best["late"][key],
                beside=f"after {early}",
                beside_value=best["early"][key],
                target=target,
                runs=len(runs),
                unit=unit,
                details={"runs": runs},
            )
        )
    return figures
