"""A batch made from the terminal: admitted, sent by the queue, and followed to its end."""

import argparse
import asyncio
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from videogen_desktop.cli.errors import error_text
from videogen_desktop.cli.exit_codes import ExitCode
from videogen_desktop.cli.outcomes import (
    End,
    Result,
    concluded,
    is_final,
    unknown_outcome,
    with_copy,
)
from videogen_desktop.cli.progress import PlainLines
from videogen_desktop.cli.running import InterruptedByUserError, Interruption
from videogen_desktop.domain.batch import BatchDefaults
from videogen_desktop.domain.batch_order import BatchStanding, order_of
from videogen_desktop.domain.batch_text import BatchTable
from videogen_desktop.domain.errors import EngineLockedError, PriceAboveMostError
from videogen_desktop.domain.events import BatchChanged, Event, ProblemReported, VideoChanged
from videogen_desktop.domain.file_names import safe_stem
from videogen_desktop.domain.handover import EngineEndedError, OutcomeUnknownError
from videogen_desktop.domain.request import VideoRequest
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.video import LibraryItem, Video
from videogen_desktop.engine.opening import EngineOptions, open_engine

if TYPE_CHECKING:
    from videogen_desktop.domain.batch import CheckedRow
    from videogen_desktop.services.handover_requester import HandoverRequester
    from videogen_desktop.services.wallet_engine import WalletEngine

_ASKS = "terminal"
_LEFT_TO_IT = "Interrupted. The VideoGen that already ran goes on with it."
_HEADINGS = (
    *("Row", "Description", "Model", "Options", "State"),
    *("Reason", "Cost", "File", "Task ID", "Video ID"),
)
_WAITS = "It was not sent; `videogen send {id}` sends it, `videogen cancel {id}` gives it up."


class BatchMaking:
    """One batch, in an engine of its own. Everything runs on one loop."""

    def __init__(
        self,
        options: EngineOptions,
        known: EngineOptions,
        batch_id: str,
        name: str,
        table: BatchTable,
        *,
        most: int | None,
        confirmed: bool,
        folder: Path | None,
    ) -> None:
        """`known` are the options with the models as they are kept. `most` is what may be held for
        all of it, `folder` where the clips are copied to."""
        self._options = options
        self._known = known
        self._id = batch_id
        self._name = name
        self._table = table
        self._most = most
        self._confirmed = confirmed
        self._folder = folder
        self._progress = PlainLines()
        self._items: dict[str, LibraryItem] = {}
        self._standing: BatchStanding | None = None
        self._said = ""
        self._changed = asyncio.Event()

    async def run(self, stop: Interruption) -> Sequence[Result]:
        """One for each video, in the order of the rows, whoever holds the engine, and also when
        that changes meanwhile. Raises VideoGenError and RefusedRowsError: then nothing was
        reserved."""
        while True:
            # Another engine's last words are old once a start has recovered what it left.
            self._items = {}
            try:
                return await self._copied(await self._made_here(stop))
            except EngineLockedError:
                results = await self._handed_over(stop)
            if results is not None:
                return await self._copied(results)

    async def _made_here(self, stop: Interruption) -> Sequence[Result]:
        """By an engine of this command's own."""
        engine = await open_engine(self._options, self._heard)
        end, code = End.REACHED, ExitCode.DONE
        try:
            await stop.unless(self._admitted(engine))
            await stop.unless(self._followed(engine))
        except InterruptedByUserError:
            if not self._items:
                raise KeyboardInterrupt from None
            # What waits is for `videogen send`: nobody gave it up.
            end, code = End.INTERRUPTED, ExitCode.INTERRUPTED
        finally:
            await stop.closing(engine.close())
        return self._results(end, code)

    def _results(self, end: End, code: ExitCode, sentence: str = "") -> Sequence[Result]:
        items = self._items.values()
        return [Result(one, end, code, sentence, self._wallet) for one in items]

    @property
    def _wallet(self) -> str:
        return self._options.wallet_name

    async def _admitted(self, engine: "WalletEngine") -> None:
        from videogen_desktop.cli.batch import RefusedRowsError

        if await engine.batches.videos(self._id):
            # The engine that was asked had reserved it, and has ended: here somebody waits for it.
            await engine.batches.resume(self._id)
        else:
            await engine.catalogue.load()
            defaults = BatchDefaults(VideoRequest("", ""))
            checked = await engine.batches.checker.check(self._table, defaults, most=self._most)
            if any(one.problems for one in checked):
                raise RefusedRowsError(checked)
            await engine.batches.admit(
                checked,
                self._name,
                most=self._most,
                confirmed=self._confirmed,
                batch_id=self._id,
                requested_by=_ASKS,
            )
        made = await engine.batches.videos(self._id)
        for item in await engine.items([video.id for video in made]):
            self._items.setdefault(item.video.id, item)

    async def _followed(self, engine: "WalletEngine") -> None:
        while not self._is_over:
            self._changed.clear()
            await self._changed.wait()
        for item in tuple(self._items.values()):
            if item.clip is not None:
                # Further results of the task are videos too, and paid for.
                await engine.until_fetched(item.video.id)

    @property
    def _is_over(self) -> bool:
        """Whether all ended, or the rest waits because the queue stopped by itself."""
        stopped = self._standing is not None and self._standing.is_stopped
        return all(
            is_final(one) or (stopped and one.video.state is VideoState.RESERVED)
            for one in self._items.values()
        )

    def _heard(self, event: Event) -> None:
        if isinstance(event, VideoChanged) and event.item.video.batch_id == self._id:
            self._items[event.item.video.id] = event.item
            self._changed.set()
        elif isinstance(event, BatchChanged) and event.standing.batch.id == self._id:
            self._standing = event.standing
            self._tell(event.standing)
            self._changed.set()
        elif isinstance(event, ProblemReported):
            self._progress.note(error_text(event.error))

    def _tell(self, now: BatchStanding) -> None:
        done = now.states.get(VideoState.COMPLETED, 0)
        said = f"{now.videos} videos: {done} completed, {now.under_way} under way"
        said += f", {now.waiting} waiting" if now.waiting else ""
        if now.stopped_by is not None:
            said += f". The rest waits: {error_text(now.stopped_by)}"
        if said != self._said:
            self._said = said
            self._progress.note(said)

    # --- by the engine that already runs here ----------------------------------------------------

    async def _handed_over(self, stop: Interruption) -> Sequence[Result] | None:
        """None when the engine that was asked has ended."""
        from videogen_desktop.domain.batch_handover import handed_batch
        from videogen_desktop.services.handover_requester import HandoverRequester

        try:
            checked = await stop.unless(self._checked_beside())
        except InterruptedByUserError:
            raise KeyboardInterrupt from None
        requester = HandoverRequester(
            self._options.places,
            self._options.wallet.key,
            self._id,
            handed_batch(self._name, checked),
            self._progress,
            takes=1,
            most=sum(one.price for one in checked),
            confirmed=self._confirmed,
            ids=[one for row in order_of(self._id, "", checked).ids for one in row],
        )
        try:
            with requester:
                items = await self._made_there(requester, stop)
            self._items = {item.video.id: item for item in items}
            return self._results(End.REACHED, ExitCode.DONE)
        except EngineEndedError:
            return None
        except InterruptedByUserError:
            if not requester.items:
                raise KeyboardInterrupt from None
            return self._results(End.INTERRUPTED, ExitCode.INTERRUPTED, _LEFT_TO_IT)
        except OutcomeUnknownError as unknown:
            code = ExitCode.INTERRUPTED if stop.happened else ExitCode.UNCONFIRMED
            return self._results(End.UNKNOWN, code, unknown_outcome(unknown.condition))
        finally:
            self._items |= {item.video.id: item for item in requester.items}

    async def _made_there(
        self, requester: "HandoverRequester", stop: Interruption
    ) -> tuple[LibraryItem, ...]:
        try:
            return await stop.unless(requester.made(is_final))
        except InterruptedByUserError:
            await stop.closing(requester.take_back())
            if requester.is_laid_down:
                raise OutcomeUnknownError("busy") from None
            raise

    async def _checked_beside(self) -> "tuple[CheckedRow, ...]":
        """Its files are taken in here: the engine that is asked knows none of our paths."""
        from videogen_desktop.cli.batch import RefusedRowsError
        from videogen_desktop.engine.starting import batch_checker_beside

        async with batch_checker_beside(self._known) as checker:
            defaults = BatchDefaults(VideoRequest("", ""))
            checked = await checker.check(self._table, defaults, most=self._most)
        total = sum(one.price for one in checked)
        if any(one.problems for one in checked):
            raise RefusedRowsError(checked)
        if self._most is not None and total > self._most:
            raise PriceAboveMostError(total, self._most)
        return checked

    # --- copies --------------------------------------------------------------------------------

    async def _copied(self, results: Sequence[Result]) -> Sequence[Result]:
        folder = self._folder
        if folder is None:
            return results
        taken: set[str] = set()
        copied = []
        for one in results:
            video = one.item.video if one.item else None
            output = None if video is None else folder / _name_of(video, taken)
            copied.append(await with_copy(one, output) if one.code is ExitCode.DONE else one)
        return copied


