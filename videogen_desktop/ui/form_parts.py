"""Small parts that every form is made of."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget


def form_button(kind: str = "secondary") -> QPushButton:
    """A button in one of the style sheet's kinds: primary, secondary, link, danger, quiet."""
    button = QPushButton()
    button.setProperty("kind", kind)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    # In a dialog Enter would press whichever button comes first.
    button.setAutoDefault(False)
    return button


def side_by_side(*parts: QWidget, spacing: int = 8) -> QWidget:
    frame = QWidget()
    row = QHBoxLayout(frame)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(spacing)
    for part in parts:
        row.addWidget(part)
    return frame
