"""Rows 6, 22, 23, 24 and 28 of the fault table, in virtual time."""

import asyncio
import random
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from tests.requests import a_request
from tests.services.rig import Rig, running
from tests.services.scripted_provider import QUEUED, RUNNING, ScriptedProvider, succeeded
from tests.services.virtual_time import VirtualClock, run_virtually
from videogen_desktop.domain.errors import NotSentError, ProviderUnavailableError, RateLimitedError
from videogen_desktop.domain.ledger import EntryKind
from videogen_desktop.domain.provider import TaskStatus
from videogen_desktop.domain.request import PricedRequest
from videogen_desktop.domain.states import Reason, VideoState
from videogen_desktop.domain.video import Video
from videogen_desktop.services.polling import Poller

SECOND_MS = 1_000
HOUR_MS = 3_600_000
DAY_MS = 24 * HOUR_MS
SPENT = {EntryKind.RESERVE, EntryKind.CAPTURE}


@pytest.mark.parametrize(
    ("hint_ms", "waits_ms"), [(7_000, 10_000), (30_000, 30_000), (None, 10_000)]
)
def test_a_refusal_for_pace_holds_up_its_own_job_and_no_other(
    tmp_path: Path, hint_ms: int | None, waits_ms: int
) -> None:
    async def story() -> None:
        provider = ScriptedProvider(creates=[RateLimitedError(retry_after_ms=hint_ms), "b", "a"])
        async with running(tmp_path, provider) as rig:
            first = asyncio.create_task(rig.engine.generate(a_request("Một")))
            await rig.clock.sleep(SECOND_MS)
            second = await rig.engine.generate(a_request("Hai"))
            assert (second.state, second.task_id) == (VideoState.PENDING, "b")
            assert not first.done()
            assert (rig.balance().held, rig.balance().available) == (100_00, 800_00)
            assert (await first).task_id == "a"
            assert waits_ms <= rig.clock.monotonic_ms() < waits_ms + SECOND_MS
            assert len(provider.sent) == 3

    run_virtually(story())


