"""What was accepted is read until the provider says how it ended; our own clock ends nothing."""

from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests.requests import a_request
from tests.services.rig import running
from tests.services.scripted_provider import (
    FAILED,
    MISSING,
    QUEUED,
    RUNNING,
    STRANGE,
    SUCCESS_WITHOUT_URL,
    Script,
    ScriptedProvider,
    succeeded,
)
from tests.services.virtual_time import run_virtually
from videogen_desktop.domain.errors import (
    KeyMissingError,
    KeyRejectedError,
    MalformedAnswerError,
    ProviderUnavailableError,
    RateLimitedError,
    VideoGenError,
)
from videogen_desktop.domain.events import (
    BalanceChanged,
    Event,
    ProblemReported,
    ReadingTrouble,
    VideoChanged,
)
from videogen_desktop.domain.gallery import GalleryQuery
from videogen_desktop.domain.ledger import EntryKind
from videogen_desktop.domain.provider import ConsumedCredits, TaskPhase, TaskStatus
from videogen_desktop.domain.states import Reason, VideoState
from videogen_desktop.domain.video import Video
from videogen_desktop.services.polling import RECORD_GRACE_MS, Watched


def test_slips_of_the_record_count_only_in_a_row(tmp_path: Path) -> None:
    async def story() -> None:
        # Its own poller is told of no end either.
        async with running(tmp_path, ScriptedProvider(script=((0, RUNNING),))) as rig:
            video = await rig.engine.generate(a_request())
            await rig.clock.sleep(RECORD_GRACE_MS)
            watcher, watched = rig.parts.watcher, Watched(video.id)
            for status in (MISSING, MISSING, RUNNING, MISSING, MISSING, RUNNING):
                assert await watcher.apply(watched, status)
            assert rig.video(video.id).state is VideoState.PROCESSING
            goes_on = [await watcher.apply(watched, MISSING) for _ in range(3)]
            assert goes_on == [True, True, False]
            assert rig.video(video.id).state is VideoState.UNCONFIRMED

    run_virtually(story())


MINUTE = 60.0
SPENT = {EntryKind.RESERVE, EntryKind.CAPTURE}
REFUNDED = SPENT | {EntryKind.REFUND}


@dataclass(frozen=True, slots=True)
class Seen:
    """What stands in the library and what a front end saw when the time was up."""

    video: Video
    kinds: set[EntryKind]
    available: int
    shown: list[VideoState]
    events: list[Event]
    reads: list[float]


def watch(tmp_path: Path, script: Script, seconds: float) -> Seen:
    """Generate one video and look at it after so many seconds."""

    async def story() -> Seen:
        provider = ScriptedProvider(script=script)
        async with running(tmp_path, provider) as rig:
            video_id = (await rig.engine.generate(a_request())).id
            await rig.clock.sleep(int(seconds * 1000))
            return Seen(
                video=rig.video(video_id),
                kinds=rig.kinds(video_id),
                available=rig.balance().available,
                shown=rig.shown_states(video_id),
                events=rig.events,
                reads=provider.reads,
            )

    return run_virtually(story())


def test_the_states_move_by_themselves_to_the_end(tmp_path: Path) -> None:
    seen = watch(tmp_path, ((0, QUEUED), (3, RUNNING), (10, succeeded(100_00))), 20)
    assert seen.shown == [
        VideoState.RESERVED,
        VideoState.SENDING,
        VideoState.PENDING,
        VideoState.PROCESSING,
        VideoState.COMPLETED,
    ]
    assert seen.kinds == SPENT
    assert seen.available == 900_00


def test_what_it_is_said_to_cost_is_shown_while_it_waits_and_never_booked(tmp_path: Path) -> None:
    waiting = replace(QUEUED, reported=ConsumedCredits(70_00, "70"))
    seen = watch(tmp_path, ((0, QUEUED), (2, waiting), (20, FAILED)), 15)
    items = [event.item for event in seen.events if isinstance(event, VideoChanged)]
    # Once, however often it is read.
    assert [item.reported for item in items].count(70_00) == 1
    assert (items[-1].reported, items[-1].video.consumed) == (70_00, None)
    assert (seen.kinds, seen.available) == (SPENT, 900_00)
    ended = watch(tmp_path / "ended", ((0, waiting), (5, FAILED)), 20)
    items = [event.item for event in ended.events if isinstance(event, VideoChanged)]
    assert (items[-1].reported, ended.available) == (None, 1000_00)


