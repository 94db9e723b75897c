"""A wheel's step scrolls smoothly, unless the user wants things to stand still."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.gallery.cards import ids
from tests.ui.gallery.conftest import Gallery
from videogen_desktop.ui.motion import MotionPreference


@pytest.fixture
def motion(qapp: QApplication) -> Iterator[MotionPreference]:
    preference = MotionPreference(qapp)
    preference.put(reduced=False)
    yield preference
    preference.put(reduced=False)
    preference.deleteLater()


def turn(gallery: Gallery, notches: float, pixels: int = 0) -> None:
    where = QPointF(gallery.view.viewport().rect().center())
    event = QWheelEvent(
        where,
        QPointF(gallery.view.viewport().mapToGlobal(where.toPoint())),
        QPoint(0, pixels),
        QPoint(0, round(120 * notches)),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(gallery.view.viewport(), event)


def step() -> int:
    return QApplication.wheelScrollLines() * 48


def test_steps_add_up_to_one_movement(
    gallery: Gallery, qtbot: QtBot, motion: MotionPreference
) -> None:
    gallery.model.set_ids(ids(1_000))
    bar = gallery.view.verticalScrollBar()
    seen: list[int] = []
    bar.valueChanged.connect(seen.append)
    turn(gallery, -1)
    assert bar.value() < step()
    turn(gallery, -1)
    qtbot.waitUntil(lambda: bar.value() == 2 * step())
    assert seen == sorted(seen)


def test_smooth_scrolling_ends_at_the_end(
    gallery: Gallery, qtbot: QtBot, motion: MotionPreference
) -> None:
    gallery.model.set_ids(ids(40))
    bar = gallery.view.verticalScrollBar()
    turn(gallery, -1_000)
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    turn(gallery, 1_000)
    qtbot.waitUntil(lambda: bar.value() == 0)


def test_whoever_else_scrolls_ends_the_movement(
    gallery: Gallery, qtbot: QtBot, motion: MotionPreference
) -> None:
    gallery.model.set_ids(ids(1_000))
    bar = gallery.view.verticalScrollBar()
    turn(gallery, -10)
    bar.setValue(20_000)
    turn(gallery, -1)
    qtbot.waitUntil(lambda: bar.value() == 20_000 + step())


def test_with_reduced_motion_a_step_is_a_jump(gallery: Gallery, motion: MotionPreference) -> None:
    gallery.model.set_ids(ids(1_000))
    motion.put(reduced=True)
    turn(gallery, -1)
    assert gallery.view.verticalScrollBar().value() == step()


def test_a_touchpad_scrolls_smoothly_by_itself(gallery: Gallery, motion: MotionPreference) -> None:
    gallery.model.set_ids(ids(1_000))
    turn(gallery, -0.25, pixels=-30)
    assert gallery.view.verticalScrollBar().value() == step() // 4
