"""`videogen send` and `videogen cancel`: what was reserved and never sent."""

import argparse
import asyncio
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from videogen_desktop.cli.charges import item_in
from videogen_desktop.cli.errors import error_text, exit_code
from videogen_desktop.cli.exit_codes import ExitCode, worst
from videogen_desktop.cli.outcomes import End, Result, concluded, is_final
from videogen_desktop.cli.output import print_json, printable
from videogen_desktop.cli.progress import PlainLines, Progress
from videogen_desktop.cli.reading import reading
from videogen_desktop.cli.running import InterruptedByUserError, Interruption, run_logged
from videogen_desktop.domain.errors import (
    IllegalTransitionError,
    OtherWalletError,
    VideoGenError,
    VideoNotFoundError,
)
from videogen_desktop.domain.events import BatchChanged, Event, ProblemReported, VideoChanged
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.video import LibraryItem, Video
from videogen_desktop.program.options import engine_options, places_of

if TYPE_CHECKING:
    from videogen_desktop.engine.opening import EngineOptions
    from videogen_desktop.services.wallet_engine import WalletEngine
    from videogen_desktop.storage.library_rows import LibraryRows

_NOTHING = "Nothing waits to be sent."


def add_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> Iterator[argparse.ArgumentParser]:
    sending = commands.add_parser(
        "send",
        help="send what was reserved and never sent",
        description="Send videos that an earlier run or a stopped batch reserved and did not send, "
        "at the price that is held for each; what waits of a whole batch is sent in its order, as "
        "many at once as your limit allows. Ends as `generate` does, with the worst of their exit "
        "codes, and with 2 where one of them does not wait: then nothing is sent.",
    )
    sending.add_argument(
        "ids", nargs="*", metavar="ID", help="their ids or a batch's, or enough of each"
    )
    sending.add_argument("--waiting", action="store_true", help="all that wait in this wallet")
    sending.add_argument(
        "--no-wait", action="store_true", help="end once accepted; `videogen resume` fetches them"
    )
    sending.set_defaults(run=run_send)
    cancelling = commands.add_parser(
        "cancel",
        help="give up what was reserved and never sent",
        description="The credits that were held come back. Ends with 0, and with 2 where one of "
        "them does not wait: then none is cancelled.",
    )
    cancelling.add_argument(
        "ids", nargs="+", metavar="ID", help="their ids or a batch's, or enough of each"
    )
    cancelling.set_defaults(run=run_cancel)
    for command in (sending, cancelling):
        command.add_argument("--json", action="store_true", help="print one JSON object")
        yield command


def run_send(namespace: argparse.Namespace) -> int:
    """Raises VideoNotFoundError, IllegalTransitionError, OtherWalletError, EngineLockedError,
    StorageError, ProviderError: then nothing was sent."""
    if bool(namespace.ids) == namespace.waiting:
        print("videogen: name the videos, or give --waiting.", file=sys.stderr)
        return ExitCode.USAGE
    options = replace(engine_options(namespace), sends_at_once=True)
    waiting = _waiting(namespace, options, VideoState.SENDING)
    if not waiting:
        return _report([], namespace, _NOTHING)
    namespace.video_ids = tuple(video.id for video in waiting)
    job = Sending(options, waiting, PlainLines(), wait=not namespace.no_wait)
    results = run_logged(options, job.run, verbose=namespace.verbose)
    return _report([_concluded(namespace, one) for one in results], namespace)


def run_cancel(namespace: argparse.Namespace) -> int:
    """Raises as `run_send` does: then nothing was cancelled."""
    options = engine_options(namespace)
    waiting = _waiting(namespace, options, VideoState.CANCELLED)
    namespace.video_ids = tuple(video.id for video in waiting)

    async def cancel(stop: Interruption) -> list[LibraryItem]:
        from videogen_desktop.engine.opening import open_engine

        engine = await open_engine(options, lambda _event: None)
        try:
            for video in waiting:
                await stop.unless(engine.cancel(video.id))
            return list(await engine.items(namespace.video_ids))
        finally:
            await stop.closing(engine.close())

    items = run_logged(options, cancel, verbose=namespace.verbose)
    wallet = options.wallet_name
    return _report([Result(item, End.REACHED, wallet=wallet) for item in items], namespace)


