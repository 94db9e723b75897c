from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy
from pytestqt.qtbot import QtBot

from tests.ui.gallery.cards import card, ids
from videogen_desktop.domain.events import DownloadProgressed, VideoChanged, VideoRemoved
from videogen_desktop.domain.states import VideoState
from videogen_desktop.ui.gallery.model import PAGE_ROWS, GalleryModel, GalleryRole


@pytest.fixture
def model(qtbot: QtBot) -> Iterator[GalleryModel]:
    model = GalleryModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    yield model
    del tester
    model.deleteLater()


def shown(model: GalleryModel) -> list[str]:
    return [model.index(row).data(GalleryRole.VIDEO_ID) for row in range(model.rowCount())]


def test_a_new_video_appears_at_the_top_without_a_reset(model: GalleryModel) -> None:
    model.set_ids(["b", "a"])
    resets, inserted = QSignalSpy(model.modelReset), QSignalSpy(model.rowsInserted)
    model.apply(VideoChanged(card("c", state=VideoState.RESERVED)))
    assert shown(model) == ["c", "b", "a"]
    assert resets.count() == 0
    assert inserted.count() == 1


def test_a_known_video_changes_in_place(model: GalleryModel) -> None:
    model.set_ids(["b", "a"])
    model.apply(VideoChanged(card("a", revision=1)))
    changed = QSignalSpy(model.dataChanged)
    model.apply(VideoChanged(card("a", revision=2, prompt="mới")))
    assert shown(model) == ["b", "a"]
    assert changed.count() == 1
    assert changed.at(0)[0].row() == 1
    assert model.index(1).data() == "mới"


def test_an_older_event_is_dropped(model: GalleryModel) -> None:
    model.set_ids(["a"])
    model.apply(VideoChanged(card("a", revision=5, prompt="mới")))
    model.apply(VideoChanged(card("a", revision=4, prompt="cũ")))
    model.put_items([card("a", revision=3, prompt="cũ hơn")])
    assert model.index(0).data() == "mới"


def test_a_removed_video_does_not_come_back_with_older_news(model: GalleryModel) -> None:
    model.set_ids(["c", "b", "a"])
    model.apply(VideoRemoved("b", revision=7))
    model.apply(VideoChanged(card("b", revision=6)))
    model.put_items([card("b", revision=6)])
    assert shown(model) == ["c", "a"]


def test_an_undone_removal_puts_the_card_back_where_it_was(model: GalleryModel) -> None:
    model.set_ids(["c", "b", "a"])
    model.apply(VideoRemoved("b", revision=7))
    model.apply(VideoChanged(card("b", revision=8)))
    assert shown(model) == ["c", "b", "a"]
    assert [model.row_of(video_id) for video_id in "cba"] == [0, 1, 2]


def test_news_of_a_deleted_video_removes_it(model: GalleryModel) -> None:
    model.set_ids(["b", "a"])
    model.apply(VideoChanged(card("b", revision=2, deleted_at=5)))
    assert shown(model) == ["a"]


def test_pages_are_asked_for_once_and_together(model: GalleryModel, qtbot: QtBot) -> None:
    model.set_ids(ids(200))
    qtbot.wait(1)  # what the tester itself read
    model.set_ids(ids(200))
    with qtbot.waitSignal(model.itemsWanted) as wanted:
        for row in (40, 41, 70):
            assert model.index(row).data(GalleryRole.ITEM) is None
    asked = wanted.args[0]
    assert len(asked) == len(set(asked))
    first, second = 40 // PAGE_ROWS * PAGE_ROWS, 70 // PAGE_ROWS * PAGE_ROWS
    wished = {*range(first, first + PAGE_ROWS), *range(second, second + PAGE_ROWS)}
    assert {ids(200)[row] for row in wished} <= set(asked)
    again = QSignalSpy(model.itemsWanted)
    model.index(40).data(GalleryRole.ITEM)
    qtbot.wait(1)
    assert all(not set(asked) & set(again.at(n)[0]) for n in range(again.count()))


