"""Root of the window: start order, stop order; no behaviour of its own.

Start: options, environment, QApplication, theme, language, window; the first paint; only then the
worker, and on it the engine (with SQLAlchemy and httpx). Stop: the window goes at once, then the
studio closes in order, then the worker ends; every step is bounded.
"""

import argparse
import logging
import os
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QObject, Slot
from PySide6.QtWidgets import QApplication

from videogen_desktop.cli.options import add_common_options
from videogen_desktop.ui.bridge import EngineBridge, Publish, Studio
from videogen_desktop.ui.early_log import EarlyLog
from videogen_desktop.ui.failure_hooks import FailureHooks
from videogen_desktop.ui.header import PROGRAM_NAME
from videogen_desktop.ui.input_method import replace_missing_input_method
from videogen_desktop.ui.main_window import MainWindow
from videogen_desktop.ui.scripted_runs import (
    add_scripted_options,
    needs_no_screen,
    scripted_run,
)
from videogen_desktop.ui.theme.theme import Theme, ThemeChoice
from videogen_desktop.ui.translation import Language, Translation

if TYPE_CHECKING:
    from videogen_desktop.services.worker import BackgroundWorker
    from videogen_desktop.ui.quit_signals import QuitSignals

_log = logging.getLogger(__name__)

# A paid POST in flight gets 15 s (2 s at logout); what else closes takes moments.
_CLOSE_SECONDS = 16.0
_LOGOUT_SECONDS = 2.0
_WORKER_STOP_MS = 2_000


def main(argv: Sequence[str] | None = None) -> int:
    """Run the window until it is closed; returns the exit code of the process."""
    arguments = _parser().parse_args(argv)
    early_log = EarlyLog()
    if needs_no_screen(arguments):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    replace_missing_input_method(os.environ, plugins)
    application = _application()
    if not arguments.self_test or arguments.data_dir is not None:
        return Desktop(arguments, application, early_log).run()
    # A test of the installation must not depend on, or touch, the user's own library.
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        arguments.data_dir = Path(folder)
        return Desktop(arguments, application, early_log).run()


class Desktop(QObject):
    """Everything that lives as long as the window. Main thread."""

    def __init__(
        self, arguments: argparse.Namespace, application: QApplication, early_log: EarlyLog
    ) -> None:
        super().__init__()
        self._early_log = early_log
        self._open_log = ExitStack()
        self._arguments = arguments
        self._application = application
        self._worker: BackgroundWorker | None = None
        self._quit_signals: QuitSignals | None = None
        self._exit_code = 0
        self._close_seconds = _CLOSE_SECONDS
        self._hooks = FailureHooks(self)
        self._hooks.install()
        self._theme = Theme(application, ThemeChoice(arguments.theme))
        self._translation = Translation(application, Language(arguments.language))
        self._bridge = EngineBridge(self._start_worker, self._open_studio, self)
        self._window = MainWindow(self._bridge, self._theme)
        self._window.completed.connect(self._start_engine)
        self._hooks.failed.connect(self._window.show_problem)
        application.commitDataRequest.connect(self._hurry)
        if arguments.window_size is not None:
            self._window.resize(*arguments.window_size)
        self._run = scripted_run(arguments, self._window, self._bridge, self._translation)
        if self._run is not None:
            self._run.finished.connect(self._finish)

    def run(self) -> int:
        """Show the window, run until it is closed, stop in order."""
        self._window.show()
        code = self._application.exec()
        if self._quit_signals is not None:
            self._quit_signals.remove()
        self._stop()
        self._hooks.remove()
        self._early_log.hand_over()
        self._open_log.close()
        return code or self._exit_code

    # --- the engine --------------------------------------------------------------------------

    @Slot()
    def _start_engine(self) -> None:
        from videogen_desktop.ui.quit_signals import QuitSignals

        self._quit_signals = QuitSignals(self._application)
        self._bridge.open()

    def _start_worker(self) -> "BackgroundWorker":
        from videogen_desktop.cli.log_file import logging_to
        from videogen_desktop.cli.options import places_of, secrets_of
        from videogen_desktop.services.worker import BackgroundWorker

        logs, is_verbose = places_of(self._arguments).logs, self._arguments.verbose
        self._open_log.enter_context(logging_to(logs, secrets_of(), verbose=is_verbose))
        self._early_log.hand_over()
        self._worker = BackgroundWorker()
        self._worker.start()
        return self._worker

    async def _open_studio(self, publish: Publish) -> Studio:
        # On the worker: these imports take longer than the window took to show.
        from videogen_desktop.cli.options import engine_options
        from videogen_desktop.engine import open_studio

        return await open_studio(engine_options(self._arguments), publish)

    def _stop(self) -> None:
        self._window.hide()
        closing = self._bridge.close()
        if closing is not None and self._worker is not None:
            # No window is left that could freeze: this is the one place that waits.
            try:
                closing.result(self._close_seconds)
            except TimeoutError:
                _log.warning("the engine did not close in time")
            except Exception:  # noqa: BLE001
                _log.exception("the engine did not close well")
            if not self._worker.stop(_WORKER_STOP_MS):
                _log.warning("the worker did not end in time")

    @Slot()
    def _hurry(self) -> None:
        # The session ends: the system kills what takes longer.
        self._close_seconds = _LOGOUT_SECONDS

    @Slot(int, str)
    def _finish(self, code: int, text: str) -> None:
        if text:
            stream = sys.stderr if code else sys.stdout
            stream.write(text + "\n")
            stream.flush()
        self._exit_code = code
        self._window.close()
        self._application.quit()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="videogen-desktop", description="Make short AI videos from a prompt."
    )
    add_common_options(parser)
    parser.add_argument("--language", choices=list(Language), default=Language.VIETNAMESE)
    parser.add_argument("--theme", choices=list(ThemeChoice), default=ThemeChoice.SYSTEM)
    add_scripted_options(parser)
    return parser


def _application() -> QApplication:
    # As an argument: setStyle() returns a QStyle, and wrapping that costs 9 ms of the start.
    application = QApplication([PROGRAM_NAME, "-style", "fusion"])
    application.setApplicationName("videogen-desktop")
    application.setApplicationDisplayName(PROGRAM_NAME)
    application.setDesktopFileName("videogen-desktop")
    return application
