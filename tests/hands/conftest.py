"""What every walk begins with: a desktop, somebody at it, and a library with a few clips."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from system_libraries import missing_desktop_tools

from tests.hands.desktop import Desktop
from tests.hands.person import Person

LAPTOP = (1366, 768)
# The newest stands first in the gallery.
PROMPTS = ("Phố cổ Hội An lên đèn", "Ruộng bậc thang mùa nước đổ", "Chợ nổi Cái Răng lúc bình minh")


@pytest.fixture(autouse=True)
def _tools() -> None:
    missing = missing_desktop_tools()
    if missing:
        pytest.skip(f"no desktop without a screen here; missing: {', '.join(missing)}")


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    """The laptop that most people have."""
    with Desktop(*LAPTOP) as desktop:
        yield desktop


@pytest.fixture
def newcomer(desktop: Desktop, tmp_path: Path) -> Iterator[Person]:
    """The very first start, with the welcome on the screen."""
    with Person(desktop, tmp_path / "data", "--theme", "light") as person:
        yield person


@pytest.fixture(scope="session")
def _made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A library with three clips, and a copy of it; it names its files by their whole paths."""
    folder = tmp_path_factory.mktemp("hands")
    data, copy = folder / "data", folder / "copy"
    strips = data / "cache" / "strips"
    with Desktop(*LAPTOP) as desktop, Person(desktop, data) as person:
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
def library(_made: tuple[Path, Path]) -> Path:
    """The data folder of that library, as it was made."""
    data, copy = _made
    shutil.rmtree(data, ignore_errors=True)
    shutil.copytree(copy, data)
    return data


@pytest.fixture
def owner(desktop: Desktop, library: Path) -> Iterator[Person]:
    """Somebody with three clips, whose cards are on the screen."""
    with Person(desktop, library, "--theme", "light") as person:
        person.until(lambda: len(person.cards()) == len(PROMPTS), "three cards")
        person.until(lambda: person.find("credits", "push button").is_enabled, "the open library")
        yield person
