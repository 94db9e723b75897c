"""Every file dialog of the program is one that does not look into files."""

from pathlib import Path

import pytest
from PySide6.QtCore import QFileInfo
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

import videogen_desktop.ui
from videogen_desktop.ui.file_dialog import file_dialog

_UI = Path(videogen_desktop.ui.__file__).parent


def test_there_is_one_way_to_a_file_dialog() -> None:
    making = ("QFileDialog(", "QFileDialog.get", "QFileSystemModel(", "QMimeDatabase(")
    makers = {
        path.name
        for path in _UI.rglob("*.py")
        if any(word in path.read_text(encoding="utf-8") for word in making)
    }
    assert makers == {"file_dialog.py"}


def test_a_file_is_known_by_its_name(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = file_dialog(None, "", str(tmp_path))
    qtbot.addWidget(dialog)
    known = dialog.iconProvider()
    (tmp_path / "clip.mp4").touch()
    assert known.type(QFileInfo(str(tmp_path / "clip.mp4"))) == "MP4"
    assert not known.icon(QFileInfo(str(tmp_path))).isNull()
    assert not known.icon(QFileInfo(str(tmp_path / "clip.mp4"))).isNull()


@pytest.mark.parametrize(("portal", "own"), [("", True), ("xdgdesktopportal", False)])
def test_the_systems_dialog_is_taken_where_it_is_another_process(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, portal: str, own: bool
) -> None:
    monkeypatch.setattr("videogen_desktop.ui.file_dialog.sys.platform", "linux")
    monkeypatch.setenv("QT_QPA_PLATFORMTHEME", portal)
    dialog = file_dialog(None, "")
    qtbot.addWidget(dialog)
    assert dialog.testOption(QFileDialog.Option.DontUseNativeDialog) is own
