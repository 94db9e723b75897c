"""The owner of a wallet sees where every credit went."""

from pathlib import Path

from tests.requests import a_request
from tests.services.rig import running
from tests.services.scripted_provider import (
    FAILED,
    MISSING,
    QUEUED,
    ScriptedProvider,
    succeeded,
)
from tests.services.virtual_time import START_MS, run_virtually
from videogen_desktop.domain.errors import ProviderUnavailableError
from videogen_desktop.domain.events import ProblemReported
from videogen_desktop.domain.ledger import EntryKind
from videogen_desktop.domain.states import Reason, VideoState


def test_the_statement_adds_up_to_what_is_available(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(script=((0, QUEUED), (10, FAILED)))
        async with running(tmp_path, provider) as rig:
            await rig.engine.generate(a_request("Hỏng"))
            await rig.engine.until_idle()
            provider.script = ((0, succeeded(85_50)),)
            await rig.engine.generate(a_request("Được"))
            await rig.engine.until_idle()
            lines = await rig.engine.account.statement()
            assert [(line.kind, line.amount, line.prompt) for line in reversed(lines)] == [
                ("grant", 1000_00, None),
                ("video_generation", -100_00, "Hỏng"),
                ("refund", 100_00, "Hỏng"),
                ("video_generation", -100_00, "Được"),
                ("settle", 14_50, "Được"),
            ]
            assert sum(line.amount for line in lines) == rig.balance().available

    run_virtually(story())


def test_the_panel_shows_what_was_spent_since_and_when_the_provider_spoke(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(script=((0, succeeded(85_50)),))
        async with running(tmp_path, provider) as rig:
            await rig.engine.generate(a_request())
            await rig.engine.until_idle()
            before = await rig.engine.account.facts(since=START_MS)
            assert (before.spent_since, before.balance.held) == (85_50, 0)
            assert before.confirmed_at is None
            await rig.engine.account.refresh()
            after = await rig.engine.account.facts(since=rig.clock.now_ms() + 1)
            assert (after.spent_since, after.confirmed_at) == (0, rig.clock.now_ms())
            assert (after.provider_balance, after.drift) == (914_50, None)

    run_virtually(story())


def test_a_balance_that_cannot_be_read_is_a_problem_and_not_a_crash(tmp_path: Path) -> None:
    async def story() -> None:
        class Silent(ScriptedProvider):
            async def balance(self) -> object:  # type: ignore[override]
                raise ProviderUnavailableError("down")

        async with running(tmp_path, Silent()) as rig:
            await rig.engine.account.refresh()
            assert any(isinstance(event, ProblemReported) for event in rig.events)

    run_virtually(story())


def test_details_tell_the_whole_life_of_a_video(tmp_path: Path) -> None:
    async def story() -> None:
        async with running(tmp_path, ScriptedProvider(script=((0, succeeded()),))) as rig:
            video = await rig.engine.generate(a_request())
            await rig.engine.until_idle()
            details = await rig.engine.examiner.details(video.id)
            kinds = [event.kind for event in details.timeline]
            assert kinds == ["reserved", "sending", "pending", "completed", "downloaded"]
            assert [entry.kind for entry in details.entries] == [
                EntryKind.RESERVE,
                EntryKind.CAPTURE,
            ]
            assert (details.width, details.height, details.duration_ms) == (320, 180, 1000)

    run_virtually(story())


def test_checking_again_brings_back_a_task_whose_record_had_gone(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(script=((0, QUEUED), (20, MISSING)))
        async with running(tmp_path, provider) as rig:
            video = await rig.engine.generate(a_request())
            await rig.clock.sleep(600_000)
            gone = await rig.engine.examiner.check_again(video.id)
            assert (gone.state, gone.reason) == (VideoState.UNCONFIRMED, Reason.RECORD_GONE)
            provider.script = ((0, succeeded()),)
            found = await rig.engine.examiner.check_again(video.id)
            assert found.state is VideoState.COMPLETED
            await rig.engine.until_idle()
            assert (await rig.item(video.id)).clip is not None

    run_virtually(story())
