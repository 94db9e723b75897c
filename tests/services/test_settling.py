"""An unconfirmed video is settled by the provider's record or its owner's word, never guessed."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.requests import KIE_WALLET, a_request
from tests.services.rig import Rig, running
from tests.services.scripted_provider import MISSING, QUEUED, RUNNING, ScriptedProvider, succeeded
from tests.services.virtual_time import START_MS, run_virtually
from videogen_desktop.domain.errors import (
    IllegalTransitionError,
    OtherWalletError,
    SentUnknownError,
    TaskDiffersError,
    TaskTakenError,
    TaskUnknownError,
)
from videogen_desktop.domain.ledger import EntryKind
from videogen_desktop.domain.provider import TaskPhase, TaskRequest, TaskStatus
from videogen_desktop.domain.reconciliation import STILL_RUNNING_MS, Indication
from videogen_desktop.domain.states import Reason, VideoState
from videogen_desktop.domain.video import Video
from videogen_desktop.domain.wallet import Wallet
from videogen_desktop.storage.verify import verify

Settle = Callable[[Rig, Video], Awaitable[Video]]


async def joined(rig: Rig, video: Video) -> Video:
    return await rig.parts.joiner.join(video.id, "task-1", QUEUED, "callback")


async def charged(rig: Rig, video: Video) -> Video:
    return await rig.engine.settling.user_charged(video.id)


async def not_charged(rig: Rig, video: Video) -> Video:
    return await rig.engine.settling.user_not_charged(video.id)


@pytest.mark.parametrize("settled", [joined, charged, not_charged])
def test_what_was_settled_becomes_no_other_task(tmp_path: Path, settled: Settle) -> None:
    async def story() -> None:
        async with running(tmp_path, lost(script=((0, RUNNING),))) as rig:
            before = await settled(rig, await rig.engine.generate(a_request()))
            kinds, journal = rig.kinds(before.id), rig.parts.journal.read()
            with pytest.raises(IllegalTransitionError):
                await rig.parts.joiner.join(before.id, "task-2", QUEUED, "callback")
            assert rig.video(before.id) == before
            assert (rig.kinds(before.id), rig.parts.journal.read()) == (kinds, journal)

    run_virtually(story())


HELD = {EntryKind.RESERVE}
SPENT = {EntryKind.RESERVE, EntryKind.CAPTURE}
VOIDED = {EntryKind.RESERVE, EntryKind.VOID}
REFUNDED = {*SPENT, EntryKind.REFUND}


def lost(**values: object) -> ScriptedProvider:
    """A provider that takes the first create, and whose answer never comes."""
    return ScriptedProvider(creates=[SentUnknownError("reset"), "task-2"], **values)  # type: ignore[arg-type]


def asked(
    status: TaskStatus = QUEUED, prompt: str | None = "Một con mèo", **values: object
) -> TaskStatus:
    request = TaskRequest("sandbox/video-1", prompt, options={"aspect_ratio": "landscape"})
    return replace(status, asked=replace(request, **values))  # type: ignore[arg-type]


async def sent_unknown(rig: Rig) -> Video:
    video = await rig.engine.generate(a_request())
    assert (video.state, video.reason) == (VideoState.UNCONFIRMED, Reason.SENT_UNKNOWN)
    return video


async def record_gone(rig: Rig) -> Video:
    video = await rig.engine.generate(a_request())
    await rig.clock.sleep(1_200_000)
    video = rig.video(video.id)
    assert (video.state, video.reason) == (VideoState.UNCONFIRMED, Reason.RECORD_GONE)
    return video


def held_up(before: str) -> ScriptedProvider:
    return lost() if before == "sent_unknown" else ScriptedProvider(script=((0, MISSING),))


@pytest.mark.parametrize(
    ("before", "word", "kinds", "left"),
    [
        ("sent_unknown", "user_charged", SPENT, 900_00),
        ("sent_unknown", "user_not_charged", VOIDED, 1000_00),
        ("record_gone", "user_charged", SPENT, 900_00),
        ("record_gone", "user_not_charged", REFUNDED, 1000_00),
    ],
)
def test_the_owners_word_lands_the_ledger_as_the_table_says(
    tmp_path: Path, before: str, word: str, kinds: set[EntryKind], left: int
) -> None:
    async def story() -> None:
        async with running(tmp_path, held_up(before)) as rig:
            start = sent_unknown if before == "sent_unknown" else record_gone
            video = await start(rig)
            settled = await getattr(rig.engine.settling, word)(video.id)
            assert (settled.state, settled.reason) == (VideoState.FAILED, Reason(word))
            assert rig.kinds(video.id) == kinds
            assert (rig.balance().available, rig.balance().held) == (left, 0)
            assert settled.cost == 1000_00 - left
            assert rig.timeline(video.id)[-2:] == [word, "failed"]
            assert rig.shown_states(video.id)[-1] is VideoState.FAILED
            assert verify(rig.library) == ()
            for again in (rig.engine.settling.user_charged, rig.engine.settling.user_not_charged):
                with pytest.raises(IllegalTransitionError):
                    await again(video.id)
            assert rig.kinds(video.id) == kinds

    run_virtually(story())


def test_a_task_found_at_the_provider_is_joined_and_followed_to_its_file(tmp_path: Path) -> None:
    async def story() -> None:
        provider = lost(script=((0, asked(succeeded(85_50))),))
        async with running(tmp_path, provider) as rig:
            video = await sent_unknown(rig)
            joined = await rig.engine.settling.enter_task(video.id, " task-1\n")
            assert (joined.state, joined.task_id) == (VideoState.COMPLETED, "task-1")
            assert rig.kinds(video.id) == {*SPENT, EntryKind.SETTLE}
            assert rig.balance().available == 914_50
            assert {"task_entered", "pending", "completed"} <= set(rig.timeline(video.id))
            assert [entry.task_id for entry in rig.parts.journal.read()] == ["task-1"]
            await rig.engine.until_idle()
            assert (await rig.item(video.id)).clip is not None
            assert len(provider.sent) == 1

    run_virtually(story())


def test_a_joined_task_that_still_runs_is_polled_on(tmp_path: Path) -> None:
    async def story() -> None:
        async with running(tmp_path, lost(script=((0, asked()), (30, succeeded())))) as rig:
            video = await sent_unknown(rig)
            joined = await rig.engine.settling.enter_task(video.id, "task-1")
            assert joined.state is VideoState.PENDING
            assert joined.failure_message is None
            await rig.engine.until_idle()
            assert rig.video(video.id).state is VideoState.COMPLETED

    run_virtually(story())


@pytest.mark.parametrize(
    ("status", "differences"),
    [
        (asked(prompt="Một con chó"), ("prompt",)),
        (asked(model_id="veo-3-1"), ("model",)),
        (asked(options={"aspect_ratio": "portrait"}), ("shape",)),
        (asked(options={"duration": 10}), ("options",)),
        (replace(asked(), created_at=START_MS - 3_600_000), ("time",)),
        (asked(prompt="x", model_id="y"), ("model", "prompt")),
    ],
)
def test_what_the_record_says_differently_is_told_and_joined_only_when_confirmed(
    tmp_path: Path, status: TaskStatus, differences: tuple[str, ...]
) -> None:
    async def story() -> None:
        async with running(tmp_path, lost(script=((0, status),))) as rig:
            video = await sent_unknown(rig)
            with pytest.raises(TaskDiffersError) as told:
                await rig.engine.settling.enter_task(video.id, "task-1")
            assert told.value.differences == differences
            assert rig.kinds(video.id) == HELD
            assert rig.video(video.id) == video
            joined = await rig.engine.settling.enter_task(video.id, "task-1", confirmed=True)
            assert joined.task_id == "task-1"

    run_virtually(story())


@pytest.mark.parametrize("status", [QUEUED, asked(prompt=None), asked(prompt=" Một con mèo\n")])
def test_what_the_record_does_not_say_is_no_difference(tmp_path: Path, status: TaskStatus) -> None:
    async def story() -> None:
        async with running(tmp_path, lost(script=((0, status),))) as rig:
            video = await sent_unknown(rig)
            assert (await rig.engine.settling.enter_task(video.id, "task-1")).task_id == "task-1"

    run_virtually(story())


def test_a_task_of_another_video_or_of_nobody_is_refused(tmp_path: Path) -> None:
    async def story() -> None:
        provider = lost()
        async with running(tmp_path, provider) as rig:
            video = await sent_unknown(rig)
            other = await rig.engine.generate(a_request("Khác"))
            with pytest.raises(TaskTakenError) as taken:
                await rig.engine.settling.enter_task(video.id, other.task_id or "")
            assert taken.value.video_id == other.id
            provider.script = ((0, MISSING),)
            with pytest.raises(TaskUnknownError):
                await rig.engine.settling.enter_task(video.id, "task-9", confirmed=True)
            assert rig.kinds(video.id) == HELD
            with pytest.raises(IllegalTransitionError):
                await rig.engine.settling.enter_task(other.id, "task-9")

    run_virtually(story())


def test_an_accepted_video_cannot_become_another_task(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(creates=["task-1"], script=((0, MISSING),))
        async with running(tmp_path, provider) as rig:
            video = await record_gone(rig)
            with pytest.raises(TaskDiffersError) as told:
                await rig.engine.settling.enter_task(video.id, "task-2", confirmed=True)
            assert told.value.differences == ("task",)
            provider.script = ((0, succeeded()),)
            found = await rig.engine.settling.enter_task(video.id, "task-1")
            assert found.state is VideoState.COMPLETED

    run_virtually(story())


def test_checking_again_reads_the_record_and_is_written_down(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(script=((0, MISSING),))
        async with running(tmp_path, provider) as rig:
            video = await record_gone(rig)
            same = await rig.engine.settling.check_again(video.id)
            assert same.state is VideoState.UNCONFIRMED
            provider.script = ((0, succeeded()),)
            assert (await rig.engine.settling.check_again(video.id)).state is VideoState.COMPLETED
            assert rig.timeline(video.id).count("checked") == 2

    run_virtually(story())


def test_checking_again_without_a_task_changes_nothing(tmp_path: Path) -> None:
    async def story() -> None:
        provider = lost()
        async with running(tmp_path, provider) as rig:
            video = await sent_unknown(rig)
            assert await rig.engine.settling.check_again(video.id) == video
            assert provider.reads == []

    run_virtually(story())


def test_an_unconfirmed_video_is_deleted_only_when_it_is_settled(tmp_path: Path) -> None:
    async def story() -> None:
        async with running(tmp_path, lost()) as rig:
            video = await sent_unknown(rig)
            with pytest.raises(IllegalTransitionError):
                await rig.engine.delete(video.id)
            assert (await rig.engine.opened()).first_page.ids == (video.id,)
            await rig.engine.settling.user_not_charged(video.id)
            await rig.engine.delete(video.id)
            assert (await rig.engine.opened()).first_page.ids == ()

    run_virtually(story())


def test_a_video_of_another_wallet_is_settled_by_word_but_not_by_a_task(tmp_path: Path) -> None:
    async def story() -> None:
        async with running(tmp_path, lost()) as rig:
            video = await sent_unknown(rig)
            with rig.library.writing() as rows:
                rows.wallets.add(Wallet("0" * 36, KIE_WALLET), 1)
            rig.engine.settling._wallet_id = "0" * 36
            with pytest.raises(OtherWalletError):
                await rig.engine.settling.enter_task(video.id, "task-1")
            settled = await rig.engine.settling.user_charged(video.id)
            assert settled.reason is Reason.USER_CHARGED

    run_virtually(story())


@pytest.mark.parametrize(
    ("figure", "waited_ms", "indication"),
    [
        (900_00, 0, Indication.CHARGED),
        (1000_00, 0, Indication.TOO_EARLY),
        (1000_00, STILL_RUNNING_MS, Indication.NOT_CHARGED),
        (700_00, STILL_RUNNING_MS, Indication.UNCLEAR),
        (950_00, STILL_RUNNING_MS, Indication.UNCLEAR),
    ],
)
def test_the_balance_is_a_hint_and_moves_nothing(
    tmp_path: Path, figure: int, waited_ms: int, indication: Indication
) -> None:
    async def story() -> None:
        provider = lost()
        async with running(tmp_path, provider) as rig:
            video = await sent_unknown(rig)
            await rig.clock.sleep(waited_ms)
            provider.credits = figure
            hint = await rig.engine.settling.hint(video.id)
            assert (hint.indication, hint.balance) == (indication, figure)
            assert hint.if_charged.lowest == hint.if_charged.highest == 900_00
            assert hint.if_not_charged.lowest == hint.if_not_charged.highest == 1000_00
            assert rig.kinds(video.id) == HELD

    run_virtually(story())


def test_a_hint_among_other_jobs_says_when_it_cannot_tell(tmp_path: Path) -> None:
    async def story() -> None:
        provider = lost()
        async with running(tmp_path, provider) as rig:
            video = await sent_unknown(rig)
            await rig.engine.generate(a_request("Khác"))
            for figure, indication in (
                (800_00, Indication.CHARGED),
                (900_00, Indication.UNCLEAR),
                (1000_00, Indication.TOO_EARLY),
            ):
                provider.credits = figure
                assert (await rig.engine.settling.hint(video.id)).indication is indication

    run_virtually(story())


def test_a_word_that_comes_while_the_record_is_read_wins_once(tmp_path: Path) -> None:
    async def story() -> None:
        provider = lost(script=((0, asked()),))
        async with running(tmp_path, provider) as rig:
            video = await sent_unknown(rig)
            read = provider.status

            async def slow(task_id: str) -> TaskStatus:
                await rig.engine.settling.user_charged(video.id)
                return await read(task_id)

            provider.status = slow  # type: ignore[method-assign]
            with pytest.raises(IllegalTransitionError):
                await rig.engine.settling.enter_task(video.id, "task-1")
            assert rig.video(video.id).reason is Reason.USER_CHARGED
            assert rig.kinds(video.id) == SPENT

    run_virtually(story())


def test_every_phase_of_a_record_can_be_joined(tmp_path: Path) -> None:
    async def story() -> None:
        for number, phase in enumerate(TaskPhase):
            if phase is TaskPhase.RECORD_MISSING:
                continue
            provider = ScriptedProvider(
                creates=[SentUnknownError("reset")], script=((0, TaskStatus(phase, phase.value)),)
            )
            async with running(tmp_path / str(number), provider) as rig:
                video = await sent_unknown(rig)
                await rig.engine.settling.enter_task(video.id, "task-1")
                assert verify(rig.library) == ()

    run_virtually(story())
