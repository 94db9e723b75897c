"""`videogen resume`: goes on with what was sent before, and sends nothing new."""

import argparse
import asyncio
import logging
import math
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from videogen_desktop.cli.charges import charge_sentence
from videogen_desktop.cli.errors import error_text
from videogen_desktop.cli.exit_codes import ExitCode
from videogen_desktop.cli.outcomes import PLAYS_ELSEWHERE, is_final, outcome
from videogen_desktop.cli.output import wallet_names
from videogen_desktop.cli.progress import PlainLines, Progress
from videogen_desktop.cli.reading import reading
from videogen_desktop.cli.running import InterruptedByUserError, Interruption, run_interruptibly
from videogen_desktop.domain.errors import KeyRejectedError, OutdatedLibraryError, ProviderError
from videogen_desktop.domain.events import Event, ProblemReported, VideoChanged
from videogen_desktop.domain.states import ACCEPTED_STATES, VideoState
from videogen_desktop.program.options import engine_options, places_of, secrets_of

if TYPE_CHECKING:
    from videogen_desktop.engine.opening import EngineOptions
    from videogen_desktop.services.wallet_engine import WalletEngine
    from videogen_desktop.storage.library_rows import LibraryRows

_log = logging.getLogger(__name__)
_NOTHING = "Nothing is in flight."
_UNSETTLED = (*ACCEPTED_STATES, VideoState.SENDING, VideoState.UNCONFIRMED)


def add_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> Iterator[argparse.ArgumentParser]:
    command = commands.add_parser(
        "resume",
        help="poll and download everything in flight; sends nothing new",
        description="Poll and download everything in flight until nothing is. Ends with 5 while "
        "something is unsettled, 7 while a video is paid but not on this disk, else 0.",
    )
    command.add_argument(
        "--timeout", type=_seconds, metavar="S", help="end after this many seconds at the latest"
    )
    command.set_defaults(run=run)
    yield command


def run(namespace: argparse.Namespace) -> int:
    """Raises KeyMissingError, EngineLockedError and whatever opening the engine raises."""
    if not places_of(namespace).database.exists():
        print(_NOTHING)
        return ExitCode.DONE
    options = engine_options(namespace)
    code = ExitCode.DONE
    if _has_work(options):
        code = _resume(options, namespace)
    else:
        print(_NOTHING)
    return _report_rest(namespace, code)


class Resuming:
    """Polls and downloads on one loop until nothing is left, or the time is over."""

    def __init__(self, options: "EngineOptions", progress: Progress) -> None:
        self._options = options
        self._progress = progress
        self._told: set[str] = set()

    async def run(self, stop: Interruption, timeout_seconds: float | None) -> ExitCode:
        """DONE also at the timeout: the caller looks at what is left. Raises VideoGenError."""
        from videogen_desktop.engine.opening import open_engine

        engine = await open_engine(self._options, self._heard)
        try:
            async with asyncio.timeout(timeout_seconds):
                await stop.unless(self._work(engine))
        except TimeoutError:
            self._progress.note("The time is over.")
        except InterruptedByUserError:
            self._progress.note("Interrupted. Nothing is lost; `videogen resume` goes on.")
            return ExitCode.INTERRUPTED
        finally:
            await stop.closing(engine.close())
        return ExitCode.DONE

    async def _work(self, engine: "WalletEngine") -> None:
        try:
            # A key that is missing or wrong would let the polling go on for ever.
            await engine.balance()
        except KeyRejectedError:
            raise
        except ProviderError as error:
            _log.info("the balance could not be read: %s", type(error).__name__)
        await engine.until_idle()

    def _heard(self, event: Event) -> None:
        if isinstance(event, ProblemReported):
            self._progress.note(error_text(event.error))
        elif isinstance(event, VideoChanged):
            video = event.item.video
            if video.id in self._told or not is_final(event.item):
                return
            self._told.add(video.id)
            ended = outcome(event.item)
            where = f": {event.item.clip}" if event.item.clip else ""
            words = ended.sentence or f"{VideoState.COMPLETED.value}{where}."
            if event.item.plays_elsewhere:
                words += f" {PLAYS_ELSEWHERE}"
            cost = charge_sentence(event.item)
            self._progress.note(f"{video.id[:8]} {words} {cost}".rstrip())


def _has_work(options: "EngineOptions") -> bool:
    """Whether an engine is worth opening for this wallet; a library of an older version needs
    one to tell."""
    from videogen_desktop.services.sending import unknown_tasks
    from videogen_desktop.storage.task_journal import TaskJournal

    try:
        with reading(options.places) as library:
            if library is None:
                return False
            with library.reading() as rows:
                wallet = rows.wallets.find(options.wallet.key)
                if wallet is None:
                    return False
                unsettled = rows.videos.in_states(_UNSETTLED, wallet.id)
                if unsettled or rows.downloads.of_wallet(wallet.id):
                    return True
                # The engine says which paid tasks are not in the library.
                journal = TaskJournal(options.places.task_journal).read()
                now, kept_ms = time.time_ns() // 1_000_000, options.vendor.result_kept_ms
                return bool(unknown_tasks(rows, wallet, journal, now, kept_ms))
    except OutdatedLibraryError:
        return True


def _resume(options: "EngineOptions", namespace: argparse.Namespace) -> ExitCode:
    from videogen_desktop.program.log_file import logging_to

    secrets = (*secrets_of(), options.wallet.api_key or "")
    with logging_to(options.places.logs, secrets, verbose=namespace.verbose):
        job = Resuming(options, PlainLines())
        return run_interruptibly(lambda stop: job.run(stop, namespace.timeout))


def _report_rest(namespace: argparse.Namespace, code: ExitCode) -> ExitCode:
    """Say what is left in every wallet, and what that makes of the exit code."""
    with reading(places_of(namespace)) as library:
        if library is None:
            return code
        with library.reading() as rows:
            names = wallet_names(rows.wallets.every(), namespace.know_vendors)
            left = _left(rows)
            missing = _not_on_disk(rows)
            gone = [one for wallet_id in names for one in rows.downloads.gone_of_wallet(wallet_id)]
            waiting = rows.videos.undeleted()
    for wallet_id, states in left.items():
        for state, count in states.items():
            print(f"{_videos(count)} still {state.value} (wallet {names[wallet_id]}).")
    if missing:
        print(f"{_videos(len(missing))} paid for and not on this disk yet.")
    if gone:
        print(f"{_videos(len(gone))} paid for and no longer at the provider.")
    reserved = sum(video.state is VideoState.RESERVED for video in waiting)
    if reserved:
        print(f"Never sent: {reserved}. This command sends nothing new.")
    if code is not ExitCode.DONE:
        return code
    if any(left.values()):
        return ExitCode.UNCONFIRMED
    return ExitCode.NOT_ON_DISK if missing or gone else ExitCode.DONE


def _left(rows: "LibraryRows") -> dict[str, Counter[VideoState]]:
    """What is not settled, by wallet; deleted videos too: money goes on."""
    return {
        wallet.id: Counter(video.state for video in rows.videos.in_states(_UNSETTLED, wallet.id))
        for wallet in rows.wallets.every()
    }


def _not_on_disk(rows: "LibraryRows") -> Sequence[object]:
    return [
        download
        for wallet in rows.wallets.every()
        for download in rows.downloads.of_wallet(wallet.id)
    ]


def _videos(count: int) -> str:
    return "1 video is" if count == 1 else f"{count} videos are"


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = math.nan
    if not 0 <= seconds < 1e9:
        raise argparse.ArgumentTypeError(f"not a number of seconds: {text!r}")
    return seconds
