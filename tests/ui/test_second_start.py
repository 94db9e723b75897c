"""`videogen-desktop` started twice: the second start ends at once, and the first comes up."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

START = [
    sys.executable,
    "-P",
    "-c",
    "from videogen_desktop.app import main; raise SystemExit(main())",
]


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_the_second_start_ends_and_leaves_the_first_alone(tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "VIDEOGEN_SANDBOX_ARGUMENTS": "--clip small",
    }
    command = [*START, "--provider", "sandbox", "--data-dir", str(tmp_path)]
    first = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)
    try:
        while not (tmp_path / "window.lock").exists():
            assert first.poll() is None
            time.sleep(0.01)
        # The first answers once its library is open; until then a second start waits for it.
        assert subprocess.run(command, env=environment, timeout=60).returncode == 0
        assert first.poll() is None
    finally:
        first.terminate()
        first.communicate(timeout=60)
    assert first.returncode == 0
