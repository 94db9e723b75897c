"""Root of the window: reads the options and joins the window to the engine."""

import argparse
import gc
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from videogen_desktop.cli.options import add_common_options
from videogen_desktop.ui.scripted_runs import add_scripted_options

if TYPE_CHECKING:
    from videogen_desktop.domain.settings import Settings
    from videogen_desktop.services.worker import BackgroundWorker
    from videogen_desktop.ui.bridge import Publish, Studio
    from videogen_desktop.ui.window_start import WindowStart


def main(argv: Sequence[str] | None = None) -> int:
    """Run the window until it is closed; returns the exit code of the process."""
    arguments = _parser().parse_args(argv)
    # Nothing of the start is garbage, and looking for some takes a tenth of it. The window turns
    # the collector on again once the library is open.
    gc.disable()
    if not arguments.self_test or arguments.data_dir is not None:
        return _run(arguments)
    # A test of the installation must not depend on, or touch, the user's own library.
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        arguments.data_dir = Path(folder)
        return _run(arguments)


def _run(arguments: argparse.Namespace) -> int:
    from videogen_desktop.ui.desktop import Desktop

    with ExitStack() as log:

        def make_worker() -> "BackgroundWorker":
            from videogen_desktop.cli.log_file import logging_to
            from videogen_desktop.cli.options import places_of, secrets_of
            from videogen_desktop.services.worker import BackgroundWorker

            logs = places_of(arguments).logs
            log.enter_context(logging_to(logs, secrets_of(), verbose=arguments.verbose))
            return BackgroundWorker()

        opener = _StudioOpener(arguments)
        return Desktop(arguments, _window_start(arguments), make_worker, opener.open).run()


def _window_start(arguments: argparse.Namespace) -> "WindowStart":
    """Reads the settings: once, and before the first paint."""
    from videogen_desktop.cli.options import places_of
    from videogen_desktop.domain.errors import SettingsUnreadableError
    from videogen_desktop.domain.settings import Settings
    from videogen_desktop.storage.settings import load_settings
    from videogen_desktop.ui.settings.window_places import WindowPlaces
    from videogen_desktop.ui.window_start import WindowStart

    places = places_of(arguments)
    folders = WindowPlaces(places.logs, places.videos)
    try:
        return WindowStart(load_settings(places.settings), folders)
    except SettingsUnreadableError as error:
        return WindowStart(Settings(), folders, error)


class _StudioOpener:
    """Opens studios one after the other, on the worker; keys of this run outlive each of them."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        self._arguments = arguments
        self._keys: Any = None  # LayeredKeyStore

    async def open(
        self, settings: "Settings", is_chosen_here: bool, publish: "Publish"
    ) -> "Studio":
        # On the worker: these imports take longer than the window took to show.
        from dataclasses import replace

        from videogen_desktop.cli.options import engine_options
        from videogen_desktop.engine import open_studio
        from videogen_desktop.services.wallet_choice import choose_wallet
        from videogen_desktop.storage.key_store import LayeredKeyStore, SystemKeyStore

        if self._keys is None:
            self._keys = LayeredKeyStore(SystemKeyStore())
        options = engine_options(self._arguments, settings=settings)
        if is_chosen_here:
            chosen = choose_wallet(None, None, None, settings)
            # A key of the environment stays with the base that it was given for.
            if chosen.key != options.wallet.key:
                options = replace(options, wallet=chosen)
        return await open_studio(options, publish, self._keys)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="videogen-desktop", description="Make short AI videos from a prompt."
    )
    add_common_options(parser)
    parser.add_argument("--language", choices=("vi", "en", "system"), default=None)
    parser.add_argument("--theme", choices=("system", "light", "dark"), default=None)
    add_scripted_options(parser)
    return parser
