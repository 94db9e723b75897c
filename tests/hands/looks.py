"""What is looked for on the screen after a key, and the walks of the keys that players share."""

from tests.hands.person import Person
from tests.hands.shortcut_sheet import Look, Step, Walks


def shows(name: str, role: str = "push button") -> Look:
    """Whether a part of exactly this name shows."""
    return lambda person: any(part.name == name and part.role == role for part in person.parts())


def stands_at(time: str) -> Look:
    """Whether the viewer writes this position."""
    return lambda person: person.sees(f"{time} / 0:0", "label")


def volume(below: float, above: float = -1.0) -> Look:
    def look(person: Person) -> bool:
        slider = person.sees("Âm lượng", "slider")
        return slider is not None and above < person.value(slider) < below

    return look


def has_size(width: int, height: int) -> Look:
    return lambda person: person.frame().box[2:] == (width, height)


def current(number: int) -> Look:
    """Whether the keyboard is on this card, counted as a reader goes through them."""
    return lambda person: [card.is_focused for card in person.cards()].index(True) == number


def selected(count: int) -> Look:
    return lambda person: sum(card.is_selected for card in person.cards()) == count


def all_selected(person: Person) -> bool:
    """Whether every card in sight is, and so one further than the keyboard's."""
    cards = person.cards()
    return len(cards) > 1 and all(card.is_selected for card in cards)


def has_focus(name: str) -> Look:
    return lambda person: name in getattr(person.focused(), "name", "")


def prompt_is(text: str) -> Look:
    return lambda person: person.text(person.find("Mô tả", "text")) == text


def has_cards(count: int) -> Look:
    return lambda person: len(person.cards()) == count


def copied(text: str) -> Look:
    return lambda person: person.desktop.ask("xclip", "-selection", "clipboard", "-out") == text


def copied_file(person: Person) -> bool:
    """Whether a file manager would paste one clip now."""
    kind = ("-target", "x-special/gnome-copied-files")
    said = person.desktop.ask("xclip", "-selection", "clipboard", *kind, "-out").split("\n")
    return len(said) == 2 and said[0] == "copy" and said[1].endswith(".mp4")


def takes(cards: int) -> Look:
    """Whether so many cards show the request that was made twice."""
    return lambda person: sum("Ghe xuồng" in card.name for card in person.cards()) == cards


def has_width(least: int, most: int) -> Look:
    """Whether the first card is so wide."""
    return lambda person: least <= person.cards()[0].box[2] <= most


def calendar(person: Person) -> bool:
    """Whether something white lies over the upper corner of the cards; Qt names no popup."""
    x, y, *_ = person.find("Thư viện video", "list").box
    return person.picture((x + 30, y + 3, 4, 4)).getpixel((1, 1)) == (255, 255, 255)


def gone(look: Look) -> Look:
    return lambda person: not look(person)


def player_walks(play: tuple[Step, ...], repeat: tuple[Step, ...], start: str) -> Walks:
    """Of clips of a second; `start` is how their beginning is written."""
    return {
        "Phát hoặc tạm dừng: Phím cách, K": play,
        "Bật hoặc tắt lặp lại: R": repeat,
        "Về đầu hoặc đến cuối: Home, End": (
            ("End", stands_at("0:01,00")),
            ("Home", stands_at(start)),
        ),
        "Lùi hoặc tiến một khung hình: ,, .": (
            ("period", stands_at("0:00,06")),
            ("comma", stands_at("0:00,02")),
        ),
        "Lùi hoặc tiến 3 giây: J, L": (("l", stands_at("0:01,00")), ("j", stands_at(start))),
        "Lùi hoặc tiến 1 giây: Trái, Phải": (
            ("Right", stands_at("0:01,00")),
            ("Left", stands_at(start)),
        ),
        "Phát chậm hoặc nhanh hơn: <, >": (
            ("greater", shows("Tốc độ phát, 1,25×")),
            ("less", shows("Tốc độ phát, 1×")),
        ),
        "Bật hoặc tắt tiếng: M": (("m", shows("Bật tiếng")), ("m", shows("Tắt tiếng"))),
        "To hoặc nhỏ tiếng hơn: Lên, Xuống": (("Down", volume(79)), ("Up", volume(81, 79))),
    }
