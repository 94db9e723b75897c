"""Copies that go on until the test ends them, and settings that are only remembered."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from tests.ui.fake_wallet_engine import FakeWalletEngine
from videogen_desktop.domain.errors import VideoGenError
from videogen_desktop.domain.events import CopyEnded, CopyProgressed, Event
from videogen_desktop.domain.export import Bars, ClipCut, ExportTarget, UseKind
from videogen_desktop.domain.file_names import NameParts, NameTemplate
from videogen_desktop.domain.settings import Settings
from videogen_desktop.domain.video import Video


class FakeCopier:
    """Every method runs on the worker's loop; `progress` and `end` may be called anywhere."""

    def __init__(self, publish: Callable[[Event], None]) -> None:
        self._publish = publish
        self.asked: list[tuple[tuple[str, ...], Path]] = []
        self.taken_back: list[tuple[Path, ...]] = []

    async def copy(self, video_id: str, target: Path, *, overwrite: bool = False) -> None:
        self.asked.append(((video_id,), target))

    async def copy_many(self, video_ids: Sequence[str], folder: Path) -> tuple[CopyEnded, ...]:
        self.asked.append((tuple(video_ids), folder))
        return ()

    async def take_back(self, copies: Sequence[Path]) -> int:
        self.taken_back.append(tuple(copies))
        return len(copies)

    async def cancel(self, video_id: str) -> None:
        self._publish(CopyEnded(video_id, Path("gone"), is_cancelled=True))

    def progress(self, video_id: str, copied: int, total: int) -> None:
        self._publish(CopyProgressed(video_id, copied, total))

    def end(
        self,
        video_id: str,
        target: Path,
        error: VideoGenError | None = None,
        *,
        keeps_words: bool = False,
    ) -> None:
        self._publish(CopyEnded(video_id, target, error, keeps_words=keeps_words))


class FakeExporter:
    """Saves until the test ends it, through its copier's `end`."""

    def __init__(self) -> None:
        self.saved: list[tuple[str, Path, str, bool]] = []
        self.joined: list[tuple[str, tuple[ClipCut, ...], Path, ExportTarget | None]] = []
        self.projects: list[tuple[str, Path, str]] = []
        self.cancelled: list[str] = []
        self.counted: list[tuple[tuple[str, ...], UseKind, str | None]] = []

    async def save(
        self,
        video_ids: Sequence[str],
        folder: Path,
        template: str,
        *,
        without_prompt: bool = False,
    ) -> tuple[CopyEnded, ...]:
        NameTemplate(template)
        self.saved += [(video_id, folder, template, without_prompt) for video_id in video_ids]
        return ()

    async def count(
        self, video_ids: Sequence[str], kind: UseKind, target: str | None = None
    ) -> None:
        self.counted.append((tuple(video_ids), kind, target))

    async def prepare(self) -> None:
        return

    async def join(
        self,
        export_id: str,
        cuts: Sequence[ClipCut],
        output: Path,
        *,
        target: ExportTarget | None = None,
        bars: Bars = Bars.BLURRED,
        without_prompt: bool = False,
    ) -> None:
        self.joined.append((export_id, tuple(cuts), output, target))

    async def project(
        self,
        export_id: str,
        cuts: Sequence[ClipCut],
        folder: Path,
        name: str,
        *,
        without_prompt: bool = False,
    ) -> None:
        self.projects.append((export_id, folder, name))

    async def cancel(self, export_id: str) -> None:
        self.cancelled.append(export_id)

    def name_parts(self, video: Video) -> NameParts:
        return NameParts("2026-11-30", video.prompt, "Veo 3.1")


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
    parts = {"copier": copier, "preferences": preferences, "exporter": FakeExporter()}
    for name, part in parts.items():
        setattr(engine, name, part)
    return copier
