"""Ctrl+C while the program is still being imported is one sentence, and no traceback."""

import asyncio
import os
import signal
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import ended, start_process
from videogen_desktop.cli.running import (
    InterruptedByUserError,
    Interruption,
    interrupted_once,
    run_interruptibly,
)

# Presses Ctrl+C at the import of one module, as whoever is quick does.
_INTERRUPTS = """
import signal, sys
import sys

class Interrupting:
    def find_spec(self, name, path=None, target=None):
        if name == {module!r}:
            signal.raise_signal(signal.SIGINT)

sys.meta_path.insert(0, Interrupting())
"""


@pytest.mark.parametrize(
    "module",
    [
        "videogen_desktop.cli.main",
        "videogen_desktop.cli.output",
        "videogen_desktop.cli.reading",
    ],
)
def test_ctrl_c_during_the_imports_is_one_sentence(tmp_path: Path, module: str) -> None:
    (tmp_path / "sitecustomize.py").write_text(_INTERRUPTS.format(module=module))
    places = {"PYTHONPATH": os.fspath(tmp_path)}
    words = ("list", "--data-dir", str(tmp_path / "data"))
    run = ended(start_process(*words, environment=places))
    assert (run.code, run.out) == (130, "")
    assert run.err == "videogen: Interrupted.\n"


@pytest.mark.parametrize(
    "module",
    [
        "videogen_desktop.cli.generate",
        "videogen_desktop.cli.outcomes",
        "videogen_desktop.cli.generating",
    ],
)
def test_ctrl_c_before_anything_was_asked_says_that_nothing_was_charged(
    tmp_path: Path, module: str
) -> None:
    """It said "Interrupted." alone, and with --json no object."""
    (tmp_path / "sitecustomize.py").write_text(_INTERRUPTS.format(module=module))
    places = {"PYTHONPATH": os.fspath(tmp_path), "VIDEOGEN_DATA_DIR": str(tmp_path / "data")}
    run = ended(start_process("generate", "Mèo", "--json", environment=places))
    assert run.code == 130
    assert run.json["error"] == "Interrupted. Nothing was sent. Nothing was charged."


def test_ctrl_c_while_an_error_is_put_into_words_cuts_no_sentence_short(tmp_path: Path) -> None:
    """It was a traceback, for `generate` too."""
    interrupts = _INTERRUPTS.format(module="videogen_desktop.cli.errors")
    (tmp_path / "sitecustomize.py").write_text(interrupts)
    places = {"PYTHONPATH": os.fspath(tmp_path), "VIDEOGEN_DATA_DIR": str(tmp_path / "data")}
    run = ended(start_process("show", "nothing", environment=places))
    assert run.code == 2
    assert run.err.startswith("videogen: There is no video")
    assert run.err.count("\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_once_there_is_a_result_no_further_ctrl_c_takes_it_back() -> None:
    """While the loop still waited for a thread, it was told as a defect of the program."""
    handlers = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}

    def late() -> None:
        time.sleep(0.1)
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(0.05)

    async def command(stop: Interruption) -> str:
        os.kill(os.getpid(), signal.SIGINT)
        with pytest.raises(InterruptedByUserError):
            await stop.unless(asyncio.Event().wait())
        asyncio.get_running_loop().run_in_executor(None, late)
        return "what became of it"

    try:
        interrupted_once()
        assert run_interruptibly(command) == "what became of it"
        # Told to end once, it says so to its end.
        os.kill(os.getpid(), signal.SIGINT)
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)
