"""The services over a library that lies elsewhere: whoever asks it waits, others come in between.

Each story has callers that act at the same time, in orders that a library here never gives them.
"""

import asyncio
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from tests.requests import a_request
from tests.services.distant_library import in_a_thread, over_a_network
from tests.services.rig import Rig, called_back_at, running
from tests.services.scripted_provider import (
    FAILED,
    PRICE,
    QUEUED,
    RUNNING,
    ScriptedProvider,
    succeeded,
)
from tests.services.virtual_time import run_virtually
from tests.services.webhook.test_inbox import asked
from tests.services.webhook.test_inbox import take as take_callback
from videogen_desktop.domain.errors import (
    IllegalTransitionError,
    SentUnknownError,
    TaskTakenError,
    TooManyInFlightError,
)
from videogen_desktop.domain.ledger import EntryKind
from videogen_desktop.domain.provider import TaskStatus
from videogen_desktop.domain.spend_guards import SpendGuards
from videogen_desktop.domain.states import Reason, VideoState
from videogen_desktop.services.removing import UNDO_MS

ADDRESS = "https://may-toi.example"
OPENING = 1000_00
SPENT = {EntryKind.RESERVE, EntryKind.CAPTURE}
Story = Callable[[Rig, ScriptedProvider], Awaitable[None]]
Told = Callable[[ScriptedProvider, Story], None]


@pytest.fixture(params=["over a network", "in a thread"])
def told(request: pytest.FixtureRequest, tmp_path: Path) -> Told:
    """Runs a story with an engine whose library is that far away; its books are checked then."""

    async def run(provider: ScriptedProvider, story: Story) -> None:
        change = called_back_at(ADDRESS)
        if request.param == "over a network":
            async with running(tmp_path, provider, change=change, distance=over_a_network) as rig:
                await story(rig, provider)
            return
        with in_a_thread(tmp_path) as distance:
            async with running(tmp_path, provider, change=change, distance=distance) as rig:
                await story(rig, provider)

    return lambda provider, story: run_virtually(run(provider, story))


def provider(*script: tuple[float, TaskStatus], lost: bool = False) -> ScriptedProvider:
    """Answers after two seconds, or never where that is lost."""
    creates: list[str | Exception] = [SentUnknownError()] if lost else []
    return ScriptedProvider(creates, script or ((0, QUEUED),), create_seconds=2)


def test_ten_at_once_are_sent_once_each_and_end_once_each(
    told: Told,
) -> None:
    async def story(rig: Rig, provider: ScriptedProvider) -> None:
        made = await asyncio.gather(
            *(rig.engine.generate(a_request(str(number))) for number in range(10))
        )
        await asyncio.gather(*(rig.engine.gallery.set_favourite([one.id], True) for one in made))
        await rig.engine.until_idle()
        sent = Counter(request.request.prompt for request in provider.sent)
        assert sent == Counter(map(str, range(10)))
        assert rig.balance().available == OPENING - 10 * PRICE
        for video in made:
            assert rig.kinds(video.id) == SPENT
            assert (await rig.item(video.id)).clip is not None
            assert rig.timeline(video.id).count("downloaded") == 1
            shown = rig.shown_states(video.id)
            assert shown == [
                VideoState.RESERVED,
                VideoState.SENDING,
                VideoState.PENDING,
                VideoState.PROCESSING,
                VideoState.COMPLETED,
            ]
        assert len(list(rig.parts.options.places.videos.glob("*.mp4"))) == 10

    told(provider((0, QUEUED), (20, RUNNING), (60, succeeded(PRICE))), story)


def test_callbacks_and_polls_of_one_end_pay_back_once(
    told: Told,
) -> None:
    async def story(rig: Rig, provider: ScriptedProvider) -> None:
        made = await rig.engine.generate(a_request())
        provider.script = ((0, QUEUED), (30, FAILED))
        news = [take_callback(rig, "task-1", "fail", made.id, at) for at in range(6)]
        looks = [rig.engine.examiner.check_again(made.id) for _ in range(4)]
        await rig.clock.sleep(29_000)
        await asyncio.gather(*news, *looks)
        await rig.engine.until_idle()
        assert rig.video(made.id).reason is Reason.PROVIDER_FAILED
        assert rig.kinds(made.id) == SPENT | {EntryKind.REFUND}
        assert rig.balance().available == OPENING
        assert rig.engine.poller.in_flight == 0

    told(provider(), story)


