"""Somebody at the program: starts it, sees its parts, points, clicks, types, pastes.

Never imports the program: it is started as a person does, from the folder of programs that
HANDS_PROGRAMS names (another checkout's `.venv/bin`, say), else this environment's own.
"""

import json
import os
import subprocess
import sysconfig
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

from PIL import Image

from tests.hands.desktop import PATIENCE, Desktop, Program, end, has_ended, wait_until
from tests.hands.reading import Box, Part, Reader

PROGRAMS = Path(os.environ.get("HANDS_PROGRAMS", sysconfig.get_path("scripts")))
# What stood still so long has been placed; seconds.
_STANDING = 0.05
# Not all that is waited for changes what the screen shows; seconds.
_LOOK_AGAIN = 0.05
QUICK = "--speed 20 --clip small"
Point = tuple[int, int]


_TALLEST_LINE = 60


class Person:
    """A context manager: the window is open in it, and ended with it."""

    def __init__(self, desktop: Desktop, data: Path, *options: str, **variables: str) -> None:
        self.desktop = desktop
        self.data = data
        self.programs = PROGRAMS
        self._options = options
        self._variables = {"VIDEOGEN_SANDBOX_ARGUMENTS": QUICK} | variables
        self.scale = float(desktop.environment.get("QT_SCALE_FACTOR", "1"))
        self._program: Program | None = None
        self._reader: Reader | None = None
        # Where everything was at the last look, with the moment since when; when that began.
        self._places: dict[str, tuple[Box, float]] = {}
        self._looked = 0.0
        # Everything that the hands did, by kind; letters of typed words are none of the keys.
        self._actions: Counter[str] = Counter()

    def __enter__(self) -> Self:
        try:
            self.start()
        except BaseException:
            self.leave()
            raise
        return self

    def __exit__(self, *_exception: object) -> None:
        self.leave()

    # --- the program -------------------------------------------------------------------------

    def start(self) -> None:
        """Start the window, and wait until its first part shows."""
        options = self._options
        if "--provider" not in options and "VIDEOGEN_API_BASE" not in self._variables:
            options = ("--provider", "sandbox", *options)
        program = str(self.programs / "videogen-desktop")
        command = (program, "--data-dir", str(self.data), *options)
        self._program = self.desktop.start(*command, variables=self._variables)
        bus = self.desktop.environment["DBUS_SESSION_BUS_ADDRESS"]
        self._reader = Reader(bus, self._program.pid, self.scale)
        wait_until(self.parts, "the window")

    def is_there(self) -> bool:
        """Whether the window is open."""
        return self._program is not None and self._program.poll() is None

    def leave(self) -> int:
        """Close the window from outside, as the end of a session does; its exit code."""
        if self._reader is not None:
            self._reader.close()
        if self._program is None:
            return 0
        program, self._program = self._program, None
        return end(program)

    def ended(self) -> int:
        """The exit code of a window that was closed by hand."""
        assert self._program is not None
        assert has_ended(self._program)
        return self.leave()

    def videogen(self, *words: str) -> str:
        """What the terminal program says about this library."""
        command = [str(self.programs / "videogen"), *words, "--data-dir", str(self.data)]
        environment = self.desktop.environment | self._variables
        done = subprocess.run(
            command, env=environment, capture_output=True, check=True, timeout=PATIENCE
        )
        return done.stdout.decode()

    def videos(self) -> list[dict[str, Any]]:
        """The library as the terminal lists it, the newest first."""
        listed: list[dict[str, Any]] = json.loads(self.videogen("list", "--json"))["videos"]
        return listed

    # --- what is seen ------------------------------------------------------------------------

    def parts(self) -> list[Part]:
        """Everything that shows, top down."""
        assert self._reader is not None
        assert self._program is not None
        assert self._program.poll() is None, f"the window ended: {self.desktop.log()}"
        looked = time.monotonic()
        parts = self._reader.parts()
        now = time.monotonic()
        before, self._looked = self._places, looked
        self._places = {
            part.address: before[part.address]
            if part.address in before and before[part.address][0] == part.box
            else (part.box, now)
            for part in parts
        }
        return parts

    def sees(self, name: str, role: str = "") -> Part | None:
        """The first part whose name has these words in it, if it shows now."""
        return next((part for part in self.parts() if _is(part, name, role)), None)

    def find(self, name: str, role: str = "") -> Part:
        """The same, as soon as it shows and stands still: the window manager moves a dialog right
        after it has appeared, and a click on where it was is nobody's."""

        def standing() -> Part | None:
            part = self.sees(name, role)
            return part if part is not None and self._stands(part) else None

        part: Part = self.until(standing, f"{role} {name!r}")
        return part

    def _stands(self, part: Part) -> bool:
        """Whether it is where it was a while ago: seen at an earlier look, or looked at again."""
        _box, since = self._places[part.address]
        # The time of a look is added: the longer that takes, the busier are all the others.
        rest = since + _STANDING - self._looked
        if rest <= 0:
            return True
        self.rest(rest)
        assert self._reader is not None
        return self._reader.box(part) == part.box

    def until_gone(self, name: str, role: str = "") -> None:
        """Wait until it shows no more; only of what has shown before."""
        self.until(lambda: self.sees(name, role) is None, f"{name!r} to go")

    def until(self, look: Callable[[], Any], what: str) -> Any:
        """What `look` sees, as soon as it is something; fails with all that shows instead."""
        shown = b""

        def watching() -> Any:
            nonlocal shown
            shown = self.desktop.pixels()
            return look()

        try:
            return wait_until(
                watching, what, lambda: self.desktop.wait_for_change(shown, _LOOK_AGAIN)
            )
        except AssertionError as error:
            picture = self.data.parent / "failed.png"
            self.picture().save(picture)
            texts = [self.text(part) for part in self.parts() if part.role == "text"]
            everything = "\n".join(map(str, self.parts()))
            raise AssertionError(f"{error}; {picture} shows\n{everything}\n{texts}") from None

    def text(self, part: Part) -> str:
        """What is written in an entry."""
        assert self._reader is not None
        return self._reader.text(part)

    def value(self, part: Part) -> float:
        """Where a slider stands."""
        assert self._reader is not None
        return self._reader.value(part)

    def focused(self) -> Part | None:
        """What has the keyboard; the innermost where parts stand within each other."""
        parts = self.parts()
        # A list's current item counts as focused also while the list is not.
        has_list = any(part.is_focused for part in parts if part.role == "list")
        found = [part for part in parts if part.is_focused and part.name]
        found = [part for part in found if has_list or part.role != "list item"]
        return found[-1] if found else None

    def frame(self) -> Part:
        """The main window."""
        return self.find("VideoGen", "frame")

    def cards(self) -> list[Part]:
        """The cards in sight, as a reader goes through them."""
        items = (part for part in self.parts() if part.role == "list item")
        # A row of the collections beside them is a line of text.
        return [part for part in items if part.box[3] > _TALLEST_LINE]

    def picture(self, box: Box | None = None) -> Image.Image:
        return self.desktop.picture(box)

    # --- the hands ---------------------------------------------------------------------------

    @contextmanager
    def counted(self) -> Iterator[Counter[str]]:
        """The actions within, once it is left: `clicks`, `drags`, `keys`, `turns` of the wheel.
        Letters of typed words are not among them; what is pasted is one key."""
        before, actions = self._actions.copy(), Counter[str]()
        yield actions
        actions.update(self._actions - before)

    def point(self, place: Part | Point) -> None:
        """Move the pointer there, over what lies between, as a hand does."""
        x, y = place.middle if isinstance(place, Part) else place
        at = self.desktop.ask("xdotool", "getmouselocation", "--shell")
        where = dict(line.split("=") for line in at.splitlines())
        from_x, from_y = int(where["X"]), int(where["Y"])
        words: list[str] = []
        for step in range(1, 6):
            words += ["mousemove", str(from_x + (x - from_x) * step // 5)]
            words += [str(from_y + (y - from_y) * step // 5), "sleep", "0.008"]
        self._do(*words)

    def click(self, place: Part | Point, *held: str, times: int = 1, button: int = 1) -> None:
        """Click there, with these keys held down."""
        self.point(place)
        down = [word for key in held for word in ("keydown", key)]
        up = [word for key in held for word in ("keyup", key)]
        # The last click of a number is also followed by its delay.
        self._actions["clicks"] += times
        clicks = ["click", "--repeat", str(times), "--delay", "60"] if times > 1 else ["click"]
        self._do(*down, *clicks, str(button), *up)

    def drag(self, start: Part | Point, goal: Part | Point) -> None:
        """Press there, move slowly, and let go over the goal."""
        self._actions["drags"] += 1
        self.point(start)
        self._do("mousedown", "1")
        x, y = start.middle if isinstance(start, Part) else start
        # A little first: what is dragged has to notice that it is.
        for near in (4, 9, 16, 24):
            self._do("mousemove", str(x + near), str(y + near), "sleep", "0.03")
        self.point(goal)
        self._do("sleep", "0.1", "mousemove_relative", "1", "1", "sleep", "0.1", "mouseup", "1")

    def press(self, *keys: str) -> None:
        """Press keys one after the other, by their names in X: `Return`, `ctrl+z`."""
        self._actions["keys"] += len(keys)
        for key in keys:
            self._do("key", "--delay", "20", key)

    def type(self, text: str) -> None:
        """Type on a keyboard that also has ă â ê ô ơ ư đ."""
        self._do("type", "--delay", "12", text)

    def paste(self, text: str) -> None:
        """Press Ctrl+V, with this text on the clipboard."""
        self.copy_elsewhere(text)
        self.press("ctrl+v")

    def copy_elsewhere(self, text: str) -> None:
        """Put the text on the clipboard, as another program does: no action at this one."""
        # What it does stays the clipboard's owner in the background until the desktop ends.
        copy = self.desktop.start("xclip", "-selection", "clipboard", "-in", "-quiet")
        assert copy.stdin is not None
        copy.stdin.write(text.encode())
        copy.stdin.close()
        copied = ("xclip", "-selection", "clipboard", "-out")
        wait_until(lambda: self.desktop.ask(*copied) == text.strip(), "the clipboard")

    def paste_picture(self, picture: Path) -> None:
        """Put a PNG on the clipboard, as another program does, and press Ctrl+V."""
        kind = ("-selection", "clipboard", "-target", "image/png")
        self.desktop.start("xclip", *kind, "-in", "-quiet", str(picture))
        targets = ("xclip", "-selection", "clipboard", "-target", "TARGETS", "-out")
        wait_until(lambda: "image/png" in self.desktop.ask(*targets), "the clipboard")
        self.press("ctrl+v")

    def wheel(self, place: Part | Point, turns: int, *held: str) -> None:
        """Turn the wheel there, with these keys held down; up by a negative number."""
        self.point(place)
        down = [word for key in held for word in ("keydown", key)]
        up = [word for key in held for word in ("keyup", key)]
        button = "5" if turns > 0 else "4"
        self._actions["turns"] += abs(turns)
        self._do(*down, "click", "--repeat", str(abs(turns)), "--delay", "30", button, *up)

    def _do(self, *words: str) -> None:
        # Its closed output tells of its end at once; without one, `run` looks again and again.
        subprocess.run(
            ("xdotool", *words),
            env=self.desktop.environment,
            check=True,
            stdout=subprocess.PIPE,
            timeout=PATIENCE,
        )

    def rest(self, seconds: float) -> None:
        """Let time go by in which nothing is to happen."""
        time.sleep(seconds)


def _is(part: Part, name: str, role: str) -> bool:
    return name in part.name and (not role or part.role == role)
