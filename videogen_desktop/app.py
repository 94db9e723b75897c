"""Root of the window: reads the options and joins the window to the engine."""

import argparse
import gc
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from videogen_desktop.cli.options import add_common_options
from videogen_desktop.ui.scripted_runs import add_scripted_options

if TYPE_CHECKING:
    from videogen_desktop.services.worker import BackgroundWorker
    from videogen_desktop.ui.bridge import Publish, Studio


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

        async def open_studio(publish: "Publish") -> "Studio":
            # On the worker: these imports take longer than the window took to show.
            from videogen_desktop.cli.options import engine_options
            from videogen_desktop.engine import open_studio

            return await open_studio(engine_options(arguments), publish)

        return Desktop(arguments, make_worker, open_studio).run()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="videogen-desktop", description="Make short AI videos from a prompt."
    )
    add_common_options(parser)
    parser.add_argument("--language", choices=("vi", "en", "system"), default="vi")
    parser.add_argument("--theme", choices=("system", "light", "dark"), default="system")
    add_scripted_options(parser)
    return parser
