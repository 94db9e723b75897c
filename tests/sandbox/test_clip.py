"""The clips: real, playable, and different."""

import os
from itertools import pairwise
from pathlib import Path
from typing import Any

import av
import pytest
from PIL import Image, ImageChops, ImageStat

from videogen_desktop.sandbox.clip_plan import usual_plan
from videogen_desktop.sandbox.encode import ClipAbandonedError, write_clip
from videogen_desktop.sandbox.records import Shape
from videogen_desktop.sandbox.scene import Scene
from videogen_desktop.sandbox.settings import ClipSize

FONT = Path(__file__).parents[2] / "resources" / "fonts" / "BeVietnamPro-SemiBold.ttf"
CAT = "Một con mèo chơi với cuộn len, quay chậm"


def draw(
    folder: Path, prompt: str = CAT, shape: Shape = "landscape", size: ClipSize = "small"
) -> Path:
    path = folder / f"{len(list(folder.iterdir()))}.mp4"
    write_clip(path, usual_plan(prompt, shape, size), font_path=FONT, stop=lambda: False)
    return path


def pictures(path: Path) -> list[Image.Image]:
    with av.open(str(path)) as container:
        frames: Any = container.decode(video=0)
        return [frame.to_image() for frame in frames]


def difference(first: Image.Image, second: Image.Image) -> float:
    return sum(ImageStat.Stat(ImageChops.difference(first, second)).mean)


@pytest.mark.parametrize(
    ("shape", "size", "pixels", "seconds"),
    [
        ("landscape", "small", (320, 180), 1),
        ("portrait", "small", (180, 320), 1),
        ("square", "small", (180, 180), 1),
        ("landscape", "full", (1280, 720), 5),
        # Drawing a large one takes seconds, and its shape is what a small one has too.
        pytest.param("portrait", "full", (720, 1280), 5, marks=pytest.mark.full),
    ],
)
def test_a_clip_is_vp9_and_aac_of_its_size_and_length(
    tmp_path: Path, shape: Shape, size: ClipSize, pixels: tuple[int, int], seconds: int
) -> None:
    with av.open(str(draw(tmp_path, shape=shape, size=size))) as container:
        video, audio = container.streams.video[0], container.streams.audio[0]
        assert (video.codec_context.name, audio.codec_context.name) == ("vp9", "aac")
        assert (video.width, video.height) == pixels
        assert video.codec_context.pix_fmt == "yuv420p"
        assert video.average_rate == 24
        assert video.frames == 24 * seconds
        assert container.duration is not None
        assert abs(container.duration / 1_000_000 - seconds) < 0.1
        first = next(container.decode(video=0))
        assert (first.width, first.height) == pixels


def test_a_clip_can_start_before_it_is_whole(tmp_path: Path) -> None:
    content = draw(tmp_path).read_bytes()
    assert content.index(b"moov") < content.index(b"mdat")


def test_the_sound_is_quiet_and_fades(tmp_path: Path) -> None:
    with av.open(str(draw(tmp_path, size="small"))) as container:
        resampler = av.AudioResampler(format="s16", layout="mono", rate=48_000)
        frames = [new for old in container.decode(audio=0) for new in resampler.resample(old)]
    peaks = [
        max(map(abs, memoryview(bytes(frame.planes[0])[: frame.samples * 2]).cast("h")))
        for frame in frames
    ]
    assert 500 < max(peaks) < 8_000
    assert peaks[0] < max(peaks) / 4


def test_two_prompts_give_two_pictures(tmp_path: Path) -> None:
    cat, sea = (pictures(draw(tmp_path, prompt))[12] for prompt in (CAT, "Sóng biển vỗ bờ"))
    assert difference(cat, sea) > 30


def test_a_clip_moves(tmp_path: Path) -> None:
    frames = pictures(draw(tmp_path))
    assert all(difference(first, second) > 0 for first, second in pairwise(frames))
    assert difference(frames[0], frames[-1]) > 3


def test_the_prompt_can_be_read_from_the_first_picture_on() -> None:
    """Bright strokes stand on a dark ground at the foot, where the text is."""
    first = Scene("MMMM MMMM", (1280, 720), 5, FONT).frame(0.0)
    foot = first.y.crop((56, 590, 500, 660))
    ((dark, bright),) = ImageStat.Stat(foot).extrema
    assert bright - dark > 110


@pytest.mark.parametrize(
    "prompt",
    ["🐱🧶", "\u0000\u200b\u202e", "猫" * 50, "a" * 5000, " \n\t ", "ệ" * 300, "Đ" + "\u0301" * 90],
)
def test_no_prompt_is_too_odd_to_draw(tmp_path: Path, prompt: str) -> None:
    assert len(pictures(draw(tmp_path, prompt))) == 24


def test_the_same_prompt_gives_the_same_picture(tmp_path: Path) -> None:
    first, second = (pictures(draw(tmp_path))[5] for _ in range(2))
    assert difference(first, second) < 1
    assert isinstance(first, Image.Image)


def test_an_abandoned_clip_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(ClipAbandonedError):
        plan = usual_plan(CAT, "landscape", "small")
        write_clip(tmp_path / "clip.mp4", plan, font_path=FONT, stop=lambda: True)
    assert list(tmp_path.iterdir()) == []


def test_two_that_draw_one_clip_at_once_leave_it_whole(tmp_path: Path) -> None:
    path, plan = tmp_path / "clip.mp4", usual_plan(CAT, "landscape", "small")
    asked = 0

    def another_meanwhile() -> bool:
        nonlocal asked
        asked += 1
        if asked == 12:
            write_clip(path, plan, font_path=FONT, stop=lambda: False)
        return False

    write_clip(path, plan, font_path=FONT, stop=another_meanwhile)
    assert len(pictures(path)) == 24
    assert list(tmp_path.iterdir()) == [path]


def test_what_a_killed_sandbox_had_begun_is_removed_later(tmp_path: Path) -> None:
    old, new = tmp_path / "one.part", tmp_path / "two.part"
    for part in (old, new):
        part.write_bytes(b"half")
    os.utime(old, (0, 0))
    clip = draw(tmp_path)
    assert set(tmp_path.iterdir()) == {clip, new}
