"""The progress of a video on standard error, while it is made."""

import contextlib
import logging
import sys
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self

from videogen_desktop.cli.errors import CONDITIONS
from videogen_desktop.cli.output import printable
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.video import LibraryItem

if TYPE_CHECKING:
    from rich.progress import Progress as RichBar
    from rich.progress import TaskID

_log = logging.getLogger(__name__)

_S = VideoState
_WORDS = {
    _S.RESERVED: "Waiting to be sent",
    _S.SENDING: "Sending",
    _S.UNCONFIRMED: "Not clear whether it was sent",
    _S.PENDING: "Waiting at the provider",
    _S.PROCESSING: "Processing",
    _S.COMPLETED: "Completed",
    _S.FAILED: "Failed",
    _S.CANCELLED: "Cancelled",
}
_MEGABYTE = 1_000_000


class Progress(Protocol):
    """Use as a context manager; all calls on one thread."""

    def asked(self) -> None:
        """Another engine may take the request from here on, whatever is shown here."""
        ...

    def show(self, item: LibraryItem) -> None: ...

    def received(self, video_id: str, count: int, total: int | None) -> None:
        """Bytes of the video's result so far."""
        ...

    def note(self, sentence: str) -> None: ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...


def make_progress(*, verbose: bool) -> Progress:
    """A moving bar on a terminal, plain lines anywhere else and beside a log."""
    if verbose or not sys.stderr.isatty():
        return PlainLines()
    return MovingBar()


class ProgressRecord:
    """Sees all that is shown, so that the command's last words can ask the library about it; and
    lets a bar that breaks be quiet: progress is decoration."""

    def __init__(self) -> None:
        self.may_have_left = False
        self.items: dict[str, LibraryItem] = {}
        self._shown: Progress | None = None

    @contextlib.contextmanager
    def showing(self, progress: Progress) -> Iterator["ProgressRecord"]:
        """Pass everything on to this one until the block ends."""
        with progress:
            self._shown = progress
            try:
                yield self
            finally:
                self._shown = None

    def asked(self) -> None:
        self.may_have_left = True

    def show(self, item: LibraryItem) -> None:
        self.may_have_left = True
        self.items[item.video.id] = item
        self._tell(lambda shown: shown.show(item))

    def received(self, video_id: str, count: int, total: int | None) -> None:
        self._tell(lambda shown: shown.received(video_id, count, total))

    def note(self, sentence: str) -> None:
        self._tell(lambda shown: shown.note(sentence))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        pass

    def _tell(self, words: Callable[[Progress], None]) -> None:
        if self._shown is None:
            return
        try:
            words(self._shown)
        except Exception:  # noqa: BLE001 - the job goes on
            _log.exception("progress is not shown any more")
            self._shown = None


class PlainLines:
    """One line for each new state that one of the videos comes to."""

    def __init__(self) -> None:
        self._said: dict[str, str] = {}

    def asked(self) -> None:
        """Nothing to see yet."""

    def show(self, item: LibraryItem) -> None:
        words = _words(item)
        if self._said.get(item.video.id) != words:
            is_news = words not in self._said.values()
            self._said[item.video.id] = words
            if is_news:
                self.note(words)

    def received(self, _video_id: str, count: int, total: int | None) -> None:
        """Too much for lines."""

    def note(self, sentence: str) -> None:
        print(printable(sentence), file=sys.stderr, flush=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        pass


class MovingBar:
    """A bar for each video, of the steps that are known, with the time elapsed: the provider
    reports no more."""

    def __init__(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        self._bar: RichBar = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            TextColumn("{task.percentage:>3.0f} %"),
            TimeElapsedColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._starting: TaskID | None = self._bar.add_task("Starting", total=100)
        self._bars: dict[str, TaskID] = {}

    def asked(self) -> None:
        """It moves from its first moment."""

    def show(self, item: LibraryItem) -> None:
        percent = item.video.progress_percent
        self._bar.update(self._of(item.video.id), description=_words(item), completed=percent)

    def received(self, video_id: str, count: int, total: int | None) -> None:
        known = f" of {total / _MEGABYTE:.1f}" if total else ""
        words = f"Downloading {count / _MEGABYTE:.1f}{known} MB"
        self._bar.update(self._of(video_id), description=words)

    def note(self, sentence: str) -> None:
        self._bar.console.print(printable(sentence), markup=False, highlight=False)

    def _of(self, video_id: str) -> "TaskID":
        if video_id not in self._bars:
            # The first one goes on with the bar that began.
            begun, self._starting = self._starting, None
            self._bars[video_id] = self._bar.add_task("", total=100) if begun is None else begun
        return self._bars[video_id]

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(self, *_exception: object) -> None:
        self._bar.stop()


def _words(item: LibraryItem) -> str:
    if item.held is not None:
        why = CONDITIONS.get(item.held.condition, item.held.condition)
        whose = "Taken by the provider" if item.held.task_id else "Answered"
        return f"{whose}; the library cannot be written ({why}), trying again"
    if item.video.state is not VideoState.COMPLETED:
        return _WORDS[item.video.state]
    if item.clip is not None:
        return "On this disk"
    return "Trying the download again" if item.clip_attempts else "Completed, downloading"
