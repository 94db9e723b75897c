from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from tests.ui.gallery.cards import card
from tests.ui.gallery.conftest import Gallery, select_cards
from videogen_desktop.domain.clip import STRIP_FRAMES, strip_columns
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui.gallery import wording

LEFT, RIGHT = "#cc0000", "#0000cc"


def strip(folder: Path) -> Path:
    """The first half of the clip is red, the second blue."""
    columns = strip_columns(STRIP_FRAMES)
    rows = -(-STRIP_FRAMES // columns)
    image = QImage(columns * 160, rows * 90, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    for number in range(STRIP_FRAMES):
        row, column = divmod(number, columns)
        colour = QColor(LEFT if number < STRIP_FRAMES // 2 else RIGHT)
        painter.fillRect(column * 160, row * 90, 160, 90, colour)
    painter.end()
    path = folder / "strip.png"
    image.save(str(path))
    return path


def media_colour(gallery: Gallery) -> str:
    rect = gallery.view.cards.media_rect(0)
    # Beside the play button.
    where = rect.center() - QPoint(60, 0)
    return gallery.view.viewport().grab().toImage().pixelColor(where).name()


def test_the_strip_scrubs_under_the_pointer_and_no_player_runs(
    gallery: Gallery, qtbot: QtBot, tmp_path: Path
) -> None:
    item = replace(card("a", clip=tmp_path / "a.mp4"), strip=strip(tmp_path))
    gallery.show(item)
    # At rest the real pointer counts: after that this test's does.
    qtbot.waitUntil(lambda: not gallery.view.cards.in_motion)
    media = gallery.view.cards.media_rect(0)
    before = media_colour(gallery)
    gallery.view.hovering.hover_at(QPoint(media.x() + media.width() // 4, media.center().y()))
    qtbot.waitUntil(lambda: media_colour(gallery) == LEFT)
    gallery.view.hovering.hover_at(QPoint(media.x() + 3 * media.width() // 4, media.center().y()))
    assert media_colour(gallery) == RIGHT
    gallery.view.hovering.hover_at(None)
    assert media_colour(gallery) == before
    assert gallery.pool.player_count == 0


def test_a_card_without_a_strip_keeps_its_poster(gallery: Gallery, tmp_path: Path) -> None:
    gallery.show(card("a", clip=tmp_path / "a.mp4"))
    before = media_colour(gallery)
    gallery.view.hovering.hover_at(gallery.view.card_rect(0).center() - QPoint(0, 60))
    assert media_colour(gallery) == before


def test_the_files_of_selected_clips_can_be_dragged_out(gallery: Gallery, tmp_path: Path) -> None:
    clip = tmp_path / "Đà Nẵng.mp4"
    gallery.show(card("b", clip=clip), card("a", state=VideoState.PROCESSING))
    assert gallery.view.commands.dragged_items() == ()
    select_cards(gallery.view, ["a", "b"])
    assert [item.clip for item in gallery.view.commands.dragged_items()] == [clip]


def running(accepted_at: int) -> LibraryItem:
    item = card("a", state=VideoState.PROCESSING)
    return replace(item, video=replace(item.video, accepted_at=accepted_at))


def test_a_running_job_says_how_long_and_from_the_users_own_runs_how_much_longer() -> None:
    video = running(1_000_000).video
    assert wording.running_note(video, 1_065_000, None) == "1:05"
    soon = wording.running_note(video, 1_065_000, 90_000)
    assert soon == "1:05 · less than a minute left"
    assert "about 4 min" in wording.running_note(video, 1_065_000, 300_000)
    assert "longer than usual" in wording.running_note(video, 1_065_000, 60_000)
    assert wording.running_note(card("b").video, 1_065_000, 60_000) == ""


def test_the_seconds_are_counted_only_while_something_runs(gallery: Gallery, qtbot: QtBot) -> None:
    gallery.show(running(1_700_000_000_000))
    assert gallery.view.clock.counts_seconds
    gallery.view.hide()
    assert not gallery.view.clock.counts_seconds
    gallery.view.show()
    gallery.model.put_items([card("a", revision=2)])
    gallery.view.clock.show_elapsed()
    assert not gallery.view.clock.counts_seconds


def test_a_card_in_motion_is_a_stand_in_until_there_is_time(
    gallery: Gallery, qtbot: QtBot, tmp_path: Path
) -> None:
    gallery.show(*[card(f"card-{number}") for number in range(40)])
    gallery.view.cards.painter._deadline = 0.0
    gallery.view.cards.move_begins()
    gallery.view.viewport().repaint()
    qtbot.waitUntil(lambda: not gallery.view.cards.in_motion)
    gallery.view.viewport().repaint()
    shown = len(gallery.view.visible_rows())
    assert len(gallery.view.cards.painter._pictures) >= shown