def test_who_ends_it_and_who_contradicts_agree_on_one_end(
    told: Told,
) -> None:
    async def story(rig: Rig, _provider: ScriptedProvider) -> None:
        made = await rig.engine.generate(a_request())
        finish = rig.parts.finisher.finish
        words = (FAILED, succeeded(PRICE), FAILED, succeeded(PRICE))
        ends = await asyncio.gather(*(finish(made.id, word) for word in words))
        assert ends.count(True) == 1
        ended = rig.video(made.id)
        is_failed = ended.state is VideoState.FAILED
        assert rig.kinds(made.id) == SPENT | ({EntryKind.REFUND} if is_failed else set())
        assert rig.timeline(made.id).count("contradiction") == 1

    told(provider(), story)


LOST = "the lost task"


def test_of_all_who_settle_a_lost_answer_at_once_one_does(
    told: Told,
) -> None:
    async def story(rig: Rig, provider: ScriptedProvider) -> None:
        lost = await rig.engine.generate(a_request())
        assert lost.reason is Reason.SENT_UNKNOWN
        provider.script = ((0, asked(RUNNING)),)
        settling = rig.engine.settling
        answers = await asyncio.gather(
            settling.user_charged(lost.id),
            settling.user_not_charged(lost.id),
            settling.enter_task(lost.id, LOST, confirmed=True),
            take_callback(rig, LOST, reference=lost.id),
            rig.engine.rescuer.rescue(LOST),
            return_exceptions=True,
        )
        await rig.clock.sleep(5_000)
        refusals = [one for one in answers if isinstance(one, BaseException)]
        assert all(isinstance(one, IllegalTransitionError | TaskTakenError) for one in refusals)
        with rig.library.reading() as rows:
            of_task = [one for one in rows.videos.every() if one.task_id == LOST]
        assert len(of_task) <= 1
        assert len(rig.kinds(lost.id)) == 2

    told(provider(lost=True), story)


def test_a_task_that_is_brought_twice_at_once_is_one_video(
    told: Told,
) -> None:
    async def story(rig: Rig, _provider: ScriptedProvider) -> None:
        before = rig.balance()
        rescues = await asyncio.gather(*(rig.engine.rescuer.rescue("found") for _ in range(4)))
        assert len({one.video.id for one in rescues if one.video is not None}) == 1
        await rig.engine.until_idle()
        (video_id,) = (await rig.engine.opened()).first_page.ids
        assert rig.video(video_id).state is VideoState.COMPLETED
        assert (await rig.item(video_id)).clip is not None
        assert rig.balance().held == before.held

    told(provider((0, succeeded(PRICE))), story)


def test_a_video_is_cancelled_or_sent_and_never_both(
    told: Told,
) -> None:
    async def story(rig: Rig, provider: ScriptedProvider) -> None:
        ends = Counter[VideoState]()
        for number in range(9):
            video_id = rig.engine.new_id()
            making = asyncio.create_task(
                rig.engine.generate(a_request(str(number)), video_id=video_id)
            )
            # Sooner and later: before it is reserved, between that and the POST, and after.
            await rig.clock.sleep(30 + 15 * number)
            (refusal,) = await asyncio.gather(rig.engine.cancel(video_id), return_exceptions=True)
            video = await making
            ends[video.state] += 1
            assert (refusal is None) == (video.state is VideoState.CANCELLED)
        assert ends[VideoState.PENDING] == len(provider.sent)

    told(provider(), story)


def test_whoever_presses_at_once_stays_within_the_limits(
    told: Told,
) -> None:
    async def story(rig: Rig, provider: ScriptedProvider) -> None:
        await rig.set_limits(SpendGuards(in_flight_cap=3))
        presses = [rig.engine.generate(a_request(str(number))) for number in range(8)]
        done = await asyncio.gather(*presses, return_exceptions=True)
        assert sum(isinstance(one, TooManyInFlightError) for one in done) == 5
        assert len(provider.sent) == 3

    told(provider(), story)


