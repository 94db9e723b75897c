"""Popups over the gallery: the size and shape of its cards, and the calendar of its days.

Each is made when it is first asked for: the window's start has none of them.
"""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from videogen_desktop.ui.account.day_edit import dress_calendar
from videogen_desktop.ui.clip_slider import ClipSlider
from videogen_desktop.ui.gallery.arrangement import SIDES, CardArrangement
from videogen_desktop.ui.theme.dialog_sheet import dialog_sheet
from videogen_desktop.ui.theme.icons import ICON_GAP, themed_icon_before_text, themed_pixmap
from videogen_desktop.ui.theme.tokens import Tokens, current_tokens

_HANDLE, _GROOVE, _DOT = 7, 4, 2
_SMALL_ICON, _ICON, _LARGE_ICON = 14, 16, 20
# Wide enough for "Th 2" above each column.
_CALENDAR = QSize(460, 280)


class Popup(QFrame):
    """Closes at a click beside it and at Escape; goes with its closing. Main thread."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.tokens: Tokens = current_tokens(parent.palette())
        tokens = self.tokens
        self.setStyleSheet(
            f"{dialog_sheet(tokens)} QFrame#{name} {{ background: {tokens.surface_raised};"
            f" border: 1px solid {tokens.border_strong}; }}"
        )
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(*[tokens.space_3] * 4)
        self.column.setSpacing(tokens.space_3)

    def open_below(self, anchor: QRect) -> None:
        """At the right edge of this place on the screen, or above it where there is no room."""
        self.adjustSize()
        screen, size = self.screen().availableGeometry(), self.size()
        top = anchor.bottom() + 4
        if top + size.height() > screen.bottom():
            top = max(screen.top(), anchor.top() - size.height() - 4)
        left = min(anchor.right() - size.width(), screen.right() - size.width())
        self.move(QPoint(max(screen.left(), left), top))
        self.show()


class SizeSlider(ClipSlider):
    """The steps of the cards' size, each a dot. Main thread."""

    def __init__(self, tokens: Tokens, parent: QWidget) -> None:
        super().__init__(_HANDLE, parent)
        self._tokens = tokens
        self.setRange(0, len(SIDES) - 1)
        self.setPageStep(1)

    def sizeHint(self) -> QSize:
        return QSize(150, 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rest, passed = QColor(tokens.border_strong), QColor(tokens.accent)
        handle = self.paint_groove(painter, _GROOVE, rest, passed)
        room, middle = self.width() - 2 * _HANDLE, self.height() / 2
        for step in range(self.maximum() + 1):
            painter.setBrush(passed if step <= self.value() else rest)
            x = _HANDLE + room * step / self.maximum()
            painter.drawEllipse(QPoint(round(x), round(middle)), _DOT + 1, _DOT + 1)
        painter.setBrush(passed)
        painter.drawEllipse(handle, _HANDLE, _HANDLE)
        if self.hasFocus():
            painter.setBrush(QColor(tokens.surface_raised))
            painter.drawEllipse(handle, _DOT + 1, _DOT + 1)
        painter.end()


class ViewPopup(Popup):
    """How large the cards are, whether they have the clips' shapes, and the way to a day.
    `chosen` carries a CardArrangement at every change."""

    chosen = Signal(object)
    dayAsked = Signal()

    def __init__(self, shown: CardArrangement, has_days: bool, parent: QWidget) -> None:
        super().__init__("viewPopup", parent)
        self._shown = shown
        self.size_slider = SizeSlider(self.tokens, self)
        self.fit, self.fill = QPushButton(), QPushButton()
        self.day = QPushButton()
        self.day.setEnabled(has_days)
        self._lay_out()
        self._name()
        self.show_arrangement(shown)
        self.size_slider.sought.connect(self._on_size)
        self.fit.clicked.connect(self._on_fit)
        self.fill.clicked.connect(self._on_fill)
        self.day.clicked.connect(self._on_day)
        self.size_slider.setFocus()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        for icon, size in (("square", _SMALL_ICON), ("", 0), ("square", _LARGE_ICON)):
            if not icon:
                row.addWidget(self.size_slider, 1)
                continue
            label = QLabel()
            ratio = self.devicePixelRatioF()
            label.setPixmap(themed_pixmap(icon, self.tokens.text_muted, size, ratio))
            row.addWidget(label)
        self.column.addLayout(row)
        shapes = QHBoxLayout()
        shapes.setSpacing(self.tokens.space_1)
        for button, icon in ((self.fit, "rectangle-vertical"), (self.fill, "crop")):
            button.setProperty("kind", "segment")
            button.setCheckable(True)
            button.setAutoExclusive(True)
            self._give_icon(button, icon)
            shapes.addWidget(button, 1)
        self.column.addLayout(shapes)
        self.day.setProperty("kind", "secondary")
        self._give_icon(self.day, "calendar-days")
        self.column.addWidget(self.day)

    def _give_icon(self, button: QPushButton, name: str) -> None:
        tokens = self.tokens
        icon = themed_icon_before_text(name, tokens.text_muted, tokens.text_faint, _ICON)
        button.setIcon(icon)
        button.setIconSize(QSize(_ICON + ICON_GAP, _ICON))

    def _name(self) -> None:
        self.size_slider.setAccessibleName(QCoreApplication.translate("Library", "Card size"))
        self.fit.setText(QCoreApplication.translate("Library", "Fit"))
        self.fit.setToolTip(QCoreApplication.translate("Library", "Each card as its clip is"))
        self.fill.setText(QCoreApplication.translate("Library", "Fill"))
        self.fill.setToolTip(
            QCoreApplication.translate("Library", "All cards alike, filled by their pictures")
        )
        self.day.setText(QCoreApplication.translate("Library", "Go to a day…"))
        for button in (self.fit, self.fill, self.day):
            button.setAccessibleName(button.text())

    def show_arrangement(self, shown: CardArrangement) -> None:
        """It changed elsewhere."""
        self._shown = shown
        self.size_slider.setValue(shown.step)
        self.size_slider.update()
        (self.fill if shown.fills else self.fit).setChecked(True)

    def _choose(self, chosen: CardArrangement) -> None:
        if chosen != self._shown:
            self._shown = chosen
            self.chosen.emit(chosen)

    @Slot(int)
    def _on_size(self, step: int) -> None:
        self.size_slider.update()
        self._choose(self._shown._replace(step=step))

    @Slot()
    def _on_fit(self) -> None:
        self._choose(self._shown._replace(fills=False))

    @Slot()
    def _on_fill(self) -> None:
        self._choose(self._shown._replace(fills=True))

    @Slot()
    def _on_day(self) -> None:
        self.close()
        self.dayAsked.emit()


class DayPopup(Popup):
    """A calendar that marks the days with videos. `chosen` carries the datetime.date that was
    clicked or entered."""

    chosen = Signal(object)

    def __init__(self, days: Iterable[date], shown: date, parent: QWidget) -> None:
        super().__init__("dayPopup", parent)
        self.calendar = QCalendarWidget()
        self.calendar.setAccessibleName(QCoreApplication.translate("Library", "Go to a day"))
        dress_calendar(self.calendar, self.tokens)
        self.calendar.setMinimumSize(_CALENDAR)
        short = QCalendarWidget.HorizontalHeaderFormat.ShortDayNames
        self.calendar.setHorizontalHeaderFormat(short)
        self._mark(days)
        self.calendar.setSelectedDate(_of_qt(shown))
        # One click, and Enter; `activated` alone would want two.
        self.calendar.clicked.connect(self._tell)
        self.calendar.activated.connect(self._tell)
        self.column.addWidget(self.calendar)
        self.calendar.setFocus()

    def _mark(self, days: Iterable[date]) -> None:
        known = sorted(days)
        form = QTextCharFormat()
        form.setFontWeight(QFont.Weight.Bold)
        form.setForeground(QColor(self.tokens.accent))
        form.setBackground(QColor(self.tokens.accent_soft))
        for day in known:
            self.calendar.setDateTextFormat(_of_qt(day), form)
        if known:
            self.calendar.setMinimumDate(_of_qt(known[0]))
            self.calendar.setMaximumDate(_of_qt(known[-1]))

    @Slot(QDate)
    def _tell(self, day: QDate) -> None:
        if not self.isVisible():
            return
        self.close()
        self.chosen.emit(date(day.year(), day.month(), day.day()))


def _of_qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
