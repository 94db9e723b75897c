"""Composes cards and puts them on the screen. Opens no file and decodes nothing.

+--------------------------+
| (state)              (♥) |   media, in the clip's shape: the poster, else a quiet surface with
|                          |   what there is to say
+--------------------------+
| prompt, two lines        |
| [] model             age |
+--------------------------+
"""

import time
from collections import OrderedDict
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap

from videogen_desktop.domain.aspect_ratio import PORTRAIT, SQUARE, named_shape
from videogen_desktop.ui.gallery.arrangement import CardArrangement
from videogen_desktop.ui.gallery.card_art import CardArt
from videogen_desktop.ui.gallery.card_media import (
    CardContent,
    CardMedia,
    is_only_poster,
    is_same_below,
)
from videogen_desktop.ui.gallery.card_text import CardFonts, FontRole, TextCache
from videogen_desktop.ui.gallery.grid import CardMetrics, Grid
from videogen_desktop.ui.text_format import model_title, one_line, without_prompt
from videogen_desktop.ui.theme.tokens import Tokens

_SHAPES = {PORTRAIT: QSize(9, 14), SQUARE: QSize(12, 12)}
_OTHER_SHAPE = QSize(16, 10)
_AFTER_SHAPE = 7
_MODEL_ROOM = 40
# While the gallery moves, a frame composes new cards for so long; the rest come a frame later.
_BUDGET_SECONDS = 0.001_5
_USUAL_LINE = 20
# A portrait card beside wide ones is so wide for a square card's side at least.
_LEAST_PART = 0.64
KEPT_BYTES = 24 * 1024 * 1024


