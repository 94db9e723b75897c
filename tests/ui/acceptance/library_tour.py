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
    running = open_desktop()
    video_id = running.create("Một con mèo chơi với cuộn len")
    running.until_ended(video_id)
    hand_over(running, places)
    page = safety_page(running)
    page.back_up.click()
    running.until(lambda: page.last_backup.endswith("2 video"))
    _ask_for_every_file(running, places, video_id)
    _diagnose(running, places)
    running.end()
    running = open_desktop()
    running.until(lambda: len(running.ids()) == 2)
    running.end()

    damage(places.data)
    running = open_desktop(opens=False)
    _diagnose(running, places)
    closed_state(running).recover.click()
    dialog = recovery(running)
    running.until(dialog.go.isEnabled)
    dialog.go.click()
    running.answer_question("Khôi phục")
    running.until(lambda: dialog.report)
    dialog.go.click()
    running.until(lambda: len(running.ids()) == 2)


def hand_over(running: RunningDesktop, places: Directories) -> None:
    """A terminal beside the window has it make a video, and lists what there is."""
    words = ("generate", "Bãi biển lúc hoàng hôn", "--yes", "--data-dir", os.fspath(places.data))
    terminal = subprocess.Popen([sys.executable, "-P", "-m", "videogen_desktop", *words])
    running.until(lambda: terminal.poll() is not None)
    assert terminal.returncode == 0
    running.until(lambda: len(running.ids()) == 2)


def _ask_for_every_file(running: RunningDesktop, places: Directories, video_id: str) -> None:
    _browse(running, places, lambda: running.save_dialog(video_id))
    maintenance = running.maintenance
    assert maintenance is not None
    _browse(running, places, maintenance.imports.ask_folder)
    safety = safety_page(running)
    _browse(running, places, safety.second.choose.click)
    settings = running._presenter.dialog
    assert settings is not None
    _browse(running, places, settings.files.change_folder.click)
    _browse(running, places, settings.network._ask_ca)
    settings.close()
    account = running._presenter.account
    assert account is not None
    account.open_statement()
    statement = account.statement
    assert statement is not None
    _browse(running, places, lambda: statement.export_button.ask_where("csv"))
    statement.close()


def _browse(running: RunningDesktop, places: Directories, ask: Callable[[], object]) -> None:
    """Let a file dialog show the library's own folder, and every kind of file in it."""
    ask()
    running.until(lambda: running.window.findChildren(QFileDialog))
    (dialog,) = running.window.findChildren(QFileDialog)
    dialog.setDirectory(os.fspath(places.data))
    (model,) = dialog.findChildren(QFileSystemModel)
    if dialog.testOption(QFileDialog.Option.ShowDirsOnly):
        # The rest is looked at all the same.
        shown = places.backups
    else:
        shown = places.database
    running.until(lambda: model.fileName(model.index(os.fspath(shown))) == shown.name)
    running.settle()
    dialog.close()
    running.until(lambda: not running.window.findChildren(QFileDialog))


def _diagnose(running: RunningDesktop, places: Directories) -> None:
    maintenance = running.maintenance
    assert maintenance is not None
    maintenance.diagnosis.open()
    dialog = maintenance.diagnosis.dialog
    assert dialog is not None
    running.until(lambda: maintenance.diagnosis._diagnosis is not None)
    target = places.data / "diagnosis.zip"
    target.unlink(missing_ok=True)
    maintenance.diagnosis.save(os.fspath(target))
    running.until(target.exists)
    dialog.close()
