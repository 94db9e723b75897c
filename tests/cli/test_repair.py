"""`videogen doctor`, `doctor --repair` and `doctor --bundle`: nothing is done unasked."""

import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import Videogen
from tests.storage.damage import spoil_money
from tests.storage.filled_library import fill_library
from videogen_desktop.storage.backup import back_up
from videogen_desktop.storage.directories import Directories
from videogen_desktop.storage.library import open_library

AT = 1_795_000_000_000


@pytest.fixture
def damaged(places: Directories) -> Directories:
    """A library that does not add up, with a backup of it from before."""
    library = open_library(places, AT)
    fill_library(library)
    back_up(places.database, places.backups, library.library_id, AT)
    library.close()
    spoil_money(places.database)
    return places


def test_doctor_shows_the_damage_and_the_backups(videogen: Videogen, damaged: Directories) -> None:
    run = videogen("doctor")
    assert run.code == 1
    assert "the ledger does not add up; see `videogen doctor --repair`" in run.out
    assert "6 videos, good" in run.out


def test_an_engine_refuses_and_names_the_repair(videogen: Videogen, damaged: Directories) -> None:
    before = damaged.database.read_bytes()
    run = videogen("generate", "Mèo", "--provider", "sandbox")
    assert run.code == 6
    assert "doctor --repair" in run.err
    assert damaged.database.read_bytes() == before


def test_nothing_is_repaired_without_an_answer(videogen: Videogen, damaged: Directories) -> None:
    before = damaged.database.read_bytes()
    run = videogen("doctor", "--repair")
    assert run.code == 6
    assert "Nothing was changed." in run.out
    assert damaged.database.read_bytes() == before


@pytest.mark.parametrize("words", [(), ("salvage",)])
def test_a_repair_brings_the_videos_back_and_keeps_the_old_file(
    videogen: Videogen, damaged: Directories, words: tuple[str, ...]
) -> None:
    before = damaged.database.read_bytes()
    run = videogen("doctor", "--repair", *words, "--yes")
    assert run.code == 0, run.err
    (kept,) = damaged.data.glob("damaged-*")
    assert (kept / "library.sqlite").read_bytes() == before
    assert str(kept) in run.out
    assert "Unconfirmed: 2" in run.out
    listing = videogen("list", "--json")
    assert len(listing.json["videos"]) == 6
    assert videogen("verify").code == 0
    assert videogen("doctor").code == 0


def test_an_empty_library_is_started_only_when_that_is_said(
    videogen: Videogen, damaged: Directories
) -> None:
    damaged.database.unlink()
    assert videogen("resume").out.strip()
    assert not damaged.database.exists()
    assert "the file is missing" in videogen("doctor").out
    assert videogen("doctor", "--repair", "empty", "--yes").code == 0
    assert videogen("list", "--json").json == {"videos": []}


def test_a_sound_library_is_left_alone(videogen: Videogen, places: Directories) -> None:
    open_library(places, AT).close()
    before = places.database.read_bytes()
    run = videogen("doctor", "--repair", "--yes")
    assert (run.code, places.database.read_bytes()) == (0, before)
    assert "nothing to repair" in run.out


def test_without_a_good_backup_the_other_ways_are_named(
    videogen: Videogen, damaged: Directories
) -> None:
    for path in damaged.backups.iterdir():
        path.write_bytes(b"bad")
    run = videogen("doctor", "--repair", "--yes")
    assert run.code == 6
    assert "--repair salvage" in run.out


def test_a_diagnosis_is_shown_and_saved_when_told(
    videogen: Videogen, places: Directories, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VIDEOGEN_API_KEY", "sk-CANARY-1")
    places.logs.mkdir(parents=True)
    (places.logs / "videogen.log").write_text("sk-CANARY-1 went by\n")
    target = tmp_path / "bundle.zip"
    shown = videogen("doctor", "--bundle", str(target))
    assert shown.code == 6
    assert not target.exists()
    saved = videogen("doctor", "--bundle", str(target), "--yes")
    assert saved.code == 0
    assert "[hidden] went by" in saved.out
    assert "CANARY" not in shown.out + saved.out
    assert "log.txt" in zipfile.ZipFile(target).namelist()
    assert videogen("doctor", "--bundle", str(target), "--yes").code == 2
