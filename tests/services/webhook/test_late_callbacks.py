"""A callback about a video that its owner settled by hand: the word stands, the result comes in."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from tests.requests import a_request
from tests.services.rig import Rig, running
from tests.services.scripted_provider import (
    FAILED,
    MISSING,
    RUNNING,
    SUCCESS_WITHOUT_URL,
    ScriptedProvider,
    succeeded,
)
from tests.services.virtual_time import run_virtually
from tests.services.webhook.test_following import Interrupted
from tests.services.webhook.test_inbox import ADDRESS, LOST, asked, lost, outcomes, take
from videogen_desktop.domain.addresses import callback_url
from videogen_desktop.domain.errors import SentUnknownError
from videogen_desktop.domain.ledger import EntryKind
from videogen_desktop.domain.provider import TaskStatus
from videogen_desktop.domain.states import Origin, Reason, VideoState
from videogen_desktop.domain.video import Video
from videogen_desktop.storage.verify import verify

KINDS = {
    "user_charged": {EntryKind.RESERVE, EntryKind.CAPTURE},
    "user_not_charged": {EntryKind.RESERVE, EntryKind.VOID},
}


def told(
    tmp_path: Path,
    story: Callable[[Rig, Interrupted], Awaitable[None]],
    *script: TaskStatus,
) -> None:
    async def run() -> None:
        provider = Interrupted(creates=[SentUnknownError()])
        provider.script = tuple((at * 60, status) for at, status in enumerate(script))
        async with running(tmp_path, provider) as rig:
            await story(rig, provider)
            assert verify(rig.library) == ()

    run_virtually(run())


async def settled(rig: Rig, word: str) -> Video:
    video = await lost(rig)
    return await getattr(rig.engine.settling, word)(video.id)  # type: ignore[no-any-return]


def rescued_from(rig: Rig, video: Video) -> Video | None:
    with rig.library.reading() as rows:
        return rows.videos.rescue_of(video.id)


@pytest.mark.parametrize("word", sorted(KINDS))
def test_a_late_success_of_a_settled_video_is_rescued_and_moves_nothing(
    tmp_path: Path, word: str
) -> None:
    async def story(rig: Rig, provider: ScriptedProvider) -> None:
        old = await settled(rig, word)
        available = rig.balance().available
        await take(rig, LOST, reference=old.id)
        await rig.engine.until_idle()
        await rig.clock.sleep(5_000)
        assert outcomes(rig) == ["rescued"]
        rescued = rescued_from(rig, old)
        assert rescued is not None
        assert (rescued.state, rescued.origin) == (VideoState.COMPLETED, Origin.RESCUED)
        assert (rescued.task_id, rescued.cost) == (LOST, 85_50)
        assert (await rig.item(rescued.id)).clip is not None
        assert LOST in [entry.task_id for entry in rig.parts.journal.read()]
        assert rig.video(old.id) == old
        assert rig.kinds(old.id) == KINDS[word]
        assert rig.kinds(rescued.id) == set()
        assert rig.balance().available == available
        assert {"contradiction", "rescued_as"} <= set(rig.timeline(old.id))

    told(tmp_path, story, asked(succeeded(85_50)))


def test_its_repetition_rescues_nothing_more(tmp_path: Path) -> None:
    async def story(rig: Rig, provider: ScriptedProvider) -> None:
        old = await settled(rig, "user_charged")
        for at in (0, 60_000):
            await take(rig, LOST, reference=old.id, at=at)
            await rig.clock.sleep(5_000)
        assert outcomes(rig) == ["rescued", "known"]
        assert len(provider.reads) == 1
        assert rig.timeline(old.id).count("rescued_as") == 1

    told(tmp_path, story, asked(succeeded()))


def test_a_pasted_task_id_finds_the_rescued_video(tmp_path: Path) -> None:
    async def story(rig: Rig, provider: ScriptedProvider) -> None:
        old = await settled(rig, "user_charged")
        await take(rig, LOST, reference=old.id)
        await rig.clock.sleep(5_000)
        found = (await rig.engine.rescuer.rescue(LOST)).video
        assert found == rescued_from(rig, old)

    told(tmp_path, story, asked(succeeded()))


@pytest.mark.parametrize("early", [RUNNING, MISSING, SUCCESS_WITHOUT_URL])
def test_a_callback_that_is_sooner_than_the_record_waits_for_it(
    tmp_path: Path, early: TaskStatus
) -> None:
    async def story(rig: Rig, provider: ScriptedProvider) -> None:
        old = await settled(rig, "user_not_charged")
        provider.script = ((0, asked(early)),)
        await take(rig, LOST, reference=old.id)
        await rig.clock.sleep(8_000)
        assert outcomes(rig) == [None]
        provider.script = ((0, asked(succeeded())),)
        await rig.clock.sleep(8_000)
        assert outcomes(rig) == ["rescued"]

    told(tmp_path, story)


@pytest.mark.parametrize(("word", "told_of"), [("user_charged", 1), ("user_not_charged", 0)])
def test_a_late_failure_brings_no_video_and_is_told_where_it_contradicts(
    tmp_path: Path, word: str, told_of: int
) -> None:
    """What failed at the provider was given back there: the balance will say so."""

    async def story(rig: Rig, provider: ScriptedProvider) -> None:
        old = await settled(rig, word)
        await take(rig, LOST, said="fail", reference=old.id)
        await rig.clock.sleep(5_000)
        assert outcomes(rig) == ["late"]
        assert rescued_from(rig, old) is None
        assert rig.timeline(old.id).count("contradiction") == told_of
        assert rig.kinds(old.id) == KINDS[word]

    told(tmp_path, story, asked(FAILED))


def test_the_record_must_name_the_very_video(tmp_path: Path) -> None:
    """The reference is not signed: another task must not come in under this video's name."""
    other = callback_url(ADDRESS, "00000000-0000-4000-8000-00000000cccc")

    async def story(rig: Rig, provider: ScriptedProvider) -> None:
        old = await settled(rig, "user_charged")
        for number, changes in enumerate(({"prompt": "Một con chó"}, {"callback_url": other})):
            provider.script = ((0, asked(succeeded(), **changes)),)
            await take(rig, LOST, reference=old.id, at=number * 60_000)
            await rig.clock.sleep(5_000)
        assert outcomes(rig) == ["mismatch", "mismatch"]
        assert rescued_from(rig, old) is None

    told(tmp_path, story)


