"""The guards themselves: a test that leaves something running does not pass."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LEAKY_TESTS = """
    import threading
    import time

    import pytest
    from PySide6.QtCore import QThread, QTimer
    from PySide6.QtWidgets import QWidget

    kept = []


    @pytest.fixture(scope="session", autouse=True)
    def stopped():
        yield
        for stop in kept:
            stop()


    def test_thread():
        finish = threading.Event()
        threading.Thread(target=finish.wait, name="forgotten thread").start()
        kept.append(finish.set)


    def test_timer(qapp):
        timer = QTimer(objectName="forgotten timer")
        timer.start(50)
        kept.append(timer.stop)


    def test_qt_thread(qapp):
        thread = QThread(objectName="forgotten QThread")
        thread.start()
        kept.append(lambda: (thread.quit(), thread.wait()))


    def test_widget(qapp):
        widget = QWidget(windowTitle="forgotten window")
        kept.append(widget.deleteLater)


    def test_tidy(qtbot):
        widget = QWidget()
        qtbot.addWidget(widget)
        widget.show()
        timer = QTimer(widget)
        timer.start(50)
        thread = threading.Thread(target=time.sleep, args=(0.01,))
        thread.start()
        finished = QThread()
        finished.start()
        finished.quit()
        finished.wait()


    def test_failing():
        kept.append(threading.Event().set)
        assert False
"""


@pytest.fixture
def guarded(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """A project of its own, whose tests are guarded by the same plugin."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    pytester.makeini("[pytest]\nqt_api = pyside6\n")
    return pytester


def test_what_a_test_leaves_behind_is_named_and_fails_it(guarded: pytest.Pytester) -> None:
    guarded.makepyfile(LEAKY_TESTS)
    result = guarded.runpytest_subprocess("-p", "tests.plugins.leaks", "-v")
    # A leak is found after the test's own body passed: both are counted.
    result.assert_outcomes(passed=5, errors=4, failed=1)
    result.stdout.fnmatch_lines_random(
        [
            "left behind: thread 'forgotten thread'",
            "left behind: running QTimer 'forgotten timer' of 50 ms",
            "left behind: running QThread 'forgotten QThread'",
            "left behind: top-level QWidget 'forgotten window'",
            "*test_tidy PASSED*",
        ]
    )
    result.stdout.no_fnmatch_line("*ERROR at teardown of test_tidy*")


def test_a_test_without_qt_makes_no_qt_application(guarded: pytest.Pytester) -> None:
    guarded.makepyfile(
        test_plain="""
            import sys

            def test_first():
                assert "PySide6" not in sys.modules

            def test_second():
                assert "PySide6" not in sys.modules
        """
    )
    result = guarded.runpytest_subprocess("-p", "tests.plugins.leaks", "-p", "no:pytest-qt")
    result.assert_outcomes(passed=2)
