"""The headings of days: painted above their cards, and as a button that stays at the top while the
cards of its day pass below it."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import (
    QCoreApplication,
    QDate,
    QLocale,
    QObject,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from videogen_desktop.ui.gallery.card_text import CardFonts
from videogen_desktop.ui.gallery.days import Day, bounds_of, today
from videogen_desktop.ui.gallery.grid_view import GridView
from videogen_desktop.ui.theme.icons import themed_pixmap
from videogen_desktop.ui.theme.tokens import Tokens

_ARROW = 14
# From the words to the lower edge, and to the count.
_BELOW, _BETWEEN = 10, 8


def day_text(day: date | None, today: date) -> str:
    """As one says it, with the year where it is another than this one."""
    if day is None:
        return QCoreApplication.translate("Gallery", "Date unknown")
    if day == today:
        return QCoreApplication.translate("Gallery", "Today")
    if (today - day).days == 1:
        return QCoreApplication.translate("Gallery", "Yesterday")
    if day.year == today.year:
        style = QCoreApplication.translate("Gallery", "dddd, MMMM d", "date format")
    else:
        style = QCoreApplication.translate("Gallery", "dddd, MMMM d, yyyy", "date format")
    words = QLocale().toString(QDate(day.year, day.month, day.day), style)
    return words[:1].upper() + words[1:]


def count_text(videos: int) -> str:
    return QCoreApplication.translate("Gallery", "%n videos", None, videos)


class HeadingPainter:
    """Draws the line of a day's words and its count. Main thread."""

    def __init__(self, tokens: Tokens, base: QFont) -> None:
        self.tokens = tokens
        fonts = CardFonts(base, tokens)
        self._heading, self._small = fonts.heading, fonts.small
        self._metrics = QFontMetrics(self._heading)

    def paint(
        self, painter: QPainter, area: QRect, words: str, count: str, ratio: float, *, arrow: bool
    ) -> None:
        tokens = self.tokens
        base = area.bottom() + 1 - _BELOW - self._metrics.descent()
        painter.setFont(self._heading)
        painter.setPen(QColor(tokens.text))
        painter.drawText(QPoint(area.x(), base), words)
        left = area.x() + self._metrics.horizontalAdvance(words) + _BETWEEN
        painter.setFont(self._small)
        painter.setPen(QColor(tokens.text_muted))
        painter.drawText(QPoint(left, base), count)
        if arrow:
            left += QFontMetrics(self._small).horizontalAdvance(count) + 4
            picture = themed_pixmap("chevron-down", tokens.text_muted, _ARROW, ratio)
            painter.drawPixmap(left, base - _ARROW + 3, picture)


class StickyHeading(QAbstractButton):
    """The day whose cards are at the top, over the viewport's whole width. A click asks for another
    day. Main thread."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.painter: HeadingPainter | None = None
        self.margin = 0
        # A key goes to a day: the keyboard stays on the cards.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._words = self._count = ""
        self.hide()

    def show_day(self, words: str, count: str) -> None:
        if (words, count) != (self._words, self._count):
            self._words, self._count = words, count
            self.setAccessibleName(f"{words}, {count}")
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, 40)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.painter is None:
            return
        tokens, ratio = self.painter.tokens, self.devicePixelRatioF()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.background))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(tokens.border))
        area = self.rect().adjusted(self.margin, 0, -self.margin, 0)
        self.painter.paint(painter, area, self._words, self._count, ratio, arrow=True)
        painter.end()


class DayHeadings(QObject):
    """Paints the headings of a grid's sections, and keeps the one of the day at the top in sight.
    Main thread. `dayAsked` wants to go to another day, from this place on the screen."""

    dayAsked = Signal(QPoint)

    def __init__(self, view: GridView, hidden_between: Callable[[int, int], int]) -> None:
        super().__init__(view)
        self._view = view
        # Videos between two seconds that stand below the card of their stack.
        self._hidden_between = hidden_between
        self._days: list[Day] = []
        self._by_start: dict[int, Day] = {}
        self._painter: HeadingPainter | None = None
        self._sticky: StickyHeading | None = None

    def set_look(self, tokens: Tokens, base: QFont) -> None:
        """Another theme, or another font."""
        self._painter = HeadingPainter(tokens, base)
        if self._sticky is not None:
            self._sticky.painter = self._painter
            self._sticky.update()

    def set_days(self, days: list[Day]) -> None:
        self._days = days
        self._by_start = {day.start: day for day in days}

    def day_of_section(self, section: int) -> Day | None:
        sections = self._view.grid.order.sections
        return self._by_start.get(sections[section].start) if section < len(sections) else None

    def paint(self, painter: QPainter, top: int, bottom: int) -> None:
        """Those of which a part lies between two heights of the viewport."""
        grid, offset = self._view.grid, self._view.verticalOffset()
        ratio, now = self._view.devicePixelRatioF(), today()
        for section, y in grid.headings_between(top + offset, bottom + offset):
            day = self.day_of_section(section)
            height = grid.metrics.heading_height
            if day is None or self._painter is None or y - offset + height < top:
                continue
            area = QRect(grid.margin, y - offset, grid.room, height)
            words, count = day_text(day.date, now), self._count(day)
            self._painter.paint(painter, area, words, count, ratio, arrow=False)

    def _count(self, day: Day) -> str:
        hidden = 0 if day.date is None else self._hidden_between(*bounds_of(day.date))
        return count_text(day.videos + hidden)

    def height(self) -> int:
        """Of the viewport, which the heading that stays takes; 0 where there is none."""
        return 0 if self._sticky is None or self._sticky.isHidden() else self._sticky.height()

    def follow(self) -> None:
        """Whenever what is at the top may be of another day."""
        grid, offset = self._view.grid, self._view.verticalOffset()
        section = grid.heading_above(offset) if self._days and grid.cards else None
        day = None if section is None else self.day_of_section(section)
        # The painted one is still whole.
        if section is None or day is None or grid.section_top(section) >= offset:
            if self._sticky is not None:
                self._sticky.hide()
            return
        sticky, height = self._made_sticky(), grid.metrics.heading_height
        following = [y for _, y in grid.headings_between(offset + 1, offset + height)]
        pushed = min([0, *(y - offset - height for y in following if y > offset)])
        sticky.margin = grid.margin
        sticky.setGeometry(0, pushed, self._view.viewport().width(), height)
        sticky.show_day(day_text(day.date, today()), self._count(day))
        sticky.show()
        sticky.raise_()

    def _made_sticky(self) -> StickyHeading:
        """Made at the first scroll past a heading."""
        if self._sticky is None:
            self._sticky = StickyHeading(self._view.viewport())
            self._sticky.painter = self._painter
            self._sticky.clicked.connect(self._ask)
        return self._sticky

    def _ask(self) -> None:
        sticky = self._made_sticky()
        self.dayAsked.emit(sticky.mapToGlobal(QPoint(sticky.margin, sticky.height())))
