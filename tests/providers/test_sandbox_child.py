"""The sandbox as a child: its one line, its end with ours, and a whole job through it."""

import asyncio
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.providers.kie_rig import HandClock, a_request
from tests.requests import SANDBOX as VENDOR
from videogen_desktop.domain.errors import LocalServerError, RateLimitedError, SentUnknownError
from videogen_desktop.domain.provider import HttpSettings, TaskPhase, TaskStatus, VendorClient
from videogen_desktop.providers.deferred import DeferredProvider
from videogen_desktop.providers.sandbox.child import SandboxChild

SANDBOX = (sys.executable, "-m", "videogen_desktop.sandbox")


def child_saying(
    tmp_path: Path, program: str, start_deadline_s: float = 20, stop_deadline_s: float = 5
) -> SandboxChild:
    return SandboxChild(
        tmp_path / "state",
        command=(sys.executable, "-c", program),
        start_deadline_s=start_deadline_s,
        stop_deadline_s=stop_deadline_s,
    )


def runs(child: SandboxChild) -> bool:
    """Asked through a function: a type checker believes that a property keeps its value."""
    return child.is_running


GOOD = 'print(\'{"address": "http://127.0.0.1:9", "key": "k-1"}\', flush=True);'
WAIT_FOR_END = "import sys; sys.stdin.read()"


def test_a_child_launched_early_is_the_one_that_start_waits_for(tmp_path: Path) -> None:
    begun = tmp_path / "begun"
    program = f"open({str(begun)!r}, 'a').write('x');" + GOOD + WAIT_FOR_END

    async def run() -> None:
        child = child_saying(tmp_path, program)
        await child.launch()
        assert runs(child)
        with pytest.raises(LocalServerError):
            _ = child.address
        await child.launch()
        await child.start()
        assert child.address == "http://127.0.0.1:9"
        await child.stop()
        assert not runs(child)

    asyncio.run(run())
    assert begun.read_text() == "x"


def test_what_keeps_an_early_child_from_starting_is_told_by_start(tmp_path: Path) -> None:
    async def run() -> None:
        child = SandboxChild(tmp_path / "state", command=(str(tmp_path / "not there"),))
        await child.launch()
        with pytest.raises(LocalServerError):
            await child.start()
        await child.stop()

    asyncio.run(run())


def test_the_child_is_told_its_folder_and_says_its_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VIDEOGEN_API_KEY", "sk-CANARY")
    seen = tmp_path / "seen.json"
    program = (
        f"import json, os, sys; open({str(seen)!r}, 'w').write(json.dumps("
        "[sys.argv[1:], 'VIDEOGEN_API_KEY' in os.environ]));" + GOOD + WAIT_FOR_END
    )

    async def run() -> None:
        child = SandboxChild(
            tmp_path / "state",
            command=(sys.executable, "-c", program),
            arguments=("--speed", "50"),
        )
        assert not runs(child)
        await child.start()
        await child.start()
        assert runs(child)
        assert (child.address, child.key) == ("http://127.0.0.1:9", "k-1")
        assert "k-1" not in repr(child)
        await child.stop()
        await child.stop()
        assert not runs(child)

    asyncio.run(run())
    arguments, knows_key = json.loads(seen.read_text())
    state = str(tmp_path / "state")
    assert arguments == ["--port", "0", "--state", state, "--end-with-input", "--speed", "50"]
    assert knows_key is False
    assert os.environ["VIDEOGEN_API_KEY"] == "sk-CANARY"


BAD_CHILDREN = {
    "ends at once": "import sys; sys.exit('no font')",
    "says nothing": WAIT_FOR_END,
    "says no JSON": "print('hello', flush=True);" + WAIT_FOR_END,
    "says no key": 'print(\'{"address": "http://127.0.0.1:9"}\', flush=True);' + WAIT_FOR_END,
    "is elsewhere": GOOD.replace("http://127.0.0.1", "https://evil.example") + WAIT_FOR_END,
    "speaks without end": "print('x' * 1_000_000, flush=True);" + WAIT_FOR_END,
    "has an odd address": 'print(\'{"address": 7, "key": "k"}\', flush=True);' + WAIT_FOR_END,
}


@pytest.mark.parametrize("program", BAD_CHILDREN.values(), ids=BAD_CHILDREN.keys())
def test_a_child_that_does_not_come_up_is_an_error_and_is_gone(
    tmp_path: Path, program: str
) -> None:
    async def run() -> None:
        silent = program == WAIT_FOR_END
        child = child_saying(tmp_path, program, start_deadline_s=0.5 if silent else 20)
        with pytest.raises(LocalServerError) as raised:
            await child.start()
        assert not runs(child)
        assert ("no font" in str(raised.value)) is ("no font" in program)
        with pytest.raises(LocalServerError):
            _ = child.address

    asyncio.run(run())


def test_a_program_that_is_not_there_is_a_sandbox_error(tmp_path: Path) -> None:
    async def run() -> None:
        with pytest.raises(LocalServerError):
            await SandboxChild(tmp_path, command=("/no/such/program",)).start()

    asyncio.run(run())


