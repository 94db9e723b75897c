"""`videogen rescue`: brings tasks into the library by their ids."""

import argparse
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from videogen_desktop.cli.errors import error_text, exit_code
from videogen_desktop.cli.exit_codes import ExitCode
from videogen_desktop.cli.options import engine_options, secrets_of
from videogen_desktop.cli.output import (
    JsonObject,
    credits_text,
    print_json,
    print_table,
    video_object,
    wallet_name,
)
from videogen_desktop.domain.errors import TaskUnknownError
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.tasks import RescueOutcome, task_ids_of_words

if TYPE_CHECKING:
    from videogen_desktop.cli.rescuing import Found


def add_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> Iterator[argparse.ArgumentParser]:
    command = commands.add_parser(
        "rescue",
        help="bring videos in by the provider's task ids",
        description="Read the provider's records of these tasks and bring state, result, cost and "
        "file into the library. Ends with 0 when every task is there, 2 when the provider does not "
        "know one, 6 when one could not be read, 7 when a file is not on this disk yet.",
    )
    command.add_argument(
        "tasks",
        nargs="+",
        metavar="TASK",
        help="task ids, apart in any way; quote what has a blank",
    )
    command.add_argument("--json", action="store_true", help="print one JSON object")
    command.set_defaults(run=run)
    yield command


def run(namespace: argparse.Namespace) -> int:
    """Raises KeyMissingError, KeyRejectedError, EngineLockedError."""
    from videogen_desktop.cli.log_file import logging_to
    from videogen_desktop.cli.rescuing import Rescuing
    from videogen_desktop.cli.running import interrupted_no_more, run_interruptibly

    options = engine_options(namespace)
    secrets = (*secrets_of(), options.wallet.api_key or "")
    task_ids = task_ids_of_words(namespace.tasks)
    with logging_to(options.places.logs, secrets, verbose=namespace.verbose):
        job = Rescuing(options, task_ids)
        found = run_interruptibly(job.run)
    interrupted_no_more()
    if namespace.json:
        wallet = wallet_name(options.wallet.key)
        print_json({"tasks": [_as_object(one, wallet) for one in found]})
    else:
        _print(found)
    if job.was_interrupted:
        return ExitCode.INTERRUPTED
    return max((_code(one) for one in found), default=ExitCode.USAGE)


def _as_object(found: "Found", wallet: str) -> JsonObject:
    rescue, item = found.rescue, found.item
    return {
        "task_id": rescue.task_id,
        "outcome": rescue.outcome.value,
        "video": video_object(item.video, wallet, item.clip) if item else None,
        "resembles": list(rescue.resembles),
        "error": _error(found) or None,
    }


def _print(found: "Sequence[Found]") -> None:
    rows = []
    for one in found:
        video = one.item.video if one.item else None
        clip = one.item.clip if one.item else None
        rows.append(
            (
                one.rescue.task_id,
                one.rescue.outcome.value,
                video.state.value if video else "",
                credits_text(video.cost) if video else "",
                _error(one) or str(clip or ""),
            )
        )
    if rows:
        print_table(("TASK", "OUTCOME", "STATE", "CREDITS", "FILE"), rows)
    for one in found:
        for video_id in one.rescue.resembles:
            print(f"Task {one.rescue.task_id} may be the unconfirmed video {video_id}.")


def _error(found: "Found") -> str:
    if found.rescue.error is not None:
        return error_text(found.rescue.error)
    if found.rescue.outcome is RescueOutcome.UNKNOWN:
        return error_text(TaskUnknownError(found.rescue.task_id))
    return ""


def _code(found: "Found") -> ExitCode:
    if found.rescue.error is not None:
        return exit_code(found.rescue.error)
    if found.item is None:
        return ExitCode.USAGE
    is_missing = found.item.video.state is VideoState.COMPLETED and found.item.clip is None
    return ExitCode.NOT_ON_DISK if is_missing else ExitCode.DONE
