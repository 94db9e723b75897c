"""The provider goes away and comes back: said on the screen, and nothing is lost."""

import json
from pathlib import Path

import pytest

from tests.hands.desktop import Desktop, Program, end
from tests.hands.person import PROGRAMS, Person


class Provider:
    """A sandbox of its own, which can be switched off and on again under one address."""

    def __init__(self, desktop: Desktop, state: Path, speed: str = "0.5") -> None:
        self._desktop, self._state, self._speed = desktop, state, speed
        self._port = 0
        self.base = self.key = ""
        self.program: Program | None = None

    def start(self) -> None:
        self.program = self._desktop.start(
            *(str(PROGRAMS / "videogen"), "sandbox", "--port", str(self._port)),
            *("--state", str(self._state), "--speed", self._speed, "--clip", "small"),
            reads=True,
        )
        assert self.program.stdout is not None
        said = json.loads(self.program.stdout.readline())
        self.base, self.key = str(said["address"]), str(said["key"])
        self._port = int(self.base.rstrip("/").rsplit(":", 1)[1])

    def stop(self) -> None:
        assert self.program is not None
        end(self.program)


def check_again_in_the_viewer(person: Person) -> None:
    """What comes of it is said above the viewer, not beneath it (faults H5)."""
    person.click(person.find("a lotus", "list item").at(0.5, 0.85), times=2)
    person.click(person.find("Kiểm tra lại", "push button"))
    person.until(lambda: is_light_behind(person, "Chép thông báo"), "an alert over the viewer")
    person.press("Escape")
    person.until_gone("Đóng trình xem", "push button")


def is_light_behind(person: Person, name: str) -> bool:
    """Whether the corner of this button is as light as an alert: the viewer is dark."""
    part = person.sees(name, "push button")
    if part is None:
        return False
    left, top, _width, _height = part.box
    return any(person.picture((left, top, 1, 1)).convert("L").histogram()[200:])


@pytest.mark.full
def test_an_outage_is_said_and_its_end_too(desktop: Desktop, tmp_path: Path) -> None:
    provider = Provider(desktop, tmp_path / "sandbox")
    provider.start()
    variables = {"VIDEOGEN_API_BASE": provider.base, "VIDEOGEN_API_KEY": provider.key}
    with Person(desktop, tmp_path / "data", **variables) as person:
        person.until(lambda: person.sees("credits", "push button"), "the open library")
        person.click(person.find("Mô tả", "text"))
        person.type("a lotus")
        person.until(lambda: person.find("Tạo video", "push button").is_enabled, "the price")
        person.press("Return")
        person.find("a lotus", "list item")
        person.until(
            lambda: any(video["state"] in ("pending", "processing") for video in person.videos()),
            "an accepted video",
        )
        provider.stop()
        person.find("Không kết nối được với Kie từ ", "label")
        person.find("a lotus, ", "list item")
        check_again_in_the_viewer(person)
        provider.start()
        person.until_gone("Không kết nối được với Kie từ ", "label")
        person.find("a lotus, Hoàn thành", "list item")
        assert [video["state"] for video in person.videos()] == ["completed"]
    provider.stop()
