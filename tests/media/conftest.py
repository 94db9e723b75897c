from pathlib import Path

import pytest

from tests.media.clip_files import write_clip
from videogen_desktop.executable import own_command


@pytest.fixture(scope="session")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """320x180, one second, H.264 and AAC."""
    return write_clip(tmp_path_factory.mktemp("clip") / "mèo con.mp4")


@pytest.fixture(scope="session")
def helper_command() -> list[str]:
    return own_command("media-helper")
