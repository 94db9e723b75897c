"""All that a creator does in a day, in one window, with what each part of it takes in actions."""

import json
from collections import Counter
from functools import partial
from pathlib import Path
from typing import Any

import av
import pytest

from tests.hands.cards import CONTINUE, SAVE, control
from tests.hands.compare_keys import COMPARES
from tests.hands.desktop import Desktop
from tests.hands.person import Person
from tests.hands.reading import Part

IDEAS = tuple(f"y tuong {number} trong ngay" for number in range(1, 11))
LINES = tuple(f"Ý tưởng {number}: phố cổ Hội An lên đèn" for number in range(1, 31))
BEST = "con meo choi voi cuon len"
OPENING = 10_000
# Of a description alone; what goes on from a frame is another model's.
PRICE, PRICE_FROM_FRAME = 100, 60
# Everything that costs: ten, thirty, three takes, and what goes on from the one that is kept.
TAKES = 3
KEEPS = [f"Giữ video {number}" for number in range(1, TAKES + 1)]
MADE = len(IDEAS) + len(LINES) + TAKES + 1


@pytest.mark.full
@pytest.mark.parametrize(("width", "height"), [(1366, 768), (480, 800)])
def test_the_day_of_a_creator(tmp_path: Path, width: int, height: int) -> None:
    folder = tmp_path / "TikTok"
    folder.mkdir()
    with Desktop(width, height) as desktop, Person(desktop, tmp_path / "data") as person:
        person.click(person.find("Bắt đầu dùng thử", "push button"))
        person.until(lambda: _button(person, "credits"), "the credits")
        person.click(person.find("Dọc, ", "check box"))
        _ten_ideas(person)
        _a_batch_of_thirty(person)
        _three_takes(person)
        _the_best_of_them(person)
        _the_last_frame_goes_on(person)
        _into_the_folder(person, folder)
        _three_become_one(person, folder)
        assert person.leave() == 0
        _is_right(person)


def _ten_ideas(person: Person) -> None:
    with person.counted() as actions:
        for idea in IDEAS:
            person.type(idea)
            person.press("Return")
            person.until(lambda: _prompt(person) == "", "room for the next idea")
    assert _only(actions, "keys")
    assert actions.total() <= 20, actions
    _all_completed(person, len(IDEAS))
    assert [one["prompt"] for one in person.videos()] == list(reversed(IDEAS))


def _a_batch_of_thirty(person: Person) -> None:
    person.copy_elsewhere("\n".join(LINES))
    with person.counted() as actions:
        person.press("ctrl+shift+v")
        person.until(lambda: _button(person, "Tạo 30 video"), "the button")
        assert "3.000 credits" in person.find("Tạo 30 video", "push button").name
        person.press("Return")
        person.until_gone("Tạo 30 video", "push button")
    assert actions.total() <= 5, actions
    _all_completed(person, len(IDEAS) + len(LINES))
    assert {one["prompt"] for one in person.videos()} == {*IDEAS, *LINES}


def _three_takes(person: Person) -> None:
    with person.counted() as actions:
        person.click(person.find("Thêm một video", "push button"), times=2)
        person.type(BEST)
        person.press("Return")
    assert actions == {"clicks": 2, "keys": 1}
    person.until(lambda: len(_takes(person)) == 1, "one card for three")
    _all_completed(person, len(IDEAS) + len(LINES) + TAKES)
    with person.counted() as actions:
        person.click(_takes(person)[0].at(0.5, 0.2))
        person.press("t")
        person.until(lambda: len(_takes(person)) > 1, "all in place")
    assert actions.total() <= 2, actions


def _the_best_of_them(person: Person) -> None:
    before = {one["id"] for one in person.videos() if one["prompt"] == BEST}
    with person.counted() as actions:
        person.press("shift+Right", "shift+Right", "s")
        person.until(lambda: COMPARES(person), "three clips side by side")
        # What was not seen yet is not to be thrown away.
        person.until(lambda: all(map(partial(_button, person), KEEPS)), "three to choose from")
        person.press("2")
        person.until(lambda: len(_takes(person)) == 1, "the one that is kept")
    assert actions == {"keys": 4}
    kept = [one["id"] for one in person.videos() if one["prompt"] == BEST]
    assert len(kept) == 1
    assert kept[0] in before


