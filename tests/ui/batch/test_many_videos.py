"""From thirty lines in the clipboard to thirty clips, in the window with an engine in memory."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.fake_batches import FakeBatches
from tests.ui.living_window import LivingWindow, OpenLivingWindow
from videogen_desktop.domain.batch_order import Batch, BatchStanding
from videogen_desktop.domain.errors import NotEnoughCreditsError, RepeatedRequestError
from videogen_desktop.domain.preset import Preset
from videogen_desktop.domain.request import VideoRequest
from videogen_desktop.domain.states import VideoState
from videogen_desktop.ui.batch import sheet
from videogen_desktop.ui.batch.batch_presenter import BatchPresenter
from videogen_desktop.ui.batch.dialog import BatchDialog, Page
from videogen_desktop.ui.batch.many_videos import ManyVideos

LINES = tuple(f"Ý tưởng {number}: phố cổ lên đèn" for number in range(1, 31))
UNPRICED = "wan/2-2-a14b-text-to-video-turbo"
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def living(open_living: OpenLivingWindow) -> LivingWindow:
    return open_living(available=10_000_00)


def many(living: LivingWindow) -> ManyVideos:
    assert living.presenter.many is not None
    return living.presenter.many


def presenter(living: LivingWindow) -> BatchPresenter:
    return many(living).batches


def dialog(living: LivingWindow) -> BatchDialog:
    return presenter(living).dialog


def page_of(living: LivingWindow) -> Page:
    return dialog(living).page


def engine(living: LivingWindow) -> FakeBatches:
    return living.engine.batches


def says(living: LivingWindow, words: str) -> bool:
    return dialog(living).create_button.text() == words


def paste(living: LivingWindow, text: str) -> None:
    QApplication.clipboard().setText(text)
    shift = Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(living.window.composer.prompt, Qt.Key.Key_V, CONTROL | shift)


def test_pasted_lines_are_videos_after_two_keys(qtbot: QtBot, living: LivingWindow) -> None:
    paste(living, "\n".join(LINES))
    qtbot.waitUntil(lambda: says(living, "Create 30 videos · 3,000 credits · 7,000 left"))
    QTest.keyClick(dialog(living).table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(engine(living).created) == 1)
    prompts = [row.priced.request.prompt for row in engine(living).created[0] if row.priced]
    assert prompts == list(LINES)
    qtbot.waitUntil(lambda: not dialog(living).isVisible())
    assert living.alerts() == ("30 videos are being made.",)
    assert dialog(living).model.rowCount() == 0
    assert living.window.focusWidget() is living.window.composer.prompt


def test_lines_in_the_composer_are_offered_and_leave_it_once_they_are_videos(
    qtbot: QtBot, living: LivingWindow
) -> None:
    composer = living.window.composer
    composer.prompt.setPlainText("\n\n".join(LINES[:3]))
    button = many(living).entry.button
    assert button.text() == "3 lines: create 3 videos…"
    button.click()
    qtbot.waitUntil(lambda: says(living, "Create 3 videos · 300 credits · 9,700 left"))
    # Opened a second time, they are not there twice.
    dialog(living).close()
    button.click()
    qtbot.waitUntil(dialog(living).create_button.isEnabled)
    assert sheet.described(dialog(living).model.table) == LINES[:3]
    dialog(living).create_button.click()
    qtbot.waitUntil(lambda: composer.prompt.toPlainText() == "")
    composer.prompt.undo()
    assert composer.prompt.toPlainText() == "\n\n".join(LINES[:3])


def test_a_description_of_its_own_is_no_batch(living: LivingWindow) -> None:
    entry, prompt = many(living).entry, living.window.composer.prompt
    for text in ("One lotus", "One lotus\n\nIn the style of a watercolour", '{"scene": "lotus"}'):
        prompt.setPlainText(text)
        assert entry.button.text() == ""
    prompt.setPlainText("A {colour} lotus")
    assert entry.button.text() == "Fill in the variables…"


def test_a_problem_keeps_everything_back_until_it_is_solved(
    qtbot: QtBot, living: LivingWindow
) -> None:
    paste(living, "prompt\tduration\nmèo\t5\nchó\t99")
    shown = dialog(living)
    qtbot.waitUntil(shown.first_problem.isVisible)
    assert shown.model.problem_rows == [1]
    assert not shown.create_button.isEnabled()
    shown.first_problem.click()
    assert shown.table.currentIndex().row() == shown.model.problem_rows[0]
    column = [one.means for one in shown.model.table.columns].index("duration")
    shown.model.setData(shown.model.index(1, column), "10")
    qtbot.waitUntil(shown.create_button.isEnabled)
    assert engine(living).created == []


def test_what_a_row_of_a_moment_ago_costs_is_never_said(qtbot: QtBot, living: LivingWindow) -> None:
    paste(living, "mèo\nchó")
    shown = dialog(living)
    qtbot.waitUntil(shown.create_button.isEnabled)
    shown.model.remove([0])
    assert not shown.create_button.isEnabled()
    QTest.keyClick(shown, Qt.Key.Key_Return)
    assert engine(living).created == []
    qtbot.waitUntil(lambda: says(living, "Create 1 video · 100 credits · 9,900 left"))


def test_a_look_at_rows_of_a_moment_ago_is_answered_to_nobody(
    qtbot: QtBot, open_living: OpenLivingWindow
) -> None:
    gate = asyncio.Event()

    def prepare(engine: Any) -> None:
        engine.batches.gate = gate

    async def release(_engine: object) -> None:
        gate.set()

    living = open_living(available=10_000_00, prepare=prepare)
    paste(living, "mèo\nchó")
    qtbot.waitUntil(lambda: len(engine(living).checked) == 1)
    shown = dialog(living)
    shown.model.remove([0])
    answered: list[object] = []
    living.bridge.ask(release, answered.append)
    # Its answer comes right behind, and long before the next look.
    living.bridge.ask(lambda engine: engine.batches.waiting(), answered.append)
    qtbot.waitUntil(lambda: len(answered) == 2)
    assert not shown.create_button.isEnabled()
    qtbot.waitUntil(lambda: says(living, "Create 1 video · 100 credits · 9,900 left"))


def test_too_few_credits_are_said_beside_the_button(
    qtbot: QtBot, open_living: OpenLivingWindow
) -> None:
    living = open_living(available=250_00)
    paste(living, "\n".join(LINES[:3]))
    shown = dialog(living)
    qtbot.waitUntil(lambda: "50 credits" in shown.said.text())
    assert not shown.create_button.isEnabled()


def test_where_nobody_knows_the_price_one_says_how_much_may_be_held(
    qtbot: QtBot, open_living: OpenLivingWindow
) -> None:
    living = open_living(available=1_000_00, provider="kie")
    paste(living, f"prompt\tmodel\nmèo\t{UNPRICED}\nchó\t{UNPRICED}")
    shown = dialog(living)
    qtbot.waitUntil(shown.bound.isVisible)
    assert not shown.create_button.isEnabled()
    shown.bound.click()
    question = shown.findChild(QInputDialog, "mostQuestion")
    assert isinstance(question, QInputDialog)
    question.setIntValue(300)
    question.accept()
    words = "Create 2 videos · at most 300 credits · 700 left"
    qtbot.waitUntil(lambda: says(living, words))
    assert shown.create_button.isEnabled()


def test_a_refusal_leaves_every_row_where_it_is(qtbot: QtBot, living: LivingWindow) -> None:
    engine(living).failure = NotEnoughCreditsError(0, 100)
    paste(living, "\n".join(LINES[:3]))
    shown = dialog(living)
    qtbot.waitUntil(shown.create_button.isEnabled)
    shown.create_button.click()
    qtbot.waitUntil(lambda: len(living.alerts()) == 1)
    assert shown.isVisible()
    assert shown.model.rowCount() == 3
    qtbot.waitUntil(shown.create_button.isEnabled)


def test_the_very_same_rows_are_paid_for_again_only_after_a_yes(
    qtbot: QtBot, living: LivingWindow
) -> None:
    engine(living).failure = RepeatedRequestError("0", 4_200)
    paste(living, "\n".join(LINES[:3]))
    shown = dialog(living)
    for answer in ("No", "Make another one"):
        qtbot.waitUntil(shown.create_button.isEnabled)
        shown.create_button.click()
        qtbot.waitUntil(lambda: living.window.findChild(QMessageBox, "repeatQuestion") is not None)
        box = living.window.findChild(QMessageBox, "repeatQuestion")
        assert isinstance(box, QMessageBox)
        assert engine(living).created == []
        next(one for one in box.findChildren(QPushButton) if one.text() == answer).click()
        qtbot.waitUntil(lambda: living.window.findChild(QMessageBox, "repeatQuestion") is None)
    qtbot.waitUntil(lambda: len(engine(living).created) == 1)


def test_the_composers_description_is_no_rows(qtbot: QtBot, living: LivingWindow) -> None:
    living.window.composer.prompt.setPlainText("left over")
    paste(living, "prompt\ttakes\nmèo\t1\n\t2")
    qtbot.waitUntil(dialog(living).first_problem.isVisible)
    assert dialog(living).model.problem_rows == [1]


def test_the_composers_style_is_said_above_the_rows_and_is_sent(
    qtbot: QtBot, living: LivingWindow
) -> None:
    qtbot.waitUntil(lambda: living.presenter.prompts is not None)
    assert living.presenter.prompts is not None
    noir = Preset("noir", {"en": "Film noir"}, VideoRequest("", "in black and white"))
    living.presenter.prompts.styles.apply(noir)
    paste(living, "prompt\tpreset\nmèo\t\n")
    qtbot.waitUntil(lambda: presenter(living)._rows is not None)
    assert dialog(living)._defaults.text().endswith(" · Film noir")
    (row,) = presenter(living)._rows or ()
    assert row.priced is not None
    assert row.priced.request.prompt == "mèo\n\nin black and white"


def test_a_half_made_batch_comes_back(qtbot: QtBot, living: LivingWindow) -> None:
    paste(living, "\n".join(LINES[:3]))
    qtbot.waitUntil(lambda: dialog(living).model.rowCount() == 3)
    dialog(living).template.show_template("{màu}", {"màu": "đỏ"})
    presenter(living).note()
    drafts = living.engine.preferences.drafts
    qtbot.waitUntil(lambda: "batch" in drafts.texts)
    again = BatchPresenter(
        living.bridge, living.window.composer, living.window, living.window._theme.tokens
    )
    again.take_text("one more")
    qtbot.waitUntil(lambda: again.dialog.model.rowCount() == 4)
    assert sheet.described(again.dialog.model.table) == (*LINES[:3], "one more")
    assert again.dialog.template.rows() == ("đỏ",)


def test_a_file_of_rows_is_dropped_on_the_window(
    qtbot: QtBot, living: LivingWindow, tmp_path: Path
) -> None:
    path = tmp_path / "ý tưởng.csv"
    path.write_text("mô tả,số bản\nmèo,2\n", encoding="utf-8")
    drop_on(living.window, path)
    qtbot.waitUntil(lambda: says(living, "Create 2 videos · 200 credits · 9,800 left"))
    dialog(living).create_button.click()
    qtbot.waitUntil(lambda: ("admit", "ý tưởng") in engine(living).calls)


def test_a_copied_file_is_pasted_as_its_rows(
    qtbot: QtBot, living: LivingWindow, tmp_path: Path
) -> None:
    path = tmp_path / "ý tưởng.csv"
    path.write_text("mô tả,số bản\nmèo,2\n", encoding="utf-8")
    many(living).batches.open()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    QApplication.clipboard().setMimeData(data)
    QTest.keyClick(dialog(living).table, Qt.Key.Key_V, CONTROL)
    qtbot.waitUntil(lambda: says(living, "Create 2 videos · 200 credits · 9,800 left"))


def test_variables_make_rows(qtbot: QtBot, living: LivingWindow) -> None:
    living.window.composer.prompt.setPlainText("A {colour} {thing}")
    many(living).entry.button.click()
    shown = dialog(living)
    assert page_of(living) is Page.TEMPLATE
    for box, values in zip(shown.template.lists, ("red\nblue", "cat\ndog"), strict=True):
        box.editor.setPlainText(values)
    assert shown.template.total.text() == "2 × 2 = 4 videos · 400 credits"
    shown.fill_button.click()
    assert page_of(living) is Page.TABLE
    qtbot.waitUntil(lambda: says(living, "Create 4 videos · 400 credits · 9,600 left"))


def test_tab_goes_from_the_template_down_through_its_lists(living: LivingWindow) -> None:
    living.window.composer.prompt.setPlainText("A {colour} {thing}")
    many(living).entry.button.click()
    page = dialog(living).template
    page.template.setFocus()
    # Made with the description, long after the ways to combine them, above which they stand.
    for part in (*(box.editor for box in page.lists), page.each):
        QTest.keyClick(dialog(living), Qt.Key.Key_Tab)
        assert dialog(living).focusWidget() is part


# --- the queue -----------------------------------------------------------------------------------


def standing(states: dict[VideoState, int], **values: Any) -> BatchStanding:
    return BatchStanding(Batch("batch-1", "wallet", "Ý tưởng", 1_795_262_400_000), states, **values)


def test_what_an_earlier_run_did_not_send_waits_for_a_word(
    qtbot: QtBot, open_living: OpenLivingWindow
) -> None:
    waits = standing({VideoState.RESERVED: 14, VideoState.COMPLETED: 2})

    def prepare(engine: Any) -> None:
        engine.batches.known = (waits,)

    living = open_living(prepare=prepare)
    qtbot.waitUntil(lambda: question(living.window) is not None)
    box = question(living.window)
    assert box is not None
    assert box.text() == "Send the 14 videos that are still waiting?"
    # Enter and Escape say no: nobody wants yesterday's queue paid for today.
    assert box.defaultButton() is box.escapeButton()
    yes = next(button for button in box.buttons() if button is not box.escapeButton())
    yes.click()
    qtbot.waitUntil(lambda: engine(living).calls == [("resume", "batch-1")])


def question(window: QWidget) -> QMessageBox | None:
    return window.findChild(QMessageBox, "batchRestart")


def test_a_batch_is_paused_goes_on_and_is_cancelled(qtbot: QtBot, living: LivingWindow) -> None:
    many(living).batches.open_queue()
    page = dialog(living).queue
    states = {VideoState.RESERVED: 3, VideoState.PROCESSING: 1}
    page.show_standing(standing(states, is_running=True))
    card = page.cards["batch-1"]
    assert card.go.text() == "Pause"
    card.go.click()
    qtbot.waitUntil(lambda: ("pause", "batch-1") in engine(living).calls)
    page.show_standing(standing(states))
    assert card.go.text() == "Send them"
    card.cancel.click()
    box = living.window.findChild(QMessageBox, "cancelBatch")
    assert isinstance(box, QMessageBox)
    verb = next(one for one in box.findChildren(QPushButton) if one.text() == "Cancel them")
    verb.click()
    qtbot.waitUntil(lambda: ("cancel_waiting", "batch-1") in engine(living).calls)


def test_what_waits_is_moved_and_given_up_with_keys(qtbot: QtBot, living: LivingWindow) -> None:
    engine(living).queue = ("a", "b", "c", "d")
    many(living).batches.open_queue()
    page = dialog(living).queue
    qtbot.waitUntil(lambda: page.model.rowCount() == 4)
    page.view.setCurrentIndex(page.model.index(1))
    alt = Qt.KeyboardModifier.AltModifier
    QTest.keyClick(page.view, Qt.Key.Key_Down, alt)
    QTest.keyClick(page.view, Qt.Key.Key_Up, alt)
    QTest.keyClick(page.view, Qt.Key.Key_Delete)
    expected = [("move", ("b",), "d"), ("move", ("b",), "a"), ("cancel", ("b",))]
    qtbot.waitUntil(lambda: engine(living).calls == expected)
    # The new order arrives, and what was chosen is still chosen.
    page.show_queue(("b", "a", "c", "d"))
    assert [index.row() for index in page.view.selectedIndexes()] == [0]


def drop_on(window: QWidget, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none, middle = Qt.KeyboardModifier.NoModifier, window.rect().center()
    QApplication.sendEvent(window, QDragEnterEvent(middle, copy, data, left, none))
    QApplication.sendEvent(window, QDropEvent(QPointF(middle), copy, data, left, none))
