"""Where the parts of the gallery's toolbar stand: in one row, in two, or narrow."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

# Device-independent pixels at a font of 10 points; a larger font needs more.
_ONE_ROW, _CHIPS = 1_180, 640
_LINE = 16
_SEARCH, _NO_LIMIT = 320, 16_777_215
_SIDE, _NARROW_SIDE, _ABOVE, _BETWEEN = 24, 16, 12, 8
# Of the room that is left over, the search field takes all it may before the gap gets any.
_MOST = 100


class ToolbarPlaces:
    """Lays out `toolbar` for its width. Main thread.

    The states are chips, or in a narrow window the menu `status`; `choices` follow them into the
    second row.
    """

    def __init__(
        self,
        toolbar: QFrame,
        *,
        search: QWidget,
        chips: QWidget,
        status: QWidget,
        buttons: Sequence[QWidget],
        choices: Sequence[QWidget],
    ) -> None:
        self._toolbar = toolbar
        self._search, self._chips, self._status = search, chips, status
        self._buttons, self._choices = buttons, choices
        self._kind = ""
        self._column = QVBoxLayout(toolbar)
        self._column.setSpacing(_BETWEEN)
        self._rows = (QHBoxLayout(), QHBoxLayout())
        for row in self._rows:
            row.setSpacing(_BETWEEN)
            self._column.addLayout(row)

    def arrange(self) -> None:
        """Whenever the width is another one."""
        scale = self._toolbar.fontMetrics().height() / _LINE
        width = self._toolbar.width() / max(1.0, scale)
        kind = "one" if width >= _ONE_ROW else "two" if width >= _CHIPS else "narrow"
        if kind == self._kind:
            return
        self._kind = kind
        for row in self._rows:
            while row.count():
                row.takeAt(0)
        self._fill(is_narrow=kind == "narrow", is_one=kind == "one")
        side = _NARROW_SIDE if kind == "narrow" else _SIDE
        self._column.setContentsMargins(side, _ABOVE, side, 0)

    def _fill(self, *, is_narrow: bool, is_one: bool) -> None:
        first, second = self._rows
        lower = first if is_one else second
        first.addWidget(self._search, _MOST)
        self._search.setMaximumWidth(_SEARCH if is_one else _NO_LIMIT)
        shown, hidden = self._chips, self._status
        if is_narrow:
            shown, hidden = hidden, shown
        hidden.hide()
        shown.show()
        lower.addWidget(shown)
        lower.addStretch(1)
        for part in self._buttons:
            first.addWidget(part)
        for part in self._choices:
            lower.addWidget(part)
