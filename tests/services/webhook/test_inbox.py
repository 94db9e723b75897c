"""What follows from a callback: one reading of the record, and never more than that."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.requests import a_request
from tests.services.rig import Rig, called_back_at, running
from tests.services.scripted_provider import (
    FAILED,
    MISSING,
    QUEUED,
    RUNNING,
    ScriptedProvider,
    succeeded,
)
from tests.services.virtual_time import run_virtually
from tests.services.webhook.callback_client import VIDEO
from videogen_desktop.domain.addresses import callback_url
from videogen_desktop.domain.errors import (
    ProviderUnavailableError,
    RateLimitedError,
    SentUnknownError,
)
from videogen_desktop.domain.ledger import EntryKind
from videogen_desktop.domain.provider import TaskRequest, TaskStatus
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.video import Video
from videogen_desktop.domain.webhook import Callback
from videogen_desktop.services.webhook.inbox import Arrival
from videogen_desktop.storage.delivery_rows import Delivery

TASK = "task-1"
LOST = "task-of-the-lost-answer"
ADDRESS = "https://may-toi.example"
PROMPT = a_request().prompt
MODEL = a_request().model_id
# Long enough for the polls to be half a minute apart.
LONG_MS = 600_000
A_MOMENT_MS = 1_000
Story = Callable[[Rig, ScriptedProvider], Awaitable[None]]


def told(tmp_path: Path, provider: ScriptedProvider, story: Story) -> None:
    async def run() -> None:
        async with running(tmp_path, provider) as rig:
            await story(rig, provider)

    run_virtually(run())


async def take(
    rig: Rig, task_id: str = TASK, said: str = "success", reference: str | None = None, at: int = 0
) -> None:
    inbox = rig.engine.webhook.inbox
    assert inbox is not None
    await inbox.take([Arrival(Callback(task_id, rig.clock.now_ms() + at, said), reference)])


def deliveries(rig: Rig) -> tuple[Delivery, ...]:
    with rig.library.reading() as rows:
        return rows.deliveries.every()


def outcomes(rig: Rig) -> list[str | None]:
    return [delivery.outcome for delivery in deliveries(rig)]


async def accepted(rig: Rig) -> Video:
    """A video whose polls have become rare."""
    video = await rig.engine.generate(a_request())
    await rig.clock.sleep(LONG_MS)
    return video


def asked(status: TaskStatus, **changes: object) -> TaskStatus:
    """A record that says what was asked for."""
    request = TaskRequest(MODEL, PROMPT, None)
    return replace(status, asked=replace(request, **changes))  # type: ignore[arg-type]


def test_a_callback_brings_the_end_at_once(tmp_path: Path) -> None:
    async def story(rig: Rig, provider: ScriptedProvider) -> None:
        video = await accepted(rig)
        provider.script = ((0, succeeded(100_00)),)
        reads = len(provider.reads)
        await take(rig)
        await rig.clock.sleep(A_MOMENT_MS)
        assert rig.video(video.id).state is VideoState.COMPLETED
        assert len(provider.reads) == reads + 1
        assert outcomes(rig) == ["hastened"]

    told(tmp_path, ScriptedProvider(script=((0, RUNNING),)), story)


def test_the_record_is_believed_and_not_the_callback(tmp_path: Path) -> None:
    async def story(rig: Rig, provider: ScriptedProvider) -> None:
        video = await accepted(rig)
        for number, said in enumerate(("success", "fail", "generating")):
            await take(rig, said=said, at=number * 1_000)
            await rig.clock.sleep(A_MOMENT_MS)
            assert rig.video(video.id).state is VideoState.PROCESSING
        provider.script = ((0, FAILED),)
        await take(rig, said="success", at=5_000)
        await rig.clock.sleep(A_MOMENT_MS)
        assert rig.video(video.id).state is VideoState.FAILED
        assert rig.kinds(video.id) >= {EntryKind.REFUND}

    told(tmp_path, ScriptedProvider(script=((0, RUNNING),)), story)


def test_duplicates_are_counted_and_read_once(tmp_path: Path) -> None:
    async def story(rig: Rig, provider: ScriptedProvider) -> None:
        await accepted(rig)
        reads = len(provider.reads)
        for _ in range(5):
            await take(rig)
        await rig.clock.sleep(A_MOMENT_MS)
        assert len(provider.reads) == reads + 1
        (delivery,) = deliveries(rig)
        assert delivery.times == 5

    told(tmp_path, ScriptedProvider(script=((0, RUNNING),)), story)


def test_a_callback_after_the_end_changes_nothing(tmp_path: Path) -> None:
    async def story(rig: Rig, provider: ScriptedProvider) -> None:
        video = await accepted(rig)
        ended, reads = rig.video(video.id), len(provider.reads)
        assert ended.state is VideoState.COMPLETED
        for number, said in enumerate(("fail", "success", "generating")):
            await take(rig, said=said, at=number * 1_000)
        await rig.clock.sleep(5 * A_MOMENT_MS)
        assert (rig.video(video.id), len(provider.reads)) == (ended, reads)
        assert outcomes(rig) == ["known"] * 3

    told(tmp_path, ScriptedProvider(script=((0, succeeded(100_00)),)), story)


def test_a_task_of_nobody_is_not_even_read(tmp_path: Path) -> None:
    async def story(rig: Rig, provider: ScriptedProvider) -> None:
        reads = len(provider.reads)
        await take(rig, "somebody-elses")
        await take(rig, "somebody-elses", reference=VIDEO, at=1)
        await rig.clock.sleep(A_MOMENT_MS)
        assert len(provider.reads) == reads
        assert outcomes(rig) == ["unknown", "unknown"]

    told(tmp_path, ScriptedProvider(), story)


def test_callbacks_are_followed_at_a_pace(tmp_path: Path) -> None:
    async def story(rig: Rig, provider: ScriptedProvider) -> None:
        await accepted(rig)
        reads = len(provider.reads)
        for number in range(30):
            await take(rig, at=number)
        await rig.clock.sleep(A_MOMENT_MS)
        assert len(provider.reads) - reads <= 5
        await rig.clock.sleep(60 * A_MOMENT_MS)
        assert outcomes(rig) == ["hastened"] * 30

    told(tmp_path, ScriptedProvider(script=((0, RUNNING),)), story)


def test_a_provider_that_asks_for_patience_is_not_asked_sooner(tmp_path: Path) -> None:
    async def story(rig: Rig, provider: ScriptedProvider) -> None:
        await rig.engine.generate(a_request())
        provider.script = ((0, RateLimitedError(retry_after_ms=3_600_000)),)
        await rig.clock.sleep(LONG_MS)
        reads = len(provider.reads)
        await take(rig)
        await rig.clock.sleep(60 * A_MOMENT_MS)
        assert len(provider.reads) == reads

    told(tmp_path, ScriptedProvider(script=((0, QUEUED),)), story)


def test_news_during_a_reading_leads_to_another(tmp_path: Path) -> None:
    class Slow(ScriptedProvider):
        async def status(self, task_id: str) -> TaskStatus:
            status = await super().status(task_id)
            if said and len(self.reads) == said[0]:
                await take(rigs[0])
                await rigs[0].clock.sleep(A_MOMENT_MS)
                self.script = ((0, succeeded(100_00)),)
            return status

    said: list[int] = []
    rigs: list[Rig] = []

    async def story(rig: Rig, provider: ScriptedProvider) -> None:
        video = await accepted(rig)
        rigs.append(rig)
        said.append(len(provider.reads) + 1)
        while len(provider.reads) < said[0]:
            await rig.clock.sleep(A_MOMENT_MS)
        await rig.clock.sleep(3 * A_MOMENT_MS)
        assert rig.video(video.id).state is VideoState.COMPLETED

    told(tmp_path, Slow(script=((0, RUNNING),)), story)


async def lost(rig: Rig) -> Video:
    """A video of which nobody knows whether it was accepted."""
    video = await rig.engine.generate(a_request())
    assert video.state is VideoState.UNCONFIRMED
    return video


def test_a_callback_with_our_reference_settles_a_lost_answer(tmp_path: Path) -> None:
    async def story(rig: Rig, provider: ScriptedProvider) -> None:
        video = await lost(rig)
        url = callback_url(ADDRESS, video.id)
        provider.script = ((0, asked(RUNNING, callback_url=url)),)
        await take(rig, LOST, reference=video.id)
        await rig.clock.sleep(A_MOMENT_MS)
        found = rig.video(video.id)
        assert (found.state, found.task_id) == (VideoState.PROCESSING, LOST)
        assert rig.kinds(video.id) == {EntryKind.RESERVE, EntryKind.CAPTURE}
        assert [entry.task_id for entry in rig.parts.journal.read()] == [LOST]
        assert outcomes(rig) == ["settled"]
        provider.script = ((0, asked(succeeded(100_00))),)
        await rig.clock.sleep(LONG_MS)
        assert rig.video(video.id).state is VideoState.COMPLETED

    told(tmp_path, ScriptedProvider(creates=[SentUnknownError()]), story)


@pytest.mark.parametrize(
    "changes",
    [
        {"prompt": "Một con chó"},
        {"prompt": None},
        {"model_id": "another/model"},
        {"callback_url": callback_url(ADDRESS, VIDEO)},
        {"callback_url": "https://elsewhere.example/hook"},
    ],
)
def test_a_task_that_was_asked_for_something_else_settles_nothing(
    tmp_path: Path, changes: dict[str, object]
) -> None:
    async def story(rig: Rig, provider: ScriptedProvider) -> None:
        video = await lost(rig)
        provider.script = ((0, asked(succeeded(100_00), **changes)),)
        await take(rig, LOST, reference=video.id)
        await rig.clock.sleep(LONG_MS)
        assert rig.video(video.id) == video
        assert (len(provider.reads), outcomes(rig)) == (1, ["mismatch"])

    told(tmp_path, ScriptedProvider(creates=[SentUnknownError()]), story)


def test_a_record_that_says_nothing_settles_nothing(tmp_path: Path) -> None:
    async def story(rig: Rig, provider: ScriptedProvider) -> None:
        video = await lost(rig)
        provider.script = ((0, succeeded(100_00)),)
        await take(rig, LOST, reference=video.id)
        await rig.clock.sleep(LONG_MS)
        assert rig.video(video.id) == video

    told(tmp_path, ScriptedProvider(creates=[SentUnknownError()]), story)


def test_one_task_settles_one_video(tmp_path: Path) -> None:
    async def story(rig: Rig, provider: ScriptedProvider) -> None:
        first, second = await lost(rig), await rig.engine.generate(a_request("Một con chó"))
        provider.script = ((0, asked(RUNNING)),)
        await take(rig, LOST, reference=first.id)
        await take(rig, LOST, reference=second.id)
        await rig.clock.sleep(5 * A_MOMENT_MS)
        assert rig.video(first.id).task_id == LOST
        assert rig.video(second.id) == second

    told(tmp_path, ScriptedProvider(creates=[SentUnknownError()]), story)


@pytest.mark.parametrize("first", [MISSING, ProviderUnavailableError()])
def test_a_record_that_cannot_be_read_yet_is_read_again(
    tmp_path: Path, first: TaskStatus | Exception
) -> None:
    async def story(rig: Rig, provider: ScriptedProvider) -> None:
        video = await lost(rig)
        provider.script = ((0, first),)
        await take(rig, LOST, reference=video.id)
        await rig.clock.sleep(20 * A_MOMENT_MS)
        assert (rig.video(video.id).state, outcomes(rig)) == (VideoState.UNCONFIRMED, [None])
        assert 2 <= len(provider.reads) <= 6
        provider.script = ((0, asked(RUNNING)),)
        await rig.clock.sleep(10 * A_MOMENT_MS)
        assert rig.video(video.id).task_id == LOST

    told(tmp_path, ScriptedProvider(creates=[SentUnknownError()]), story)


def test_a_callback_that_overtakes_the_answer_waits_for_it(tmp_path: Path) -> None:
    async def overtaken() -> None:
        provider = ScriptedProvider(creates=[SentUnknownError()], create_seconds=30)
        provider.script = ((0, asked(RUNNING)),)
        async with running(tmp_path, provider) as rig:

            async def call_back() -> None:
                with rig.library.reading() as rows:
                    (video,) = rows.videos.every()
                await take(rig, LOST, reference=video.id)

            provider.on_create = call_back
            video = await rig.engine.generate(a_request())
            assert (video.state, provider.reads) == (VideoState.UNCONFIRMED, [])
            await rig.clock.sleep(10 * A_MOMENT_MS)
            assert rig.video(video.id).task_id == LOST

    run_virtually(overtaken())


def test_what_was_taken_before_a_crash_is_followed_by_the_next_start(tmp_path: Path) -> None:
    video_ids = []

    async def before(rig: Rig, provider: ScriptedProvider) -> None:
        video = await lost(rig)
        video_ids.append(video.id)
        provider.script = ((0, ProviderUnavailableError()),)
        await take(rig, LOST, reference=video.id)

    async def after(rig: Rig, _provider: ScriptedProvider) -> None:
        await rig.clock.sleep(A_MOMENT_MS)
        assert rig.video(video_ids[0]).task_id == LOST
        assert outcomes(rig) == ["settled"]

    told(tmp_path, ScriptedProvider(creates=[SentUnknownError()]), before)
    told(tmp_path, ScriptedProvider(script=((0, asked(RUNNING)),)), after)


def test_what_nobody_will_repeat_any_more_is_forgotten(tmp_path: Path) -> None:
    async def story(rig: Rig, _provider: ScriptedProvider) -> None:
        await take(rig, "an old one")
        await rig.clock.sleep(A_MOMENT_MS)
        await take(rig, "a new one")
        with rig.library.writing() as rows:
            rows.deliveries.forget_before(rig.clock.now_ms())
        assert [delivery.task_id for delivery in deliveries(rig)] == ["a new one"]

    told(tmp_path, ScriptedProvider(), story)


def test_a_callback_is_logged_without_what_it_carries(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    task_id = "0123456789abcdef" * 2

    async def story(rig: Rig, _provider: ScriptedProvider) -> None:
        await take(rig, task_id, reference=VIDEO)
        await take(rig, task_id, reference=VIDEO)

    with caplog.at_level(logging.INFO):
        told(tmp_path, ScriptedProvider(), story)
    lines = [r.getMessage() for r in caplog.records if "video callback" in r.getMessage()]
    assert lines == ["Received video callback: task 01234567…, success"]
    assert VIDEO not in caplog.text
    assert task_id not in caplog.text


def test_each_video_is_sent_with_its_own_address(tmp_path: Path) -> None:
    async def story(rig: Rig, provider: ScriptedProvider) -> None:
        first = await rig.engine.generate(a_request())
        second = await rig.engine.generate(a_request("Một con chó"))
        urls = [callback_url(ADDRESS, video.id) for video in (first, second)]
        assert provider.callback_urls == urls

    async def run() -> None:
        provider = ScriptedProvider(script=((0, QUEUED),))
        async with running(tmp_path, provider, change=called_back_at(ADDRESS)) as rig:
            await story(rig, provider)

    run_virtually(run())
