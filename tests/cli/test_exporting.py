"""`videogen join` and `videogen export`: out of the library, beside whatever runs."""

import json
import signal
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Videogen, ended, start_process
from tests.media.clip_files import Recipe, write_clip
from tests.media.export_files import numbered, seen
from videogen_desktop.cli.exporting import _trim
from videogen_desktop.media.tagging import read_tags, write_tagged
from videogen_desktop.storage.directories import Directories
from videogen_desktop.storage.engine_lock import FileEngineLock

ALL = list(range(24))
REFUSED = {
    ("--name", "{giờ}"): "knows no “giờ”",
    ("--folder", "/nowhere/at/all"): "its folder does not exist",
    ("--target", "fax"): "invalid choice",
}


@pytest.fixture
def ids(videogen: Videogen, tmp_path: Path) -> list[str]:
    """Two videos, with clips whose frames say their number."""
    made = [videogen("generate", prompt, "--json").json for prompt in ("Mèo ăn phở", "Chó")]
    for one in made:
        plain = write_clip(tmp_path / "plain.mp4", Recipe(frames=24, picture=numbered))
        write_tagged(plain, Path(str(one["file"])), "Mèo", '{"application":"VideoGen Desktop"}')
        plain.unlink()
    return [str(one["id"]) for one in made]


def test_clips_are_joined_and_copied_beside_an_engine_that_runs(
    videogen: Videogen, places: Directories, ids: list[str], tmp_path: Path
) -> None:
    lock = FileEngineLock(places.engine_lock)
    lock.acquire()
    try:
        target = tmp_path / "phim.mp4"
        run = videogen(
            *("join", *ids, "--output", str(target), "--trim", "-", "--trim", "0.25-1", "--json")
        )
        assert run.code == 0, run.err
        assert run.json == {"files": [str(target)], "error": None, "keeping_prompt": 0}
        assert seen(target).numbers == [*ALL, *ALL[3:12]]
        assert "Encoding" in run.err

        again = videogen("join", *ids, "--output", str(target))
        assert again.code == 2
        assert "exists already" in again.err

        folder = tmp_path / "TikTok"
        folder.mkdir()
        words = ("export", *ids, "--folder", str(folder), "--name", "{số} {title}")
        run = videogen(*words, "--without-prompt")
        assert run.code == 0, run.err
        names = ["01 Chó.mp4", "01 Mèo ăn phở.mp4"]
        assert sorted(path.name for path in folder.iterdir()) == names
        assert read_tags(folder / names[0]) == {"title": "", "comment": ""}
        assert run.out.splitlines() == [str(folder / name) for name in reversed(names)]
        for refused, said in REFUSED.items():
            run = videogen("export", ids[0], *refused)
            assert run.code == 2
            assert said in run.err
    finally:
        lock.release()
    assert videogen("verify").code == 0


@pytest.mark.full
def test_an_export_to_a_target_and_a_project_folder(
    videogen: Videogen, ids: list[str], tmp_path: Path
) -> None:
    run = videogen("export", ids[0], "--target", "youtube", "--folder", str(tmp_path), "--json")
    assert run.code == 0, run.err
    (file,) = run.json["files"]
    assert seen(Path(file)).sides == (1920, 1080)
    run = videogen("export", *ids, "--project", "Dự án", "--folder", str(tmp_path), "--json")
    assert run.json["files"] == [str(tmp_path / "Dự án")]
    assert len(list((tmp_path / "Dự án").iterdir())) == 4


def test_an_id_that_is_nobodys_ends_as_everywhere(videogen: Videogen, tmp_path: Path) -> None:
    run = videogen("join", "abcdef", "--output", str(tmp_path / "a.mp4"), "--json")
    assert run.code == 2
    assert json.loads(run.out)["error"]
    assert not list(tmp_path.glob("*.mp4"))


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("-", (0, None)),
        ("1.5-4", (1500, 4000)),
        ("-3", (0, 3000)),
        ("1:30-", (90_000, None)),
        ("0.0417-1:00.5", (42, 60_500)),
    ],
)
def test_a_cut_is_told_in_seconds_or_minutes(text: str, cut: tuple[int, int | None]) -> None:
    assert _trim(text) == cut


@pytest.mark.full
@pytest.mark.skipif(sys.platform == "win32", reason="sends SIGINT")
def test_an_interrupted_join_leaves_nothing_and_says_so(
    places: Directories, ids: list[str], tmp_path: Path
) -> None:
    folder = tmp_path / "ra"
    folder.mkdir()
    words = ("join", *ids * 40, "--target", "tiktok", "--output", str(folder / "a.mp4"), "--json")
    process = start_process(*words)
    assert process.stderr.readline()
    process.send_signal(signal.SIGINT)
    run = ended(process)
    assert run.code == 130, run.err
    assert run.json == {"files": [], "error": "Interrupted.", "keeping_prompt": 0}
    assert list(folder.iterdir()) == []
    assert list(places.unfinished.iterdir()) == []
