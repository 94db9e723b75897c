"""Descriptions with variables: lists, the count and the price as one types."""

import pytest
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from videogen_desktop.ui.batch.template_page import TemplatePage
from videogen_desktop.ui.theme.tokens import LIGHT
from videogen_desktop.ui.translation import Language, Translation


@pytest.fixture
def page(qtbot: QtBot, language: Translation) -> TemplatePage:
    language.use(Language.ENGLISH)
    page = TemplatePage(LIGHT, lambda: 100_00)
    qtbot.addWidget(page)
    page.resize(900, 500)
    page.show()
    return page


def names(page: TemplatePage) -> list[str]:
    return [box.name for box in page.lists]


def test_the_count_and_the_price_follow_what_is_typed(page: TemplatePage) -> None:
    QTest.keyClicks(page.template, "{product} in {colour}")
    assert names(page) == ["product", "colour"]
    assert page.total.text() == "Still without values: {product}, {colour}"
    assert page.count == 0
    for box, values in zip(page.lists, ("shoe\rbag", "red\rblue\rgreen"), strict=True):
        QTest.keyClicks(box.editor, values)
    assert page.total.text() == "2 × 3 = 6 videos · 600 credits"
    assert page.rows()[0] == "shoe in red"
    page.step.click()
    assert "equally long" in page.total.text()
    assert page.rows() == ()


def test_a_list_stays_with_its_variable_while_its_name_changes(page: TemplatePage) -> None:
    page.show_template("{a} and {b}", {"a": "1\n2", "b": "3"})
    cursor = page.template.textCursor()
    cursor.setPosition(2)
    page.template.setTextCursor(cursor)
    QTest.keyClicks(page.template, "bc")
    assert names(page) == ["abc", "b"]
    assert page.texts == {"abc": "1\n2", "b": "3"}


def test_a_list_comes_back_with_its_variable(page: TemplatePage) -> None:
    page.show_template("{a} and {b}", {"a": "1\n2", "b": "3"})
    page.template.moveCursor(QTextCursor.MoveOperation.End)
    page.template.textCursor().deletePreviousChar()
    assert names(page) == ["a"]
    QTest.keyClicks(page.template, "}")
    assert page.texts == {"a": "1\n2", "b": "3"}


def test_an_input_method_composes_undisturbed(page: TemplatePage) -> None:
    page.show_template("{màu}", {})
    editor = page.lists[0].editor
    editor.setFocus()
    for preedit in ("d", "do", "đỏ"):
        QApplication.sendEvent(editor, QInputMethodEvent(preedit, []))
    assert page.lists[0].editor is editor
    assert page.count == 0
    commit = QInputMethodEvent()
    commit.setCommitString("đỏ")
    QApplication.sendEvent(editor, commit)
    assert page.rows() == ("đỏ",)


def test_more_than_a_table_holds_is_refused_with_a_sentence(page: TemplatePage) -> None:
    many = "\n".join(map(str, range(101)))
    page.show_template("{a}{b}", {"a": many, "b": many})
    assert page.total.text() == "10,201 videos are too many: a table holds at most 1,000 rows."
    assert page.count == 0
