"""What a screen reader is told: every control has a name, the gallery is a list of named items."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLineEdit, QWidget

from tests.ui.language.scene import PROMPT, cards
from tests.ui.language.surfaces import SURFACES, OpenSurface
from videogen_desktop.ui.main_window import MainWindow


def focusable(window: QWidget) -> list[QWidget]:
    """What the keyboard can reach; a scroll area that only scrolls is no control."""
    return [
        part
        for part in window.findChildren(QWidget)
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus
        and part.focusProxy() is None
        # Controls of a card get their names with the card.
        and part.isVisibleTo(window)
        and part.window() is window
        and not part.objectName().startswith("qt_")
        and type(part) is not QAbstractScrollArea
    ]


def pressable(window: QWidget) -> list[QWidget]:
    return [
        part
        for part in window.findChildren(QAbstractButton)
        if part.isVisible()
        and not part.objectName().startswith("qt_")
        # Qt's own buttons in an entry: decoration, or the clearing that keys do as well.
        and not isinstance(part.parent(), QLineEdit)
    ]


def spoken_name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name)


def described(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()} in {type(widget.parent()).__name__}"


@pytest.mark.parametrize("name", SURFACES)
def test_everything_the_keyboard_reaches_or_a_click_presses_has_a_name(
    open_surface: OpenSurface, name: str
) -> None:
    window = open_surface(name)
    controls = focusable(window) + pressable(window)
    assert [described(part) for part in controls if not spoken_name(part).strip()] == []


def test_the_gallery_is_a_list_of_named_items(open_surface: OpenSurface) -> None:
    window = open_surface("full window")
    assert isinstance(window, MainWindow)
    gallery = QAccessible.queryAccessibleInterface(window.library.view)
    assert gallery.role() is QAccessible.Role.List
    assert gallery.text(QAccessible.Text.Name) == "Thư viện video"
    assert gallery.childCount() == len(cards())
    names = set()
    for number in range(gallery.childCount()):
        item = gallery.child(number)
        assert item.role() is QAccessible.Role.ListItem
        names.add(item.text(QAccessible.Text.Name))
        assert PROMPT in item.text(QAccessible.Text.Name)
    assert {
        f"{PROMPT}, Hoàn thành, Mới",
        f"{PROMPT}, Thất bại",
        f"{PROMPT}, Chờ xử lý, 10%",
    } <= names


def test_the_prompt_says_what_it_is_for(open_surface: OpenSurface) -> None:
    window = open_surface("empty window")
    assert isinstance(window, MainWindow)
    editor = QAccessible.queryAccessibleInterface(window.composer.prompt)
    assert editor.text(QAccessible.Text.Name) == "Mô tả"
    assert "Enter" in editor.text(QAccessible.Text.Description)