def test_a_caller_that_goes_away_at_any_moment_leaves_a_whole_video_or_none(
    told: Told,
) -> None:
    async def story(rig: Rig, provider: ScriptedProvider) -> None:
        for number in range(10):
            pressing = asyncio.create_task(rig.engine.generate(a_request(str(number))))
            await rig.clock.sleep(15 * number)
            pressing.cancel()
        await rig.clock.sleep(10_000)
        with rig.library.reading() as rows:
            states = Counter(video.state for video in rows.videos.every())
        assert states == {VideoState.PENDING: len(provider.sent)}

    told(provider(), story)


def test_an_undone_delete_keeps_the_files_however_late_it_comes(
    told: Told,
) -> None:
    async def story(rig: Rig, _provider: ScriptedProvider) -> None:
        made = await rig.engine.generate(a_request())
        await rig.engine.until_idle()
        gallery = rig.engine.gallery
        for late in range(UNDO_MS - 100, UNDO_MS + 100, 20):
            taken = len(rig.trash.taken)
            await gallery.delete([made.id])
            await rig.clock.sleep(late)
            await asyncio.gather(gallery.restore([made.id]), gallery.set_favourite([made.id], True))
            await rig.clock.sleep(UNDO_MS)
            item = await rig.item(made.id)
            if len(rig.trash.taken) == taken:
                assert item.clip is not None
                assert item.clip.exists()
                continue
            assert item.clip is None
            await rig.engine.fetch_again(made.id)
            await rig.engine.until_idle()
        assert rig.video(made.id).deleted_at is None

    told(provider((0, succeeded(PRICE))), story)


def test_a_drift_is_not_invented_while_videos_come_and_go(
    told: Told,
) -> None:
    async def story(rig: Rig, provider: ScriptedProvider) -> None:
        reading = asyncio.create_task(read_for_ever(rig))
        made = [rig.engine.generate(a_request(str(number))) for number in range(8)]
        await asyncio.gather(*made)
        await rig.engine.until_idle()
        reading.cancel()
        await asyncio.gather(reading, return_exceptions=True)
        with rig.library.reading() as rows:
            kinds = {entry.kind for entry in rows.ledger.entries()}
        assert EntryKind.RECONCILE not in kinds
        assert await rig.engine.reconciler.drift() is None

    told(provider((0, QUEUED), (10, succeeded(PRICE))), story)


async def read_for_ever(rig: Rig) -> None:
    while True:
        await rig.engine.reconciler.read()
        assert await rig.engine.reconciler.drift() is None
        await asyncio.sleep(0.1)


def test_what_was_under_way_at_the_end_goes_on_at_the_next_start(tmp_path: Path) -> None:
    async def story() -> None:
        first = provider((0, RUNNING))
        async with running(tmp_path, first, distance=over_a_network) as rig:
            sent = [rig.engine.generate(a_request(str(number))) for number in range(3)]
            made = [one.id for one in await asyncio.gather(*sent)]
        second = provider((0, succeeded(PRICE)))
        async with running(tmp_path, second, distance=over_a_network) as rig:
            await rig.engine.until_idle()
            assert [rig.video(one).state for one in made] == [VideoState.COMPLETED] * 3
            assert second.sent == []

    run_virtually(story())


# What these count is who comes first among several at the same moment, and a library here says who.
_ORDER_OF_A_MOMENT = (
    "webhook/test_inbox.py::test_a_callback_that_overtakes_the_answer_waits_for_it",
    "webhook/test_storms.py::test_what_is_awaited_comes_before_what_is_not",
)


@pytest.mark.full
def test_what_holds_of_the_services_holds_where_others_come_in_between() -> None:
    here = Path(__file__).parent
    # Deselecting what is called otherwise by now says nothing.
    assert all((here / name.partition("::")[0]).is_file() for name in _ORDER_OF_A_MOMENT)
    left_out = [
        f"--deselect={here.relative_to(here.parents[1]) / name}"
        for name in (*_ORDER_OF_A_MOMENT, "contract")
    ]
    command = [sys.executable, "-m", "pytest", "-q", "-x", str(here), *left_out]
    environment = os.environ | {"TESTED_LIBRARY": "a turn away"}
    run = subprocess.run(
        command, cwd=here.parents[1], env=environment, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout[-4_000:]
