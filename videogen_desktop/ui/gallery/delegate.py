"""Paints one card. Opens no file and decodes nothing: what is not in memory is left out.

+--------------------------+
| (state)                  |   media, 16:9: the playing frame, else the poster, else a
|                          |   quiet surface with what there is to say
+--------------------------+
| prompt, two lines        |
| [] model             age |
+--------------------------+
"""

import time
from typing import Protocol

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from videogen_desktop.domain.aspect_ratio import AspectRatio
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.video import LibraryItem, Video
from videogen_desktop.ui.gallery import wording
from videogen_desktop.ui.gallery.card_art import CardArt, CardLook
from videogen_desktop.ui.gallery.card_text import CardFonts, TextCache
from videogen_desktop.ui.gallery.grid import CardMetrics
from videogen_desktop.ui.gallery.model import GalleryRole
from videogen_desktop.ui.gallery.thumbnails import ThumbnailCache, ThumbnailKey
from videogen_desktop.ui.theme.tokens import Tokens

_IN_FLIGHT = (VideoState.RESERVED, VideoState.SENDING, VideoState.PENDING, VideoState.PROCESSING)
_BAR_HEIGHT = 4
_ICON = 28
_PROMPT_ROLE, _SMALL_ROLE, _LABEL_ROLE = 1, 2, 3


class PlayingFrames(Protocol):
    """Where the delegate finds the picture of a clip that is playing."""

    def picture(self, video_id: str, area: QSize, radius: float, ratio: float) -> QImage | None: ...

    def problem(self, video_id: str) -> str | None: ...


