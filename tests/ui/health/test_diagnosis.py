from pathlib import Path

from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.account.fake_account import AccountEngine
from tests.ui.health.conftest import FakeDiagnosis, OpenClosed
from videogen_desktop.domain.errors import LibraryUnusableError


def with_diagnosis(engine: AccountEngine) -> None:
    async def collect() -> FakeDiagnosis:
        return FakeDiagnosis("of the engine")

    engine.diagnose = collect


def test_just_what_was_shown_is_saved_where_the_user_chose(
    qtbot: QtBot, open_closed: OpenClosed, tmp_path: Path
) -> None:
    running = open_closed(prepare=with_diagnosis)
    running.maintenance_presenter.diagnosis.open()
    dialog = running.maintenance_presenter.diagnosis.dialog
    assert dialog is not None
    assert not dialog.save.isEnabled()
    qtbot.waitUntil(dialog.save.isEnabled)
    assert dialog.preview.toPlainText() == "of the engine"
    dialog.save.click()
    (chooser,) = dialog.findChildren(QFileDialog)
    chooser.fileSelected.emit(str(tmp_path / "report.zip"))
    chooser.close()
    qtbot.waitUntil(lambda: dialog.note == "Saved as report.zip")
    assert (tmp_path / "report.zip").read_text() == "of the engine"


def test_a_library_that_does_not_open_has_a_diagnosis_too(
    qtbot: QtBot, open_closed: OpenClosed
) -> None:
    running = open_closed(LibraryUnusableError("disk_full"))
    assert running.health.closed is not None
    running.health.closed.diagnosis.click()
    dialog = running.maintenance_presenter.diagnosis.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.preview.toPlainText() == "without a library")


def test_a_place_that_cannot_be_written_is_said(
    qtbot: QtBot, open_closed: OpenClosed, tmp_path: Path
) -> None:
    running = open_closed(prepare=with_diagnosis)
    diagnosis = running.maintenance_presenter.diagnosis
    diagnosis.open()
    dialog = diagnosis.dialog
    assert dialog is not None
    qtbot.waitUntil(dialog.save.isEnabled)
    diagnosis.save(str(tmp_path / "gone" / "report.zip"))
    qtbot.waitUntil(lambda: "cannot be written" in dialog.note)
