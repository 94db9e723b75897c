"""`videogen list` as a whole process, against a Python that only imports SQLAlchemy."""

import shutil
import sys
import sysconfig

from benchmarks.figure import Figure, MeasurementError, Target, spread
from benchmarks.process import in_turns, median, run
from benchmarks.workplace import Workplace
from videogen_desktop.executable import own_command

_RUNS = 15
_TARGET = Target(ratio=1.4)


def measure(workplace: Workplace) -> list[Figure]:
    """Raises MeasurementError."""
    options = ("list", "--data-dir", str(workplace.library()))
    script = shutil.which("videogen", path=sysconfig.get_path("scripts"))
    ours = [script, *options] if script else own_command(*options)
    theirs = [sys.executable, "-c", "import sqlalchemy"]

    def listed() -> float:
        done = run(ours, workplace.environment)
        lines = len(done.output.splitlines())
        # A heading, and one line for each.
        if lines != workplace.videos + 1:
            raise MeasurementError(f"`videogen list` printed {lines} lines")
        return done.elapsed_ms

    def imported() -> float:
        return run(theirs, workplace.environment).elapsed_ms

    lists, imports = in_turns(listed, imported, _RUNS)
    return [
        Figure(
            name="videogen list",
            measured=median(lists),
            beside='python -c "import sqlalchemy"',
            beside_value=median(imports),
            target=_TARGET,
            runs=_RUNS,
            details={
                "videos": workplace.videos,
                "list": spread(lists),
                "import": spread(imports),
            },
        )
    ]
