"""A style, a kept description and an earlier one, with nothing but a pointer and keys."""

import pytest

from tests.hands.person import Person

WORDS = "Front-facing handheld".lower()


@pytest.mark.full
def test_a_style_is_seen_sent_and_taken_away_and_a_description_is_two_keys_away(
    owner: Person,
) -> None:
    before = len(owner.videos())
    owner.click(owner.find("Mô tả", "text"))
    owner.type("Con đê trên sông Nho Quê")
    owner.click(owner.find("Phong cách", "push button"))
    # Qt names no popup: it has the keyboard.
    owner.rest(0.5)
    owner.type("vlog doc")
    owner.press("Return")
    owner.find("Bỏ phong cách Vlog dọc", "push button")
    owner.find("Phong cách: Vlog dọc", "push button")
    owner.press("Return")
    owner.until(lambda: len(owner.videos()) == before + 1, "one video more")
    (made,) = [one for one in owner.videos() if one["prompt"].startswith("Con đê")]
    assert WORDS in made["prompt"]
    assert made["options"]["aspect_ratio"] == "portrait"

    # The next one is in it too; a description of an earlier video is two keys away.
    owner.press("slash")
    owner.rest(0.5)
    owner.press("Return")
    prompt = owner.find("Mô tả", "text")
    owner.until(lambda: owner.text(prompt) == "Con đê trên sông Nho Quê", "it is back")
    owner.click(owner.find("Bỏ phong cách Vlog dọc", "push button"))
    owner.until_gone("Bỏ phong cách Vlog dọc", "push button")
    owner.find("Phong cách", "push button")

    # Kept, and found in the library.
    owner.click(owner.find("Trợ giúp viết mô tả", "push button"))
    owner.rest(0.5)
    owner.press("Down", "Down", "Down", "Down", "Return")
    owner.until(lambda: any("Đã lưu mô tả" in part.name for part in owner.parts()), "it is kept")
    owner.click(owner.find("Trợ giúp viết mô tả", "push button"))
    owner.rest(0.5)
    owner.press("Up", "Return")
    owner.find("Lưu thay đổi", "push button")
    owner.press("Escape")
