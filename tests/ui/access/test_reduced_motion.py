"""Who asked the system for less movement gets less."""

import re
import sys
from collections.abc import Callable, Iterator
from ctypes import CFUNCTYPE, c_char_p, c_void_p
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from videogen_desktop import ui
from videogen_desktop.ui.composer.generate_button import GenerateButton
from videogen_desktop.ui.motion import (
    MotionPreference,
    animations_allowed,
    is_reduced_by_files,
    is_reduced_by_macos,
)
from videogen_desktop.ui.theme.tokens import LIGHT


@pytest.fixture
def preference(qapp: QApplication) -> Iterator[MotionPreference]:
    made = MotionPreference(qapp)
    yield made
    made.put(reduced=False)
    made.deleteLater()


@pytest.mark.parametrize(
    ("file", "text", "reduced"),
    [
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=0\n", True),
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=0.5\n", False),
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=x\n", False),
        ("kdeglobals", "[General]\nColorScheme=Breeze\n", False),
        ("gtk-4.0/settings.ini", "[Settings]\ngtk-enable-animations=0\n", True),
        ("gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=false\n", True),
        ("gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=true\n", False),
        ("elsewhere", "", False),
    ],
)
def test_the_desktops_settings_are_read(
    tmp_path: Path, file: str, text: str, reduced: bool
) -> None:
    path = tmp_path / file
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    assert is_reduced_by_files(tmp_path) is reduced


@pytest.mark.parametrize("reduced", [True, False])
def test_macos_is_asked_through_nsworkspace(reduced: bool) -> None:
    """Through functions of C, whose pointers are wider than the int that ctypes takes them for."""
    names = {b"NSWorkspace": 1 << 40, b"sharedWorkspace": 2 << 40}
    names[b"accessibilityDisplayShouldReduceMotion"] = 3 << 40
    workspace = 4 << 40
    answers = {(1 << 40, 2 << 40): workspace, (workspace, 3 << 40): int(reduced)}
    find = CFUNCTYPE(c_void_p, c_char_p)
    send = CFUNCTYPE(c_void_p, c_void_p, c_void_p)
    runtime = SimpleNamespace(
        objc_getClass=find(names.get),
        sel_registerName=find(names.get),
        objc_msgSend=send(lambda receiver, name: answers[receiver, name]),
    )
    assert is_reduced_by_macos(runtime) is reduced


def test_a_file_is_not_made_by_asking(tmp_path: Path) -> None:
    assert not is_reduced_by_files(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_the_wheel_stands_still_where_that_is_wanted(
    qtbot: QtBot, preference: MotionPreference
) -> None:
    button = GenerateButton(LIGHT)
    qtbot.addWidget(button)
    turning = button.findChild(QTimer)
    assert isinstance(turning, QTimer)
    for reduced in (True, False):
        preference.put(reduced=reduced)
        assert animations_allowed() is not reduced
        button.show_busy(True)
        assert button.is_busy
        assert turning.isActive() is not reduced
        button.show_busy(False)
        assert not turning.isActive()


@pytest.fixture
def gnome_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """A program in the place of GNOME's."""
    if sys.platform in ("win32", "darwin"):
        pytest.skip("only the free desktops are asked by a program")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))

    def say(answer: str) -> None:
        program = tmp_path / "gsettings"
        program.write_text(f"#!/bin/sh\n{answer}\n", "utf-8")
        program.chmod(0o755)

    return say


@pytest.mark.parametrize(("answer", "reduced"), [("echo false", True), ("echo true", False)])
def test_gnome_is_asked_again_when_the_window_comes_to_the_front(
    qtbot: QtBot,
    qapp: QApplication,
    preference: MotionPreference,
    gnome_says: Callable[[str], None],
    answer: str,
    reduced: bool,
) -> None:
    preference.follow()
    assert animations_allowed()
    preference.put(reduced=not reduced)
    gnome_says(answer)
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert animations_allowed() is reduced
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    qtbot.waitUntil(lambda: animations_allowed() is not reduced, timeout=30_000)


def test_a_gnome_that_does_not_answer_changes_nothing_else(
    qtbot: QtBot,
    tmp_path: Path,
    preference: MotionPreference,
    gnome_says: Callable[[str], None],
) -> None:
    (tmp_path / "config").mkdir()
    kde = tmp_path / "config" / "kdeglobals"
    kde.write_text("[KDE]\nAnimationDurationFactor=0\n", "utf-8")
    gnome_says("exit 1")
    preference.ask()
    qtbot.waitUntil(lambda: not animations_allowed(), timeout=30_000)


def test_everything_that_moves_by_itself_asks_first() -> None:
    """A timer that turns something names its interval so; whoever starts one asks."""
    moving = re.compile(r"_TURN_(EVERY_)?MS|QPropertyAnimation|QVariantAnimation|QTimeLine|QMovie")
    sources = sorted(Path(ui.__path__[0]).rglob("*.py"))
    found = [path for path in sources if moving.search(path.read_text("utf-8"))]
    assert len(found) >= 2, "what moves is named in another way now"
    careless = [
        path.name for path in found if "animations_allowed()" not in path.read_text("utf-8")
    ]
    assert careless == []
