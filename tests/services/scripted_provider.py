"""A provider in memory whose answers are written down beforehand."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.services.virtual_time import START_MS
from videogen_desktop.domain.errors import ResultGoneError, ResultTruncatedError
from videogen_desktop.domain.input_file import InputFile
from videogen_desktop.domain.provider import (
    ConsumedCredits,
    ProviderBalance,
    ResultStream,
    TaskPhase,
    TaskStatus,
    UploadedInput,
)
from videogen_desktop.domain.request import PricedRequest
from videogen_desktop.domain.vendor import Pace
from videogen_desktop.providers.kie.vendor import PACE

QUEUED = TaskStatus(TaskPhase.QUEUED, "waiting")
RUNNING = TaskStatus(TaskPhase.RUNNING, "generating")
MISSING = TaskStatus(TaskPhase.RECORD_MISSING)
STRANGE = TaskStatus(TaskPhase.UNKNOWN, "pondering")
FAILED = TaskStatus(TaskPhase.FAILED, "fail", failure_code="500", failure_message="no")
PRICE = 100_00
UPLOAD_KEPT_MS = 20 * 3_600_000
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
    """`creates` are answered in order, the last one for ever; so are `cuts` of results.

    `gone` maps addresses that answer no more to their HTTP status, `refused` those that answer
    something else to what is raised; `links` are the answers of
    download_link, the last one for ever, and none at all is a 422.
    """

    creates: list[str | Exception] = field(default_factory=list)
    script: Script = ((0, QUEUED),)
    body: bytes = b"a video, for all this test knows"
    # What an address has, where it is not `body`.
    files: dict[str, bytes] = field(default_factory=dict)
    cuts: list[int | None] = field(default_factory=list)
    gone: dict[str, int] = field(default_factory=dict)
    refused: dict[str, Exception] = field(default_factory=dict)
    links: list[str | Exception] = field(default_factory=list)
    links_asked: list[str] = field(default_factory=list)
    credits: int = 1000_00
    # Answered in order, the last one for ever; none is one address after another.
    uploads: list[UploadedInput | Exception] = field(default_factory=list)
    uploaded: list[str] = field(default_factory=list)
    upload_seconds: float = 0
    sent: list[PricedRequest] = field(default_factory=list)
    callback_urls: list[str | None] = field(default_factory=list)
    reads: list[float] = field(default_factory=list)
    opened: list[tuple[str, int, str | None]] = field(default_factory=list)
    on_create: Callable[[], Awaitable[None]] = nothing
    on_open: Callable[[], Awaitable[None]] = nothing
    create_seconds: float = 0
    pace_seconds: float = 0
    pace: Pace = PACE
    charged: dict[str, int] = field(default_factory=dict)
    _accepted_at: dict[str, float] = field(default_factory=dict)

    async def prepare(self) -> None:
        pass

    async def ready_to_create(self) -> None:
        await asyncio.sleep(self.pace_seconds)

    async def create(self, request: PricedRequest, callback_url: str | None = None) -> str:
        self.sent.append(request)
        number = len(self.sent)
        self.callback_urls.append(callback_url)
        await self.on_create()
        await asyncio.sleep(self.create_seconds)
        answer = self.creates.pop(0) if len(self.creates) > 1 else self._last_create(number)
        if isinstance(answer, Exception):
            raise answer
        self._accepted_at[answer] = asyncio.get_running_loop().time()
        return answer

    async def upload(self, file: InputFile, path: Path) -> UploadedInput:
        self.uploaded.append(file.sha256)
        await asyncio.sleep(self.upload_seconds)
        answer = self.uploads.pop(0) if len(self.uploads) > 1 else self._last_upload(file)
        if isinstance(answer, Exception):
            raise answer
        return answer

    async def status(self, task_id: str) -> TaskStatus:
        now = asyncio.get_running_loop().time()
        self.reads.append(now)
        elapsed = now - self._accepted_at.get(task_id, 0)
        answer = [said for since, said in self.script if since <= elapsed][-1]
        if isinstance(answer, Exception):
            raise answer
        if answer.phase is TaskPhase.SUCCEEDED and task_id not in self.charged:
            self.charged[task_id] = answer.consumed.amount if answer.consumed else PRICE
            self.credits -= self.charged[task_id]
        return answer

    async def balance(self) -> ProviderBalance:
        return ProviderBalance(self.credits, str(self.credits / 100))

    async def download_link(self, url: str) -> str:
        self.links_asked.append(url)
        if not self.links:
            raise ResultGoneError(422)
        answer = self.links.pop(0) if len(self.links) > 1 else self.links[0]
        if isinstance(answer, Exception):
            raise answer
        return answer

    @asynccontextmanager
    async def open_result(
        self, url: str, *, offset: int = 0, etag: str | None = None
    ) -> AsyncIterator[ResultStream]:
        self.opened.append((url, offset, etag))
        await self.on_open()
        if (status := self.gone.get(url)) is not None:
            raise ResultGoneError(status)
        if (refusal := self.refused.get(url)) is not None:
            raise refusal
        cut = self.cuts.pop(0) if self.cuts else None
        yield ScriptedStream(self.files.get(url, self.body), offset, cut)

    async def close(self) -> None:
        pass

    def _last_upload(self, file: InputFile) -> UploadedInput | Exception:
        if self.uploads:
            return self.uploads[0]
        number = len(self.uploaded)
        kept_until = START_MS + round(asyncio.get_running_loop().time() * 1000) + UPLOAD_KEPT_MS
        return UploadedInput(f"https://files.example/{number}-{file.sha256[:8]}.png", kept_until)

    def _last_create(self, number: int) -> str | Exception:
        return self.creates[0] if self.creates else f"task-{number}"
