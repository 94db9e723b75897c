"""The helper process itself, spoken to over its pipes."""

import io
import os
import select
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from videogen_desktop.media.helper import (
    ADDRESS_SPACE_BYTES,
    FILE_SIZE_BYTES,
    LARGEST_COPY_BYTES,
    NICENESS,
    OPEN_FILES,
)
from videogen_desktop.media.protocol import (
    LENGTH,
    Answer,
    Request,
    decode_answer,
    encode,
    read_body,
)

PATIENCE_SECONDS = 60


@pytest.fixture
def helper(helper_command: list[str]) -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen(
        helper_command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        yield process
        process.kill()


def answered(helper: subprocess.Popen[bytes], frame: bytes) -> Answer:
    assert helper.stdin is not None
    assert isinstance(helper.stdout, io.BufferedReader)
    helper.stdin.write(frame)
    helper.stdin.flush()
    body = read_body(helper.stdout)
    assert body is not None
    return decode_answer(body)


def test_jobs_are_answered_in_order_until_its_input_ends(
    helper: subprocess.Popen[bytes], clip: Path
) -> None:
    jobs = (Request(number, "probe", {"path": str(clip)}) for number in (1, 2))

    assert answered(helper, b"".join(encode(job) for job in jobs)).number == 1
    assert answered(helper, encode(Request(3, "probe", {"path": "/"}))).number == 2

    assert helper.stdin is not None
    helper.stdin.close()
    assert helper.wait(PATIENCE_SECONDS) == 0


def test_it_ends_when_its_input_ends_before_the_first_job(helper: subprocess.Popen[bytes]) -> None:
    assert helper.stdin is not None
    helper.stdin.close()
    assert helper.wait(PATIENCE_SECONDS) == 0


@pytest.mark.skipif(not hasattr(select, "epoll"), reason="epoll is what refuses to be written to")
def test_it_ends_in_order_when_nobody_reads_its_answers(helper_command: list[str]) -> None:
    with select.epoll() as refuses:  # EINVAL, as a pipe of Windows without its reader
        done = subprocess.run(
            helper_command,
            input=encode(Request(1, "probe", {"path": "/"})),
            stdout=refuses.fileno(),
            stderr=subprocess.PIPE,
            timeout=PATIENCE_SECONDS,
        )
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("frame", [LENGTH.pack(1 << 30), LENGTH.pack(2) + b"[]"])
def test_it_ends_after_a_frame_that_is_no_job(
    helper: subprocess.Popen[bytes], frame: bytes
) -> None:
    helper.communicate(frame, PATIENCE_SECONDS)

    assert helper.returncode == 1


def test_an_unknown_job_fails_and_the_next_one_is_done(
    helper: subprocess.Popen[bytes], clip: Path
) -> None:
    unknown = answered(helper, encode(Request(1, "format", {"path": "/"})))
    assert (unknown.outcome, unknown.reason) == ("failed", "ValueError")

    assert answered(helper, encode(Request(2, "probe", {"path": str(clip)}))).outcome == "done"


@pytest.mark.skipif(sys.platform != "linux", reason="reads the limits in /proc")
def test_it_works_under_limits_and_with_low_priority(
    helper: subprocess.Popen[bytes], clip: Path
) -> None:
    answered(helper, encode(Request(1, "probe", {"path": str(clip)})))

    process = Path("/proc") / str(helper.pid)
    rows = {
        line[:26].strip(): line[26:].split()
        for line in process.joinpath("limits").read_text().splitlines()
    }
    assert rows["Max address space"][:2] == [str(ADDRESS_SPACE_BYTES)] * 2
    # The rest is for the copy of a large clip with its tags, and only while that is written.
    assert rows["Max file size"][:2] == [str(FILE_SIZE_BYTES), str(LARGEST_COPY_BYTES)]
    assert rows["Max open files"][:2] == [str(OPEN_FILES)] * 2
    assert rows["Max core file size"][:2] == ["0", "0"]
    assert rows["Max cpu time"][0].isdigit()
    assert process.joinpath("stat").read_text().rpartition(") ")[2].split()[16] == str(
        min(os.nice(0) + NICENESS, 19)
    )


def printed_by(script: str) -> str:
    command = [sys.executable, "-c", script]
    completed = subprocess.run(command, capture_output=True, text=True, check=True)
    return completed.stdout.strip()


def test_the_client_loads_no_decoder_and_the_helper_nothing_else_of_the_program() -> None:
    loaded = "print([m for m in sys.modules if m.partition('.')[0] in ('av', 'PIL')])"
    assert printed_by(f"import sys, videogen_desktop.media.client; {loaded}") == "[]"

    loaded = "print(sorted(m for m in sys.modules if m.startswith('videogen_desktop.')))"
    modules = printed_by(f"import sys, videogen_desktop.media.helper; {loaded}")
    assert modules == str(
        [
            "videogen_desktop.domain",
            "videogen_desktop.domain.clip",
            "videogen_desktop.domain.intake",
            "videogen_desktop.media",
            "videogen_desktop.media.helper",
            "videogen_desktop.media.limits",
            "videogen_desktop.media.protocol",
            "videogen_desktop.media.serving",
        ]
    )


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the limit may be missing")
def test_memory_beyond_the_limit_is_refused_by_the_system() -> None:
    allocate = f"bytearray({ADDRESS_SPACE_BYTES})"
    command = f"from videogen_desktop.media import helper; helper.restrict_process(); {allocate}"
    ended = subprocess.run([sys.executable, "-c", command], capture_output=True, text=True)

    assert "MemoryError" in ended.stderr


def test_what_a_library_prints_stays_out_of_the_answers(tmp_path: Path) -> None:
    script = tmp_path / "noisy.py"
    script.write_text(
        "import os, sys\n"
        "from videogen_desktop.media import helper\n"
        "def noisy(path):\n"
        "    print('noise', flush=True)\n"
        "    os.write(1, b'more noise')\n"
        "    assert sys.stdin.read() == ''\n"
        "    raise ZeroDivisionError\n"
        "from videogen_desktop.media import clip_file\n"
        "clip_file.probe = noisy\n"
        "sys.exit(helper.main())\n"
    )
    request = encode(Request(1, "probe", {"path": "/"}))
    ended = subprocess.run([sys.executable, str(script)], input=request, capture_output=True)

    assert ended.stdout == encode(Answer(1, "failed", "ZeroDivisionError"))
    assert b"noise" in ended.stderr
    assert b"more noise" in ended.stderr
