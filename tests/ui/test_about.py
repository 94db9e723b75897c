"""The About box, and the licences behind it."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from videogen_desktop import __version__
from videogen_desktop.resources import notices_path
from videogen_desktop.ui.about import NoticesDialog, about_box
from videogen_desktop.ui.theme.stylesheet import stylesheet_from
from videogen_desktop.ui.theme.tokens import LIGHT

NOTICES = "Components\n\nx264 (encodes H.264) 0.165\nx265 (of PyAV, encodes HEVC) 4.2\n"


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program runs from this folder."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "MacOS" / "videogen-desktop"))
    (tmp_path / "MacOS").mkdir()
    return tmp_path


def terms(window: QWidget) -> str:
    box = about_box(window)
    assert __version__ in box.text()
    return box.informativeText()


def test_where_pip_installed_it_the_program_is_under_the_mit_licence(window: QWidget) -> None:
    said = terms(window)
    assert f"Qt {qVersion()}" in said
    assert "MIT" in said
    for word in ("LGPL", "FFmpeg", "x264", "x265", "PyAV"):
        assert word in said


@pytest.mark.parametrize("place", ["MacOS", "Resources"])
def test_a_bundle_is_under_the_gpl_and_names_the_codecs_that_it_has(
    window: QWidget, bundle: Path, place: str
) -> None:
    path = bundle / place / "THIRD-PARTY-NOTICES.txt"
    path.parent.mkdir(exist_ok=True)
    path.write_text(NOTICES, "utf-8")
    assert notices_path() == path
    said = terms(window)
    for word in ("GPL", "3", "FFmpeg", "x264, x265", f"Qt {qVersion()}", "MIT"):
        assert word in said
    path.write_text(NOTICES.replace("x265 (of PyAV, encodes HEVC)", "Stand-in for x265"), "utf-8")
    assert "x265" not in terms(window)


@pytest.mark.parametrize(("room", "widest"), [(1366, 600), (480, 480)])
def test_its_lines_are_long_enough_to_read_and_its_buttons_alike(
    window: QWidget, room: int, widest: int
) -> None:
    window.setStyleSheet(stylesheet_from(LIGHT, 10.0, 0, sys.platform))
    window.resize(room, 640)
    window.show()
    box = about_box(window)
    box.open()
    label = box.findChild(QLabel, "qt_msgbox_informativelabel")
    assert isinstance(label, QLabel)
    assert label.width() > 280
    assert box.width() < widest
    heights = {button.height() for button in box.findChildren(QPushButton)}
    assert len(heights) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_program_that_was_started_by_a_link_finds_them(
    bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program, link = bundle / "MacOS" / "videogen-desktop", bundle / "videogen-desktop"
    program.touch()
    program.with_name("THIRD-PARTY-NOTICES.txt").touch()
    link.symlink_to(program)
    monkeypatch.setattr(sys, "executable", str(link))
    assert notices_path() == program.with_name("THIRD-PARTY-NOTICES.txt")


def test_its_button_opens_the_notices_of_the_bundle(
    qtbot: QtBot, window: QWidget, bundle: Path
) -> None:
    (bundle / "MacOS" / "THIRD-PARTY-NOTICES.txt").write_text(NOTICES, "utf-8")
    dialog = opened(qtbot, window)
    assert dialog.text.toPlainText() == NOTICES
    assert dialog.text.isReadOnly()


def test_its_button_says_what_holds_where_nothing_is_bundled(qtbot: QtBot, window: QWidget) -> None:
    said = opened(qtbot, window).text.toPlainText()
    assert "Permission is hereby granted, free of charge" in said
    assert sys.prefix in said
    for word in ("LGPL 3", "x264", "x265", "GPL", "Be Vietnam Pro", "Lucide"):
        assert word in said


def opened(qtbot: QtBot, window: QWidget) -> NoticesDialog:
    """By a click in the box, which closes by that."""
    window.show()
    box = about_box(window)
    box.open()
    button = box.findChild(QPushButton, "licences")
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.findChildren(QMessageBox, "about"))
    dialog = window.findChild(NoticesDialog)
    assert isinstance(dialog, NoticesDialog)
    assert dialog.isVisible()
    return dialog
