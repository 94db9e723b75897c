"""The floor of the gallery's frames: a bare widget that puts as many ready pictures in place."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from benchmarks.inside.frames import Frames

_FRAMES = 1_000
_PICTURES = 8


class BareCards(QWidget):
    """Paints one background and one opaque picture for each card, and knows nothing else."""

    def __init__(self, size: QSize, cards: Sequence[QRect]) -> None:
        super().__init__()
        self.resize(size)
        self._cards = cards
        self._pictures = [_picture(cards[0].size(), hue) for hue in range(_PICTURES)]
        self._first = 0

    def turn(self) -> None:
        """The next frame shows other pictures."""
        self._first += 1
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor("#202020"))
        for number, card in enumerate(self._cards, self._first):
            painter.drawImage(card.topLeft(), self._pictures[number % _PICTURES])


def _picture(size: QSize, number: int) -> QImage:
    picture = QImage(size, QImage.Format.Format_RGB32)
    picture.fill(QColor.fromHsv(number * 255 // _PICTURES, 120, 160))
    return picture


def bare_frames(size: QSize, cards: Sequence[QRect], count: int = _FRAMES) -> Frames:
    """Frames of a window of this size with cards at these places."""
    window = BareCards(size, cards)
    window.show()
    frames = Frames()
    for _ in range(count):
        frames.step(window.turn)
    window.close()
    window.deleteLater()
    return frames
