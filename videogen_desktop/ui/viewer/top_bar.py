"""The bar above the picture: the video's title, its place in the gallery, and its actions."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QLocale, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QLinearGradient,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from videogen_desktop.domain.text import beginning
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui.button_menu import forget_hover_after
from videogen_desktop.ui.gallery import wording as gallery_wording
from videogen_desktop.ui.gallery.actions import (
    FIRST_OF_PART,
    MADE_ANEW,
    ActionFace,
    CardAction,
    actions_for,
    can_continue,
    copying_face,
    face_of,
    favourite_face,
    seen_face,
)
from videogen_desktop.ui.gallery.card_commands import AddFollowUps
from videogen_desktop.ui.plain_label import plain_tooltip
from videogen_desktop.ui.shortcuts.table import Command
from videogen_desktop.ui.theme.icons import themed_icon
from videogen_desktop.ui.theme.tokens import Tokens
from videogen_desktop.ui.viewer.bar_controls import FAINT_INK, INK, BarButton

_LONGEST_TIP = 600
_BUTTONS = (
    CardAction.FAVOURITE,
    CardAction.SAVE,
    CardAction.CONTINUE,
    CardAction.RETRY,
    CardAction.REUSE,
)
# The viewer plays by itself; selecting is of no use here.
_NEVER = (CardAction.PLAY, CardAction.VIEW, CardAction.SELECT, CardAction.SETTLE)
_NARROW_BELOW = 560
_COMMANDS = {
    CardAction.SAVE: Command.SAVE,
    CardAction.CONTINUE: Command.CONTINUE,
    CardAction.DELETE: Command.DELETE,
}


class TopBar(QWidget):
    """`actionRequested` carries a CardAction value. Main thread."""

    closeRequested = Signal()
    detailsRequested = Signal()
    actionRequested = Signal(str)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._item: LibraryItem | None = None
        self._details_shown = True
        self._over_picture = False
        # Whether a copy of it is being saved, by the video's id.
        self.is_copying: Callable[[str], bool] = _never
        # What can be made of the clip, as further lines of its menu.
        self.add_follow_ups: AddFollowUps | None = None
        self.close_button = BarButton("x")
        self.title = ElidedText(INK)
        self.place = ElidedText(FAINT_INK)
        self.buttons = {action: BarButton("x") for action in (*_BUTTONS, CardAction.DELETE)}
        self.more = BarButton("ellipsis")
        self.details = BarButton("panel-right")
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(2)
        row.addWidget(self.close_button)
        row.addSpacing(8)
        row.addWidget(self.place)
        row.addWidget(self.title, 1)
        row.addSpacing(8)
        for control in (*self.buttons.values(), self.more, self.details):
            row.addWidget(control)

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.closeRequested)
        self.details.clicked.connect(self.detailsRequested)
        self.more.clicked.connect(self.open_menu)
        for action, button in self.buttons.items():
            button.clicked.connect(partial(self._request, action))

    def show_item(self, item: LibraryItem | None, place: tuple[int, int] | None) -> None:
        """The video that is shown; None while nothing is known of it."""
        self._item = item
        self.title.set_text(gallery_wording.title(item))
        self.place.set_text("" if place is None else _place_text(*place))
        self.refresh()

    def set_details_shown(self, shown: bool) -> None:
        self._details_shown = shown
        self.refresh()

    def set_full_screen(self, full: bool) -> None:
        """In full screen it lies over the picture."""
        self._over_picture = full
        self.details.setVisible(not full)
        self.update()

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens

    def retranslate(self) -> None:
        close = QCoreApplication.translate("Viewer", "Close the viewer")
        self.close_button.show_as("x", close, Command.STEP_OUT)
        self.more.show_as("ellipsis", QCoreApplication.translate("Viewer", "More actions"))
        self.refresh()

    def refresh(self) -> None:
        self.details.show_as("panel-right", _details_name(self._details_shown), Command.DETAILS)
        self.details.set_lit(self._details_shown)
        self.more.setEnabled(self._item is not None)
        possible = () if self._item is None else self._possible(self._item)
        narrow = self.width() < _NARROW_BELOW
        for action, button in self.buttons.items():
            # On a narrow window the menu has it.
            spared = narrow and action in (CardAction.FAVOURITE, CardAction.REUSE)
            button.setVisible(action in possible and not spared)
            face = self._face(action)
            if action is CardAction.FAVOURITE and self._item is not None:
                button.set_lit(self._item.video.favourite)
            button.show_as(face.icon, face.text, _COMMANDS.get(action))

    @staticmethod
    def _possible(item: LibraryItem) -> tuple[CardAction, ...]:
        begun = (CardAction.CONTINUE,) if can_continue(item) else ()
        return (*actions_for(item), *begun)

    @Slot()
    def open_menu(self) -> None:
        """Everything that makes sense for the video now."""
        menu = self.menu()
        if menu is not None:
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            forget_hover_after(self.more, menu)
            width = menu.sizeHint().width()
            corner = QPoint(self.more.width() - width, self.more.height() + 4)
            menu.popup(self.more.mapToGlobal(corner))

    def menu(self) -> QMenu | None:
        """The menu behind the three dots; None while nothing is known of the video."""
        item = self._item
        if item is None:
            return None
        menu = QMenu(self)
        for action in actions_for(item):
            if action in _NEVER:
                continue
            if action in FIRST_OF_PART:
                menu.addSeparator()
            if action in MADE_ANEW and self.add_follow_ups is not None:
                self.add_follow_ups(menu, item, self._tokens)
            face = self._face(action)
            colour = self._tokens.danger if action is CardAction.DELETE else self._tokens.text
            line = menu.addAction(themed_icon(face.icon, colour), face.text)
            line.triggered.connect(partial(self._request, action))
        return menu

    def _face(self, action: CardAction) -> ActionFace:
        item = self._item
        if item is not None and action is CardAction.SEEN:
            return seen_face(item.video.is_new)
        if item is not None and action is CardAction.FAVOURITE:
            return favourite_face(item.video.favourite)
        if item is not None and action is CardAction.SAVE and self.is_copying(item.video.id):
            return copying_face()
        return face_of(action)

    def _request(self, action: CardAction, _checked: bool = False) -> None:
        if self._item is not None:
            self.actionRequested.emit(action.value)

    def resizeEvent(self, event: object) -> None:
        self.refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._over_picture:
            return
        painter = QPainter(self)
        shade = QLinearGradient(0, 0, 0, self.height())
        shade.setColorAt(0, QColor(0, 0, 0, 200))
        shade.setColorAt(1, QColor(0, 0, 0, 0))
        painter.fillRect(self.rect(), shade)
        painter.end()


def _never(_video_id: str) -> bool:
    return False


class ElidedText(QWidget):
    """Painted, so never taken for markup; its accessible name is the whole text."""

    def __init__(self, colour: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = QColor(colour)
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    @property
    def text(self) -> str:
        return self._text

    def set_text(self, text: str) -> None:
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self._text) + 8 if self._text else 0
        return QSize(width, metrics.height() + 8)

    def minimumSizeHint(self) -> QSize:
        short = beginning(self._text, 12)
        width = self.fontMetrics().horizontalAdvance(short) + 8 if short else 0
        return QSize(min(width, self.sizeHint().width()), self.fontMetrics().height() + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        metrics = self.fontMetrics()
        shown = metrics.elidedText(self._text, Qt.TextElideMode.ElideRight, self.width())
        tip = "" if shown == self._text else beginning(self._text, _LONGEST_TIP)
        self.setToolTip(plain_tooltip(tip))
        painter = QPainter(self)
        painter.setPen(self._colour)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(self.rect(), flags, shown)
        painter.end()


def _place_text(number: int, count: int) -> str:
    text = QCoreApplication.translate("Viewer", "%1 / %2")
    locale = QLocale()
    return text.replace("%1", locale.toString(number)).replace("%2", locale.toString(count))


def _details_name(shown: bool) -> str:
    if shown:
        return QCoreApplication.translate("Viewer", "Hide details")
    return QCoreApplication.translate("Viewer", "Show details")
