"""Root of the window: reads the options and joins the window to the engine."""

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from videogen_desktop.program.options import KnowVendors, shipped_vendors
from videogen_desktop.program.window_options import WindowOptions, window_options

if TYPE_CHECKING:
    from videogen_desktop.domain.errors import SettingsUnreadableError
    from videogen_desktop.domain.gallery import GalleryPage
    from videogen_desktop.domain.library_health import (
        HealthReport,
        RecoveryChoice,
        RecoveryReport,
    )
    from videogen_desktop.domain.settings import Settings
    from videogen_desktop.program.windows import Windows
    from videogen_desktop.services.wallet_engine import WalletEngine
    from videogen_desktop.services.worker import BackgroundWorker
    from videogen_desktop.storage.directories import Directories
    from videogen_desktop.storage.key_store import LayeredKeyStore
    from videogen_desktop.ui.bridge import Publish
    from videogen_desktop.ui.health.health_presenter import Diagnosis
    from videogen_desktop.ui.single_instance import SingleInstance
    from videogen_desktop.ui.window_start import WindowStart


def main(
    argv: Sequence[str] | None = None,
    know_vendors: KnowVendors = shipped_vendors,
    windows: "Windows | None" = None,
) -> int:
    """Run the window until it is closed; returns the exit code of the process."""
    from videogen_desktop.program.streams import guarded_streams

    if windows is None and sys.platform == "win32":
        from videogen_desktop.program.windows import Windows

        windows = Windows.of_this_process()
    if windows is not None:
        windows.mark_running()
        windows.name_in_taskbar()
    # A window that could not say how its test ended once went on for ever.
    with guarded_streams():
        return _main(argv, know_vendors, windows)


def _main(argv: Sequence[str] | None, know_vendors: KnowVendors, windows: "Windows | None") -> int:
    options = window_options(sys.argv[1:] if argv is None else argv, know_vendors)
    # Nothing of the start is garbage, and looking for some takes a tenth of it. The window turns
    # the collector on again once the library is open.
    gc.disable()
    if not options.self_test or options.data_dir is not None:
        return _run(options, windows)
    # A test of the installation must not depend on, or touch, the user's own library.
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        options.data_dir = Path(folder)
        return _run(options, windows)


def _run(options: WindowOptions, windows: "Windows | None") -> int:
    try:
        from videogen_desktop.ui.plain_imports import restore_import

        restore_import()
        from videogen_desktop.ui.desktop import Desktop
    except ImportError as error:
        from videogen_desktop.program.system_libraries import is_of_system

        if not is_of_system(error):
            raise
        return _no_window(str(error))
    _ends_in_words()

    with ExitStack() as log:

        def make_worker() -> "BackgroundWorker":
            from videogen_desktop.program.log_file import WINDOW_LOG_NAME, logging_to
            from videogen_desktop.program.options import places_of, secrets_of
            from videogen_desktop.services.worker import BackgroundWorker

            logs = places_of(options).logs
            verbose, name = options.verbose, WINDOW_LOG_NAME
            log.enter_context(
                logging_to(logs, secrets_of(), verbose=verbose, name=name, last_words=True)
            )
            return BackgroundWorker()

        opener = _EngineOpener(options)
        start = _window_start(options)
        instance = _instance(options, windows)
        return Desktop(options, start, make_worker, opener.open, instance, opener.look).run()


def _no_window(said: str) -> int:
    """Most often a system library is missing that Qt is linked against."""
    # Only here: the table and the look for libraries are nothing that a start has time for.
    from videogen_desktop.program.system_libraries import why_no_window

    sys.stderr.write(why_no_window(said))
    sys.stderr.flush()
    return 1


