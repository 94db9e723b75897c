"""The window's one style sheet, written from the tokens."""

from string import Template

from videogen_desktop.ui.theme.tokens import Tokens

# Widgets say what they are with a dynamic property: kind="primary", role="title" and so on.
_SHEET = Template("""
QToolTip {
    background: $surface_raised; color: $text;
    border: 1px solid $border_strong; padding: 4px 8px;
}
QLabel { background: transparent; padding: ${mark_room}px 0; }
QLabel[role="brand"] { font-size: ${brand}pt; font-weight: 600; }
QLabel[role="title"] { font-size: ${title}pt; font-weight: 600; }
QLabel[role="heading"] { font-size: ${heading}pt; font-weight: 600; }
QLabel[role="muted"] { color: $text_muted; }
QLabel[role="small"] { color: $text_muted; font-size: ${small}pt; }
QLabel[role="warning"] { color: $warning; font-size: ${small}pt; }
QLabel[role="amount"] { font-weight: 600; }

QFrame#header { background: $surface; border: none; border-bottom: 1px solid $border; }
QLabel#playMoney {
    color: $warning; background: $warning_soft; border-radius: 14px;
    min-height: 28px; max-height: 28px; padding: 0 12px;
    font-size: ${small}pt; font-weight: 600;
}
QPushButton#trouble {
    color: $warning; background: $warning_soft; border: 1px solid transparent;
    border-radius: 14px; min-height: 26px; padding: 0 10px;
    font-size: ${small}pt; font-weight: 600;
}
QPushButton#trouble:hover, QPushButton#trouble:focus { border-color: $warning; }
QPushButton#creditBadge {
    background: $surface_hover; color: $text; border: 1px solid transparent;
    border-radius: 14px; min-height: 26px; padding: 0 12px 0 10px; font-weight: 600;
}
QPushButton#creditBadge:hover { border-color: $border_strong; }
QPushButton#creditBadge:focus { border-color: $accent; }
QFrame#creditPanel {
    background: $surface_raised; border: 1px solid $border; border-radius: ${radius}px;
}
QFrame#rule { background: $border; border: none; max-height: 1px; min-height: 1px; }

QFrame#composer { background: $background; border: none; border-top: 1px solid $border; }
QPlainTextEdit#prompt {
    background: transparent; border: none; color: $text; font-size: ${prompt}pt;
    selection-background-color: $accent; selection-color: $on_accent;
}

QPushButton[kind="primary"] {
    background: $accent; color: $on_accent; border: 2px solid transparent;
    border-radius: ${radius}px; padding: 6px 15px 6px 11px; font-weight: 600;
}
QPushButton[kind="primary"]:hover { background: $accent_hover; }
QPushButton[kind="primary"]:pressed { background: $accent; }
QPushButton[kind="primary"]:focus { border-color: $accent_soft; }
QPushButton[kind="primary"]:disabled { background: $surface_hover; color: $text_faint; }
QPushButton[kind="quiet"] {
    background: transparent; color: $text_muted; border: 1px solid transparent;
    border-radius: ${radius_small}px; padding: 5px 10px;
}
QPushButton[kind="quiet"]:hover { background: $surface_hover; color: $text; }
QPushButton[kind="quiet"]:focus { border-color: $accent; }
QPushButton[kind="link"] {
    background: transparent; color: $accent; border: 1px solid transparent;
    border-radius: ${radius_small}px; padding: 4px 0; text-align: left; font-weight: 600;
}
QPushButton[kind="link"]:hover { color: $accent_hover; text-decoration: underline; }
QPushButton[kind="link"]:focus { border-color: $accent; }
QPushButton[kind="sample"] {
    background: $surface; color: $text_muted; text-align: left;
    border: 1px solid $border; border-radius: ${radius}px; padding: 9px 14px;
}
QPushButton[kind="sample"]:hover { color: $text; border-color: $border_strong; }
QPushButton[kind="sample"]:focus { color: $text; border-color: $accent; }
QToolButton[kind="icon"] {
    background: transparent; border: 1px solid transparent;
    border-radius: ${radius_small}px; padding: 3px;
}
QToolButton[kind="icon"]:hover { background: $surface_hover; }
QToolButton[kind="icon"]:focus { border-color: $accent; }
QToolButton[kind="icon"]::menu-indicator { image: none; width: 0; }
QPushButton[kind="aspect"] {
    background: transparent; color: $text_muted; border: 1px solid transparent;
    border-radius: ${radius_small}px; padding: 6px 10px;
}
QPushButton[kind="aspect"]:hover:!checked { background: $surface_hover; }
QPushButton[kind="aspect"]:checked { background: $accent_soft; color: $accent; }
QPushButton[kind="aspect"]:focus { border-color: $accent; }
QPushButton[kind="aspect"]:disabled { color: $text_faint; }
QPushButton#modelButton, QPushButton#parameterButton {
    background: transparent; color: $text; border: 1px solid $border_strong;
    border-radius: ${radius}px; padding: 6px 10px;
}
QPushButton#modelButton:hover, QPushButton#parameterButton:hover { background: $surface_hover; }
QPushButton#modelButton:focus, QPushButton#parameterButton:focus { border-color: $accent; }
QPushButton#modelButton::menu-indicator, QPushButton#parameterButton::menu-indicator { width: 0; }

QFrame#alert {
    background: $surface_raised; border: 1px solid $border_strong;
    border-radius: ${radius}px;
}
QFrame#alert[tone="success"] { background: $success_soft; border-color: $success; }
QFrame#alert[tone="error"] { background: $danger_soft; border-color: $danger; }

QMenu {
    background: $surface_raised; border: 1px solid $border_strong; border-radius: ${popup_radius}px;
    padding: 4px;
}
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; color: $text; }
QMenu::item:selected { background: $surface_hover; }
QMenu::item:disabled { color: $text_faint; }
QMenu::icon { padding-left: 10px; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }
QMenu::indicator { width: 14px; height: 14px; margin-left: 6px; }

QScrollBar:vertical { background: transparent; width: 10px; margin: 2px; }
QScrollBar::handle:vertical {
    background: $border_strong; min-height: 40px; border-radius: 3px;
}
QScrollBar::handle:vertical:hover { background: $text_faint; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 2px; }
QScrollBar::handle:horizontal {
    background: $border_strong; min-width: 40px; border-radius: 3px;
}
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")


def popup_radius(tokens: Tokens, platform: str) -> int:
    """The corners of menus and popups, in pixels, on this platform of Qt's.

    On X11 nobody can tell Qt whether a compositor runs; without one the corners outside a rounded
    border are black, so they are square there.
    """
    return 0 if platform == "xcb" else tokens.radius_small


def stylesheet_from(tokens: Tokens, body_points: float, mark_room: int, platform: str) -> str:
    """The sheet for these tokens and an application font of `body_points`.

    `mark_room` is by how many pixels stacked marks (Ế, Ễ) reach beyond the font's own height.
    """
    values = tokens._asdict()
    factors = {
        "small": tokens.text_small,
        "prompt": tokens.text_prompt,
        "heading": tokens.text_heading,
        "brand": tokens.text_brand,
        "title": tokens.text_title,
    }
    sizes = {name: f"{factor * body_points:.2f}" for name, factor in factors.items()}
    corners = popup_radius(tokens, platform)
    return _SHEET.substitute(values, mark_room=mark_room, popup_radius=corners, **sizes)
