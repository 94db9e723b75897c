"""The list that F1 shows, as a person reads it, and walks through all that it promises."""

from collections.abc import Callable, Iterable

from tests.hands.person import Person

# As the sheet heads its parts; what stands under another heading has no walk.
PLACES = (
    "Ở mọi nơi",
    "Ô mô tả",
    "Tìm kiếm",
    "Bộ sưu tập",
    "Thư viện",
    "Trình xem video",
    "Nhiều video cùng lúc",
    "Cắt và ghép",
    "So sánh video",
)
# The sheet's Vietnamese words for keys, and what X calls them.
_NAMES = {
    "Trái": "Left",
    "Phải": "Right",
    "Lên": "Up",
    "Xuống": "Down",
    "Phím cách": "space",
    "Enter": "Return",
    "Esc": "Escape",
    "PgUp": "Prior",
    "PgDown": "Next",
    "Del": "Delete",
    ",": "comma",
    ".": "period",
    "/": "slash",
    "-": "minus",
    "<": "less",
    ">": "greater",
}
Look = Callable[[Person], object]
# One key, and what is seen after it.
Step = tuple[str, Look]
# By the sheet's own line: what it says, a colon, its keys.
Walks = dict[str, tuple[Step, ...]]


def _shows(name: str) -> Look:
    return lambda person: person.sees(name)


def _hides(name: str) -> Look:
    return lambda person: person.sees(name) is None


# On a collection of the list beside the cards.
COLLECTIONS: Walks = {
    "Đổi tên: F2": (("F2", _shows("Tên bộ sưu tập")), ("Escape", _hides("Tên bộ sưu tập"))),
    "Xóa, các video vẫn còn: Del": (
        ("Delete", _shows("Xóa bộ sưu tập")),
        ("Escape", _hides("Xóa bộ sưu tập")),
    ),
}


def read_sheet(person: Person) -> dict[str, set[str]]:
    """Its lines by their place, while it is open."""
    lines: dict[str, set[str]] = {place: set() for place in PLACES}
    place = ""
    for part in person.parts():
        if part.role == "label" and part.name in PLACES:
            place = part.name
        elif part.role == "label" and place and ": " in part.name:
            lines[place].add(part.name)
    return lines


def unwalked(walks: Walks) -> list[str]:
    """Lines whose walk leaves one of their keys out."""
    return [
        line
        for line, steps in walks.items()
        if not set(_keys(line)) <= {_plain(key) for key, _look in steps}
    ]


def walk(person: Person, walks: Walks) -> None:
    """Press every key in turn, and see what the line promises."""
    for line, steps in walks.items():
        for key, look in steps:
            person.press(key)
            see(person, look, f"{line} after {key}")


def see(person: Person, look: Look, what: str) -> None:
    """Wait until it is seen."""
    person.until(lambda: look(person), what)


def _keys(line: str) -> Iterable[str]:
    for key in line.rsplit(": ", 1)[1].split(", "):
        # The sign that stands between keys is one itself.
        *held, last = key.replace("++", "+plus").split("+") if len(key) > 1 else (key,)
        yield _plain("+".join((*held, _NAMES.get(last, last))))


def _plain(key: str) -> str:
    return key.lower()
