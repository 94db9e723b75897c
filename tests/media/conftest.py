import sys
import textwrap
from pathlib import Path

import pytest

from tests.media.client_rig import BECOME, Impostor
from tests.media.clip_files import write_clip
from videogen_desktop.executable import own_command


@pytest.fixture(scope="session")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """320x180, one second, H.264 and AAC."""
    return write_clip(tmp_path_factory.mktemp("clip") / "mèo con.mp4")


@pytest.fixture(scope="session")
def helper_command() -> list[str]:
    return own_command("media-helper")


@pytest.fixture
def impostor(tmp_path: Path, helper_command: list[str]) -> Impostor:
    """Makes a command that runs a script the first time and the real helper from then on.

    Each run appends its process id to `pids`.
    """

    def command(script: str) -> list[str]:
        file = tmp_path / "impostor.py"
        file.write_text(
            "import os, sys, time\n"
            f"pids = {str(tmp_path / 'pids')!r}\n"
            "first = not os.path.exists(pids)\n"
            "with open(pids, 'a') as f: f.write(f'{os.getpid()}\\n')\n"
            f"real = {helper_command!r}\n"
            f"if not first: {BECOME}\n"
            "request = os.read(0, 1 << 20)\n"
            "open(pids + '.asked', 'w').close()\n" + textwrap.dedent(script)
        )
        return [sys.executable, str(file)]

    return command
