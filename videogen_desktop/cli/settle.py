"""`videogen settle`: says what became of a video that the program cannot be sure of."""

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from videogen_desktop.cli.charges import charge_sentence
from videogen_desktop.cli.errors import error_text
from videogen_desktop.cli.exit_codes import ExitCode
from videogen_desktop.cli.options import engine_options, places_of, secrets_of
from videogen_desktop.cli.output import (
    JsonObject,
    asks_yes,
    print_json,
    video_object,
)
from videogen_desktop.cli.reading import find_video
from videogen_desktop.domain.errors import TaskDiffersError

if TYPE_CHECKING:
    from videogen_desktop.cli.settling import Verdict
    from videogen_desktop.domain.video import LibraryItem


def add_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> Iterator[argparse.ArgumentParser]:
    command = commands.add_parser(
        "settle",
        help="say what became of an unconfirmed video",
        description="Look at the provider's own list first. Ends with 0 when the video is "
        "settled, 2 when it is not unconfirmed, 5 when the task does not fit it (it stays "
        "unconfirmed), 6 when the provider could not be asked.",
    )
    command.add_argument("id", metavar="ID", help="the video's id, or enough of its beginning")
    choice = command.add_mutually_exclusive_group(required=True)
    choice.add_argument(
        "--charged", action="store_true", help="the credits are gone, and there is no video"
    )
    choice.add_argument(
        "--not-charged", action="store_true", help="nothing was taken: the credits come back"
    )
    choice.add_argument("--task", metavar="TASK", help="it is this task of the provider's")
    command.add_argument(
        "--yes", action="store_true", help="join them although the task's record differs"
    )
    command.add_argument("--json", action="store_true", help="print one JSON object")
    command.set_defaults(run=run)
    yield command


def run(namespace: argparse.Namespace) -> int:
    """Raises VideoNotFoundError, IllegalTransitionError, TaskRefusedError, OtherWalletError,
    ProviderError, EngineLockedError."""
    found, wallet = find_video(places_of(namespace), namespace.id)
    namespace.video_id = video_id = found.id
    try:
        item = _settled(namespace, video_id, confirmed=namespace.yes)
    except TaskDiffersError as error:
        if not asks_yes(f"{error_text(error)} Join them all the same?"):
            raise
        item = _settled(namespace, video_id, confirmed=True)
    if namespace.json:
        print_json(_as_object(item, wallet))
    else:
        video = item.video
        reason = f" ({video.reason.value})" if video.reason else ""
        print(f"Video {video.id} is {video.state.value}{reason}.")
        if cost := charge_sentence(item):
            print(cost)
        if not video.is_terminal or (video.cost and item.clip is None and video.result_url):
            print("`videogen resume` goes on with it.")
    return ExitCode.DONE


def _settled(namespace: argparse.Namespace, video_id: str, *, confirmed: bool) -> "LibraryItem":
    from videogen_desktop.cli.log_file import logging_to
    from videogen_desktop.cli.running import interrupted_no_more, run_interruptibly
    from videogen_desktop.cli.settling import settle

    options = engine_options(namespace)
    verdict = _verdict(namespace, confirmed=confirmed)
    secrets = (*secrets_of(), options.wallet.api_key or "")
    with logging_to(options.places.logs, secrets, verbose=namespace.verbose):
        item = run_interruptibly(lambda stop: settle(options, video_id, verdict, stop))
    interrupted_no_more()
    return item


def _verdict(namespace: argparse.Namespace, *, confirmed: bool) -> "Verdict":
    from videogen_desktop.cli.settling import Verdict

    return Verdict(namespace.charged, namespace.task, confirmed)


def _as_object(item: "LibraryItem", wallet: str) -> JsonObject:
    return {**video_object(item.video, wallet, item.clip), "error": None}
