"""One sandbox of a case: the real one, with a clock that only readings of records turn."""

import os
import shutil
import time
from collections.abc import Sequence
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from tests.kill_matrix.replacing import replace_in
from videogen_desktop.resources import resource_path
from videogen_desktop.sandbox import application, creation, encode, server
from videogen_desktop.sandbox.clip_plan import usual_plan
from videogen_desktop.sandbox.records import Timeline
from videogen_desktop.sandbox.settings import SandboxSettings
from videogen_desktop.sandbox.status import Status

_FONT = "fonts/BeVietnamPro-SemiBold.ttf"
_STEP_MS = 100
# Not to be seen yet, waiting, queuing, generating twice, over: one step for each reading.
_VISIBLE, _QUEUED, _GENERATING, _OVER = 150, 250, 350, 550
# In the past, so that the file host knows every task that has ended as ended.
_AGO_MS = 60_000
_NO_LIMIT = 1_000_000


def draw_clip(path: Path) -> None:
    """The one clip that every sandbox here serves."""
    plan = usual_plan("Một con mèo", "landscape", "small")
    encode.write_clip(path, plan, font_path=resource_path(_FONT), stop=lambda: False)


def run_sandbox(state: Path, clip: Path, faults: Sequence[str], announce: int) -> None:
    """Be the sandbox until this process is killed; its announcement goes to `announce`."""

    def say(line: str) -> None:
        os.write(announce, line.encode())
        os.close(announce)

    _tame(clip)
    settings = SandboxSettings(
        state,
        resource_path(_FONT),
        resource_path("models"),
        clip="small",
        faults=tuple(faults),
        announce=say,
    )
    server.run_sandbox(settings)


def _tame(clip: Path) -> None:
    now = time.time_ns() // 1_000_000 - _AGO_MS
    answer, credit = Status.answer, application.Api.credit

    def turned(self: Status, task_id: str, _now: int) -> Response:
        nonlocal now
        now += _STEP_MS
        return answer(self, task_id, now)

    async def charged(self: application.Api, request: Request) -> Response:
        # What was made has ended by the time that somebody asks for the balance.
        nonlocal now
        now += _OVER
        return await credit(self, request)

    def drawn(path: Path, *_plan: object, **_how: object) -> None:
        part = path.with_suffix(".part")
        shutil.copyfile(clip, part)
        part.replace(path)

    def planned(_task_id: str, created_at: int, _speed: float) -> Timeline:
        moments = (_VISIBLE, _QUEUED, _GENERATING, _OVER)
        return Timeline(created_at, *(created_at + moment for moment in moments))

    replace_in(Status, answer=turned)
    replace_in(application, _now=lambda: now)
    replace_in(application.Api, credit=charged)
    replace_in(creation, scripted=planned)
    replace_in(encode, write_clip=drawn)
    replace_in(server, RECORD_INFO_PER_SECOND=_NO_LIMIT)
