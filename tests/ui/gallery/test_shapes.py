"""Cards take the shape of what they show."""

from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from tests.ui.gallery.cards import card
from tests.ui.gallery.conftest import Gallery
from videogen_desktop.domain.aspect_ratio import ASPECTS
from videogen_desktop.domain.events import VideoChanged
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.video_list import DateOrder, Mark, VideoList


def shape(gallery: Gallery, row: int) -> float:
    media = gallery.view.cards.media_rect(row)
    return media.width() / media.height()


def test_a_portrait_clip_is_tall_and_a_wide_one_wide(gallery: Gallery) -> None:
    gallery.show(
        card("tall", aspect_ratio="9:16"), card("wide"), card("square", aspect_ratio="1:1")
    )
    for row, wanted in enumerate((9 / 16, 16 / 9, 1)):
        assert abs(shape(gallery, row) / wanted - 1) < 0.03
    tops = {gallery.view.card_rect(row).top() for row in range(3)}
    heights = {gallery.view.card_rect(row).height() for row in range(3)}
    assert len(tops) == len(heights) == 1


def test_the_sides_of_the_clip_itself_count_more_than_what_was_asked_for(gallery: Gallery) -> None:
    gallery.show(card("a", state=VideoState.PROCESSING, aspect_ratio="auto"), card("b"))
    assert shape(gallery, 0) > 1
    reshaped = QSignalSpy(gallery.model.shapesChanged)
    gallery.model.apply(
        VideoChanged(card("a", revision=2, aspect_ratio="auto", sides=(1080, 1920)))
    )
    assert shape(gallery, 0) < 1
    gallery.model.apply(
        VideoChanged(card("a", revision=3, aspect_ratio="auto", sides=(1080, 1920)))
    )
    assert reshaped.count() == 1
    assert gallery.view.indexAt(gallery.view.card_rect(1).center()).row() == 1


def test_a_shape_that_nobody_offers_stands_in_the_nearest_one(gallery: Gallery) -> None:
    gallery.show(*(card(name, sides=(1000, high)) for name, high in (("a", 1010), ("b", 2_400))))
    assert [gallery.model.videos.shapes[row] for row in (0, 1)] == [ASPECTS.index(1.0), 2]


def test_a_card_at_the_top_stays_there_when_new_ones_come_above_it(
    gallery: Gallery, qtbot: QtBot
) -> None:
    shapes = ("9:16", "16:9", "1:1")
    gallery.show(*(card(f"{n:03}", aspect_ratio=shapes[n % 3]) for n in range(200)))
    gallery.view.verticalScrollBar().setValue(9_000)
    row = gallery.view.visible_rows().start
    video_id, top = gallery.model.id_at(row), gallery.view.card_rect(row).top()
    for number in range(3):
        gallery.model.apply(VideoChanged(card(f"new {number}", aspect_ratio="9:16")))
    now = gallery.model.row_of(video_id or "")
    assert now == row + 3
    assert abs(gallery.view.card_rect(row + 3).top() - top) <= 1


def test_what_is_seen_moves_by_as_much_as_the_bar_whatever_is_laid_out_above_it(
    gallery: Gallery,
) -> None:
    videos = VideoList(order=DateOrder.NEWEST_FIRST)
    shapes = (1, 2, 2, 3, 1, 2, 4, 2)
    for number in range(3_000):
        mark = Mark(shapes[number * number % 8], 1_700_000_000 - number * 4_000)
        videos.insert(number, f"{number:05}", mark)
    gallery.model.set_ids(videos)
    view, bar = gallery.view, gallery.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    for step in (*[-140] * 60, *[230] * 80, *[-90] * 40):
        rows = view.visible_rows()
        row = rows[len(rows) // 2]
        # Whoever asks for a card far above lays its day out.
        view.card_rect(max(0, row - 400))
        top = view.card_rect(row).top()
        bar.setValue(bar.value() + step)
        assert view.card_rect(row).top() == top - step
