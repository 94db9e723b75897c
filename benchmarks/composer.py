"""A change of model in the form, beside making as many bare buttons."""

from benchmarks.figure import Figure, Target
from benchmarks.process import inside
from benchmarks.workplace import Workplace

_CHANGE = Target(extra=16)


def measure(workplace: Workplace) -> list[Figure]:
    """Raises MeasurementError."""
    changes = workplace.count(200, 20)
    run = inside("composer", ("--changes", changes), workplace.without_screen)
    return [
        Figure(
            name=f"composer: change of model, {name}",
            measured=run[f"{key}_ms"],
            beside=f"making {run['buttons']} bare buttons",
            beside_value=run["bare_ms"],
            target=_CHANGE,
            runs=changes,
            details={"worst_ms": run[f"{key}_worst_ms"]},
        )
        for key, name in (("closed", "its row"), ("opened", "with its advanced choices"))
    ]
