"""Failures that nobody caught: they go to the log, and one sentence into the window.

A program that was updated while it runs loads what it needs next from the new one, and fails for
that: then the sentence says so. What tells it stands here, since this module was loaded before.
"""

import logging
import sys
import threading
from functools import partial
from types import TracebackType

from PySide6.QtCore import (
    QLoggingCategory,
    QMessageLogContext,
    QObject,
    QTimer,
    QtMsgType,
    Signal,
    Slot,
    qInstallMessageHandler,
)

from videogen_desktop import __version__
from videogen_desktop.executable import own_command

_log = logging.getLogger(__name__)
_qt_log = logging.getLogger("qt")
# What the program on the disk may take to say its version.
_PATIENCE_MS = 5_000
# With these on, FFmpeg writes every file's streams to standard error by itself. The one line left
# says its version.
_QT_RULES = "qt.multimedia.*.info=false\nqt.multimedia.ffmpeg.info=true"
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class FailureHooks(QObject):
    """Made on the main thread; `install` and `remove` are called there.

    `failed` is emitted on the main thread, once for each place that fails: a defect in a paint
    event would otherwise fill the window with alerts.
    """

    failed = Signal(object)  # BaseException

    _crossed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seen: set[tuple[type, str, int]] = set()
        self._crossed.connect(self._report)

    def install(self) -> None:
        """Take over Python's three hooks and Qt's message handler."""
        sys.excepthook = self._unhandled
        threading.excepthook = self._unhandled_in_thread
        sys.unraisablehook = log_unraisable
        qInstallMessageHandler(log_qt_message)
        QLoggingCategory.setFilterRules(_QT_RULES)

    def remove(self) -> None:
        """Give them back, in time for the interpreter's own shutdown."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        sys.unraisablehook = sys.__unraisablehook__
        qInstallMessageHandler(None)

    def _unhandled(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        _log.critical("unhandled", exc_info=(kind, error, trace))
        self._crossed.emit(error)

    def _unhandled_in_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self._unhandled(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)

    @Slot(object)
    def _report(self, error: BaseException) -> None:
        import traceback

        frames = traceback.extract_tb(error.__traceback__)
        place = (frames[-1].filename, frames[-1].lineno or 0) if frames else ("", 0)
        if (type(error), *place) not in self._seen:
            self._seen.add((type(error), *place))
            # Later: it may have failed in the middle of a paint event.
            QTimer.singleShot(0, self, partial(self._explain, error))

    def _explain(self, error: BaseException) -> None:
        # Of a library that is loaded already; few windows need it.
        from PySide6.QtCore import QProcess

        process, is_told = QProcess(self), False

        def tell(*_why: object) -> None:
            nonlocal is_told
            # One that was killed says both.
            if is_told:
                return
            is_told = True
            said = bytes(process.readAllStandardOutput().data()).decode(errors="replace").split()
            process.deleteLater()
            self.failed.emit(_explained(error, said[-1] if said else __version__))

        process.finished.connect(tell)
        process.errorOccurred.connect(tell)
        # It goes with the process, and so after an answer.
        patience = QTimer(process, singleShot=True, interval=_PATIENCE_MS)
        patience.timeout.connect(process.kill)
        patience.start()
        program, *arguments = own_command("--version")
        process.start(program, arguments)


def _explained(error: BaseException, installed: str) -> BaseException:
    from videogen_desktop.domain.errors import ProgramUpdatedError

    return error if installed == __version__ else ProgramUpdatedError(__version__, installed)


def log_unraisable(failure: "sys.UnraisableHookArgs") -> None:
    """What failed in a finalizer or a callback without a caller: nobody at the window could do
    anything about it. Any thread."""
    # Not the object itself: its text may hold what no log may.
    owner = getattr(failure.object, "__qualname__", type(failure.object).__name__)
    _log.error("nobody could catch it in %s", owner, exc_info=failure.exc_value)


def log_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """Qt's messages belong in our log. Any thread."""
    _qt_log.log(_LEVELS.get(kind, logging.WARNING), "%s: %s", context.category or "qt", message)


class EarlyLog(logging.Handler):
    """Takes every record until `hand_over`."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._records: list[logging.LogRecord] = []
        logging.getLogger().addHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        self._records.append(record)

    def hand_over(self) -> None:
        """Give everything to the handlers that are there now, and retire."""
        root = logging.getLogger()
        root.removeHandler(self)
        records, self._records = self._records, []
        for record in records:
            root.handle(record)
