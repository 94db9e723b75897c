"""Whole cards, painted once and kept while they are near: scrolling then only copies pixels."""

from collections import OrderedDict
from typing import NamedTuple

from PySide6.QtGui import QPixmap

from videogen_desktop.ui.gallery.card_content import CardContent

KEPT_BYTES = 24 * 1024 * 1024


class KeptPicture(NamedTuple):
    content: CardContent
    picture: QPixmap


class CardPictures:
    """The latest picture of each card, least recently used thrown away. Main thread."""

    def __init__(self, capacity: int = KEPT_BYTES) -> None:
        self._capacity = capacity
        self._kept: OrderedDict[str, KeptPicture] = OrderedDict()
        self._bytes = 0

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, video_id: str) -> KeptPicture | None:
        """What was painted last, whether or not it still holds."""
        kept = self._kept.get(video_id)
        if kept is not None:
            self._kept.move_to_end(video_id)
        return kept

    def put(self, video_id: str, content: CardContent, picture: QPixmap) -> None:
        self._drop(video_id)
        self._kept[video_id] = KeptPicture(content, picture)
        self._bytes += _bytes(picture)
        while self._bytes > self._capacity and len(self._kept) > 1:
            self._drop(next(iter(self._kept)))

    def clear(self) -> None:
        self._kept.clear()
        self._bytes = 0

    def _drop(self, video_id: str) -> None:
        kept = self._kept.pop(video_id, None)
        if kept is not None:
            self._bytes -= _bytes(kept.picture)


def _bytes(picture: QPixmap) -> int:
    return 4 * picture.width() * picture.height()
