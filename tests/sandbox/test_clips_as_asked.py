"""Clips show what was asked for: length, size, sound, and the pictures and videos that went in."""

import io
import json
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

import av
import pytest
from PIL import Image

from tests.sandbox.client import Client, ClientFactory, urls_in
from tests.sandbox.test_clip import FONT, difference, pictures
from videogen_desktop.sandbox.catalogue import Model, Slot
from videogen_desktop.sandbox.clip_plan import ClipPlan, clip_plan
from videogen_desktop.sandbox.encode import frames_per_second, write_clip
from videogen_desktop.sandbox.pricing import Surroundings
from videogen_desktop.sandbox.records import Task, scripted

FIELDS = ("ratio", "length", "size", "sound", "first", "last", "many", "video", "before", "factor")
MODEL = Model(
    *("maker/model", "Model", "Maker", ("image",), ("Image to Video",)),
    *({name: {} for name in FIELDS}, ()),
    wires={
        **{"aspect_ratio": "ratio", "duration": "length", "resolution": "size", "audio": "sound"},
        "upscale_factor": "factor",
    },
    slots=(
        Slot("first_frame", "image", "first"),
        Slot("last_frame", "image", "last"),
        Slot("reference", "image", "many"),
        Slot("source", "video", "video"),
    ),
    parent="before",
)


def plan(*kinds: str, small: bool = False, **asked: Any) -> ClipPlan:
    model = replace(MODEL, kinds=kinds or ("image",))
    param = json.dumps({"input": json.dumps(asked)})
    task = Task(
        *("a", "a", model.name, "Mèo", "landscape", param, "success", 0), scripted("a", 0, 1)
    )
    surroundings = Surroundings(
        lambda name: task if name == "earlier" else None,
        lambda url: Path(url.removeprefix("here:")) if url.startswith("here:") else None,
    )
    return clip_plan(
        *(task, {model.name: model}, surroundings, "small" if small else "full"),
        *(lambda _: Path("earlier.mp4"), lambda path: (640, 480) if path.suffix else (0, 0)),
    )


@pytest.mark.parametrize(
    ("asked", "sides"),
    [
        ({"ratio": "16:9", "size": "720p"}, (1280, 720)),
        ({"ratio": "9:16", "size": "1080P"}, (1080, 1920)),
        ({"ratio": "1:1", "size": "480p"}, (480, 480)),
        ({"ratio": "4:3", "size": "768P"}, (1024, 768)),
        ({"ratio": "21:9", "size": "4k"}, (5040, 2160)),
        ({"ratio": "16:9", "size": "2K"}, (2560, 1440)),
        ({"ratio": "landscape"}, (1280, 720)),
        ({"ratio": "adaptive"}, (1280, 720)),
        ({"ratio": "adaptive", "first": "here:a.png"}, (960, 720)),
        ({"first": "elsewhere"}, (1280, 720)),
    ],
)
def test_a_clip_has_the_ratio_and_the_resolution_that_were_asked_for(
    asked: dict[str, Any], sides: tuple[int, int]
) -> None:
    assert plan(**asked).sides == sides


def test_a_small_clip_stays_small_and_keeps_its_ratio() -> None:
    small = plan(small=True, ratio="9:16", size="4k", length=30)
    assert (small.sides, small.seconds) == ((180, 320), 6)


@pytest.mark.parametrize(("asked", "seconds"), [("8", 8), (15, 15), ("6s", 6), (-1, 5), (None, 5)])
def test_a_clip_is_as_long_as_asked(asked: object, seconds: int) -> None:
    assert plan(length=asked).seconds == seconds


def test_what_would_take_minutes_to_draw_has_fewer_frames() -> None:
    assert frames_per_second(plan(size="1080p", length=10)) == 24
    assert 4 <= frames_per_second(plan(size="4k", length=15)) < 10


def test_an_upscaled_clip_is_the_earlier_one_and_larger() -> None:
    larger = plan("upscale", before="earlier")
    assert (larger.like, larger.sides) == (Path("earlier.mp4"), (1280, 960))
    assert plan("upscale", before="earlier", factor="4").sides == (2560, 1920)
    assert min(plan("upscale", small=True, before="earlier").sides) > 180


def test_an_extension_follows_the_earlier_clip() -> None:
    assert plan("extend", before="earlier").follows == Path("earlier.mp4")
    assert plan("extend", video="here:own.mp4").follows == Path("own.mp4")
    assert plan("edit", video="here:own.mp4").like == Path("own.mp4")


