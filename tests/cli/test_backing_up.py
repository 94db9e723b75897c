"""A copy of the library in a folder of the user's own, and a library made good from it."""

import shutil
from pathlib import Path

from tests.cli.conftest import Videogen
from tests.storage.damage import spoil_money
from videogen_desktop.storage.backup import facts_of
from videogen_desktop.storage.directories import Directories
from videogen_desktop.storage.engine_lock import FileEngineLock


def test_a_lost_disk_is_made_good_from_the_second_folder(
    videogen: Videogen, places: Directories, tmp_path: Path
) -> None:
    made = videogen("generate", "Mèo", "--no-wait", "--json").json
    second = tmp_path / "usb"
    second.mkdir()
    lock = FileEngineLock(places.engine_lock)
    lock.acquire()
    try:
        # Also beside a window.
        run = videogen("doctor", "--backup-to", str(second))
    finally:
        lock.release()
    assert run.code == 0, run.err
    (copy,) = second.iterdir()
    assert str(copy) in run.out
    assert facts_of(copy).is_good
    shutil.rmtree(places.data)
    run = videogen("doctor", "--repair", str(copy), "--yes")
    assert run.code == 0, run.err
    (video,) = videogen("list", "--json").json["videos"]
    assert video["id"] == made["id"]


def test_a_damaged_library_pushes_no_copy_out(
    videogen: Videogen, places: Directories, tmp_path: Path
) -> None:
    videogen("generate", "Mèo", "--no-wait")
    assert videogen("doctor", "--backup-to", str(tmp_path)).code == 0
    copies = set(tmp_path.glob("library-*"))
    spoil_money(places.database)
    run = videogen("doctor", "--backup-to", str(tmp_path))
    assert run.code != 0
    assert set(tmp_path.glob("library-*")) == copies


def test_a_disk_that_is_not_plugged_in_is_said_so(videogen: Videogen, tmp_path: Path) -> None:
    run = videogen("doctor", "--backup-to", str(tmp_path / "gone"))
    assert run.code == 6
    assert "gone" in run.err
