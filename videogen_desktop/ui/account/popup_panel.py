"""A popup on a rounded ground of its own, always as high as what is in it."""

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from videogen_desktop.ui.theme.dialog_sheet import dialog_sheet
from videogen_desktop.ui.theme.stylesheet import popup_radius
from videogen_desktop.ui.theme.tokens import Tokens

# At a font of so many points.
_WIDTH, _FONT_POINTS = 372, 10.0


class PopupPanel(QFrame):
    """`column` holds the parts. Main thread only."""

    def __init__(self, tokens: Tokens, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self._tokens = tokens
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(
            tokens.space_4, tokens.space_3, tokens.space_4, tokens.space_3
        )
        self.column.setSpacing(tokens.space_1)

    def take_size(self) -> None:
        """Follow what is in it."""
        # Not adjustSize(): that keeps a window within two thirds of its screen.
        usual = round(_WIDTH * max(1.0, self.font().pointSizeF() / _FONT_POINTS))
        self.column.activate()
        width = max(usual, self.column.totalMinimumSize().width())
        self.resize(width, self.column.totalHeightForWidth(width))

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.setStyleSheet(dialog_sheet(tokens))

    def paintEvent(self, event: QPaintEvent) -> None:
        # A translucent window gets no background from a style sheet.
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(self._tokens.border_strong))
        painter.setBrush(QColor(self._tokens.surface_raised))
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        radius = popup_radius(self._tokens, QGuiApplication.platformName())
        painter.drawRoundedRect(area, radius, radius)

    def event(self, event: QEvent) -> bool:
        is_taken = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            # A line has come or gone, or the style sheet has said how high one is.
            self.take_size()
        return is_taken
