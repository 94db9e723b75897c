"""Files replaced, moved and removed although another program holds them open for a moment.

Windows refuses all three meanwhile, and virus scanners, indexers and players look into every new
file; elsewhere nobody is in the way.
"""

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

_Result = TypeVar("_Result")
# One second in all, and most often the first of them is enough.
PAUSES_SECONDS = (0.01, 0.03, 0.06, 0.1, 0.2, 0.3, 0.3) if sys.platform == "win32" else ()


def replace(part: Path, target: Path) -> None:
    """Give the file its new name, in one step and in place of what has it. Blocks; raises OSError.

    So is a file moved into another folder of the same disk.
    """
    once_let_go(lambda: part.replace(target))


def remove(path: Path) -> None:
    """Remove the file; one that is gone already is fine. Blocks; raises OSError."""
    once_let_go(lambda: path.unlink(missing_ok=True))


def once_let_go(
    act: Callable[[], _Result],
    pauses_seconds: Sequence[float] = PAUSES_SECONDS,
    sleep: Callable[[float], None] = time.sleep,
) -> _Result:
    """What `act` returns, tried again after each pause in which others may let go of its files.

    Raises what it raises at last, and at once what is no matter of rights.
    """
    for pause in pauses_seconds:
        try:
            return act()
        except PermissionError:
            sleep(pause)
    return act()
