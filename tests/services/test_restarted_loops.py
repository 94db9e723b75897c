"""A library that cannot be reached for a while ends no loop for good."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import pytest

from tests.requests import a_request
from tests.services.rig import Rig, running
from tests.services.scripted_provider import RUNNING, ScriptedProvider, succeeded
from tests.services.virtual_time import run_virtually
from videogen_desktop.domain.errors import EngineStoppedError, LibraryUnusableError
from videogen_desktop.domain.events import ProblemReported
from videogen_desktop.domain.states import VideoState
from videogen_desktop.engine.building import EngineParts
from videogen_desktop.services.waiting import TELL_EVERY_MS
from videogen_desktop.storage.library import SqliteLibrary

MINUTE_MS = 60_000


@contextmanager
def unreachable(condition: str) -> Iterator[None]:
    """As while another process keeps it locked for longer than anybody waits."""

    def refused(_library: SqliteLibrary) -> NoReturn:
        raise LibraryUnusableError(condition)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SqliteLibrary, "reading", refused)
        patch.setattr(SqliteLibrary, "writing", refused)
        yield


def problems(rig: Rig) -> list[str]:
    found = [event.error for event in rig.events if isinstance(event, ProblemReported)]
    return [type(error).__name__ for error in found]


def with_sweep(parts: EngineParts) -> None:
    parts.loops["inputs"] = parts.inputs.run


@pytest.mark.parametrize("condition", ["busy", "disk_full"])
def test_what_was_under_way_goes_on_when_the_library_is_back(
    tmp_path: Path, condition: str
) -> None:
    async def story() -> None:
        provider = ScriptedProvider(script=((0, RUNNING), (90, succeeded(100_00))))
        async with running(tmp_path, provider) as rig:
            video = await rig.engine.generate(a_request())
            await rig.clock.sleep(10_000)
            rig.engine.reconciler.soon()
            with unreachable(condition):
                await rig.clock.sleep(2 * MINUTE_MS)
            await rig.clock.sleep(20 * MINUTE_MS)
            assert rig.video(video.id).state is VideoState.COMPLETED
            assert (await rig.item(video.id)).clip is not None
            assert EngineStoppedError.__name__ not in problems(rig)
            await rig.engine.until_idle()

    run_virtually(story())


def test_a_download_that_met_it_is_brought_to_its_end(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(script=((0, succeeded(100_00)),))
        async with running(tmp_path, provider) as rig:
            video = await rig.engine.generate(a_request())
            while rig.video(video.id).state is not VideoState.COMPLETED:
                await rig.clock.sleep(10)
            with unreachable("busy"):
                await rig.clock.sleep(2 * TELL_EVERY_MS)
            told = problems(rig)
            # Told, and not by every loop each time that it tries.
            assert 1 <= told.count(LibraryUnusableError.__name__) <= 5, told
            await rig.clock.sleep(20 * MINUTE_MS)
            assert (await rig.item(video.id)).clip is not None

    run_virtually(story())


def test_a_defect_still_ends_a_loop_and_says_so(tmp_path: Path) -> None:
    async def story() -> None:
        async with running(tmp_path, ScriptedProvider()) as rig:
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(SqliteLibrary, "reading", lambda _library: 1 / 0)
                rig.engine.reconciler.soon()
                await rig.clock.sleep(MINUTE_MS)
            assert EngineStoppedError.__name__ in problems(rig)

    run_virtually(story())


def test_no_loop_ends_by_itself_however_long_a_video_takes(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(script=((0, RUNNING), (40 * 60, succeeded(100_00))))
        async with running(tmp_path, provider, change=with_sweep) as rig:
            video = await rig.engine.generate(a_request())
            await rig.clock.sleep(20 * MINUTE_MS)
            # The kill matrix found one that was done after five minutes: waiting was a defect then.
            await rig.engine.until_idle()
            assert rig.video(video.id).state is VideoState.COMPLETED

    run_virtually(story())
