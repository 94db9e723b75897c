"""Jobs that are cancelled and clients that close leave no helper behind."""

import asyncio
import sys
from pathlib import Path

import pytest

from tests.media.client_rig import Impostor, appears, condition_of, is_running, pids, run
from videogen_desktop.domain.errors import NotPlayableError
from videogen_desktop.media.client import MediaHelper


@pytest.mark.skipif(sys.platform == "win32", reason="os.kill(pid, 0) ends a process of Windows")
def test_a_cancelled_job_takes_its_helper_along(
    impostor: Impostor, clip: Path, tmp_path: Path
) -> None:
    async def use(helper: MediaHelper) -> None:
        job = asyncio.create_task(helper.probe(clip))
        await appears(tmp_path / "pids.asked")
        job.cancel()
        with pytest.raises(asyncio.CancelledError):
            await job
        assert not is_running(pids(tmp_path)[0])
        assert (await helper.probe(clip)).width == 320

    run(impostor("time.sleep(1000)"), use)


def test_a_job_cancelled_while_it_waits_its_turn_disturbs_nobody(
    helper_command: list[str], clip: Path
) -> None:
    async def use(helper: MediaHelper) -> None:
        first = asyncio.create_task(helper.probe(clip))
        second = asyncio.create_task(helper.probe(clip))
        await asyncio.sleep(0)
        second.cancel()
        assert (await first).width == 320
        assert second.cancelled()

    run(helper_command, use)


@pytest.mark.skipif(sys.platform == "win32", reason="os.kill(pid, 0) ends a process of Windows")
def test_closing_ends_a_running_job_and_refuses_later_ones(
    impostor: Impostor, clip: Path, tmp_path: Path
) -> None:
    async def use(helper: MediaHelper) -> None:
        running = asyncio.create_task(helper.probe(clip))
        waiting = asyncio.create_task(helper.probe(clip))
        await appears(tmp_path / "pids.asked")
        await helper.close()
        await helper.close()
        assert await condition_of(running) == "closed"
        assert await condition_of(waiting) == "closed"
        assert await condition_of(helper.probe(clip)) == "closed"

    run(impostor("time.sleep(1000)"), use)

    assert [is_running(pid) for pid in pids(tmp_path)] == [False]


@pytest.mark.skipif(sys.platform == "win32", reason="os.kill(pid, 0) ends a process of Windows")
def test_an_idle_helper_that_ignores_the_end_of_its_input_is_killed(
    impostor: Impostor, clip: Path, tmp_path: Path
) -> None:
    async def use(helper: MediaHelper) -> None:
        with pytest.raises(NotPlayableError):
            await helper.probe(clip)

    script = """
    body = b'{"number": 1, "outcome": "refused", "reason": "codec", "facts": null}'
    os.write(1, len(body).to_bytes(4, 'big') + body)
    time.sleep(1000)
    """
    run(impostor(script), use)

    assert not is_running(pids(tmp_path)[0])


def test_closing_while_the_helper_starts_does_not_wait_for_its_job(
    impostor: Impostor, clip: Path
) -> None:
    async def use(helper: MediaHelper) -> None:
        job = asyncio.create_task(helper.probe(clip))
        await asyncio.sleep(0)
        await helper.close()
        assert await condition_of(job) == "closed"

    run(impostor("time.sleep(1000)"), use)
