"""What every implementation of the atomic phases promises about tasks and their videos."""

import asyncio
import uuid
from collections.abc import Callable

import pytest

from tests.requests import a_request
from tests.services.contract.books import (
    Books,
    Story,
    walked,
)
from tests.services.scripted_provider import (
    MISSING,
    PRICE,
    SUCCESS_WITHOUT_URL,
    succeeded,
)
from tests.services.virtual_time import START_MS
from videogen_desktop.domain.errors import (
    IllegalTransitionError,
    TaskTakenError,
)
from videogen_desktop.domain.request import as_json, digest
from videogen_desktop.domain.states import Origin, Reason, VideoState
from videogen_desktop.domain.video import Video

_S, _R = VideoState, Reason


def found(books: Books, task_id: str) -> Video:
    request = a_request()
    return Video(
        id=str(uuid.uuid4()),
        wallet_id=books.wallet_id,
        request=request,
        price=0,
        request_sha256=digest(as_json(request)),
        state=_S.PENDING,
        created_at=START_MS,
        updated_at=START_MS,
        revision=1,
        task_id=task_id,
        origin=Origin.RESCUED,
    )


def test_one_task_is_one_video_whoever_brings_it_at_once(told: Callable[[Story], None]) -> None:
    async def story(books: Books) -> None:
        sending = await walked(books, "sending")
        lost = [await walked(books, "sent unknown") for _ in range(2)]
        phases, task = books.phases, "the task"
        brought = await asyncio.gather(
            phases.accept.accepted(sending, task),
            *(phases.settle.joined(one, task, "callback", {}) for one in lost),
            phases.settle.rescued(found(books, task)),
            phases.accept.recovered(lost[0], task),
            return_exceptions=True,
        )
        for answer in brought:
            assert not isinstance(answer, BaseException) or isinstance(
                answer, TaskTakenError | IllegalTransitionError
            )
        with books.library.reading() as rows:
            mine = [one for one in rows.videos.every() if one.task_id == task]
        assert len(mine) == 1
        assert await phases.settle.rescued(found(books, task)) is None

    told(story)


def test_a_second_video_with_a_task_of_another_is_unconfirmed(
    told: Callable[[Story], None],
) -> None:
    async def story(books: Books) -> None:
        first, second = await walked(books, "sending"), await walked(books, "sending")
        await books.phases.accept.accepted(first, "the task")
        before = books.balance()
        taken = await books.phases.accept.accepted(second, "the task")
        assert (taken.state, taken.reason) == (_S.UNCONFIRMED, _R.SENT_UNKNOWN)
        assert books.balance() == before
        third = await walked(books, "sent unknown")
        with pytest.raises(TaskTakenError):
            await books.phases.settle.joined(third, "the task", "task_entered", {})
        kept = await books.phases.accept.recovered(third, "the task")
        assert kept == books.video(third)

    told(story)


def test_a_word_about_a_task_that_a_video_never_learned_rescues_its_result_once(
    told: Callable[[Story], None],
) -> None:
    async def story(books: Books) -> None:
        video_id = await walked(books, "not charged")
        standing, money = books.video(video_id), books.balance()
        say = books.phases.finish.ended_otherwise
        rescued = await asyncio.gather(
            *(say(video_id, "the task", succeeded(PRICE)) for _ in range(3))
        )
        (one,) = [video for video in rescued if video is not None]
        assert (one.task_id, one.rescued_from) == ("the task", video_id)
        assert not books.kinds(one.id)
        assert (books.video(video_id), books.balance()) == (standing, money)

    told(story)


def test_the_first_success_without_a_result_is_noted_once(told: Callable[[Story], None]) -> None:
    async def story(books: Books) -> None:
        video_id = await walked(books, "pending")
        first = await books.phases.finish.first_success(video_id)
        books.clock.jump(60_000)
        assert await books.phases.finish.first_success(video_id) == first
        assert await books.phases.finish.moved(video_id, SUCCESS_WITHOUT_URL) is not None
        assert await books.phases.finish.moved(video_id, SUCCESS_WITHOUT_URL) is None
        assert await books.phases.finish.record_gone(video_id) is not None
        assert await books.phases.finish.moved(video_id, MISSING) is None

    told(story)
