"""One of the clips is kept: what becomes of it and the others, and how that is taken back."""

from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from tests.ui.compare.fakes import Bench
from tests.ui.conftest import OpenRunningWindow, RunningWindow
from tests.ui.fake_wallet_engine import FakeWalletEngine
from tests.ui.gallery.cards import card
from videogen_desktop.domain.errors import IllegalTransitionError
from videogen_desktop.domain.settings import Settings
from videogen_desktop.domain.states import Reason, VideoState
from videogen_desktop.ui.compare.compare_presenter import ComparePresenter
from videogen_desktop.ui.gallery.model import GalleryModel

Key = Qt.Key


class Table:
    """A window with three finished videos, `a` to `c`, and one that failed; they are compared with
    players that the bench turns."""

    def __init__(self, running: RunningWindow, bench: Bench, qtbot: QtBot) -> None:
        self.running, self.bench, self._qtbot = running, bench, qtbot
        self.library = running.window.library
        self.presenter = ComparePresenter(
            running.bridge, self.library, running.window, joint=bench.joint
        )
        self.notices = QSignalSpy(self.library.noticeGiven)

    @property
    def model(self) -> GalleryModel:
        return self.library.model

    def compare(self, *video_ids: str) -> None:
        self.presenter.compare(video_ids)
        self._qtbot.waitUntil(lambda: self.presenter.is_open)
        self.bench.stand()

    def press(self, key: Qt.Key) -> None:
        self._qtbot.keyClick(self.presenter.view, key)
        self.bench.time.pass_(1_000)

    def has_hearts(self, *video_ids: str) -> Callable[[], bool]:
        def look() -> bool:
            items = map(self.model.item, self.model.all_ids())
            return {i.video.id for i in items if i and i.video.favourite} == set(video_ids)

        return look

    def has_alerts(self, *texts: str) -> Callable[[], bool]:
        return lambda: self.running.alerts() == texts


@pytest.fixture
def open_table(
    open_running: OpenRunningWindow, bench: Bench, qtbot: QtBot, tmp_path: Path
) -> Iterator[Callable[..., Table]]:
    tables: list[Table] = []

    def open_one(prepare: Callable[[FakeWalletEngine], None] = lambda _engine: None) -> Table:
        for name in "abc":
            (tmp_path / f"{name}.mp4").write_bytes(b"a clip")
        items = [card(name, clip=tmp_path / f"{name}.mp4") for name in "abc"]
        items.append(card("d", state=VideoState.FAILED, reason=Reason.PROVIDER_FAILED))

        def furnish(engine: FakeWalletEngine) -> None:
            engine.preferences = SimpleNamespace(settings=Settings())  # type: ignore[attr-defined]
            prepare(engine)

        running = open_running(furnish, items=items)
        model = running.window.library.model
        qtbot.waitUntil(lambda: all(model.item(video_id) for video_id in model.all_ids()))
        tables.append(Table(running, bench, qtbot))
        return tables[-1]

    yield open_one
    for table in tables:
        table.presenter.close_down()


@pytest.fixture
def table(open_table: Callable[..., Table]) -> Table:
    return open_table()


def test_a_key_keeps_one_and_the_one_undo_takes_all_of_it_back(table: Table, qtbot: QtBot) -> None:
    table.compare("a", "b", "c")
    table.press(Key.Key_2)
    assert not table.presenter.is_open
    assert table.model.all_ids() == ("b", "d")
    qtbot.waitUntil(table.has_hearts("b"))
    qtbot.waitUntil(table.has_alerts("Video 2 đã vào mục yêu thích, 2 video đã vào thùng rác"))
    table.library.undo_last()
    qtbot.waitUntil(lambda: table.model.all_ids() == ("a", "b", "c", "d"))
    qtbot.waitUntil(table.has_hearts())
    qtbot.waitUntil(table.has_alerts())


def test_what_was_a_favourite_before_is_one_after_the_undo(
    open_table: Callable[..., Table], qtbot: QtBot
) -> None:
    table = open_table(lambda engine: engine.gallery._change("a", favourite=True))
    table.compare("a", "b")
    table.press(Key.Key_1)
    qtbot.waitUntil(lambda: len(table.running.alerts()) == 1)
    table.library.undo_last()
    qtbot.waitUntil(lambda: table.model.all_ids() == ("a", "b", "c", "d"))
    assert table.has_hearts("a")()


