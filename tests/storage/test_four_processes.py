"""Several real processes on one library: each video ends once, and money comes back once."""

import contextlib
import os
import subprocess
import sys
import uuid
from pathlib import Path

import pytest

from tests.storage.filled_library import PRICE, new_wallet, pending
from videogen_desktop.domain.ledger import EntryKind
from videogen_desktop.domain.states import TERMINAL_STATES, VideoState
from videogen_desktop.storage.directories import Directories
from videogen_desktop.storage.library import open_library
from videogen_desktop.storage.verify import verify

_ROOT = Path(__file__).parents[2]
_PROCESSES = 4


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


@pytest.mark.parametrize("videos", [24, pytest.param(400, marks=pytest.mark.full)])
def test_conflicting_ends_from_four_processes_end_each_video_once(
    made: Directories, videos: int
) -> None:
    library = open_library(made, 1)
    wallet = new_wallet(library)
    with library.writing() as rows:
        rows.ledger.reconcile(wallet.id, str(uuid.uuid4()), videos * PRICE, 2, "a top-up")
        ids = [pending(rows, wallet.id).id for _ in range(videos)]
    library.close()
    winners = _ended_by_all(made, ids)
    library = open_library(made, 2)
    with library.reading() as rows:
        every = rows.videos.every()
        refunded = [e.video_id or "" for e in rows.ledger.entries() if e.kind is EntryKind.REFUND]
    assert verify(library) == ()
    library.close()
    ended = [video for video in every if video.rescued_from is None]
    late = [video.rescued_from for video in every if video.rescued_from is not None]
    assert {video.id for video in ended} == set(ids)
    assert {video.state for video in ended} <= TERMINAL_STATES
    failed = [video.id for video in ended if video.state is VideoState.FAILED]
    assert sorted(failed) == sorted(refunded)
    assert 0 < len(failed) < videos
    # A success that was told after the failure is a video of its own, once and without money.
    assert 0 < len(late) == len(set(late)) <= len(failed)
    assert set(late) <= set(failed)
    assert len(winners) > 1, "they never met"


def _ended_by_all(made: Directories, ids: list[str]) -> set[int]:
    """Let all processes end each video at once; who was the first for any."""
    winners = set()
    with contextlib.ExitStack() as stack:
        children = [stack.enter_context(_start(made, seed)) for seed in range(_PROCESSES)]
        for child in children:
            stack.callback(child.kill)
        assert [_line(child) for child in children] == ["ready"] * _PROCESSES
        for video_id in ids:
            for child in children:
                _tell(child, video_id)
            won = [_line(child) for child in children]
            assert sorted(won) == [*["0"] * (_PROCESSES - 1), "1"]
            winners.add(won.index("1"))
        for child in children:
            child.communicate()
        assert [child.returncode for child in children] == [0] * _PROCESSES
    return winners
