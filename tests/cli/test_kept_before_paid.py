"""What would make a result impossible to keep is said before anything is reserved."""

import os
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Videogen
from tests.cli.test_broken_disk import in_own_process, without_roots_privilege
from videogen_desktop.storage import disk_reserve
from videogen_desktop.storage.directories import Directories

PROMPT = "Một con mèo"


def dangling(videos: Path) -> None:
    videos.symlink_to(videos.parent / "unplugged")


def a_file(videos: Path) -> None:
    videos.write_text("not a folder")


LINKS = pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")


@pytest.mark.parametrize("spoil", [pytest.param(dangling, marks=LINKS), a_file])
def test_a_folder_that_cannot_keep_a_clip_is_said_before_the_reserve(
    videogen: Videogen, places: Directories, spoil: "object"
) -> None:
    places.data.mkdir()
    assert callable(spoil)
    spoil(places.videos)
    run = videogen("generate", PROMPT, "--json")
    assert (run.code, run.json["id"], run.json["cost"]) == (6, None, 0)
    assert str(places.videos) in run.json["error"]
    assert run.json["error"].endswith("Nothing was charged.")
    assert videogen("list", "--json").json["videos"] == []


def test_a_nearly_full_disk_is_said_before_the_reserve(
    videogen: Videogen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    free = [disk_reserve.needed_bytes(0) - 1]
    monkeypatch.setattr(disk_reserve, "free_bytes", lambda _folder: free[0])
    run = videogen("generate", PROMPT, "--json")
    assert run.code == 6
    assert "68 MB" in run.json["error"]
    free[0] = disk_reserve.RESERVE_BYTES - 1
    run = videogen("generate", PROMPT, "--output", str(tmp_path / "a.mp4"))
    assert run.code == 2
    assert "the disk is full" in run.err


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes there")
def test_a_data_folder_whose_name_is_no_text_is_said_before_the_reserve(
    videogen: Videogen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VIDEOGEN_SANDBOX_ARGUMENTS", "--speed 100 --clip small")
    folder = os.fsdecode(bytes(tmp_path) + b"/caf\xe9")
    run = videogen("--data-dir", folder, "generate", PROMPT, "--json")
    assert run.code == 6, run.err
    assert run.json["error"].endswith("Nothing was charged.")


@pytest.mark.skipif(sys.platform != "linux", reason="capabilities of Linux")
def test_doctor_outlives_a_forbidden_folder_and_calls_no_such_library_fine(
    videogen: Videogen, places: Directories
) -> None:
    assert videogen("generate", PROMPT, "--no-wait").code == 0
    places.data.chmod(0o000)
    try:
        run = in_own_process("doctor", prepare=without_roots_privilege)
    finally:
        places.data.chmod(0o755)
    assert run.code == 1, run.err
    assert "Traceback" not in run.err
    assert "PROBLEM" in run.out
    places.database.chmod(0o444)
    try:
        run = in_own_process("doctor", prepare=without_roots_privilege)
    finally:
        places.database.chmod(0o644)
    assert run.code == 1, run.err
    assert "cannot be written" in run.out


@pytest.mark.parametrize(
    "prompt", ["\u3164", "\u2800\u2800", "\u115f \u1160", "\u200b\ufe0f", "\u0301"]
)
def test_a_prompt_that_nobody_sees_is_not_paid_for(videogen: Videogen, prompt: str) -> None:
    run = videogen("generate", prompt, "--json")
    assert (run.code, run.json["id"]) == (2, None)
    assert "The prompt is empty" in run.json["error"]


@pytest.mark.skipif(sys.platform == "win32", reason="arguments are bytes elsewhere")
def test_a_prompt_that_is_not_utf_8_is_refused_and_one_of_another_locale_is_read(
    videogen: Videogen,
) -> None:
    run = videogen("generate", os.fsdecode(b"caf\xe9"), "--json")
    assert (run.code, run.json["id"]) == (2, None)
    assert "UTF-8" in run.json["error"]
    as_in_ascii = "mèo".encode().decode("ascii", "surrogateescape")
    run = videogen("generate", as_in_ascii, "--no-wait")
    assert run.code == 0, run.err
    (video,) = videogen("list", "--json").json["videos"]
    assert video["prompt"] == "mèo"
