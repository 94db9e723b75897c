"""Who asked the system for less movement gets less."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from videogen_desktop.ui.composer.generate_button import GenerateButton
from videogen_desktop.ui.motion import MotionPreference, animations_allowed, is_reduced_by_files
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
