"""One window for each data folder: a second start brings the first to the front and ends."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QFileSystemWatcher, QLockFile, QObject, Signal, Slot

# The other window is just starting, or is stopped, or was closed and still waits for a paid answer
# (15 s). Counted in tries, one that is stopped was waited for three minutes.
PATIENCE_MS = 20_000
_TRY_MS = 50


class SingleInstance(QObject):
    """The claim of this process to be the folder's window. Main thread.

    A second start lays a file into a folder that the first watches, and ends when it is taken away.
    A QLocalServer would do, but a window at rest would be 3 MB larger for it.
    """

    raiseRequested = Signal()

    def __init__(
        self,
        data: Path,
        let_others_to_front: Callable[[], None] | None = None,
        parent: QObject | None = None,
    ) -> None:
        """`let_others_to_front` is called before another window is asked to come up; Windows lets
        nobody take the foreground by himself."""
        super().__init__(parent)
        self._let_others_to_front = let_others_to_front
        self._data = data
        self._starts = data / "second-starts"
        self._lock = QLockFile(str(data / "window.lock"))
        # By its age alone a lock is never stale: a window stays open for weeks.
        self._lock.setStaleLockTime(0)
        self._watcher: QFileSystemWatcher | None = None

    def claim(self) -> bool:
        """False when another window has this folder and has come to the front.

        True also when that cannot be found out: the engine's own lock still protects the library.
        """
        try:
            self._data.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError:
            return True
        if self._lock.tryLock(0) or self._lock.error() is not QLockFile.LockError.LockFailedError:
            return True
        try:
            return not self._raise_the_other()
        except OSError:
            return True

    def listen(self) -> None:
        """From now on a second start raises this window; so does one that waits already. Only
        after `claim`."""
        if not self._lock.isLocked():
            return
        try:
            self._starts.mkdir(mode=0o700, exist_ok=True)
        except OSError:
            return
        self._watcher = QFileSystemWatcher([str(self._starts)], self)
        self._watcher.directoryChanged.connect(self._answer)
        self._answer()

    def close(self) -> None:
        """Let another window have the folder. Idempotent."""
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None
        self._lock.unlock()

    def _raise_the_other(self) -> bool:
        # Imported by a second start alone.
        import uuid

        self._starts.mkdir(mode=0o700, exist_ok=True)
        start = self._starts / str(uuid.uuid4())
        if self._let_others_to_front is not None:
            self._let_others_to_front()
        start.touch()
        try:
            patience = QDeadlineTimer(PATIENCE_MS)
            while not patience.hasExpired():
                if not start.exists():
                    return True
                if self._lock.tryLock(_TRY_MS):
                    break
            return False
        finally:
            start.unlink(missing_ok=True)

    @Slot()
    def _answer(self) -> None:
        if self._watcher is None:
            return
        try:
            starts = list(self._starts.iterdir())
            for start in starts:
                start.unlink(missing_ok=True)
        except OSError:
            # The folder is gone, or another's: a second start waits its time and opens.
            return
        if starts:
            self.raiseRequested.emit()
