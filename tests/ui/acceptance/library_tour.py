"""The window with its dialogs over one library; tests/watching runs it under strace."""

import os
import subprocess
import sys
from collections.abc import Callable

from PySide6.QtWidgets import QFileDialog, QFileSystemModel

from tests.ui.acceptance.conftest import OpenDesktop
from tests.ui.acceptance.running_desktop import RunningDesktop
from tests.ui.acceptance.test_damaged_library import closed_state, recovery, safety_page
from tests.watching.terminal_tour import damage
from videogen_desktop.storage.directories import Directories


def test_a_life_with_a_library(open_desktop: OpenDesktop, places: Directories) -> None:
    desk = open_desktop()
    video_id = desk.create("Một con mèo chơi với cuộn len")
    desk.until_ended(video_id)
    hand_over(desk, places)
    page = safety_page(desk)
    page.back_up.click()
    desk.until(lambda: page.last_backup.endswith("2 video"))
    _ask_for_every_file(desk, places, video_id)
    _diagnose(desk, places)
    desk.end()
    desk = open_desktop()
    desk.until(lambda: len(desk.ids()) == 2)
    desk.end()

    damage(places.data)
    desk = open_desktop(opens=False)
    _diagnose(desk, places)
    closed_state(desk).recover.click()
    dialog = recovery(desk)
    desk.until(dialog.go.isEnabled)
    dialog.go.click()
    desk.answer_question("Khôi phục")
    desk.until(lambda: dialog.report)
    dialog.go.click()
    desk.until(lambda: len(desk.ids()) == 2)


def hand_over(desk: RunningDesktop, places: Directories) -> None:
    """A terminal beside the window has it make a video, and lists what there is."""
    words = ("generate", "Bãi biển lúc hoàng hôn", "--yes", "--data-dir", os.fspath(places.data))
    terminal = subprocess.Popen([sys.executable, "-P", "-m", "videogen_desktop", *words])
    desk.until(lambda: terminal.poll() is not None)
    assert terminal.returncode == 0
    desk.until(lambda: len(desk.ids()) == 2)


def _ask_for_every_file(desk: RunningDesktop, places: Directories, video_id: str) -> None:
    _browse(desk, places, lambda: desk.save_dialog(video_id))
    maintenance = desk.maintenance
    assert maintenance is not None
    _browse(desk, places, maintenance.imports.ask_folder)
    safety = safety_page(desk)
    _browse(desk, places, safety.second.choose.click)
    settings = desk._presenter.dialog
    assert settings is not None
    _browse(desk, places, settings.files.change_folder.click)
    _browse(desk, places, settings.network._ask_ca)
    settings.close()
    account = desk._presenter.account
    assert account is not None
    account.open_statement()
    statement = account.statement
    assert statement is not None
    _browse(desk, places, lambda: statement.export_button.ask_where("csv"))
    statement.close()


def _browse(desk: RunningDesktop, places: Directories, ask: Callable[[], object]) -> None:
    """Let a file dialog show the library's own folder, and every kind of file in it."""
    ask()
    desk.until(lambda: desk.window.findChildren(QFileDialog))
    (dialog,) = desk.window.findChildren(QFileDialog)
    dialog.setDirectory(os.fspath(places.data))
    (model,) = dialog.findChildren(QFileSystemModel)
    if dialog.testOption(QFileDialog.Option.ShowDirsOnly):
        # The rest is looked at all the same.
        shown = places.backups
    else:
        shown = places.database
    desk.until(lambda: model.fileName(model.index(os.fspath(shown))) == shown.name)
    desk.settle()
    dialog.close()
    desk.until(lambda: not desk.window.findChildren(QFileDialog))


def _diagnose(desk: RunningDesktop, places: Directories) -> None:
    maintenance = desk.maintenance
    assert maintenance is not None
    maintenance.diagnosis.open()
    dialog = maintenance.diagnosis.dialog
    assert dialog is not None
    desk.until(lambda: maintenance.diagnosis._diagnosis is not None)
    target = places.data / "diagnosis.zip"
    target.unlink(missing_ok=True)
    maintenance.diagnosis.save(os.fspath(target))
    desk.until(target.exists)
    dialog.close()
