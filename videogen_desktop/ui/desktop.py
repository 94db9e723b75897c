"""The application around the window: start order, stop order; no behaviour of its own.

Start: environment, QApplication, theme, language, window; the first paint; the gallery; only then
the worker, and on it a first look into the library, then the engine. Stop: the window goes at once,
then the engine closes in order, then the worker ends; every step is bounded.
"""

import gc
import logging
import os
import sys
from collections.abc import Callable, Coroutine
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLibraryInfo, QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from videogen_desktop import APPLICATION_ID
from videogen_desktop.ui.bridge import EngineBridge, FirstLook, Publish
from videogen_desktop.ui.failure_hooks import EarlyLog, FailureHooks
from videogen_desktop.ui.header import PROGRAM_NAME
from videogen_desktop.ui.input_method import replace_missing_input_method
from videogen_desktop.ui.main_window import MainWindow
from videogen_desktop.ui.single_instance import SingleInstance
from videogen_desktop.ui.theme.theme import Theme, ThemeChoice
from videogen_desktop.ui.translation import Language, Translation
from videogen_desktop.ui.window_geometry import (
    ScreenFit,
    restore_geometry,
    show_first,
)
from videogen_desktop.ui.window_presenter import WindowPresenter, known
from videogen_desktop.ui.window_start import DesktopOptions, WindowStart

if TYPE_CHECKING:
    from videogen_desktop.domain.settings import Settings
    from videogen_desktop.services.wallet_engine import WalletEngine
    from videogen_desktop.services.worker import BackgroundWorker
    from videogen_desktop.ui.first_paint import FirstPaint
    from videogen_desktop.ui.motion import MotionPreference
    from videogen_desktop.ui.quit_signals import QuitSignals
    from videogen_desktop.ui.scripted_runs import Screenshot, SelfTest

_log = logging.getLogger(__name__)

# A paid POST in flight gets 15 s (2 s at logout); what else closes takes moments.
_CLOSE_SECONDS = 16.0
_LOGOUT_SECONDS = 2.0
_WORKER_STOP_MS = 2_000
_LAST_WRITE_SECONDS = 2.0
# A thread keeps Python for 5 ms while another one waits, unless told otherwise. Beside a worker
# that computes, the median wait of this thread fell from 16 ms to 7 (measured, on a busy machine),
# and the worker did as much as before.
_SWITCH_SECONDS = 0.000_5
# When nothing of the start is under way any more.
_SETTLED_MS = 12_000
# What works now and then (backups, checks, previews) leaves as much again between what is used.
_REST_EVERY_MS = 60_000

# The settings of now, and whether the wallet in them was chosen in this window, which then counts
# more than what the command line says.
OpenEngineWith = Callable[["Settings", bool, Publish], Coroutine[Any, Any, "WalletEngine"]]


