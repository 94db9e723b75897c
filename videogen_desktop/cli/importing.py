"""`videogen import`: clips that describe themselves, back into the library."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from videogen_desktop.cli.exit_codes import ExitCode
from videogen_desktop.cli.output import print_json
from videogen_desktop.program.options import places_of, secrets_of, vendors_of

if TYPE_CHECKING:
    from videogen_desktop.cli.running import Interruption
    from videogen_desktop.domain.clip_tags import ImportReport

_TEXTS = {
    "added": "new in the library",
    "found_again": "found again: their file was missing",
    "known": "known already",
    "untagged": "say nothing of themselves; --untagged takes them by their names",
    "not_playable": "no clips that play",
    "unreadable": "could not be read",
}


def add_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> Iterator[argparse.ArgumentParser]:
    command = commands.add_parser(
        "import",
        help="rebuild library rows from clips in a folder",
        description="Bring the clips in FOLDER and below into the library, where they lie. Each "
        "comes in once, and never with ledger rows: what it cost was paid elsewhere. Interrupted, "
        "it ends with 130, and what came in stays.",
    )
    command.add_argument("folder", metavar="FOLDER", type=Path, help="where the clips are")
    command.add_argument(
        "--untagged",
        action="store_true",
        help="also clips without tags; the file's name becomes the prompt",
    )
    command.add_argument("--json", action="store_true", help="print one JSON object")
    command.set_defaults(run=run)
    yield command


def run(namespace: argparse.Namespace) -> int:
    """Raises EngineLockedError while a window or another command works on the library."""
    from videogen_desktop.cli.running import interrupted_no_more, run_interruptibly
    from videogen_desktop.program.log_file import logging_to

    places = places_of(namespace)
    folder: Path = namespace.folder.expanduser().absolute()
    with logging_to(places.logs, secrets_of(), verbose=namespace.verbose):
        report = run_interruptibly(lambda interruption: _imported(namespace, folder, interruption))
    interrupted_no_more()
    if namespace.json:
        print_json(_as_object(report))
    else:
        _print(report)
    return ExitCode.INTERRUPTED if report.is_stopped else ExitCode.DONE


async def _imported(
    namespace: argparse.Namespace, folder: Path, interruption: "Interruption"
) -> "ImportReport":
    """Opens the library as an engine does, without a provider: nothing is asked or sent."""
    from videogen_desktop.executable import own_command
    from videogen_desktop.media.client import MediaHelper
    from videogen_desktop.services.announcer import Announcer
    from videogen_desktop.services.importing import Importer, ImportRecords
    from videogen_desktop.services.system import SystemClock, random_id
    from videogen_desktop.storage.engine_lock import FileEngineLock
    from videogen_desktop.storage.library import open_library

    places, vendors = places_of(namespace), vendors_of(namespace)
    lock = FileEngineLock(places.engine_lock)
    lock.acquire()
    try:
        clock = SystemClock()
        library = open_library(places, clock.now_ms())
        media = MediaHelper(own_command("media-helper"))
        try:
            announcer = Announcer(library, lambda _event: None, vendors)
            records = ImportRecords(library, announcer, clock, random_id, vendors)
            importer = Importer(records, media)
            work = importer.import_folder(folder, untagged=namespace.untagged)
            return await interruption.ending(work, importer.stop)
        finally:
            await media.close()
            library.close()
    finally:
        lock.release()


def _as_object(report: "ImportReport") -> dict[str, object]:
    return {
        "added": list(report.added),
        "files": {str(path): outcome.value for path, outcome in report.files.items()},
        "stopped": report.is_stopped,
        "left": report.left,
    }


def _print(report: "ImportReport") -> None:
    from videogen_desktop.domain.clip_tags import ImportOutcome

    if not report.files and not report.is_stopped:
        print("There is no clip in this folder.")
    for outcome in ImportOutcome:
        if count := report.count(outcome):
            print(f"{count:>6}  {_TEXTS[outcome.value]}")
    if report.is_stopped:
        print(f"{report.left:>6}  not looked at: it was interrupted, and what came in stays")
