"""Thousands of repeats of signed callbacks, each with another unsigned `video=`: rows, readings and
lines of the log stay few, and an honest callback waits for none of them."""

import asyncio
import json
import logging
import sqlite3
import time
import uuid
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.requests import a_request
from tests.services.rig import Rig, running
from tests.services.scripted_provider import MISSING, RUNNING, ScriptedProvider
from tests.services.virtual_time import run_virtually
from tests.services.webhook.callback_client import PATH, VIDEO, Sent, market
from tests.services.webhook.conftest import Opened, OpenEngine
from tests.services.webhook.test_inbox import (
    LOST,
    TASK,
    accepted,
    asked,
    deliveries,
    lost,
    outcomes,
    take,
)
from tests.services.webhook.test_with_sandbox import until
from videogen_desktop.domain.errors import SentUnknownError
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.webhook import Callback
from videogen_desktop.services.webhook.inbox import Arrival
from videogen_desktop.storage.delivery_rows import MOST_OF_ONE_TASK

AT_ONCE = 8
MINUTE_MS = 60_000


def callbacks(one: Opened, task_id: str, signatures: int, repeats: int) -> list[Sent]:
    """So many signatures of one task, each sent so often, never with the same video."""
    receiver = one.engine.webhook.receiver
    assert receiver is not None
    # All of them fresh, however long sending them takes: two minutes ahead to three behind.
    ahead, body = time.time() + 120, json.dumps(market(task_id)).encode()
    return [
        Sent(
            receiver.status.port,
            target=f"{PATH}?video={uuid.uuid4()}",
            body=body,
            headers=dict(receiver.signed(task_id, int((ahead - number) * 1000)).headers),
        )
        for _ in range(repeats)
        for number in range(signatures)
    ]


async def answers(sent: Sequence[Sent]) -> set[int]:
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(AT_ONCE) as threads:
        return set(await asyncio.gather(*(loop.run_in_executor(threads, s.status) for s in sent)))


def rows_of(one: Opened, task_id: str | None) -> tuple[int, int]:
    """How many there are, and how many of them were followed."""
    with sqlite3.connect(one.places.database) as connection:
        found = connection.execute(
            "SELECT count(*), count(outcome) FROM webhook_delivery WHERE task_id = ?", [task_id]
        ).fetchone()
    connection.close()
    return int(found[0]), int(found[1])


@pytest.mark.parametrize(
    ("signatures", "repeats"), [(60, 4), pytest.param(280, 12, marks=pytest.mark.full)]
)
@pytest.mark.usefixtures("no_polling")
def test_a_storm_about_one_task_keeps_no_honest_callback_waiting(
    open_engine: OpenEngine, caplog: pytest.LogCaptureFixture, signatures: int, repeats: int
) -> None:
    async def story() -> None:
        async with open_engine("--fault", "callback-lost", "--speed", "1000") as one:
            await one.status()
            stormy, honest = await one.generated(), await one.generated("Một con chó")
            storm = callbacks(one, stormy.task_id or "", signatures, repeats)
            assert await answers(storm) == {200}
            _, before = rows_of(one, stormy.task_id)
            assert await answers(callbacks(one, honest.task_id or "", 1, 1)) == {200}

            async def is_followed() -> bool:
                return rows_of(one, honest.task_id) == (1, 1)

            await until(is_followed)
            kept, after = rows_of(one, stormy.task_id)
            # One was under way; looking takes a moment too.
            assert after - before <= 4
            assert kept <= MOST_OF_ONE_TASK
            assert (await one.status()).accepted == signatures * repeats + 1

    with caplog.at_level(logging.INFO):
        asyncio.run(story())
    lines = [line for line in caplog.messages if "callback" in line]
    assert len(lines) < 20
    assert sum(map(len, lines)) < 2_000


