"""Takes of one request, and what continues what."""

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.requests import a_request
from tests.services.rig import Rig, running
from tests.services.scripted_provider import PRICE, ScriptedProvider, succeeded
from tests.services.virtual_time import run_virtually
from tests.storage.filled_library import new_video
from videogen_desktop.domain.errors import (
    NotEnoughCreditsError,
    RefusedError,
    RepeatedRequestError,
    SentUnknownError,
    SpendCapReachedError,
    TooManyInFlightError,
    VideoGenError,
)
from videogen_desktop.domain.ledger import EntryKind
from videogen_desktop.domain.request import MOST_TAKES, take_ids
from videogen_desktop.domain.spend_guards import SpendGuards
from videogen_desktop.domain.states import Origin, Reason, VideoState

FOUND: dict[str, Any] = {"origin": Origin.IMPORTED, "state": VideoState.COMPLETED}
ID = "0a0b0c0d-0000-4000-8000-000000000000"


def videos(rig: Rig) -> int:
    with rig.library.reading() as rows:
        return len(rows.videos.every())


def test_takes_are_videos_of_their_own_reserved_at_once_and_sent_once_each(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(script=((0, succeeded(PRICE)),))
        async with running(tmp_path, provider) as rig:
            made = await rig.engine.create(a_request(), takes=3, request_id=ID)
            assert tuple(video.id for video in made) == take_ids(ID, 3)
            assert len({video.request_id for video in made}) == 3
            assert {video.take_group_id for video in made} == {ID}
            assert len({video.created_at for video in made}) == 1
            assert len(provider.sent) == 3
            assert len({request.body for request in provider.sent}) == 1
            await rig.engine.until_idle()
            for video in made:
                assert rig.video(video.id).state is VideoState.COMPLETED
                assert rig.kinds(video.id) == {EntryKind.RESERVE, EntryKind.CAPTURE}
                assert (await rig.item(video.id)).clip is not None
            assert rig.balance().available == 700_00

    run_virtually(story())


def test_one_video_is_no_take_group(tmp_path: Path) -> None:
    async def story() -> None:
        async with running(tmp_path, ScriptedProvider()) as rig:
            (video,) = await rig.engine.create(a_request(), request_id=ID)
            assert (video.id, video.take_group_id) == (ID, None)

    run_virtually(story())


@pytest.mark.parametrize("takes", [-1, 0, MOST_TAKES + 1, 1_000_000])
def test_no_other_number_of_takes_is_made(tmp_path: Path, takes: int) -> None:
    async def story() -> None:
        async with running(tmp_path, ScriptedProvider()) as rig:
            with pytest.raises(ValueError, match=str(takes)):
                await rig.engine.create(a_request(), takes=takes)
            assert videos(rig) == 0

    run_virtually(story())


@pytest.mark.parametrize(
    ("limits", "error"),
    [
        (SpendGuards(), NotEnoughCreditsError(350_00, 400_00)),
        (SpendGuards(day_cap=399_99), SpendCapReachedError("day", 399_99, 0, 400_00)),
        (SpendGuards(month_cap=399_99), SpendCapReachedError("month", 399_99, 0, 400_00)),
        (SpendGuards(in_flight_cap=3), TooManyInFlightError(0, 3, 4)),
    ],
    ids=["credits", "day", "month", "in flight"],
)
def test_what_is_too_much_for_all_takes_makes_none(
    tmp_path: Path, limits: SpendGuards, error: VideoGenError
) -> None:
    async def story() -> None:
        async with running(tmp_path, ScriptedProvider(credits=350_00)) as rig:
            await rig.set_limits(limits)
            with pytest.raises(type(error)) as refused:
                await rig.engine.create(a_request(), takes=4)
            assert refused.value.args == error.args
            assert (videos(rig), rig.balance().held) == (0, 0)
            await rig.engine.create(a_request(), takes=3)
            assert (videos(rig), rig.balance().available) == (3, 50_00)

    run_virtually(story())


def test_takes_are_no_repetition_of_each_other_but_the_same_request_after_them_is(
    tmp_path: Path,
) -> None:
    async def story() -> None:
        async with running(tmp_path, ScriptedProvider()) as rig:
            await rig.engine.create(a_request(), takes=2)
            with pytest.raises(RepeatedRequestError):
                await rig.engine.create(a_request(), takes=2)
            await rig.engine.create(a_request(), takes=2, confirmed=True)
            assert videos(rig) == 4

    run_virtually(story())


def test_each_take_ends_by_itself_whatever_becomes_of_the_others(tmp_path: Path) -> None:
    async def story() -> None:
        answers: list[str | Exception] = [
            "task-1",
            SentUnknownError("reset"),
            RefusedError("no", "422"),
            "task-4",
        ]
        async with running(tmp_path, ScriptedProvider(creates=answers)) as rig:
            made = await rig.engine.create(a_request(), takes=4)
            stands = {(video.state, video.reason) for video in made}
            assert stands == {
                (VideoState.PENDING, None),
                (VideoState.UNCONFIRMED, Reason.SENT_UNKNOWN),
                (VideoState.FAILED, Reason.REFUSED),
            }
            assert (rig.balance().available, rig.balance().held) == (700_00, 100_00)

    run_virtually(story())


def test_a_defect_in_one_take_leaves_the_others_alone(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(creates=["task-1", RuntimeError("a defect"), "task-3"])
        async with running(tmp_path, provider) as rig:
            with pytest.raises(RuntimeError, match="a defect"):
                await rig.engine.create(a_request(), takes=3, request_id=ID)
            states = sorted(rig.video(one).state for one in take_ids(ID, 3))
            assert states == ["pending", "pending", "unconfirmed"]

    run_virtually(story())


def test_a_caller_that_goes_away_takes_no_take_with_it(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(create_seconds=5)
        async with running(tmp_path, provider) as rig:
            asking = asyncio.create_task(rig.engine.create(a_request(), takes=3, request_id=ID))
            await rig.clock.sleep(1_000)
            asking.cancel()
            await rig.clock.sleep(10_000)
            assert [rig.video(one).state for one in take_ids(ID, 3)] == [VideoState.PENDING] * 3

    run_virtually(story())


def test_an_engine_that_closes_waits_for_every_take_under_way(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(create_seconds=5)
        async with running(tmp_path, provider) as rig:
            asking = asyncio.create_task(rig.engine.create(a_request(), takes=3, request_id=ID))
            await rig.clock.sleep(1_000)
            await rig.engine.close()
            assert [video.state for video in await asking] == [VideoState.PENDING] * 3

    run_virtually(story())


def test_a_further_result_of_a_take_is_none(tmp_path: Path) -> None:
    async def story() -> None:
        urls = ("https://cdn.example/one.mp4", "https://cdn.example/two.mp4")
        both = replace(succeeded(PRICE), result_urls=urls)
        async with running(tmp_path, ScriptedProvider(script=((0, both),))) as rig:
            made = await rig.engine.create(a_request(), takes=2)
            await rig.engine.until_idle()
            with rig.library.reading() as rows:
                further = [rows.videos.siblings_of(video.id) for video in made]
            assert [[one.take_group_id for one in found] for found in further] == [[None]] * 2

    run_virtually(story())


def test_a_family_has_what_it_continues_what_continues_it_and_its_takes(tmp_path: Path) -> None:
    async def story() -> None:
        async with running(tmp_path, ScriptedProvider()) as rig:

            def add(parent: str, **values: object) -> str:
                asked = replace(a_request(), parent=parent)
                video = new_video(rig.wallet_id, len(added) + 1, request=asked, **values)
                with rig.library.writing() as rows:
                    rows.videos.add(video)
                    if video.origin is Origin.GENERATED:
                        rows.ledger.reserve(video, 1)
                added.append(video.id)
                return video.id

            async def ids(video_id: str) -> tuple[list[str], ...]:
                found = await rig.engine.gallery.family(video_id)
                parts = (found.ancestors, found.children, found.takes)
                return tuple([item.video.id for item in part] for part in parts)

            await rig.engine.opening.ensure()
            added: list[str] = []
            group = "0a0b0c0d-0000-4000-8000-000000000000"
            first = add("of another library", **FOUND)
            gone = add(first, **FOUND)
            take, other = (add(gone, take_group_id=group, created_at=9) for _ in range(2))
            child, later = add(take), add(take)
            await rig.engine.gallery.delete([gone])
            assert await ids(take) == ([first], [child, later], [other])
            assert await ids(first) == ([], [], [])
            # Tags that somebody wrote by hand.
            ring = "0a0b0c0d-0000-4000-8000-00000000000a"
            partner = add(ring, **FOUND)
            add(partner, id=ring, **FOUND)
            assert await ids(ring) == ([partner], [partner], [])

    run_virtually(story())