def test_whoever_looks_at_a_waiting_video_is_told_what_it_is_said_to_cost(tmp_path: Path) -> None:
    waiting = replace(QUEUED, reported=ConsumedCredits(70_00, "70"))

    async def story() -> list[int | None]:
        async with running(tmp_path, ScriptedProvider(script=((0, waiting),))) as rig:
            video_id = (await rig.engine.generate(a_request())).id
            await rig.clock.sleep(15_000)
            page = await rig.engine.gallery.first_page(GalleryQuery())
            details = await rig.engine.examiner.details(video_id)
            items = await rig.engine.items((video_id,))
            return [one.reported for one in (*page.items, details.item, *items)]

    assert run_virtually(story()) == [70_00] * 3


def test_polling_stops_at_the_end(tmp_path: Path) -> None:
    seen = watch(tmp_path, ((0, QUEUED), (10, succeeded())), 3600)
    assert max(seen.reads) < 20


def test_a_failure_is_refunded_once_and_says_why(tmp_path: Path) -> None:
    seen = watch(tmp_path, ((0, RUNNING), (10, FAILED)), 30)
    assert (seen.video.state, seen.video.reason) == (VideoState.FAILED, Reason.PROVIDER_FAILED)
    assert (seen.video.failure_code, seen.video.failure_message, seen.video.cost) == (
        "500",
        "no",
        0,
    )
    assert seen.kinds == REFUNDED
    assert seen.available == 1000_00
    refunds = [event for event in seen.events if isinstance(event, BalanceChanged)]
    assert refunds[-1].balance.available == 1000_00


@pytest.mark.parametrize(("consumed", "left"), [(85_50, 914_50), (110_00, 890_00), (0, 1000_00)])
def test_what_was_really_consumed_is_settled(tmp_path: Path, consumed: int, left: int) -> None:
    seen = watch(tmp_path, ((0, succeeded(consumed)),), 10)
    assert seen.kinds == SPENT | {EntryKind.SETTLE}
    assert (seen.video.cost, seen.available) == (consumed, left)


def test_a_failure_that_was_charged_all_the_same_is_settled_after_its_refund(
    tmp_path: Path,
) -> None:
    charged = TaskStatus(TaskPhase.FAILED, "fail", consumed=ConsumedCredits(30_00, "30"))
    seen = watch(tmp_path, ((0, charged),), 10)
    assert seen.kinds == REFUNDED | {EntryKind.SETTLE}
    assert (seen.video.cost, seen.available) == (30_00, 970_00)


def test_a_record_that_is_not_there_yet_is_waited_for(tmp_path: Path) -> None:
    seen = watch(tmp_path, ((0, MISSING), (80, succeeded())), 200)
    assert seen.video.state is VideoState.COMPLETED


def test_a_record_that_never_comes_leaves_the_video_unconfirmed(tmp_path: Path) -> None:
    seen = watch(tmp_path, ((0, QUEUED), (30, MISSING)), 600)
    assert (seen.video.state, seen.video.reason) == (VideoState.UNCONFIRMED, Reason.RECORD_GONE)
    assert seen.kinds == SPENT


def test_one_slip_of_the_record_is_not_the_end(tmp_path: Path) -> None:
    script = ((0, RUNNING), (200, MISSING), (206, RUNNING), (400, succeeded()))
    seen = watch(tmp_path, script, 600)
    assert seen.video.state is VideoState.COMPLETED


def test_a_strange_state_is_never_a_failure(tmp_path: Path) -> None:
    seen = watch(tmp_path, ((0, STRANGE),), 6 * 3600)
    assert (seen.video.state, seen.video.provider_word) == (VideoState.PENDING, "pondering")
    assert seen.kinds == SPENT


def test_a_success_without_a_result_is_read_for_fifteen_minutes_more(tmp_path: Path) -> None:
    waiting = watch(tmp_path / "a", ((0, SUCCESS_WITHOUT_URL),), 14 * MINUTE)
    assert waiting.video.state is VideoState.PENDING
    assert waiting.kinds == SPENT
    given_up = watch(tmp_path / "b", ((0, SUCCESS_WITHOUT_URL),), 18 * MINUTE)
    assert (given_up.video.state, given_up.video.reason) == (
        VideoState.FAILED,
        Reason.RESULT_MISSING,
    )
    assert given_up.kinds == REFUNDED