class CardPainter:
    """The words of each card are composed once and copied from then on, and so is a picture that is
    more than a poster. Main thread."""

    def __init__(self, tokens: Tokens, font: QFont) -> None:
        self.arrangement = CardArrangement()
        self._pictures = CardPictures()
        self._texts = TextCache()
        self._deadline: float | None = None
        # Of the frame that is being painted.
        self._ratio = 1.0
        self.set_look(tokens, font)

    def set_look(self, tokens: Tokens, font: QFont) -> None:
        """Another theme or font: everything prepared is thrown away."""
        self.tokens = tokens
        self._border = QColor(tokens.border)
        self.fonts = CardFonts(font, tokens)
        self._art = CardArt(tokens)
        self._media = CardMedia(tokens, self.fonts, self._art, self._texts)
        self._footer = CardFooter(tokens, self.fonts, self._art, self._texts)
        self.metrics = self._measure(tokens, self.arrangement)
        self.forget_words()

    def arrange(self, arrangement: CardArrangement) -> None:
        """Cards of another size or shape."""
        self.arrangement = arrangement
        self.metrics = self._measure(self.tokens, arrangement)

    def metrics_for(self, arrangement: CardArrangement) -> CardMetrics:
        """What cards would need then."""
        return self._measure(self.tokens, arrangement)

    def forget_words(self) -> None:
        """The language changed."""
        self._texts.clear()
        self._pictures.clear()

    def _measure(self, tokens: Tokens, arrangement: CardArrangement) -> CardMetrics:
        # A larger font gets larger cards: the same words fit.
        side = round(arrangement.side * max(1.0, self.fonts.prompt_line / _USUAL_LINE))
        text = 2 * self.fonts.prompt_line + tokens.space_1 + self.fonts.small_line
        return CardMetrics(
            text_height=text + tokens.space_3 + tokens.space_3,
            side=side,
            aspects=arrangement.aspects,
            least_width=max(130, round(6.5 * self.fonts.prompt_line), round(_LEAST_PART * side)),
            heading_height=self.fonts.heading_line + tokens.space_4 + tokens.space_2,
            gap=tokens.space_4,
            margin=tokens.space_5,
            narrow_margin=tokens.space_4,
        )

    def media_rect(self, card: QRect) -> QRect:
        """The media area of a card, inside its border."""
        height = card.height() - self.metrics.text_height
        return QRect(card.x() + 1, card.y() + 1, card.width() - 2, height - 1)

    # --- painting --------------------------------------------------------------------------

    def begin_frame(self, grid: Grid, ratio: float, *, in_motion: bool) -> None:
        """Called before the first card of a paint event; `ratio` is the screen's."""
        self._deadline = time.perf_counter() + _BUDGET_SECONDS if in_motion else None
        self._ratio = ratio
        self._art.fit((grid.room, grid.metrics.side, ratio))
        if not in_motion:
            self._art.rest()

    def paint(self, painter: QPainter, card: QRect, video_id: str, content: CardContent) -> bool:
        """Paint the card; False when it is only a stand-in, for want of time."""
        kept = self._pictures.get(video_id)
        size = card.size()
        words, upper = self._still_true(kept, content, size)
        if words is None or upper is None:
            is_poster = self._shows_poster_itself(content)
            is_quick = is_poster and words is not None
            is_late = self._deadline is not None and time.perf_counter() > self._deadline
            if is_late and not is_quick:
                self._paint_stand_in(painter, card, content, kept)
                return False
            words = words or self._composed_words(content, size)
            upper = upper or self._upper(content, size)
            kept = KeptPicture(content, size * self._ratio, words, upper, is_poster)
            self._pictures.put(video_id, kept)
        self._put_on_screen(painter, card, content, words, upper)
        return True

    def _still_true(
        self, kept: "KeptPicture | None", content: CardContent, size: QSize
    ) -> tuple[QPixmap | None, QPixmap | None]:
        """Words and picture, where what was composed still says what the card does."""
        if kept is None or kept.size != size * self._ratio:
            return None, None
        was = kept.content
        if kept.is_poster:
            is_same = was.item is content.item and was.selected is content.selected
            holds = is_same and self._shows_poster_itself(content)
        else:
            holds = was == content
        words = kept.words if is_same_below(was, content) else None
        return words, kept.upper if holds else None

    def paint_unknown(self, painter: QPainter, card: QRect) -> None:
        """A card of which nothing is known yet."""
        painter.drawPixmap(card.topLeft(), self._skeleton(card.size(), self._ratio))

    def paint_mark(self, painter: QPainter, card: QRect, strong: bool) -> None:
        """The ring of the current or selected card, else the edge of the hovered one."""
        painter.drawPixmap(card.topLeft(), self._art.ring(card.size(), self._ratio, strong))

    def _paint_stand_in(
        self, painter: QPainter, card: QRect, content: CardContent, kept: "KeptPicture | None"
    ) -> None:
        is_poster = self._shows_poster_itself(content)
        if kept is None or (kept.is_poster and not is_poster):
            self.paint_unknown(painter, card)
        else:
            upper = self._upper(content, card.size()) if is_poster else kept.upper
            self._put_on_screen(painter, card, content, kept.words, upper)

    def _shows_poster_itself(self, content: CardContent) -> bool:
        """So that it is not kept a second time: 0.3 MB a card on a plain screen. Where a pixel is a
        fraction of the screen's, its edges would not meet those of the card."""
        return self._ratio.is_integer() and is_only_poster(content)

    def _put_on_screen(
        self, painter: QPainter, card: QRect, content: CardContent, words: QPixmap, upper: QPixmap
    ) -> None:
        x, y, width = card.x(), card.y(), card.width()
        height = card.height() - self.metrics.text_height
        self._put(painter, QRect(x, y + height - 1, width, card.height() - height + 1), words)
        poster = content.poster
        if poster is None or not self._shows_poster_itself(content):
            self._put(painter, QRect(x, y, width, height), upper)
            return
        painter.drawImage(QRect(x + 1, y + 1, width - 2, height - 1), poster)
        painter.fillRect(x, y, 1, height, self._border)
        painter.fillRect(x + width - 1, y, 1, height, self._border)
        painter.drawPixmap(x, y, upper)

    def _put(self, painter: QPainter, area: QRect, picture: QPixmap) -> None:
        if picture.width() == (area.size() * self._ratio).width():
            painter.drawPixmap(area.topLeft(), picture)
        else:
            painter.drawPixmap(area, picture)

    def _composed_words(self, content: CardContent, size: QSize) -> QPixmap:
        """From the last line of the picture on, which it lies under: where a screen's ratio is a
        fraction, nothing shows between the two."""
        width, height = size.width(), size.height()
        top = self.media_rect(QRect(0, 0, width, height)).bottom()
        picture, painter = self._begin(QSize(width, height - top))
        # The lower end of a card is the same for all of its width: no ground of its own for each
        # height that a line may have.
        above = 2 * self.tokens.radius_large
        ground = QSize(width, height - top + above)
        painter.drawPixmap(0, -above, self._art.card(ground, content.selected, self._ratio))
        self._footer.paint(painter, QRect(0, 1, width, height - top - 1), content, self._ratio)
        painter.end()
        return picture

    def _upper(self, content: CardContent, size: QSize) -> QPixmap:
        """What lies over the poster, else the whole picture with the words that are in it."""
        if self._shows_poster_itself(content):
            return self._media.frame(size.width(), content, self._ratio)
        media = self.media_rect(QRect(0, 0, size.width(), size.height()))
        picture, painter = self._begin(QSize(size.width(), media.bottom() + 1))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPixmap(0, 0, self._art.card(size, content.selected, self._ratio))
        self._media.paint(painter, media, content, self._ratio)
        painter.drawPixmap(0, 0, self._art.corners(size.width(), self._ratio))
        painter.end()
        return picture

    def _begin(self, size: QSize) -> tuple[QPixmap, QPainter]:
        picture = QPixmap(size * self._ratio)
        picture.setDevicePixelRatio(self._ratio)
        return picture, QPainter(picture)

    def _skeleton(self, size: QSize, ratio: float) -> QPixmap:
        return self._art.piece(
            ("skeleton", size.width(), size.height(), ratio),
            size,
            ratio,
            lambda painter: self._draw_skeleton(painter, size, ratio),
            self.tokens.background,
        )

    def _draw_skeleton(self, painter: QPainter, size: QSize, ratio: float) -> None:
        tokens, line = self.tokens, self.fonts.prompt_line
        painter.drawPixmap(0, 0, self._art.card(size, False, ratio))
        media = self.media_rect(QRect(0, 0, size.width(), size.height()))
        painter.fillRect(media, QColor(tokens.surface_hover))
        painter.drawPixmap(0, 0, self._art.corners(size.width(), ratio))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.surface_hover))
        top = media.bottom() + tokens.space_3 + 4
        for width in (0.72, 0.45):
            bar = QRectF(tokens.space_3, top, size.width() * width, line * 0.55)
            painter.drawRoundedRect(bar, 4, 4)
            top += line


