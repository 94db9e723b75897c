"""A clip that is looked at begins the next one: from a key in the viewer to the library."""

from pathlib import Path

import pytest

from tests.hands.desktop import Desktop
from tests.hands.person import Person
from tests.hands.test_outage import Provider


@pytest.mark.full
def test_a_frame_of_a_clip_begins_the_next_video(desktop: Desktop, tmp_path: Path) -> None:
    provider = Provider(desktop, tmp_path / "sandbox", speed="100")
    provider.start()
    variables = {"VIDEOGEN_API_BASE": provider.base, "VIDEOGEN_API_KEY": provider.key}
    with Person(desktop, tmp_path / "data", **variables) as person:
        person.until(lambda: person.sees("Mô tả", "text"), "the window")
        person.paste("a lotus at dawn")
        person.until(lambda: person.find("Tạo video", "push button").is_enabled, "the button")
        person.press("Return")
        person.find("a lotus at dawn, Hoàn thành", "list item")
        person.click(person.cards()[0].at(0.5, 0.85), times=2)
        person.find("Dùng khung hình này", "push button")
        person.press("u")
        person.until_gone("Đóng trình xem", "push button")
        person.until(lambda: "a lotus" in person.text(person.find("Mô tả", "text")), "the words")
        person.until(lambda: any(" × " in part.name for part in person.parts()), "the picture")
        person.type(", in the wind")
        person.press("Return")
        person.find("a lotus at dawn, in the wind, Hoàn thành", "list item")
        child, parent = person.videos()
        assert child["parent"] == parent["id"]
        assert [len(files) for files in child["images"].values()] == [1]
        person.click(person.cards()[0].at(0.5, 0.85), times=2)
        person.until(lambda: _relative(person, "a lotus at dawn"), "the parent in the viewer")
        person.find("Đã đưa vào", "label")
    provider.stop()


def _relative(person: Person, prompt: str) -> bool:
    names = [part.name for part in person.parts() if part.role == "push button"]
    return any(name.startswith(f"Nối tiếp từ: {prompt}") for name in names)
