"""Pieces of a card that many cards share, drawn once per theme, size and screen."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
)

from videogen_desktop.domain.states import VideoState
from videogen_desktop.ui.theme.icons import themed_pixmap
from videogen_desktop.ui.theme.tokens import DARK, Tokens

_MOST_PIECES = 256
# Half a megabyte each, and two on a dense screen: a window that was resized kept a hundred of them.
_AS_WIDE_AS_CARDS = ("card", "frame", "corners", "ring", "media", "skeleton")
# Dark enough for 4.5 to 1 under words and badges, whatever the picture is.
ON_PICTURE = QColor(14, 14, 20, 217)
_BADGE_PADDING = 9
_DOT_ROOM = 13
_BADGE_ICON = 14
# Each as large as a card or its picture, and needed only while cards are composed: 1.1 MB of an
# idle window on a plain screen, four times that on a dense one.
_FOR_COMPOSING = ("card", "media", "skeleton")
# Begins with what it shows and holds all that it depends on.
PieceKey = tuple[object, ...]


class CardArt:
    """Draws and keeps the shared pieces. Main thread."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self._pieces: dict[PieceKey, QPixmap] = {}
        self._fitted: object = None
        self._has_composed = True

    def fit(self, layout: object) -> None:
        """Cards are as large as this makes them from now on."""
        if layout != self._fitted:
            self._fitted = layout
            pieces = self._pieces.items()
            self._pieces = {key: p for key, p in pieces if key[0] not in _AS_WIDE_AS_CARDS}

    def rest(self) -> None:
        """At the beginning of a frame: give back what only composing needs, where the frame before
        composed nothing."""
        if not self._has_composed:
            pieces = self._pieces.items()
            self._pieces = {key: p for key, p in pieces if key[0] not in _FOR_COMPOSING}
        self._has_composed = False

    def card(self, size: QSize, selected: bool, ratio: float) -> QPixmap:
        """The card without content, opaque: background around the corners, surface and border."""
        return self.piece(
            ("card", size.width(), size.height(), selected, ratio),
            size,
            ratio,
            lambda painter: self.draw_ground(painter, size, selected),
            self.tokens.background,
        )

    def corners(self, width: int, ratio: float) -> QPixmap:
        """What lies over the upper edge of a rectangular picture to make its corners round."""
        size = QSize(width, self.tokens.radius_large)
        return self.piece(
            ("corners", width, ratio),
            size,
            ratio,
            lambda painter: self._draw_corners(painter, width),
        )

    def ring(self, size: QSize, ratio: float, strong: bool = True) -> QPixmap:
        """Drawn last, over the picture's edge: the current or a selected card, else (not strong)
        the one under the pointer."""
        return self.piece(
            ("ring", size.width(), size.height(), strong, ratio),
            size,
            ratio,
            lambda painter: self._draw_ring(painter, size, strong),
        )

    def empty_media(self, size: QSize, state: VideoState, ratio: float) -> QPixmap:
        """The media area of a card that has no picture."""
        return self.piece(
            ("media", size.width(), size.height(), state, ratio),
            size,
            ratio,
            lambda painter: self._draw_media(painter, size, state),
        )

    def icon(self, name: str, colour: str, size: int, ratio: float) -> QPixmap:
        key = ("icon", name, colour, size, ratio)
        piece = self._pieces.get(key)
        if piece is None:
            piece = self._keep(key, themed_pixmap(name, colour, size, ratio))
        return piece

    def known(self, key: PieceKey) -> QPixmap | None:
        """A piece that was drawn before."""
        return self._pieces.get(key)

    def piece(
        self,
        key: PieceKey,
        size: QSize,
        ratio: float,
        draw: Callable[[QPainter], None],
        background: str | None = None,
    ) -> QPixmap:
        """What `draw` paints, once per key; without a background it is transparent."""
        if key[0] in _FOR_COMPOSING:
            self._has_composed = True
        piece = self._pieces.get(key)
        if piece is not None:
            return piece
        pixmap = QPixmap(size * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(QColor(background) if background else Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw(painter)
        painter.end()
        return self._keep(key, pixmap)

    def _keep(self, key: PieceKey, pixmap: QPixmap) -> QPixmap:
        while len(self._pieces) >= _MOST_PIECES:
            del self._pieces[next(iter(self._pieces))]
        self._pieces[key] = pixmap
        return pixmap

    def draw_ground(self, painter: QPainter, size: QSize, selected: bool) -> None:
        """Surface and border of a card, and nothing around its corners."""
        tokens = self.tokens
        painter.setPen(QColor(tokens.border))
        painter.setBrush(QColor(tokens.accent_soft if selected else tokens.surface))
        edge = QRectF(0.5, 0.5, size.width() - 1, size.height() - 1)
        painter.drawRoundedRect(edge, tokens.radius_large, tokens.radius_large)

    def _draw_corners(self, painter: QPainter, width: int) -> None:
        radius = self.tokens.radius_large
        outside = QPainterPath()
        outside.addRect(0, 0, width, radius)
        inside = QPainterPath()
        inside.addRoundedRect(QRectF(0.5, 0.5, width - 1, 4 * radius), radius, radius)
        painter.fillPath(outside.subtracted(inside), QColor(self.tokens.background))
        painter.setPen(QColor(self.tokens.border))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(inside)

    def _draw_ring(self, painter: QPainter, size: QSize, strong: bool) -> None:
        tokens = self.tokens
        width = 2 if strong else 1
        painter.setPen(QPen(QColor(tokens.accent if strong else tokens.border_strong), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        edge = QRectF(width / 2, width / 2, size.width() - width, size.height() - width)
        painter.drawRoundedRect(edge, tokens.radius_large, tokens.radius_large)

    def _draw_media(self, painter: QPainter, size: QSize, state: VideoState) -> None:
        area = QRectF(0, 0, size.width(), size.height())
        painter.fillRect(area, self._media_brush(area, state))

    def _media_brush(self, area: QRectF, state: VideoState) -> QLinearGradient:
        tokens = self.tokens
        tints = {
            VideoState.FAILED: tokens.danger_soft,
            VideoState.UNCONFIRMED: tokens.warning_soft,
            VideoState.PROCESSING: tokens.accent_soft,
        }
        tint = tints.get(state, tokens.surface_hover)
        gradient = QLinearGradient(area.topLeft(), area.bottomRight())
        gradient.setColorAt(0, QColor(tint))
        gradient.setColorAt(1, QColor(tokens.surface_hover))
        return gradient


def state_badge(
    art: CardArt,
    text: str,
    icon: str,
    state: VideoState,
    font: QFont,
    ratio: float,
    on_picture: bool,
) -> QPixmap:
    """Dark on a picture, in the theme's colours elsewhere; without an `icon` it begins with a dot.

    No sign of the font's: Be Vietnam Pro has no tick, and the system's font for it took 0.4 MB.
    """
    key = ("badge", text, icon, state, font.pointSizeF(), ratio, on_picture)
    known = art.known(key)
    if known is not None:
        return known
    metrics = QFontMetrics(font)
    width = metrics.horizontalAdvance(text) + _room(icon) + 2 * _BADGE_PADDING
    size = QSize(width, metrics.height() + 6)
    return art.piece(
        key,
        size,
        ratio,
        lambda painter: _draw_badge(painter, size, text, icon, state, font, on_picture, art.tokens),
    )


def _room(icon: str) -> int:
    return _BADGE_ICON + 4 if icon else _DOT_ROOM


def _draw_badge(
    painter: QPainter,
    size: QSize,
    text: str,
    icon: str,
    state: VideoState,
    font: QFont,
    on_picture: bool,
    tokens: Tokens,
) -> None:
    colours = DARK if on_picture else tokens
    area = QRectF(0, 0, size.width(), size.height())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ON_PICTURE if on_picture else QColor(colours.surface))
    painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
    colour = QColor(_state_colour(state, colours))
    painter.setFont(font)
    text_area = area.adjusted(_BADGE_PADDING, 0, -_BADGE_PADDING, 0)
    text_area.adjust(_room(icon), 0, 0, 0)
    if icon:
        ratio = painter.device().devicePixelRatio()
        picture = themed_pixmap(icon, colour.name(), _BADGE_ICON, ratio)
        painter.drawPixmap(_BADGE_PADDING - 2, (size.height() - _BADGE_ICON) // 2, picture)
        painter.setPen(colour)
    else:
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(_BADGE_PADDING + 3.5, area.center().y()), 3.5, 3.5)
        painter.setPen(QColor(colours.text))
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
