"""What a card without a video offers, drawn where its button comes under the pointer."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui.gallery.actions import CardAction, actions_for, face_of
from videogen_desktop.ui.gallery.card_art import CardArt

# As CardOverlay places its TextButton, and as that one measures itself.
_LEFT, _BELOW = 10, 8
_ROOM = QSize(24, 12)
_OFFERED = (CardAction.RETRY, CardAction.SETTLE)


def paint_offer(
    painter: QPainter, media: QRect, top: int, item: LibraryItem, font: QFont, art: CardArt
) -> None:
    """Only where it leaves free what stands above `top`."""
    possible = actions_for(item)
    action = next((action for action in _OFFERED if action in possible), None)
    if action is None:
        return
    text = face_of(action).text
    place = offer_place(media, text, font)
    if place.y() < top or place.right() > media.right() - _BELOW:
        return
    size = place.size()
    ratio = painter.device().devicePixelRatioF()
    key = ("offer", text, font.pointSizeF(), ratio)
    pill = art.piece(key, size, ratio, lambda piece: _draw(piece, size, text, font, art))
    painter.drawPixmap(place.topLeft(), pill)


def offer_place(media: QRect, text: str, font: QFont) -> QRect:
    metrics = QFontMetrics(font)
    size = QSize(metrics.horizontalAdvance(text), metrics.height()) + _ROOM
    return QRect(QPoint(media.x() + _LEFT, media.bottom() + 1 - _BELOW - size.height()), size)


def _draw(painter: QPainter, size: QSize, text: str, font: QFont, art: CardArt) -> None:
    area = QRectF(0, 0, size.width(), size.height()).adjusted(1.5, 1.5, -1.5, -1.5)
    painter.setPen(QPen(QColor(art.tokens.border_strong), 1))
    painter.setBrush(QColor(art.tokens.surface))
    painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
    painter.setFont(font)
    painter.setPen(QColor(art.tokens.text))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)
