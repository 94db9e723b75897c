"""The two real processes of a case: a window's engine, and `videogen generate` beside it."""

import asyncio
import json
import os
import signal
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from tests.kill_matrix import hooks
from tests.kill_matrix.engine_run import arrange
from tests.kill_matrix.forking import forked
from tests.kill_matrix.points import Point, Points
from tests.kill_matrix.replacing import replace_in
from tests.kill_matrix.world import World
from tests.requests import SANDBOX_WALLET
from videogen_desktop.cli.main import main
from videogen_desktop.domain.errors import EngineLockedError
from videogen_desktop.engine import starting
from videogen_desktop.engine.opening import EngineOptions, open_engine
from videogen_desktop.media.client import MediaHelper
from videogen_desktop.services import handover_requester, handovers, wallet_engine
from videogen_desktop.services.wallet_engine import WalletEngine
from videogen_desktop.services.wallets import WalletChoice
from videogen_desktop.storage.database import Database
from videogen_desktop.storage.directories import directories

PROMPT = "Một con mèo chơi với cuộn len"
# A process that neither ends nor stops within this time hangs.
SECONDS_TO_END = 60
_LOOK_SECONDS = 0.01
_OPENED = Point("the window is open", 1)
# What a terminal waits for an engine that does not take its request, and for a locked library.
_LOOK_EVERY_SECONDS = 0.02
_TAKEN_SECONDS = 0.5
_BUSY_MS = 300
# What a helper may take for a job: it shares two processors with much else.
_HELPER_MS = 5_000

Install = Callable[[Points, World], None]


@dataclass(frozen=True, slots=True)
class Answer:
    """How a terminal ended, and everything that it said."""

    code: int
    out: str
    err: str

    @property
    def object(self) -> dict[str, Any]:
        """Its one JSON object. Raises ValueError where there is none."""
        said: dict[str, Any] = json.loads(self.out)
        return said


class Party:
    """One process of a case. At `at` it gets the signal `fate`, by its own hand."""

    def __init__(
        self,
        world: World,
        name: str,
        body: Callable[[World, Path], None],
        at: Point | None = None,
        fate: signal.Signals = signal.SIGKILL,
        install: Install | None = None,
    ) -> None:
        self._notes = world.folder / f"{name}.notes"
        self.log = world.folder / f"{name}.log"
        self._out = world.folder / f"{name}.out"
        self._is_stopped = False
        self._code: int | None = None

        def be() -> None:
            notes = os.open(self._notes, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
            (install or _as_engine)(Points(notes, at, fate), world)
            body(world, self._out)

        self._pid = forked(self.log, be)

    def reached(self) -> tuple[Point, ...]:
        """What it has noted so far: every point, or the one where it met its fate."""
        if not self._notes.exists():
            return ()
        lines = self._notes.read_text(encoding="utf-8").splitlines()
        return tuple(Point(*json.loads(line)) for line in lines)

    def tell(self, number: signal.Signals) -> None:
        """Send it a signal, unless it has ended."""
        if self._code is None:
            os.kill(self._pid, number)

    def stopped_or_ended(self, seconds: float = SECONDS_TO_END) -> bool:
        """Wait until it is stopped or has ended; false when it still runs after that time."""
        return self._until(lambda: self._is_stopped or self._code is not None, seconds)

    def ended(self, seconds: float = SECONDS_TO_END) -> bool:
        """Wait for its end; false when it still runs (or is stopped) after that time."""
        return self._until(lambda: self._code is not None, seconds)

    @property
    def pid(self) -> int:
        """Its process; of another one once it has ended."""
        return self._pid

    @property
    def code(self) -> int | None:
        """Its exit code; the number of the signal that ended it, negative; None while it runs."""
        return self._code

    def go_on(self) -> None:
        """Wake it."""
        self._is_stopped = False
        self.tell(signal.SIGCONT)

    def answer(self) -> Answer:
        """What a terminal that has ended said."""
        assert self._code is not None
        out = self._out.read_text(encoding="utf-8") if self._out.exists() else ""
        return Answer(self._code, out, self.log.read_text(encoding="utf-8"))

    def _until(self, true: Callable[[], bool], seconds: float) -> bool:
        deadline = time.monotonic() + seconds
        while not true():
            pid, status = os.waitpid(self._pid, os.WNOHANG | os.WUNTRACED)
            if pid and os.WIFSTOPPED(status):
                self._is_stopped = True
            elif pid:
                self._code = os.waitstatus_to_exitcode(status)
            elif time.monotonic() > deadline:
                return False
            else:
                time.sleep(_LOOK_SECONDS)
        return True


def window(
    world: World, at: Point | None = None, fate: signal.Signals = signal.SIGKILL, name: str = "1"
) -> Party:
    """The engine that a window runs, on the way there and open; SIGTERM closes it in order."""
    return Party(world, f"window {name}", _be_window, at, fate)


def terminal(
    world: World,
    at: Point | None = None,
    fate: signal.Signals = signal.SIGKILL,
    words: Sequence[str] = ("generate", PROMPT, "--yes", "--json"),
    name: str = "terminal",
) -> Party:
    """`videogen` with these words; SIGINT is its Ctrl+C."""
    return Party(world, name, lambda world, out: _be_terminal(world, out, words), at, fate)


def is_open(world: World, name: str = "1") -> bool:
    """Whether this window has its library and takes requests."""
    return (world.folder / f"window {name} is open").exists()


def _be_window(world: World, out: Path) -> None:
    asyncio.run(_windowed(world, out.with_name(f"{out.stem} is open")))


async def _windowed(world: World, is_open: Path) -> None:
    closing = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, closing.set)
    opened = await _opened(world, closing)
    if opened is None:
        return
    is_open.touch()
    await closing.wait()
    await opened.close()


async def _opened(world: World, closing: asyncio.Event) -> WalletEngine | None:
    """As the window does: while another process has the engine it tries again."""
    options = EngineOptions(
        directories(world.data), WalletChoice(SANDBOX_WALLET), takes_requests=True
    )
    while not closing.is_set():
        try:
            return await open_engine(options, lambda _event: None)
        except EngineLockedError:
            await asyncio.sleep(_LOOK_EVERY_SECONDS)
    return None


def _be_terminal(world: World, out: Path, words: Sequence[str]) -> None:
    os.environ["VIDEOGEN_DATA_DIR"] = str(world.data)
    os.dup2(os.open(out, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 1)
    sys.argv = ["videogen", *words, "--provider", "sandbox"]
    # With the process's own arguments: only then it is the only one here that signals end.
    os._exit(main())


def _as_engine(points: Points, world: World) -> None:
    hooks.install(points, world.data)
    arrange(world, is_told=True)
    _hurry()


def _hurry() -> None:
    replace_in(wallet_engine, SEND_GRACE_MS=500)
    replace_in(starting, MediaHelper=partial(MediaHelper, job_deadline_ms=_HELPER_MS))
    replace_in(handovers, TELL_AGAIN_MS=200)
    replace_in(
        handover_requester,
        _LOOK_EVERY_SECONDS=_LOOK_EVERY_SECONDS,
        _TAKEN_SECONDS=_TAKEN_SECONDS,
        _TAKE_BACK_SECONDS=_TAKEN_SECONDS,
        _BUSY_MS=_BUSY_MS,
    )
    replace_in(Database.__init__, __kwdefaults__={"busy_timeout_ms": _BUSY_MS})
