"""The badge of a card's state, as a piece that all cards of that state share."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPixmap

from videogen_desktop.domain.states import VideoState
from videogen_desktop.ui.gallery.card_art import CardArt
from videogen_desktop.ui.theme.tokens import DARK, Tokens

# Dark enough for 4.5 to 1 under the badge's colours, whatever the picture is.
_ON_PICTURE = QColor(14, 14, 20, 217)
_PADDING = 9
_DOT_ROOM = 13
_MARKS = "✓✗"


def state_badge(
    art: CardArt, text: str, state: VideoState, font: QFont, ratio: float, on_picture: bool
) -> QPixmap:
    """Dark on a picture, in the theme's colours elsewhere."""
    key = ("badge", text, state, font.pointSizeF(), ratio, on_picture)
    known = art.known(key)
    if known is not None:
        return known
    metrics = QFontMetrics(font)
    dot = 0 if text[:1] in _MARKS else _DOT_ROOM
    width = metrics.horizontalAdvance(text) + dot + 2 * _PADDING
    size = QSize(width, metrics.height() + 6)
    return art.piece(
        key,
        size,
        ratio,
        lambda painter: _draw(painter, size, text, state, font, on_picture, art.tokens),
    )


def _draw(
    painter: QPainter,
    size: QSize,
    text: str,
    state: VideoState,
    font: QFont,
    on_picture: bool,
    tokens: Tokens,
) -> None:
    colours = DARK if on_picture else tokens
    area = QRectF(0, 0, size.width(), size.height())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_ON_PICTURE if on_picture else QColor(colours.surface))
    painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
    colour = QColor(_state_colour(state, colours))
    painter.setFont(font)
    text_area = area.adjusted(_PADDING, 0, -_PADDING, 0)
    if text[:1] in _MARKS:
        painter.setPen(colour)
    else:
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(_PADDING + 3.5, area.center().y()), 3.5, 3.5)
        painter.setPen(QColor(colours.text))
        text_area.adjust(_DOT_ROOM, 0, 0, 0)
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.drawText(text_area, int(flags), text)


def _state_colour(state: VideoState, tokens: Tokens) -> str:
    return {
        VideoState.COMPLETED: tokens.success,
        VideoState.FAILED: tokens.danger,
        VideoState.UNCONFIRMED: tokens.warning,
        VideoState.PROCESSING: tokens.accent,
        VideoState.CANCELLED: tokens.text_faint,
    }.get(state, tokens.text_muted)
