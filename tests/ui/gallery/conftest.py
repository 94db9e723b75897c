from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelection
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from tests.ui.player.fakes import ObedientEngine
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui.gallery.model import GalleryModel
from videogen_desktop.ui.gallery.view import GalleryView
from videogen_desktop.ui.player.pool import PlayerPool
from videogen_desktop.ui.player.preview_player import PreviewPlayer
from videogen_desktop.ui.theme.tokens import LIGHT


@dataclass
class Gallery:
    """A gallery on the screen, its players on fake engines."""

    model: GalleryModel
    view: GalleryView
    pool: PlayerPool

    def show(self, *items: LibraryItem) -> None:
        self.model.set_ids([item.video.id for item in items])
        self.model.put_items(items)
        self.view.executeDelayedItemsLayout()


@pytest.fixture
def gallery(qtbot: QtBot) -> Iterator[Gallery]:
    model = GalleryModel()
    pool = PlayerPool(lambda: PreviewPlayer(ObedientEngine()))
    view = GalleryView(model, pool, LIGHT)
    qtbot.addWidget(view)
    view.resize(1_280, 800)
    view.show()
    yield Gallery(model, view, pool)
    view.close_down()


@pytest.fixture
def poster(tmp_path: Path) -> Callable[[str], Path]:
    def make(colour: str) -> Path:
        image = QImage(320, 180, QImage.Format.Format_RGB32)
        image.fill(QColor(colour))
        path = tmp_path / f"{colour.strip('#')}.png"
        image.save(str(path))
        return path

    return make


def select_cards(view: GalleryView, video_ids: Sequence[str]) -> None:
    """Select exactly these."""
    model, selection = view.gallery_model, QItemSelection()
    for video_id in video_ids:
        row = model.row_of(video_id)
        assert row is not None
        selection.select(model.index(row), model.index(row))
    view.selectionModel().select(selection, view.selectionModel().SelectionFlag.ClearAndSelect)
