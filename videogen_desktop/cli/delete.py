"""`videogen delete`: a video leaves the library; its rows and its money stay."""

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from videogen_desktop.cli.charges import charge_sentence
from videogen_desktop.cli.exit_codes import ExitCode
from videogen_desktop.cli.output import print_json, video_object
from videogen_desktop.cli.reading import find_video
from videogen_desktop.cli.running import act_on, run_logged
from videogen_desktop.domain.errors import VideoNotFoundError
from videogen_desktop.program.options import engine_options, places_of

if TYPE_CHECKING:
    from videogen_desktop.domain.video import LibraryItem
    from videogen_desktop.services.wallet_engine import WalletEngine


def add_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> Iterator[argparse.ArgumentParser]:
    command = commands.add_parser(
        "delete",
        help="take a video out of the library",
        description="Its file goes to the system's bin at the next start; what it cost stays in "
        "the statement. One that was never sent is cancelled, and its credits come back. Ends with "
        "0, and with 2 where there is no such video or it must be settled first.",
    )
    command.add_argument("id", metavar="ID", help="the video's id, or enough of its beginning")
    command.add_argument("--json", action="store_true", help="print one JSON object")
    command.set_defaults(run=run)
    yield command


def run(namespace: argparse.Namespace) -> int:
    """Raises VideoNotFoundError, IllegalTransitionError, EngineLockedError, StorageError."""
    video, wallet = find_video(places_of(namespace), namespace.know_vendors, namespace.id)
    if video.deleted_at is not None:
        raise VideoNotFoundError(namespace.id)
    if not video.is_terminal:
        # Its money still moves, so that whatever ends the command says how it stands.
        namespace.video_ids = (video.id,)
    item = _deleted(namespace, video.id)
    if namespace.json:
        print_json({**video_object(item.video, wallet, item.clip), "error": None})
    else:
        cost = "" if video.is_terminal else charge_sentence(item)
        print(f"Video {video.id} was deleted. {cost}".rstrip())
        if item.clip is not None:
            print("Its file goes to the bin at the next start.")
    return ExitCode.DONE


def _deleted(namespace: argparse.Namespace, video_id: str) -> "LibraryItem":
    options = engine_options(namespace)

    async def delete(engine: "WalletEngine") -> None:
        for refused in await engine.gallery.delete([video_id]):
            raise refused

    return run_logged(
        options, lambda stop: act_on(options, video_id, delete, stop), verbose=namespace.verbose
    )
