"""The log file: it turns over by itself, holds nothing secret, and has crash traces beside it."""

import contextlib
import faulthandler
import logging
import logging.handlers
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path

from videogen_desktop.domain.redaction import Redactor, hidden_in_logs, hide_in_logs
from videogen_desktop.storage.private_paths import private_file, private_folder

CRASH_NAME = "crash.txt"
_LARGEST_TRACES_BYTES = 200_000
_log = logging.getLogger(__name__)
# A file for each program: one that turns it over under another takes away what that writes, and
# on Windows cannot.
LOG_NAME = "videogen.log"
WINDOW_LOG_NAME = "videogen-desktop.log"
_LARGEST_BYTES = 1_000_000
_KEPT_FILES = 3
_FORMAT = "%(asctime)s %(levelname)s %(process)d %(name)s: %(message)s"
# The first two name whole URLs at INFO, the others every step they take.
_TALKATIVE = ("httpx", "httpcore", "asyncio", "filelock", "alembic.runtime.plugins")


@contextmanager
def logging_to(
    folder: Path,
    secrets: Sequence[str] = (),
    *,
    verbose: bool = False,
    name: str = LOG_NAME,
    last_words: bool = False,
) -> Iterator[Path | None]:
    """Log into `folder` (made when missing) until the block ends, and to standard error too when
    `verbose`. Yields the file, or None where no file can be written.

    `last_words`: what is critical goes to standard error in any case, for a program that ends
    without a sentence of its own.

    Crashes leave their traces there too, see `crashes_traced_in`.
    """
    root = logging.getLogger()
    path = _usable(folder, name)
    for secret in secrets:
        hide_in_logs(secret)
    secrets = (*secrets, *hidden_in_logs())
    handlers: list[logging.Handler] = []
    if path is not None:
        handlers.append(
            _QuietFile(path, maxBytes=_LARGEST_BYTES, backupCount=_KEPT_FILES, encoding="utf-8")
        )
    if verbose or last_words:
        handlers.append(logging.StreamHandler())
        handlers[-1].setLevel(logging.NOTSET if verbose else logging.CRITICAL)
    before = root.level
    # Without any handler Python would print warnings to standard error.
    handlers = handlers or [logging.NullHandler()]
    root.setLevel(logging.DEBUG if verbose else logging.INFO)
    for talker in _TALKATIVE:
        logging.getLogger(talker).setLevel(logging.WARNING)
    for handler in handlers:
        handler.setFormatter(RedactingFormatter(secrets))
        root.addHandler(handler)
    try:
        with crashes_traced_in(folder):
            yield path
    finally:
        root.setLevel(before)
        for handler in handlers:
            root.removeHandler(handler)
            handler.close()


@contextmanager
def secrets_remembered() -> Iterator[None]:
    """A key that one log had to leave out is left out by those that are opened after it too."""
    memory = _Memory()
    logging.getLogger().addHandler(memory)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(memory)


class RedactingFormatter(logging.Formatter):
    """Formats a record, traceback and all, and then takes out what must not be written."""

    def __init__(self, secrets: Sequence[str] = ()) -> None:
        super().__init__(_FORMAT)
        self.redactor = Redactor(secrets)

    def format(self, record: logging.LogRecord) -> str:
        return self.redactor.redacted(super().format(record))


@contextlib.contextmanager
def crashes_traced_in(folder: Path) -> Iterator[None]:
    """Until the block ends, in `folder`: the stacks of all threads when a library below Python
    takes the process down, and in the log what failed where nobody could catch it.

    The stacks name files, lines and functions, and no values. Main thread, or any before others
    run. A debugger, a test runner or PYTHONFAULTHANDLER keeps what it set up itself.
    """
    with contextlib.ExitStack() as installed:
        if not faulthandler.is_enabled():
            _trace_into(folder / CRASH_NAME, installed)
        if sys.unraisablehook is sys.__unraisablehook__:
            sys.unraisablehook = log_unraisable
            installed.callback(_give_back_hook)
        yield


def log_unraisable(failure: "sys.UnraisableHookArgs") -> None:
    """Log what failed in a finalizer or a callback that has no caller. Any thread."""
    # Not the object itself: its text may hold what no log may.
    owner = getattr(failure.object, "__qualname__", type(failure.object).__name__)
    _log.error("nobody could catch it in %s", owner, exc_info=failure.exc_value)


def _trace_into(path: Path, installed: contextlib.ExitStack) -> None:
    try:
        is_long = path.exists() and path.stat().st_size > _LARGEST_TRACES_BYTES
        # Several processes may write here: each of them adds, and none takes away while it can.
        private_file(path)
        file = installed.enter_context(path.open("wb" if is_long else "ab"))
    except OSError:
        return
    faulthandler.enable(file)
    installed.callback(faulthandler.disable)


def _give_back_hook() -> None:
    if sys.unraisablehook is log_unraisable:
        sys.unraisablehook = sys.__unraisablehook__


class _QuietFile(logging.handlers.RotatingFileHandler):
    def _open(self) -> TextIOWrapper:
        private_file(Path(self.baseFilename))
        return super()._open()

    def doRollover(self) -> None:  # noqa: N802
        """Where another process holds the file it goes on growing, and loses nothing."""
        try:
            super().doRollover()
        except OSError:
            if self.stream is None:
                self.stream = self._open()

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802
        """A full disk is reported by what needs the disk; the log has nobody to tell."""


class _Memory(logging.NullHandler):
    """Writes nothing, and learns every secret that any part of the program comes to know."""

    def __init__(self) -> None:
        super().__init__()
        self.setFormatter(RedactingFormatter())


def _usable(folder: Path, name: str) -> Path | None:
    try:
        private_folder(folder)
        path = folder / name
        private_file(path)
        with path.open("ab"):
            return path
    except OSError:
        return None
