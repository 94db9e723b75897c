"""`videogen settle`: the user says how a video ended that the program cannot be sure of."""

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from videogen_desktop.cli.charges import charge_sentence
from videogen_desktop.cli.errors import error_text
from videogen_desktop.cli.exit_codes import ExitCode
from videogen_desktop.cli.output import (
    JsonObject,
    asks_yes,
    print_json,
    video_object,
)
from videogen_desktop.cli.reading import find_video
from videogen_desktop.cli.running import act_on, run_logged
from videogen_desktop.domain.errors import TaskDiffersError
from videogen_desktop.program.options import engine_options, places_of

if TYPE_CHECKING:
    from videogen_desktop.domain.video import LibraryItem
    from videogen_desktop.services.wallet_engine import WalletEngine


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
    found, wallet = find_video(places_of(namespace), namespace.know_vendors, namespace.id)
    video_id = found.id
    namespace.video_ids = (video_id,)
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
    options = engine_options(namespace)

    async def settle(engine: "WalletEngine") -> None:
        if namespace.task is not None:
            await engine.settling.enter_task(video_id, namespace.task, confirmed=confirmed)
        elif namespace.charged:
            await engine.settling.user_charged(video_id)
        else:
            await engine.settling.user_not_charged(video_id)

    return run_logged(
        options, lambda stop: act_on(options, video_id, settle, stop), verbose=namespace.verbose
    )


def _as_object(item: "LibraryItem", wallet: str) -> JsonObject:
    return {**video_object(item.video, wallet, item.clip), "error": None}
