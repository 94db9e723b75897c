"""The offer of a vendor: read slowly, kept with its day, never needed for a start."""

import asyncio
import json
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field, replace
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any

import pytest

from tests.requests import KIE, KLING, SANDBOX, SANDBOX_VIDEO, SANDBOX_WALLET, WAN, a_request
from tests.services.rig import Rig, an_empty_library, running
from tests.services.scripted_provider import ScriptedProvider, succeeded
from tests.services.virtual_time import VirtualClock, run_virtually
from videogen_desktop.domain.errors import (
    KeyRejectedError,
    MalformedAnswerError,
    ProviderUnavailableError,
    RateLimitedError,
)
from videogen_desktop.domain.events import Event, OfferChanged
from videogen_desktop.domain.model import VideoModel
from videogen_desktop.domain.offer import CHARGED, ListedModel, day_of, stand_in
from videogen_desktop.domain.request import VideoRequest
from videogen_desktop.domain.vendor import Vendor
from videogen_desktop.services.account import find_or_add_wallet
from videogen_desktop.services.catalogue import DAY_MS, Catalogue
from videogen_desktop.services.system import random_id
from videogen_desktop.storage.directories import directories
from videogen_desktop.storage.library import SqliteLibrary, open_library

NEW = "tomorrow/text-to-video"
SCHEMA = json.dumps(
    {
        "properties": {
            "prompt": {"type": "string"},
            "aspect_ratio": {"type": "string", "enum": ["16:9", "9:16"]},
            "duration": {"type": "integer", "minimum": 4, "maximum": 6},
            "wobble": {"type": "boolean"},
        },
        "required": ["prompt", "duration"],
    }
)
OLD = date(2026, 10, 10)
SHIPPED_MODELS = (
    replace(SANDBOX_VIDEO, prices=tuple(replace(one, day=OLD) for one in SANDBOX_VIDEO.prices)),
    KLING,
    KIE.model("kling/v2-5-turbo-text-to-video-pro"),
    WAN,
)
VENDOR = replace(SANDBOX.with_models(SHIPPED_MODELS), serve=None)
SHIPPED = [one.id for one in SHIPPED_MODELS]


def virtually(story: Callable[..., Coroutine[Any, Any, None]]) -> Callable[..., None]:
    """Run the test in time that jumps."""

    @wraps(story)
    def run(*given: Any, **named: Any) -> None:
        run_virtually(story(*given, **named))

    return run


