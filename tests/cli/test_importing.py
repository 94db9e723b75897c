"""`videogen import`: a library rebuilt from its own clips."""

import json
import math
import os
import shutil
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import Videogen
from tests.cli.test_broken_disk import in_own_process, without_roots_privilege
from tests.media.clip_files import Recipe, write_clip
from videogen_desktop.cli.output import rfc3339
from videogen_desktop.domain.clip_tags import ClipTags
from videogen_desktop.domain.request import VideoRequest
from videogen_desktop.media.tagging import write_tagged
from videogen_desktop.storage.directories import Directories
from videogen_desktop.storage.engine_lock import FileEngineLock

ABSURD: tuple[object, ...] = (
    (1 << 53) - 1,
    -1,
    -(1 << 63),
    1 << 70,
    1.5,
    math.nan,
    math.inf,
    "yesterday",
    None,
    [],
)


def test_a_lost_library_comes_back_from_its_clips(
    videogen: Videogen, places: Directories, tmp_path: Path
) -> None:
    made = videogen("generate", "Mèo ăn phở", "--aspect", "portrait", "--json").json
    shutil.rmtree(places.backups, ignore_errors=True)
    clips = tmp_path / "clips"
    shutil.move(places.videos, clips)
    for left in places.data.glob("library.sqlite*"):
        left.unlink()
    run = videogen("import", str(clips), "--json")
    assert run.code == 0, run.err
    assert run.json["added"] == [made["id"]]
    (video,) = videogen("list", "--json").json["videos"]
    for name in ("id", "prompt", "state", "task_id", "cost", "options", "model"):
        assert video[name] == made.get(name, video[name]), name
    assert (video["prompt"], video["options"]) == ("Mèo ăn phở", made["options"])
    assert Path(video["file"]).parent == clips
    assert videogen("ledger", "--json").json.get("entries", []) == []
    assert videogen("verify").code == 0
    again = videogen("import", str(clips))
    assert "known already" in again.out


def test_a_folder_without_clips_and_one_that_is_missing(
    videogen: Videogen, places: Directories, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    assert "no clip" in videogen("import", str(tmp_path / "empty")).out
    run = videogen("import", str(tmp_path / "missing"))
    assert run.code == 6
    assert "missing" in run.err


def test_an_open_library_is_not_imported_into(
    videogen: Videogen, places: Directories, tmp_path: Path
) -> None:
    lock = FileEngineLock(places.engine_lock)
    lock.acquire()
    try:
        assert videogen("import", str(tmp_path)).code == 6
    finally:
        lock.release()


@pytest.mark.skipif(sys.platform != "linux", reason="names of bytes, and rights, are Linux's here")
def test_what_cannot_be_read_is_a_line_and_the_rest_comes_in(
    videogen: Videogen, places: Directories, tmp_path: Path
) -> None:
    """One name that is not UTF-8 ended the import, a folder without `x` kept all of it away."""
    videogen("generate", "Mèo ăn phở", "--json")
    shutil.rmtree(places.backups, ignore_errors=True)
    clips = tmp_path / "clips"
    shutil.move(places.videos, clips)
    for left in places.data.glob("library.sqlite*"):
        left.unlink()
    (clip,) = clips.glob("*.mp4")
    odd = os.fsdecode(os.fsencode(clips) + b"/m\xe8o.mp4")
    shutil.copy(clip, odd)
    run = videogen("import", str(clips), "--json")
    assert run.code == 0, run.err
    assert len(run.json["added"]) == 1
    assert "unreadable" in run.out
    assert videogen("list").code == 0


@pytest.mark.skipif(sys.platform != "linux", reason="rights are Linux's here")
def test_a_folder_that_may_not_be_entered_is_a_line_and_the_rest_comes_in(
    places: Directories, tmp_path: Path
) -> None:
    """A folder without `x` kept everything away, a 000 folder was passed over in silence."""
    clips = tmp_path / "clips"
    listed, closed = clips / "listed", clips / "closed"
    for folder in (listed, closed, clips / "open"):
        folder.mkdir(parents=True)
        write_clip(folder / f"{folder.name}.mp4")
    try:
        listed.chmod(0o400)
        closed.chmod(0)
        run = in_own_process(
            "import", str(clips), "--untagged", "--json", prepare=without_roots_privilege
        )
    finally:
        listed.chmod(0o700)
        closed.chmod(0o700)
    assert run.code == 0, run.err
    assert run.json["files"] == {
        str(listed / "listed.mp4"): "unreadable",
        str(closed): "unreadable",
        str(clips / "open" / "open.mp4"): "added",
    }


def test_a_clip_of_an_absurd_date_comes_in_with_its_date_unknown(
    videogen: Videogen, tmp_path: Path
) -> None:
    """With 2^53-1 it stood above all others and ended `list --json`; with -1 it had no tags."""
    now = time.time_ns() // 1_000_000
    dates = (now - 60_000, now + 365 * 86_400_000, *ABSURD)
    for number, made_at in enumerate(dates):
        tagged(tmp_path / f"{number}.mp4", made_at, number)
    run = videogen("import", str(tmp_path), "--json")
    assert run.code == 0, run.err
    assert list(run.json["files"].values()) == ["added"] * len(dates)
    sound, *odd = videogen("list", "--json").json["videos"]
    assert (sound["prompt"], sound["created_at"]) == ("Mèo 0", rfc3339(now - 60_000))
    assert {video["created_at"] for video in odd} == {None}
    shown = videogen("list").out.splitlines()
    assert ["date unknown" in line for line in shown] == [False, False, *[True] * len(odd)]
    assert videogen("show", odd[0]["id"]).code == 0
    assert videogen("verify").code == 0


def tagged(path: Path, made_at: object, number: int) -> None:
    tags = ClipTags(
        f"6b6f0a2e-0000-4000-8000-{number:012}",
        VideoRequest("sandbox/video-1", f"Mèo {number}", {"aspect_ratio": "portrait"}),
        "sandbox",
    )
    comment = json.loads(tags.comment) | {"created_at_ms": made_at}
    plain = write_clip(path.with_suffix(".plain"), Recipe(frames=2, audio=None))
    write_tagged(plain, path, tags.title, json.dumps(comment))
    plain.unlink()
