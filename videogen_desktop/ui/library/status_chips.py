"""The states as chips with how many videos each has, so that failures can be watched."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from videogen_desktop.domain.gallery import GalleryCounts, StatusGroup
from videogen_desktop.ui.library import wording

_STATUSES: tuple[StatusGroup | None, ...] = (None, *StatusGroup)
# Always there, so that the row does not jump when the first one fails.
_ALWAYS = (None, StatusGroup.RUNNING, StatusGroup.COMPLETED, StatusGroup.FAILED)


class StatusChips(QWidget):
    """One of them is on. Main thread."""

    chosen = Signal(object)  # StatusGroup | None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts = GalleryCounts(0)
        self._known = False
        self._current: StatusGroup | None = None
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self._chips: dict[StatusGroup | None, QPushButton] = {}
        for number, status in enumerate(_STATUSES):
            chip = QPushButton()
            chip.setProperty("kind", "chip")
            chip.setCheckable(True)
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            chip.setCursor(Qt.CursorShape.PointingHandCursor)
            self._group.addButton(chip, number)
            self._chips[status] = chip
            row.addWidget(chip)
        self._chips[None].setChecked(True)
        self._group.idClicked.connect(self._clicked)
        self.retranslate()

    def retranslate(self) -> None:
        self.setAccessibleName(QCoreApplication.translate("Library", "Status"))
        self._show()

    def show_counts(self, counts: GalleryCounts) -> None:
        self._counts, self._known = counts, True
        self._show()

    def choose(self, status: StatusGroup | None) -> None:
        """Show this one as chosen without telling anybody."""
        self._current = status
        self._chips[status].setChecked(True)
        self._show()

    def count(self, status: StatusGroup | None) -> int | None:
        if not self._known:
            return None
        return self._counts.total if status is None else self._counts.by_status.get(status, 0)

    def _show(self) -> None:
        for status, chip in self._chips.items():
            count = self.count(status)
            text = wording.counted(wording.status_label(status), count)
            chip.setText(text)
            chip.setAccessibleName(text)
            chip.setVisible(status in _ALWAYS or status is self._current or bool(count))

    def _clicked(self, number: int) -> None:
        self._current = _STATUSES[number]
        self._show()
        self.chosen.emit(self._current)
