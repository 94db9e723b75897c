"""Texts of any length, at any size of font, in a small window: nothing is cut."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.language.clipping import clipped_texts
from tests.ui.language.doubled import doubled_texts
from tests.ui.language.scene import settle
from tests.ui.language.surfaces import SURFACES, OpenSurface
from videogen_desktop.ui.translation import Translation

# A window for every surface, size and length takes long. What is most likely to be cut is looked at
# in every run.
every_combination = pytest.mark.full
LIKELY = (
    "empty window",
    "full window",
    "alerts",
    "welcome",
    "toolbar",
    "viewer: failed",
    "settings: wallets at work",
    "statement: days",
)
SIZES = {
    "1024x600": (1024, 600),
    "480 wide": (480, 720),
}
# A popup takes the size that it needs, a bar in the window the width of the window.
KEEPS_ITS_SIZE = {"credit panel"}
STACKED = "ẾỄẶg"


def size_for(name: str, size: str) -> tuple[int, int] | None:
    return None if name in KEEPS_ITS_SIZE else SIZES[size]


def cut_in(open_surface: OpenSurface, names: Sequence[str], size: str) -> dict[str, list[str]]:
    found = {}
    for name in names:
        widget = open_surface(name, size_for(name, size))
        if problems := clipped_texts(widget):
            found[name] = problems
        widget.hide()
        settle()
    return found


@pytest.mark.parametrize("size", SIZES)
def test_twice_the_length_fits_where_it_is_likeliest_not_to(
    open_surface: OpenSurface, language: Translation, size: str
) -> None:
    language.remove()
    with doubled_texts():
        assert cut_in(open_surface, LIKELY, size) == {}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.usefixtures("larger_font")
def test_half_as_large_again_fits_where_it_is_likeliest_not_to(
    open_surface: OpenSurface, size: str
) -> None:
    assert cut_in(open_surface, LIKELY, size) == {}


@every_combination
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", SURFACES)
def test_twice_the_length_fits(
    open_surface: OpenSurface, language: Translation, name: str, size: str
) -> None:
    language.remove()
    with doubled_texts():
        widget = open_surface(name, size_for(name, size))
        assert clipped_texts(widget) == []
        widget.hide()
        settle()


@every_combination
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", SURFACES)
@pytest.mark.usefixtures("larger_font")
def test_half_as_large_again_fits(open_surface: OpenSurface, name: str, size: str) -> None:
    assert clipped_texts(open_surface(name, size_for(name, size))) == []


@every_combination
@pytest.mark.parametrize("name", SURFACES)
def test_the_doubled_language_is_really_shown(
    open_surface: OpenSurface, language: Translation, name: str
) -> None:
    language.remove()
    with doubled_texts():
        widget = open_surface(name)
        texts = [label.text() for label in widget.findChildren(QLabel)]
        texts += [button.text() for button in widget.findChildren(QPushButton)]
        halves = [(text[: len(text) // 2], text[(len(text) + 1) // 2 :]) for text in texts if text]
        assert any(first == second for first, second in halves)
        widget.hide()
        settle()


def test_a_cut_text_is_found(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(200, 100)
    label = QLabel("Một nhãn dài hơn chỗ của nó", window)
    label.setFixedWidth(40)
    button = QPushButton("Nút", window)
    button.move(window.width() - 4, 0)
    window.show()
    assert len(clipped_texts(window)) == 2


@every_combination
@pytest.mark.parametrize("name", SURFACES)
@pytest.mark.usefixtures("larger_font")
def test_stacked_marks_have_room(open_surface: OpenSurface, name: str) -> None:
    """Ế reaches above the font's ascent: a label of one line must leave room for it."""
    widget = open_surface(name, size_for(name, "1024x600"))
    cut = []
    for label in widget.findChildren(QLabel):
        if label.isVisible() and label.text() and label.textFormat() is Qt.TextFormat.PlainText:
            metrics = QFontMetrics(label.font())
            inked = metrics.tightBoundingRect(STACKED)
            above = -inked.top() - metrics.ascent()
            below = inked.bottom() - metrics.descent()
            room = (label.height() - metrics.height()) / 2
            if label.heightForWidth(label.width()) > 1.6 * metrics.height():
                continue
            if max(above, below) > room + 1:
                cut.append(f"{label.text()!r}: {above} above, {below} below, {room} there")
    assert cut == []