class Desktop(QObject):
    """Everything that lives as long as the window. Main thread.

    `make_worker` is called after the first paint; `open_engine` and `first_look` run on the worker.
    """

    def __init__(
        self,
        options: DesktopOptions,
        start: WindowStart,
        make_worker: "Callable[[], BackgroundWorker]",
        open_engine: OpenEngineWith,
        instance: SingleInstance | None = None,
        first_look: FirstLook | None = None,
    ) -> None:
        super().__init__()
        self._instance = instance
        self._early_log = EarlyLog()
        self._application = _application(needs_no_screen(options))
        self._make_worker = make_worker
        self._open_engine = open_engine
        self._worker: BackgroundWorker | None = None
        self._quit_signals: QuitSignals | None = None
        self._motion: MotionPreference | None = None
        self._exit_code = 0
        self._is_started = False
        self._rest_due = QTimer(self, interval=_REST_EVERY_MS)
        self._rest_due.timeout.connect(self._rest)
        self._close_seconds = _CLOSE_SECONDS
        self._hooks = FailureHooks(self)
        self._hooks.install()
        settings = start.settings
        theme = known(ThemeChoice, options.theme or settings.theme, ThemeChoice.SYSTEM)
        language = known(Language, options.language or settings.language, Language.VIETNAMESE)
        self._theme = Theme(self._application, theme)
        self._translation = Translation(self._application, language)
        opener = partial(open_engine, settings, False)
        self._bridge = EngineBridge(self._start_worker, opener, self, first_look)
        self._window = MainWindow(self._bridge, self._theme)
        self._presenter = WindowPresenter(
            self._window, self._bridge, self._theme, self._translation, start
        )
        self._presenter.reopenRequested.connect(self._reopen)
        self._show = self._window.show
        if options.window_size is not None:
            self._window.resize(*options.window_size)
        elif not needs_no_screen(options) and not restore_geometry(self._window, settings.window):
            self._show = partial(show_first, self._window)
        if not needs_no_screen(options):
            ScreenFit(self._window)
        self._window.completed.connect(self._start_engine)
        self._window.libraryOpened.connect(self._started)
        self._bridge.openFailed.connect(self._started)
        self._hooks.failed.connect(self._window.show_problem)
        self._application.commitDataRequest.connect(self._hurry)
        self._run = scripted_run(options, self._window, self._bridge, self._translation)
        if self._run is not None:
            self._run.finished.connect(self._finish)

    def run(self) -> int:
        """Show the window, run until it is closed, stop in order; the exit code."""
        if self._instance is not None and not self._instance.claim():
            return 0
        self._show()
        code = self._application.exec()
        if self._quit_signals is not None:
            self._quit_signals.remove()
        self._stop()
        if self._instance is not None:
            self._instance.close()
        self._hooks.remove()
        return code or self._exit_code

    @Slot()
    def _start_engine(self) -> None:
        from videogen_desktop.ui.heap import give_memory_back
        from videogen_desktop.ui.quit_signals import QuitSignals

        give_memory_back()
        self._quit_signals = QuitSignals(self._application)
        sys.setswitchinterval(_SWITCH_SECONDS)
        self._bridge.open()

    @Slot()
    def _started(self) -> None:
        if self._is_started:
            # Another wallet, or another try.
            return
        self._is_started = True
        # What the start made lives as long as the program: the collector need not look at it.
        gc.freeze()
        gc.enable()
        QTimer.singleShot(_SETTLED_MS, self, self._settled)
        if self._instance is not None:
            self._instance.raiseRequested.connect(self._window.come_to_front)
            self._instance.listen()
        if self._motion is None and self._run is None:
            from videogen_desktop.ui.motion import MotionPreference

            self._motion = MotionPreference(self._application)
            self._motion.follow()

    @Slot()
    def _settled(self) -> None:
        self._rest()
        self._rest_due.start()

    @Slot()
    def _rest(self) -> None:
        from videogen_desktop.ui.heap import trim

        self._window.library.rest()
        self._bridge.ask(lambda engine: engine.rest(), failed=_nothing)
        self._bridge.work(trim, _nothing, _nothing)

    @Slot(object, bool)
    def _reopen(self, settings: "Settings", is_chosen_here: bool) -> None:
        self._bridge.reopen(partial(self._open_engine, settings, is_chosen_here))

    def _start_worker(self) -> "BackgroundWorker":
        self._worker = self._make_worker()
        self._early_log.hand_over()
        self._worker.start()
        return self._worker

    def _stop(self) -> None:
        self._note_last_things()
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

    def _note_last_things(self) -> None:
        from concurrent.futures import wait

        if self._run is not None:
            # Nobody sat at this window.
            return
        written = self._presenter.end()
        self._window.hide()
        if written is not None and not wait([written], _LAST_WRITE_SECONDS).done:
            _log.warning("the settings were not written in time")

    @Slot()
    def _hurry(self) -> None:
        # The session ends: the system kills what takes longer.
        self._close_seconds = _LOGOUT_SECONDS

    @Slot(int, str)
    def _finish(self, code: int, text: str) -> None:
        if text:
            self._say(code, text)
        self._exit_code = code
        self._window.close()
        self._application.quit()

    def _say(self, code: int, text: str) -> None:
        # A program of Windows that has no console is heard by nobody.
        _log.log(logging.ERROR if code else logging.INFO, "%s", text)
        stream = sys.stderr if code else sys.stdout
        stream.write(text + "\n")
        stream.flush()


def needs_no_screen(options: DesktopOptions) -> bool:
    return options.self_test or options.screenshot is not None


def ends_by_itself(options: DesktopOptions) -> bool:
    return needs_no_screen(options) or options.print_first_paint


def scripted_run(
    options: DesktopOptions,
    window: MainWindow,
    bridge: EngineBridge,
    translation: Translation,
) -> "SelfTest | Screenshot | FirstPaint | None":
    """The run that was asked for; None for a window that a person closes. Its signal `finished`
    carries the exit code and what to print."""
    if not ends_by_itself(options):
        return None
    if options.print_first_paint:
        from videogen_desktop.ui.first_paint import FirstPaint

        return FirstPaint(window, bridge)
    from videogen_desktop.ui.scripted_runs import Screenshot, SelfTest

    if options.self_test or options.screenshot is None:
        return SelfTest(window, bridge, translation)
    return Screenshot(window, bridge, options.screenshot, in_viewer=options.viewer)


def _application(without_screen: bool) -> QApplication:
    if without_screen:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    replace_missing_input_method(os.environ, plugins)
    # As an argument: setStyle() returns a QStyle, and wrapping that costs 9 ms of the start.
    application = QApplication([PROGRAM_NAME, "-style", "fusion"])
    application.setApplicationName("videogen-desktop")
    application.setApplicationDisplayName(PROGRAM_NAME)
    application.setDesktopFileName(APPLICATION_ID)
    return application


def _nothing(_outcome: object) -> None:
    """For what nobody waits for."""
