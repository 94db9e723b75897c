"""The video's relatives in the details panel: what it continues, what continues it, its takes."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QPushButton, QToolButton, QWidget

from videogen_desktop.domain.text import beginning
from videogen_desktop.domain.video import Family, LibraryItem, Video
from videogen_desktop.ui.gallery import row_words
from videogen_desktop.ui.gallery import wording as gallery_wording
from videogen_desktop.ui.gallery.actions import COMPARABLE, CardAction, face_of
from videogen_desktop.ui.gallery.thumbnails import ThumbnailKey, ThumbnailLoader
from videogen_desktop.ui.plain_label import drawable, form_button, plain_label, plain_tooltip
from videogen_desktop.ui.shortcuts.table import Command, Place, key_text
from videogen_desktop.ui.theme.icons import themed_icon, themed_pixmap
from videogen_desktop.ui.theme.tokens import Tokens
from videogen_desktop.ui.viewer.panel_parts import Section

_POSTER = QSize(104, 58)
_IN_A_ROW = 3
# More relatives of one kind than anybody looks through here.
_MOST_SHOWN = 12
_CACHE_BYTES = 2 << 20
_LONGEST_TIP, _ICON, _RADIUS = 300, 22, 6.0


class FamilySection(Section):
    """Hidden where the video has no relatives and continues nothing. Main thread.

    `close_down` must be called before the window goes.
    """

    videoRequested = Signal(str)
    compareRequested = Signal(object)  # tuple[str, ...]

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._of = ""
        self._ids: frozenset[str] = frozenset()
        self._shown: object = None
        self._loader = ThumbnailLoader(self, _CACHE_BYTES)
        self.posters: list[PosterButton] = []
        # Finished clips that are looked at beside each other, the one shown among them.
        self._comparable: tuple[str, ...] = ()
        self.hide()

    def show_family(self, item: LibraryItem, family: Family, tokens: Tokens) -> None:
        heading = QCoreApplication.translate("Viewer", "Related videos")
        shown = (item.video.id, family, tokens, heading)
        if shown == self._shown:
            # Made anew, the poster that has the keyboard would lose it.
            return
        self._tokens, self._shown = tokens, shown
        self._of = item.video.id
        groups = _groups(family)
        is_missing = _is_parent_missing(item.video, family)
        self._ids = frozenset(one.video.id for _name, items in groups for one in items)
        self.clear()
        self.posters = []
        self.heading.setText(heading)
        if is_missing:
            self.rows.addWidget(plain_label("small", _missing_parent(), wraps=True))
        for name, items in groups:
            self.rows.addWidget(plain_label("muted", name))
            self.rows.addWidget(self._strip(name, items))
        self._comparable = _comparable(item, family)
        if self._comparable:
            self.rows.addWidget(self._compare_button(), 0, Qt.AlignmentFlag.AlignLeft)
        self._load()
        self.setVisible(is_missing or bool(groups))

    @Slot()
    def compare(self) -> None:
        """Ask for the video beside its takes, or beside what it continues; for none of them where
        there is nothing to look at beside it."""
        self.compareRequested.emit(self._comparable)

    def concerns(self, video: Video) -> bool:
        """Whether a change of this video may be one of the family that is shown."""
        return self.has(video.id) or (bool(self._of) and video.parent_id == self._of)

    def has(self, video_id: str) -> bool:
        """Whether the video is one of those shown."""
        return video_id in self._ids

    def forget(self) -> None:
        """Another video is shown; nothing is known of its family yet."""
        self._of, self._ids, self._shown, self.posters = "", frozenset(), None, []
        self._comparable = ()
        self.clear()
        self.hide()

    def close_down(self) -> None:
        """Wait for the picture being decoded; idempotent."""
        self._loader.stop()

    def _strip(self, name: str, items: tuple[LibraryItem, ...]) -> QWidget:
        strip = QWidget()
        grid = QGridLayout(strip)
        grid.setContentsMargins(0, 2, 0, 6)
        grid.setHorizontalSpacing(self._tokens.space_3)
        grid.setVerticalSpacing(self._tokens.space_2)
        grid.setColumnStretch(_IN_A_ROW, 1)
        for number, item in enumerate(items[:_MOST_SHOWN]):
            poster = PosterButton(item, name, self._loader, self._tokens)
            poster.clicked.connect(partial(self._request, item.video.id))
            self.posters.append(poster)
            grid.addWidget(poster, *divmod(number, _IN_A_ROW))
        if len(items) > _MOST_SHOWN:
            more = QCoreApplication.translate(
                "Viewer", "and %n more", None, len(items) - _MOST_SHOWN
            )
            grid.addWidget(plain_label("small", more), _MOST_SHOWN // _IN_A_ROW, 0, 1, _IN_A_ROW)
        return strip

    def _compare_button(self) -> QPushButton:
        button = form_button("quiet")
        face = face_of(CardAction.COMPARE)
        button.setText(face.text)
        button.setIcon(themed_icon(face.icon, self._tokens.text_muted))
        key = key_text(Place.VIEWER, Command.COMPARE)
        button.setToolTip(plain_tooltip(f"{face.text} ({key})"))
        button.clicked.connect(self.compare)
        return button

    def _load(self) -> None:
        wanted = (poster.key for poster in self.posters)
        self._loader.want([key for key in wanted if key is not None])

    def _request(self, video_id: str, _checked: bool = False) -> None:
        self.videoRequested.emit(video_id)


class PosterButton(QToolButton):
    """A relative's poster with its name below. Main thread."""

    def __init__(
        self, item: LibraryItem, relation: str, loader: ThumbnailLoader, tokens: Tokens
    ) -> None:
        super().__init__()
        self._poster: Path | None = item.poster
        self._loader = loader
        self._tokens = tokens
        self._name = drawable(gallery_wording.title(item))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(f"{relation}: {row_words.accessible_name(item)}")
        self.setToolTip(plain_tooltip(beginning(gallery_wording.title(item), _LONGEST_TIP)))
        self.setFixedSize(self.sizeHint())
        loader.loaded.connect(self._arrived)

    @property
    def key(self) -> ThumbnailKey | None:
        """The picture that it wants; None where the video has none."""
        if self._poster is None:
            return None
        ratio = self.devicePixelRatioF()
        return ThumbnailKey(str(self._poster), _POSTER.width(), _POSTER.height(), ratio)

    def sizeHint(self) -> QSize:
        return QSize(_POSTER.width(), _POSTER.height() + self.fontMetrics().height() + 4)

    @Slot(object)
    def _arrived(self, key: ThumbnailKey) -> None:
        if key == self.key:
            self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(0, 0, _POSTER.width(), _POSTER.height())
        self._paint_poster(painter, area)
        # The poster's round corners are not the name's.
        painter.setClipping(False)
        is_marked = self.underMouse() or self.hasFocus()
        if is_marked:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self._tokens.accent), 2))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), _RADIUS - 1, _RADIUS - 1)
        ink = self._tokens.text if is_marked else self._tokens.text_muted
        painter.setPen(QColor(ink))
        below = QRect(0, _POSTER.height() + 3, self.width(), self.height() - _POSTER.height() - 3)
        words = self.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, words)
        painter.end()

    def _paint_poster(self, painter: QPainter, area: QRectF) -> None:
        rounded = QPainterPath()
        rounded.addRoundedRect(area, _RADIUS, _RADIUS)
        painter.setClipPath(rounded)
        painter.fillRect(area, QColor(self._tokens.surface_hover))
        key = self.key
        picture = None if key is None else self._loader.cache.get(key)
        if picture is not None:
            painter.drawImage(area, picture, QRectF(picture.rect()))
            return
        icon = themed_pixmap("film", self._tokens.text_faint, _ICON, self.devicePixelRatioF())
        corner = area.center()
        painter.drawPixmap(round(corner.x() - _ICON / 2), round(corner.y() - _ICON / 2), icon)


