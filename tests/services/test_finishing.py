"""However often and by whoever it is told, a task ends once."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.requests import a_request
from tests.services.rig import running
from tests.services.scripted_provider import FAILED, RUNNING, ScriptedProvider, succeeded
from tests.services.virtual_time import run_virtually
from videogen_desktop.domain.errors import ImplausibleCostError, SentUnknownError
from videogen_desktop.domain.events import ProblemReported
from videogen_desktop.domain.ledger import EntryKind
from videogen_desktop.domain.provider import ConsumedCredits, TaskStatus
from videogen_desktop.domain.states import VideoState
from videogen_desktop.services.library_phases import PLAUSIBLE_TIMES

REFUNDED = {EntryKind.RESERVE, EntryKind.CAPTURE, EntryKind.REFUND}


def test_a_failure_told_twice_is_refunded_once(tmp_path: Path) -> None:
    async def story() -> None:
        async with running(tmp_path, ScriptedProvider()) as rig:
            video = await rig.engine.generate(a_request())
            assert await rig.parts.finisher.finish(video.id, FAILED) is True
            assert await rig.parts.finisher.finish(video.id, FAILED) is False
            assert rig.balance().available == 1000_00

    run_virtually(story())


def test_a_later_contradiction_moves_nothing_and_is_written_down_once(tmp_path: Path) -> None:
    async def story() -> None:
        async with running(tmp_path, ScriptedProvider()) as rig:
            video = await rig.engine.generate(a_request())
            await rig.parts.finisher.finish(video.id, FAILED)
            for _ in range(3):
                assert await rig.parts.finisher.finish(video.id, succeeded(100_00)) is False
            assert rig.video(video.id).state is VideoState.FAILED
            assert rig.kinds(video.id) == REFUNDED
            assert rig.timeline(video.id).count("contradiction") == 1

    run_virtually(story())


def test_news_of_a_video_that_may_not_have_been_accepted_moves_nothing(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(creates=[SentUnknownError("reset")])
        async with running(tmp_path, provider) as rig:
            video = await rig.engine.generate(a_request())
            assert await rig.parts.finisher.finish(video.id, FAILED) is False
            assert rig.kinds(video.id) == {EntryKind.RESERVE}

    run_virtually(story())


def test_a_deleted_video_is_polled_on_and_its_failure_refunded(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(script=((0, FAILED),))
        async with running(tmp_path, provider) as rig:
            video = await rig.engine.generate(a_request())
            await rig.engine.delete(video.id)
            assert (await rig.engine.opened()).first_page.ids == ()
            await rig.engine.until_idle()
            assert rig.kinds(video.id) == REFUNDED

    run_virtually(story())


def test_what_was_found_ends_without_money(tmp_path: Path) -> None:
    async def story() -> None:
        async with running(tmp_path, ScriptedProvider(script=((0, RUNNING),))) as rig:
            before = rig.balance()
            for task_id, status in (("one", FAILED), ("two", succeeded(30_00))):
                found = (await rig.engine.rescuer.rescue(task_id)).video
                assert found is not None
                assert await rig.parts.finisher.finish(found.id, status) is True
                assert rig.kinds(found.id) == set()
            assert rig.balance() == before

    run_virtually(story())


@pytest.mark.parametrize("end", [succeeded, lambda cost: replace(FAILED, consumed=cost)])
def test_a_cost_that_cannot_be_right_is_asked_about_and_not_booked(
    tmp_path: Path, end: Callable[[Any], TaskStatus]
) -> None:
    absurd = 10**14
    status = end(absurd if end is succeeded else ConsumedCredits(absurd, "1e12"))

    async def story() -> None:
        async with running(tmp_path, ScriptedProvider()) as rig:
            video = await rig.engine.generate(a_request())
            assert await rig.parts.finisher.finish(video.id, status) is True
            assert EntryKind.SETTLE not in rig.kinds(video.id)
            ended = rig.video(video.id)
            assert ended.consumed is None
            assert rig.balance().available == 1000_00 - ended.cost
            (told,) = [event for event in rig.events if isinstance(event, ProblemReported)]
            assert isinstance(told.error, ImplausibleCostError)
            assert (told.error.claimed, told.error.price) == (absurd, video.price)

    run_virtually(story())


def test_a_cost_of_some_times_the_price_is_believed(tmp_path: Path) -> None:
    async def story() -> None:
        async with running(tmp_path, ScriptedProvider()) as rig:
            video = await rig.engine.generate(a_request())
            await rig.parts.finisher.finish(video.id, succeeded(PLAUSIBLE_TIMES * video.price))
            assert rig.video(video.id).cost == PLAUSIBLE_TIMES * video.price

    run_virtually(story())
