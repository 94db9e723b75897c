from pathlib import Path

from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.importing.conftest import FakeImporter, OpenImporting
from tests.ui.living_window import LivingWindow
from videogen_desktop.domain.clip_tags import ImportOutcome
from videogen_desktop.domain.errors import LibraryUnusableError
from videogen_desktop.ui.importing.import_presenter import ImportPresenter


def imports(running: LivingWindow) -> ImportPresenter:
    assert running.presenter.maintenance is not None
    return running.presenter.maintenance.imports


def test_the_menu_asks_for_a_folder_and_shows_what_came_of_it(
    qtbot: QtBot, open_importing: OpenImporting, tmp_path: Path
) -> None:
    importer = FakeImporter()
    running = open_importing(importer)
    running.window.header.more.import_folder.trigger()
    (chooser,) = running.window.findChildren(QFileDialog)
    chooser.fileSelected.emit(str(tmp_path))
    chooser.close()
    dialog = imports(running).dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.text.startswith("1 video imported."))
    assert not dialog.bar.isVisible()
    assert importer.asked == [((tmp_path,), False)]


def test_clips_that_say_nothing_come_in_when_the_user_wants_them(
    qtbot: QtBot, open_importing: OpenImporting, tmp_path: Path
) -> None:
    importer = FakeImporter(outcome=ImportOutcome.UNTAGGED)
    running = open_importing(importer)
    imports(running).start((tmp_path,))
    dialog = imports(running).dialog
    assert dialog is not None
    qtbot.waitUntil(dialog.untagged.isVisible)
    assert "1 video does not say how it was made" in dialog.text
    dialog.untagged.click()
    qtbot.waitUntil(lambda: len(importer.asked) == 2)
    assert importer.asked[1] == ((tmp_path,), True)
    qtbot.waitUntil(lambda: dialog.text.startswith("1 video imported."))
    assert not dialog.untagged.isVisible()


def test_an_import_is_stopped_and_says_what_came_in(
    qtbot: QtBot, open_importing: OpenImporting, tmp_path: Path
) -> None:
    running = open_importing(FakeImporter(waits=True))
    imports(running).start((tmp_path,))
    dialog = imports(running).dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: "1 of 2" in dialog.text)
    dialog.stop.click()
    assert not dialog.stop.isEnabled()
    qtbot.waitUntil(lambda: dialog.text.startswith("1 video imported."))
    assert "Stopped: 1 file was not looked at." in dialog.text
    assert not dialog.stop.isVisible()
    imports(running).start((tmp_path,))
    assert dialog.stop.isEnabled()
    qtbot.waitUntil(lambda: not dialog.stop.isVisible())


def test_an_import_that_nobody_watches_ends_with_a_notice(
    qtbot: QtBot, open_importing: OpenImporting, tmp_path: Path
) -> None:
    running = open_importing(FakeImporter())
    imports(running).start((tmp_path,))
    dialog = imports(running).dialog
    assert dialog is not None
    dialog.close()
    qtbot.waitUntil(lambda: running.alerts() == ("1 video imported.",))


def test_a_failure_is_said_in_the_dialog(
    qtbot: QtBot, open_importing: OpenImporting, tmp_path: Path
) -> None:
    running = open_importing(FakeImporter(failure=LibraryUnusableError("disk_full")))
    imports(running).start((tmp_path,))
    dialog = imports(running).dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: "the disk is full" in dialog.text)
