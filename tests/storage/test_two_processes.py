"""Several real processes on one library: each video ends once, and money comes back once."""

import contextlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.storage.lived import new_wallet, pending
from videogen_desktop.domain.ledger import EntryKind
from videogen_desktop.domain.states import TERMINAL_STATES, VideoState
from videogen_desktop.storage.directories import Directories
from videogen_desktop.storage.library import open_library
from videogen_desktop.storage.verify import verify

_ROOT = Path(__file__).parents[2]
_VIDEOS = 40


def _start(places: Directories, seed: int) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "tests.storage.finisher_process", places.data, str(seed)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=_ROOT,
        env={**os.environ, "PYTHONPATH": str(_ROOT)},
    )


def _line(child: "subprocess.Popen[str]") -> str:
    assert child.stdout is not None
    return child.stdout.readline().strip()


def _tell(child: "subprocess.Popen[str]", line: str) -> None:
    assert child.stdin is not None
    child.stdin.write(line + "\n")
    child.stdin.flush()


@pytest.mark.parametrize("processes", [2, pytest.param(4, marks=pytest.mark.full)])
def test_conflicting_ends_from_several_processes_end_each_video_once(
    made: Directories, processes: int
) -> None:
    library = open_library(made, 1)
    wallet = new_wallet(library)
    with library.write() as rows:
        ids = [pending(rows, wallet.id).id for _ in range(_VIDEOS)]
    library.close()
    with contextlib.ExitStack() as stack:
        children = [stack.enter_context(_start(made, seed)) for seed in range(processes)]
        for child in children:
            stack.callback(child.kill)
        assert [_line(child) for child in children] == ["ready"] * processes
        for video_id in ids:
            for child in children:
                _tell(child, video_id)
            won = [_line(child) for child in children]
            assert sorted(won) == [*["0"] * (processes - 1), "1"]
        for child in children:
            child.communicate()
        assert [child.returncode for child in children] == [0] * processes
    library = open_library(made, 2)
    with library.read() as rows:
        videos = rows.videos.every()
        refunded = [e.video_id or "" for e in rows.ledger.entries() if e.kind is EntryKind.REFUND]
    assert verify(library) == ()
    library.close()
    assert {video.state for video in videos} <= TERMINAL_STATES
    failed = [video.id for video in videos if video.state is VideoState.FAILED]
    assert sorted(failed) == sorted(refunded)
    assert 0 < len(failed) < _VIDEOS
