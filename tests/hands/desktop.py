"""A desktop of its own for one test: X server, window manager, session and accessibility bus.

Nothing of it is shared: two runs side by side have two displays and two buses. Everything that is
started stays in this process's group (what ends the run from outside reaches it too), and is ended
by its own process id.
"""

import mmap
import os
import select
import shutil
import struct
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from pathlib import Path
from types import MappingProxyType
from typing import IO, Self, TypeVar

from PIL import Image

from tests.hands.reading import Box

# Far beyond the longest wait of a loaded machine: what is awaited comes in moments, or never.
PATIENCE = 30.0
# What a desktop's panel takes of the lower edge.
PANEL = 40
_ACCESSIBILITY = "/usr/libexec/at-spi-bus-launcher"
# Clicking raises and focuses; the margin is the panel. Keys are the program's own.
_WINDOW_MANAGER = f"""<openbox_config xmlns="http://openbox.org/3.4/rc">
<focus><focusNew>yes</focusNew></focus>
<placement><policy>Smart</policy></placement>
<theme><name>Clearlooks</name></theme>
<desktops><number>1</number></desktops>
<margins><top>0</top><bottom>{PANEL}</bottom><left>0</left><right>0</right></margins>
<mouse><context name="Client"><mousebind button="Left" action="Press">
<action name="Focus"/><action name="Raise"/></mousebind></context></mouse>
</openbox_config>"""

Found = TypeVar("Found")


def wait_until(
    look: Callable[[], Found], what: str, pause: Callable[[], object] = lambda: time.sleep(0.02)
) -> Found:
    """What `look` finds, as soon as it is something; an AssertionError after the patience."""
    end = time.monotonic() + PATIENCE
    while not (found := look()):
        assert time.monotonic() < end, f"waited in vain: {what}"
        pause()
    return found


class Desktop:
    """A context manager. `environment` is what a program of this desktop is started with."""

    def __init__(
        self, width: int, height: int, variables: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        self.width, self.height = width, height
        self.middle = width // 2, height // 2
        self._stack = ExitStack()
        self._variables = variables
        self.environment: dict[str, str] = {}

    def __enter__(self) -> Self:
        # A short path: the address of a socket has no room for pytest's.
        self.folder = Path(tempfile.mkdtemp(prefix="hands-"))
        self._stack.callback(shutil.rmtree, self.folder, ignore_errors=True)
        try:
            self._start()
        except BaseException:
            self._stack.close()
            raise
        return self

    def __exit__(self, *_exception: object) -> None:
        self._stack.close()

    def _start(self) -> None:
        self.environment = self._own_environment()
        self._log = self._stack.enter_context((self.folder / "log.txt").open("wb"))
        bus = self.start(
            "dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address", reads=True
        )
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = _line(bus)
        self._start_screen()
        # As a desktop with a screen reader: the names of things are how a test finds them.
        self.start(_ACCESSIBILITY, "--launch-immediately", "--a11y=1", "--screen-reader=1")
        (self.folder / "rc.xml").write_text(_WINDOW_MANAGER)
        self.start("openbox", "--config-file", str(self.folder / "rc.xml"))
        wait_until(lambda: self.ask("xdotool", "get_desktop"), "the window manager")

    def _own_environment(self) -> dict[str, str]:
        for name in ("home", "run", "screen"):
            (self.folder / name).mkdir(mode=0o700)
        foreign = ("QT_", "XDG_", "VIDEOGEN_", "LC_", "GTK_", "WAYLAND_", "PYTEST_")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(foreign)}
        return kept | {
            "HOME": str(self.folder / "home"),
            "XDG_RUNTIME_DIR": str(self.folder / "run"),
            "QT_QPA_PLATFORM": "xcb",
            "LANG": "C.UTF-8",
            **self._variables,
        }

    def _start_screen(self) -> None:
        size = f"{self.width}x{self.height}x24"
        screen = self.start(
            *("Xvfb", "-displayfd", "1", "-screen", "0", size, "-nolisten", "tcp", "-noreset"),
            *("-fbdir", str(self.folder / "screen")),
            reads=True,
        )
        self.environment["DISPLAY"] = f":{_line(screen)}"
        with (self.folder / "screen" / "Xvfb_screen0").open("rb") as file:
            self._frame = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._stack.callback(self._frame.close)
        # Vietnamese letters have keys of their own: xdotool would move them onto others in passing,
        # and a busy program looks too late.
        self.ask("setxkbmap", "us,vn")
        # The format of xwd: a header, a table of colours, then rows of four bytes a pixel.
        header = struct.unpack(">25I", self._frame[:100])
        self._stride, self._pixels = header[12], header[0] + 12 * header[19]

    # --- programs ----------------------------------------------------------------------------

    def start(
        self,
        *command: str,
        reads: bool = False,
        variables: Mapping[str, str] = MappingProxyType({}),
    ) -> "Program":
        """Start a program on this desktop; it is ended with the desktop, if not before."""
        process = subprocess.Popen(
            command,
            env={**self.environment, **variables},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE if reads else self._log,
            stderr=self._log,
        )
        self._stack.callback(end, process)
        return process

    def ask(self, *command: str, said: bytes = b"") -> str:
        """What a short program prints; empty where it fails."""
        done = subprocess.run(
            command,
            env=self.environment,
            input=said,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
        )
        # A clipboard may still hold the picture of the walk before.
        return done.stdout.decode(errors="replace").strip() if done.returncode == 0 else ""

    def log(self) -> str:
        """What programs of this desktop have said on their standard error."""
        return (self.folder / "log.txt").read_text("utf-8", errors="replace")

    # --- what is seen ------------------------------------------------------------------------

    def pixels(self) -> bytes:
        """All that the screen shows, to compare."""
        return self._frame[self._pixels : self._pixels + self._stride * self.height]

    def wait_for_change(self, before: bytes, seconds: float) -> None:
        """Until the screen shows something else than before, but no longer than this."""
        end = time.monotonic() + seconds
        time.sleep(0.01)
        while time.monotonic() < end and self.pixels() == before:
            time.sleep(0.01)

    def picture(self, box: Box | None = None) -> Image.Image:
        """What the screen shows, or what a part of it does."""
        whole = Image.frombuffer(
            "RGB",
            (self.width, self.height),
            self.pixels(),
            *("raw", "BGRX", self._stride, 1),
        )
        if box is None:
            return whole
        left, top, width, height = box
        return whole.crop((left, top, left + width, top + height))


Program = subprocess.Popen[bytes]


def _line(program: Program) -> str:
    output: IO[bytes] | None = program.stdout
    line = b"" if output is None else output.readline()
    assert line, f"{program.args!r} did not start"
    return line.decode().strip()


def end(program: Program, seconds: float = PATIENCE) -> int:
    """Ask it to end, and end it where it does not."""
    for stream in (program.stdin, program.stdout):
        if stream is not None:
            stream.close()
    if program.poll() is None:
        program.terminate()
    if not has_ended(program, seconds):
        program.kill()
    return program.wait()


def has_ended(program: Program, seconds: float = PATIENCE) -> bool:
    """Wait for its end; `Popen.wait` with a time looks only twenty times a second."""
    if program.poll() is None:
        process = os.pidfd_open(program.pid)
        try:
            select.select([process], [], [], seconds)
        finally:
            os.close(process)
    return program.poll() is not None
