"""Part files that a dead process left in anybody's folder are removed by the next start."""

import subprocess
import sys
from pathlib import Path

import pytest

from videogen_desktop.storage.unfinished_files import UnfinishedFiles, part_beside

WRITER = """
import os, sys
from pathlib import Path
from videogen_desktop.storage.unfinished_files import UnfinishedFiles
part = Path(sys.argv[2])
with UnfinishedFiles(Path(sys.argv[1])).noted(part):
    part.write_bytes(b"half")
    print("written", flush=True)
    sys.stdin.read()
    os._exit(9)
"""


@pytest.fixture
def notes(tmp_path: Path) -> UnfinishedFiles:
    return UnfinishedFiles(tmp_path / "notes")


def test_what_a_killed_process_left_goes_and_what_a_living_one_writes_stays(
    tmp_path: Path, notes: UnfinishedFiles
) -> None:
    folder = tmp_path / "Video của tôi"
    folder.mkdir()
    (folder / "a.mp4").write_bytes(b"whole")
    part = part_beside(folder / "a.mp4")
    command = [sys.executable, "-c", WRITER, str(tmp_path / "notes"), str(part)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None and writer.stdin is not None
        writer.stdout.readline()
        notes.remove_left()
        assert part.read_bytes() == b"half"
        writer.stdin.close()
        writer.wait()
    notes.remove_left()
    assert [path.name for path in folder.iterdir()] == ["a.mp4"]
    assert list((tmp_path / "notes").iterdir()) == []


def test_a_part_that_was_not_given_a_name_goes_with_its_note(
    tmp_path: Path, notes: UnfinishedFiles
) -> None:
    part = part_beside(tmp_path / "a.mp4")
    with pytest.raises(KeyError), notes.noted(part):
        part.write_bytes(b"half")
        raise KeyError
    assert not part.exists()
    assert list((tmp_path / "notes").iterdir()) == []


def test_a_spoiled_note_names_no_file_of_the_users(tmp_path: Path, notes: UnfinishedFiles) -> None:
    (tmp_path / "notes").mkdir()
    kept = tmp_path / "holiday.mp4"
    kept.write_bytes(b"whole")
    (tmp_path / "notes" / "x.path").write_bytes(str(kept).encode())
    notes.remove_left()
    assert kept.exists()


def test_a_part_on_a_drive_that_is_not_here_is_remembered(
    tmp_path: Path, notes: UnfinishedFiles
) -> None:
    (tmp_path / "notes").mkdir()
    gone = part_beside(tmp_path / "stick" / "a.mp4")
    (tmp_path / "notes" / "x.path").write_bytes(str(gone).encode())
    notes.remove_left()
    gone.parent.mkdir()
    gone.write_bytes(b"half")
    notes.remove_left()
    assert not gone.exists()


def test_where_nothing_can_be_noted_it_is_written_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "in the way").write_bytes(b"")
    part = part_beside(tmp_path / "a.mp4")
    with UnfinishedFiles(tmp_path / "in the way").noted(part):
        part.write_bytes(b"half")
    assert not part.exists()