@dataclass
class Teller:
    """A vendor's words; `failures` come before an answer, one a call."""

    clock: VirtualClock
    listed: list[ListedModel] = field(default_factory=list)
    schemas: dict[str, str] = field(default_factory=dict)
    failures: dict[str, list[Exception]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    async def listed_models(self) -> tuple[ListedModel, ...]:
        await self._ask("list")
        return tuple(self.listed)

    async def schema(self, model_id: str) -> str:
        await self._ask(f"schema {model_id}")
        return self.schemas.get(model_id, "")

    async def success_rate(self, model_id: str) -> float | None:
        await self._ask(f"rate {model_id}")
        return 97.5

    async def _ask(self, what: str) -> None:
        self.asked.append(what)
        await self.clock.sleep(1_100)
        failures = self.failures.get(what, [])
        if failures:
            raise failures.pop(0)


def a_teller(clock: VirtualClock) -> Teller:
    shipped = [ListedModel(one.id, one.title, one.maker) for one in SHIPPED_MODELS]
    new = ListedModel(NEW, "Tomorrow", "Somebody", ("Text to Video",), "7 credits per second")
    return Teller(clock, [*shipped, new], {NEW: SCHEMA})


@dataclass
class World:
    library: SqliteLibrary
    clock: VirtualClock
    teller: Teller
    events: list[Event] = field(default_factory=list)

    async def catalogue(self, vendor: Vendor = VENDOR) -> Catalogue:
        """As a program that starts has it."""
        wallet = await find_or_add_wallet(self.library, SANDBOX_WALLET, random_id, 1)
        return Catalogue(self.library, wallet, vendor, self.teller, self.events.append, self.clock)


def world(folder: Path) -> World:
    places = directories(folder)
    places.data.mkdir(parents=True, exist_ok=True)
    if not places.database.exists():
        places.database.write_bytes(an_empty_library())
    clock = VirtualClock()
    return World(open_library(places, clock.now_ms()), clock, a_teller(clock))


def model_of(catalogue: Catalogue, model_id: str) -> VideoModel:
    return catalogue.vendor.model(model_id)


def ids(catalogue: Catalogue) -> list[str]:
    return [one.id for one in catalogue.vendor.models]


@virtually
async def test_a_start_needs_nobody_and_what_ships_is_there_at_once(tmp_path: Path) -> None:
    here = world(tmp_path)
    catalogue = await here.catalogue()
    assert ids(catalogue) == SHIPPED
    running = asyncio.create_task(catalogue.run())
    await here.clock.sleep(9_000)
    assert here.teller.asked == []
    await here.clock.sleep(60_000)
    assert NEW in ids(catalogue)
    running.cancel()
    here.library.close()


@virtually
async def test_a_model_that_no_release_knows_appears_with_its_controls(tmp_path: Path) -> None:
    here = world(tmp_path)
    catalogue = await here.catalogue()
    await catalogue.refresh()
    model = model_of(catalogue, NEW)
    assert [one.role for one in model.parameters] == ["aspect_ratio", "duration", "wobble"]
    assert (model.title, model.maker, model.vendor) == ("Tomorrow", "Somebody", "sandbox")
    assert model.added == day_of(here.clock.now_ms())
    assert model.success_rate == 97.5
    asked = VideoRequest(NEW, "Một con mèo", {"duration": 5, "wobble": True})
    priced = catalogue.vendor.priced(asked)
    assert priced.price == 35_00
    assert json.loads(priced.body)["input"]["wobble"] is True
    assert isinstance(here.events[-1], OfferChanged)
    assert here.events[-1].vendor is catalogue.vendor
    # Asked for before everything that ships.
    assert here.teller.asked[:2] == ["list", f"schema {NEW}"]
    here.library.close()


@virtually
async def test_what_was_read_is_there_at_the_next_start_and_is_not_asked_for_again(
    tmp_path: Path,
) -> None:
    here = world(tmp_path)
    await (await here.catalogue()).refresh()
    asked = len(here.teller.asked)
    later = await here.catalogue()
    await later.load()
    assert NEW in ids(later)
    await here.clock.sleep(DAY_MS // 2)
    await later.refresh(stale_only=True)
    assert len(here.teller.asked) == asked
    await here.clock.sleep(DAY_MS)
    await later.refresh(stale_only=True)
    assert len(here.teller.asked) == 2 * asked
    here.library.close()


@virtually
async def test_what_another_program_reads_meanwhile_is_found_and_not_asked_for_again(
    tmp_path: Path,
) -> None:
    here = world(tmp_path)
    window = await here.catalogue()
    await window.refresh(stale_only=True)
    await here.clock.sleep(DAY_MS * 2)
    later = "tomorrow/image-to-video"
    here.teller.listed = [*here.teller.listed[1:], ListedModel(later, "Later", "Somebody")]
    here.teller.schemas[later] = SCHEMA
    await (await here.catalogue()).refresh()
    asked = len(here.teller.asked)
    here.events.clear()
    await window.refresh(stale_only=True)
    assert len(here.teller.asked) == asked
    assert later in ids(window)
    assert model_of(window, SHIPPED[0]).retired is not None
    assert any(isinstance(event, OfferChanged) for event in here.events)
    here.library.close()


@virtually
async def test_a_reading_that_was_cut_off_goes_on_where_it_stopped(tmp_path: Path) -> None:
    here = world(tmp_path)
    reading = asyncio.create_task((await here.catalogue()).refresh(stale_only=True))
    await here.clock.sleep(3_000)
    reading.cancel()
    await asyncio.gather(reading, return_exceptions=True)
    first = here.teller.asked[:-1]
    assert len(first) == 2
    here.teller.asked.clear()
    await (await here.catalogue()).refresh(stale_only=True)
    assert not set(first) & set(here.teller.asked)
    here.library.close()


@virtually
async def test_a_refusal_for_pace_is_rested_and_one_of_the_key_ends_it(tmp_path: Path) -> None:
    here = world(tmp_path)
    here.teller.failures[f"schema {NEW}"] = [RateLimitedError("too fast"), RateLimitedError("", 50)]
    catalogue = await here.catalogue()
    await catalogue.refresh()
    assert NEW in ids(catalogue)
    here.teller.failures["list"] = [KeyRejectedError("no")]
    here.teller.asked.clear()
    with pytest.raises(KeyRejectedError):
        await catalogue.refresh()
    assert here.teller.asked == ["list"]
    assert NEW in ids(catalogue)
    here.library.close()


@virtually
async def test_a_schema_that_cannot_be_read_costs_the_others_nothing(tmp_path: Path) -> None:
    here = world(tmp_path)
    here.teller.failures[f"schema {SHIPPED[0]}"] = [MalformedAnswerError("<html>")]
    here.teller.failures[f"rate {NEW}"] = [ProviderUnavailableError("404")]
    catalogue = await here.catalogue()
    await catalogue.refresh()
    assert [*SHIPPED, NEW] == ids(catalogue)
    here.library.close()


@virtually
async def test_a_network_that_is_gone_ends_it_and_what_was_read_stays(tmp_path: Path) -> None:
    here = world(tmp_path)
    for name in [*SHIPPED, NEW]:
        here.teller.failures[f"rate {name}"] = [ProviderUnavailableError("ConnectError")] * 9
    catalogue = await here.catalogue()
    with pytest.raises(ProviderUnavailableError):
        await catalogue.refresh()
    assert NEW in ids(catalogue)
    here.library.close()


@pytest.mark.parametrize("listed", [[], [ListedModel("else/video", "Else", "")]])
@virtually
async def test_a_list_that_lacks_most_of_what_is_known_retires_nothing(
    tmp_path: Path, listed: list[ListedModel]
) -> None:
    here = world(tmp_path)
    catalogue = await here.catalogue()
    await catalogue.refresh()
    here.teller.listed = listed
    with pytest.raises(MalformedAnswerError):
        await catalogue.refresh()
    assert [one.retired for one in catalogue.vendor.models if one.retired] == []
    here.library.close()


@virtually
async def test_a_model_that_is_listed_no_more_is_retired_and_another_stands_in(
    tmp_path: Path,
) -> None:
    here = world(tmp_path)
    catalogue = await here.catalogue()
    await catalogue.refresh()
    gone = KLING.id
    here.teller.listed = [one for one in here.teller.listed if one.id != gone]
    last_seen = day_of(here.clock.now_ms())
    await here.clock.sleep(DAY_MS * 2)
    await catalogue.refresh()
    await here.clock.sleep(DAY_MS * 2)
    await catalogue.refresh()
    model = model_of(catalogue, gone)
    assert model.retired is not None and abs((model.retired - last_seen).days) <= 1
    # It is known by its name, and never what a new request begins with.
    assert catalogue.vendor.models[-1].id == gone
    today = day_of(here.clock.now_ms())
    other = stand_in(gone, catalogue.vendor.models, today)
    assert other is not None and other.id == "kling/v2-5-turbo-text-to-video-pro"
    here.teller.listed = a_teller(here.clock).listed
    await catalogue.refresh()
    assert model_of(catalogue, gone).retired is None
    here.library.close()


# --- prices --------------------------------------------------------------------------------------


def said_to_cost(teller: Teller, text: str | None) -> None:
    first = SHIPPED[0]
    teller.listed = [
        replace(one, price_text=text) if one.id == first else one for one in teller.listed
    ]


@pytest.mark.parametrize(
    ("text", "is_doubted"),
    [
        ("5s: 100 credits (~$0.50), 10s: 200 credits; 1080p 150 or 300 credits", False),
        ("60 to 900 credits per video", False),
        (None, False),
        ("130 credits per video", True),
        ("Ask us", True),
    ],
)
@virtually
async def test_words_that_name_another_price_put_ours_in_doubt_and_change_nothing(
    tmp_path: Path, text: str | None, is_doubted: bool
) -> None:
    here = world(tmp_path)
    said_to_cost(here.teller, text)
    catalogue = await here.catalogue()
    await catalogue.refresh()
    shipped, model = SHIPPED_MODELS[0], model_of(catalogue, SHIPPED[0])
    assert [one.amount for one in model.prices] == [one.amount for one in shipped.prices]
    day = day_of(here.clock.now_ms()) if is_doubted else None
    assert {one.drifted for one in model.prices} == {day}
    here.library.close()


@pytest.mark.parametrize(("charged", "holds"), [(130_00, 130_00), (100_00, 100_00)])
@virtually
async def test_the_next_real_charge_says_which_price_holds(
    tmp_path: Path, charged: int, holds: int
) -> None:
    provider = ScriptedProvider(script=((0, succeeded(charged)),))
    async with running(tmp_path, provider) as rig:
        catalogue, teller = catalogue_of(rig)
        said_to_cost(teller, "130 credits per video")
        await catalogue.refresh()
        assert all(one.drifted for one in model_of(catalogue, SHIPPED[0]).prices)
        await rig.engine.generate(a_request())
        await rig.engine.until_idle()
        await catalogue.refresh()
        model = model_of(catalogue, SHIPPED[0])
        price = model.price_row(model.choice(a_request()))
        assert price is not None
        assert (price.amount, price.drifted, price.source) == (holds, None, CHARGED)


def catalogue_of(rig: Rig) -> tuple[Catalogue, Teller]:
    teller = a_teller(rig.clock)
    wallet, library = rig.parts.wallet, rig.parts.library
    return Catalogue(library, wallet, VENDOR, teller, rig.events.append, rig.clock), teller
