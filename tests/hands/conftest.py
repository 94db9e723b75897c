"""What every walk begins with: a desktop, somebody at it, and a library with a few clips."""

import shutil
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from system_libraries import missing_desktop_tools

from tests.hands.desktop import Desktop
from tests.hands.person import Person
from tests.hands.shortcut_sheet import Look

LAPTOP = (1366, 768)
# The newest stands first in the gallery.
PROMPTS = ("Phố cổ Hội An lên đèn", "Ruộng bậc thang mùa nước đổ", "Chợ nổi Cái Răng lúc bình minh")


@pytest.fixture(autouse=True)
def _tools() -> None:
    missing = missing_desktop_tools()
    if missing:
        pytest.skip(f"no desktop without a screen here; missing: {', '.join(missing)}")


class Seat:
    """Where somebody sits at a window. The next walk goes on in it where the last one left all as
    it had found it, which a look tells; else that window ends, and another one begins."""

    def __init__(self) -> None:
        self._stack = ExitStack()
        self._person: Person | None = None
        self._who = ""
        self._found: list[str] = []

    def take(self, who: str, begin: Callable[[], Person], is_ready: Look) -> Person:
        """The one of this name who sits there, or who begins now and is ready."""
        person = self._person
        if person is None or who != self._who or not self._is_as_found(person):
            self.leave()
            person = begin()
            person.point(person.desktop.middle)
            self._stack.enter_context(person)
            person.until(lambda: is_ready(person), f"the window of the {who}")
            self._person, self._who, self._found = person, who, _all_of(person)
        return person

    def leave(self) -> None:
        """Close the window."""
        self._person = None
        self._stack.close()

    def _is_as_found(self, person: Person) -> bool:
        parts = person.parts() if person.is_there() else []
        prompt = next((part for part in parts if part.name == "Mô tả"), None)
        if prompt is None or _cards(map(str, parts)) != _cards(self._found):
            return False
        # As at the start: nothing is selected, the keyboard is the prompt's, and the pointer in
        # the middle of nothing.
        if any(part.is_selected for part in parts):
            person.press("Escape")
        person.click(prompt)
        person.point(person.desktop.middle)
        end = time.monotonic() + 0.5
        while not (is_so := _all_of(person) == self._found) and time.monotonic() < end:
            person.rest(0.05)
        return is_so


def _all_of(person: Person) -> list[str]:
    # Which card the arrow keys would go on from is no part of it.
    return [str(part).removesuffix(" focused") for part in person.parts()]


def _cards(parts: Iterable[str]) -> list[str]:
    return [part.split("'")[1] for part in parts if part.lstrip().startswith("list item")]


@pytest.fixture(scope="session")
def laptop() -> Iterator[Desktop]:
    """The one that most people have."""
    with Desktop(*LAPTOP) as desktop:
        yield desktop


@pytest.fixture(scope="session")
def _seat(laptop: Desktop) -> Iterator[Seat]:
    seat = Seat()
    yield seat
    seat.leave()


@pytest.fixture
def desktop(laptop: Desktop, _seat: Seat) -> Desktop:
    """That laptop, with no window on it and the pointer in the middle."""
    _seat.leave()
    laptop.ask("xdotool", "mousemove", *map(str, laptop.middle))
    return laptop


@pytest.fixture(scope="session")
def _made(
    laptop: Desktop, _seat: Seat, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Path]:
    """A library with three clips, and a copy of it; it names its files by their whole paths."""
    _seat.leave()
    folder = tmp_path_factory.mktemp("hands")
    data, copy = folder / "data", folder / "copy"
    strips = data / "cache" / "strips"
    with Person(laptop, data) as person:
        person.click(person.find("Bắt đầu dùng thử", "push button"))
        for number, prompt in enumerate(PROMPTS, 1):
            person.paste(prompt)
            person.until(lambda: person.find("Tạo video", "push button").is_enabled, "the button")
            person.press("Return")
            wanted = number
            person.until(lambda wanted=wanted: len(person.cards()) == wanted, "its card")  # type: ignore[misc]
        person.until(lambda: len(list(strips.glob("*.jpg"))) == len(PROMPTS), "all strips")
        assert person.leave() == 0
    shutil.copytree(data, copy)
    return data, copy


@pytest.fixture
def library(_made: tuple[Path, Path], _seat: Seat) -> Path:
    """The data folder of that library, as it was made."""
    _seat.leave()
    return _as_made(*_made)


def _as_made(data: Path, copy: Path) -> Path:
    shutil.rmtree(data, ignore_errors=True)
    return shutil.copytree(copy, data)


@pytest.fixture
def newcomer(laptop: Desktop, _seat: Seat, tmp_path_factory: pytest.TempPathFactory) -> Person:
    """The very first start, with the welcome on the screen."""

    def begin() -> Person:
        return Person(laptop, tmp_path_factory.mktemp("newcomer") / "data", "--theme", "light")

    def is_ready(person: Person) -> bool:
        return person.find("credits", "push button").is_enabled

    return _seat.take("newcomer", begin, is_ready)


@pytest.fixture
def owner(laptop: Desktop, _seat: Seat, _made: tuple[Path, Path]) -> Person:
    """Somebody with three clips, whose cards are on the screen."""

    def is_ready(person: Person) -> bool:
        has_all = len(person.cards()) == len(PROMPTS) and person.sees(f"Tất cả  {len(PROMPTS)}")
        return bool(has_all) and person.find("credits", "push button").is_enabled

    return _seat.take(
        "owner", lambda: Person(laptop, _as_made(*_made), "--theme", "light"), is_ready
    )
