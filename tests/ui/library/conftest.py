from pathlib import Path

import pytest

from tests.ui.gallery.cards import card
from videogen_desktop.domain.states import Reason, VideoState
from videogen_desktop.domain.video import LibraryItem


@pytest.fixture
def shelf(tmp_path: Path) -> list[LibraryItem]:
    """Four videos: two with clips, one that failed, one that runs."""
    clips = [tmp_path / f"{name}.mp4" for name in "ab"]
    for clip in clips:
        clip.write_bytes(b"clip")
    return [
        card("d", prompt="Chợ nổi", state=VideoState.PROCESSING),
        card("c", prompt="Mưa rào", state=VideoState.FAILED, reason=Reason.PROVIDER_FAILED),
        card("b", prompt="Bãi biển Đà Nẵng", clip=clips[1]),
        card("a", prompt="Một con mèo", clip=clips[0]),
    ]
