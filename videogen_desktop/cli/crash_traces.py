"""A crash of the interpreter, and failures that nobody can catch, leave a trace beside the log."""

import contextlib
import faulthandler
import logging
import sys
from collections.abc import Iterator
from pathlib import Path

from videogen_desktop.storage.private_paths import private_file

CRASH_NAME = "crash.txt"
_LARGEST_BYTES = 200_000

_log = logging.getLogger(__name__)


@contextlib.contextmanager
def crashes_traced_in(folder: Path) -> Iterator[None]:
    """Until the block ends, in `folder`: the stacks of all threads when a library below Python
    takes the process down, and in the log what failed where nobody could catch it.

    The stacks name files, lines and functions, and no values. Main thread, or any before others
    run. A debugger, a test runner or PYTHONFAULTHANDLER keeps what it set up itself.
    """
    with contextlib.ExitStack() as installed:
        if not faulthandler.is_enabled():
            _trace_into(folder / CRASH_NAME, installed)
        if sys.unraisablehook is sys.__unraisablehook__:
            sys.unraisablehook = log_unraisable
            installed.callback(_give_back_hook)
        yield


def log_unraisable(failure: "sys.UnraisableHookArgs") -> None:
    """Log what failed in a finalizer or a callback that has no caller. Any thread."""
    # Not the object itself: its text may hold what no log may.
    owner = getattr(failure.object, "__qualname__", type(failure.object).__name__)
    _log.error("nobody could catch it in %s", owner, exc_info=failure.exc_value)


def _trace_into(path: Path, installed: contextlib.ExitStack) -> None:
    try:
        is_long = path.exists() and path.stat().st_size > _LARGEST_BYTES
        # Several processes may write here: each of them adds, and none takes away while it can.
        private_file(path)
        file = installed.enter_context(path.open("wb" if is_long else "ab"))
    except OSError:
        return
    faulthandler.enable(file)
    installed.callback(faulthandler.disable)


def _give_back_hook() -> None:
    if sys.unraisablehook is log_unraisable:
        sys.unraisablehook = sys.__unraisablehook__
