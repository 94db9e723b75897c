"""Children that are forks: they end with `os._exit`, and never return into their parent's code."""

import os
import signal
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

DEADLINE_SECONDS = 120


def forked(log: Path, body: Callable[[], None], *closed: int) -> int:
    """Run `body` in a child whose words go to `log`; its exit code is 1 when it raises.

    `closed` are descriptors that belong to the parent alone.
    """
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        for descriptor in closed:
            os.close(descriptor)
        words = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        os.dup2(words, 1)
        os.dup2(words, 2)
        signal.alarm(DEADLINE_SECONDS)
        body()
        code = 0
    except BaseException:  # noqa: BLE001 - the exit code and the log tell it
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def ended(child: int) -> int:
    """Wait for a child; its exit code, or the number of the signal that ended it, negative."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
