"""The client, against the real helper and against impostors."""

import asyncio
import os
import sys
import textwrap
import threading
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from PIL import Image

from tests.media.clip_files import Recipe, write_clip
from videogen_desktop.domain.errors import MediaHelperError, NotPlayableError
from videogen_desktop.media.client import MediaHelper

PATIENCE_SECONDS = 60
# Long enough for the real helper on a loaded machine, short enough to wait for once.
SHORT_DEADLINE_MS = 4_000

Impostor = Callable[[str], list[str]]


@pytest.fixture
def impostor(tmp_path: Path, helper_command: list[str]) -> Impostor:
    """Makes a command that runs a script the first time and the real helper from then on.

    Each run appends its process id to `pids`.
    """

    def command(script: str) -> list[str]:
        file = tmp_path / "impostor.py"
        file.write_text(
            "import os, sys, time\n"
            f"pids = {str(tmp_path / 'pids')!r}\n"
            "first = not os.path.exists(pids)\n"
            "with open(pids, 'a') as f: f.write(f'{os.getpid()}\\n')\n"
            f"real = {helper_command!r}\n"
            "if not first: os.execv(real[0], real)\n"
            "request = os.read(0, 1 << 20)\n"
            "open(pids + '.asked', 'w').close()\n" + textwrap.dedent(script)
        )
        return [sys.executable, str(file)]

    return command


def pids(folder: Path) -> list[int]:
    return [int(line) for line in (folder / "pids").read_text().split()]


