"""`videogen rescue`: brings tasks into the library by their ids."""

import argparse
import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from videogen_desktop.cli.errors import error_text, exit_code
from videogen_desktop.cli.exit_codes import ExitCode
from videogen_desktop.cli.outcomes import is_final
from videogen_desktop.cli.output import (
    JsonObject,
    credits_text,
    print_json,
    print_table,
    video_object,
)
from videogen_desktop.cli.running import InterruptedByUserError, Interruption, run_logged
from videogen_desktop.domain.errors import TaskUnknownError
from videogen_desktop.domain.events import Event, VideoChanged
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.tasks import Rescue, RescueOutcome, task_ids_of_words
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.program.options import engine_options

if TYPE_CHECKING:
    from videogen_desktop.engine.opening import EngineOptions
    from videogen_desktop.services.wallet_engine import WalletEngine


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
    options = engine_options(namespace)
    job = Rescuing(options, task_ids_of_words(namespace.tasks))
    found = run_logged(options, job.run, verbose=namespace.verbose)
    if namespace.json:
        wallet = options.wallet_name
        print_json({"tasks": [_as_object(one, wallet) for one in found]})
    else:
        _print(found)
    if job.was_interrupted:
        return ExitCode.INTERRUPTED
    return max((_code(one) for one in found), default=ExitCode.USAGE)


@dataclass(frozen=True, slots=True)
class Found:
    """What became of a task, and its video as it is by now."""

    rescue: Rescue
    item: LibraryItem | None


class Rescuing:
    """Everything runs on one loop."""

    def __init__(self, options: "EngineOptions", task_ids: Sequence[str]) -> None:
        self._options = options
        self._task_ids = task_ids
        self._rescues: list[Rescue] = []
        self._changed = asyncio.Event()
        self.was_interrupted = False

    async def run(self, stop: Interruption) -> tuple[Found, ...]:
        """What was found until the end, or until the user said stop. Raises VideoGenError."""
        from videogen_desktop.engine.opening import open_engine

        engine = await open_engine(self._options, self._heard)
        try:
            await stop.unless(self._work(engine))
        except InterruptedByUserError:
            self.was_interrupted = True
        finally:
            found = await self._found(engine)
            await stop.closing(engine.close())
        return found

    async def _work(self, engine: "WalletEngine") -> None:
        for task_id in self._task_ids:
            self._rescues.append(await engine.rescuer.rescue(task_id))
        while not all(_is_settled(one.item) for one in await self._found(engine)):
            await self._changed.wait()
            self._changed.clear()

    async def _found(self, engine: "WalletEngine") -> tuple[Found, ...]:
        ids = [rescue.video.id for rescue in self._rescues if rescue.video]
        items = {item.video.id: item for item in await engine.items(ids)}
        return tuple(
            Found(rescue, items.get(rescue.video.id) if rescue.video else None)
            for rescue in self._rescues
        )

    def _heard(self, event: Event) -> None:
        if isinstance(event, VideoChanged):
            self._changed.set()


def _is_settled(item: LibraryItem | None) -> bool:
    """Nothing to wait for: what still runs at the provider is for `resume`."""
    return item is None or item.video.state is not VideoState.COMPLETED or is_final(item)


def _as_object(found: Found, wallet: str) -> JsonObject:
    rescue, item = found.rescue, found.item
    return {
        "task_id": rescue.task_id,
        "outcome": rescue.outcome.value,
        "video": video_object(item.video, wallet, item.clip) if item else None,
        "resembles": list(rescue.resembles),
        "error": _error(found) or None,
    }


def _print(found: Sequence[Found]) -> None:
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


def _error(found: Found) -> str:
    if found.rescue.error is not None:
        return error_text(found.rescue.error)
    if found.rescue.outcome is RescueOutcome.UNKNOWN:
        return error_text(TaskUnknownError(found.rescue.task_id))
    return ""


def _code(found: Found) -> ExitCode:
    if found.rescue.error is not None:
        return exit_code(found.rescue.error)
    if found.item is None:
        return ExitCode.USAGE
    is_missing = found.item.video.state is VideoState.COMPLETED and found.item.clip is None
    return ExitCode.NOT_ON_DISK if is_missing else ExitCode.DONE