def _the_last_frame_goes_on(person: Person) -> None:
    with person.counted() as actions:
        person.click(control(person, _takes(person)[0], CONTINUE))
        person.until(lambda: _sees_picture(person), "the picture")
        person.until(lambda: _button(person, "Tạo video"), "the button")
        person.click(person.find("Tạo video", "push button"))
    assert actions == {"clicks": 2}
    _all_completed(person, MADE - TAKES + 1)
    child, *others = person.videos()
    assert child["parent"] in {one["id"] for one in others}


def _into_the_folder(person: Person, folder: Path) -> None:
    # The folder is asked for once.
    person.click(control(person, person.cards()[0], SAVE))
    person.click(person.find("Chọn thư mục…", "push button"))
    _choose(person, folder)
    person.press("Return")
    person.until(lambda: len(_saved(folder)) == 1, "the first file")
    with person.counted() as actions:
        person.click(control(person, person.cards()[1], SAVE))
        person.until(lambda: len(_saved(folder)) == 2, "the second file")
    assert actions == {"clicks": 1}


def _three_become_one(person: Person, folder: Path) -> None:
    with person.counted() as actions:
        person.click(person.cards()[0].at(0.5, 0.2))
        person.press("shift+Right", "shift+Right")
        person.click(person.find("Ghép…", "push button"))
        _scroll_to(person, "TikTok, Reels, Shorts")
        person.click(person.find("TikTok, Reels, Shorts", "radio button"))
        person.click(person.find("Ghép 3 video", "push button"))
        person.until_gone("Ghép 3 video", "push button")
    assert actions.total() - actions["turns"] <= 6, actions
    person.until(lambda: len(_saved(folder)) == 3, "the film")
    film = max(_saved(folder), key=lambda path: path.stat().st_mtime)
    with av.open(str(film)) as opened:
        video = opened.streams.video[0]
        assert (video.width, video.height) == (1080, 1920)
        assert opened.duration == pytest.approx(3_000_000, abs=200_000)


def _is_right(person: Person) -> None:
    """What the library says of the day: each video once, each credit where it went, also those of
    the takes in the bin."""
    videos, gone = person.videos(), TAKES - 1
    made = Counter((one["state"], one["cost"]) for one in videos)
    assert made == {("completed", PRICE): MADE - gone - 1, ("completed", PRICE_FROM_FRAME): 1}
    assert all(Path(one["file"]).is_file() for one in videos)
    (wallet,) = json.loads(person.videogen("ledger", "--json"))["wallets"]
    assert wallet["available"] == OPENING - sum(one["cost"] for one in videos) - gone * PRICE
    assert sum(entry["amount"] for entry in wallet["entries"]) == wallet["available"]
    person.videogen("verify")


def _choose(person: Person, folder: Path) -> None:
    """Type it into the system's dialog."""
    person.find("Chọn thư mục…", "dialog")
    person.press("ctrl+a")
    person.type(str(folder))
    person.press("Return")
    person.until(lambda: person.sees("TikTok", "label"), "the folder in the dialog")
    person.find("Ví dụ: ", "label")


def _scroll_to(person: Person, name: str) -> None:
    """Where the dialog is low, what it is exported for is below its edge."""
    edge = person.find("Lưu vào: ", "label").box[1]
    while person.find(name, "radio button").box[1] + 28 > edge:
        person.wheel(person.find("Dùng cho", "label"), 1)


def _all_completed(person: Person, count: int) -> None:
    def look() -> bool:
        states: list[Any] = [one["state"] for one in person.videos()]
        return states == ["completed"] * count

    person.until(look, f"{count} clips")
    person.until(lambda: person.sees(f"Tất cả  {count}"), "their number")


def _button(person: Person, name: str) -> bool:
    part = person.sees(name, "push button")
    return part is not None and part.is_enabled


def _prompt(person: Person) -> str:
    return person.text(person.find("Mô tả", "text"))


def _takes(person: Person) -> list[Part]:
    return [card for card in person.cards() if card.name.startswith(BEST)]


def _sees_picture(person: Person) -> bool:
    return any(" × " in part.name for part in person.parts())


def _saved(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix == ".mp4")


def _only(actions: Counter[str], kind: str) -> bool:
    return set(actions) <= {kind}