def test_a_task_has_one_line_a_minute_that_counts_the_others(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def story() -> None:
        async with running(tmp_path, ScriptedProvider(script=((0, RUNNING),))) as rig:
            await accepted(rig)
            for number in range(3 * 20):
                await take(rig, reference=str(uuid.uuid4()), at=-3_000 * number)
                await rig.clock.sleep(3_000)

    with caplog.at_level(logging.INFO):
        run_virtually(story())
    lines = [line for line in caplog.messages if line.startswith("Received video callback")]
    assert lines[0] == "Received video callback: task task-1…, success"
    assert set(lines[1:]) == {"Received video callback: task task-1…, success (19 more in between)"}
    assert len(lines) == 3


def test_of_one_task_the_newest_deliveries_stay(tmp_path: Path) -> None:
    async def story() -> None:
        async with running(tmp_path, ScriptedProvider(script=((0, RUNNING),))) as rig:
            await accepted(rig)
            await take(rig, "another")
            inbox, now = rig.engine.webhook.inbox, rig.clock.now_ms()
            assert inbox is not None
            await inbox.take(
                [
                    Arrival(Callback(TASK, now + number, "success"), str(uuid.uuid4()))
                    for number in range(3 * MOST_OF_ONE_TASK)
                ]
            )
            assert len(deliveries(rig)) == MOST_OF_ONE_TASK + 1
            await rig.clock.sleep(MINUTE_MS)
            assert set(outcomes(rig)) == {"unknown", "hastened"}
            assert len(deliveries(rig)) == MOST_OF_ONE_TASK + 1

    run_virtually(story())


async def named_late(rig: Rig, provider: ScriptedProvider, seconds: int) -> None:
    """Somebody on the way repeats a callback with another video, before it comes itself."""
    video = await lost(rig)
    provider.script = ((0, asked(RUNNING)),)
    for _ in range(20):
        await take(rig, LOST, reference=str(uuid.uuid4()))
    await rig.clock.sleep(seconds * 1_000)
    await take(rig, LOST, reference=video.id, at=-seconds * 1_000)
    await rig.clock.sleep(2_000)
    found = rig.video(video.id)
    assert (found.state, found.task_id) == (VideoState.PROCESSING, LOST)
    assert outcomes(rig) == ["settled"]


@pytest.mark.parametrize("seconds", [0, 5])
def test_a_false_video_that_comes_first_keeps_no_lost_answer_away(
    tmp_path: Path, seconds: int
) -> None:
    async def story() -> None:
        provider = ScriptedProvider(creates=[SentUnknownError()])
        async with running(tmp_path, provider) as rig:
            await named_late(rig, provider, seconds)

    run_virtually(story())


def test_naming_videos_by_turns_leads_to_few_readings(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(creates=[SentUnknownError()])
        async with running(tmp_path, provider) as rig:
            videos = [await lost(rig), await rig.engine.generate(a_request("Một con cá"))]
            provider.script = ((0, asked(RUNNING, prompt="Một con chó")),)
            for number in range(40):
                await take(rig, LOST, reference=videos[number % 2].id, at=-1_000 * number)
                await rig.clock.sleep(1_000)
            assert len(provider.reads) <= 9
            assert len(deliveries(rig)) == 1
            assert [rig.video(video.id) for video in videos] == videos

    run_virtually(story())


def test_what_is_awaited_comes_before_what_is_not(tmp_path: Path) -> None:
    async def story() -> None:
        async with running(tmp_path, ScriptedProvider(script=((0, RUNNING),))) as rig:
            await accepted(rig)
            for number in range(20):
                await take(rig, f"nobody-{number}", reference=VIDEO)
            await take(rig, TASK)
            await rig.clock.sleep(400)
            done = [one.task_id for one in deliveries(rig) if one.outcome is not None]
            assert TASK in done
            assert len(done) <= 3
            await rig.clock.sleep(MINUTE_MS)
            assert None not in outcomes(rig)

    run_virtually(story())


def test_what_was_too_early_does_not_wait_for_a_flood_to_end(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(creates=[SentUnknownError()], script=((0, MISSING),))
        async with running(tmp_path, provider) as rig:
            video = await lost(rig)
            await take(rig, LOST, reference=video.id)
            await rig.clock.sleep(1_000)
            provider.script = ((0, asked(RUNNING)),)
            for number in range(4 * 10):
                await take(rig, f"nobody-{number}")
                await take(rig, f"nobody-either-{number}")
                await rig.clock.sleep(250)
            assert None in outcomes(rig)
            assert rig.video(video.id).task_id == LOST

    run_virtually(story())
