"""What the worker hands over arrives in order, and never all at once."""

import threading
import time
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from pytestqt.qtbot import QtBot

from videogen_desktop.ui.bridge import EngineBridge, MainThreadQueue


@pytest.fixture
def queue(qtbot: QtBot) -> Iterator[MainThreadQueue]:
    one = MainThreadQueue()
    one.begin()
    yield one
    one.deleteLater()


def on_another_thread(queue: MainThreadQueue, *deliveries: object) -> None:
    def put_all() -> None:
        for delivery in deliveries:
            queue.put(delivery)  # type: ignore[arg-type]

    thread = threading.Thread(target=put_all)
    thread.start()
    thread.join()


def test_everything_is_delivered_in_order_on_the_main_thread(
    qtbot: QtBot, queue: MainThreadQueue
) -> None:
    got: list[tuple[int, bool]] = []

    def deliver(number: int) -> None:
        got.append((number, threading.current_thread() is threading.main_thread()))

    on_another_thread(queue, *(lambda n=n: deliver(n) for n in range(500)))
    assert got == []
    qtbot.waitUntil(lambda: len(got) == 500)
    assert got == [(number, True) for number in range(500)]


def test_what_the_main_thread_puts_waits_its_turn_too(qtbot: QtBot, queue: MainThreadQueue) -> None:
    got: list[str] = []
    on_another_thread(queue, lambda: got.append("first"))
    queue.put(lambda: got.append("second"))
    assert got == []
    qtbot.waitUntil(lambda: got == ["first", "second"])


def test_keys_and_timers_come_between_many_deliveries(qtbot: QtBot, queue: MainThreadQueue) -> None:
    got: list[int] = []
    seen_by_timer: list[int] = []

    def deliver_slowly() -> None:
        time.sleep(0.003)
        got.append(1)

    on_another_thread(queue, *[deliver_slowly] * 20)
    timer = QTimer()
    timer.timeout.connect(lambda: seen_by_timer.append(len(got)))
    timer.start(0)
    qtbot.waitUntil(lambda: len(got) == 20)
    timer.stop()
    assert any(0 < seen < 20 for seen in seen_by_timer)


def test_a_delivery_that_fails_keeps_nothing_from_the_next(
    qtbot: QtBot, queue: MainThreadQueue
) -> None:
    got: list[str] = []

    def fail() -> None:
        raise RuntimeError("broken")

    with qtbot.captureExceptions() as failures:
        on_another_thread(queue, fail, lambda: got.append("next"))
        qtbot.waitUntil(lambda: got == ["next"])
    assert [str(failure[1]) for failure in failures] == ["broken"]


def test_a_dialog_that_one_delivery_opens_does_not_hold_the_others_up(
    qtbot: QtBot, queue: MainThreadQueue
) -> None:
    loop, got = QEventLoop(), list[str]()

    def open_dialog() -> None:
        loop.exec()
        got.append("closed")

    def close_dialog() -> None:
        got.append("next")
        loop.quit()

    on_another_thread(queue, open_dialog, close_dialog)
    qtbot.waitUntil(lambda: len(got) == 2)
    assert got == ["next", "closed"]


def test_what_comes_before_it_begins_waits_for_that(qtbot: QtBot) -> None:
    queue, got = MainThreadQueue(), list[str]()
    queue.put(lambda: got.append("early"))
    QCoreApplication.processEvents()
    assert got == []
    queue.begin()
    qtbot.waitUntil(lambda: got == ["early"])
    on_another_thread(queue, lambda: got.append("late"))
    qtbot.waitUntil(lambda: got == ["early", "late"])
    queue.deleteLater()


def _mypy_refuses(bridge: EngineBridge, show: Callable[[int], None]) -> None:
    """Never called: an `ignore` that is not needed is an error of mypy's, which is the test that
    what the window asks of the engine, and hears from it, is checked."""
    bridge.ask(lambda engine: engine.gallery.no_such_verb())  # type: ignore[attr-defined]
    bridge.ask(lambda engine: engine.gallery.delete(1))  # type: ignore[arg-type]
    bridge.ask(lambda engine: engine.gallery.models(), show)  # type: ignore[misc]
    bridge.ask(lambda engine: engine.preferences.change(thema="dark"))  # type: ignore[call-arg]
    bridge.ask(lambda engine: engine.preferences.change(theme=1))  # type: ignore[arg-type]
