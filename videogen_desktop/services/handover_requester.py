"""A request handed to the engine that runs in another process of this machine, by whoever wants it.

The other half is `handovers.py`.
"""

import asyncio
import contextlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, Self

from videogen_desktop.domain.addresses import one_spelling
from videogen_desktop.domain.errors import (
    EngineLockedError,
    LibraryMissingError,
    LibraryUnusableError,
    OutdatedLibraryError,
    VideoGenError,
)
from videogen_desktop.domain.handover import (
    EngineEndedError,
    EngineRun,
    Handover,
    HandoverUnansweredError,
    OtherEngineWalletError,
    OutcomeUnknownError,
)
from videogen_desktop.domain.request import VideoRequest, take_ids
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.vendor import Vendors
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.domain.wallet import WalletKey
from videogen_desktop.services.announcer import library_items
from videogen_desktop.services.system import SystemClock
from videogen_desktop.storage.directories import Directories
from videogen_desktop.storage.engine_lock import FileEngineLock, waited_for
from videogen_desktop.storage.library import open_guest
from videogen_desktop.storage.library_rows import LibraryRows

_REQUESTED_BY = "terminal"
_LOOK_EVERY_SECONDS = 0.15
# A window that is just opening says within this time that it takes requests.
_RUN_LOOKS = 14
_TAKEN_SECONDS = 20.0
# A library that another process keeps locked is asked again for so long what became of it.
_TAKE_BACK_SECONDS = 20.0
# Ctrl+C is heard between two tries.
_BUSY_MS = 1_000


class Follower(Protocol):
    """Whoever shows what becomes of a request."""

    def asked(self) -> None:
        """Another engine may take the request from here on, whatever is shown here."""
        ...

    def show(self, item: LibraryItem) -> None: ...


@dataclass(frozen=True, slots=True)
class _Standing:
    """The library's word about the request at one moment: all of its videos, or none."""

    items: tuple[LibraryItem, ...]
    refusal: VideoGenError | None
    is_taken: bool
    run: EngineRun | None


