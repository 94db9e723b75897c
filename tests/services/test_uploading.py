"""Files of a request reach the vendor before its POST, and whatever keeps them costs nothing."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from tests.requests import KLING, SANDBOX, a_request
from tests.services.input_files import (
    OTHER,
    PICTURE,
    input_file,
    offer,
    offer_pictures,
    pictures_in,
    take_in,
)
from tests.services.rig import Rig, running
from tests.services.scripted_provider import FAILED, UPLOAD_KEPT_MS, ScriptedProvider, succeeded
from tests.services.virtual_time import START_MS, run_virtually
from videogen_desktop.cli.charges import charge_sentence
from videogen_desktop.cli.outcomes import outcome
from videogen_desktop.domain.errors import (
    PROXY_FAILED,
    InputLostError,
    InputUnreachableError,
    KeyRejectedError,
    MalformedAnswerError,
    NotSentError,
    ProviderUnavailableError,
    RateLimitedError,
    SentUnknownError,
    TaskDiffersError,
    UploadRefusedError,
)
from videogen_desktop.domain.input_file import UploadFailure, input_object
from videogen_desktop.domain.ledger import EntryKind
from videogen_desktop.domain.provider import TaskRequest, TaskStatus, UploadedInput
from videogen_desktop.domain.request import VideoRequest
from videogen_desktop.domain.states import Reason, VideoState

ONE, TWO = input_file(PICTURE).sha256, input_file(OTHER).sha256
VOIDED = {EntryKind.RESERVE, EntryKind.VOID}
HOUR_MS = 3_600_000


def asked(*pictures: str, prompt: str = "Một con mèo") -> VideoRequest:
    return replace(a_request(prompt), inputs={"reference": pictures or (ONE,)})


@asynccontextmanager
async def taking_pictures(folder: Path, provider: ScriptedProvider) -> AsyncIterator[Rig]:
    async with running(folder, provider) as rig:
        offer_pictures(rig.engine)
        for content in (PICTURE, OTHER):
            take_in(rig.library, rig.parts.options.places, content)
        yield rig


def addresses(provider: ScriptedProvider) -> list[object]:
    return [url for request in provider.sent for url in pictures_in(request.body)]


def test_each_file_is_uploaded_and_stands_in_the_post_where_it_was_frozen(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider()
        async with taking_pictures(tmp_path, provider) as rig:
            video = await rig.engine.generate(asked(ONE, TWO, ONE))
            assert video.state is VideoState.PENDING
            assert sorted(provider.uploaded) == sorted([ONE, TWO])
            (first, second, again) = addresses(provider)
            assert str(first).startswith("https://files.example/")
            assert first == again != second
            # What was priced stays as it was frozen.
            frozen = [input_object(sha256) for sha256 in (ONE, TWO, ONE)]
            assert pictures_in(rig.video(video.id).body or "") == frozen

    run_virtually(story())


def test_an_address_is_used_until_shortly_before_its_end(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider()
        async with taking_pictures(tmp_path, provider) as rig:
            await rig.engine.generate(asked(prompt="Một"))
            await rig.clock.sleep(UPLOAD_KEPT_MS - HOUR_MS)
            await rig.engine.generate(asked(prompt="Hai"))
            await rig.clock.sleep(HOUR_MS - 60_000)
            await rig.engine.generate(asked(prompt="Ba"))
            first, second, third = addresses(provider)
            assert first == second != third
            assert len(provider.uploaded) == 2

    run_virtually(story())


def test_takes_of_one_request_share_one_upload(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(upload_seconds=9)
        async with taking_pictures(tmp_path, provider) as rig:
            takes = (rig.engine.generate(asked(), confirmed=True) for _ in range(4))
            videos = await asyncio.gather(*takes)
            assert {video.state for video in videos} == {VideoState.PENDING}
            assert (provider.uploaded, len(set(addresses(provider)))) == ([ONE], 1)

    run_virtually(story())


def test_a_post_that_never_left_is_sent_again_without_another_upload(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(creates=[NotSentError(), RateLimitedError(), "task-a"])
        async with taking_pictures(tmp_path, provider) as rig:
            video = await rig.engine.generate(asked())
            assert (video.state, len(provider.sent)) == (VideoState.PENDING, 3)
            assert provider.uploaded == [ONE]

    run_virtually(story())


def test_what_passes_costs_a_video_no_more_than_a_wait(tmp_path: Path) -> None:
    async def story() -> None:
        passing = [ProviderUnavailableError("reset"), MalformedAnswerError("<html>")]
        kept = UploadedInput("https://files.example/a.png", START_MS + UPLOAD_KEPT_MS)
        provider = ScriptedProvider(uploads=[*passing, RateLimitedError(), kept])
        async with taking_pictures(tmp_path, provider) as rig:
            video = await rig.engine.generate(asked())
            assert (video.state, len(provider.sent)) == (VideoState.PENDING, 1)
            assert rig.shown_states(video.id)[:3] == [
                *(VideoState.RESERVED, VideoState.SENDING),
                VideoState.PENDING,
            ]

    run_virtually(story())


FAILURES = {
    UploadFailure.MISSING: InputLostError(ONE),
    UploadFailure.REFUSED: UploadRefusedError("file type", "400"),
    UploadFailure.KEY: KeyRejectedError("no", "401"),
    UploadFailure.PACE: RateLimitedError("slower"),
    UploadFailure.PROXY: ProviderUnavailableError("proxy", PROXY_FAILED),
    UploadFailure.UNREACHABLE: ProviderUnavailableError("timeout"),
    UploadFailure.ANSWER: MalformedAnswerError("<html>"),
}


@pytest.mark.parametrize("failure", UploadFailure)
def test_a_file_that_does_not_arrive_leaves_a_video_that_was_never_sent(
    tmp_path: Path, failure: UploadFailure
) -> None:
    async def story() -> None:
        provider = ScriptedProvider(uploads=[FAILURES[failure]])
        async with taking_pictures(tmp_path, provider) as rig:
            video = await rig.engine.generate(asked(ONE, TWO))
            assert (video.state, video.reason) == (VideoState.FAILED, Reason.NOT_SENT)
            assert (video.failure_code, video.sent_at) == (failure, None)
            assert (rig.kinds(video.id), rig.balance().available) == (VOIDED, 1000_00)
            assert rig.timeline(video.id) == ["reserved", "failed"]
            assert provider.sent == []
            assert rig.clock.monotonic_ms() <= 120_000
            said = outcome(await rig.item(video.id)).sentence
            assert "file" in said
            assert charge_sentence(await rig.item(video.id)) == "Nothing was charged."

    run_virtually(story())


def test_a_file_that_the_library_does_not_know_is_never_asked_for(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider()
        async with taking_pictures(tmp_path, provider) as rig:
            with pytest.raises(InputLostError):
                await rig.engine.generate(asked("ab" * 32))
            assert (provider.uploaded, provider.sent) == ([], [])
            assert (await rig.engine.opened()).first_page.ids == (), "nothing is reserved for it"

    run_virtually(story())


def test_a_file_that_is_gone_from_the_library_costs_nothing(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider()
        async with taking_pictures(tmp_path, provider) as rig:
            next(rig.parts.options.places.inputs.glob(f"*/{ONE}.*")).unlink()
            video = await rig.engine.generate(asked(ONE, TWO))
            assert (video.reason, video.failure_code) == (Reason.NOT_SENT, UploadFailure.MISSING)
            assert (provider.sent, rig.kinds(video.id)) == ([], VOIDED)
            # Chosen again, it is the same file, and the same request works.
            take_in(rig.library, rig.parts.options.places, PICTURE)
            again = await rig.engine.generate(asked(ONE, TWO), confirmed=True)
            assert again.state is VideoState.PENDING

    run_virtually(story())


@pytest.mark.parametrize("answers", [[], [UploadRefusedError()]], ids=["taken", "refused"])
def test_a_video_cancelled_while_its_files_leave_is_not_sent(
    tmp_path: Path, answers: list[UploadedInput | Exception]
) -> None:
    async def story() -> None:
        provider = ScriptedProvider(uploads=answers, upload_seconds=1)
        async with taking_pictures(tmp_path, provider) as rig:
            sending = asyncio.create_task(rig.engine.generate(asked()))
            await rig.clock.sleep(500)
            (video_id,) = (await rig.engine.opened()).first_page.ids
            assert rig.shown_states(video_id) == [VideoState.RESERVED]
            await rig.engine.cancel(video_id)
            assert (await sending).state is VideoState.CANCELLED
            assert (rig.kinds(video_id), provider.sent) == (VOIDED, [])

    run_virtually(story())


def test_a_large_file_of_a_cancelled_video_stops_leaving(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(upload_seconds=3_600)
        async with taking_pictures(tmp_path, provider) as rig:
            sending = asyncio.create_task(rig.engine.generate(asked()))
            await rig.clock.sleep(60_000)
            (video_id,) = (await rig.engine.opened()).first_page.ids
            await rig.engine.delete(video_id)
            assert (await sending).state is VideoState.CANCELLED
            assert rig.clock.monotonic_ms() <= 70_000
            await rig.engine.until_idle()
            assert (rig.kinds(video_id), provider.sent) == (VOIDED, [])

    run_virtually(story())


def test_a_program_that_ends_while_files_leave_has_sent_nothing(tmp_path: Path) -> None:
    provider = ScriptedProvider(upload_seconds=30)

    async def end() -> str:
        async with taking_pictures(tmp_path, provider) as rig:
            sending = asyncio.create_task(rig.engine.generate(asked()))
            await rig.clock.sleep(1_000)
            await rig.engine.close()
            video = await sending
            assert video.state is VideoState.RESERVED
            return video.id

    async def start_again(video_id: str) -> None:
        async with taking_pictures(tmp_path, provider) as rig:
            await rig.clock.sleep(HOUR_MS)
            assert (rig.video(video_id).state, provider.sent) == (VideoState.RESERVED, [])
            assert (await rig.engine.send(video_id)).state is VideoState.PENDING
            assert len(provider.sent) == 1

    run_virtually(start_again(run_virtually(end())))


def test_what_was_reserved_is_sent_as_it_was_priced_whatever_is_offered_by_then(
    tmp_path: Path,
) -> None:
    provider = ScriptedProvider(upload_seconds=10)

    async def leave() -> None:
        async with taking_pictures(tmp_path, provider) as rig:
            sending = asyncio.create_task(rig.engine.generate(asked()))
            await rig.clock.sleep(5_000)
            await rig.engine.close()
            assert (await sending).state is VideoState.RESERVED

    async def send_without_its_model() -> None:
        async with running(tmp_path, provider) as rig:
            offer(rig.engine, replace(SANDBOX, read_models=lambda: (KLING,)))
            (video_id,) = (await rig.engine.opened()).first_page.ids
            video = await rig.engine.send(video_id)
            assert (video.state, video.price) == (VideoState.PENDING, 100_00)
            (sent,) = provider.sent
            assert json.loads(sent.body)["model"] == video.model_id
            assert pictures_in(video.body or "") == [input_object(ONE)]
            assert str(pictures_in(sent.body)[0]).startswith("https://files.example/")

    run_virtually(leave())
    run_virtually(send_without_its_model())


def test_an_address_outlives_the_program(tmp_path: Path) -> None:
    provider = ScriptedProvider()

    async def make(prompt: str) -> None:
        async with taking_pictures(tmp_path, provider) as rig:
            await rig.engine.generate(asked(prompt=prompt))

    run_virtually(make("Một"))
    run_virtually(make("Hai"))
    assert (provider.uploaded, len(set(addresses(provider)))) == ([ONE], 1)


def test_what_the_vendor_could_not_fetch_is_uploaded_anew_next_time(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(creates=[InputUnreachableError("no image", "451"), "task-a"])
        async with taking_pictures(tmp_path, provider) as rig:
            refused = await rig.engine.generate(asked(prompt="Một"))
            assert (refused.reason, rig.kinds(refused.id)) == (Reason.REFUSED, VOIDED)
            await rig.engine.generate(asked(prompt="Hai"))
            assert provider.uploaded == [ONE, ONE]

    run_virtually(story())


def test_files_of_a_task_that_failed_are_uploaded_anew_for_the_next(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(script=((0, FAILED),))
        async with taking_pictures(tmp_path, provider) as rig:
            await rig.engine.generate(asked(prompt="Một"))
            await rig.engine.until_idle()
            await rig.engine.generate(asked(prompt="Hai"))
            assert provider.uploaded == [ONE, ONE]

    run_virtually(story())


def test_no_more_than_three_files_leave_at_once(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(upload_seconds=10)
        async with taking_pictures(tmp_path, provider) as rig:
            contents = [f"picture {number}".encode() for number in range(7)]
            files = [take_in(rig.library, rig.parts.options.places, one) for one in contents]
            sending = asyncio.create_task(rig.engine.generate(asked(*[f.sha256 for f in files])))
            for at_most in (3, 6, 7):
                await rig.clock.sleep(9_999)
                assert len(provider.uploaded) == at_most
                await rig.clock.sleep(2)
            assert (await sending).state is VideoState.PENDING

    run_virtually(story())


# --- a task that names uploaded files -------------------------------------------------------------


def record_of(rig: Rig, video_id: str, *addresses: str) -> TaskStatus:
    video = rig.video(video_id)
    asked = TaskRequest(video.model_id, video.prompt, addresses=addresses)
    return replace(succeeded(), asked=asked)


def test_a_task_found_at_the_provider_is_the_video_with_its_very_pictures(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(creates=[SentUnknownError(), SentUnknownError()])
        async with taking_pictures(tmp_path, provider) as rig:
            first = await rig.engine.generate(asked(ONE))
            second = await rig.engine.generate(asked(TWO), confirmed=True)
            url, other_url = (str(url) for url in addresses(provider))
            provider.script = ((0, record_of(rig, second.id, other_url)),)
            found = await rig.engine.rescuer.rescue("task-9", asks_first=True)
            assert found.resembles == (second.id,)
            with pytest.raises(TaskDiffersError) as told:
                await rig.engine.settling.enter_task(first.id, "task-9")
            assert told.value.differences == ("files",)
            provider.script = ((0, record_of(rig, first.id, url)),)
            joined = await rig.engine.settling.enter_task(first.id, "task-8")
            assert (joined.task_id, rig.kinds(first.id) >= {EntryKind.CAPTURE}) == ("task-8", True)

    run_virtually(story())


def test_a_rescued_task_comes_with_the_pictures_that_went_in(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider()
        async with taking_pictures(tmp_path, provider) as rig:
            made = await rig.engine.generate(asked(ONE, TWO))
            one, two = map(str, addresses(provider))
            elsewhere = "https://files.example/of-another-machine"
            task = TaskRequest(
                *(made.model_id, made.prompt),
                addresses=(one, two, elsewhere),
                slots={"first_frame": (two,), "reference": (one, elsewhere)},
            )
            provider.script = ((0, replace(succeeded(), asked=task)),)
            rescued = (await rig.engine.rescuer.rescue("task-9")).video
            assert rescued is not None
            assert rescued.request.inputs == {"first_frame": (TWO,)}

    run_virtually(story())
