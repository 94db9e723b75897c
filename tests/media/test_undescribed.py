"""A copy that says nothing of itself in words is the same clip in everything else."""

import json
from pathlib import Path

import pytest

from tests.media.clip_files import Recipe, write_clip
from tests.media.test_clips_stay import samples
from tests.media.unusual_clips import CREDENTIALS, RECIPES
from videogen_desktop.media.protocol import Refusal, RefusedFileError
from videogen_desktop.media.tagging import read_tags, write_tagged
from videogen_desktop.media.undescribed import write_undescribed

SECRET = "Lời nhắc bí mật"
STRANGERS = Path(__file__).parents[1] / "fixtures" / "media"


@pytest.mark.parametrize(
    "name",
    ["h264", "a title of its own", "a title of its own, by keys", "quicktime", "fragments"],
)
def test_no_word_of_the_prompt_is_left_and_every_sample_is(tmp_path: Path, name: str) -> None:
    plain = write_clip(tmp_path / "plain.mp4", RECIPES[name])
    clip, copy = tmp_path / "a.mp4", tmp_path / "copy.mp4"
    write_tagged(plain, clip, SECRET, json.dumps({"prompt": SECRET}, ensure_ascii=False))
    assert SECRET.encode() in clip.read_bytes()
    assert write_undescribed(clip, copy)
    assert SECRET.encode() not in copy.read_bytes()
    assert "Của người khác".encode() not in copy.read_bytes()
    assert read_tags(copy) == {"title": "", "comment": ""}
    assert copy.stat().st_size == clip.stat().st_size
    # Samples lie where they lay.
    assert samples(copy)[-3:] == samples(clip)[-3:]
    assert not write_undescribed(copy, tmp_path / "again.mp4")


def test_a_mark_of_its_origin_stays(tmp_path: Path) -> None:
    clip, copy = tmp_path / "a.mp4", tmp_path / "copy.mp4"
    write_tagged(STRANGERS / "aigc.mp4", clip, SECRET, "{}")
    assert b"AIGC" in clip.read_bytes()
    assert write_undescribed(clip, copy)
    assert b"AIGC" in copy.read_bytes()


def test_a_clip_that_says_nothing_is_left_alone(tmp_path: Path) -> None:
    clip = write_clip(tmp_path / "a.mp4", Recipe())
    assert not write_undescribed(clip, tmp_path / "copy.mp4")
    assert not (tmp_path / "copy.mp4").exists()


@pytest.mark.parametrize("name", CREDENTIALS)
def test_content_credentials_stay_whole(tmp_path: Path, name: str) -> None:
    clip = tmp_path / "a.mp4"
    clip.write_bytes(b"".join(CREDENTIALS[name](tmp_path)))
    with pytest.raises(RefusedFileError) as refused:
        write_undescribed(clip, tmp_path / "copy.mp4")
    assert refused.value.reason is Refusal.CREDENTIALS
