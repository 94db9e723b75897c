"""The style of forms and tables in dialogs, written from the tokens."""

from string import Template

from PySide6.QtGui import QFontMetrics, QIcon
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QInputDialog,
    QLabel,
    QMessageBox,
)

from videogen_desktop.ui.theme.icons import themed_pixmap
from videogen_desktop.ui.theme.tokens import Tokens, current_tokens

_PICTURE, _INPUT_WIDTH, _INPUT_EDGE = 28, 320, 8

_SHEET = Template("""
QFrame#creditPanel { background: transparent; border: none; }
QDialog { background: $background; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QLabel[role="success"] { color: $success; }
QLabel[role="danger"] { color: $danger; }
QLabel[role="figure"] { font-size: ${title}pt; font-weight: 600; }
QLabel[role="caption"] { color: $text_faint; font-size: ${small}pt; font-weight: 600; }
QLabel[role="icon"] { padding: 0; }
QLabel[role="chip"], QLabel[role="chip-accent"] {
    border-radius: ${chip_radius}px; padding: 0 9px;
    min-height: ${chip}px; max-height: ${chip}px; font-size: ${small}pt; font-weight: 600;
}
QLabel[role="chip"] { color: $warning; background: $warning_soft; }
QLabel[role="chip-accent"] { color: $accent; background: $accent_soft; }
QLabel[role="key"] {
    color: $text; background: $surface_hover; border: 1px solid $border_strong;
    border-bottom-width: 2px; border-radius: ${radius_small}px; padding: 1px 8px;
    font-size: ${small}pt; font-weight: 600;
}

QFrame[kind="card"] {
    background: $surface; border: 1px solid $border; border-radius: ${radius}px;
}
QFrame[kind="card"][chosen="true"] { border-color: $accent; }
QFrame[kind="note"] {
    background: $warning_soft; border: 1px solid transparent; border-radius: ${radius}px;
}
QFrame[kind="note"] QLabel { color: $warning; }
QFrame[kind="rule"] { background: $border; border: none; max-height: 1px; min-height: 1px; }

QLineEdit, QSpinBox, QDateEdit, QPlainTextEdit#pasteBox {
    background: $surface; color: $text; border: 1px solid $border_strong;
    border-radius: ${radius_small}px; padding: 6px 10px; min-height: 20px;
    selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit:focus, QSpinBox:focus, QDateEdit:focus, QPlainTextEdit#pasteBox:focus {
    border-color: $accent;
}
QLineEdit:disabled { background: $surface_hover; color: $text_faint; }
QLineEdit[wrong="true"] { border-color: $danger; }
QSpinBox::up-button, QSpinBox::down-button { width: 0; border: none; }
QDateEdit { padding: 5px 24px 5px 8px; }
QDateEdit::drop-down {
    subcontrol-origin: border; subcontrol-position: center right; width: 24px; border: none;
}
QCalendarWidget QWidget#qt_calendar_navigationbar {
    background: $surface; border-bottom: 1px solid $border;
}
QCalendarWidget QToolButton {
    background: transparent; color: $text; border: 1px solid transparent; font-weight: 600;
    border-radius: ${radius_small}px; padding: 4px 8px;
}
QCalendarWidget QToolButton:hover { background: $surface_hover; }
QCalendarWidget QToolButton:focus { border-color: $accent; }
QCalendarWidget QToolButton::menu-indicator { width: 0; }

QPushButton[kind="primary"] { padding: 5px 14px; min-height: 20px; }
QPushButton[kind="secondary"], QPushButton[kind="choice"] {
    background: $surface; color: $text; border: 1px solid $border_strong;
    border-radius: ${radius_small}px; padding: 6px 12px; min-height: 20px;
}
QPushButton[kind="secondary"]:hover, QPushButton[kind="choice"]:hover {
    background: $surface_hover;
}
QPushButton[kind="secondary"]:focus, QPushButton[kind="choice"]:focus { border-color: $accent; }
QPushButton[kind="secondary"]:disabled { color: $text_faint; background: $background; }
QPushButton::menu-indicator { width: 0; }
QPushButton[kind="danger"] {
    background: $danger_soft; color: $danger; border: 1px solid $danger;
    border-radius: ${radius_small}px; padding: 6px 12px; min-height: 20px; font-weight: 600;
}
QPushButton[kind="danger"]:focus { border: 2px solid $danger; }
QPushButton[kind="segment"] {
    background: transparent; color: $text_muted; border: 1px solid transparent;
    border-radius: ${radius_small}px; padding: 5px 12px; min-height: 20px;
}
QPushButton[kind="segment"]:hover { color: $text; }
QPushButton[kind="segment"]:checked {
    background: $surface_raised; color: $text; border-color: $border_strong; font-weight: 600;
}
QPushButton[kind="segment"]:focus { border-color: $accent; }
QFrame[kind="segments"] { background: $surface_hover; border: none; border-radius: 8px; }

QPushButton[kind="section"] {
    background: transparent; color: $text_muted; border: 1px solid transparent; text-align: left;
    border-radius: ${radius_small}px; padding: 8px 12px; min-height: 20px;
}
QPushButton[kind="section"]:hover { background: $surface_hover; color: $text; }
QPushButton[kind="section"]:checked {
    background: $accent_soft; color: $accent;
}
QPushButton[kind="section"]:focus { border-color: $accent; }

QCheckBox { spacing: 8px; }
QCheckBox::indicator {
    width: 14px; height: 14px; border: 1px solid $text_faint; border-radius: 4px;
    background: $surface;
}
QCheckBox::indicator:hover { border-color: $accent; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; }
QCheckBox::indicator:disabled { background: $surface_hover; border-color: $border_strong; }
QCheckBox:focus { color: $accent; }
QRadioButton { spacing: 8px; }
QRadioButton::indicator {
    width: 14px; height: 14px; border: 1px solid $text_faint; border-radius: 8px;
    background: $surface;
}
QRadioButton::indicator:checked {
    width: 6px; height: 6px; border: 5px solid $accent; background: $on_accent;
}
QRadioButton:focus { color: $accent; }
QProgressBar {
    background: $surface_hover; border: none; border-radius: 3px; min-height: 6px; max-height: 6px;
}
QProgressBar::chunk { background: $accent; border-radius: 3px; }

QTableView {
    background: $surface; color: $text; border: 1px solid $border; border-radius: ${radius}px;
    selection-background-color: $accent_soft; selection-color: $text; outline: none;
}
QTableView::item { padding: 0 7px; border: none; border-bottom: 1px solid $border; }
QTableView::item:selected { background: $accent_soft; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section {
    background: $surface; color: $text_faint; border: none; border-bottom: 1px solid $border;
    padding: 8px 9px; font-weight: 600; font-size: ${small}pt;
}
QHeaderView::section:hover { color: $text; }
QTableCornerButton::section { background: $surface; border: none; }
""")