def is_running(pid: int) -> bool:
    """Also true of a zombie."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def run(command: list[str], use: Callable[[MediaHelper], Awaitable[None]], **options: int) -> None:
    async def use_and_close() -> None:
        helper = MediaHelper(command, **options)
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                await use(helper)
        finally:
            await helper.close()

    asyncio.run(use_and_close())


async def condition_of(job: Awaitable[object]) -> object:
    with pytest.raises(MediaHelperError) as failed:
        await job
    return failed.value.args[0]


async def appears(path: Path) -> None:
    while not path.exists():  # noqa: ASYNC110 - another process makes it
        await asyncio.sleep(0.01)


def test_a_clip_is_probed_and_has_its_poster_made(
    helper_command: list[str], clip: Path, tmp_path: Path
) -> None:
    async def use(helper: MediaHelper) -> None:
        facts = await helper.probe(clip)
        assert (facts.container, facts.width, facts.height) == ("mp4", 320, 180)
        await helper.make_poster(clip, tmp_path / "a.jpg", longest_side=160)

    run(helper_command, use)

    with Image.open(tmp_path / "a.jpg") as poster:
        assert poster.size == (160, 90)


def test_a_clip_has_its_strip_made(helper_command: list[str], clip: Path, tmp_path: Path) -> None:
    async def use(helper: MediaHelper) -> None:
        await helper.make_strip(clip, tmp_path / "a.jpg", longest_side=80)

    run(helper_command, use)

    with Image.open(tmp_path / "a.jpg") as strip:
        assert strip.size == (4 * 80, 4 * 45)


def test_the_limits_leave_room_for_4k(helper_command: list[str], tmp_path: Path) -> None:
    recipe = Recipe((3840, 2160), frames=2, audio=None, options=(("preset", "ultrafast"),))
    path = write_clip(tmp_path / "4k.mp4", recipe)

    async def use(helper: MediaHelper) -> None:
        assert (await helper.probe(path)).width == 3840
        await helper.make_poster(path, tmp_path / "a.jpg")
        await helper.make_strip(path, tmp_path / "strip.jpg")

    run(helper_command, use)

    with Image.open(tmp_path / "a.jpg") as poster:
        assert poster.size == (640, 360)
    with Image.open(tmp_path / "strip.jpg") as strip:
        assert strip.size == (4 * 320, 4 * 180)


def test_relative_paths_are_those_of_the_caller(
    helper_command: list[str], clip: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def use(helper: MediaHelper) -> None:
        await helper.probe(clip)
        monkeypatch.chdir(clip.parent)
        await helper.make_poster(Path(clip.name), tmp_path / "a.jpg")

    run(helper_command, use)

    assert (tmp_path / "a.jpg").exists()


@pytest.mark.parametrize(
    ("content", "reason"), [(b"", "container"), (b"<html>", "container"), (None, "unreadable")]
)
def test_a_refused_file_is_not_playable_and_the_helper_stays(
    impostor: Impostor, clip: Path, tmp_path: Path, content: bytes | None, reason: str
) -> None:
    (tmp_path / "pids").write_text("0\n")  # the real helper from the first run on
    path = tmp_path / "a.mp4"
    if content is not None:
        path.write_bytes(content)

    async def use(helper: MediaHelper) -> None:
        for job in (helper.probe(path), helper.make_poster(path, tmp_path / "a.jpg")):
            with pytest.raises(NotPlayableError) as refused:
                await job
            assert refused.value.reason == reason
        await helper.probe(clip)

    run(impostor(""), use)

    assert len(pids(tmp_path)) == 2
    assert not (tmp_path / "a.jpg").exists()


def test_a_poster_that_cannot_be_written_says_why(
    helper_command: list[str], clip: Path, tmp_path: Path
) -> None:
    async def use(helper: MediaHelper) -> None:
        poster = helper.make_poster(clip, tmp_path / "missing" / "a.jpg")
        assert await condition_of(poster) == "ENOENT"

    run(helper_command, use)


def test_a_poster_of_no_sensible_size_is_a_mistake_of_the_caller(
    helper_command: list[str], clip: Path, tmp_path: Path
) -> None:
    async def use(helper: MediaHelper) -> None:
        with pytest.raises(ValueError, match="100000"):
            await helper.make_poster(clip, tmp_path / "a.jpg", longest_side=100_000)
        with pytest.raises(ValueError, match="100000"):
            await helper.make_strip(clip, tmp_path / "a.jpg", frames=100_000)

    run(helper_command, use)


def test_ten_jobs_at_once_are_done_one_by_one_in_order(impostor: Impostor, tmp_path: Path) -> None:
    (tmp_path / "pids").write_text("0\n")
    sizes = [(64 + 16 * number, 64) for number in range(10)]
    clips = [
        write_clip(tmp_path / f"{width}.mp4", Recipe(size=(width, height), frames=2, audio=None))
        for width, height in sizes
    ]
    ended: list[int] = []

    async def use(helper: MediaHelper) -> None:
        async def probe(path: Path) -> None:
            ended.append((await helper.probe(path)).width)

        await asyncio.gather(*(probe(path) for path in clips))

    run(impostor(""), use)

    assert ended == [width for width, _ in sizes]
    assert len(pids(tmp_path)) == 2


@pytest.mark.parametrize(
    ("script", "condition"),
    [
        ("os._exit(0)", "died"),
        ("os.kill(os.getpid(), 11)", "died"),
        ("os.write(1, (50).to_bytes(4, 'big') + b'{'); os._exit(1)", "died"),
        ("os.write(1, b'Traceback (most recent call last)'); time.sleep(1000)", "garbage"),
        ("os.write(1, (1 << 30).to_bytes(4, 'big')); time.sleep(1000)", "garbage"),
        ("os.write(1, (4).to_bytes(4, 'big') + b'[[[['); time.sleep(1000)", "garbage"),
        (
            """
            body = b'{"number": 9, "outcome": "done", "reason": "", "facts": null}'
            os.write(1, len(body).to_bytes(4, 'big') + body)
            time.sleep(1000)
            """,
            "garbage",
        ),
        (
            """
            body = b'{"number": 1, "outcome": "done", "reason": "", "facts": {"width": 1}}'
            os.write(1, len(body).to_bytes(4, 'big') + body)
            time.sleep(1000)
            """,
            "garbage",
        ),
        (
            """
            body = b'{"number": 1, "outcome": "refused", "reason": "<b>no</b>", "facts": null}'
            os.write(1, len(body).to_bytes(4, 'big') + body)
            time.sleep(1000)
            """,
            "garbage",
        ),
        ("while True: os.write(1, bytes(65536) + b'x' * 65536)", "garbage"),
        ("time.sleep(1000)", "overrun"),
    ],
)
def test_a_helper_gone_wrong_fails_its_job_and_the_next_job_has_another(
    impostor: Impostor, clip: Path, tmp_path: Path, script: str, condition: str
) -> None:
    async def use(helper: MediaHelper) -> None:
        assert await condition_of(helper.probe(clip)) == condition
        assert not is_running(pids(tmp_path)[0])
        assert (await helper.probe(clip)).width == 320

    run(impostor(script), use, job_deadline_ms=SHORT_DEADLINE_MS)

    assert not any(is_running(pid) for pid in pids(tmp_path))


def test_a_helper_that_died_between_two_jobs_is_replaced_unnoticed(
    impostor: Impostor, clip: Path, tmp_path: Path
) -> None:
    (tmp_path / "pids").write_text("0\n")

    async def use(helper: MediaHelper) -> None:
        await helper.probe(clip)
        first = pids(tmp_path)[1]
        os.kill(first, 9)
        while is_running(first):  # noqa: ASYNC110 - another process ends
            await asyncio.sleep(0.01)
        assert (await helper.probe(clip)).width == 320

    run(impostor(""), use)

    assert len(pids(tmp_path)) == 3


def test_a_command_that_cannot_run_is_a_helper_error(tmp_path: Path, clip: Path) -> None:
    async def use(helper: MediaHelper) -> None:
        assert await condition_of(helper.probe(clip)) == "died"

    run([str(tmp_path / "no such program")], use)


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


def test_a_helper_that_complains_at_length_is_heard_out(impostor: Impostor, clip: Path) -> None:
    async def use(helper: MediaHelper) -> None:
        with pytest.raises(NotPlayableError):
            await helper.probe(clip)

    script = """
    for _ in range(64): os.write(2, b'x' * 65536)
    body = b'{"number": 1, "outcome": "refused", "reason": "codec", "facts": null}'
    os.write(1, len(body).to_bytes(4, 'big') + body)
    """
    run(impostor(script), use)


def test_the_key_is_not_among_the_helpers_variables(
    impostor: Impostor, clip: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VIDEOGEN_API_KEY", "sk-CANARY")

    async def use(helper: MediaHelper) -> None:
        await condition_of(helper.probe(clip))

    run(impostor("open(pids + '.env', 'w').write(repr(dict(os.environ)))"), use)

    environment = (tmp_path / "pids.env").read_text()
    assert "PATH" in environment
    assert "CANARY" not in environment


def test_closing_while_the_helper_starts_does_not_wait_for_its_job(
    impostor: Impostor, clip: Path
) -> None:
    async def use(helper: MediaHelper) -> None:
        job = asyncio.create_task(helper.probe(clip))
        await asyncio.sleep(0)
        await helper.close()
        assert await condition_of(job) == "closed"

    run(impostor("time.sleep(1000)"), use)


def test_the_helper_works_from_a_thread_that_is_not_the_main_one(
    helper_command: list[str], clip: Path
) -> None:
    widths: list[int] = []

    async def use(helper: MediaHelper) -> None:
        widths.append((await helper.probe(clip)).width)

    worker = threading.Thread(target=run, args=(helper_command, use))
    worker.start()
    worker.join()

    assert widths == [320]