def test_a_page_that_could_not_be_read_is_asked_for_again(
    model: GalleryModel, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(model.itemsWanted):
        model.set_ids(["a"])
        model.index(0).data(GalleryRole.ITEM)
    model.items_failed()
    with qtbot.waitSignal(model.itemsWanted) as wanted:
        model.index(0).data(GalleryRole.ITEM)
    assert wanted.args[0] == ("a",)


def test_a_download_shows_until_the_clip_is_here(model: GalleryModel, tmp_path: Path) -> None:
    model.set_ids(["a"])
    model.apply(VideoChanged(card("a")))
    model.apply(DownloadProgressed("a", 10, 100))
    assert model.download("a") == (10, 100)
    model.apply(VideoChanged(card("a", clip=tmp_path / "a.mp4")))
    assert model.download("a") is None


def test_a_screen_reader_hears_prompt_and_state(model: GalleryModel) -> None:
    model.set_ids(["a"])
    model.apply(VideoChanged(card("a", prompt="Ếch nhảy", state=VideoState.PROCESSING)))
    name = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert name.startswith("Ếch nhảy, Processing")
    assert "50" in name


def test_a_hundred_thousand_ids_cost_no_work_per_row(model: GalleryModel) -> None:
    class Counted(GalleryModel):
        calls = 0

        def data(self, index: Any, role: int = 0) -> Any:
            Counted.calls += 1
            return super().data(index, role)

    many = Counted()
    many.set_ids(ids(100_000))
    assert many.rowCount() == 100_000
    assert Counted.calls == 0
    assert many.row_of(ids(100_000)[99_999]) == 99_999
    many.deleteLater()


def test_an_older_answer_does_not_bring_back_what_has_gone() -> None:
    model = GalleryModel()
    model.set_ids(["d", "c", "b", "a"])
    model.take_out(["d", "a"])
    model.change_ids(["d", "c", "b", "a"])
    assert model.all_ids() == ("c", "b")
    for name in ("d", "a"):
        model.apply(VideoRemoved(name, revision=2))
    model.change_ids(["d", "c", "b", "a"])
    assert model.all_ids() == ("c", "b")
    for name in ("d", "a"):
        model.apply(VideoChanged(card(name, revision=3)))
    assert model.all_ids() == ("d", "c", "b", "a")


def test_another_list_that_was_asked_for_before_does_not_either() -> None:
    model = GalleryModel()
    model.set_ids(["d", "c", "b", "a"])
    model.take_out(["d", "a"])
    model.apply(VideoRemoved("d", revision=2))
    model.set_ids(["a", "b", "c", "d"])
    assert model.all_ids() == ("b", "c")
    model.apply(VideoChanged(card("d", revision=3)))
    model.set_ids(["a", "b", "c", "d"])
    assert model.all_ids() == ("b", "c", "d")


@pytest.mark.parametrize("away", [range(3, 90, 7), range(0, 300, 3)])
def test_those_that_are_taken_out_leave_the_others_in_their_order(away: range) -> None:
    everything = ids(300)
    model = GalleryModel()
    model.set_ids(everything)
    model.take_out([everything[row] for row in away])
    assert model.all_ids() == tuple(everything[row] for row in range(300) if row not in away)


def test_one_that_stays_and_those_that_come_back_stand_where_they_stood() -> None:
    everything = ids(12)
    model = GalleryModel()
    model.set_ids(everything)
    away = everything[1::3]
    model.take_out(away)
    for name in away[:-1]:
        model.apply(VideoRemoved(name, revision=2))
    model.put_back(away[-1:])
    assert model.all_ids() == tuple(name for name in everything if name not in away[:-1])
    for name in away[:-1]:
        model.apply(VideoChanged(card(name, revision=3)))
    assert model.all_ids() == everything
