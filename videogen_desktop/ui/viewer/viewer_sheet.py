"""The style of the details panel, written from the tokens."""

from string import Template

from videogen_desktop.ui.theme.tokens import Tokens

_SHEET = Template("""
QScrollArea#viewerPanel { background: $surface; border: none; }
QWidget#viewerPanelInside { background: $surface; }
QPlainTextEdit#plainBlock {
    background: $background; color: $text; border: 1px solid transparent;
    border-radius: ${radius}px;
    selection-background-color: $accent; selection-color: $on_accent;
}
QPlainTextEdit#plainBlock:focus { border-color: $accent; }
QLineEdit#taskId { background: transparent; color: $text; border: none; padding: 0;
    selection-background-color: $accent; selection-color: $on_accent; }
""")


def viewer_sheet(tokens: Tokens) -> str:
    return _SHEET.substitute(tokens._asdict())