def test_an_undo_before_the_engine_has_answered_leaves_no_heart(table: Table, qtbot: QtBot) -> None:
    table.compare("a", "b")
    table.press(Key.Key_1)
    table.library.undo_last()
    qtbot.waitUntil(lambda: table.model.all_ids() == ("a", "b", "c", "d"))
    assert table.has_hearts()()
    assert table.running.alerts() == ()


def test_where_the_others_cannot_go_nothing_has_happened(
    open_table: Callable[..., Table], qtbot: QtBot
) -> None:
    def refuse(engine: FakeWalletEngine) -> None:
        engine.gallery.refusals = {"b": IllegalTransitionError("b", "unconfirmed", "deleted")}

    table = open_table(refuse)
    table.compare("a", "b")
    table.press(Key.Key_1)
    qtbot.waitUntil(lambda: len(table.running.alerts()) == 1)
    assert table.model.all_ids() == ("a", "b", "c", "d")
    table.library.undo_last()
    # A further answer of the engine's: what had been asked before it has been done.
    table.library.deletion.delete(["c"])
    qtbot.waitUntil(lambda: len(table.running.alerts()) == 2)
    assert table.has_hearts()()


def test_what_could_not_be_seen_is_not_thrown_away(table: Table, qtbot: QtBot) -> None:
    table.compare("a", "b", "d")
    table.press(Key.Key_3)
    assert table.presenter.is_open
    table.press(Key.Key_1)
    assert table.model.all_ids() == ("a", "c", "d")
    qtbot.waitUntil(table.has_hearts("a"))


def test_nothing_is_kept_where_nothing_is_seen_beside_it(table: Table) -> None:
    table.compare("a", "d")
    buttons = [caption.pick for caption in table.presenter.view.stage.captions]
    assert [button.isEnabled() for button in buttons] == [False, False]
    assert table.presenter.view.bar.hint.text == ""
    table.press(Key.Key_1)
    assert table.presenter.is_open


def test_leaving_keeps_all_and_what_was_selected(table: Table) -> None:
    view = table.library.view
    view.selectAll()
    table.compare("a", "b")
    table.press(Key.Key_Escape)
    assert not table.presenter.is_open
    assert table.model.all_ids() == ("a", "b", "c", "d")
    assert view.selected_count() == 4
    assert view.hasFocus()


def test_never_more_than_four_players_are_alive(table: Table, qtbot: QtBot) -> None:
    """Nor when the next comparison is asked for while the players of this one are being freed."""
    for _ in "abc":
        table.bench.prepare(stop_ms=300)
    table.compare("a", "b", "c")
    first = list(table.bench.engines)
    assert [engine.closed for engine in first] == [False] * 3
    qtbot.keyClick(table.presenter.view, Key.Key_Escape)
    table.presenter.compare(("a", "b"))
    qtbot.waitUntil(lambda: table.presenter._next is not None)
    assert table.bench.engines == first
    table.bench.time.pass_(1_000)
    qtbot.waitUntil(lambda: table.presenter.is_open)
    assert all(engine.closed for engine in first)
    assert len(table.bench.engines) == len(first) + 2
    table.press(Key.Key_Escape)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QCoreApplication.processEvents()
    assert all(engine.closed for engine in table.bench.engines)


def test_fewer_than_two_are_not_compared_and_of_many_the_first_four(table: Table) -> None:
    table.presenter.compare(("a",))
    table.presenter.compare((), viewed="a")
    assert [table.notices.at(number)[0] for number in range(2)] == [
        "Hãy chọn từ 2 đến 4 video để so sánh.",
        "Video này không có bản nào khác để so sánh.",
    ]


def test_what_was_compared_is_not_new_any_more(table: Table, qtbot: QtBot) -> None:
    table.compare("a", "b")

    def new() -> set[str]:
        items = map(table.model.item, table.model.all_ids())
        return {item.video.id for item in items if item and item.video.is_new}

    qtbot.waitUntil(lambda: new() == {"c"})
