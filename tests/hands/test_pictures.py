"""A video of a picture, by hand: model, choices, the picture, and the most that may be held."""

import json
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.hands.desktop import Desktop
from tests.hands.neighbour import Neighbour
from tests.hands.person import Person
from tests.hands.test_outage import Provider

FIRST_FRAME = "Khung hình đầu · 1280 × 720"


def a_picture(path: Path) -> Path:
    Image.linear_gradient("L").resize((1280, 720)).convert("RGB").save(path)
    return path


@pytest.mark.full
def test_a_video_of_a_picture_is_made_by_hand(desktop: Desktop, tmp_path: Path) -> None:
    provider = Provider(desktop, tmp_path / "sandbox", speed="100")
    provider.start()
    picture = a_picture(tmp_path / "sông.png")
    variables = {"VIDEOGEN_API_BASE": provider.base, "VIDEOGEN_API_KEY": provider.key}
    with Neighbour(desktop) as neighbour, Person(desktop, tmp_path / "data", **variables) as person:
        before = desktop.pixels()
        person.click(person.find("Mô hình: Kling 2.6", "push button"))
        # Qt tells no reader of a popup's parts: what it shows has to do.
        desktop.wait_for_change(before, 5)
        person.rest(0.3)
        person.type("wan 2.6 flash anh")
        person.rest(0.3)
        person.press("Return")
        person.find("Mô hình: Wan 2.6 Flash Image", "push button")
        person.click(person.find("Thời lượng: 5 giây", "button menu"))
        person.rest(0.3)
        person.press("Down", "Down", "Return")
        person.find("Thời lượng: 10 giây", "button menu")
        # Whatever was clicked, the next words go into the prompt.
        person.type("a lotus")
        neighbour.offer(str(picture))
        person.drag(neighbour.place, person.find("Mô tả", "text"))
        person.find(FIRST_FRAME, "push button")
        person.click(person.find("Bỏ: Khung hình đầu", "push button"))
        person.until_gone(FIRST_FRAME, "push button")
        person.click(person.find("Mô tả", "text"))
        person.paste_picture(picture)
        person.find(FIRST_FRAME, "push button")
        person.until(lambda: person.find("Tạo video", "push button").is_enabled, "the price")
        person.press("Return")
        # Nobody knows this model's price. The number is marked, and written over.
        person.find("Giữ và tạo video", "push button")
        person.type("150")
        person.press("Return")
        video = person.until(lambda: made(person), "its clip")
        assert video["model"] == "wan/2-6-flash-image-to-video"
        assert video["options"]["duration"] == 10
        assert [len(files) for files in video["images"].values()] == [1]
        money = json.loads(person.videogen("show", video["id"], "--json"))["money"]
        assert [step["amount"] for step in money if step["kind"] == "reserve"] == [150]
        # A card gives its picture; the one that went in has stayed for the next video.
        person.click(person.find("Bỏ: Khung hình đầu", "push button"))
        person.until_gone(FIRST_FRAME, "push button")
        person.drag(person.cards()[0].at(0.2, 0.3), person.find("Mô tả", "text"))
        person.find("Khung hình đầu · 320 × 180", "push button")
        assert len(person.cards()) == 1, "it is no import"
    provider.stop()


def made(person: Person) -> dict[str, Any] | None:
    """The newest video, once it has its file."""
    return next((video for video in person.videos()[:1] if video["file"]), None)