def _name_of(video: Video, taken: set[str]) -> str:
    """By its title, else by its row and description; another number for each of the same name."""
    stem = safe_stem(video.title or f"{video.batch_row:03d} {video.prompt}")
    name, number = stem, 1
    while name.lower() in taken:
        number += 1
        name = f"{stem} ({number})"
    taken.add(name.lower())
    return f"{name}.mp4"


def concluded_results(
    namespace: argparse.Namespace, results: Sequence[Result], code: ExitCode
) -> Sequence[Result]:
    """Every video of the batch by the library's last word; none where it was never reserved."""
    from videogen_desktop.cli.reading import reading
    from videogen_desktop.domain.vendor import Vendors
    from videogen_desktop.program.options import places_of
    from videogen_desktop.services.announcer import library_items
    from videogen_desktop.services.batch.results import ResultWords, write_results

    with reading(places_of(namespace)) as library:
        if library is None:
            return ()
        with library.reading() as rows:
            items = library_items(rows, rows.batches.videos(namespace.batch_id), Vendors())
    before = {one.item.video.id: one for one in results if one.item is not None}
    end = End.INTERRUPTED if code is ExitCode.INTERRUPTED else End.BROKEN
    ended = []
    for item in items:
        last = before.get(item.video.id, Result(item, end, code))
        done = concluded(last, item)
        if item.video.state is VideoState.RESERVED and code is ExitCode.DONE:
            said = _WAITS.format(id=item.video.id[:8])
            done = replace(done, code=ExitCode.NOT_ACCEPTED, sentence=said)
        ended.append(done)
    if ended and namespace.output_folder is not None:
        table = namespace.output_folder / f"results-{namespace.batch_id[:8]}.csv"
        write_results(table, [_as_copied(one) for one in ended], ResultWords(_HEADINGS))
    return ended


def _as_copied(result: Result) -> LibraryItem:
    """Its video with the copy that lies beside the table."""
    assert result.item is not None  # noqa: S101 - each stands for a video of the library
    return replace(result.item, clip=result.output or result.item.clip)
