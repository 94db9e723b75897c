"""The client, against the real helper and against impostors."""

import asyncio
import os
import sys
import textwrap
import threading
from pathlib import Path

import pytest
from PIL import Image

from tests.media.client_rig import (
    BECOME,
    PATIENCE_SECONDS,
    Impostor,
    condition_of,
    is_running,
    pids,
    run,
)
from tests.media.clip_files import Recipe, write_clip
from videogen_desktop.domain.errors import MediaHelperError, NotPlayableError
from videogen_desktop.media.client import MediaHelper

# Long enough for the real helper on a loaded machine, short enough to wait for once. At a load of
# 14 on two processors 4 s were too few.
SHORT_DEADLINE_MS = 10_000


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


def test_a_helper_that_was_prepared_does_the_first_job(
    helper_command: list[str], clip: Path, tmp_path: Path
) -> None:
    begun = tmp_path / "begun"
    script = f"import os; open({str(begun)!r}, 'a').write('x');real = {helper_command!r}; {BECOME}"

    async def run() -> None:
        helper = MediaHelper([sys.executable, "-c", script])
        await helper.prepare()
        await helper.prepare()
        await helper.probe(clip)
        await helper.close()
        await helper.prepare()

    asyncio.run(run())
    assert begun.read_text() == "x"


@pytest.mark.skipif(sys.platform == "win32", reason="there are no sessions and groups")
def test_ctrl_c_is_not_for_the_helper_and_its_low_priority_counts_beside_the_window(
    helper_command: list[str], clip: Path, tmp_path: Path
) -> None:
    said = tmp_path / "said"
    script = (
        f"import os; open({str(said)!r}, 'w').write("
        "' '.join(map(str, (os.getpid(), os.getpgid(0), os.getsid(0)))));"
        f"real = {helper_command!r}; os.execv(real[0], real)"
    )

    async def probe(helper: MediaHelper) -> None:
        await helper.probe(clip)

    run([sys.executable, "-c", script], probe)
    process, group, session = map(int, said.read_text().split())
    assert group == process
    # Linux weighs priorities within a session only.
    assert session == os.getsid(0)


def test_a_helper_that_cannot_be_prepared_is_told_by_the_job(clip: Path, tmp_path: Path) -> None:
    async def run() -> None:
        helper = MediaHelper([str(tmp_path / "not there")])
        await helper.prepare()
        with pytest.raises(MediaHelperError):
            await helper.probe(clip)
        await helper.close()

    asyncio.run(run())


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


@pytest.mark.skipif(sys.platform == "win32", reason="os.kill(pid, 0) ends a process of Windows")
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

    deadline_ms = SHORT_DEADLINE_MS if condition == "overrun" else PATIENCE_SECONDS * 1_000
    run(impostor(script), use, job_deadline_ms=deadline_ms)

    assert not any(is_running(pid) for pid in pids(tmp_path))


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_a_helper_that_died_between_two_jobs_is_replaced_unnoticed(
    impostor: Impostor, clip: Path, tmp_path: Path
) -> None:
    (tmp_path / "pids").write_text("0\n")

    async def use(helper: MediaHelper) -> None:
        await helper.probe(clip)
        first = pids(tmp_path)[1]
        os.kill(first, 9)
        # Until the loop knows it too: it hears of it a moment after the system has reaped it.
        while helper._process is not None and helper._process.alive:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
        assert (await helper.probe(clip)).width == 320

    run(impostor(""), use)

    assert len(pids(tmp_path)) == 3


def test_a_command_that_cannot_run_is_a_helper_error(tmp_path: Path, clip: Path) -> None:
    async def use(helper: MediaHelper) -> None:
        assert await condition_of(helper.probe(clip)) == "died"

    run([str(tmp_path / "no such program")], use)


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

    run(impostor("open(pids + '.env', 'w').write(ascii(dict(os.environ)))"), use)

    environment = (tmp_path / "pids.env").read_text()
    assert "PATH" in environment
    assert "CANARY" not in environment


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


def test_a_helper_of_another_build_is_told_once_and_its_answers_count(
    impostor: Impostor, clip: Path
) -> None:
    """The program was updated under the window: old window, new helper."""
    told: list[str] = []
    answers = """
    while True:
        said = {"number": number, "outcome": "refused", "reason": "truncated", "build": "9.9"}
        body = json.dumps(said).encode()
        os.write(1, len(body).to_bytes(4, 'big') + body)
        number += 1
        os.read(0, 1 << 20)
    """

    async def use() -> None:
        command = impostor("import json\nnumber = 1\n" + textwrap.dedent(answers))
        helper = MediaHelper(command, PATIENCE_SECONDS * 1_000, told.append)
        try:
            for _ in range(2):
                with pytest.raises(NotPlayableError) as refused:
                    await helper.probe(clip)
                assert refused.value.args == ("truncated",)
        finally:
            await helper.close()

    asyncio.run(use())
    assert told == ["9.9"]


def test_a_helper_of_the_same_build_is_nothing_to_tell(
    helper_command: list[str], clip: Path
) -> None:
    told: list[str] = []

    async def use() -> None:
        helper = MediaHelper(helper_command, PATIENCE_SECONDS * 1_000, told.append)
        try:
            await helper.probe(clip)
        finally:
            await helper.close()

    asyncio.run(use())
    assert told == []
