"""The guide is read in the window: in its language and colours, with links that lead somewhere."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenRunningWindow
from videogen_desktop.ui.guide.dialog import GuideDialog
from videogen_desktop.ui.guide.page import GuidePage, blocks, fragments
from videogen_desktop.ui.menu_bar import MenuBar
from videogen_desktop.ui.theme.tokens import DARK, LIGHT
from videogen_desktop.ui.translation import Language, Translation


@pytest.fixture
def guide(qtbot: QtBot, language: Translation) -> GuideDialog:
    language.use(Language.VIETNAMESE)
    dialog = GuideDialog(LIGHT)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def sections(dialog: GuideDialog) -> list[QPushButton]:
    buttons = dialog.findChildren(QPushButton)
    return [button for button in buttons if button.property("kind") == "section"]


def test_the_menu_has_it_and_a_closed_one_is_gone(
    qtbot: QtBot, open_running: OpenRunningWindow
) -> None:
    running = open_running()
    more = running.window.header.more
    qtbot.waitUntil(lambda: bool(more.shortcuts.shortcuts()))
    for _time in range(2):
        more.guide.trigger()
        (dialog,) = running.window.findChildren(GuideDialog)
        more.guide.trigger()
        assert running.window.findChildren(GuideDialog) == [dialog]
        with qtbot.waitSignal(dialog.destroyed):
            QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_the_help_of_macos_and_the_list_of_shortcuts_lead_to_it(
    qtbot: QtBot, open_running: OpenRunningWindow
) -> None:
    running = open_running()
    more = running.window.header.more
    bar = MenuBar(running.window)
    assert more.guide in [line for menu in bar.actions() for line in lines_of(menu)]
    bar.deleteLater()
    more.show_shortcuts()
    assert more.dialog is not None
    more.dialog.guide.click()
    (dialog,) = running.window.findChildren(GuideDialog)
    with qtbot.waitSignal(dialog.destroyed):
        dialog.close()


def lines_of(menu: object) -> list[object]:
    return list(menu.menu().actions())  # type: ignore[attr-defined]


def test_it_follows_language_and_theme(guide: GuideDialog, language: Translation) -> None:
    assert sections(guide)[0].text() == "Video đầu tiên"
    assert "Chào mừng" not in guide.page.toPlainText()
    language.use(Language.ENGLISH)
    QApplication.processEvents()
    assert sections(guide)[0].text() == "First video"
    assert guide.windowTitle() == "User guide"
    light = guide.page.viewport().grab().toImage().pixelColor(4, 4)
    guide.set_tokens(DARK)
    QApplication.processEvents()
    dark = guide.page.viewport().grab().toImage().pixelColor(4, 4)
    assert (light.name(), dark.name()) == (LIGHT.surface, DARK.surface)


def test_a_guide_just_opened_shows_no_box_of_what_stands_further_down(guide: GuideDialog) -> None:
    # Qt lays a long text out bit by bit: the note was drawn above the title until its turn came.
    shown = guide.page.viewport().grab().toImage()
    edge = {shown.pixelColor(shown.width() // 2, y).name() for y in range(24)}
    assert edge == {LIGHT.surface}


def test_the_section_that_was_asked_for_is_marked_where_the_text_ends(
    qtbot: QtBot, guide: GuideDialog
) -> None:
    guide.resize(guide.width(), 1400)
    bar, page = guide.page.verticalScrollBar(), guide.page
    room = page.viewport().height()
    qtbot.waitUntil(lambda: bar.maximum() == round(page.document().size().height()) - room)
    QTest.mouseClick(sections(guide)[-1], Qt.MouseButton.LeftButton)
    assert bar.value() == bar.maximum()
    assert sections(guide)[-1].isChecked()


def test_contents_lead_to_sections_and_reading_marks_them(qtbot: QtBot, guide: GuideDialog) -> None:
    buttons = sections(guide)
    for number in (3, 0, 6):
        QTest.mouseClick(buttons[number], Qt.MouseButton.LeftButton)
        assert [button.isChecked() for button in sections(guide)].index(True) == number
        assert top_line(guide.page).startswith(buttons[number].text())
    guide.page.verticalScrollBar().setValue(guide.page.verticalScrollBar().maximum())
    assert sections(guide)[-1].isChecked()


def top_line(page: GuidePage) -> str:
    cursor = page.cursorForPosition(QPoint(page.viewport().width() // 2, 40))
    return cursor.block().text()


def link(page: GuidePage, address: Callable[[str], bool]) -> QRect:
    """Where a link to such an address stands, brought into sight."""
    for block in blocks(page.document()):
        for start, _end, words in fragments(block):
            if words.isAnchor() and address(words.anchorHref()):
                cursor = QTextCursor(page.document())
                cursor.setPosition(start + 1)
                page.setTextCursor(cursor)
                page.ensureCursorVisible()
                return page.cursorRect(cursor)
    raise AssertionError("no such link")


def test_links_open_pages_and_places(guide: GuideDialog, opened_pages: list[str]) -> None:
    page = guide.page
    place = link(page, lambda one: one == "https://kie.ai/logs").center()
    QTest.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened_pages == ["https://kie.ai/logs"]
    place = link(page, lambda one: one.startswith("#")).center()
    QTest.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert top_line(page) == "Tệp nằm ở đâu"
    assert len(opened_pages) == 1


def test_pictures_fit_a_narrow_window_and_contents_make_room(
    qtbot: QtBot, guide: GuideDialog
) -> None:
    assert sections(guide)[0].isVisible()
    guide.resize(480, 600)
    qtbot.waitUntil(lambda: not sections(guide)[0].isVisible())
    qtbot.waitUntil(lambda: guide.page.viewport().width() < 480)
    qtbot.waitUntil(lambda: guide.page.horizontalScrollBar().maximum() == 0)
    widths = [
        words.toImageFormat().width()
        for block in blocks(guide.page.document())
        for _start, _end, words in fragments(block)
        if words.isImageFormat()
    ]
    assert len(widths) > 5
    assert max(widths) <= guide.page.viewport().width()
