"""A window that clips are dropped on, and an importer in memory."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.account.fake_account import AccountEngine
from tests.ui.living_window import LivingWindow, OpenLivingWindow
from videogen_desktop.domain.clip_tags import DroppedClip, ImportOutcome, ImportReport
from videogen_desktop.domain.request import VideoRequest

CLIP = DroppedClip(
    request=VideoRequest("sandbox/video-1", "Một con mèo", {"aspect_ratio": "portrait"}),
    is_offered=True,
    cost=100_00,
    video_id="00000000-0000-4000-8000-000000000001",
)


@dataclass
class FakeImporter:
    """As services.importing.Importer."""

    clip: DroppedClip = CLIP
    failure: BaseException | None = None
    outcome: ImportOutcome = ImportOutcome.ADDED
    asked: list[tuple[tuple[Path, ...], bool]] = field(default_factory=list)
    waits: bool = False
    stopped: asyncio.Event = field(default_factory=asyncio.Event)

    async def dropped(self, _path: Path) -> DroppedClip:
        if self.failure is not None:
            raise self.failure
        return self.clip

    async def import_paths(
        self, paths: Sequence[Path], progress: Callable[[int, int], None], *, untagged: bool = False
    ) -> ImportReport:
        if self.failure is not None:
            raise self.failure
        self.asked.append((tuple(paths), untagged))
        progress(1, 2)
        if self.waits:
            await self.stopped.wait()
            return ImportReport({Path("a.mp4"): self.outcome}, ("new",), is_stopped=True, left=1)
        outcome = ImportOutcome.ADDED if untagged else self.outcome
        added = ("new",) if outcome is ImportOutcome.ADDED else ()
        return ImportReport({Path("a.mp4"): outcome}, added)

    async def stop(self) -> None:
        self.stopped.set()


OpenImporting = Callable[[FakeImporter], LivingWindow]


@pytest.fixture
def open_importing(open_living: OpenLivingWindow) -> OpenImporting:
    """Opens a window, in English, whose engine imports with this."""

    def open_one(importer: FakeImporter) -> LivingWindow:
        def prepare(engine: AccountEngine) -> None:
            engine.importer = importer

        return open_living(prepare=prepare)

    return open_one


def files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def drag(window: QWidget, data: QMimeData) -> bool:
    """Whether the window would take it."""
    event = QDragEnterEvent(
        QPoint(50, 50),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.ignore()
    QApplication.sendEvent(window, event)
    return event.isAccepted()


def drop(window: QWidget, data: QMimeData) -> None:
    assert drag(window, data)
    event = QDropEvent(
        QPointF(50, 50),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(window, event)
