"""The choice of shape, drawn as the shapes themselves."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QWidget

from videogen_desktop.domain.aspect_ratio import AspectRatio
from videogen_desktop.ui.theme.tokens import Tokens

_SHAPE_SIDE = 18
_HEIGHT = 34


class AspectButton(QAbstractButton):
    """One shape with its name; checked when chosen."""

    def __init__(self, aspect_ratio: AspectRatio, tokens: Tokens, parent: QWidget) -> None:
        super().__init__(parent)
        self.aspect_ratio = aspect_ratio
        self._tokens = tokens
        self._shows_name = True
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.update()

    def show_name(self, shown: bool) -> None:
        self._shows_name = shown
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        space = self._tokens.space_2
        name = self.fontMetrics().horizontalAdvance(self.text()) + space if self._shows_name else 0
        height = max(_HEIGHT, self.fontMetrics().height() + 14)
        return QSize(_SHAPE_SIDE + name + 2 * (space + 2), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(self._colour())
        self._paint_ground(painter)
        shape = self._shape()
        painter.setPen(QPen(colour, 1.8))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(shape, 2.5, 2.5)
        if self._shows_name:
            left = self._tokens.space_2 + 2 + _SHAPE_SIDE + self._tokens.space_2
            painter.setPen(colour)
            area = self.rect().adjusted(left, 0, 0, 0)
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self.text())

    def _paint_ground(self, painter: QPainter) -> None:
        tokens = self._tokens
        ground = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(QColor(tokens.accent), 1.5) if self.hasFocus() else Qt.PenStyle.NoPen)
        if self.isChecked():
            painter.setBrush(QColor(tokens.accent_soft))
        elif self.underMouse() and self.isEnabled():
            painter.setBrush(QColor(tokens.surface_hover))
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(ground, tokens.radius_small + 1, tokens.radius_small + 1)

    def _shape(self) -> QRectF:
        ratio = self.aspect_ratio.width_over_height
        longest = _SHAPE_SIDE - 2.0
        width, height = (longest, longest / ratio) if ratio >= 1 else (longest * ratio, longest)
        centre_x = self._tokens.space_2 + 2 + _SHAPE_SIDE / 2
        return QRectF(centre_x - width / 2, self.height() / 2 - height / 2, width, height)

    def _colour(self) -> str:
        if not self.isEnabled():
            return self._tokens.text_faint
        return self._tokens.accent if self.isChecked() else self._tokens.text_muted


class AspectSelector(QWidget):
    """Exactly one shape is chosen; arrow keys move the choice. Main thread only."""

    chosen = Signal(object)  # AspectRatio

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._shows_names = True
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._tell)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)
        self.offer((AspectRatio.LANDSCAPE, AspectRatio.PORTRAIT))

    @property
    def current(self) -> AspectRatio:
        button = self._group.checkedButton()
        return button.aspect_ratio if isinstance(button, AspectButton) else AspectRatio.LANDSCAPE

    def choose(self, aspect_ratio: AspectRatio) -> None:
        for button in self._buttons():
            button.setChecked(button.aspect_ratio is aspect_ratio)

    def offer(self, aspect_ratios: Sequence[AspectRatio]) -> None:
        """Show these shapes, which the model can make; the choice is kept where it can be."""
        if tuple(button.aspect_ratio for button in self._buttons()) == tuple(aspect_ratios):
            return
        before = self.current
        for old in self._buttons():
            self._group.removeButton(old)
            old.setParent(None)
            old.deleteLater()
        for aspect_ratio in aspect_ratios:
            button = AspectButton(aspect_ratio, self._tokens, self)
            button.show_name(self._shows_names)
            self._group.addButton(button)
            self._row.addWidget(button)
        self.retranslate()
        self.choose(before if before in aspect_ratios else aspect_ratios[0])

    def show_names(self, shown: bool) -> None:
        """Without names the selector fits a narrow window; tooltips still say them."""
        self._shows_names = shown
        for button in self._buttons():
            button.show_name(shown)

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        for button in self._buttons():
            button.set_tokens(tokens)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Shape of the video"))
        names = {
            AspectRatio.LANDSCAPE: (self.tr("Landscape"), self.tr("Landscape, 16:9")),
            AspectRatio.PORTRAIT: (self.tr("Portrait"), self.tr("Portrait, 9:16")),
        }
        for button in self._buttons():
            name, full_name = names[button.aspect_ratio]
            button.setText(name)
            button.setToolTip(full_name)
            button.setAccessibleName(full_name)
            button.updateGeometry()

    def _buttons(self) -> list[AspectButton]:
        return [button for button in self._group.buttons() if isinstance(button, AspectButton)]

    @Slot()
    def _tell(self) -> None:
        self.chosen.emit(self.current)
