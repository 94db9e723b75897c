"""A price that nobody knows: the most is held, and the provider's figure settles it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from tests.requests import SANDBOX, SANDBOX_VIDEO, a_request
from tests.services.input_files import offer
from tests.services.rig import Rig, running
from tests.services.scripted_provider import FAILED, PRICE, ScriptedProvider, succeeded
from tests.services.virtual_time import run_virtually
from videogen_desktop.domain.charges import is_at_most
from videogen_desktop.domain.errors import (
    NotEnoughCreditsError,
    PriceAboveMostError,
    PriceUnknownError,
)
from videogen_desktop.domain.ledger import EntryKind
from videogen_desktop.domain.request import VideoRequest

UNPRICED = replace(SANDBOX, read_models=lambda: (replace(SANDBOX_VIDEO, prices=()),))
MOST = 250_00
ASKED = VideoRequest("", "Một con mèo")


@asynccontextmanager
async def unpriced(folder: Path, provider: ScriptedProvider) -> AsyncIterator[Rig]:
    async with running(folder, provider) as rig:
        offer(rig.engine, UNPRICED)
        yield rig


def nothing_moved(rig: Rig) -> bool:
    with rig.library.reading() as rows:
        videos = rows.videos.every()
    return not videos and rig.balance().held == 0


@pytest.mark.parametrize("most", [None, 0])
def test_without_a_most_that_may_be_held_nothing_is_reserved(
    tmp_path: Path, most: int | None
) -> None:
    async def story() -> None:
        async with unpriced(tmp_path, ScriptedProvider()) as rig:
            with pytest.raises(PriceUnknownError):
                await rig.engine.create(ASKED, most=most)
            assert nothing_moved(rig)

    run_virtually(story())


def test_a_known_price_above_what_may_be_held_is_refused_before_anything_is_reserved(
    tmp_path: Path,
) -> None:
    async def story() -> None:
        async with running(tmp_path, ScriptedProvider()) as rig:
            for takes, most in ((1, PRICE - 1), (3, 3 * PRICE - 1)):
                with pytest.raises(PriceAboveMostError) as refused:
                    await rig.engine.create(a_request(), takes=takes, most=most)
                assert refused.value.price == PRICE
            assert nothing_moved(rig)
            (video,) = await rig.engine.create(a_request(), most=PRICE)
            assert video.price == PRICE

    run_virtually(story())


def test_the_most_is_held_and_what_the_provider_did_not_take_comes_back_once(
    tmp_path: Path,
) -> None:
    async def story() -> None:
        provider = ScriptedProvider(script=((5_000, succeeded(60_00)),))
        async with unpriced(tmp_path, provider) as rig:
            (video,) = await rig.engine.create(ASKED, most=MOST)
            assert rig.balance().available == 1000_00 - MOST
            assert is_at_most(await rig.item(video.id))
            await rig.engine.until_idle()
            assert await rig.parts.finisher.finish(video.id, succeeded(60_00)) is False
            assert rig.kinds(video.id) == {
                EntryKind.RESERVE,
                EntryKind.CAPTURE,
                EntryKind.SETTLE,
            }
            assert rig.balance().available == 1000_00 - 60_00
            assert not is_at_most(await rig.item(video.id))

    run_virtually(story())


def test_of_a_success_whose_cost_is_not_said_no_cost_is_guessed(tmp_path: Path) -> None:
    async def story() -> None:
        async with unpriced(tmp_path, ScriptedProvider(script=((0, succeeded()),))) as rig:
            (video,) = await rig.engine.create(ASKED, most=MOST)
            await rig.engine.until_idle()
            assert rig.kinds(video.id) == {EntryKind.RESERVE, EntryKind.CAPTURE}
            assert is_at_most(await rig.item(video.id)), "what comes back is the balance's to say"

    run_virtually(story())


def test_a_failure_gives_all_of_it_back(tmp_path: Path) -> None:
    async def story() -> None:
        async with unpriced(tmp_path, ScriptedProvider(script=((0, FAILED),))) as rig:
            (video,) = await rig.engine.create(ASKED, most=MOST)
            await rig.engine.until_idle()
            assert rig.balance().available == 1000_00
            assert EntryKind.REFUND in rig.kinds(video.id)

    run_virtually(story())


def test_takes_share_what_may_be_held(tmp_path: Path) -> None:
    async def story() -> None:
        async with unpriced(tmp_path, ScriptedProvider()) as rig:
            made = await rig.engine.create(ASKED, takes=3, most=100_00)
            assert [video.price for video in made] == [33_33] * 3
            with pytest.raises(NotEnoughCreditsError):
                await rig.engine.create(ASKED, most=2_000_00, confirmed=True)

    run_virtually(story())
