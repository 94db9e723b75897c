"""Playing a clip in its card and in the viewer, by every key of the list that F1 shows."""

from PIL import Image, ImageChops

from tests.hands.person import Person


def position(person: Person) -> str:
    """Where the clip stands, as the viewer writes it."""
    part = person.sees(" / 0:0", "label")
    return "" if part is None else part.name


def has_name(person: Person, name: str) -> bool:
    return person.sees(name, "push button") is not None


def differ(one: Image.Image, other: Image.Image) -> bool:
    return any(ImageChops.difference(one, other).convert("L").histogram()[24:])


def test_a_click_in_the_middle_plays_the_clip_inside_its_card(owner: Person) -> None:
    card = owner.cards()[0]
    still = owner.picture(card.box)
    owner.click(card.at(0.5, 0.33))
    owner.until(lambda: differ(still, owner.picture(card.box)), "a clip that plays")
    assert owner.sees("Toàn màn hình") is None, "in the card, not in the viewer"


def test_every_key_of_the_viewer_does_what_the_list_says(owner: Person) -> None:
    owner.press("F1")
    for words in ("Toàn màn hình", "Thêm vào hoặc bỏ khỏi yêu thích", "Hoàn tác việc xóa video"):
        owner.find(words)
    owner.press("Escape")
    owner.until_gone("Hoàn tác việc xóa video")
    owner.click(owner.cards()[0].at(0.5, 0.85))
    owner.press("Return")
    owner.find("Toàn màn hình", "push button")
    owner.until(lambda: position(owner).startswith("0:01"), "the end of a short clip")
    for keys, there in (
        (("Home",), "0:00,0"),
        (("period",), "0:00,0"),
        (("5",), "0:00,5"),
        (("comma",), "0:00,4"),
        (("End",), "0:01"),
        (("j",), "0:00,0"),
        (("l",), "0:01"),
        (("Left",), "0:00,0"),
        (("Right",), "0:01"),
    ):
        owner.press(*keys)
        owner.until(lambda there=there: position(owner).startswith(there), f"{keys}: {there}")  # type: ignore[misc]
    for key, before, after in (
        ("m", "Tắt tiếng", "Bật tiếng"),
        ("h", "Yêu thích", "Bỏ yêu thích"),
        ("i", "Ẩn chi tiết", "Hiện chi tiết"),
        ("f", "Toàn màn hình", "Thoát toàn màn hình"),
    ):
        assert has_name(owner, before), before
        owner.press(key)
        owner.until(lambda after=after: has_name(owner, after), f"{key}: {after}")  # type: ignore[misc]
    assert owner.frame().box[2:] == (owner.desktop.width, owner.desktop.height)
    owner.press("Escape")
    owner.until(lambda: has_name(owner, "Toàn màn hình"), "the window again")
    owner.press("greater")
    owner.until(lambda: owner.sees("Tốc độ phát, 1,25×"), "a quicker clip")
    owner.press("less", "n")
    owner.until(lambda: has_name(owner, "Video trước"), "the second of three")
    owner.press("Prior")
    owner.until(lambda: not has_name(owner, "Video trước"), "the first of three")
    owner.press("Escape")
    owner.until(lambda: len(owner.cards()) == 3, "the cards again")
    owner.click(owner.find("Yêu thích", "check box"))
    owner.until(lambda: len(owner.cards()) == 1, "the one favourite")
