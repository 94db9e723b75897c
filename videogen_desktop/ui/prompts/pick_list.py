"""A small popup over the description: lines that are found by typing, one of which is taken."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QGuiApplication,
    QKeyEvent,
    QLinearGradient,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from videogen_desktop.ui.plain_label import form_button, plain_label
from videogen_desktop.ui.theme.dialog_sheet import dialog_sheet
from videogen_desktop.ui.theme.icons import themed_icon
from videogen_desktop.ui.theme.stylesheet import popup_radius
from videogen_desktop.ui.theme.tokens import Tokens

_WIDTH, _ROWS, _EDGE, _SWATCH = 460, 8, 8, 28
_LINE = Qt.ItemDataRole.UserRole
_MOVES = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
_Index = QModelIndex | QPersistentModelIndex


class Pick(NamedTuple):
    """A line: its words, what stands below them, and two colours or none."""

    value: Any
    title: str
    below: str = ""
    colours: tuple[str, ...] = ()
    is_current: bool = False


class PickList(QFrame):
    """Opens over a part of the window. The keyboard stays in its search. Main thread only.

    Who opens it hears of the words and shows what they find.
    """

    chosen = Signal(object)  # a Pick's value
    wordsChanged = Signal(str)
    otherAsked = Signal(int)  # the number of a button below the lines
    closed = Signal(bool)  # whether something was taken

    def __init__(self, tokens: Tokens, parent: QWidget, name: str) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setObjectName(name)
        self.search, self.view = QLineEdit(), QListView()
        self._nothing = plain_label("muted", wraps=True)
        self._rows, self._painter = PickRows(self), PickPainter(tokens, self)
        self._below, self._room, self._has_taken = QPoint(), 0, False
        self._others = QHBoxLayout()
        self._gap = tokens.space_2
        self._set_up_view()
        column = QVBoxLayout(self)
        column.setContentsMargins(*(self._gap,) * 4)
        column.setSpacing(self._gap)
        for part in (self.view, self._nothing, self.search):
            column.addWidget(part)
        column.addLayout(self._others)
        self.set_tokens(tokens)

    def _set_up_view(self) -> None:
        view = self.view
        view.setModel(self._rows)
        view.setItemDelegate(self._painter)
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.clicked.connect(self._pick)
        self.search.textChanged.connect(self.wordsChanged)
        self.search.returnPressed.connect(self._pick_current)
        self.search.installEventFilter(self)

    def name(self, title: str, placeholder: str, nothing: str, others: Sequence[str] = ()) -> None:
        """The texts: of the list, its search, of finding nothing, and of the buttons below."""
        self.setAccessibleName(title)
        self.view.setAccessibleName(title)
        self.search.setAccessibleName(placeholder)
        self.search.setPlaceholderText(placeholder)
        self._nothing.setText(nothing)
        while (item := self._others.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for number, words in enumerate(others):
            button = form_button("link")
            button.setText(words)
            button.clicked.connect(lambda _checked=False, n=number: self._other(n))
            self._others.addWidget(button)
        self._others.addStretch(1)

    def show_lines(self, lines: Sequence[Pick]) -> None:
        """Show these; the first one is taken with Enter, or the current one where it is there."""
        self._rows.show_lines(lines)
        is_empty = not lines
        self._nothing.setVisible(is_empty)
        self.view.setVisible(not is_empty)
        current = next((n for n, one in enumerate(lines) if one.is_current), 0)
        self.view.setCurrentIndex(self._rows.index(current))
        if self.isVisible():
            self._fit()

    def open_at(self, part: QWidget) -> None:
        """Above the part, with an empty search."""
        window = part.window()
        width = min(_WIDTH, window.width() - 16)
        place = part.mapTo(window, QPoint(0, 0))
        left = max(8, min(place.x(), window.width() - width - 8))
        self._room = max(place.y() - 4, 240)
        self._below = window.mapToGlobal(QPoint(left, self._room))
        self._has_taken = False
        self.search.clear()
        self.resize(width, self.height())
        self._fit()
        self.show()
        self.search.setFocus()
        self.view.scrollTo(self.view.currentIndex(), QListView.ScrollHint.PositionAtCenter)

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._painter.tokens = tokens
        name = self.objectName()
        self.setStyleSheet(
            f"{dialog_sheet(tokens)} QFrame#{name} {{ background: transparent; border: none; }}"
            "QListView { background: transparent; border: none; outline: none; }"
        )
        for action in self.search.actions():
            self.search.removeAction(action)
        icon = themed_icon("search", tokens.text_muted, 16)
        self.search.addAction(icon, QLineEdit.ActionPosition.LeadingPosition)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._tokens
        radius = popup_radius(tokens, QGuiApplication.platformName())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(tokens.border_strong))
        painter.setBrush(QColor(tokens.surface_raised))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _MOVES:
                self.view.keyPressEvent(event)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close()
                return True
        return False

    def hideEvent(self, event: Any) -> None:
        super().hideEvent(event)
        self.closed.emit(self._has_taken)

    def _fit(self) -> None:
        row, count = self._painter.height(self.font()), self._rows.rowCount()
        found = min(count, _ROWS) * row if count else self._nothing.sizeHint().height()
        others = self._others.sizeHint().height()
        height = found + self.search.sizeHint().height() + others + 4 * self._gap
        height = min(height, self._room)
        self.setGeometry(self._below.x(), self._below.y() - height, self.width(), height)

    def _other(self, number: int) -> None:
        self._has_taken = True
        self.close()
        self.otherAsked.emit(number)

    @Slot()
    def _pick_current(self) -> None:
        self._pick(self.view.currentIndex())

    @Slot(QModelIndex)
    def _pick(self, index: QModelIndex) -> None:
        line = self._rows.line_at(index)
        if line is not None:
            self._has_taken = True
            self.close()
            self.chosen.emit(line.value)


class PickRows(QAbstractListModel):
    """The lines that are shown. Main thread only."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lines: Sequence[Pick] = ()

    def show_lines(self, lines: Sequence[Pick]) -> None:
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def line_at(self, index: _Index) -> Pick | None:
        return self._lines[index.row()] if index.isValid() else None

    def rowCount(self, _parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return len(self._lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line_at(index)
        if line is None:
            return None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (line.title, line.below) if part)
        return {Qt.ItemDataRole.DisplayRole: line.title, _LINE: line}.get(Qt.ItemDataRole(role))


class PickPainter(QStyledItemDelegate):
    """A line as high as its two rows of words."""

    def __init__(self, tokens: Tokens, parent: QObject) -> None:
        super().__init__(parent)
        self.tokens = tokens

    def height(self, font: QFont) -> int:
        from PySide6.QtGui import QFontMetrics

        return QFontMetrics(font).lineSpacing() * 2 + 2 * _EDGE

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(0, self.height(option.font))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line, tokens = index.data(_LINE), self.tokens
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, states = option.rect.adjusted(0, 1, 0, -1), QStyle.StateFlag
        is_here = bool(option.state & (states.State_Selected | states.State_MouseOver))
        if is_here or line.is_current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.surface_hover if is_here else tokens.accent_soft))
            painter.drawRoundedRect(QRectF(box), tokens.radius_small, tokens.radius_small)
        inside = box.adjusted(_EDGE, 0, -_EDGE, 0)
        if line.colours:
            paint_swatch(
                painter,
                QRect(inside.left(), box.center().y() - _SWATCH // 2 + 1, _SWATCH, _SWATCH),
                line.colours,
            )
            inside.setLeft(inside.left() + _SWATCH + _EDGE + 2)
        self._words(painter, option.font, inside, line)
        painter.restore()

    def _words(self, painter: QPainter, font: QFont, inside: QRect, line: Pick) -> None:
        tokens, flags = self.tokens, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        upper = inside.adjusted(0, _EDGE - 3, 0, -inside.height() // 2)
        lower = inside.adjusted(0, inside.height() // 2, 0, -_EDGE + 3)
        if not line.below:
            upper = inside
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold if line.below else QFont.Weight.Normal)
        for words, style, colour, place in (
            (line.title, bold, tokens.accent if line.is_current else tokens.text, upper),
            (line.below, font, tokens.text_muted, lower),
        ):
            painter.setFont(style)
            painter.setPen(QColor(colour))
            cut = painter.fontMetrics().elidedText(
                words, Qt.TextElideMode.ElideRight, place.width()
            )
            painter.drawText(place, int(flags), cut)


def paint_swatch(painter: QPainter, box: QRect, colours: Sequence[str]) -> None:
    """Two colours that run into each other, as a small card."""
    run = QLinearGradient(box.topLeft(), box.bottomRight())
    run.setColorAt(0.15, QColor(colours[0]))
    run.setColorAt(0.85, QColor(colours[-1]))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(run)
    painter.drawRoundedRect(QRectF(box), box.width() / 4, box.width() / 4)
