"""The frame fits the screen it is on, whatever the screen, the scale and the font (faults H1)."""

from pathlib import Path

import pytest

from tests.hands.desktop import PANEL, Desktop
from tests.hands.person import Person

SMALLEST_WITH_ROOM = 1440
full = pytest.mark.full


def fits(person: Person) -> bool:
    """Whether the whole window stands on what the panel leaves of the screen."""
    left, top, width, height = person.frame().box
    desktop, room = person.desktop, person.desktop.height - PANEL
    # The title bar stands above the frame that is reported. Its edges are told in whole pixels of
    # the program's own, which a scale makes larger; what stands on the panel is seen.
    is_inside = left >= 0 and top > 0 and left + width <= desktop.width
    is_panel_bare = person.picture((0, room, desktop.width, PANEL)).getbbox() is None
    return is_inside and top + height < room + person.scale and is_panel_bare


def shows_the_button(person: Person) -> bool:
    """Whether what spends money can be seen whole."""
    left, top, width, height = person.find("Tạo video", "push button").box
    return left + width <= person.desktop.width and top + height <= person.desktop.height - PANEL


@pytest.mark.parametrize(
    ("size", "variables"),
    [
        ((1366, 768), {}),
        ((1024, 600), {}),
        pytest.param((1280, 720), {}, marks=full),
        pytest.param((1440, 900), {"QT_FONT_DPI": "144"}, marks=full),
        pytest.param((1920, 1080), {"QT_SCALE_FACTOR": "1.25"}, marks=full),
        pytest.param((1920, 1080), {"QT_SCALE_FACTOR": "1.5"}, marks=full),
        pytest.param((3840, 2160), {"QT_SCALE_FACTOR": "2"}, marks=full),
        pytest.param((480, 800), {}, marks=full),
    ],
)
def test_the_first_start_fits_the_screen(
    size: tuple[int, int], variables: dict[str, str], tmp_path: Path
) -> None:
    with Desktop(*size, variables) as desktop, Person(desktop, tmp_path) as person:
        person.find("Bắt đầu dùng thử", "push button")
        assert fits(person), person.frame()
        assert shows_the_button(person)
        if size[0] < SMALLEST_WITH_ROOM:
            assert person.frame().box[2] == size[0], "maximised where that is all there is"


def test_a_place_on_a_larger_screen_comes_back_fitted(tmp_path: Path) -> None:
    with Desktop(2560, 1440) as desktop, Person(desktop, tmp_path) as person:
        person.find("Bắt đầu dùng thử", "push button")
        window = desktop.ask("xdotool", "search", "--name", "^VideoGen$").split()[-1]
        desktop.ask("xdotool", "windowsize", "--sync", window, "1900", "1200")
        desktop.ask("xdotool", "windowmove", window, "500", "150")
        person.until(lambda: person.frame().box[2:] == (1900, 1200), "the larger window")
        assert person.leave() == 0
    with Desktop(1366, 768) as desktop, Person(desktop, tmp_path) as person:
        person.find("Bắt đầu dùng thử", "push button")
        assert fits(person), person.frame()
        assert shows_the_button(person)