RED, GREEN, BLUE = (200, 30, 30), (30, 180, 30), (30, 30, 200)


def picture(folder: Path, colour: tuple[int, int, int]) -> Path:
    path = folder / f"{colour}.png"
    shown = Image.new("RGB", (320, 180), colour)
    shown.paste((240, 240, 240), (100, 60, 140, 100))
    shown.save(path)
    return path


def drawn(folder: Path, **how: Any) -> list[Image.Image]:
    path = folder / f"{next(_NUMBERS)}.mp4"
    chosen = ClipPlan("Mèo", (320, 180), 1, **how)
    write_clip(path, chosen, font_path=FONT, stop=lambda: False)
    return pictures(path)


_NUMBERS = count()


def near(shown: Image.Image, colour: tuple[int, int, int], place: tuple[int, int]) -> bool:
    pixel: Any = shown.getpixel(place)
    return all(abs(a - b) < 25 for a, b in zip(pixel, colour, strict=True))


def test_a_first_frame_moves_and_turns_into_the_last(tmp_path: Path) -> None:
    red, blue = picture(tmp_path, RED), picture(tmp_path, BLUE)
    alone = drawn(tmp_path, first=red)
    assert difference(alone[0], Image.open(red).convert("RGB")) < 12
    assert difference(alone[0], alone[-1]) > 3
    assert all(near(shown, RED, (260, 150)) for shown in alone)
    both = drawn(tmp_path, first=red, last=blue)
    assert near(both[0], RED, (260, 150)) and near(both[-1], BLUE, (260, 150))
    assert difference(both[-1], Image.open(blue).convert("RGB")) < 12


def test_references_stand_side_by_side(tmp_path: Path) -> None:
    three = tuple(picture(tmp_path, colour) for colour in (RED, GREEN, BLUE))
    shown = drawn(tmp_path, references=three)[0]
    places = ((50, 150), (160, 150), (270, 150))
    assert [
        near(shown, colour, place) for colour, place in zip((RED, GREEN, BLUE), places, strict=True)
    ] == [True] * 3


def test_what_follows_a_clip_begins_with_its_last_frame(tmp_path: Path) -> None:
    earlier = tmp_path / "earlier.mp4"
    chosen = ClipPlan(
        "Mèo", (320, 180), 1, first=picture(tmp_path, RED), last=picture(tmp_path, GREEN)
    )
    write_clip(earlier, chosen, font_path=FONT, stop=lambda: False)
    assert near(drawn(tmp_path, follows=earlier)[0], GREEN, (260, 150))
    again = drawn(tmp_path, like=earlier)
    assert near(again[0], RED, (260, 150)) and near(again[-1], GREEN, (260, 150))


def test_a_picture_that_cannot_be_read_leaves_the_scenery(tmp_path: Path) -> None:
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"no picture")
    assert len(drawn(tmp_path, first=broken)) == 24


def test_sound_that_is_off_is_no_track(tmp_path: Path) -> None:
    path = tmp_path / "clip.mp4"
    silent = ClipPlan("Mèo", (180, 320), 1, sound=False)
    write_clip(path, silent, font_path=FONT, stop=lambda: False)
    with av.open(str(path)) as clip:
        assert [stream.type for stream in clip.streams] == ["video"]
    assert plan(sound=False).sound is False and plan().sound is True


def test_a_finished_clip_is_made_larger_by_its_id_or_by_its_address(client: ClientFactory) -> None:
    kie = client()
    veo = {"prompt": "Mèo", "aspect_ratio": "9:16", "generation_type": "TEXT_2_VIDEO"}
    task_id = kie.post({"model": "veo-3-1", "input": veo})["data"]["taskId"]
    (url,) = urls_in(kie.finished(task_id))
    assert sides_of(kie, url) == (180, 320)
    by_id = kie.post({"model": "veo/get-4k-video", "input": {"task_id": task_id, "index": 0}})
    by_address = kie.post(
        {"model": "topaz/video-upscale", "input": {"video_url": url, "upscale_factor": "2"}}
    )
    for answer in (by_id, by_address):
        (larger,) = urls_in(kie.finished(answer["data"]["taskId"]))
        assert sides_of(kie, larger) == (360, 640)


def sides_of(kie: Client, url: str) -> tuple[int, int]:
    with av.open(io.BytesIO(kie.fetch(url).content)) as clip:
        return clip.streams.video[0].width, clip.streams.video[0].height