def test_a_success_that_is_read_while_the_owner_settles_is_rescued(tmp_path: Path) -> None:
    async def story(rig: Rig, provider: Interrupted) -> None:
        video = await lost(rig)
        provider.meanwhile = [lambda: rig.engine.settling.user_charged(video.id)]
        await take(rig, LOST, reference=video.id)
        await rig.clock.sleep(5_000)
        assert outcomes(rig) == ["rescued"]
        assert rig.video(video.id).reason is Reason.USER_CHARGED
        assert rescued_from(rig, video) is not None

    told(tmp_path, story, asked(succeeded()))


@pytest.mark.parametrize("word", ["user_charged", "user_not_charged"])
def test_a_reading_of_a_known_task_that_ends_after_the_owners_word_is_rescued(
    tmp_path: Path, word: str
) -> None:
    """Without any callback: the record was gone, came back while it was read, and was late."""

    async def run() -> None:
        provider = Interrupted(script=((0, MISSING),))
        async with running(tmp_path, provider) as rig:
            video = await rig.engine.generate(a_request())
            await rig.clock.sleep(1_200_000)
            assert rig.video(video.id).reason is Reason.RECORD_GONE
            provider.script = ((0, succeeded()),)
            provider.meanwhile = [lambda: getattr(rig.engine.settling, word)(video.id)]
            await rig.engine.settling.check_again(video.id)
            assert rig.video(video.id).reason is Reason(word)
            rescued = rescued_from(rig, video)
            assert rescued is not None
            assert rescued.task_id == rig.video(video.id).task_id
            assert verify(rig.library) == ()

    run_virtually(run())
