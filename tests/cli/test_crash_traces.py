"""A crash leaves a trace in the folder of the log, and no key in it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from videogen_desktop.domain.redaction import hide_in_logs
from videogen_desktop.program.log_file import CRASH_NAME, LOG_NAME, logging_to, secrets_remembered

_BEGINNING = """
import ctypes, faulthandler, sys
from pathlib import Path
from videogen_desktop.program.log_file import logging_to

class Broken:
    def __del__(self):
        raise ValueError("in a finalizer")

def reads_nowhere():
    ctypes.string_at(0)

with logging_to(Path(sys.argv[1])):
"""


def run(folder: Path, body: str) -> int:
    lines = "".join(f"    {line}\n" for line in body.splitlines())
    environment = {name: text for name, text in os.environ.items() if "FAULTHANDLER" not in name}
    done = subprocess.run(
        [sys.executable, "-c", _BEGINNING + lines, str(folder)],
        capture_output=True,
        env=environment,
        timeout=60,
        check=False,
    )
    return done.returncode


def written(folder: Path, name: str) -> str:
    return (folder / name).read_text(encoding="utf-8")


def test_a_crash_below_python_leaves_its_stack(tmp_path: Path) -> None:
    assert run(tmp_path, "reads_nowhere()") != 0
    assert "reads_nowhere" in written(tmp_path, CRASH_NAME)
    # The next run adds to it, and ends with the handler off and the file closed.
    assert run(tmp_path, "pass\nassert faulthandler.is_enabled()") == 0
    assert "reads_nowhere" in written(tmp_path, CRASH_NAME)


def test_what_nobody_could_catch_is_in_the_log(tmp_path: Path) -> None:
    assert run(tmp_path, "Broken()\nassert sys.unraisablehook is not sys.__unraisablehook__") == 0
    assert "in a finalizer" in written(tmp_path, LOG_NAME)


def test_a_trace_that_has_grown_long_begins_anew(tmp_path: Path) -> None:
    (tmp_path / CRASH_NAME).write_bytes(b"x" * 300_000)
    assert run(tmp_path, "pass") == 0
    assert written(tmp_path, CRASH_NAME) == ""


def test_what_a_test_runner_set_up_stays(tmp_path: Path) -> None:
    hook = sys.unraisablehook
    with logging_to(tmp_path):
        assert sys.unraisablehook is hook
    assert sys.unraisablehook is hook


@pytest.mark.parametrize("opens_first", [True, False])
def test_a_later_log_leaves_out_what_an_earlier_one_learned(
    tmp_path: Path, *, opens_first: bool
) -> None:
    with secrets_remembered():
        if opens_first:
            with logging_to(tmp_path / "first"):
                hide_in_logs("a-key-of-the-keyring")
        else:
            hide_in_logs("a-key-of-the-keyring")
        with logging_to(tmp_path) as path:
            import logging

            logging.getLogger("a").error("it is a-key-of-the-keyring")
    assert path is not None
    assert "it is [hidden]" in path.read_text(encoding="utf-8")