def _ends_in_words() -> None:
    """What Qt cannot go on without ends in sentences: it would abort, and leave a core file. Until
    the window has hooks of its own."""
    from PySide6.QtCore import (
        QMessageLogContext,
        QtMsgType,
        qFormatLogMessage,
        qInstallMessageHandler,
    )

    def say(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if kind == QtMsgType.QtFatalMsg:
            os._exit(_no_window(message))
        sys.stderr.write(qFormatLogMessage(kind, context, message) + "\n")

    qInstallMessageHandler(say)


def _instance(options: WindowOptions, windows: "Windows | None") -> "SingleInstance | None":
    from videogen_desktop.program.options import places_of
    from videogen_desktop.ui.desktop import ends_by_itself
    from videogen_desktop.ui.single_instance import SingleInstance

    if ends_by_itself(options):
        return None
    let_to_front = None if windows is None else windows.let_others_to_front
    return SingleInstance(places_of(options).data, let_to_front)


def _window_start(options: WindowOptions) -> "WindowStart":
    """Reads the settings: once, and before the first paint."""
    from videogen_desktop.executable import packager
    from videogen_desktop.program.options import places_of
    from videogen_desktop.storage.settings import load_settings
    from videogen_desktop.ui.settings.settings_store import WindowPlaces
    from videogen_desktop.ui.window_start import WindowStart

    places = places_of(options)
    know = options.know_vendors
    maintenance = _LibraryMaintenance(places, know)
    folders = WindowPlaces(places.logs, places.videos)
    problem = None
    try:
        settings = load_settings(places.settings)
    except _unreadable_settings() as error:
        settings, problem = error.rest, error
    return WindowStart(settings, folders, know, problem, maintenance, packager())


def _unreadable_settings() -> "type[SettingsUnreadableError]":
    """Looked up where something was raised: all errors take 1 ms before the first frame."""
    from videogen_desktop.domain.errors import SettingsUnreadableError

    return SettingsUnreadableError


class _LibraryMaintenance:
    """As ui.health.health_presenter.LibraryMaintenance; what it needs is imported on the worker."""

    def __init__(self, places: "Directories", know_vendors: KnowVendors) -> None:
        self._places = places
        self._know_vendors = know_vendors

    @property
    def folder(self) -> Path:
        return self._places.data

    async def health(self) -> "HealthReport":
        import asyncio

        from videogen_desktop.storage.health import library_health

        return await asyncio.to_thread(library_health, self._places)

    async def repair(self, choice: "RecoveryChoice") -> "RecoveryReport":
        from videogen_desktop.services.safekeeping import repair_library
        from videogen_desktop.services.system import SystemClock

        return await repair_library(self._places, choice, SystemClock())

    async def diagnose(self) -> "Diagnosis":
        from videogen_desktop.domain.errors import SettingsUnreadableError
        from videogen_desktop.program.options import secrets_of
        from videogen_desktop.services.diagnostics import diagnostics
        from videogen_desktop.storage.settings import load_settings

        try:
            settings = load_settings(self._places.settings)
        except SettingsUnreadableError as error:
            settings = error.rest
        return await diagnostics(self._places, settings, self._know_vendors(), secrets_of())


class _EngineOpener:
    """Opens engines one after the other, on the worker; keys of this run outlive each of them."""

    def __init__(self, options: WindowOptions) -> None:
        self._options = options
        self._keys: LayeredKeyStore | None = None

    def look(self) -> "GalleryPage | None":
        """The gallery's first cards, which need no engine."""
        from videogen_desktop.program.options import places_of, vendors_of
        from videogen_desktop.storage.first_look import first_look

        return first_look(places_of(self._options), vendors_of(self._options))

    async def open(
        self, settings: "Settings", is_chosen_here: bool, publish: "Publish"
    ) -> "WalletEngine":
        # On the worker: these imports take longer than the window took to show.
        from dataclasses import replace

        from videogen_desktop.engine.opening import open_engine
        from videogen_desktop.program.options import engine_options
        from videogen_desktop.services.wallets import choose_wallet
        from videogen_desktop.storage.key_store import LayeredKeyStore, SystemKeyStore

        if self._keys is None:
            self._keys = LayeredKeyStore(SystemKeyStore())
        wanted = engine_options(self._options, settings=settings)
        wanted = replace(wanted, takes_requests=True)
        if is_chosen_here:
            chosen = choose_wallet(None, None, None, settings, wanted.vendors)
            # A key of the environment stays with the base that it was given for.
            if chosen.key != wanted.wallet.key:
                wanted = replace(wanted, wallet=chosen)
        return await open_engine(wanted, publish, self._keys)
