"""Every text that a widget and what is in it can show, or say to a screen reader."""

import re
from collections.abc import Iterator
from functools import cache

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFileDialog,
    QHeaderView,
    QMenu,
    QTabBar,
    QWidget,
)

from tests.ui.language.catalogues import OWN, QT_VIETNAMESE, messages, qt_texts

_PROPERTIES = (
    "text",
    "title",
    "windowTitle",
    "placeholderText",
    "toolTip",
    "statusTip",
    "whatsThis",
    "accessibleName",
    "accessibleDescription",
    "specialValueText",
    "labelText",
)
_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
_MOST_ROWS = 30
_MARKUP = re.compile(r"<[^>]*>")
_WORD = re.compile(r"[^\W\d_]+")
_VIETNAMESE_LETTER = re.compile("[ăâđêôơưĂÂĐÊÔƠƯáàảãạéèẻẽẹíìỉĩịóòỏõọúùủũụýỳỷỹỵ\u1ea0-\u1ef9]")
_SHORTEST = 3


def texts_of(widget: QWidget) -> list[str]:
    """In the order of the tree; empty ones are left out, and what a file dialog lists: folders of
    this machine have the names that they have."""
    found: list[str] = []
    for part in [widget, *widget.findChildren(QWidget)]:
        found += _properties(part)
        found += [text for action in part.actions() for text in (action.text(), action.toolTip())]
        if isinstance(part, QMenu):
            continue
        lists_files = isinstance(part.window(), QFileDialog)
        if isinstance(part, QComboBox) and lists_files and part.objectName() == "lookInCombo":
            continue
        if isinstance(part, QComboBox):
            found += [part.itemText(number) for number in range(part.count())]
        elif isinstance(part, QTabBar):
            found += [part.tabText(number) for number in range(part.count())]
        elif isinstance(part, QHeaderView):
            found += list(_headers(part))
        elif isinstance(part, QAbstractItemView) and not lists_files:
            found += list(_items(part.model()))
    return [text for text in found if text.strip()]


def _properties(widget: QWidget) -> list[str]:
    values = (widget.property(name) for name in _PROPERTIES)
    return [value for value in values if isinstance(value, str)]


def _headers(header: QHeaderView) -> Iterator[str]:
    for section in range(min(header.count(), _MOST_ROWS)):
        value = header.model().headerData(section, header.orientation())
        if isinstance(value, str):
            yield value


def _items(model: QAbstractItemModel) -> Iterator[str]:
    for row in range(min(model.rowCount(), _MOST_ROWS)):
        # A list model keeps its one column to itself.
        columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())
        for column in range(columns):
            for role in _ROLES:
                value = model.index(row, column).data(role)
                if isinstance(value, str):
                    yield value


@cache
def _english_words() -> frozenset[str]:
    """Words of the source texts that no Vietnamese text uses as well, as it does "video"."""
    english = {message.source for message in messages(OWN["vi"])}
    english |= {source for _context, source in qt_texts() if len(source) < 200}
    vietnamese = {
        form
        for catalogue in (OWN["vi"], QT_VIETNAMESE)
        for message in messages(catalogue)
        for form in message.forms
    }
    return frozenset(_words(english) - _words(vietnamese))


def _words(texts: set[str]) -> set[str]:
    plain = (_MARKUP.sub(" ", text).replace("&", "") for text in texts)
    return {word.lower() for text in plain for word in _WORD.findall(text)}


def english_in(texts: list[str]) -> list[str]:
    """Those that hold a word only English has."""
    return [
        text
        for text in texts
        if any(len(word) >= _SHORTEST and word in _english_words() for word in _words({text}))
    ]


def vietnamese_in(texts: list[str]) -> list[str]:
    return [text for text in texts if _VIETNAMESE_LETTER.search(text)]
