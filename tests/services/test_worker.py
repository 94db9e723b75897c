"""The engine's thread starts, works, and ends when it is told to."""

import asyncio
import os
import sys
import threading

import pytest

from videogen_desktop.services.worker import BackgroundWorker


async def _name_of_thread() -> str:
    return threading.current_thread().name


def test_work_runs_on_a_thread_of_its_own() -> None:
    worker = BackgroundWorker("engine")
    worker.start()
    assert worker.submit(_name_of_thread()).result(5) == "engine"
    assert worker.stop(5_000)


@pytest.mark.skipif(sys.platform != "linux", reason="only there a niceness is a thread's")
def test_the_window_comes_first() -> None:
    async def niceness() -> int:
        return os.nice(0)

    worker = BackgroundWorker()
    worker.start()
    assert worker.submit(niceness()).result(5) > os.nice(0)
    assert worker.stop(5_000)


def test_stopping_cancels_what_runs_and_lets_it_clean_up() -> None:
    started, cleaned_up = threading.Event(), threading.Event()

    async def endless() -> None:
        try:
            started.set()
            await asyncio.Event().wait()
        finally:
            cleaned_up.set()

    worker = BackgroundWorker()
    worker.start()
    future = worker.submit(endless())
    assert started.wait(5)
    assert worker.stop(5_000)
    assert cleaned_up.is_set()
    assert future.cancelled()


def test_stopping_twice_is_fine_and_later_work_is_refused() -> None:
    worker = BackgroundWorker()
    worker.start()
    assert worker.stop(5_000)
    assert worker.stop(5_000)
    with pytest.raises(RuntimeError):
        worker.submit(_name_of_thread())


def test_a_worker_that_never_started_stops_at_once() -> None:
    assert BackgroundWorker().stop(0)