class CardFooter:
    """The lower part of a card: two lines of the prompt, then shape, model and age. Main thread."""

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
        # No letter is narrower than three pixels: more than this cannot be seen.
        prompt = one_line(content.item.video.name, most=40 + width)
        painter.setPen(QColor(tokens.text if prompt else tokens.text_faint))
        prompt = prompt or without_prompt()
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
        # Two letters and dots say nothing.
        model = model_title(content.item) if room >= _MODEL_ROOM else ""
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


class KeptPicture(NamedTuple):
    """What was composed for a card of `size` pixels; where `is_poster`, `upper` is shared and lies
    over the poster itself."""

    content: CardContent
    size: QSize
    words: QPixmap
    upper: QPixmap
    is_poster: bool


class CardPictures:
    """The latest pictures of each card, least recently used thrown away. Main thread."""

    def __init__(self, capacity: int = KEPT_BYTES) -> None:
        self._capacity = capacity
        self._kept: OrderedDict[str, KeptPicture] = OrderedDict()
        self._bytes = 0

    def __len__(self) -> int:
        return len(self._kept)

    @property
    def bytes_held(self) -> int:
        return self._bytes

    def get(self, video_id: str) -> KeptPicture | None:
        """What was painted last, whether or not it still holds."""
        kept = self._kept.get(video_id)
        if kept is not None:
            self._kept.move_to_end(video_id)
        return kept

    def put(self, video_id: str, kept: KeptPicture) -> None:
        self._drop(video_id)
        if kept.is_poster:
            # The cache of the posters alone says how long one stays.
            kept = kept._replace(content=kept.content._replace(poster=None))
        self._kept[video_id] = kept
        self._bytes += _bytes(kept)
        while self._bytes > self._capacity and len(self._kept) > 1:
            self._drop(next(iter(self._kept)))

    def clear(self) -> None:
        self._kept.clear()
        self._bytes = 0

    def _drop(self, video_id: str) -> None:
        kept = self._kept.pop(video_id, None)
        if kept is not None:
            self._bytes -= _bytes(kept)


def _bytes(kept: KeptPicture) -> int:
    pictures = [kept.words] if kept.is_poster else [kept.words, kept.upper]
    return sum(4 * picture.width() * picture.height() for picture in pictures)
