"""A place of the user's choice: where they meant, on no absent drive, and tried before paying."""

import asyncio
import os
import sys
from pathlib import Path

import pytest

from videogen_desktop.domain.errors import OutputRefusedError
from videogen_desktop.storage import destinations
from videogen_desktop.storage.clip_files import ClipFiles
from videogen_desktop.storage.destinations import check_output, chosen_folder, make_folder


@pytest.mark.parametrize(
    ("text", "below_home"),
    [
        ("~", "."),
        ("~/Phim", "Phim"),
        ("Phim", "Phim"),
        ("./Phim", "Phim"),
        ("~nobody-of-this-name/Phim", "~nobody-of-this-name/Phim"),
    ],
)
def test_a_folder_is_the_same_wherever_the_program_starts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, below_home: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert chosen_folder(text) == Path.home() / below_home
    assert chosen_folder(str(tmp_path)) == tmp_path


def test_the_folder_of_a_drive_that_is_not_here_is_not_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(destinations, "_DRIVES", (tmp_path / "media",))
    stick = tmp_path / "media" / "me" / "STICK"
    files = ClipFiles(stick / "VideoGen")
    with pytest.raises(FileNotFoundError):
        asyncio.run(files.open_part(files.part_path("x"), 0))
    # The mount point may stay when the drive goes.
    stick.mkdir(parents=True)
    with pytest.raises(FileNotFoundError):
        make_folder(stick / "VideoGen")
    assert list(stick.iterdir()) == []
    monkeypatch.setattr(os.path, "ismount", lambda path: path == stick)
    make_folder(stick / "VideoGen")
    assert (stick / "VideoGen").is_dir()
    make_folder(tmp_path / "elsewhere" / "VideoGen")


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
def test_an_output_is_looked_at_before_anything_is_paid(tmp_path: Path) -> None:
    folder = tmp_path
    free, taken, dangling = folder / "free.mp4", folder / "taken.mp4", folder / "dangling.mp4"
    taken.write_bytes(b"theirs")
    dangling.symlink_to(folder / "nowhere")
    check_output(free)
    assert not free.exists()
    for path, reason in (
        (taken, "exists"),
        (folder, "exists"),
        (dangling, "exists"),
        (folder / "missing" / "a.mp4", "folder_missing"),
        (taken / "a.mp4", "folder_missing"),
        (folder / ("x" * 300), "unwritable"),
        (folder / "nul\0byte", "unwritable"),
    ):
        with pytest.raises(OutputRefusedError) as caught:
            check_output(path)
        assert (caught.value.path, caught.value.reason) == (path, reason)
    assert taken.read_bytes() == b"theirs"