class HandoverRequester:
    """Asks the running engine for the videos of one request, and follows what becomes of them.

    A context, within which the engine sees that somebody waits: `made`, and `take_back` where that
    was interrupted. However it ends, the request was taken back in a transaction, or its videos are
    in the library (`items`), or OutcomeUnknownError says that neither could be made sure of.
    """

    def __init__(
        self,
        places: Directories,
        wallet: WalletKey,
        request_id: str,
        request: VideoRequest,
        follower: Follower,
        *,
        takes: int,
        confirmed: bool,
        most: int | None = None,
        items: Sequence[LibraryItem] = (),
        ids: Sequence[str] = (),
    ) -> None:
        """`most` is what may be held for all takes together, in hundredths; `items` are what an
        earlier engine had made of it. `ids` are the videos of a batch (domain.batch_handover)."""
        self._places = places
        self._wallet = wallet
        self._request_id = request_id
        self._takes = takes
        self._ids = tuple(ids) or take_ids(request_id, takes)
        self._request = request
        self._follower = follower
        self._confirmed = confirmed
        self._most = most
        self._clock = SystemClock()
        self._shown = {item.video.id: item for item in items}
        self._run_id: str | None = None
        self.is_laid_down = False
        self._open = contextlib.ExitStack()

    @property
    def items(self) -> tuple[LibraryItem, ...]:
        """The videos as they were last seen, in their order; none before they were made."""
        return tuple(self._shown.values())

    def __enter__(self) -> Self:
        """Raises EngineLockedError: it is only just making its library, or is older than this
        program."""
        with contextlib.ExitStack() as undo:
            undo.enter_context(waited_for(self._places.requesters, self._request_id))
            try:
                guest = open_guest(self._places, busy_timeout_ms=_BUSY_MS)
                self._library = undo.enter_context(guest)
            except (LibraryMissingError, OutdatedLibraryError) as error:
                raise EngineLockedError(self._places.engine_lock) from error
            self._open = undo.pop_all()
        return self

    def __exit__(self, *_error: object) -> None:
        self._open.close()

    async def made(self, reached: Callable[[LibraryItem], bool]) -> tuple[LibraryItem, ...]:
        """The videos once each is `reached`, or waits for the user in another window.

        Raises EngineLockedError (no window, or one in another wallet, or one that does not
        answer), EngineEndedError (it may be asked again), OutcomeUnknownError, and what the engine
        refused it with.
        """
        if not self._shown and not (await self._look()).items:
            try:
                await self._ask()
            except LibraryUnusableError:
                await self.take_back()
                raise
        while True:
            try:
                return await self._followed(reached)
            except EngineEndedError:
                await self.take_back()
                raise
            except HandoverUnansweredError:
                await self.take_back()
                if not self._shown:
                    raise
                # It was taken in this very moment.

    async def _followed(self, reached: Callable[[LibraryItem], bool]) -> tuple[LibraryItem, ...]:
        give_up_at = asyncio.get_running_loop().time() + _TAKEN_SECONDS
        is_taken = False
        while True:
            # Before the look: what an engine wrote last is seen, and then that it ended.
            ended = self._engine_ended()
            now = await self._seen()
            if now is not None:
                is_left = self._is_anothers(now)
                if now.items and all(reached(one) or _is_left(one, is_left) for one in now.items):
                    return now.items
                if now.refusal is not None:
                    self.is_laid_down = False
                    raise now.refusal
                is_taken = bool(now.items) or now.is_taken
                ended = ended or (not now.items and is_left)
            if ended:
                raise EngineEndedError
            if not is_taken and asyncio.get_running_loop().time() > give_up_at:
                raise HandoverUnansweredError(self._places.engine_lock)
            await asyncio.sleep(_LOOK_EVERY_SECONDS)

    async def _ask(self) -> None:
        run = await self._engine_run()
        key = self._wallet
        if (run.provider, one_spelling(run.api_base)) != (key.provider, key.api_base):
            raise OtherEngineWalletError(self._places.engine_lock, run.provider, run.api_base)
        asked = Handover(
            id=self._request_id,
            takes=self._takes,
            most=self._most,
            run_id=run.id,
            requested_by=_REQUESTED_BY,
            request=self._request,
            confirmed=self._confirmed,
            created_at=self._clock.now_ms(),
        )
        self._follower.asked()
        # Beforehand: whoever ends in between takes back what may be there.
        self.is_laid_down = True
        await self._library.write(lambda rows: _laid_down(rows, asked))
        self._run_id = run.id

    async def _engine_run(self) -> EngineRun:
        for _ in range(_RUN_LOOKS):
            run = await self._library.read(lambda rows: rows.handovers.run())
            if run is not None:
                return run
            await asyncio.sleep(_LOOK_EVERY_SECONDS)
        raise EngineLockedError(self._places.engine_lock)

    def _is_anothers(self, now: _Standing) -> bool:
        """Whether another engine has begun, which takes nothing that was asked of the last one."""
        return now.run is not None and now.run.id != self._run_id

    async def _seen(self) -> _Standing | None:
        """None while another process keeps the library locked: the engine goes on meanwhile."""
        try:
            return await self._look()
        except LibraryUnusableError:
            return None

    async def _look(self) -> _Standing:
        now = await self._library.read(lambda rows: _standing(rows, self._request_id, self._ids))
        for item in now.items:
            if item != self._shown.get(item.video.id):
                self._shown[item.video.id] = item
                self._follower.show(item)
        return now

    async def take_back(self) -> None:
        """From here on its videos are in the library, or there never will be any by the engine that
        was asked. Raises OutcomeUnknownError while the library cannot be written.
        """
        give_up_at = asyncio.get_running_loop().time() + _TAKE_BACK_SECONDS
        while self.is_laid_down:
            try:
                await self._library.write(lambda rows: rows.handovers.withdraw(self._request_id))
                await self._look()
                self.is_laid_down = False
            except LibraryUnusableError as error:
                if asyncio.get_running_loop().time() > give_up_at:
                    raise OutcomeUnknownError(error.condition) from error
                await asyncio.sleep(_LOOK_EVERY_SECONDS)

    def _engine_ended(self) -> bool:
        return not FileEngineLock(self._places.engine_lock).is_held()


def _laid_down(rows: LibraryRows, asked: Handover) -> None:
    # An answer to an earlier asking, which this command has heard.
    rows.handovers.withdraw(asked.id)
    rows.handovers.ask(asked)


def _is_left(item: LibraryItem, is_anothers: bool) -> bool:
    """Whether it was never sent, and now waits in another window for the user's word."""
    return is_anothers and item.video.state is VideoState.RESERVED


def _standing(rows: LibraryRows, request_id: str, video_ids: Sequence[str]) -> _Standing:
    return _Standing(
        items=library_items(rows, rows.videos.many(video_ids), Vendors()),
        refusal=rows.handovers.refusal(request_id),
        is_taken=rows.handovers.is_taken(request_id),
        run=rows.handovers.run(),
    )
