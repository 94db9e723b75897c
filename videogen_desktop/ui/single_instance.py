"""One window for each data folder: a second start brings the first to the front and ends."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QLockFile, QObject, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

_RAISE = b"raise\n"
_DONE = b"done\n"
_LONGEST_LINE = 64
_ANSWER_MS = 2_000
# The other window is just starting, or was closed and still waits for a paid answer (15 s). One
# that is stopped takes our word and never answers: counted in tries, that was three minutes.
PATIENCE_MS = 20_000
_TRY_MS = 250


class SingleInstance(QObject):
    """The claim of this process to be the folder's window. Main thread."""

    raiseRequested = Signal()

    def __init__(self, data: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._data = data
        self._lock = QLockFile(str(data / "window.lock"))
        # By its age alone a lock is never stale: a window stays open for weeks.
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None

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
        patience = QDeadlineTimer(PATIENCE_MS)
        while not patience.hasExpired():
            if self._raise_the_other():
                return False
            if self._lock.tryLock(_TRY_MS):
                break
        return True

    def listen(self) -> None:
        """From now on a second start raises this window. Only after `claim`."""
        from PySide6.QtNetwork import QLocalServer

        if not self._lock.isLocked():
            return
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        # We hold the lock: whoever left this behind is dead.
        QLocalServer.removeServer(self._server_name())
        self._server.newConnection.connect(self._answer)
        self._server.listen(self._server_name())

    def close(self) -> None:
        """Let another window have the folder. Idempotent."""
        if self._server is not None:
            self._server.close()
            self._server.deleteLater()
            self._server = None
        self._lock.unlock()

    def _raise_the_other(self) -> bool:
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._server_name())
        # Returns at once where nobody listens.
        if not socket.waitForConnected(_ANSWER_MS):
            return False
        socket.write(_RAISE)
        answered = socket.waitForReadyRead(_ANSWER_MS) and socket.readLine() == _DONE
        socket.abort()
        return bool(answered)

    def _server_name(self) -> str:
        # Not needed before the first paint, and libcrypto takes 8 ms to load.
        import hashlib

        return "videogen-" + hashlib.sha256(str(self._data).encode()).hexdigest()[:24]

    @Slot()
    def _answer(self) -> None:
        if self._server is None:
            return
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.setReadBufferSize(_LONGEST_LINE)
            socket.readyRead.connect(self._read)
            socket.disconnected.connect(socket.deleteLater)

    @Slot()
    def _read(self) -> None:
        from PySide6.QtNetwork import QLocalSocket

        socket = self.sender()
        if not isinstance(socket, QLocalSocket):
            return
        if not socket.canReadLine():
            if socket.bytesAvailable() >= _LONGEST_LINE:
                socket.abort()
            return
        if socket.readLine() == _RAISE:
            socket.write(_DONE)
            socket.flush()
            self.raiseRequested.emit()
        socket.disconnectFromServer()
