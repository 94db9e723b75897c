from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData
from PySide6.QtGui import QDragLeaveEvent
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.importing.conftest import CLIP, FakeImporter, OpenImporting, drag, drop, files
from tests.ui.living_window import LivingWindow
from videogen_desktop.domain.errors import NotPlayableError, UntaggedClipError
from videogen_desktop.ui.importing.file_drops import FileDrops
from videogen_desktop.ui.importing.import_dialog import ImportDialog

MEO = Path("meo.mp4")


def drops(running: LivingWindow) -> FileDrops:
    assert running.presenter.maintenance is not None
    return running.presenter.maintenance.drops


def dialog_of(running: LivingWindow) -> ImportDialog:
    assert running.presenter.maintenance is not None
    dialog = running.presenter.maintenance.imports.dialog
    assert dialog is not None
    return dialog


def click(running: LivingWindow, text: str) -> None:
    buttons = running.window.findChildren(QPushButton)
    (button,) = [button for button in buttons if button.text() == text and button.isVisible()]
    button.click()


def test_a_clip_of_ours_restores_the_form(qtbot: QtBot, open_importing: OpenImporting) -> None:
    running = open_importing(FakeImporter())
    composer = running.window.composer
    drop(running.window, files(MEO))
    qtbot.waitUntil(lambda: composer.prompt.toPlainText() == CLIP.request.prompt)
    assert composer.aspect.current == "portrait"
    assert running.alerts() == ("The request of “meo.mp4” is back in the form.",)
    # Nothing was sent, and what was written before is one undo away.
    assert running.engine.requests == []
    composer.prompt.undo()
    assert composer.prompt.toPlainText() == ""


def test_a_model_that_is_not_on_offer_is_named(qtbot: QtBot, open_importing: OpenImporting) -> None:
    clip = replace(CLIP, request=replace(CLIP.request, model_id="sora-2-stable"), is_offered=False)
    running = open_importing(FakeImporter(clip))
    drop(running.window, files(MEO))
    qtbot.waitUntil(lambda: len(running.alerts()) == 1)
    assert "sora-2-stable" in running.alerts()[0]


def test_a_clip_that_says_nothing_can_still_come_into_the_library(
    qtbot: QtBot, open_importing: OpenImporting
) -> None:
    importer = FakeImporter(failure=UntaggedClipError(MEO))
    running = open_importing(importer)
    drop(running.window, files(MEO))
    qtbot.waitUntil(lambda: len(running.alerts()) == 1)
    assert "meo.mp4" in running.alerts()[0]
    assert running.window.composer.prompt.toPlainText() == ""
    importer.failure = None
    click(running, "Add to the library")
    qtbot.waitUntil(lambda: dialog_of(running).text.startswith("1 video imported."))
    assert importer.asked == [((MEO,), True)]


def test_what_is_no_video_is_said_so(qtbot: QtBot, open_importing: OpenImporting) -> None:
    running = open_importing(FakeImporter(failure=NotPlayableError("no video")))
    drop(running.window, files(MEO))
    qtbot.waitUntil(lambda: running.alerts() == ("“meo.mp4” is no video that plays.",))
    drop(running.window, files(Path("letter.pdf")))
    assert running.alerts()[0].startswith("VideoGen takes only videos, folders of them")


def test_several_clips_and_folders_come_in_after_a_yes(
    qtbot: QtBot, open_importing: OpenImporting, tmp_path: Path
) -> None:
    importer = FakeImporter()
    running = open_importing(importer)
    drop(running.window, files(MEO, tmp_path, Path("letter.pdf")))
    (question,) = running.window.findChildren(QMessageBox)
    assert importer.asked == []
    click(running, "Import")
    qtbot.waitUntil(lambda: bool(importer.asked))
    assert importer.asked == [((tmp_path, MEO), False)]
    assert question is not None
    qtbot.waitUntil(lambda: dialog_of(running).text.startswith("1 video imported."))


def test_the_window_says_what_a_drop_would_do_until_the_drag_leaves(
    open_importing: OpenImporting, tmp_path: Path
) -> None:
    running = open_importing(FakeImporter())
    said = []
    for data in (files(MEO), files(tmp_path), files(Path("letter.pdf"))):
        assert drag(running.window, data)
        overlay = drops(running).overlay
        assert overlay is not None
        assert overlay.isVisible()
        assert overlay.geometry() == running.window.rect()
        said.append(overlay.text)
        QApplication.sendEvent(running.window, QDragLeaveEvent())
        assert drops(running).overlay is None
        assert not overlay.isVisible()
    assert len(set(said)) == 3


def test_text_is_left_to_the_prompt_and_files_are_not(open_importing: OpenImporting) -> None:
    running = open_importing(FakeImporter())
    text = QMimeData()
    text.setText("Một con mèo")
    assert not drag(running.window, text)
    prompt = running.window.composer.prompt
    assert prompt.canInsertFromMimeData(text)
    assert not prompt.canInsertFromMimeData(files(MEO))


def test_nothing_is_taken_while_no_library_is_open(open_importing: OpenImporting) -> None:
    running = open_importing(FakeImporter())
    running.presenter.leave()
    assert not drag(running.window, files(MEO))
    assert drops(running).overlay is None


def test_the_overlay_follows_the_window(open_importing: OpenImporting) -> None:
    running = open_importing(FakeImporter())
    drag(running.window, files(MEO))
    overlay = drops(running).overlay
    assert overlay is not None
    running.window.resize(700, 500)
    QApplication.sendPostedEvents(running.window, QEvent.Type.Resize)
    assert overlay.size() == running.window.size()
