"""The clips as they are seen: beside each other, wiped, flipped, and all of one moment."""

from collections.abc import Iterator, Sequence

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QSizeF, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.compare.fakes import Bench
from tests.ui.gallery.cards import card
from videogen_desktop.ui.compare.arrangement import arranged
from videogen_desktop.ui.compare.compare_view import CompareView
from videogen_desktop.ui.compare.stage import Look

Key = Qt.Key
RED, BLUE = 0xFFCC2020, 0xFF2020CC
WIDE, TALL = 16 / 9, 9 / 16


@pytest.fixture
def view(qtbot: QtBot, bench: Bench) -> Iterator[CompareView]:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(1_000, 700)
    view = CompareView(host, QWidget(host), bench.joint)
    host.show()
    yield view
    view.close_down()


def show(view: CompareView, bench: Bench, *colours: int, seek_ms: Sequence[int] = ()) -> None:
    for number, colour in enumerate(colours):
        bench.prepare(colour=colour, seek_ms=seek_ms[number] if seek_ms else 20)
    names = "abcd"[: len(colours)]
    view.open([card(name, clip=bench.file(name)) for name in names])
    bench.stand(max(seek_ms, default=20))
    bench.joint.pause()
    see(bench)


def see(bench: Bench, milliseconds: int = 1_000) -> None:
    bench.time.pass_(milliseconds)
    for _ in bench.engines:
        QCoreApplication.processEvents()


def seen(view: CompareView, x: float) -> int:
    """The colour at this part of the width of what the clips cover, in the middle of it."""
    canvas = view.stage._canvas()
    picture = view.stage.grab().toImage()
    at = QPoint(round(canvas.left() + canvas.width() * x), round(canvas.top() + 40))
    return QColor(picture.pixel(at * picture.devicePixelRatio())).rgb()


@pytest.mark.parametrize(
    ("shapes", "room", "rows"),
    [
        ([WIDE] * 2, (1366, 600), 1),
        ([WIDE] * 4, (1366, 600), 2),
        ([TALL] * 4, (1366, 600), 1),
        ([WIDE] * 3, (480, 700), 3),
        ([TALL] * 2, (480, 700), 1),
    ],
)
def test_clips_stand_so_that_most_of_the_room_is_picture(
    shapes: list[float], room: tuple[int, int], rows: int
) -> None:
    rects = arranged(shapes, QSizeF(*room), 44, 12)
    assert len({rect.top() for rect in rects}) == rows
    assert len({round(rect.height(), 6) for rect in rects}) == 1
    assert all(rect.left() >= -0.01 and rect.right() <= room[0] + 0.01 for rect in rects)
    assert all(rect.bottom() + 44 <= room[1] + 0.01 for rect in rects)


def test_a_line_wipes_from_one_to_the_other(qtbot: QtBot, view: CompareView, bench: Bench) -> None:
    show(view, bench, RED, BLUE)
    qtbot.keyClick(view, Key.Key_W)
    assert (seen(view, 0.45), seen(view, 0.55)) == (RED, BLUE)
    for _ in range(5):
        qtbot.keyClick(view, Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert (seen(view, 0.55), seen(view, 0.65)) == (RED, BLUE)
    canvas = view.stage._canvas()
    quarter = QPoint(round(canvas.left() + canvas.width() / 4), round(canvas.center().y()))
    qtbot.mouseClick(view.stage, Qt.MouseButton.LeftButton, pos=quarter)
    assert (seen(view, 0.2), seen(view, 0.3)) == (RED, BLUE)
    qtbot.keyClick(view, Key.Key_W)
    assert view.stage.look is Look.SIDE_BY_SIDE


def test_one_lies_over_the_other_and_both_stay_up_to_date(
    qtbot: QtBot, view: CompareView, bench: Bench
) -> None:
    show(view, bench, RED, BLUE)
    qtbot.keyClick(view, Key.Key_B)
    assert seen(view, 0.5) == RED
    bench.joint.seek(2_000)
    see(bench)
    qtbot.keyClick(view, Key.Key_B)
    assert seen(view, 0.5) == BLUE
    assert view.stage.tiles[1].shown_ms == 2_000.0


def test_after_a_seek_all_change_at_once(view: CompareView, bench: Bench) -> None:
    """One that is slower would stand beside the others with a frame of another moment."""
    show(view, bench, RED, BLUE, seek_ms=(20, 400))
    before = [tile.shown_ms for tile in view.stage.tiles]
    assert len(set(before)) == 1
    bench.joint.seek(2_010)
    see(bench, 200)
    assert bench.numbers()[0] == 50
    assert [tile.shown_ms for tile in view.stage.tiles] == before
    see(bench, 300)
    assert [tile.shown_ms for tile in view.stage.tiles] == [2_000.0, 2_000.0]


def test_a_click_or_a_key_lets_another_one_be_heard_and_no_other(
    qtbot: QtBot, view: CompareView, bench: Bench
) -> None:
    show(view, bench, RED, BLUE, RED)
    where = view.stage.rects[2].center().toPoint()
    qtbot.mouseClick(view.stage, Qt.MouseButton.LeftButton, pos=where)
    assert [engine.volume for engine in bench.engines] == [None, None, 0.8]
    qtbot.keyClick(view, Key.Key_A)
    assert [engine.volume for engine in bench.engines] == [0.8, None, None]
    lit = [
        caption.sound.accessibleName().startswith("The sound") for caption in view.stage.captions
    ]
    assert lit == [True, False, False]


def test_more_than_two_are_neither_wiped_nor_flipped(
    qtbot: QtBot, view: CompareView, bench: Bench
) -> None:
    show(view, bench, RED, BLUE, RED)
    for key in (Key.Key_W, Key.Key_B):
        qtbot.keyClick(view, key)
        assert view.stage.look is Look.SIDE_BY_SIDE
    assert not any(button.isVisible() for button in view.bar.looks.values())