class Sending:
    """Sends what waits, and follows each on one loop."""

    def __init__(
        self,
        options: "EngineOptions",
        videos: Sequence[Video],
        progress: Progress,
        *,
        wait: bool,
    ) -> None:
        """`wait` until each is on this disk, else until the provider has taken it."""
        self._options = options
        self._ids = [video.id for video in videos]
        self._videos = videos
        self._stopped: dict[str, VideoGenError] = {}
        self._progress = progress
        self._wait = wait
        self._items: dict[str, LibraryItem] = {}
        self._changed = asyncio.Event()

    async def run(self, stop: Interruption) -> list[Result]:
        """How each ended. Raises VideoGenError where none could be sent."""
        from videogen_desktop.engine.opening import open_engine

        engine = await open_engine(self._options, self._heard)
        end, code, failures = End.REACHED if self._wait else End.ACCEPTED, ExitCode.DONE, {}
        try:
            self._items = {item.video.id: item for item in await engine.items(self._ids)}
            failures = await stop.unless(self._sent(engine))
            if self._wait:
                await stop.unless(self._followed(engine, failures))
        except InterruptedByUserError:
            end, code = End.INTERRUPTED, ExitCode.INTERRUPTED
        finally:
            await stop.closing(engine.close())
        return [self._result(one, end, code, failures.get(one)) for one in self._ids]

    async def _sent(self, engine: "WalletEngine") -> dict[str, VideoGenError]:
        """Those that could not be sent, each with its reason."""
        batches = await self._whole_batches(engine)
        for batch_id in batches:
            await engine.batches.resume(batch_id)
        alone = [one.id for one in self._videos if one.batch_id not in batches]
        ended = await asyncio.gather(*map(engine.send, alone), return_exceptions=True)
        failures = {}
        for video_id, outcome in zip(alone, ended, strict=True):
            if isinstance(outcome, VideoGenError):
                failures[video_id] = outcome
            elif isinstance(outcome, BaseException):
                raise outcome
        while any(self._is_queued(one, batches) for one in self._videos):
            await self._news()
        for one in self._videos:
            if one.batch_id in self._stopped and self._is_reserved(one.id):
                failures[one.id] = self._stopped[one.batch_id]
        return failures

    async def _whole_batches(self, engine: "WalletEngine") -> list[str]:
        """Those of which all that waits is to be sent: their queue does that."""
        found = dict.fromkeys(one.batch_id for one in self._videos if one.batch_id is not None)
        if not found:
            return []
        waiting = await engine.library.read(lambda rows: rows.batches.queue(engine.wallet.id))
        left = {batch_id for video_id, batch_id in waiting if video_id not in set(self._ids)}
        return [one for one in found if one not in left]

    def _is_queued(self, video: Video, batches: Sequence[str]) -> bool:
        is_running = video.batch_id in batches and video.batch_id not in self._stopped
        return is_running and self._is_reserved(video.id)

    def _is_reserved(self, video_id: str) -> bool:
        return self._items[video_id].video.state is VideoState.RESERVED

    async def _news(self) -> None:
        self._changed.clear()
        await self._changed.wait()

    async def _followed(self, engine: "WalletEngine", failures: dict[str, VideoGenError]) -> None:
        followed = [one for one in self._ids if one not in failures]
        while not all(is_final(self._items[one]) for one in followed):
            await self._news()
        for video_id in followed:
            await engine.until_fetched(video_id)

    def _heard(self, event: Event) -> None:
        if isinstance(event, VideoChanged) and event.item.video.id in self._items:
            self._items[event.item.video.id] = event.item
            self._progress.show(event.item)
            self._changed.set()
        elif isinstance(event, BatchChanged) and event.standing.stopped_by is not None:
            self._stopped[event.standing.batch.id] = event.standing.stopped_by
            self._changed.set()
        elif isinstance(event, ProblemReported):
            self._progress.note(error_text(event.error))

    def _result(
        self, video_id: str, end: End, code: ExitCode, error: VideoGenError | None
    ) -> Result:
        item, wallet = self._items.get(video_id), self._options.wallet_name
        if error is not None:
            return Result(item, End.BROKEN, exit_code(error), error_text(error), wallet)
        return Result(item, end, code, wallet=wallet)


def _waiting(
    namespace: argparse.Namespace, options: "EngineOptions", wanted: VideoState
) -> list[Video]:
    """The videos that are meant, each of which waits in the wallet that was chosen."""
    ids: Sequence[str] = namespace.ids
    with reading(places_of(namespace)) as library:
        if library is None:
            if ids:
                raise VideoNotFoundError(ids[0])
            return []
        with library.reading() as rows:
            wallet = rows.wallets.find(options.wallet.key)
            wallet_id = "" if wallet is None else wallet.id
            if not ids:
                return [
                    video
                    for video in reversed(rows.videos.undeleted())
                    if video.state is VideoState.RESERVED and video.wallet_id == wallet_id
                ]
            found = {video.id: video for one in ids for video in _named(rows, one)}
    for video in found.values():
        if video.state is not VideoState.RESERVED:
            raise IllegalTransitionError(video.id, video.state, wanted)
        if video.wallet_id != wallet_id:
            raise OtherWalletError(video.id)
    return list(found.values())


def _named(rows: "LibraryRows", prefix: str) -> Sequence[Video]:
    """The one video whose id begins so, or all that waits of the one batch. Raises
    VideoNotFoundError."""
    try:
        return [rows.videos.find(prefix)]
    except VideoNotFoundError as error:
        batch = None if error.matches else rows.batches.find(prefix)
        if batch is None:
            raise
        videos = rows.batches.videos(batch.id)
        return [one for one in videos if one.state is VideoState.RESERVED]


def _concluded(namespace: argparse.Namespace, result: Result) -> Result:
    video_id = result.item.video.id if result.item else ""
    return concluded(result, item_in(places_of(namespace), video_id))


def _report(results: Sequence[Result], namespace: argparse.Namespace, said: str = "") -> int:
    for result in results:
        if result.sentence:
            print(f"videogen: {printable(result.sentence)}", file=sys.stderr, flush=True)
    if namespace.json:
        print_json({"videos": [result.as_object() for result in results]})
    elif results:
        print("\n".join(_lines(results)))
    else:
        print(said)
    return worst(result.code for result in results) if results else ExitCode.DONE


def _lines(results: Sequence[Result]) -> Iterator[str]:
    for result in results:
        if result.item and result.item.video.state is VideoState.CANCELLED:
            yield f"Video {result.item.video.id} was cancelled. Its credits are available again."
        elif result.code is ExitCode.DONE:
            yield from result.lines()