def test_a_refusal_for_longer_than_a_minute_is_told_and_costs_nothing(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(creates=[RateLimitedError(retry_after_ms=300_000), "a"])
        async with running(tmp_path, provider) as rig:
            video = await rig.engine.generate(a_request())
            assert (video.state, video.reason) == (VideoState.FAILED, Reason.NOT_SENT)
            assert rig.kinds(video.id) == {EntryKind.RESERVE, EntryKind.VOID}
            assert len(provider.sent) == 1

    run_virtually(story())


def test_a_reading_refused_for_pace_waits_as_long_as_it_is_told(tmp_path: Path) -> None:
    async def story() -> None:
        limited = RateLimitedError(retry_after_ms=300_000)
        provider = ScriptedProvider(script=((0, limited), (100, succeeded(100_00))))
        async with running(tmp_path, provider) as rig:
            video = await rig.engine.generate(a_request())
            await rig.clock.sleep(290_000)
            assert len(provider.reads) == 1
            await rig.engine.until_idle()
            assert rig.kinds(video.id) == SPENT

    run_virtually(story())


# --- clocks (rows 22 and 23) --------------------------------------------------------------------


def timeline_numbers(rig: Rig, video_id: str) -> list[tuple[str, int]]:
    with rig.library.reading() as rows:
        return [(event.kind, event.at) for event in rows.events.of_video(video_id)]


@pytest.mark.parametrize(
    "jump_ms",
    [DAY_MS, -HOUR_MS, HOUR_MS, -1_795_000_000_000, 20 * 365 * DAY_MS],
    ids=["a day on", "an hour back", "summer time", "1970", "2046"],
)
def test_a_wall_clock_that_jumps_moves_neither_order_nor_money(
    tmp_path: Path, jump_ms: int
) -> None:
    async def story() -> None:
        creates: list[str | Exception] = [NotSentError(), NotSentError(), "task-a"]
        script = ((0, QUEUED), (30, RUNNING), (120, succeeded(100_00)))
        provider = ScriptedProvider(creates=creates, script=script)
        async with running(tmp_path, provider) as rig:
            sending = asyncio.create_task(rig.engine.generate(a_request()))
            await rig.clock.sleep(500)
            rig.clock.jump(jump_ms)
            video = await sending
            # The waits between two tries are those of the monotonic clock.
            assert rig.clock.monotonic_ms() < 10 * SECOND_MS
            assert (video.state, video.send_count) == (VideoState.PENDING, 1)
            await rig.clock.sleep(40_000)
            rig.clock.jump(-jump_ms)
            assert rig.video(video.id).state is VideoState.PROCESSING
            assert rig.kinds(video.id) == SPENT
            await rig.engine.until_idle()
            ended = rig.video(video.id)
            assert (ended.state, rig.kinds(video.id)) == (VideoState.COMPLETED, SPENT)
            # Read after ten minutes at the very latest, whatever the wall clock says.
            assert rig.clock.monotonic_ms() < 800 * SECOND_MS
            kinds = [kind for kind, _ in timeline_numbers(rig, video.id)]
            assert kinds.index("not_sent") < kinds.index("pending") < kinds.index("completed")
            assert len(provider.sent) == 3

    run_virtually(story())


def test_after_a_sleep_of_hours_everything_in_flight_is_read_once_and_spread(
    tmp_path: Path,
) -> None:
    async def story() -> None:
        provider = ScriptedProvider(script=((0, RUNNING),), credits=10_000_00)
        async with running(tmp_path, provider) as rig:
            for number in range(4):
                await rig.engine.generate(a_request(f"Cảnh {number}"))
            # By now the records are read every six minutes.
            await rig.clock.sleep(2 * HOUR_MS)
            before, slept_at = len(provider.reads), rig.clock.monotonic_ms() / 1000
            rig.clock.jump(3 * HOUR_MS)
            await rig.clock.sleep(40_000)
            woken = provider.reads[before:]
            assert len(woken) == 4
            assert all(read <= slept_at + 35 for read in woken)
            gaps = [b - a for a, b in pairwise(woken)]
            assert min(gaps) >= 0.119
            # No missed ticks are made up for.
            await rig.clock.sleep(60_000)
            assert len(provider.reads) - before == 4

    run_virtually(story())


# --- a network that comes and goes (row 24) -----------------------------------------------------

FLAPS_FOR = 300
EVERY = 2


class FlappingProvider(ScriptedProvider):
    """Every other two seconds nothing leaves this machine, for five minutes."""

    def _is_down(self) -> bool:
        now = asyncio.get_running_loop().time()
        return now < FLAPS_FOR and int(now / EVERY) % 2 == 0

    async def create(self, request: PricedRequest, callback_url: str | None = None) -> str:
        if self._is_down():
            raise NotSentError("down")
        return await super().create(request, callback_url)

    async def status(self, task_id: str) -> TaskStatus:
        status = await super().status(task_id)
        if self._is_down():
            raise ProviderUnavailableError("down")
        return status


def test_a_network_that_flaps_for_minutes_converges_with_one_post_each(tmp_path: Path) -> None:
    async def story() -> None:
        provider = FlappingProvider([*"abcde"], ((0, RUNNING), (200, succeeded(100_00))))
        async with running(tmp_path, provider) as rig:
            requests = [a_request(f"Cảnh {number}") for number in range(5)]
            videos = await asyncio.gather(*map(rig.engine.generate, requests))
            assert [video.state for video in videos] == [VideoState.PENDING] * 5
            await rig.engine.until_idle()
            for video in videos:
                assert rig.video(video.id).state is VideoState.COMPLETED
                assert rig.kinds(video.id) == SPENT
            assert len(provider.sent) == 5
            assert rig.balance().available == 500_00
            # Five jobs of 200 s, each read every four seconds at the most.
            assert len(provider.reads) <= 5 * 200 // 4

    run_virtually(story())


# --- ten thousand at once (row 28) --------------------------------------------------------------


class _CountingProvider(ScriptedProvider):
    most = now = 0

    async def status(self, task_id: str) -> TaskStatus:
        self.now += 1
        self.most = max(self.most, self.now)
        await asyncio.sleep(1)
        self.now -= 1
        self.order.append(task_id)
        return RUNNING

    def __init__(self) -> None:
        super().__init__()
        self.order: list[str] = []


@pytest.mark.full
def test_ten_thousand_in_flight_are_read_fairly_within_the_limits() -> None:
    async def story() -> None:
        provider = _CountingProvider()
        watcher: Any = SimpleNamespace(current=_read, apply=_goes_on)
        clock = VirtualClock()
        poller = Poller(provider, watcher, cast(Any, None), clock, random.Random(1), _usually)
        for number in range(10_000):
            await poller.watch(_video(str(number)), within_ms=SECOND_MS)
        running = asyncio.create_task(poller.run())
        await clock.sleep(10 * SECOND_MS)
        assert provider.order
        await clock.sleep(1_300 * SECOND_MS)
        running.cancel()
        assert provider.most <= 8
        # Nobody is read a second time before everybody has been read once.
        first = provider.order[:10_000]
        assert len(set(provider.order)) == 10_000 == len(set(first))

    run_virtually(story())


async def _read(video_id: str) -> Video:
    return _video(video_id)


async def _goes_on(_watched: object, _status: object) -> bool:
    return True


async def _usually(_model: str) -> int:
    return 60_000


def _video(video_id: str) -> Video:
    made: Any = SimpleNamespace(
        id=video_id, task_id=video_id, model_id="sandbox/video-1", accepted_at=0, created_at=0
    )
    return cast(Video, made)
