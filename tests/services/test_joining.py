"""A video becomes one task, once, whoever brings the news of it."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from tests.requests import a_request
from tests.services.rig import Rig, running
from tests.services.scripted_provider import QUEUED, RUNNING, ScriptedProvider
from tests.services.virtual_time import run_virtually
from videogen_desktop.domain.errors import IllegalTransitionError, SentUnknownError
from videogen_desktop.domain.video import Video

Settle = Callable[[Rig, Video], Awaitable[Video]]


def lost() -> ScriptedProvider:
    return ScriptedProvider(creates=[SentUnknownError("reset")], script=((0, RUNNING),))


async def joined(rig: Rig, video: Video) -> Video:
    return await rig.parts.joiner.join(video.id, "task-1", QUEUED, "callback")


async def charged(rig: Rig, video: Video) -> Video:
    return await rig.engine.settling.user_charged(video.id)


async def not_charged(rig: Rig, video: Video) -> Video:
    return await rig.engine.settling.user_not_charged(video.id)


@pytest.mark.parametrize("settled", [joined, charged, not_charged])
def test_what_was_settled_becomes_no_other_task(tmp_path: Path, settled: Settle) -> None:
    async def story() -> None:
        async with running(tmp_path, lost()) as rig:
            before = await settled(rig, await rig.engine.generate(a_request()))
            kinds, journal = rig.kinds(before.id), rig.parts.journal.read()
            with pytest.raises(IllegalTransitionError):
                await rig.parts.joiner.join(before.id, "task-2", QUEUED, "callback")
            assert rig.video(before.id) == before
            assert (rig.kinds(before.id), rig.parts.journal.read()) == (kinds, journal)

    run_virtually(story())
