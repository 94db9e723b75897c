"""A provider in memory whose answers are written down beforehand."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from videogen_desktop.domain.aspect_ratio import AspectRatio
from videogen_desktop.domain.errors import ResultTruncatedError
from videogen_desktop.domain.provider import (
    Capabilities,
    ConsumedCredits,
    ProviderBalance,
    ResultStream,
    TaskPhase,
    TaskStatus,
)
from videogen_desktop.domain.request import VideoRequest

CAPABILITIES = Capabilities(tuple(AspectRatio), reports_cost=True)
QUEUED = TaskStatus(TaskPhase.QUEUED, "waiting")
RUNNING = TaskStatus(TaskPhase.RUNNING, "generating")
MISSING = TaskStatus(TaskPhase.RECORD_MISSING)
STRANGE = TaskStatus(TaskPhase.UNKNOWN, "pondering")
FAILED = TaskStatus(TaskPhase.FAILED, "fail", failure_code="500", failure_message="no")
SUCCESS_WITHOUT_URL = TaskStatus(TaskPhase.SUCCEEDED, "success")


def succeeded(consumed: int | None = None, url: str = "https://cdn.example/clip.mp4") -> TaskStatus:
    """A success; `consumed` is in hundredths of a credit."""
    cost = None if consumed is None else ConsumedCredits(consumed, str(consumed / 100))
    return TaskStatus(TaskPhase.SUCCEEDED, "success", (url,), consumed=cost)


@dataclass
class ScriptedStream:
    """Bytes of a result; cut short after `cut` of them."""

    body: bytes
    offset: int = 0
    cut: int | None = None
    etag: str | None = '"one"'

    def __post_init__(self) -> None:
        self.total_bytes: int | None = len(self.body)

    async def chunks(self) -> AsyncIterator[bytes]:
        end = len(self.body) if self.cut is None else self.cut
        for start in range(self.offset, end, 4):
            yield self.body[start : min(start + 4, end)]
        if self.cut is not None:
            raise ResultTruncatedError(self.cut, len(self.body))


async def nothing() -> None:
    pass


# Seconds since the task was accepted and what the record says from then on.
Script = Sequence[tuple[float, TaskStatus | Exception]]


@dataclass
class ScriptedProvider:
    """`creates` are answered in order, the last one for ever; so are `cuts` of results."""

    creates: list[str | Exception] = field(default_factory=list)
    script: Script = ((0, QUEUED),)
    body: bytes = b"a video, for all this test knows"
    cuts: list[int | None] = field(default_factory=list)
    credits: int = 1000_00
    sent: list[VideoRequest] = field(default_factory=list)
    reads: list[float] = field(default_factory=list)
    opened: list[tuple[str, int, str | None]] = field(default_factory=list)
    on_create: Callable[[], None] = lambda: None
    on_open: Callable[[], Awaitable[None]] = nothing
    create_seconds: float = 0
    pace_seconds: float = 0
    capabilities: Capabilities = CAPABILITIES
    _accepted_at: dict[str, float] = field(default_factory=dict)

    async def prepare(self) -> None:
        pass

    async def ready_to_create(self) -> None:
        await asyncio.sleep(self.pace_seconds)

    async def create(self, request: VideoRequest) -> str:
        self.sent.append(request)
        self.on_create()
        await asyncio.sleep(self.create_seconds)
        answer = self.creates.pop(0) if len(self.creates) > 1 else self._last_create()
        if isinstance(answer, Exception):
            raise answer
        self._accepted_at[answer] = asyncio.get_running_loop().time()
        return answer

    async def status(self, task_id: str) -> TaskStatus:
        now = asyncio.get_running_loop().time()
        self.reads.append(now)
        elapsed = now - self._accepted_at.get(task_id, 0)
        answer = [said for since, said in self.script if since <= elapsed][-1]
        if isinstance(answer, Exception):
            raise answer
        return answer

    async def balance(self) -> ProviderBalance:
        return ProviderBalance(self.credits, str(self.credits / 100))

    @asynccontextmanager
    async def open_result(
        self, url: str, *, offset: int = 0, etag: str | None = None
    ) -> AsyncIterator[ResultStream]:
        self.opened.append((url, offset, etag))
        await self.on_open()
        cut = self.cuts.pop(0) if self.cuts else None
        yield ScriptedStream(self.body, offset, cut)

    async def close(self) -> None:
        pass

    def _last_create(self) -> str | Exception:
        return self.creates[0] if self.creates else f"task-{len(self.sent)}"