def test_a_result_that_comes_late_still_completes_the_video(tmp_path: Path) -> None:
    script = ((0, SUCCESS_WITHOUT_URL), (10 * MINUTE, succeeded()))
    seen = watch(tmp_path, script, 15 * MINUTE)
    assert seen.video.state is VideoState.COMPLETED


@pytest.mark.parametrize(
    "error", [ProviderUnavailableError("502"), MalformedAnswerError("html"), RateLimitedError()]
)
def test_ten_minutes_of_errors_end_nothing_and_are_backed_off_from(
    tmp_path: Path, error: Exception
) -> None:
    script = ((0, QUEUED), (1, error), (601, succeeded()))
    seen = watch(tmp_path, script, 800)
    assert seen.video.state is VideoState.COMPLETED
    assert len([read for read in seen.reads if read < 601]) < 70
    assert sum(isinstance(event, ProblemReported) for event in seen.events) == 1


def test_a_task_that_never_ends_is_read_ever_more_rarely_but_always_again(tmp_path: Path) -> None:
    seen = watch(tmp_path, ((0, RUNNING),), 12 * 3600)
    assert seen.video.state is VideoState.PROCESSING
    last_hours = [read for read in seen.reads if read > 6 * 3600]
    assert 30 <= len(last_hours) <= 45


def test_a_start_after_a_crash_reads_on_where_the_last_one_ended(tmp_path: Path) -> None:
    before = watch(tmp_path, ((0, RUNNING),), 5)
    assert before.video.state is VideoState.PROCESSING

    async def start_again() -> None:
        provider = ScriptedProvider(script=((0, succeeded()),))
        async with running(tmp_path, provider) as rig:
            await rig.engine.until_idle()
            assert rig.video(before.video.id).state is VideoState.COMPLETED
            assert provider.sent == []

    run_virtually(start_again())


def test_a_start_looks_soon_at_what_was_under_way(tmp_path: Path) -> None:
    before = watch(tmp_path, ((0, RUNNING),), 5)

    async def start_again() -> None:
        provider = ScriptedProvider(script=((0, succeeded()),))
        async with running(tmp_path, provider) as rig:
            # By the schedule of a task that was just accepted it is read later.
            await rig.clock.sleep(3_000)
            assert rig.video(before.video.id).state is VideoState.COMPLETED

    run_virtually(start_again())


def test_many_videos_are_read_within_the_pace_of_the_wallet(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(script=((0, QUEUED), (60, succeeded())), credits=10_000_00)
        async with running(tmp_path, provider) as rig:
            for number in range(40):
                await rig.engine.generate(a_request(f"Cảnh {number}"))
            await rig.engine.until_idle()
            gaps = [b - a for a, b in zip(provider.reads, provider.reads[1:], strict=False)]
            assert min(gaps) >= 0.119
            assert rig.balance().available == 6_000_00

    run_virtually(story())


def troubles(seen: Seen) -> list[type[BaseException] | None]:
    told = [event for event in seen.events if isinstance(event, ReadingTrouble)]
    return [None if event.error is None else type(event.error) for event in told]


def test_an_outage_is_told_at_its_second_reading_and_its_end_at_the_first_good_one(
    tmp_path: Path,
) -> None:
    down = ProviderUnavailableError()
    script: Script = ((0, QUEUED), (3, down), (200, RUNNING), (400, succeeded()))
    seen = watch(tmp_path, script, 900)
    assert troubles(seen) == [ProviderUnavailableError, None]
    told = next(event for event in seen.events if isinstance(event, ReadingTrouble))
    assert told.video_id == seen.video.id
    # Since the first reading that failed, and not since it was told.
    assert 3_000 <= told.since - seen.video.created_at < 30_000


def test_one_failed_reading_is_no_outage(tmp_path: Path) -> None:
    script: Script = (
        (0, QUEUED),
        (3, ProviderUnavailableError()),
        (4.5, RUNNING),
        (60, succeeded()),
    )
    assert troubles(watch(tmp_path, script, 200)) == []


@pytest.mark.parametrize("error", [KeyMissingError("https://api.kie.ai"), KeyRejectedError()])
def test_a_key_that_does_not_fit_is_told_at_once(tmp_path: Path, error: VideoGenError) -> None:
    seen = watch(tmp_path, ((0, error),), 6)
    assert troubles(seen) == [type(error)]
