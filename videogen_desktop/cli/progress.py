"""What a person sees on standard error while a video is made."""

import sys
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self

from videogen_desktop.cli.plain_text import printable
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.video import LibraryItem

if TYPE_CHECKING:
    from rich.progress import Progress as RichBar
    from rich.progress import TaskID

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

    def show(self, item: LibraryItem) -> None: ...

    def received(self, count: int, total: int | None) -> None:
        """Bytes of the result so far."""
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


class PlainLines:
    """One line for each new state."""

    def __init__(self) -> None:
        self._said = ""

    def show(self, item: LibraryItem) -> None:
        words = _words(item)
        if words != self._said:
            self._said = words
            self.note(words)

    def received(self, count: int, total: int | None) -> None:
        """Too much for lines."""

    def note(self, sentence: str) -> None:
        print(printable(sentence), file=sys.stderr, flush=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        pass


class MovingBar:
    """A bar of the steps that are known, with the time elapsed: the provider reports no more."""

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
        self._task: TaskID = self._bar.add_task("Starting", total=100)

    def show(self, item: LibraryItem) -> None:
        percent = item.video.progress_percent
        self._bar.update(self._task, description=_words(item), completed=percent)

    def received(self, count: int, total: int | None) -> None:
        known = f" of {total / _MEGABYTE:.1f}" if total else ""
        self._bar.update(self._task, description=f"Downloading {count / _MEGABYTE:.1f}{known} MB")

    def note(self, sentence: str) -> None:
        self._bar.console.print(printable(sentence), markup=False, highlight=False)

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(self, *_exception: object) -> None:
        self._bar.stop()


def _words(item: LibraryItem) -> str:
    if item.video.state is not VideoState.COMPLETED:
        return _WORDS[item.video.state]
    if item.clip is not None:
        return "On this disk"
    return "Trying the download again" if item.clip_attempts else "Completed, downloading"
