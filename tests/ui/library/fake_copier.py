"""Copies that go on until the test ends them, and settings that are only remembered."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from tests.ui.fake_wallet_engine import FakeWalletEngine
from videogen_desktop.domain.errors import VideoGenError
from videogen_desktop.domain.events import CopyEnded, CopyProgressed, Event
from videogen_desktop.domain.settings import Settings


class FakeCopier:
    """Every method runs on the worker's loop; `progress` and `end` may be called anywhere."""

    def __init__(self, publish: Callable[[Event], None]) -> None:
        self._publish = publish
        self.asked: list[tuple[tuple[str, ...], Path]] = []

    async def copy(self, video_id: str, target: Path, *, overwrite: bool = False) -> None:
        self.asked.append(((video_id,), target))

    async def copy_many(self, video_ids: Sequence[str], folder: Path) -> tuple[CopyEnded, ...]:
        self.asked.append((tuple(video_ids), folder))
        return ()

    async def cancel(self, video_id: str) -> None:
        self._publish(CopyEnded(video_id, Path("gone"), is_cancelled=True))

    def progress(self, video_id: str, copied: int, total: int) -> None:
        self._publish(CopyProgressed(video_id, copied, total))

    def end(self, video_id: str, target: Path, error: VideoGenError | None = None) -> None:
        self._publish(CopyEnded(video_id, target, error))


class FakePreferences:
    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    async def change(self, **changes: Any) -> Settings:
        self.settings = self.settings._replace(**changes)
        return self.settings


def furnish(engine: FakeWalletEngine, folder: Path) -> FakeCopier:
    """Give the engine what saving copies needs; `folder` is where the last copy went."""
    copier = FakeCopier(engine._publish)
    preferences = FakePreferences(Settings(last_copy_folder=str(folder)))
    for name, part in (("copier", copier), ("preferences", preferences)):
        setattr(engine, name, part)
    return copier
