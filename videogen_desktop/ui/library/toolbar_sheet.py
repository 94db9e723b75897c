"""The style of the bars around the gallery, written from the tokens."""

from string import Template

from PySide6.QtWidgets import QApplication

from videogen_desktop.ui.theme.tokens import Tokens

_SHEET = Template("""
QFrame#libraryToolbar { background: $background; border: none; }
QFrame#libraryBar {
    background: $surface_raised; border: none; border-top: 1px solid $border;
}
QLineEdit {
    background: $surface; color: $text; border: 1px solid $border;
    border-radius: ${radius}px; padding: 6px 8px; min-height: 20px;
    selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit:hover { border-color: $border_strong; }
QLineEdit:focus { border-color: $accent; }
QPushButton[kind="chip"] {
    background: transparent; color: $text_muted; border: 1px solid transparent;
    border-radius: 14px; padding: 4px 12px; min-height: 18px;
}
QPushButton[kind="chip"]:hover { background: $surface_hover; color: $text; }
QPushButton[kind="chip"]:checked {
    background: $accent_soft; color: $accent; font-weight: 600;
}
QPushButton[kind="chip"]:focus { border-color: $accent; }
QPushButton[kind="choice"], QPushButton[kind="toggle"] {
    background: transparent; color: $text; border: 1px solid $border;
    border-radius: ${radius}px; padding: 6px 10px; min-height: 20px;
}
QPushButton[kind="choice"]:hover, QPushButton[kind="toggle"]:hover {
    background: $surface_hover;
}
QPushButton[kind="toggle"]:checked, QPushButton[kind="choice"][filters="true"] {
    background: $accent_soft; color: $accent; border-color: $accent;
}
QPushButton[kind="choice"]:focus, QPushButton[kind="toggle"]:focus { border-color: $accent; }
QPushButton[kind="choice"]::menu-indicator { width: 0; }
QPushButton[kind="danger"] {
    background: transparent; color: $danger; border: 1px solid transparent;
    border-radius: ${radius_small}px; padding: 5px 10px;
}
QPushButton[kind="danger"]:hover { background: $danger_soft; }
QPushButton[kind="danger"]:focus { border-color: $danger; }
QProgressBar {
    background: $surface_hover; border: none; border-radius: 3px; max-height: 6px; min-height: 6px;
}
QProgressBar::chunk { background: $accent; border-radius: 3px; }
""")


def toolbar_sheet(tokens: Tokens) -> str:
    """The sheet for one bar and what is in it, for the application's font now."""
    font = QApplication.font()
    points = font.pointSizeF() if font.pointSizeF() > 0 else 10.0
    return _SHEET.substitute(tokens._asdict(), small=f"{tokens.text_small * points:.2f}")
