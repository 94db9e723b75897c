from pathlib import Path

import pytest

from tests.ui.fake_studio import FakeStudio
from tests.ui.gallery.cards import card
from tests.ui.library.fake_copier import FakeCopier, FakePreferences
from videogen_desktop.domain.settings import Settings
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


def with_files(folder: Path) -> "type[FakeStudio]":
    """Only names the folder that copies begin in."""
    raise NotImplementedError


def furnish(studio: FakeStudio, folder: Path) -> None:
    """Give the studio what saving copies needs."""
    studio.copier = FakeCopier(studio.publish)  # type: ignore[attr-defined]
    settings = Settings(last_copy_folder=str(folder))
    studio.preferences = FakePreferences(settings)  # type: ignore[attr-defined]
