"""The offer of the active wallet's vendor: what ships, over it what was read, kept fresh by itself.

The program starts with what ships; nothing here is waited for but a model that no release knows.
Everything is read slowly, kept with its day as it comes, and so goes on where it stopped.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, TypeVar

from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.errors import (
    KeyRejectedError,
    MalformedAnswerError,
    ProviderError,
    ProviderUnavailableError,
    RateLimitedError,
)
from videogen_desktop.domain.events import OfferChanged
from videogen_desktop.domain.model import VideoModel
from videogen_desktop.domain.offer import ListedModel, OfferFacts, confirmed, day_of, in_offer
from videogen_desktop.domain.provider import OfferTeller
from videogen_desktop.domain.vendor import Vendor, Vendors
from videogen_desktop.domain.wallet import Wallet, WalletKey
from videogen_desktop.services.announcer import Publish
from videogen_desktop.storage.discovered_rows import Discovered, DiscoveredKind
from videogen_desktop.storage.library import Library
from videogen_desktop.storage.library_rows import LibraryRows

_log = logging.getLogger(__name__)

DAY_MS = 24 * 3_600_000
# The first cards and their pictures come before it.
_FIRST_LOOK_MS = 10_000
_LOOK_AGAIN_MS = 3_600_000
_REST_MS = 10_000
_TRIES = 3
# One after the other: the network is gone, not a model.
_MOST_FAILURES = 3
# A list that lacks so many of those it had is no list.
_LEAST_SHARE = 0.5
_ROWS_AT_ONCE = 10
_CHARGES = 20
_Answer = TypeVar("_Answer")
Told = Callable[[int, int], None]


@dataclass(slots=True)
class _Notes:
    """What was read, by model; times are UTC milliseconds."""

    listed_at: int = 0
    listed: dict[str, Discovered] = field(default_factory=dict)
    schemas: dict[str, Discovered] = field(default_factory=dict)
    prices: dict[str, Discovered] = field(default_factory=dict)
    rates: dict[str, Discovered] = field(default_factory=dict)
    new: dict[str, Discovered] = field(default_factory=dict)

    def of(self, kind: DiscoveredKind) -> dict[str, Discovered]:
        every = (self.listed, self.schemas, self.prices, self.rates, self.new)
        return dict(zip(DiscoveredKind, every, strict=True))[kind]

    def facts(self, model_id: str, bundled: VideoModel | None) -> OfferFacts:
        listed, schema = self.listed.get(model_id), self.schemas.get(model_id)
        price, rate, new = (one.get(model_id) for one in (self.prices, self.rates, self.new))
        is_gone = self.listed_at and listed is not None and listed.read_at < self.listed_at
        return OfferFacts(
            ListedModel.from_text(model_id, listed.text if listed else ""),
            schema=schema.text if schema else None,
            price_text=price.text if price else "",
            price_since=day_of(price.read_at) if price else None,
            added=day_of(new.read_at) if new and bundled is None else None,
            retired=day_of(listed.read_at) if is_gone and listed else None,
            success_rate=float(rate.text) if rate and rate.text else None,
        )


class Catalogue:
    """The offer of one wallet's vendor. Worker's loop only."""

    def __init__(
        self,
        library: Library,
        wallet: Wallet,
        vendor: Vendor,
        provider: object,
        publish: Publish,
        clock: Clock,
        *,
        keeps_fresh: bool = True,
    ) -> None:
        """`provider` is asked where it is an OfferTeller. `keeps_fresh`: by itself, too."""
        self._library = library
        self._wallet = wallet
        self._plain = vendor
        self._teller = provider if isinstance(provider, OfferTeller) else None
        self._keeps_fresh = keeps_fresh and self._teller is not None
        self._publish = publish
        self._clock = clock
        self._bundled = {one.id: one for one in vendor.models}
        self._models = dict(self._bundled)
        self._notes = _Notes()
        self._vendor = vendor
        self._is_loaded = vendor.read_offer is None
        self._loading: asyncio.Task[None] | None = None
        self._reading: asyncio.Task[Any] | None = None
        self._unwritten: dict[DiscoveredKind, list[Discovered]] = {}
        self._one_at_a_time = asyncio.Lock()

    @property
    def vendor(self) -> Vendor:
        """With the models as they are known now; it does not change any more."""
        return self._vendor

    def among(self, vendors: Vendors) -> Vendors:
        """All of them, this one with the models as they are known at any time."""
        if self._plain.read_offer is None:
            return vendors
        live = replace(self._plain, read_models=lambda: self._vendor.models)
        return Vendors(*(live if one.name == live.name else one for one in vendors))

    async def load(self) -> None:
        """What was read in earlier runs. Raises LibraryUnusableError."""
        if self._is_loaded:
            return
        if self._loading is None:
            self._loading = asyncio.create_task(self._read_kept(), name="catalogue")
        try:
            # A caller that goes away does not make the next one begin anew.
            await asyncio.shield(self._loading)
        finally:
            if self._loading.done() and not self._is_loaded:
                self._loading = None

    async def close(self) -> None:
        """End what was begun; nothing is read any more."""
        begun = [one for one in (self._loading, self._reading) if one is not None]
        for task in begun:
            task.cancel()
        await asyncio.gather(*begun, return_exceptions=True)

    async def run(self) -> None:
        """Keep it fresh until cancelled; a vendor that cannot be asked is asked again later."""
        await self.load()
        # What our own server offers came with this program; and a command ends soon.
        while not self._keeps_fresh or self._plain.serve is not None:
            await self._clock.sleep(DAY_MS)
        await self._clock.sleep(_FIRST_LOOK_MS)
        while True:
            try:
                await self.refresh(stale_only=True)
            except ProviderError as error:
                _log.info("the offer could not be read: %s", type(error).__name__)
            await self._clock.sleep(_LOOK_AGAIN_MS)

    async def refresh(self, told: Told | None = None, *, stale_only: bool = False) -> Vendor:
        """Read what the vendor offers, one call after the other, and return it. `told` gets how
        much was read and of how much.

        What was read before it failed or was cancelled is kept. Raises ProviderError and its kinds,
        LibraryUnusableError.
        """
        teller = self._teller
        if teller is None or self._plain.read_offer is None:
            return self._vendor
        await self.load()
        async with self._one_at_a_time:
            self._reading = asyncio.current_task()
            try:
                # A command beside this window may have read it all.
                await self._take_kept()
                if not stale_only or self._is_stale(self._notes.listed_at):
                    await self._take_list(await self._asked(teller.listed_models))
                await self._read_each(
                    teller, told or (lambda _done, _of: None), stale_only=stale_only
                )
            finally:
                await self._write_down()
                self._reading = None
        return self._vendor

    # --- what was kept ---------------------------------------------------------------------------

    async def _read_kept(self) -> None:
        await self._take_kept()
        self._is_loaded = True

    async def _take_kept(self) -> None:
        key, before = self._wallet.key, self._notes.listed_at
        kept = await self._library.read(lambda rows: rows.discovered.every(key))
        changed = set[str]()
        for kind, rows in kept.items():
            notes = self._notes.of(kind)
            news = [one for one in rows if one.name not in notes or one != notes[one.name]]
            notes.update({one.name: one for one in news})
            changed.update(one.name for one in news)
        whole = self._notes.listed.pop("", None)
        self._notes.listed_at = whole.read_at if whole else 0
        known = {*self._notes.listed, *self._notes.schemas, *self._notes.prices}
        # Which of them the list has no more, its own day tells.
        if touched := known & changed if self._notes.listed_at == before else known:
            await self._rebuild(touched)
            self._tell()

    async def _keep(self, kind: DiscoveredKind, said: Sequence[Discovered]) -> None:
        for start in range(0, len(said), _ROWS_AT_ONCE):
            some = said[start : start + _ROWS_AT_ONCE]
            await self._library.write(partial(_put, self._wallet.key, kind, some))
            await asyncio.sleep(0)
        self._notes.of(kind).update({one.name: one for one in said if one.name})

    async def _keep_soon(self, kind: DiscoveredKind, said: Discovered) -> None:
        """A second's reading is no reason to make a disk turn: some are written together."""
        self._notes.of(kind)[said.name] = said
        waiting = self._unwritten.setdefault(kind, [])
        waiting.append(said)
        if len(waiting) >= _ROWS_AT_ONCE:
            await self._write_down()

    async def _write_down(self) -> None:
        unwritten, self._unwritten = self._unwritten, {}
        for kind, said in unwritten.items():
            await self._keep(kind, said)

    # --- what is asked ---------------------------------------------------------------------------

    async def _asked(self, ask: Callable[[], Awaitable[_Answer]]) -> _Answer:
        for _ in range(_TRIES - 1):
            try:
                return await ask()
            except RateLimitedError as error:
                await self._clock.sleep(error.retry_after_ms or _REST_MS)
        return await ask()

    async def _take_list(self, listed: Sequence[ListedModel]) -> None:
        """Raises MalformedAnswerError for a list that lacks most of what is known."""
        named = {one.id for one in listed}
        before = {name for name, one in self._notes.listed.items() if self._is_listed(one)}
        known = before or set(self._bundled)
        if not named or len(named & known) < len(known) * _LEAST_SHARE:
            raise MalformedAnswerError("the list lacks most models")
        now = self._clock.now_ms()
        candidates = [one for one in listed if one.may_fit or one.id in self._bundled]
        # Gone since this reading, and not again with each further one.
        gone = self._bundled.keys() - named - self._notes.listed.keys()
        lines = [Discovered(one.id, one.as_text(), now) for one in candidates]
        lines += [Discovered(one, "", now - 1) for one in gone]
        await self._keep(DiscoveredKind.LIST, lines)
        fresh = [one.id for one in candidates if one.id not in self._bundled]
        added = [Discovered(one, "", now) for one in fresh if one not in self._notes.new]
        await self._keep(DiscoveredKind.NEW, added)
        await self._keep(DiscoveredKind.PRICE, self._changed_prices(candidates, now))
        # Last: a reading that was cut off is begun anew.
        await self._keep(DiscoveredKind.LIST, [Discovered("", "", now)])
        self._notes.listed_at = now
        await self._rebuild({*named, *self._models} & {*self._notes.listed})
        self._tell()

    def _changed_prices(self, listed: Sequence[ListedModel], now: int) -> list[Discovered]:
        return [
            Discovered(one.id, one.price_text or "", now)
            for one in listed
            if one.price_text != (said.text if (said := self._notes.prices.get(one.id)) else None)
        ]

    async def _read_each(self, teller: OfferTeller, told: Told, *, stale_only: bool) -> None:
        """Schemas, those first that nobody here has seen, then how often runs succeed."""
        schemas = self._wanted(DiscoveredKind.SCHEMA, stale_only=stale_only)
        rates = len(self._wanted(DiscoveredKind.RATE, stale_only=stale_only))
        expected = len(schemas) + rates
        await self._each(
            schemas, partial(self._read_schema, teller), lambda done: told(done, expected)
        )
        self._tell()
        rated = self._wanted(DiscoveredKind.RATE, stale_only=stale_only)
        before, total = len(schemas), len(schemas) + len(rated)
        await self._each(
            rated, partial(self._read_rate, teller), lambda done: told(before + done, total)
        )
        await self._settle_prices()
        self._tell()

    async def _each(
        self,
        model_ids: Sequence[str],
        read: Callable[[str], Awaitable[None]],
        told: Callable[[int], None],
    ) -> None:
        failures = 0
        for number, model_id in enumerate(model_ids, start=1):
            try:
                await read(model_id)
                failures = 0
            except KeyRejectedError:
                raise
            except (MalformedAnswerError, ProviderUnavailableError) as error:
                _log.info("%s: %s", model_id, error)
                failures += 1
                if failures == _MOST_FAILURES:
                    raise
            told(number)

    def _wanted(self, kind: DiscoveredKind, *, stale_only: bool) -> list[str]:
        read = self._notes.of(kind)
        offered = [name for name, one in self._notes.listed.items() if self._is_listed(one)]
        if kind is DiscoveredKind.RATE:
            offered = [one for one in offered if one in self._models]
        due = [
            one
            for one in offered
            if not stale_only or one not in read or self._is_stale(read[one].read_at)
        ]
        return sorted(due, key=lambda one: (one in read, one in self._bundled))

    async def _read_schema(self, teller: OfferTeller, model_id: str) -> None:
        text = await self._asked(lambda: teller.schema(model_id))
        before = self._notes.schemas.get(model_id)
        said = Discovered(model_id, text, self._clock.now_ms())
        await self._keep_soon(DiscoveredKind.SCHEMA, said)
        if before is None or before.text != text:
            is_known = model_id in self._models
            await self._rebuild({model_id})
            if not is_known and model_id in self._models:
                self._tell()

    async def _read_rate(self, teller: OfferTeller, model_id: str) -> None:
        rate = await self._asked(lambda: teller.success_rate(model_id))
        text = "" if rate is None else str(rate)
        said = Discovered(model_id, text, self._clock.now_ms())
        await self._keep_soon(DiscoveredKind.RATE, said)
        if (model := self._models.get(model_id)) is not None:
            self._models[model_id] = replace(model, success_rate=rate)

    def _is_listed(self, one: Discovered) -> bool:
        return one.read_at >= self._notes.listed_at

    def _is_stale(self, read_at: int) -> bool:
        """Older than a day, or from a time that has not come yet."""
        return not 0 <= self._clock.now_ms() - read_at < DAY_MS

    # --- what comes of it ------------------------------------------------------------------------

    async def _rebuild(self, model_ids: set[str]) -> None:
        """One model, then whoever else has something to do: none takes long."""
        read_offer = self._plain.read_offer
        if read_offer is None:
            return
        for model_id in sorted(model_ids):
            bundled = self._bundled.get(model_id)
            model = read_offer(self._notes.facts(model_id, bundled), bundled)
            if model is None:
                self._models.pop(model_id, None)
            else:
                settled = await self._settled(replace(model, vendor=self._plain.name))
                self._models[model_id] = settled
            await asyncio.sleep(0)

    async def _settle_prices(self) -> None:
        """What was charged meanwhile says which of two prices holds."""
        in_doubt = [one for one in self._models.values() if any(p.drifted for p in one.prices)]
        await self._rebuild({one.id for one in in_doubt})

    async def _settled(self, model: VideoModel) -> VideoModel:
        if all(one.drifted is None for one in model.prices):
            return model
        wallet_id = self._wallet.id
        videos = await self._library.read(
            lambda rows: rows.videos.charged(wallet_id, model.id, _CHARGES)
        )
        return confirmed(model, videos)

    def _tell(self) -> None:
        order = [*self._bundled, *sorted(self._models.keys() - self._bundled.keys())]
        today = day_of(self._clock.now_ms())
        models = in_offer((self._models[one] for one in order if one in self._models), today)
        if models != self._vendor.models:
            self._vendor = self._plain.with_models(models)
            self._publish(OfferChanged(self._vendor))


async def kept_offer(library: Library, key: WalletKey, vendor: Vendor, clock: Clock) -> Vendor:
    """The vendor with the models as they were last read, for whoever only looks. Raises
    LibraryUnusableError."""
    wallet = await library.read(lambda rows: rows.wallets.find(key))
    if wallet is None:
        return vendor
    catalogue = Catalogue(library, wallet, vendor, None, lambda _event: None, clock)
    await catalogue.load()
    return catalogue.vendor


def _put(
    key: WalletKey, kind: DiscoveredKind, said: Sequence[Discovered], rows: LibraryRows
) -> None:
    rows.discovered.put(key.provider, key.api_base, kind, *said)
