"""From one idea to thirty clips, with mouse and keyboard (DESIGN.md section 14)."""

import json
from pathlib import Path

import pytest

from tests.hands.batch_keys import QUEUE, ROWS, TABLE, has_rows, waits_first
from tests.hands.desktop import Desktop
from tests.hands.person import Person
from tests.hands.shortcut_sheet import see, walk

LINES = tuple(f"Ý tưởng {number}: phố cổ Hội An lên đèn" for number in range(1, 31))
IDEAS = tuple(f"đêm trăng {number}" for number in range(1, 11))


def is_ready(person: Person) -> bool:
    credit = person.sees("credits", "push button")
    return credit is not None and credit.is_enabled


@pytest.mark.full
@pytest.mark.parametrize(("width", "height"), [(1366, 768), (480, 800)])
def test_thirty_pasted_lines_are_thirty_clips_after_two_keys(
    tmp_path: Path, width: int, height: int
) -> None:
    with Desktop(width, height) as desktop:
        person = Person(desktop, tmp_path / "data", "--theme", "light")
        with person:
            person.click(person.find("Bắt đầu dùng thử", "push button"))
            person.until(lambda: is_ready(person), "the credits")
            person.copy_elsewhere("\n".join(LINES))
            # The two actions.
            person.press("ctrl+shift+v")
            button = person.find("Tạo 30 video", "push button")
            person.until(lambda: person.find(button.name).is_enabled, "the button")
            assert "3.000 credits" in button.name
            assert "còn 7.000" in button.name
            person.press("Return")
            person.until_gone("Tạo 30 video", "push button")
            person.until(lambda: person.sees("Tất cả  30"), "thirty cards")
            person.until(
                lambda: {one["state"] for one in person.videos()} == {"completed"}, "thirty clips"
            )
            assert {one["prompt"] for one in person.videos()} == set(LINES)
            assert person.leave() == 0
        person.videogen("verify")


@pytest.mark.full
def test_ten_clips_take_ten_keys_beside_their_descriptions(
    desktop: Desktop, tmp_path: Path
) -> None:
    with Person(desktop, tmp_path / "data", "--theme", "light") as person:
        person.click(person.find("Bắt đầu dùng thử", "push button"))
        person.until(lambda: is_ready(person), "the credits")
        keys = 0
        for number, idea in enumerate(IDEAS, 1):
            person.type(idea)
            person.until(lambda: person.find("Tạo video", "push button").is_enabled, "the button")
            person.press("Return")
            keys += 1
            person.until(lambda wanted=number: len(person.videos()) == wanted, "its card")  # type: ignore[misc]
        assert [one["prompt"] for one in person.videos()] == list(reversed(IDEAS))
        assert keys <= 20


@pytest.mark.full
def test_the_keys_of_the_table(desktop: Desktop, tmp_path: Path) -> None:
    with Person(desktop, tmp_path / "data", "--theme", "light") as person:
        person.click(person.find("Bắt đầu dùng thử", "push button"))
        person.until(lambda: is_ready(person), "the credits")
        person.copy_elsewhere(ROWS)
        person.press("ctrl+shift+v")
        see(person, has_rows(3), "three rows")
        person.find("Xem dòng đầu tiên", "push button")
        person.click(person.find("Mô tả: hai"))
        walk(person, TABLE)


@pytest.mark.full
def test_the_queue_is_put_in_order_with_keys_and_asks_after_a_restart(
    desktop: Desktop, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    data.mkdir()
    # One at a time: the others wait in the queue.
    settings = {"version": 1, "welcomed": True, "spend_guards": {"sandbox": {"in_flight_cap": 1}}}
    (data / "settings.json").write_text(json.dumps(settings))
    slowly = {"VIDEOGEN_SANDBOX_ARGUMENTS": "--speed 0.2 --clip small"}
    with Person(desktop, data, "--theme", "light", **slowly) as person:
        person.until(lambda: is_ready(person), "the credits")
        person.copy_elsewhere("một\nhai\nba\nbốn")
        person.press("ctrl+shift+v")
        person.until(lambda: person.find("Tạo 4 video", "push button").is_enabled, "the button")
        person.press("Return")
        person.until_gone("Tạo 4 video", "push button")
        person.press("ctrl+b")
        person.click(person.find("Hàng đợi", "check box"))
        see(person, waits_first("hai"), "the queue")
        person.click(person.find("1.  hai"))
        walk(person, QUEUE)
        assert person.leave() == 0
        person.start()
        question = person.find("Gửi tiếp", "label")
        assert "video đang chờ?" in question.name
        waiting = [one for one in person.videos() if one["state"] == "reserved"]
        # Nobody wants yesterday's queue paid for today: Escape sends nothing.
        person.press("Escape")
        person.until_gone(question.name)
        assert [one for one in person.videos() if one["state"] == "reserved"] == waiting
        assert waiting
