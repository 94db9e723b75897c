"""One shape of video, drawn as the shape itself."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton, QWidget

from videogen_desktop.domain.aspect_ratio import width_over_height
from videogen_desktop.ui.theme.drawing import Box, svg_bytes
from videogen_desktop.ui.theme.icons import ICON_GAP, svg_pixmap, with_gap
from videogen_desktop.ui.theme.tokens import Tokens

_SIDE = 18
# Of 16:9 in full width.
_AREA = 16 * 9


class AspectButton(QPushButton):
    """Checked when chosen. Main thread only."""

    def __init__(
        self, aspect_ratio: str, tokens: Tokens, parent: QWidget, *, shows_name: bool
    ) -> None:
        super().__init__(parent)
        self.aspect_ratio = aspect_ratio
        self._name = ""
        self._shows_name = shows_name
        self._tokens = tokens
        self.setProperty("kind", "aspect")
        self.setCheckable(True)
        self.setProperty("focusPolicy", "TabFocus")
        self.setAutoDefault(False)
        self._draw()

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._draw()

    def set_name(self, name: str) -> None:
        self._name = name
        self._write()

    @property
    def name_width(self) -> int:
        """How much wider the button is with its name than without."""
        return self.fontMetrics().horizontalAdvance(self._name) + ICON_GAP

    def show_name(self, shown: bool) -> None:
        if shown != self._shows_name:
            self._shows_name = shown
            self._write()
            self._draw()

    def _write(self) -> None:
        self.setText(self._name.replace("&", "&&") if self._shows_name else "")

    def _draw(self) -> None:
        tokens = self._tokens
        icon = QIcon()
        for colour, mode, state in (
            (tokens.text_muted, QIcon.Mode.Normal, QIcon.State.Off),
            (tokens.accent, QIcon.Mode.Normal, QIcon.State.On),
            (tokens.text_faint, QIcon.Mode.Disabled, QIcon.State.Off),
            (tokens.text_faint, QIcon.Mode.Disabled, QIcon.State.On),
        ):
            source = svg_bytes(_SIDE, _SIDE, [_shape(self.aspect_ratio, colour)])
            pixmap = svg_pixmap(source, _SIDE, self.devicePixelRatioF())
            icon.addPixmap(with_gap(pixmap) if self._shows_name else pixmap, mode, state)
        self.setIconSize(QSize(_SIDE + (ICON_GAP if self._shows_name else 0), _SIDE))
        self.setIcon(icon)


def _shape(aspect_ratio: str, colour: str) -> Box:
    """The shape itself, each with the same area: a square of full width would look heavier."""
    ratio = width_over_height(aspect_ratio) or 1
    width = (_AREA * ratio) ** 0.5
    height = width / ratio
    left, top = (_SIDE - width) / 2, (_SIDE - height) / 2
    return Box(left, top, width, height, 2.5, line=colour, line_width=1.8)
