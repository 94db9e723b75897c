"""The keyboard, scrolling to a card, and rectangles and ranges of the selection."""

import pytest
from PySide6.QtCore import QItemSelectionModel, QRect, Qt
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.qtbot import QtBot

from tests.ui.gallery.cards import ids
from tests.ui.gallery.conftest import Gallery

_Select = QItemSelectionModel.SelectionFlag
_Hint = QAbstractItemView.ScrollHint


def current(gallery: Gallery) -> int:
    return gallery.view.currentIndex().row()


def columns_of(gallery: Gallery) -> int:
    """How many of these cards stand beside the first."""
    top, rows = gallery.view.card_rect(0).top(), range(gallery.view.grid.cards)
    return sum(gallery.view.card_rect(row).top() == top for row in rows[:20])


@pytest.mark.parametrize("row", [0, 3, 500, 998, 999])
@pytest.mark.parametrize("hint", list(_Hint))
def test_a_card_that_is_scrolled_to_is_wholly_visible(
    gallery: Gallery, row: int, hint: QAbstractItemView.ScrollHint
) -> None:
    gallery.model.set_ids(ids(1_000))
    gallery.view.verticalScrollBar().setValue(40_000)
    gallery.view.scrollTo(gallery.model.index(row), hint)
    assert gallery.view.viewport().rect().contains(gallery.view.card_rect(row))


def test_the_keyboard_reaches_every_card(gallery: Gallery, qtbot: QtBot) -> None:
    gallery.model.set_ids(ids(402))
    gallery.view.setCurrentIndex(gallery.model.index(0))
    columns = columns_of(gallery)
    assert columns == 4
    for key, row in (
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Down, 5),
        (Qt.Key.Key_Left, 4),
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_Left, 0),
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_End, 401),
        (Qt.Key.Key_Down, 401),
        (Qt.Key.Key_Up, 397),
        (Qt.Key.Key_Right, 398),
        (Qt.Key.Key_Down, 401),
        (Qt.Key.Key_Home, 0),
    ):
        qtbot.keyClick(gallery.view, key)
        assert current(gallery) == row
        assert gallery.view.viewport().rect().contains(gallery.view.card_rect(row))
    qtbot.keyClick(gallery.view, Qt.Key.Key_PageDown)
    assert current(gallery) % columns == 0
    assert current(gallery) >= columns
    qtbot.keyClick(gallery.view, Qt.Key.Key_PageUp)
    assert current(gallery) == 0


def test_typing_does_not_search_through_the_library(gallery: Gallery, qtbot: QtBot) -> None:
    gallery.model.set_ids(ids(100))
    gallery.view.setCurrentIndex(gallery.model.index(0))
    qtbot.keyClicks(gallery.view, "video-000050")
    assert current(gallery) == 0


def test_a_rectangle_selects_the_cards_it_touches(gallery: Gallery) -> None:
    gallery.model.set_ids(ids(100))
    first, last = gallery.view.card_rect(1).center(), gallery.view.card_rect(6).center()
    gallery.view.setSelection(QRect(first, last), _Select.ClearAndSelect)
    assert sorted(index.row() for index in gallery.view.selectedIndexes()) == [1, 2, 5, 6]
    region = gallery.view.visualRegionForSelection(gallery.view.selectionModel().selection())
    assert region.contains(gallery.view.card_rect(5).center())
    assert not region.contains(gallery.view.card_rect(4).center())


def test_shift_selects_all_from_one_card_to_the_other(gallery: Gallery, qtbot: QtBot) -> None:
    gallery.model.set_ids(ids(100))
    viewport = gallery.view.viewport()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=gallery.view.card_rect(2).center())
    where, shift = gallery.view.card_rect(5).center(), Qt.KeyboardModifier.ShiftModifier
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, shift, where)
    assert gallery.view.selected_rows() == [2, 3, 4, 5]
    qtbot.keyClick(gallery.view, Qt.Key.Key_Left, shift)
    assert gallery.view.selected_rows() == [2, 3, 4]
    qtbot.keyClick(gallery.view, Qt.Key.Key_Home, shift)
    assert gallery.view.selected_rows() == [0, 1, 2]
