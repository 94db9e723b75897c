"""The table: a row is changed, removed, brought back, and says what is wrong with it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.requests import SANDBOX
from videogen_desktop.domain.batch_columns import PROMPT, ColumnNames
from videogen_desktop.domain.batch_text import table_of_text
from videogen_desktop.ui.batch import sheet
from videogen_desktop.ui.batch.table_model import DESCRIPTION, BatchTableModel, RowState
from videogen_desktop.ui.batch.table_view import BatchTableView
from videogen_desktop.ui.composer.prompt_editor import PromptEditor
from videogen_desktop.ui.theme.tokens import LIGHT

_Role = Qt.ItemDataRole
NAMES = ColumnNames.of(SANDBOX.models)


def prompts(model: BatchTableModel) -> list[str]:
    return list(sheet.described(model.table))


@pytest.fixture
def view(qtbot: QtBot) -> BatchTableView:
    model = BatchTableModel(LIGHT)
    table = table_of_text("mô tả\tsố bản\nmèo\t2\nchó\t\nchim\tnhiều", NAMES)
    view = BatchTableView(LIGHT, model)
    model.setParent(view)
    qtbot.addWidget(view)
    view.resize(700, 300)
    view.show()
    model.show_table(sheet.arranged(table))
    view.setFocus()
    return view


def table_model(view: BatchTableView) -> BatchTableModel:
    model = view.model()
    assert isinstance(model, BatchTableModel)
    return model


def test_the_model_keeps_qts_rules(view: BatchTableView, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(table_model(view))


def test_an_empty_cell_shows_what_it_takes_from_the_composer(view: BatchTableView) -> None:
    model = table_model(view)
    model.show_defaults({"takes": "1", PROMPT: "never"})
    assert model.data(model.index(1, 1)) == "1"
    assert model.data(model.index(1, 1), _Role.EditRole) == ""
    assert model.data(model.index(0, 1)) == "2"


def test_a_problem_stands_in_its_row_and_the_row_makes_room(view: BatchTableView) -> None:
    model = table_model(view)
    usual = view.rowHeight(2)
    said = "Số bản phải là một số."
    model.show_states([RowState(200_00), RowState(100_00), RowState(None, said, (1,))])
    assert view.rowHeight(2) > usual
    assert view.rowHeight(1) == usual
    assert said in model.data(model.index(2, DESCRIPTION), _Role.AccessibleTextRole)
    assert said in model.data(model.index(2, DESCRIPTION), _Role.ToolTipRole)
    assert model.data(model.index(0, model.price_column)) == "200"
    model.show_states([RowState(200_00)] * 3)
    assert view.rowHeight(2) == usual


def test_the_next_problem_is_a_key_away_and_goes_around(view: BatchTableView) -> None:
    model = table_model(view)
    model.show_states([RowState(None, "x"), RowState(100_00), RowState(None, "y")])
    for expected in (2, 0, 2):
        view.setCurrentIndex(model.index(0 if expected == 2 else 2, 0))
        QTest.keyClick(view, Qt.Key.Key_F8)
        assert view.currentIndex().row() == expected
    view.setCurrentIndex(model.index(2, 0))
    QTest.keyClick(view, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert view.currentIndex().row() == 0


def test_rows_are_removed_and_brought_back(view: BatchTableView) -> None:
    model = table_model(view)
    changes: list[int] = []
    model.changed.connect(lambda: changes.append(model.rowCount()))
    centre = view.visualRect(model.index(1, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert prompts(model) == ["mèo", "chim"]
    assert changes == [2]
    QTest.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert prompts(model) == ["mèo", "chó", "chim"]


def test_a_description_is_edited_in_its_place_and_enter_ends_that(
    view: BatchTableView, qtbot: QtBot
) -> None:
    model = table_model(view)
    view.setCurrentIndex(model.index(1, DESCRIPTION))
    QTest.keyClick(view, Qt.Key.Key_F2)
    editor = view.findChild(PromptEditor)
    assert isinstance(editor, PromptEditor)
    QTest.keyClicks(editor, "a dog")
    # An input method composes: Enter is its own.
    QApplication.sendEvent(editor, QInputMethodEvent("ơi", []))
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert view.findChild(PromptEditor) is editor
    commit = QInputMethodEvent()
    commit.setCommitString(" ơi")
    QApplication.sendEvent(editor, commit)
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(editor, "run")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert prompts(model)[1] == "a dog ơi\nrun"
    qtbot.waitUntil(lambda: view.findChild(PromptEditor) is None)


def test_another_cell_is_edited_with_a_double_click(view: BatchTableView) -> None:
    model = table_model(view)
    centre = view.visualRect(model.index(2, 1)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    editor = view.findChild(QLineEdit, "batchCell")
    assert isinstance(editor, QLineEdit)
    editor.setText("3")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert model.table.rows[2].cells == ("chim", "3")


def test_a_hostile_description_is_only_characters(view: BatchTableView) -> None:
    model = table_model(view)
    hostile = "<img src='file:///canary'>\u202e\0mèo"
    model.setData(model.index(0, 0), hostile)
    shown = model.data(model.index(0, 0))
    assert "\u202e" not in shown
    assert "\0" not in shown
    assert "&lt;img" in model.data(model.index(0, 0), _Role.ToolTipRole)
