"""The snapshots of videos that the gallery holds: how many, which are asked for, what is moving."""

from collections import OrderedDict, deque
from collections.abc import Iterable, Sequence

from videogen_desktop.domain.events import DownloadProgressed
from videogen_desktop.domain.video import LibraryItem


class SnapshotWindow:
    """The most recently used snapshots, newest revision of each; a plain LRU."""

    def __init__(self, capacity: int) -> None:
        self._capacity = capacity
        self._items: OrderedDict[str, LibraryItem] = OrderedDict()

    def __len__(self) -> int:
        return len(self._items)

    def __contains__(self, video_id: str) -> bool:
        return video_id in self._items

    def get(self, video_id: str) -> LibraryItem | None:
        item = self._items.get(video_id)
        if item is not None:
            self._items.move_to_end(video_id)
        return item

    def peek(self, video_id: str) -> LibraryItem | None:
        """Without making it the most recently used one."""
        return self._items.get(video_id)

    def put(self, item: LibraryItem) -> bool:
        """Keep the snapshot; False when it is older than the known one, or the same.

        At an equal revision the later word wins: the clip's arrival on this machine does not
        change the video's row.
        """
        known = self._items.get(item.video.id)
        if known is not None and (item.video.revision < known.video.revision or item == known):
            return False
        self._items[item.video.id] = item
        self._items.move_to_end(item.video.id)
        while len(self._items) > self._capacity:
            self._items.popitem(last=False)
        return True

    def forget(self, video_id: str) -> None:
        self._items.pop(video_id, None)

    def clear(self) -> None:
        self._items.clear()


class PageRequests:
    """Which ids are wanted and which are on their way.

    At most `limit` batches of `batch` ids are out at once; of what waits behind them only the
    newest `waiting` ids stay, since the view has scrolled past the others.
    """

    def __init__(self, limit: int = 1, batch: int = 64, waiting: int = 256) -> None:
        # One answer at a time: while the view jumps from end to end, reading cards that it
        # has passed keeps the engine busy, and the thread that paints waits for Python's lock.
        self._limit = limit
        # Taking an answer into the view must not cost a frame.
        self._batch = batch
        self._waiting_limit = waiting
        self._waiting: OrderedDict[str, None] = OrderedDict()
        self._out: deque[frozenset[str]] = deque()

    def is_known(self, video_id: str) -> bool:
        return video_id in self._waiting or any(video_id in batch for batch in self._out)

    def want(self, video_ids: Iterable[str]) -> None:
        for video_id in video_ids:
            if not any(video_id in batch for batch in self._out):
                self._waiting[video_id] = None
                self._waiting.move_to_end(video_id)
        while len(self._waiting) > self._waiting_limit:
            self._waiting.popitem(last=False)

    @property
    def can_send(self) -> bool:
        return bool(self._waiting) and len(self._out) < self._limit

    def send(self) -> tuple[str, ...]:
        """The newest of what waits, now on its way."""
        kept = max(0, len(self._waiting) - self._batch)
        batch = tuple(self._waiting)[kept:]
        for video_id in batch:
            del self._waiting[video_id]
        self._out.append(frozenset(batch))
        return batch

    def answered(self, video_ids: Sequence[str]) -> None:
        """An answer came: for the batch that holds one of these ids, else for the oldest one."""
        answered = set(video_ids)
        for batch in self._out:
            if not batch.isdisjoint(answered):
                self._out.remove(batch)
                return
        if self._out and not answered:
            self._out.popleft()

    def clear(self) -> None:
        self._waiting.clear()
        self._out.clear()


class Transfers:
    """How far the files of cards are on their way: to this machine, and to where the user saves.

    Bytes by video id; what has ended is forgotten.
    """

    def __init__(self) -> None:
        self._downloads: dict[str, tuple[int, int | None]] = {}
        self._copies: dict[str, int] = {}

    def download(self, video_id: str) -> tuple[int, int | None] | None:
        """Bytes received, and of how many (None: unknown)."""
        return self._downloads.get(video_id)

    def copy_percent(self, video_id: str) -> int | None:
        return self._copies.get(video_id)

    def follow(self, event: DownloadProgressed) -> None:
        self._downloads[event.video_id] = (event.received, event.total)

    def set_copy_percent(self, video_id: str, percent: int | None) -> None:
        """None: the copy has ended."""
        if percent is None:
            self._copies.pop(video_id, None)
        else:
            self._copies[video_id] = percent

    def download_ended(self, video_id: str) -> None:
        self._downloads.pop(video_id, None)

    def forget(self, video_id: str) -> None:
        self._downloads.pop(video_id, None)
        self._copies.pop(video_id, None)