class CardDelegate(QStyledItemDelegate):
    """Paints cards of the size that the view gives it."""

    def __init__(
        self,
        tokens: Tokens,
        font: QFont,
        thumbnails: ThumbnailCache,
        frames: PlayingFrames | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._frames = frames
        self._texts = TextCache()
        self.set_look(tokens, font)

    def set_look(self, tokens: Tokens, font: QFont) -> None:
        """Another theme or font: everything prepared is thrown away."""
        self._tokens = tokens
        self._fonts = CardFonts(font, tokens)
        self._art = CardArt(tokens)
        self._metrics = self._measure(tokens)
        self._texts.clear()

    def forget_words(self) -> None:
        """The language changed."""
        self._texts.clear()

    def card_metrics(self) -> CardMetrics:
        return self._metrics

    def _measure(self, tokens: Tokens) -> CardMetrics:
        text = 2 * self._fonts.prompt_line + tokens.space_1 + self._fonts.small_line
        return CardMetrics(
            text_height=text + tokens.space_3 + tokens.space_3,
            # A larger font gets larger cards: the same words fit.
            least_width=max(240, 12 * self._fonts.prompt_line),
            wide_least_width=max(272, 13 * self._fonts.prompt_line),
            gap=tokens.space_4,
            margin=tokens.space_5,
            narrow_margin=tokens.space_4,
        )

    def media_rect(self, card: QRect) -> QRect:
        """The media area of a card, inside its border."""
        height = card.height() - self._metrics.text_height
        return QRect(card.x() + 1, card.y() + 1, card.width() - 2, height - 1)

    def thumbnail_key(self, item: LibraryItem, card: QRect, ratio: float) -> ThumbnailKey | None:
        if item.poster is None:
            return None
        return self._key(str(item.poster), self.media_rect(card), ratio)

    def sizeHint(self, option: QStyleOptionViewItem, index: object) -> QSize:
        return option.rect.size()

    # --- painting --------------------------------------------------------------------------

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: object) -> None:
        self.paint_card(painter, option, index, option.rect)

    def paint_card(
        self, painter: QPainter, option: QStyleOptionViewItem, index: object, exposed: QRect
    ) -> None:
        """Paint what of the card lies in `exposed`: a new frame does not redraw the text."""
        card: QRect = option.rect
        ratio = painter.device().devicePixelRatioF()
        look = _look(option)
        painter.drawPixmap(card.topLeft(), self._art.card(card.size(), look, ratio))
        item: LibraryItem | None = index.data(GalleryRole.ITEM)  # type: ignore[attr-defined]
        media = self.media_rect(card)
        if item is None:
            self._paint_skeleton(painter, card, media, ratio)
            return
        self._paint_media(painter, media, item, index, ratio)
        if exposed.bottom() > media.bottom():
            self._paint_text(painter, card, media, item.video)
        if look.is_marked:
            painter.drawPixmap(card.topLeft(), self._art.ring(card.size(), ratio))

    def paint_placeholder(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        """A card of which nothing is known yet."""
        ratio = painter.device().devicePixelRatioF()
        card = self._art.card(option.rect.size(), CardLook(), ratio)
        painter.drawPixmap(option.rect.topLeft(), card)
        self._paint_skeleton(painter, option.rect, self.media_rect(option.rect), ratio)

    def _paint_skeleton(self, painter: QPainter, card: QRect, media: QRect, ratio: float) -> None:
        painter.drawPixmap(media.topLeft(), self._art.empty_media(media.size(), None, ratio))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._tokens.surface_hover))
        left, top = card.x() + self._tokens.space_3, media.bottom() + self._tokens.space_3 + 4
        for width in (0.72, 0.45):
            bar = QRectF(left, top, card.width() * width, self._fonts.prompt_line * 0.55)
            painter.drawRoundedRect(bar, 4, 4)
            top += self._fonts.prompt_line

    def _playing_picture(self, item: LibraryItem, media: QRect, ratio: float) -> QImage | None:
        if self._frames is None:
            return None
        area = QSize(round(media.width() * ratio), round(media.height() * ratio))
        return self._frames.picture(item.video.id, area, self._tokens.radius_large - 1, ratio)

    def _paint_media(
        self, painter: QPainter, media: QRect, item: LibraryItem, index: object, ratio: float
    ) -> None:
        playing = self._playing_picture(item, media, ratio)
        if playing is not None:
            painter.drawImage(media.topLeft(), playing)
            return
        poster = self._poster(item, media, ratio)
        state = item.video.state
        if poster is not None:
            painter.drawImage(media, poster)
        else:
            background = self._art.empty_media(media.size(), state, ratio)
            painter.drawPixmap(media.topLeft(), background)
            self._paint_no_picture(painter, media, item, index, ratio)
        self._paint_problem(painter, media, item)
        self._paint_pill(painter, media, state, ratio, poster is not None)

    def _poster(self, item: LibraryItem, media: QRect, ratio: float) -> QImage | None:
        if item.poster is None:
            return None
        key = self._key(str(item.poster), media, ratio)
        return self._thumbnails.get(key) or self._thumbnails.other_size(key.path)

    def _key(self, path: str, media: QRect, ratio: float) -> ThumbnailKey:
        radius = self._tokens.radius_large - 1
        return ThumbnailKey(path, media.width(), media.height(), ratio, radius)

    def _paint_pill(
        self, painter: QPainter, media: QRect, state: VideoState, ratio: float, on_picture: bool
    ) -> None:
        text = wording.state_mark(state) + wording.state_label(state)
        pill = self._art.pill(text, state, self._fonts.label, ratio, on_picture)
        corner = QPoint(self._tokens.space_2 + 2, self._tokens.space_2 + 2)
        painter.drawPixmap(media.topLeft() + corner, pill)

    def _paint_no_picture(
        self, painter: QPainter, media: QRect, item: LibraryItem, index: object, ratio: float
    ) -> None:
        video = item.video
        if video.state in _IN_FLIGHT:
            self._paint_icon(painter, media, _state_icon(video.state), ratio)
            self._paint_progress(painter, media, video)
            return
        if video.state is VideoState.COMPLETED:
            download = index.data(GalleryRole.DOWNLOAD)  # type: ignore[attr-defined]
            note = wording.download_note(*download) if download else wording.media_note(item)
            self._paint_icon(painter, media, "film", ratio)
            self._paint_caption(painter, media, note)
            return
        self._paint_reason(painter, media, video)

    def _paint_icon(self, painter: QPainter, media: QRect, name: str, ratio: float) -> None:
        icon = self._art.icon(name, self._tokens.text_faint, _ICON, ratio)
        painter.drawPixmap(media.center() - QPoint(_ICON // 2, _ICON // 2), icon)

    def _paint_progress(self, painter: QPainter, media: QRect, video: Video) -> None:
        tokens = self._tokens
        percent = wording.percent_label(video.progress_percent)
        painter.setFont(self._fonts.label)
        room = QFontMetrics(self._fonts.label).horizontalAdvance(percent) + tokens.space_2
        line = QRectF(
            media.x() + tokens.space_3,
            media.bottom() - tokens.space_3 - self._fonts.small_line,
            media.width() - 2 * tokens.space_3,
            self._fonts.small_line,
        )
        painter.setPen(QColor(tokens.text_muted))
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, int(flags), percent)
        bar = QRectF(
            line.x(), line.center().y() - _BAR_HEIGHT / 2, line.width() - room, _BAR_HEIGHT
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.border_strong))
        painter.drawRoundedRect(bar, 2, 2)
        bar.setWidth(bar.width() * video.progress_percent / 100)
        painter.setBrush(QColor(tokens.accent))
        painter.drawRoundedRect(bar, 2, 2)

    def _paint_caption(self, painter: QPainter, media: QRect, text: str) -> None:
        if not text:
            return
        painter.setFont(self._fonts.small)
        painter.setPen(QColor(self._tokens.text_muted))
        inner = media.width() - 2 * self._tokens.space_3
        shown = QFontMetrics(self._fonts.small).elidedText(text, Qt.TextElideMode.ElideRight, inner)
        line = QRect(
            media.x() + self._tokens.space_3,
            media.bottom() - self._tokens.space_3 - self._fonts.small_line,
            inner,
            self._fonts.small_line,
        )
        painter.drawText(line, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_reason(self, painter: QPainter, media: QRect, video: Video) -> None:
        """What happened and whether it cost anything, below the badge."""
        tokens, fonts = self._tokens, self._fonts
        left, width = media.x() + tokens.space_3, media.width() - 2 * tokens.space_3
        top = media.y() + tokens.space_2 + fonts.small_line + 18
        headline = wording.failure_headline(video)
        painter.setFont(fonts.label)
        painter.setPen(QColor(tokens.text))
        for line in self._texts.lines(headline, fonts.label, width, 2, _LABEL_ROLE):
            painter.drawStaticText(left, top, line)
            top += fonts.small_line
        painter.setFont(fonts.small)
        painter.setPen(QColor(tokens.text_muted))
        cost = wording.cost_sentence(video)
        for line in self._texts.lines(cost, fonts.small, width, 1, _SMALL_ROLE):
            painter.drawStaticText(left, top + 2, line)

    def _paint_problem(self, painter: QPainter, media: QRect, item: LibraryItem) -> None:
        """Over the poster: why the clip does not play."""
        code = None if self._frames is None else self._frames.problem(item.video.id)
        if code is None:
            return
        text = wording.playback_problem(code)
        lines = self._texts.lines(
            text, self._fonts.label, media.width() - 2 * self._tokens.space_4, 2, _LABEL_ROLE
        )
        height = len(lines) * self._fonts.small_line + self._tokens.space_3
        band = QRectF(media.x(), media.bottom() + 1 - height, media.width(), height)
        painter.fillRect(band, QColor(self._tokens.scrim))
        painter.setFont(self._fonts.label)
        painter.setPen(QColor("#ffffff"))
        top = band.y() + self._tokens.space_3 / 2
        for line in lines:
            painter.drawStaticText(QPointF(media.x() + self._tokens.space_4, top), line)
            top += self._fonts.small_line

    def _paint_text(self, painter: QPainter, card: QRect, media: QRect, video: Video) -> None:
        tokens, fonts = self._tokens, self._fonts
        left, width = card.x() + tokens.space_3, card.width() - 2 * tokens.space_3
        top = media.bottom() + 1 + tokens.space_2 + 2
        painter.setFont(fonts.prompt)
        painter.setPen(QColor(tokens.text))
        prompt = wording.one_line(video.prompt)
        for line in self._texts.lines(prompt, fonts.prompt, width, 2, _PROMPT_ROLE):
            painter.drawStaticText(left, top, line)
            top += fonts.prompt_line
        bottom = card.bottom() + 1 - tokens.space_3 + 2
        self._paint_meta(
            painter, QRect(left, bottom - fonts.small_line, width, fonts.small_line), video
        )

    def _paint_meta(self, painter: QPainter, line: QRect, video: Video) -> None:
        tokens, fonts = self._tokens, self._fonts
        shape_width = _paint_shape(painter, line, video.aspect_ratio, tokens.text_faint)
        painter.setFont(fonts.small)
        painter.setPen(QColor(tokens.text_muted))
        age = wording.age_label(video.created_at, time.time_ns() // 1_000_000)
        age_text, age_width = self._texts.label(age, fonts.small, _SMALL_ROLE)
        painter.drawStaticText(line.right() + 1 - age_width, line.y(), age_text)
        room = line.width() - shape_width - age_width - tokens.space_3
        model = wording.model_title(video.model_id)
        for text in self._texts.lines(model, fonts.small, room, 1, _SMALL_ROLE):
            painter.drawStaticText(line.x() + shape_width, line.y(), text)


def _look(option: QStyleOptionViewItem) -> CardLook:
    state = option.state
    return CardLook(
        hovered=bool(state & QStyle.StateFlag.State_MouseOver),
        ringed=bool(state & QStyle.StateFlag.State_HasFocus),
        selected=bool(state & QStyle.StateFlag.State_Selected),
    )


def _state_icon(state: VideoState) -> str:
    return {VideoState.PROCESSING: "sparkles", VideoState.PENDING: "hourglass"}.get(state, "clock")


def _paint_shape(painter: QPainter, line: QRect, shape: AspectRatio, colour: str) -> int:
    """A small outline of the video's shape; returns the room it took."""
    width, height = (9, 14) if shape is AspectRatio.PORTRAIT else (16, 10)
    outline = QRectF(line.x() + 0.5, line.center().y() - height / 2 - 0.5, width - 1, height - 1)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(outline, 2, 2)
    return width + 7
