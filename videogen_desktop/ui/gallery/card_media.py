"""The upper part of a card: its poster, or what there is to say while there is none."""

from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPen, QPixmap

from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui import charges
from videogen_desktop.ui.gallery import wording
from videogen_desktop.ui.gallery.actions import CardAction, actions_for, face_of
from videogen_desktop.ui.gallery.card_art import ON_PICTURE, CardArt, state_badge
from videogen_desktop.ui.gallery.card_text import CardFonts, FontRole, TextCache
from videogen_desktop.ui.gallery.failure_wording import failure_headline
from videogen_desktop.ui.text_format import percent_label
from videogen_desktop.ui.theme.tokens import DARK, Tokens

_IN_FLIGHT = (VideoState.RESERVED, VideoState.SENDING, VideoState.PENDING, VideoState.PROCESSING)
_BAR_HEIGHT = 4
_ICON = 28
_HEART = 16
_NEW_DOT = 5
_EXPIRY_ICON, _EXPIRY_GAP, _EXPIRY_PADDING = 14, 6, 10
# As CardOverlay places its TextButton, and as that one measures itself.
_OFFER_LEFT, _OFFER_BELOW = 10, 8
_OFFER_ROOM = QSize(24, 12)
_OFFERED = (CardAction.RETRY, CardAction.SETTLE)


class CardContent(NamedTuple):
    """All that a card shows: equal contents look the same and are painted once. Words are in the
    window's language already."""

    item: LibraryItem
    poster: QImage | None = None
    selected: bool = False
    age: str = ""
    running: str = ""
    # Thousandths of the usual time of what runs, and whether `running` says why nothing is heard.
    progress: int = 0
    is_troubled: bool = False
    problem: str = ""
    # What is being moved, and how far: "" and None when nothing is.
    transfer: str = ""
    transferred: int | None = None
    # How long the provider keeps what is not here yet, and whether that is not long.
    expiry: str = ""
    expires_soon: bool = False


def is_same_below(before: CardContent, after: CardContent) -> bool:
    """Whether the lower part of the card looks the same, whatever its picture shows."""
    old, new = before.item.video, after.item.video
    return (
        before.selected is after.selected
        and before.age == after.age
        and old.request == new.request
        and old.title == new.title
    )


def is_only_poster(content: CardContent) -> bool:
    """Whether nothing but a badge and a heart lies over the poster: what is quick to paint."""
    says = content.problem or content.transfer or content.expiry or content.item.result_gone
    return content.poster is not None and not says


