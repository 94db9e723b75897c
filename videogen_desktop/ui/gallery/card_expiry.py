"""How long a result that is not here yet will be kept, at the lower edge of a card's picture."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from videogen_desktop.ui.gallery.card_art import CardArt
from videogen_desktop.ui.gallery.card_content import CardContent
from videogen_desktop.ui.gallery.card_text import CardFonts
from videogen_desktop.ui.theme.tokens import DARK, Tokens

# Dark enough for 4.5 to 1 under the words, whatever the picture is.
_ON_PICTURE = QColor(14, 14, 20, 217)
_ICON, _GAP, _PADDING = 14, 6, 10


def paint_expiry(
    painter: QPainter, media: QRect, content: CardContent, fonts: CardFonts, art: CardArt
) -> None:
    """A quiet line, or a pill of the warning's colour once it is urgent."""
    on_picture = content.poster is not None
    font = fonts.label if content.expires_soon else fonts.small
    metrics = fonts.label_metrics if content.expires_soon else fonts.small_metrics
    icon = _ICON + _GAP if content.expires_soon else 0
    room = media.width() - 2 * art.tokens.space_2 - 2 * _PADDING - icon
    text = metrics.elidedText(content.expiry, Qt.TextElideMode.ElideRight, room)
    width = metrics.horizontalAdvance(text) + icon + 2 * _PADDING
    height = fonts.small_line + 4
    left = media.x() + (media.width() - width) / 2
    pill = QRectF(left, media.bottom() + 1 - art.tokens.space_2 - height, width, height)
    ground, ink = _colours(art.tokens, on_picture=on_picture, is_urgent=content.expires_soon)
    painter.setPen(Qt.PenStyle.NoPen)
    if ground is not None:
        painter.setBrush(ground)
        painter.drawRoundedRect(pill, height / 2, height / 2)
    if icon:
        ratio = painter.device().devicePixelRatioF()
        picture = art.icon("clock", ink, _ICON, ratio)
        painter.drawPixmap(
            QPointF(pill.x() + _PADDING, pill.center().y() - _ICON / 2).toPoint(), picture
        )
    painter.setFont(font)
    painter.setPen(QColor(ink))
    words = pill.adjusted(_PADDING + icon, 0, -_PADDING, 0)
    painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)


def _colours(tokens: Tokens, *, on_picture: bool, is_urgent: bool) -> tuple[QColor | None, str]:
    if on_picture:
        return _ON_PICTURE, DARK.warning if is_urgent else DARK.text
    if is_urgent:
        return QColor(tokens.warning_soft), tokens.warning
    return None, tokens.text_muted
