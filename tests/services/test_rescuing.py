"""A task id that somebody kept is enough: state, result, cost and file come into the library."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.requests import a_request
from tests.services.rig import running
from tests.services.scripted_provider import (
    FAILED,
    MISSING,
    QUEUED,
    SUCCESS_WITHOUT_URL,
    ScriptedProvider,
    succeeded,
)
from tests.services.virtual_time import START_MS, run_virtually
from videogen_desktop.domain.addresses import callback_url
from videogen_desktop.domain.errors import (
    KeyRejectedError,
    ProviderUnavailableError,
    SentUnknownError,
)
from videogen_desktop.domain.ledger import EntryKind
from videogen_desktop.domain.provider import TaskRequest, TaskStatus
from videogen_desktop.domain.states import Origin, Reason, VideoState
from videogen_desktop.domain.tasks import RescueOutcome
from videogen_desktop.storage.verify import verify

ASKED = TaskRequest("sandbox/video-1", "Phố cổ Hội An", options={"aspect_ratio": "portrait"})


def of_old(status: TaskStatus) -> TaskStatus:
    """A record that says what was asked for, and when."""
    return replace(status, asked=ASKED, created_at=START_MS - 60_000, ended_at=START_MS - 30_000)


def test_a_rescued_task_brings_its_prompt_cost_and_file_and_no_money(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(script=((0, of_old(succeeded(85_50))),))
        async with running(tmp_path, provider) as rig:
            await rig.engine.account.balance()
            rescue = await rig.engine.rescuer.rescue("task-old")
            assert (rescue.task_id, rescue.outcome) == ("task-old", RescueOutcome.RESCUED)
            video = rescue.video
            assert video is not None
            assert (video.state, video.origin) == (VideoState.COMPLETED, Origin.RESCUED)
            assert (video.prompt, video.request.options) == (ASKED.prompt, ASKED.options)
            assert (video.model_id, video.cost, video.price) == ("sandbox/video-1", 85_50, 0)
            assert (video.created_at, video.ended_at) == (START_MS - 60_000, START_MS - 30_000)
            assert rig.kinds(video.id) == set()
            await rig.engine.until_idle()
            assert (await rig.item(video.id)).clip is not None
            assert [entry.task_id for entry in rig.parts.journal.read()] == ["task-old"]
            assert provider.sent == []

    run_virtually(story())


def test_a_record_that_says_nothing_of_the_request_is_rescued_all_the_same(tmp_path: Path) -> None:
    async def story() -> None:
        async with running(tmp_path, ScriptedProvider(script=((0, succeeded()),))) as rig:
            video = (await rig.engine.rescuer.rescue("task-old")).video
            assert video is not None
            assert (video.prompt, video.cost) == ("", 0)
            await rig.engine.until_idle()
            assert (await rig.item(video.id)).clip is not None

    run_virtually(story())


def test_of_several_unclear_videos_the_record_may_name_the_one(tmp_path: Path) -> None:
    """Alike in all but the address that each was asked for with."""

    async def story() -> None:
        provider = ScriptedProvider(creates=[SentUnknownError(), SentUnknownError()])
        async with running(tmp_path, provider) as rig:
            first = await rig.engine.generate(a_request())
            second = await rig.engine.generate(a_request(), confirmed=True)
            request = TaskRequest(first.model_id, first.prompt)
            url = callback_url("https://may-toi.example", second.id)
            for address, alike in ((None, {first.id, second.id}), (url, {second.id})):
                asked = replace(request, callback_url=address)
                provider.script = ((0, replace(succeeded(), asked=asked)),)
                found = await rig.engine.rescuer.rescue("task-9", asks_first=True)
                assert found.outcome is RescueOutcome.RESEMBLES
                assert set(found.resembles) == alike

    run_virtually(story())


@pytest.mark.parametrize(
    ("ending", "state", "reason"),
    [
        (FAILED, VideoState.FAILED, Reason.PROVIDER_FAILED),
        (succeeded(100_00), VideoState.COMPLETED, None),
        (SUCCESS_WITHOUT_URL, VideoState.FAILED, Reason.RESULT_MISSING),
        (MISSING, VideoState.UNCONFIRMED, Reason.RECORD_GONE),
    ],
)
def test_a_task_that_still_runs_is_polled_to_its_end_without_money(
    tmp_path: Path, ending: TaskStatus, state: VideoState, reason: Reason | None
) -> None:
    async def story() -> None:
        provider = ScriptedProvider(script=((0, of_old(QUEUED)), (60, ending)))
        async with running(tmp_path, provider) as rig:
            video = (await rig.engine.rescuer.rescue("task-old")).video
            assert video is not None
            assert video.state is VideoState.PENDING
            await rig.engine.until_idle()
            video = rig.video(video.id)
            assert (video.state, video.reason) == (state, reason)
            assert rig.kinds(video.id) == set()
            assert verify(rig.library) == ()

    run_virtually(story())


@pytest.mark.parametrize("word", ["user_charged", "user_not_charged"])
def test_a_rescued_task_that_is_gone_is_settled_without_money(tmp_path: Path, word: str) -> None:
    async def story() -> None:
        provider = ScriptedProvider(script=((0, of_old(QUEUED)), (60, MISSING)))
        async with running(tmp_path, provider) as rig:
            video = (await rig.engine.rescuer.rescue("task-old")).video
            assert video is not None
            await rig.engine.until_idle()
            settled = await getattr(rig.engine.settling, word)(video.id)
            assert (settled.state, settled.cost) == (VideoState.FAILED, 0)
            assert rig.kinds(video.id) == set()

    run_virtually(story())


def test_a_pasted_list_is_told_id_by_id(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(creates=["task-known"])
        async with running(tmp_path, provider) as rig:
            known = await rig.engine.generate(a_request())
            answers: dict[str, TaskStatus | Exception] = {
                "task-known": QUEUED,
                "task-new": of_old(succeeded()),
                "task-none": MISSING,
                "task-mute": ProviderUnavailableError("down"),
            }

            async def status(task_id: str) -> TaskStatus:
                answer = answers[task_id]
                if isinstance(answer, Exception):
                    raise answer
                return answer

            provider.status = status  # type: ignore[method-assign]
            text = "task-known;task-new\n\t“task-none”, task-mute | task-new"
            found = await rig.engine.rescuer.rescue_all(text)
            assert [(one.task_id, one.outcome) for one in found] == [
                ("task-known", RescueOutcome.KNOWN),
                ("task-new", RescueOutcome.RESCUED),
                ("task-none", RescueOutcome.UNKNOWN),
                ("task-mute", RescueOutcome.UNREADABLE),
            ]
            assert found[0].video is not None and found[0].video.id == known.id
            assert isinstance(found[3].error, ProviderUnavailableError)
            again = await rig.engine.rescuer.rescue_all("task-new task-new")
            assert [one.outcome for one in again] == [RescueOutcome.KNOWN]
            assert len((await rig.engine.opened()).first_page.ids) == 2

    run_virtually(story())


def test_a_rejected_key_ends_the_whole_list(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(script=((0, KeyRejectedError("no")),))
        async with running(tmp_path, provider) as rig:
            with pytest.raises(KeyRejectedError):
                await rig.engine.rescuer.rescue_all("a b c")
            assert len(provider.reads) == 1

    run_virtually(story())


def test_it_names_the_unconfirmed_video_that_the_task_may_be(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(creates=[SentUnknownError("reset")])
        async with running(tmp_path, provider) as rig:
            unknown = await rig.engine.generate(a_request())
            asked = TaskRequest("sandbox/video-1", "Một con mèo")
            provider.script = ((0, replace(succeeded(), asked=asked)),)
            rescue = await rig.engine.rescuer.rescue("task-1")
            assert rescue.resembles == (unknown.id,)
            # Nothing is guessed: its owner says what it was.
            assert rig.video(unknown.id) == unknown
            assert rig.kinds(unknown.id) == {EntryKind.RESERVE}

    run_virtually(story())


def test_a_task_that_resembles_an_unconfirmed_video_can_be_asked_about_first(
    tmp_path: Path,
) -> None:
    async def story() -> None:
        provider = ScriptedProvider(creates=[SentUnknownError("reset")])
        async with running(tmp_path, provider) as rig:
            unknown = await rig.engine.generate(a_request())
            asked = TaskRequest("sandbox/video-1", "Một con mèo")
            provider.script = ((0, replace(succeeded(), asked=asked)),)
            rescue = await rig.engine.rescuer.rescue("task-1", asks_first=True)
            assert (rescue.outcome, rescue.video) == (RescueOutcome.RESEMBLES, None)
            assert rescue.resembles == (unknown.id,)
            assert (await rig.engine.opened()).first_page.ids == (unknown.id,)
            # Not brought in, so its id can still be entered.
            joined = await rig.engine.settling.enter_task(unknown.id, "task-1")
            assert (joined.id, joined.state) == (unknown.id, VideoState.COMPLETED)
            assert len((await rig.engine.opened()).first_page.ids) == 1

    run_virtually(story())


def test_a_result_that_comes_after_the_failure_is_rescued_once(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(creates=["task-1"], script=((0, FAILED),))
        async with running(tmp_path, provider) as rig:
            parent = "0a0b0c0d-0000-4000-8000-000000000000"
            video = await rig.engine.generate(replace(a_request(), parent=parent))
            await rig.engine.until_idle()
            before = (rig.video(video.id), rig.kinds(video.id), rig.balance())
            provider.script = ((0, SUCCESS_WITHOUT_URL),)
            assert (await rig.engine.rescuer.rescue("task-1")).video == before[0]
            provider.script = ((0, succeeded(100_00)),)
            late = before[0]
            for _ in range(2):
                rescue = await rig.engine.rescuer.rescue("task-1")
                assert rescue.outcome is RescueOutcome.KNOWN
                assert rescue.video is not None
                late = rescue.video
                assert (late.rescued_from, late.task_id) == (video.id, "task-1")
                assert (late.origin, late.state) == (Origin.RESCUED, VideoState.COMPLETED)
                assert (late.request, late.cost) == (video.request, 100_00)
                assert late.parent_id == parent
            assert (rig.video(video.id), rig.kinds(video.id), rig.balance()) == before
            assert rig.timeline(video.id)[-2:] == ["contradiction", "rescued_as"]
            assert len((await rig.engine.opened()).first_page.ids) == 2
            await rig.engine.until_idle()
            assert (await rig.item(late.id)).clip is not None
            assert verify(rig.library) == ()

    run_virtually(story())


def test_a_failure_that_comes_after_the_result_changes_nothing(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(creates=["task-1"], script=((0, succeeded()),))
        async with running(tmp_path, provider) as rig:
            video = await rig.engine.generate(a_request())
            await rig.engine.until_idle()
            provider.script = ((0, FAILED),)
            rescue = await rig.engine.rescuer.rescue("task-1")
            assert rescue.video is not None
            assert rescue.video.state is VideoState.COMPLETED
            assert rig.timeline(video.id)[-1] == "contradiction"
            assert len((await rig.engine.opened()).first_page.ids) == 1

    run_virtually(story())


def test_a_rescued_task_goes_on_after_a_restart(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(script=((0, of_old(QUEUED)),))
        async with running(tmp_path, provider) as rig:
            video = (await rig.engine.rescuer.rescue("task-old")).video
        assert video is not None
        provider.script = ((0, of_old(succeeded())),)
        async with running(tmp_path, provider) as rig:
            await rig.engine.until_idle()
            assert rig.video(video.id).state is VideoState.COMPLETED
            assert (await rig.item(video.id)).clip is not None

    run_virtually(story())
