"""One reading means little: what counts is how many in a row."""

from pathlib import Path

from tests.requests import a_request
from tests.services.rig import running
from tests.services.scripted_provider import MISSING, RUNNING, ScriptedProvider
from tests.services.virtual_time import run_virtually
from videogen_desktop.domain.states import VideoState
from videogen_desktop.services.polling import RECORD_GRACE_MS, Watched


def test_slips_of_the_record_count_only_in_a_row(tmp_path: Path) -> None:
    async def story() -> None:
        # Its own poller is told of no end either.
        async with running(tmp_path, ScriptedProvider(script=((0, RUNNING),))) as rig:
            video = await rig.engine.generate(a_request())
            await rig.clock.sleep(RECORD_GRACE_MS)
            watcher, watched = rig.parts.watcher, Watched(video.id)
            for status in (MISSING, MISSING, RUNNING, MISSING, MISSING, RUNNING):
                assert await watcher.apply(watched, status)
            assert rig.video(video.id).state is VideoState.PROCESSING
            goes_on = [await watcher.apply(watched, MISSING) for _ in range(3)]
            assert goes_on == [True, True, False]
            assert rig.video(video.id).state is VideoState.UNCONFIRMED

    run_virtually(story())
