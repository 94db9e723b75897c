"""`videogen rename`: a video gets a title of its user's own."""

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from videogen_desktop.cli.exit_codes import ExitCode
from videogen_desktop.cli.output import print_json, printable, video_object
from videogen_desktop.cli.reading import find_video
from videogen_desktop.cli.running import act_on, run_logged
from videogen_desktop.domain.errors import VideoNotFoundError
from videogen_desktop.program.options import engine_options, places_of

if TYPE_CHECKING:
    from videogen_desktop.services.wallet_engine import WalletEngine


def add_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> Iterator[argparse.ArgumentParser]:
    command = commands.add_parser(
        "rename",
        help="give a video a title",
        description="The title stands in the place of the prompt, and later copies are called by "
        "it; an empty one takes it away. No file of the library is renamed. Ends with 0, and with "
        "2 where there is no such video.",
    )
    command.add_argument("id", metavar="ID", help="the video's id, or enough of its beginning")
    command.add_argument("title", metavar="TITLE", help="one line of at most 200 characters")
    command.add_argument("--json", action="store_true", help="print one JSON object")
    command.set_defaults(run=run)
    yield command


def run(namespace: argparse.Namespace) -> int:
    """Raises VideoNotFoundError, EngineLockedError, StorageError."""
    video, wallet = find_video(places_of(namespace), namespace.know_vendors, namespace.id)
    if video.deleted_at is not None:
        raise VideoNotFoundError(namespace.id)
    options, titles = engine_options(namespace), {video.id: namespace.title}

    async def rename(engine: "WalletEngine") -> None:
        await engine.gallery.set_titles(titles)

    item = run_logged(
        options, lambda stop: act_on(options, video.id, rename, stop), verbose=namespace.verbose
    )
    if namespace.json:
        print_json({**video_object(item.video, wallet, item.clip), "error": None})
    elif item.video.title:
        print(f"Video {video.id} is called “{printable(item.video.title)}”.")
    else:
        print(f"Video {video.id} has no title.")
    return ExitCode.DONE
