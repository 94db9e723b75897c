"""Our own program as a quick child: forked from one process that has imported everything."""

import contextlib
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from videogen_desktop.executable import own_command

PLUGINS = Path(__file__).parent
SECONDS_TO_END = 10

OwnCommand = Callable[..., list[str]]


@pytest.fixture(scope="session")
def warm_command() -> Iterator[OwnCommand]:
    """What `own_command` promises, about half a second sooner.

    The process that is started stands for the program: a signal reaches only the stand-in (the
    program is killed with it). Where there is no fork this is `own_command` itself.
    """
    if sys.platform == "win32":
        yield own_command
        return
    with contextlib.ExitStack() as undo:
        folder = undo.enter_context(tempfile.TemporaryDirectory(prefix="warm-"))
        listener = undo.enter_context(socket.socket(socket.AF_UNIX))
        address = str(Path(folder) / "host")
        listener.bind(address)
        listener.listen(64)
        host = undo.enter_context(
            subprocess.Popen(
                [sys.executable, "-P", PLUGINS / "warm_host.py", str(listener.fileno())],
                stdin=subprocess.PIPE,
                pass_fds=[listener.fileno()],
            )
        )
        # Nothing of the environment or the installed packages: that is what makes it quick.
        start = [sys.executable, "-I", "-S", str(PLUGINS / "warm_start.py"), address]
        yield lambda *arguments: [*start, *arguments]
        host.communicate(timeout=SECONDS_TO_END)
