"""The cards' size and shape, and the way to one of their days: by button, wheel and key."""

from datetime import date

from PySide6.QtCore import QObject, QPoint, QRect, Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from videogen_desktop.ui.gallery.arrangement import CardArrangement
from videogen_desktop.ui.gallery.view import GalleryView


class ArrangementPresenter(QObject):
    """Joins the gallery to the popups that `button` and the headings open. Main thread. `chosen`
    carries the CardArrangement that the user wants from now on."""

    chosen = Signal(object)

    def __init__(self, view: GalleryView, button: QPushButton) -> None:
        super().__init__(view)
        self._view = view
        self._button = button
        button.clicked.connect(self.open_view)
        view.zoomRequested.connect(self._zoom)
        view.commands.zoomRequested.connect(self._zoom)
        view.commands.dayRequested.connect(self.open_days)
        view.headings.dayAsked.connect(self._open_days_at)

    def show_choice(self, step: int, fills: bool) -> None:
        """As it was chosen before; a step that this version does not have is the nearest one."""
        arrangement = CardArrangement(step, fills).within()
        if arrangement != self._view.arrangement:
            self._view.arrange(arrangement)

    @Slot()
    def open_view(self) -> None:
        """The popup with the size and the shapes."""
        # Nobody opens it at the start.
        from videogen_desktop.ui.library.popups import ViewPopup

        popup = ViewPopup(self._view.arrangement, bool(self._days()), self._view)
        popup.chosen.connect(self._choose)
        popup.dayAsked.connect(self.open_days)
        popup.open_below(_on_screen(self._button))

    @Slot()
    def open_days(self) -> None:
        """The calendar, at the top of the gallery."""
        corner = self._view.viewport().mapToGlobal(QPoint(self._view.grid.margin, 0))
        self._open_days_at(corner)

    @Slot(QPoint)
    def _open_days_at(self, corner: QPoint) -> None:
        days = self._days()
        if not days:
            return
        from videogen_desktop.ui.library.popups import DayPopup

        popup = DayPopup(days, self._view.day_in_sight() or days[0], self._view)
        popup.chosen.connect(self._view.jump_to)
        popup.adjustSize()
        popup.open_below(QRect(corner, corner + QPoint(popup.width(), -4)))

    def _days(self) -> list[date]:
        return [day.date for day in self._view.days if day.date is not None]

    @Slot(int)
    def _zoom(self, by: int) -> None:
        # In a narrow window two sizes may look the same: a key that changes nothing seems broken.
        chosen = self._view.arrangement.zoomed(by)
        while by and self._view.looks_alike(chosen) and chosen != chosen.zoomed(by):
            chosen = chosen.zoomed(by)
        self._choose(chosen)

    @Slot(object)
    def _choose(self, arrangement: CardArrangement) -> None:
        if arrangement != self._view.arrangement:
            self._view.arrange(arrangement)
            self.chosen.emit(arrangement)


def _on_screen(widget: QWidget) -> QRect:
    return QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())
