"""What the worker hands over arrives in order, and never all at once."""

import threading
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from pytestqt.qtbot import QtBot

from videogen_desktop.ui.arrivals import Arrivals


@pytest.fixture
def arrivals(qtbot: QtBot) -> Iterator[Arrivals]:
    one = Arrivals()
    one.begin()
    yield one
    one.deleteLater()


def on_another_thread(arrivals: Arrivals, *deliveries: object) -> None:
    def put_all() -> None:
        for delivery in deliveries:
            arrivals.put(delivery)  # type: ignore[arg-type]

    thread = threading.Thread(target=put_all)
    thread.start()
    thread.join()


def test_everything_is_delivered_in_order_on_the_main_thread(
    qtbot: QtBot, arrivals: Arrivals
) -> None:
    got: list[tuple[int, bool]] = []

    def deliver(number: int) -> None:
        got.append((number, threading.current_thread() is threading.main_thread()))

    on_another_thread(arrivals, *(lambda n=n: deliver(n) for n in range(500)))
    assert got == []
    qtbot.waitUntil(lambda: len(got) == 500)
    assert got == [(number, True) for number in range(500)]


def test_what_the_main_thread_puts_waits_its_turn_too(qtbot: QtBot, arrivals: Arrivals) -> None:
    got: list[str] = []
    on_another_thread(arrivals, lambda: got.append("first"))
    arrivals.put(lambda: got.append("second"))
    assert got == []
    qtbot.waitUntil(lambda: got == ["first", "second"])


def test_keys_and_timers_come_between_many_deliveries(qtbot: QtBot, arrivals: Arrivals) -> None:
    got: list[int] = []
    seen_by_timer: list[int] = []

    def deliver_slowly() -> None:
        time.sleep(0.003)
        got.append(1)

    on_another_thread(arrivals, *[deliver_slowly] * 20)
    timer = QTimer()
    timer.timeout.connect(lambda: seen_by_timer.append(len(got)))
    timer.start(0)
    qtbot.waitUntil(lambda: len(got) == 20)
    timer.stop()
    assert any(0 < seen < 20 for seen in seen_by_timer)


def test_a_delivery_that_fails_keeps_nothing_from_the_next(
    qtbot: QtBot, arrivals: Arrivals
) -> None:
    got: list[str] = []

    def fail() -> None:
        raise RuntimeError("broken")

    with qtbot.captureExceptions() as failures:
        on_another_thread(arrivals, fail, lambda: got.append("next"))
        qtbot.waitUntil(lambda: got == ["next"])
    assert [str(failure[1]) for failure in failures] == ["broken"]


def test_a_dialog_that_one_delivery_opens_does_not_hold_the_others_up(
    qtbot: QtBot, arrivals: Arrivals
) -> None:
    loop, got = QEventLoop(), list[str]()

    def open_dialog() -> None:
        loop.exec()
        got.append("closed")

    def close_dialog() -> None:
        got.append("next")
        loop.quit()

    on_another_thread(arrivals, open_dialog, close_dialog)
    qtbot.waitUntil(lambda: len(got) == 2)
    assert got == ["next", "closed"]


def test_what_comes_before_it_begins_waits_for_that(qtbot: QtBot) -> None:
    arrivals, got = Arrivals(), list[str]()
    arrivals.put(lambda: got.append("early"))
    QCoreApplication.processEvents()
    assert got == []
    arrivals.begin()
    qtbot.waitUntil(lambda: got == ["early"])
    on_another_thread(arrivals, lambda: got.append("late"))
    qtbot.waitUntil(lambda: got == ["early", "late"])
    arrivals.deleteLater()
