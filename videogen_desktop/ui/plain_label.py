"""Labels that show exactly their characters: Qt guesses HTML where it is not told."""

from PySide6.QtWidgets import QLabel


def plain_label(role: str = "", text: str = "", *, wraps: bool = False) -> QLabel:
    """A label of plain text; `role` is the style sheet's. Main thread."""
    label = QLabel()
    label.setProperty("textFormat", "PlainText")
    label.setText(text)
    label.setWordWrap(wraps)
    # A style sheet would indent every size of type by another amount.
    label.setIndent(0)
    if role:
        label.setProperty("role", role)
    return label


def set_role(label: QLabel, role: str) -> None:
    """Change what a label is while it is shown."""
    if label.property("role") != role:
        label.setProperty("role", role)
        label.style().unpolish(label)
        label.style().polish(label)