class CardMedia:
    """Paints into the media area of one card at a time. Main thread."""

    def __init__(self, tokens: Tokens, fonts: CardFonts, art: CardArt, texts: TextCache) -> None:
        self._tokens = tokens
        self._fonts = fonts
        self._art = art
        self._texts = texts

    def paint(self, painter: QPainter, media: QRect, content: CardContent, ratio: float) -> None:
        video = content.item.video
        if content.poster is not None:
            painter.drawImage(media, content.poster)
        else:
            background = self._art.empty_media(media.size(), video.state, ratio)
            painter.drawPixmap(media.topLeft(), background)
            self._paint_no_picture(painter, media, content, ratio)
        on_picture = content.poster is not None
        if content.problem:
            self._paint_band(painter, media, content.problem)
        elif content.transfer:
            self._paint_transfer(painter, media, content, on_picture)
        elif content.expiry:
            paint_expiry(painter, media, content, self._fonts, self._art)
        elif content.item.result_gone and on_picture:
            self._paint_band(painter, media, wording.media_note(content.item))
        self._paint_badge(painter, media, content.item, ratio, on_picture)
        if video.favourite:
            self._paint_heart(painter, media, ratio, on_picture)

    def frame(self, width: int, content: CardContent, ratio: float) -> QPixmap:
        """What lies around and over a poster that says nothing, as far down as its badge: shared by
        all cards of that `width` that say the same."""
        video = content.item.video
        text, icon = wording.badge(content.item), badge_icon(content.item)
        key = ("frame", text, icon, video.state, video.favourite, content.selected, width, ratio)
        size = QSize(width, 2 * self._tokens.space_2 + _HEART + self._fonts.small_line)
        return self._art.piece(
            key, size, ratio, lambda painter: self._draw_frame(painter, size, content, ratio)
        )

    def _draw_frame(
        self, painter: QPainter, size: QSize, content: CardContent, ratio: float
    ) -> None:
        whole = QSize(size.width(), 2 * size.height())
        self._art.draw_ground(painter, whole, content.selected)
        media = QRect(1, 1, size.width() - 2, size.height())
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
        painter.fillRect(media, Qt.GlobalColor.black)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.drawPixmap(0, 0, self._art.corners(size.width(), ratio))
        self._paint_badge(painter, media, content.item, ratio, on_picture=True)
        if content.item.video.favourite:
            self._paint_heart(painter, media, ratio, on_picture=True)

    def _paint_badge(
        self, painter: QPainter, media: QRect, item: LibraryItem, ratio: float, on_picture: bool
    ) -> None:
        text, state = wording.badge(item), item.video.state
        if not text:
            return
        icon, font = badge_icon(item), self._fonts.label
        badge = state_badge(self._art, text, icon, state, font, ratio, on_picture)
        corner = QPoint(self._tokens.space_2 + 2, self._tokens.space_2 + 2)
        painter.drawPixmap(media.topLeft() + corner, badge)
        if item.video.is_new and item.clip is not None:
            end = media.topLeft() + corner + QPoint(round(badge.width() / ratio) - 3, 3)
            paint_new_dot(painter, end, self._tokens)

    def _paint_heart(self, painter: QPainter, media: QRect, ratio: float, on_picture: bool) -> None:
        edge = self._tokens.space_2 + 6
        where = QPoint(media.right() - edge - _HEART + 1, media.y() + edge)
        if on_picture:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(14, 14, 20, 170))
            painter.drawEllipse(QRectF(where.x() - 6, where.y() - 6, _HEART + 12, _HEART + 12))
        colour = "#ff8590" if on_picture else self._tokens.danger
        painter.drawPixmap(where, self._art.icon("heart-filled", colour, _HEART, ratio))

    def _paint_no_picture(
        self, painter: QPainter, media: QRect, content: CardContent, ratio: float
    ) -> None:
        video = content.item.video
        if video.state in _IN_FLIGHT:
            self._paint_icon(painter, media, _state_icon(video.state), ratio)
            if content.running:
                ink = self._tokens.warning if content.is_troubled else self._tokens.text_muted
                self._paint_caption(painter, media, content.running, lines_below=1, ink=ink)
            self._paint_bar(painter, media, content.progress / 1000, "", on_picture=False)
        elif video.state is VideoState.COMPLETED:
            gone = content.item.result_gone
            self._paint_icon(painter, media, "image-off" if gone else "film", ratio)
            if not content.transfer:
                note = wording.media_note(content.item)
                # The pill of an urgent one is higher than a line.
                above = media.adjusted(0, 0, 0, -6) if content.expires_soon else media
                below = 1 if content.expiry else 0
                self._paint_caption(painter, above, note, below, self._tokens.text_muted)
        else:
            self._paint_reason(painter, media, content.item)

    def _paint_icon(self, painter: QPainter, media: QRect, name: str, ratio: float) -> None:
        icon = self._art.icon(name, self._tokens.text_faint, _ICON, ratio)
        painter.drawPixmap(media.center() - QPoint(_ICON // 2, _ICON // 2 + 4), icon)

    def _line(self, media: QRect, lines_below: int = 0) -> QRect:
        side, height = self._tokens.space_3, self._fonts.small_line
        top = media.bottom() + 1 - self._tokens.space_2 - (lines_below + 1) * height
        return QRect(media.x() + side, top, media.width() - 2 * side, height)

    def _paint_bar(
        self, painter: QPainter, media: QRect, part: float, label: str, on_picture: bool
    ) -> None:
        """`part` from 0 to 1; the label stands behind the bar."""
        tokens = self._tokens
        painter.setFont(self._fonts.label)
        line = self._line(media)
        room = 0
        if label:
            room = self._fonts.label_metrics.horizontalAdvance(label) + tokens.space_2
        painter.setPen(QColor("#ffffff" if on_picture else tokens.text_muted))
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, int(flags), label)
        top = line.center().y() - _BAR_HEIGHT / 2
        bar = QRectF(line.x(), top, line.width() - room, _BAR_HEIGHT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(255, 255, 255, 90) if on_picture else QColor(tokens.border_strong))
        painter.drawRoundedRect(bar, 2, 2)
        bar.setWidth(bar.width() * part)
        painter.setBrush(QColor("#ffffff" if on_picture else tokens.accent))
        painter.drawRoundedRect(bar, 2, 2)

    def _paint_caption(
        self, painter: QPainter, media: QRect, text: str, lines_below: int, ink: str
    ) -> None:
        if not text:
            return
        painter.setFont(self._fonts.small)
        painter.setPen(QColor(ink))
        line = self._line(media, lines_below)
        metrics = self._fonts.small_metrics
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_transfer(
        self, painter: QPainter, media: QRect, content: CardContent, on_picture: bool
    ) -> None:
        """A copy or a download under way: what it is, and how far."""
        if on_picture:
            height = 2 * self._fonts.small_line + self._tokens.space_3
            band = QRectF(media.x(), media.bottom() + 1 - height, media.width(), height)
            painter.fillRect(band, ON_PICTURE)
        painter.setFont(self._fonts.small)
        painter.setPen(QColor("#ffffff" if on_picture else self._tokens.text_muted))
        line = self._line(media, lines_below=1)
        metrics = self._fonts.small_metrics
        shown = metrics.elidedText(content.transfer, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        percent = content.transferred
        label = "" if percent is None else percent_label(percent)
        self._paint_bar(painter, media, (percent or 0) / 100, label, on_picture)

    def _paint_reason(self, painter: QPainter, media: QRect, item: LibraryItem) -> None:
        """What happened and whether it cost anything, below the badge, and what can be done."""
        tokens, fonts = self._tokens, self._fonts
        left, width = media.x() + tokens.space_3, media.width() - 2 * tokens.space_3
        top = media.y() + tokens.space_2 + fonts.small_line + 18
        headline = failure_headline(item)
        painter.setFont(fonts.label)
        painter.setPen(QColor(tokens.text))
        for line in self._texts.lines(headline, fonts.label, width, 2, FontRole.LABEL):
            painter.drawStaticText(left, top, line)
            top += fonts.small_line
        painter.setFont(fonts.small)
        painter.setPen(QColor(tokens.text_muted))
        cost = charges.cost(item)
        for line in self._texts.lines(cost, fonts.small, width, 1, FontRole.SMALL):
            painter.drawStaticText(left, top + 2, line)
            top += fonts.small_line
        paint_offer(painter, media, top + tokens.space_1, item, fonts.prompt, self._art)

    def _paint_band(self, painter: QPainter, media: QRect, text: str) -> None:
        """Over the poster: why the clip does not play."""
        tokens, fonts = self._tokens, self._fonts
        room = media.width() - 2 * tokens.space_4
        lines = self._texts.lines(text, fonts.label, room, 2, FontRole.LABEL)
        height = len(lines) * fonts.small_line + tokens.space_3
        band = QRectF(media.x(), media.bottom() + 1 - height, media.width(), height)
        painter.fillRect(band, QColor(tokens.scrim))
        painter.setFont(fonts.label)
        painter.setPen(QColor("#ffffff"))
        top = band.y() + tokens.space_3 / 2
        for line in lines:
            painter.drawStaticText(QPointF(media.x() + tokens.space_4, top), line)
            top += fonts.small_line


def paint_new_dot(painter: QPainter, centre: QPoint, tokens: Tokens) -> None:
    """On the edge of the badge of a clip that nobody has watched yet."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(tokens.surface), 2))
    painter.setBrush(QColor(tokens.accent))
    painter.drawEllipse(centre, _NEW_DOT, _NEW_DOT)


def _state_icon(state: VideoState) -> str:
    return {VideoState.PROCESSING: "sparkles", VideoState.PENDING: "hourglass"}.get(state, "clock")


def paint_expiry(
    painter: QPainter, media: QRect, content: CardContent, fonts: CardFonts, art: CardArt
) -> None:
    """How long a result that is not here yet is kept, at the lower edge of the picture: a quiet
    line, or a pill of the warning's colour once it is urgent."""
    on_picture = content.poster is not None
    font = fonts.label if content.expires_soon else fonts.small
    metrics = fonts.label_metrics if content.expires_soon else fonts.small_metrics
    icon = _EXPIRY_ICON + _EXPIRY_GAP if content.expires_soon else 0
    room = media.width() - 2 * art.tokens.space_2 - 2 * _EXPIRY_PADDING - icon
    text = metrics.elidedText(content.expiry, Qt.TextElideMode.ElideRight, room)
    width = metrics.horizontalAdvance(text) + icon + 2 * _EXPIRY_PADDING
    height = fonts.small_line + 4
    left = media.x() + (media.width() - width) / 2
    pill = QRectF(left, media.bottom() + 1 - art.tokens.space_2 - height, width, height)
    ground, ink = _expiry_colours(art.tokens, on_picture=on_picture, is_urgent=content.expires_soon)
    painter.setPen(Qt.PenStyle.NoPen)
    if ground is not None:
        painter.setBrush(ground)
        painter.drawRoundedRect(pill, height / 2, height / 2)
    if icon:
        ratio = painter.device().devicePixelRatioF()
        picture = art.icon("clock", ink, _EXPIRY_ICON, ratio)
        painter.drawPixmap(
            QPointF(pill.x() + _EXPIRY_PADDING, pill.center().y() - _EXPIRY_ICON / 2).toPoint(),
            picture,
        )
    painter.setFont(font)
    painter.setPen(QColor(ink))
    words = pill.adjusted(_EXPIRY_PADDING + icon, 0, -_EXPIRY_PADDING, 0)
    painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)


def _expiry_colours(
    tokens: Tokens, *, on_picture: bool, is_urgent: bool
) -> tuple[QColor | None, str]:
    if on_picture:
        return ON_PICTURE, DARK.warning if is_urgent else DARK.text
    if is_urgent:
        return QColor(tokens.warning_soft), tokens.warning
    return None, tokens.text_muted


def paint_offer(
    painter: QPainter, media: QRect, top: int, item: LibraryItem, font: QFont, art: CardArt
) -> None:
    """The action that a card without a video offers, drawn where its button comes under the
    pointer; only where it leaves free what stands above `top`."""
    possible = actions_for(item)
    action = next((action for action in _OFFERED if action in possible), None)
    if action is None:
        return
    text = face_of(action).text
    place = offer_place(media, text, font)
    if place.y() < top or place.right() > media.right() - _OFFER_BELOW:
        return
    size = place.size()
    ratio = painter.device().devicePixelRatioF()
    key = ("offer", text, font.pointSizeF(), ratio)
    pill = art.piece(key, size, ratio, lambda piece: _draw_offer(piece, size, text, font, art))
    painter.drawPixmap(place.topLeft(), pill)


def offer_place(media: QRect, text: str, font: QFont) -> QRect:
    metrics = QFontMetrics(font)
    size = QSize(metrics.horizontalAdvance(text), metrics.height()) + _OFFER_ROOM
    return QRect(
        QPoint(media.x() + _OFFER_LEFT, media.bottom() + 1 - _OFFER_BELOW - size.height()), size
    )


def _draw_offer(painter: QPainter, size: QSize, text: str, font: QFont, art: CardArt) -> None:
    area = QRectF(0, 0, size.width(), size.height()).adjusted(1.5, 1.5, -1.5, -1.5)
    painter.setPen(QPen(QColor(art.tokens.border_strong), 1))
    painter.setBrush(QColor(art.tokens.surface))
    painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
    painter.setFont(font)
    painter.setPen(QColor(art.tokens.text))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)


def badge_icon(item: LibraryItem) -> str:
    """Before the words of its badge: only where there is nothing left to come, else empty."""
    done = "check" if item.clip is not None else ""
    return {VideoState.COMPLETED: done, VideoState.FAILED: "x"}.get(item.video.state, "")
