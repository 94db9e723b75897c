"""Fails a test that passed but left threads, running timers, QThreads or windows behind."""

import gc
import sys
import threading
import time
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest

# A thread that was told to stop may need this long on a loaded machine.
THREAD_PATIENCE_SECONDS = 2.0

_PASSED = pytest.StashKey[bool]()
_PATH = pytest.StashKey[Path]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if call.when == "call":
        item.stash[_PASSED] = report.passed
    return report


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Leave what importing and earlier files made out of a file's looks: each look goes through
    every object, and was most of a widget test's time."""
    if item.session.stash.get(_PATH, None) != item.path:
        item.session.stash[_PATH] = item.path
        gc.collect()
        gc.freeze()


@pytest.fixture(autouse=True)
def no_leaks(request: pytest.FixtureRequest) -> Generator[None]:
    """Set up before and torn down after every other fixture of the test's own scope."""
    threads = set(threading.enumerate())
    objects = set(_running_qt_objects())
    yield
    # A failed test keeps its objects alive through its traceback, and has said enough.
    if not request.node.stash.get(_PASSED, False):
        return
    leaked = _leaked_qt_objects(objects) + _leaked_threads(threads)
    if leaked:
        pytest.fail(f"left behind: {'; '.join(leaked)}", pytrace=False)


def _leaked_threads(before: set[threading.Thread]) -> list[str]:
    deadline = time.monotonic() + THREAD_PATIENCE_SECONDS
    # Threads of C++ that once called Python appear as dummies and cannot be joined.
    suspects = [
        thread
        for thread in threading.enumerate()
        if thread not in before and not isinstance(thread, threading._DummyThread)
    ]
    for thread in suspects:
        thread.join(max(0.0, deadline - time.monotonic()))
    return [f"thread {thread.name!r}" for thread in suspects if thread.is_alive()]


def _leaked_qt_objects(before: set[int]) -> list[str]:
    if not _has_qt_application():
        return []
    _deliver_deletions()
    if set(_running_qt_objects()) - before:
        gc.collect()
        _deliver_deletions()
    return [name for identity, name in _running_qt_objects().items() if identity not in before]


def _has_qt_application() -> bool:
    """Whether this process has one; never imports Qt for a test that does not use it."""
    core = sys.modules.get("PySide6.QtCore")
    return core is not None and core.QCoreApplication.instance() is not None


def _deliver_deletions() -> None:
    from PySide6.QtCore import QCoreApplication, QEvent

    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _running_qt_objects() -> dict[int, str]:
    """Top-level widgets, active timers and running threads: C++ address to a name for people."""
    if not _has_qt_application():
        return {}
    import shiboken6
    from PySide6.QtCore import QThread, QTimer
    from PySide6.QtWidgets import QApplication

    kinds = _with_subclasses(QTimer) | _with_subclasses(QThread)
    found: list[tuple[Any, str]] = []
    for candidate in [entry for entry in gc.get_objects() if type(entry) in kinds]:
        if not shiboken6.isValid(candidate):
            continue
        name = f"{type(candidate).__name__} {candidate.objectName()!r}"
        if isinstance(candidate, QTimer) and candidate.isActive():
            found.append((candidate, f"running {name} of {candidate.interval()} ms"))
        elif isinstance(candidate, QThread) and candidate.isRunning():
            found.append((candidate, f"running {name}"))
    # Without a window system there is no list of widgets, and the main thread always runs.
    application = QApplication.instance()
    if isinstance(application, QApplication):
        found += [
            (widget, f"top-level {type(widget).__name__} {widget.windowTitle()!r}")
            for widget in QApplication.topLevelWidgets()
            # A dialog or menu with a parent goes with it.
            if widget.parent() is None
        ]
    addresses = {shiboken6.getCppPointer(entry)[0]: name for entry, name in found}
    if application is not None:
        addresses.pop(shiboken6.getCppPointer(application.thread())[0], None)
    return addresses


def _with_subclasses(kind: type[Any]) -> set[type[Any]]:
    children: list[type[Any]] = kind.__subclasses__()
    return {kind}.union(*(_with_subclasses(child) for child in children))
