"""What a callback may do while the world moves on between its arrival and its reading."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

from tests.requests import KIE_WALLET, priced
from tests.services.rig import Rig, running
from tests.services.scripted_provider import MISSING, RUNNING, ScriptedProvider
from tests.services.virtual_time import run_virtually
from tests.services.webhook.test_inbox import LOST, asked, lost, outcomes, take
from videogen_desktop.domain.errors import SentUnknownError
from videogen_desktop.domain.ledger import EntryKind
from videogen_desktop.domain.provider import TaskStatus
from videogen_desktop.domain.states import Reason, VideoState
from videogen_desktop.providers.kie.vendor import PACE
from videogen_desktop.services.account import find_or_add_wallet
from videogen_desktop.services.library_phases import library_phases
from videogen_desktop.services.webhook.inbox import TIMES_SLOWER


@dataclass
class Interrupted(ScriptedProvider):
    """Something happens while a record is read, once."""

    meanwhile: list[Callable[[], Awaitable[object]]] = field(default_factory=list)

    async def status(self, task_id: str) -> TaskStatus:
        if self.meanwhile:
            await self.meanwhile.pop()()
        return await super().status(task_id)


def told(
    tmp_path: Path, provider: Interrupted, story: Callable[[Rig, Interrupted], Awaitable[None]]
) -> None:
    async def run() -> None:
        async with running(tmp_path, provider) as rig:
            await story(rig, provider)

    run_virtually(run())


def test_the_owners_word_during_the_reading_stands(tmp_path: Path) -> None:
    async def story(rig: Rig, provider: Interrupted) -> None:
        video = await lost(rig)
        provider.script = ((0, asked(RUNNING)),)
        provider.meanwhile = [lambda: rig.engine.settling.user_not_charged(video.id)]
        await take(rig, LOST, reference=video.id)
        await rig.clock.sleep(5_000)
        assert outcomes(rig) == [None]
        assert rig.video(video.id).reason is Reason.USER_NOT_CHARGED
        assert rig.kinds(video.id) == {EntryKind.RESERVE, EntryKind.VOID}

    told(tmp_path, Interrupted(creates=[SentUnknownError()]), story)


def test_a_task_that_another_video_got_during_the_reading_settles_nothing(tmp_path: Path) -> None:
    async def story(rig: Rig, provider: Interrupted) -> None:
        video = await lost(rig)
        provider.script = ((0, asked(RUNNING)),)
        provider.meanwhile = [lambda: rig.engine.rescuer.rescue(LOST)]
        await take(rig, LOST, reference=video.id)
        await rig.clock.sleep(5_000)
        assert outcomes(rig) == ["taken"]
        assert rig.video(video.id) == video

    told(tmp_path, Interrupted(creates=[SentUnknownError()]), story)


def test_a_reference_to_another_wallets_video_is_nobodys(tmp_path: Path) -> None:
    other_id = "00000000-0000-4000-8000-00000000cccc"

    async def story(rig: Rig, provider: Interrupted) -> None:
        other = await find_or_add_wallet(rig.library, KIE_WALLET, lambda: other_id, 1)
        with rig.library.writing() as rows:
            rows.ledger.grant(other.id, other_id.replace("c", "d"), 100_00, 1, "100")
        elsewhere = library_phases(rig.library, other.id, rig.clock, str).accept
        await elsewhere.reserve(other_id, priced(), "test")
        await elsewhere.sending(other_id)
        video = await elsewhere.unconfirmed(other_id, "")
        provider.script = ((0, asked(RUNNING)),)
        await take(rig, LOST, reference=video.id)
        await rig.clock.sleep(5_000)
        assert (outcomes(rig), provider.reads) == (["unknown"], [])
        assert rig.video(video.id).state is VideoState.UNCONFIRMED

    told(tmp_path, Interrupted(), story)


def test_many_callbacks_about_lost_answers_are_read_at_a_pace(tmp_path: Path) -> None:
    async def story(rig: Rig, provider: Interrupted) -> None:
        video = await lost(rig)
        provider.script = ((0, MISSING),)
        for number in range(30):
            await take(rig, f"task-of-nobody-{number}", reference=video.id)
        await rig.clock.sleep(4 * TIMES_SLOWER * PACE.reading_gap_ms)
        assert 0 < len(provider.reads) <= 5

    told(tmp_path, Interrupted(creates=[SentUnknownError()]), story)
