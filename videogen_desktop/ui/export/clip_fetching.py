"""Clips as files on this machine: what only the provider has by now is fetched first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from videogen_desktop.domain.errors import (
    ClipsMissingError,
    ProviderUnavailableError,
    ResultError,
    ResultGoneError,
    ResultRemovedError,
)
from videogen_desktop.domain.events import Event, VideoChanged, VideoRemoved
from videogen_desktop.domain.video import DownloadFailure, LibraryItem
from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.gallery.actions import can_be_fetched

if TYPE_CHECKING:
    from videogen_desktop.services.wallet_engine import WalletEngine

Then = Callable[[tuple[LibraryItem, ...]], None]


@dataclass
class _Wish:
    """Waits for `missing`; the same videos are asked for again once they are all here, or `why` not
    is known."""

    video_ids: tuple[str, ...]
    then: Then
    missing: set[str] = field(default_factory=set)
    why: BaseException | None = None


class ClipFetching(QObject):
    """Main thread. `follow` hears every event."""

    noticeGiven = Signal(str)
    problemFound = Signal(object)  # BaseException

    def __init__(self, bridge: EngineBridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._wishes: list[_Wish] = []

    def with_clips(self, video_ids: Sequence[str], then: Then) -> None:
        """Hand over what is known of these videos, in this order, once those of them that can be
        fetched are here; that it takes a moment is said. One that could not be fetched comes
        without a clip, as does one that has none yet: that is said too, and where it is all of
        them, and why is known, nothing is handed over."""
        wish = _Wish(tuple(video_ids), then)
        self._bridge.ask(
            partial(_looked_up, wish.video_ids),
            partial(self._known, wish),
            self.problemFound.emit,
        )

    def as_known(self, video_ids: Sequence[str], then: Then) -> None:
        """The same, as they are now."""
        self._bridge.ask(partial(_looked_up, tuple(video_ids)), then, self.problemFound.emit)

    def forget(self) -> None:
        """Another library is opened: what waited is not waited for any more."""
        self._wishes.clear()

    def follow(self, event: Event) -> None:
        if not self._wishes:
            return
        if isinstance(event, VideoRemoved):
            self._settle(event.video_id)
        elif isinstance(event, VideoChanged):
            item = event.item
            if item.clip is not None:
                self._settle(item.video.id)
            elif item.result_gone or item.clip_failure is not None:
                self._settle(item.video.id, _why_not_here(item))

    def _known(self, wish: _Wish, items: tuple[LibraryItem, ...]) -> None:
        wish.missing = {item.video.id for item in items if can_be_fetched(item)}
        if not wish.missing:
            self._hand_over(wish, items)
            return
        self._wishes.append(wish)
        self.noticeGiven.emit(_fetching_text(len(wish.missing)))
        for video_id in sorted(wish.missing):
            self._bridge.ask(partial(_fetch, video_id), failed=partial(self._settle, video_id))

    def _settle(self, video_id: str, why: BaseException | None = None) -> None:
        for wish in [wish for wish in self._wishes if video_id in wish.missing]:
            wish.missing.discard(video_id)
            wish.why = wish.why or why
            if not wish.missing:
                self._wishes.remove(wish)
                self._bridge.ask(
                    partial(_looked_up, wish.video_ids),
                    partial(self._hand_over, wish),
                    self.problemFound.emit,
                )

    def _hand_over(self, wish: _Wish, items: tuple[LibraryItem, ...]) -> None:
        missing = sum(item.clip is None for item in items)
        if wish.why is not None:
            self.problemFound.emit(wish.why)
            if missing == len(items):
                return
        if 0 < missing < len(items):
            self.problemFound.emit(ClipsMissingError(missing, len(items)))
        wish.then(items)


def _why_not_here(item: LibraryItem) -> ResultError | ProviderUnavailableError:
    """What the last try to fetch it met."""
    why: ResultError | ProviderUnavailableError = ResultError()
    if item.result_gone:
        why = ResultRemovedError(_status_of(item))
    elif item.download_failure is DownloadFailure.GONE:
        why = ResultGoneError(_status_of(item))
    elif item.download_failure in (DownloadFailure.UNREACHABLE, DownloadFailure.PROXY):
        why = ProviderUnavailableError()
    why.vendor = item.vendor_title
    return why


def _status_of(item: LibraryItem) -> int:
    status = (item.clip_failure or "").rpartition(":")[2]
    return int(status) if status.isdigit() else 0


async def _fetch(video_id: str, engine: "WalletEngine") -> None:
    await engine.fetch_again(video_id)


async def _looked_up(ids: Sequence[str], engine: "WalletEngine") -> tuple[LibraryItem, ...]:
    """In this order; a file that somebody has taken away is no clip. Off the loop: a folder may lie
    on a disk that answers slowly."""
    import asyncio

    known = {item.video.id: item for item in await engine.items(ids)}
    items = tuple(known[video_id] for video_id in ids if video_id in known)
    return await asyncio.to_thread(lambda: tuple(map(_as_it_is, items)))


def _as_it_is(item: LibraryItem) -> LibraryItem:
    return item if item.clip is None or item.clip.is_file() else replace(item, clip=None)


def _fetching_text(count: int) -> str:
    return QCoreApplication.translate(
        "Export", "Fetching %n videos first: they are not on this machine…", None, count
    )
