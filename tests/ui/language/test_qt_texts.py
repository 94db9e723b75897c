"""Qt's own dialogs and menus in Vietnamese: nobody meets an English button."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QColorDialog,
    QDateEdit,
    QDialogButtonBox,
    QErrorMessage,
    QFileDialog,
    QInputDialog,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QProgressDialog,
    QScrollBar,
    QSpinBox,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.language.shown_texts import english_in, texts_of
from videogen_desktop.ui.translation import Translation

pytestmark = pytest.mark.usefixtures("language")


def message_box() -> QWidget:
    box = QMessageBox()
    box.setText("☂")
    box.setDetailedText("☂")
    for button in QDialogButtonBox.StandardButton:
        if _is_one(button):
            box.addButton(QMessageBox.StandardButton(button.value))
    return box


def button_box() -> QWidget:
    box = QDialogButtonBox()
    for button in QDialogButtonBox.StandardButton:
        if _is_one(button):
            box.addButton(button)
    return box


def _is_one(button: QDialogButtonBox.StandardButton) -> bool:
    return bool(button.value) and not button.value & (button.value - 1)


def open_dialog() -> QWidget:
    return _file_dialog(QFileDialog.AcceptMode.AcceptOpen, QFileDialog.FileMode.ExistingFiles)


def save_dialog() -> QWidget:
    return _file_dialog(QFileDialog.AcceptMode.AcceptSave, QFileDialog.FileMode.AnyFile)


def folder_dialog() -> QWidget:
    dialog = _file_dialog(QFileDialog.AcceptMode.AcceptOpen, QFileDialog.FileMode.Directory)
    assert isinstance(dialog, QFileDialog)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return dialog


def _file_dialog(accept: QFileDialog.AcceptMode, mode: QFileDialog.FileMode) -> QWidget:
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(accept)
    dialog.setFileMode(mode)
    return dialog


def progress_dialog() -> QWidget:
    dialog = QProgressDialog()
    dialog.setAutoReset(False)
    dialog.reset()
    return dialog


DIALOGS: list[Callable[[], QWidget]] = [
    message_box,
    button_box,
    open_dialog,
    save_dialog,
    folder_dialog,
    QColorDialog,
    QErrorMessage,
    QInputDialog,
    progress_dialog,
    QDateEdit,
]


@pytest.mark.parametrize("make", DIALOGS, ids=lambda make: make.__name__)
def test_qts_dialogs_speak_vietnamese(
    qtbot: QtBot, tmp_path: Path, make: Callable[[], QWidget]
) -> None:
    dialog = make()
    qtbot.addWidget(dialog)
    if isinstance(dialog, QColorDialog):
        dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
    if isinstance(dialog, QFileDialog):
        dialog.setDirectory(str(tmp_path))
    dialog.show()
    shown = texts_of(dialog)
    shown = [text for text in shown if str(tmp_path) not in text and tmp_path.name not in text]
    assert shown or isinstance(dialog, QDateEdit)
    assert english_in(shown) == []


def line_edit_menu() -> QMenu | None:
    editor = QLineEdit("☂")
    menu = editor.createStandardContextMenu()
    menu.setParent(None)
    editor.deleteLater()
    return menu


def plain_text_menu() -> QMenu | None:
    editor = QPlainTextEdit("☂")
    menu = editor.createStandardContextMenu()
    menu.setParent(None)
    editor.deleteLater()
    return menu


def rich_text_menu() -> QMenu | None:
    editor = QTextEdit("<a href='☂'>☂</a>")
    menu = editor.createStandardContextMenu()
    menu.setParent(None)
    editor.deleteLater()
    return menu


@pytest.mark.parametrize("make", [line_edit_menu, plain_text_menu, rich_text_menu])
def test_the_editors_menus_speak_vietnamese(qtbot: QtBot, make: Callable[[], QMenu | None]) -> None:
    menu = make()
    assert menu is not None
    qtbot.addWidget(menu)
    shown = texts_of(menu)
    assert any("Chọn tất cả" in text.replace("&", "") for text in shown)
    assert english_in(shown) == []


@pytest.mark.parametrize("kind", [QScrollBar, QSpinBox])
def test_a_menu_that_opens_under_the_pointer_speaks_vietnamese(
    qtbot: QtBot, kind: type[QWidget]
) -> None:
    widget = kind()
    qtbot.addWidget(widget)
    widget.show()
    shown: list[str] = []

    def look() -> None:
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu):
            shown.extend(texts_of(menu))
            menu.close()

    # A spin box's menu has an event loop of its own, a scroll bar's has none.
    QTimer.singleShot(0, look)
    where = widget.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, widget.mapToGlobal(where))
    QApplication.sendEvent(widget, event)
    look()
    assert shown
    assert english_in(shown) == []


def shortcuts() -> Iterator[str]:
    for key in ("Ctrl+Left", "Space", "PgUp", "Shift+Del", "Backspace", "Ctrl+Shift+Tab", "F11"):
        yield QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def test_shortcuts_speak_vietnamese() -> None:
    assert list(shortcuts()) == [
        "Ctrl+Trái",
        "Phím cách",
        "PgUp",
        "Shift+Del",
        "Xóa lùi",
        "Ctrl+Shift+Tab",
        "F11",
    ]
    assert QKeySequence(Qt.Key.Key_MediaPlay).toString(QKeySequence.SequenceFormat.NativeText) == (
        "Phát"
    )


def test_english_is_found_where_it_is(qtbot: QtBot, language: Translation) -> None:
    language.remove()
    dialog = message_box()
    qtbot.addWidget(dialog)
    assert "Cancel" in {text.replace("&", "") for text in english_in(texts_of(dialog))}