def dialog_sheet(tokens: Tokens) -> str:
    """The sheet for one dialog or panel and what is in it, for the application's font now."""
    font = QApplication.font()
    points = font.pointSizeF() if font.pointSizeF() > 0 else 10.0
    chip = QFontMetrics(font).height() + 4
    return _SHEET.substitute(
        tokens._asdict(),
        chip=chip,
        chip_radius=chip // 2,
        small=f"{tokens.text_small * points:.2f}",
        title=f"{tokens.text_title * points:.2f}",
    )


def dress_question(question: QMessageBox, icon: str, *, is_grave: bool = True) -> None:
    """Give Qt's message box the looks of the window: an icon of the set, the text as a heading.

    `is_grave`: something would be lost.
    """
    tokens = current_tokens(question.palette())
    ratio = question.devicePixelRatioF()
    colour = tokens.danger if is_grave else tokens.accent
    question.setIconPixmap(themed_pixmap(icon, colour, _PICTURE, ratio))
    label = question.findChild(QLabel, "qt_msgbox_label")
    if isinstance(label, QLabel):
        label.setProperty("role", "heading")
    # What a widget is called counts when it gets its sheet.
    question.setStyleSheet(dialog_sheet(tokens))


def dress_input(dialog: QInputDialog) -> None:
    """The same for Qt's dialog that asks for one line."""
    for box in dialog.findChildren(QDialogButtonBox):
        buttons = QDialogButtonBox.StandardButton
        for which, kind in ((buttons.Ok, "primary"), (buttons.Cancel, "secondary")):
            button = box.button(which)
            button.setProperty("kind", kind)
            # Qt's style draws its own picture on these two.
            button.setIcon(QIcon())
    for label in dialog.findChildren(QLabel):
        # A narrow window has no room for a whole sentence.
        label.setWordWrap(True)
    dialog.setMinimumWidth(_INPUT_WIDTH)
    dialog.setContentsMargins(*(_INPUT_EDGE,) * 4)
    dialog.setStyleSheet(dialog_sheet(current_tokens(dialog.palette())))