def test_a_child_that_will_not_end_is_killed(tmp_path: Path) -> None:
    async def run() -> None:
        stubborn = GOOD + "import time; time.sleep(600)"
        child = child_saying(tmp_path, stubborn, stop_deadline_s=0.1)
        await child.start()
        await child.stop()
        assert not runs(child)

    asyncio.run(run())


def test_a_dead_child_is_noticed_and_can_be_started_again(tmp_path: Path) -> None:
    async def run() -> None:
        child = child_saying(tmp_path, GOOD + "import sys; sys.stdin.readline()")
        await child.start()
        assert child._process is not None
        child._process.kill()
        await child._process.wait()
        assert not runs(child)
        await child.start()
        assert runs(child)
        await child.stop()

    asyncio.run(run())


def test_a_cancelled_start_leaves_no_process(tmp_path: Path) -> None:
    async def run() -> None:
        child = child_saying(tmp_path, WAIT_FOR_END)
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.5):
                await child.start()
        assert not runs(child)

    asyncio.run(run())


# --- the real sandbox -----------------------------------------------------------------------


class WallClock(HandClock):
    async def sleep(self, milliseconds: int) -> None:
        await asyncio.sleep(milliseconds / 1000)
        self.elapsed_ms += milliseconds


async def opened(
    tmp_path: Path, command: Sequence[str], *arguments: str
) -> tuple[SandboxChild, DeferredProvider]:
    quick: Sequence[str] = ("--speed", "100", "--clip", "small", *arguments)
    child = SandboxChild(tmp_path / "sandbox", arguments=quick, command=command)
    await child.start()

    async def connect() -> VendorClient:
        return VENDOR.connect(child.address, child.key, HttpSettings(), clock, VENDOR.read_models)

    clock = WallClock()
    return child, DeferredProvider(VENDOR, clock, connect)


async def ended(provider: DeferredProvider, task_id: str) -> TaskStatus:
    async with asyncio.timeout(30):
        while True:
            status = await provider.status(task_id)
            if status.phase in (TaskPhase.SUCCEEDED, TaskPhase.FAILED):
                return status


@pytest.mark.skipif(sys.platform == "win32", reason="there its parent sets the priority")
def test_the_window_comes_before_the_sandbox(tmp_path: Path) -> None:
    async def run() -> None:
        child = SandboxChild(tmp_path / "state", command=SANDBOX)
        await child.start()
        assert child._process is not None
        process = child._process.pid
        priority = os.getpriority(os.PRIO_PROCESS, process)
        session, group = os.getsid(process), os.getpgid(process)
        await child.stop()
        assert priority > os.getpriority(os.PRIO_PROCESS, 0)
        # Linux weighs priorities within a session only; Ctrl+C goes to a group.
        assert session == os.getsid(0)
        assert group == process

    asyncio.run(run())


def test_a_whole_job_through_the_real_sandbox(tmp_path: Path) -> None:
    async def run() -> None:
        child, provider = await opened(tmp_path, SANDBOX)
        before = await provider.balance()
        status = await ended(provider, await provider.create(a_request()))
        assert status.phase is TaskPhase.SUCCEEDED
        assert status.consumed is not None
        assert status.consumed.amount == 100_00
        async with provider.open_result(status.result_urls[0]) as stream:
            body = b"".join([chunk async for chunk in stream.chunks()])
        assert body[4:8] == b"ftyp"
        assert len(body) == stream.total_bytes
        assert stream.etag is not None
        async with provider.open_result(
            status.result_urls[0], offset=100, etag=stream.etag
        ) as rest:
            assert rest.offset == 100
            assert b"".join([chunk async for chunk in rest.chunks()]) == body[100:]
        assert (await provider.balance()).amount == before.amount - 100_00
        await provider.close()
        await child.stop()

    asyncio.run(run())


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        ("lost-answer", SentUnknownError),
        ("html-502", SentUnknownError),
        ("empty-body", SentUnknownError),
        ("rate-limited", RateLimitedError),
    ],
)
def test_the_sandboxs_bad_days_are_told_apart(
    tmp_path: Path, sandbox_command: list[str], fault: str, expected: type[Exception]
) -> None:
    async def run() -> None:
        child, provider = await opened(tmp_path, sandbox_command, "--fault", fault)
        with pytest.raises(expected):
            await provider.create(a_request())
        await provider.close()
        await child.stop()

    asyncio.run(run())


@pytest.mark.parametrize(
    ("fault", "phase", "has_url"),
    [
        ("fail", TaskPhase.FAILED, False),
        ("moderation", TaskPhase.FAILED, False),
        ("fail-501", TaskPhase.FAILED, False),
        ("success-without-url", TaskPhase.SUCCEEDED, False),
        ("success-505", TaskPhase.SUCCEEDED, True),
        ("invalid-result-json", TaskPhase.SUCCEEDED, False),
    ],
)
def test_the_sandboxs_odd_endings_are_read_right(
    tmp_path: Path, sandbox_command: list[str], fault: str, phase: TaskPhase, has_url: bool
) -> None:
    async def run() -> None:
        child, provider = await opened(tmp_path, sandbox_command, "--fault", fault)
        status = await ended(provider, await provider.create(a_request()))
        assert status.phase is phase
        assert bool(status.result_urls) is has_url
        await provider.close()
        await child.stop()

    asyncio.run(run())
