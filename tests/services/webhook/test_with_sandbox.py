"""Real signed callbacks of the sandbox, to the whole engine, with polling off."""

import asyncio
import socket
from collections.abc import Awaitable, Callable

import pytest

from tests.services.webhook.conftest import Opened, OpenEngine
from videogen_desktop.domain.errors import WebhookUnavailableError
from videogen_desktop.domain.states import Reason, VideoState
from videogen_desktop.domain.webhook import ReceiverState, TrialOutcome

SECONDS = 30.0


async def until(condition: Callable[[], Awaitable[object]]) -> None:
    async with asyncio.timeout(SECONDS):
        while True:
            if await condition():
                return
            await asyncio.sleep(0.02)


async def ended(one: Opened, video_id: str) -> VideoState:
    async def is_over() -> bool:
        return (await one.video(video_id)).is_terminal

    await until(is_over)
    return (await one.video(video_id)).state


@pytest.mark.parametrize("shape", ["market", "generic", "veo", "runway"])
@pytest.mark.usefixtures("no_polling")
def test_every_shape_ends_a_video(open_engine: OpenEngine, shape: str) -> None:
    async def story() -> None:
        async with open_engine("--callback-shape", shape) as one:
            assert (await one.status()).state is ReceiverState.LISTENING
            video = await one.generated()
            assert await ended(one, video.id) is VideoState.COMPLETED
            assert (await one.status()).accepted == 1

    asyncio.run(story())


@pytest.mark.parametrize(
    ("fault", "state"),
    [
        ("callback-duplicated", VideoState.COMPLETED),
        ("callback-out-of-order", VideoState.COMPLETED),
        ("callback-lies", VideoState.COMPLETED),
        ("fail", VideoState.FAILED),
        ("fail-501", VideoState.FAILED),
    ],
)
@pytest.mark.usefixtures("no_polling")
def test_the_record_says_how_it_ended(
    open_engine: OpenEngine, fault: str, state: VideoState
) -> None:
    async def story() -> None:
        async with open_engine("--fault", fault) as one:
            await one.status()
            video = await one.generated()
            assert await ended(one, video.id) is state

    asyncio.run(story())


@pytest.mark.parametrize(
    "fault", ["callback-wrong-signature", "callback-unsigned", "callback-stale"]
)
@pytest.mark.usefixtures("no_polling")
def test_what_is_not_authentic_moves_nothing(open_engine: OpenEngine, fault: str) -> None:
    async def story() -> None:
        async with open_engine("--fault", fault) as one:
            await one.status()
            video = await one.generated()

            async def was_given_up() -> bool:
                with one.books() as books:
                    return len(books.callbacks()) == 4

            await until(was_given_up)
            assert (await one.video(video.id)).state is VideoState.PENDING
            with one.books() as books:
                assert {sent.answer for sent in books.callbacks()} == {"401"}
            status = await one.status()
            assert (status.accepted, status.refused) == (0, 4)

    asyncio.run(story())


@pytest.mark.parametrize("fault", ["callback-lost", "callback-late", "callback-early"])
def test_polling_needs_no_callback(open_engine: OpenEngine, fault: str) -> None:
    async def story() -> None:
        async with open_engine("--fault", fault) as one:
            await one.status()
            video = await one.generated()
            assert await ended(one, video.id) is VideoState.COMPLETED

    asyncio.run(story())


@pytest.mark.parametrize("fault", ["lost-answer:1", "empty-body:1", "html-502-created:1"])
@pytest.mark.usefixtures("no_polling")
def test_a_lost_answer_is_settled_by_the_callback(open_engine: OpenEngine, fault: str) -> None:
    async def story() -> None:
        async with open_engine("--fault", fault, "--speed", "20") as one:
            await one.status()
            video = await one.generated()
            assert (video.state, video.reason) == (VideoState.UNCONFIRMED, Reason.SENT_UNKNOWN)
            assert await ended(one, video.id) is VideoState.COMPLETED
            with one.books() as books:
                (task,) = books.tasks()
            assert (await one.video(video.id)).task_id == task.task_id

    asyncio.run(story())


def test_the_trial_goes_all_the_way_round(open_engine: OpenEngine) -> None:
    async def story() -> None:
        async with open_engine() as one:
            status = await one.status()
            result = await one.engine.webhook.send_trial()
            assert (result.outcome, result.http_status) == (TrialOutcome.ARRIVED, 200)
            assert (await one.status()).accepted == status.accepted == 0

    asyncio.run(story())


def test_a_taken_port_is_one_problem_and_everything_else_goes_on(open_engine: OpenEngine) -> None:
    async def story(port: int) -> None:
        async with open_engine(port=port) as one:
            assert (await one.status()).state is ReceiverState.FAILED
            (problem,) = one.problems()
            assert isinstance(problem, WebhookUnavailableError)
            assert problem.port == port
            video = await one.generated()
            assert await ended(one, video.id) is VideoState.COMPLETED
            assert (await one.engine.webhook.send_trial()).outcome is TrialOutcome.NOT_LISTENING
            with one.books() as books:
                assert "callBackUrl" not in books.tasks()[0].param

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        asyncio.run(story(taken.getsockname()[1]))
