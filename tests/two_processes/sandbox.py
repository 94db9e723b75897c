"""The provider of a case: a real sandbox, whose books are the truth; it may meet a fate too."""

import os
import signal
import time
from pathlib import Path
from typing import Any

from starlette.applications import Starlette

from tests.kill_matrix.points import Point, Points
from tests.kill_matrix.replacing import replace_in
from tests.kill_matrix.sandbox_run import run_sandbox
from tests.kill_matrix.world import World
from tests.two_processes.parties import SECONDS_TO_END, Party


def sandbox(
    world: World,
    clip: Path,
    at: Point | None,
    fate: signal.Signals = signal.SIGKILL,
    name: str = "1",
) -> tuple[Party, str]:
    """A sandbox over the case's books, and its announcement."""
    said = world.folder / f"sandbox {name}.said"

    def be(world: World, _out: Path) -> None:
        run_sandbox(world.state, clip, (), os.open(said, os.O_WRONLY | os.O_CREAT))

    running = Party(world, f"sandbox {name}", be, at, fate, _hook_requests)
    deadline = time.monotonic() + SECONDS_TO_END
    while not (said.exists() and said.read_text(encoding="utf-8")):
        assert not running.ended(0.01), running.log.read_text(encoding="utf-8")
        assert time.monotonic() < deadline
    return running, said.read_text(encoding="utf-8")


def _hook_requests(points: Points, _world: World) -> None:
    """Before a request is looked at, before its answer leaves, and after."""
    serve = Starlette.__call__

    async def served(self: Starlette, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await serve(self, scope, receive, send)
            return
        what = f"{scope['method']} {'/'.join(scope['path'].split('/')[:5])}"

        async def sent(message: Any) -> None:
            if message["type"] == "http.response.start":
                points.reach(f"before the answer to {what}")
            await send(message)

        points.reach(f"before {what}")
        await serve(self, scope, receive, sent)
        points.reach(f"after {what}")

    replace_in(Starlette, __call__=served)
