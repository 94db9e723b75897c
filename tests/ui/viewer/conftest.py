from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QMainWindow
from pytestqt.qtbot import QtBot

from tests.ui.viewer.fakes import (
    FakeBridge,
    FakeExaminer,
    FakeLargeEngine,
    FakeOrder,
    FakeWalletEngine,
    details_of,
)
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui.theme.tokens import LIGHT
from videogen_desktop.ui.viewer.playback import Playback
from videogen_desktop.ui.viewer.viewer import Viewer


@dataclass
class Page:
    """A viewer over a window whose own page is one line of text."""

    window: QMainWindow
    covered: QLineEdit
    viewer: Viewer
    bridge: FakeBridge
    order: FakeOrder
    engines: list[FakeLargeEngine]
    asked: list[tuple[str, str]]
    qtbot: QtBot

    @property
    def examiner(self) -> FakeExaminer:
        examiner: FakeExaminer = self.bridge.engine.examiner
        return examiner

    @property
    def engine(self) -> FakeLargeEngine:
        return self.engines[-1]

    def put(self, *items: LibraryItem) -> None:
        for item in items:
            self.order.items[item.video.id] = item
            self.examiner.known[item.video.id] = details_of(item)

    def texts(self) -> list[str]:
        """What can be read."""
        return [label.text() for label in self.viewer.findChildren(QLabel) if label.isVisible()]

    def press(self, key: Qt.Key, text: str = "") -> None:
        self.qtbot.keyClick(self.viewer, key)


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[Page]:
    engines: list[FakeLargeEngine] = []
    asked: list[tuple[str, str]] = []

    def make() -> FakeLargeEngine:
        engines.append(FakeLargeEngine())
        return engines[-1]

    window = QMainWindow()
    qtbot.addWidget(window)
    covered = QLineEdit()
    window.setCentralWidget(covered)
    window.resize(1_280, 800)
    window.show()
    covered.setFocus()
    bridge, order = FakeBridge(FakeWalletEngine()), FakeOrder(())
    viewer = Viewer(bridge, order, LIGHT, window, covered, Playback(make))
    viewer.actionRequested.connect(lambda video_id, action: asked.append((video_id, action)))
    yield Page(window, covered, viewer, bridge, order, engines, asked, qtbot)
    viewer.close_down()


@pytest.fixture
def clip(tmp_path: Path) -> Callable[[str], Path]:
    def make(name: str) -> Path:
        path = tmp_path / f"{name}.mp4"
        path.write_bytes(b"a clip")
        return path

    return make
