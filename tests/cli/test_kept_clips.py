"""A paid video that cannot be played here is kept, said so, and not fetched again."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run, Videogen
from videogen_desktop.storage.directories import Directories

STRANGERS = Path(__file__).parents[1] / "fixtures" / "media"


def brought(
    videogen: Videogen, places: Directories, content: bytes, seconds: int = 20
) -> tuple[str, Run]:
    """A video whose result is this file: its id, and how `resume` ended that fetched it."""
    video = videogen("generate", "Mèo", "--no-wait", "--json").json
    served = places.local_server("sandbox") / "clips" / f"{video['task_id']}.small.mp4"
    served.parent.mkdir(exist_ok=True)
    served.unlink(missing_ok=True)
    served.write_bytes(content)
    return video["id"], videogen("resume", "--timeout", str(seconds))


@pytest.mark.parametrize(
    ("name", "suffix"), [("mp4v.mp4", ".mp4"), ("webm_as.mp4", ".webm"), ("dur_zero.mp4", ".mp4")]
)
def test_a_video_of_another_format_is_kept_and_fetched_once(
    videogen: Videogen, places: Directories, name: str, suffix: str
) -> None:
    content = (STRANGERS / name).read_bytes()
    video_id, run = brought(videogen, places, content)
    assert run.code == 0, run.err
    assert "cannot play this format" in run.err
    shown = videogen("show", video_id, "--json").json
    clip = Path(shown["file"])
    assert clip.name == f"Mèo{suffix}"
    assert clip.read_bytes() == content
    written = clip.stat()
    assert videogen("resume", "--timeout", "20").code == 0
    shown = videogen("show", video_id, "--json").json
    kinds = [event["kind"] for event in shown["timeline"]]
    assert [kinds.count(kind) for kind in ("downloaded", "plays_elsewhere")] == [1, 1]
    assert (clip.stat().st_ino, clip.stat().st_mtime_ns) == (written.st_ino, written.st_mtime_ns)


@pytest.mark.parametrize("name", ["free_first.mp4", "no_ftyp.mov"])
def test_a_file_that_begins_otherwise_and_decodes_is_a_clip(
    videogen: Videogen, places: Directories, name: str
) -> None:
    video_id, run = brought(videogen, places, (STRANGERS / name).read_bytes())
    assert (run.code, "cannot play" in run.err) == (0, False)
    shown = videogen("show", video_id, "--json").json
    assert {"downloaded"} <= {event["kind"] for event in shown["timeline"]}
    assert b'"application":"VideoGen Desktop"' in Path(shown["file"]).read_bytes()


def test_what_is_no_video_at_all_is_still_refused(videogen: Videogen, places: Directories) -> None:
    _, run = brought(videogen, places, b"<!DOCTYPE html><title>502 Bad Gateway</title>", 2)
    assert run.code != 0
    assert list(places.videos.glob("*.mp4")) == []
