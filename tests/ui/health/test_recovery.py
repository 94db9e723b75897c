from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.health.conftest import BACKUP, DAMAGE, RESULT, ClosedWindow, OpenClosed
from videogen_desktop.domain.errors import LibraryDamagedError, RecoveryFailedError
from videogen_desktop.domain.events import ProblemReported
from videogen_desktop.domain.library_health import RecoveryChoice, UnknownTask
from videogen_desktop.ui.health.recovery_dialog import RecoveryDialog

DAMAGED = LibraryDamagedError(Path("library.sqlite"), ("unreadable",), BACKUP)


def recovery(qtbot: QtBot, running: ClosedWindow) -> RecoveryDialog:
    running.health.open_recovery()
    dialog = running.health.dialog
    assert dialog is not None
    qtbot.waitUntil(dialog.go.isEnabled)
    return dialog


def answer(qtbot: QtBot, dialog: RecoveryDialog, text: str) -> None:
    dialog.go.click()
    (question,) = dialog.findChildren(QMessageBox)
    buttons = question.findChildren(QPushButton)
    next(button for button in buttons if button.text() == text).click()
    qtbot.waitUntil(lambda: not dialog.findChildren(QMessageBox))


def test_nothing_is_done_before_the_answer_is_yes(qtbot: QtBot, open_closed: OpenClosed) -> None:
    running = open_closed(DAMAGED)
    dialog = recovery(qtbot, running)
    answer(qtbot, dialog, "Not now")
    assert running.maintenance.repairs == []
    answer(qtbot, dialog, "Recover")
    qtbot.waitUntil(lambda: dialog.report is not None)
    assert running.maintenance.repairs == [RecoveryChoice(BACKUP.path)]
    assert "130 videos in the library." in dialog.outcome.text
    dialog.go.click()
    qtbot.waitUntil(lambda: running.health.closed is None)


def test_the_other_ways_are_the_users_to_choose(qtbot: QtBot, open_closed: OpenClosed) -> None:
    running = open_closed(DAMAGED)
    dialog = recovery(qtbot, running)
    dialog.choices.choose(1)
    answer(qtbot, dialog, "Recover")
    qtbot.waitUntil(lambda: dialog.report is not None)
    assert running.maintenance.repairs == [RecoveryChoice(None)]


def test_without_a_good_backup_what_can_be_read_is_offered_first(
    qtbot: QtBot, open_closed: OpenClosed
) -> None:
    running = open_closed(DAMAGED)
    running.maintenance.found = replace(DAMAGE, backups=(replace(BACKUP, is_good=False),))
    chosen = recovery(qtbot, running).choices.chosen
    assert chosen is not None
    assert chosen[0] == RecoveryChoice(None)


def test_a_sound_library_offers_nothing_to_recover(qtbot: QtBot, open_closed: OpenClosed) -> None:
    running = open_closed()
    running.maintenance.found = replace(DAMAGE, findings=())
    running.health.open_recovery()
    dialog = running.health.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: "sound" in dialog.choices.about.text())
    assert not dialog.go.isEnabled()


def test_a_recovery_that_fails_changed_nothing_and_another_can_be_tried(
    qtbot: QtBot, open_closed: OpenClosed
) -> None:
    running = open_closed(DAMAGED)
    running.maintenance.failures = [RecoveryFailedError(("bad_backup",))]
    dialog = recovery(qtbot, running)
    answer(qtbot, dialog, "Recover")
    qtbot.waitUntil(lambda: "nothing was changed" in dialog.failure_label.text())
    assert dialog.failure_label.isVisible()
    dialog.choices.choose(1)
    answer(qtbot, dialog, "Recover")
    qtbot.waitUntil(lambda: dialog.report is not None)


def test_the_dialog_cannot_be_left_while_it_works(qtbot: QtBot, open_closed: OpenClosed) -> None:
    running = open_closed(DAMAGED)
    dialog = recovery(qtbot, running)
    dialog.show_working()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    dialog.show_failure(RecoveryFailedError(()))
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_damage_found_while_the_library_is_open_closes_it_before_the_recovery(
    qtbot: QtBot, open_closed: OpenClosed
) -> None:
    running = open_closed()
    closed_before: list[bool] = []
    running.maintenance.on_repair = lambda: closed_before.append(running.engines[0].is_closed)
    running.bridge.publish(ProblemReported(DAMAGED))
    qtbot.waitUntil(lambda: len(running.alerts()) == 1)
    (act,) = [
        button
        for button in running.window.library_area.findChildren(QPushButton)
        if button.text() == "Recover…" and button.isVisible()
    ]
    act.click()
    dialog = running.health.dialog
    assert dialog is not None
    qtbot.waitUntil(dialog.go.isEnabled)
    answer(qtbot, dialog, "Recover")
    qtbot.waitUntil(lambda: dialog.report is not None)
    assert closed_before == [True]
    dialog.go.click()
    qtbot.waitUntil(lambda: len(running.engines) == 2)


def test_paid_tasks_that_nobody_knows_are_looked_for_once_the_library_is_open(
    qtbot: QtBot, open_closed: OpenClosed
) -> None:
    running = open_closed(DAMAGED)
    tasks = tuple(UnknownTask("https://api.kie.ai", f"{number:032x}") for number in range(2))
    running.maintenance.result = replace(RESULT, unknown_tasks=tasks)
    dialog = recovery(qtbot, running)
    answer(qtbot, dialog, "Recover")
    qtbot.waitUntil(dialog.tasks.isVisible)
    dialog.tasks.click()
    qtbot.waitUntil(lambda: running.health.closed is None)
    rescue = running.window.rescue.dialog
    qtbot.waitUntil(rescue.isVisible)
    assert rescue.box.toPlainText().split() == [task.task_id for task in tasks]
