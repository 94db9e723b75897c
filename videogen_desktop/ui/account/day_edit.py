"""A day with its calendar, drawn like the rest of the program."""

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QDateEdit, QToolButton

from videogen_desktop.ui.theme.icons import themed_icon, themed_pixmap
from videogen_desktop.ui.theme.tokens import Tokens

_ARROW, _FROM_EDGE = 14, 7
_TURNERS = {"qt_calendar_prevmonth": "chevron-left", "qt_calendar_nextmonth": "chevron-right"}


class DayEdit(QDateEdit):
    """Begins with today. Main thread only. The style sheet of the dialog leaves room for the arrow,
    which Qt would only draw from a file of one colour."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__(QDate.currentDate())
        self._tokens = tokens
        self.setCalendarPopup(True)
        self.set_tokens(tokens)

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        dress_calendar(self.calendarWidget(), tokens)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        ratio = self.devicePixelRatioF()
        colour = self._tokens.text_muted if self.isEnabled() else self._tokens.text_faint
        arrow = themed_pixmap("chevron-down", colour, _ARROW, ratio)
        painter = QPainter(self)
        painter.drawPixmap(self.width() - _ARROW - _FROM_EDGE, (self.height() - _ARROW) // 2, arrow)
        painter.end()


def dress_calendar(calendar: QCalendarWidget, tokens: Tokens) -> None:
    """In the theme's colours, where its style sheet does not reach."""
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    for name, icon in _TURNERS.items():
        turner = calendar.findChild(QToolButton, name)
        if isinstance(turner, QToolButton):
            turner.setIcon(themed_icon(icon, tokens.text))
    # Qt's own red is too faint on a dark ground.
    for day in Qt.DayOfWeek:
        form = calendar.weekdayTextFormat(day)
        is_sunday = day is Qt.DayOfWeek.Sunday
        form.setForeground(QColor(tokens.danger if is_sunday else tokens.text))
        calendar.setWeekdayTextFormat(day, form)
    head = QTextCharFormat()
    head.setForeground(QColor(tokens.text_muted))
    head.setBackground(QColor(tokens.surface))
    calendar.setHeaderTextFormat(head)