def _groups(family: Family) -> list[tuple[str, tuple[LibraryItem, ...]]]:
    named = [
        (QCoreApplication.translate("Viewer", "Continues"), family.ancestors),
        (QCoreApplication.translate("Viewer", "Continued by"), family.children),
        (QCoreApplication.translate("Viewer", "Made at once"), family.takes),
    ]
    return [(name, items) for name, items in named if items]


def _comparable(item: LibraryItem, family: Family) -> tuple[str, ...]:
    """Empty where there is nothing to look at beside the video's clip."""
    relatives = family.takes or family.ancestors[:1] or family.children
    clips = [one for one in (item, *relatives) if one.clip is not None]
    if item.clip is None or len(clips) < 2:
        return ()
    clips.sort(key=lambda one: (one.video.created_at, one.video.id))
    # The one that is shown is always among those that fit.
    others = [one for one in clips if one is not item][: COMPARABLE[-1] - 1]
    return tuple(one.video.id for one in clips if one is item or one in others)


def _is_parent_missing(video: Video, family: Family) -> bool:
    nearest = family.ancestors[0].video.id if family.ancestors else None
    return video.parent_id is not None and nearest != video.parent_id


def _missing_parent() -> str:
    return QCoreApplication.translate(
        "Viewer", "The video that it continues is not in the library."
    )
