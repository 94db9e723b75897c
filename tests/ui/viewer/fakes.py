"""A viewer without an engine behind it: what it asks for is answered by the test."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NoReturn

from tests.charges import charge_for
from tests.ui.gallery.cards import card
from tests.ui.player.fakes import ObedientEngine
from tests.ui.viewer.fake_settling import FakeSettling
from videogen_desktop.domain.errors import InputLostError
from videogen_desktop.domain.ledger import Account, EntryKind, LedgerEntry
from videogen_desktop.domain.video import Family, LibraryItem, TimelineEvent, Video, VideoDetails
from videogen_desktop.ui.bridge import EngineBridge

FRAME_MS = 40.0
START = 1_795_000_000_000


class FakeLargeEngine(ObedientEngine):
    """Shows a frame of 40 ms wherever it is sent."""

    def __init__(self) -> None:
        super().__init__()
        self.rate = 1.0
        self.opened: list[Path] = []

    def open(self, path: Path) -> None:
        self.opened.append(path)
        super().open(path)

    def set_rate(self, rate: float) -> None:
        self.rate = rate

    @property
    def frame_span(self) -> tuple[float, float] | None:
        first = self.position // FRAME_MS * FRAME_MS
        return first, first + FRAME_MS


class FakeBridge(EngineBridge):
    """Keeps questions until the test answers them, or answers at once with an engine."""

    def __init__(self, engine: Any) -> None:
        super().__init__(_never, _never)
        self.engine = engine
        self.is_held = False
        self._held: list[Callable[[], None]] = []

    def ask(
        self,
        verb: Callable[[Any], Awaitable[Any]],
        arrived: Callable[[Any], object] | None = None,
        failed: Callable[[BaseException], object] | None = None,
    ) -> None:
        def answer() -> None:
            try:
                value = asyncio.run(_awaited(verb(self.engine)))
            except Exception as error:  # noqa: BLE001
                if failed is not None:
                    failed(error)
                return
            if arrived is not None:
                arrived(value)

        if self.is_held:
            self._held.append(answer)
        else:
            answer()

    @property
    def waiting(self) -> int:
        return len(self._held)

    def answer(self) -> None:
        """Answer the oldest question that was held."""
        self._held.pop(0)()


def _never(*_arguments: object) -> NoReturn:
    raise AssertionError


async def _awaited(answer: Awaitable[Any]) -> Any:
    return await answer


class FakeExaminer:
    def __init__(self) -> None:
        self.known: dict[str, VideoDetails] = {}
        self.after_check: dict[str, Video] = {}
        self.failure: Exception | None = None
        self.calls: list[tuple[str, str]] = []

    async def details(self, video_id: str) -> VideoDetails:
        self.calls.append(("details", video_id))
        if self.failure is not None:
            raise self.failure
        return self.known[video_id]

    async def check_again(self, video_id: str) -> Video:
        self.calls.append(("check_again", video_id))
        if self.failure is not None:
            raise self.failure
        return self.after_check.get(video_id, self.known[video_id].item.video)


class FakeFamilies:
    """The gallery, as far as the viewer asks it."""

    def __init__(self) -> None:
        self.known: dict[str, Family] = {}

    async def family(self, video_id: str) -> Family:
        return self.known.get(video_id, Family())


class FakeInputs:
    """Thumbnails by the SHA-256 of what they are of."""

    def __init__(self) -> None:
        self.known: dict[str, bytes] = {}
        self.asked: list[str] = []

    async def thumbnail(self, sha256: str, side: int) -> bytes:
        self.asked.append(sha256)
        if sha256 not in self.known:
            raise InputLostError(sha256)
        return self.known[sha256]


class FakeWalletEngine:
    def __init__(self) -> None:
        self.gallery = FakeFamilies()
        self.inputs = FakeInputs()
        self.examiner = FakeExaminer()
        self.settling = FakeSettling()


class FakeOrder:
    def __init__(self, items: Sequence[LibraryItem]) -> None:
        self.items = {item.video.id: item for item in items}

    def next_id(self, video_id: str) -> str | None:
        return self._neighbour(video_id, 1)

    def previous_id(self, video_id: str) -> str | None:
        return self._neighbour(video_id, -1)

    def place_of(self, video_id: str) -> tuple[int, int] | None:
        ids = list(self.items)
        return (ids.index(video_id) + 1, len(ids)) if video_id in ids else None

    def item(self, video_id: str) -> LibraryItem | None:
        return self.items.get(video_id)

    def _neighbour(self, video_id: str, step: int) -> str | None:
        ids = list(self.items)
        if video_id not in ids:
            return None
        row = ids.index(video_id) + step
        return ids[row] if 0 <= row < len(ids) else None


def details_of(item: LibraryItem, **more: Any) -> VideoDetails:
    return VideoDetails(
        item=item,
        timeline=more.pop("timeline", (TimelineEvent(1, "reserved", START, {}),)),
        entries=more.pop("entries", ()),
        record=more.pop("record", None),
        **more,
    )


def entry(
    seq: int, kind: EntryKind, debit: Account, credit: Account, amount: int = 100_00
) -> LedgerEntry:
    at = START + seq * 1_000
    return LedgerEntry(seq, str(seq), "w", "a", kind, amount, debit, credit, 0, 0, at)


def task_card(video_id: str, **options: Any) -> LibraryItem:
    """A card whose request the provider has taken."""
    item = card(video_id, **options)
    return replace(item, video=replace(item.video, task_id=f"task-{video_id}"))


def newer(item: LibraryItem, **fields: Any) -> LibraryItem:
    """The card after a change."""
    video = replace(item.video, revision=item.video.revision + 1, **fields)
    return replace(item, video=video, charge=charge_for(video))
