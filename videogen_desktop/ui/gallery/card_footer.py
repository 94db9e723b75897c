"""The lower part of a card: two lines of the prompt, then shape, model and age."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from videogen_desktop.domain.aspect_ratio import PORTRAIT, SQUARE, named_shape
from videogen_desktop.ui.gallery.card_art import CardArt
from videogen_desktop.ui.gallery.card_content import CardContent
from videogen_desktop.ui.gallery.card_text import CardFonts, FontRole, TextCache
from videogen_desktop.ui.text_format import model_title, one_line
from videogen_desktop.ui.theme.tokens import Tokens

_SHAPES = {PORTRAIT: QSize(9, 14), SQUARE: QSize(12, 12)}
_OTHER_SHAPE = QSize(16, 10)
_AFTER_SHAPE = 7


class CardFooter:
    """Paints into the text area of one card at a time. Main thread."""

    def __init__(self, tokens: Tokens, fonts: CardFonts, art: CardArt, texts: TextCache) -> None:
        self._tokens = tokens
        self._fonts = fonts
        self._art = art
        self._texts = texts

    def paint(self, painter: QPainter, area: QRect, content: CardContent, ratio: float) -> None:
        """`area` is the whole width of the card, below its picture."""
        tokens, fonts = self._tokens, self._fonts
        left, width = area.x() + tokens.space_3, area.width() - 2 * tokens.space_3
        top = area.y() + tokens.space_2 + 2
        painter.setFont(fonts.prompt)
        painter.setPen(QColor(tokens.text))
        # No letter is narrower than three pixels: more than this cannot be seen.
        prompt = one_line(content.item.video.prompt, most=40 + width)
        for text in self._texts.lines(prompt, fonts.prompt, width, 2, FontRole.PROMPT):
            painter.drawStaticText(left, top, text)
            top += fonts.prompt_line
        bottom = area.bottom() + 1 - tokens.space_3 + 2
        line = QRect(left, bottom - fonts.small_line, width, fonts.small_line)
        self._paint_facts(painter, line, content, ratio)

    def _paint_facts(
        self, painter: QPainter, line: QRect, content: CardContent, ratio: float
    ) -> None:
        tokens, fonts, video = self._tokens, self._fonts, content.item.video
        name = named_shape(video.request.aspect_ratio)
        shape = self._shape(name, ratio)
        size = _SHAPES.get(name or "", _OTHER_SHAPE)
        painter.drawPixmap(line.x(), line.center().y() - size.height() // 2, shape)
        painter.setFont(fonts.small)
        painter.setPen(QColor(tokens.text_muted))
        age_text, age_width = self._texts.label(content.age, fonts.small, FontRole.SMALL)
        painter.drawStaticText(line.right() + 1 - age_width, line.y(), age_text)
        left = size.width() + _AFTER_SHAPE
        room = line.width() - left - age_width - tokens.space_3
        model = model_title(video.model_id)
        for text in self._texts.lines(model, fonts.small, room, 1, FontRole.SMALL):
            painter.drawStaticText(line.x() + left, line.y(), text)

    def _shape(self, shape: str | None, ratio: float) -> QPixmap:
        size = _SHAPES.get(shape or "", _OTHER_SHAPE)
        return self._art.piece(
            ("shape", shape, ratio), size, ratio, lambda painter: self._draw_shape(painter, size)
        )

    def _draw_shape(self, painter: QPainter, size: QSize) -> None:
        painter.setPen(QPen(QColor(self._tokens.text_faint), 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        outline = QRectF(0.7, 0.7, size.width() - 1.4, size.height() - 1.4)
        painter.drawRoundedRect(outline, 2, 2)
