"""Qt's own palette, filled from the tokens, for everything that the style draws by itself."""

from PySide6.QtGui import QColor, QPalette

from videogen_desktop.ui.theme.tokens import Tokens


def palette_from(tokens: Tokens) -> QPalette:
    """A complete palette: active, inactive and disabled."""
    role = QPalette.ColorRole
    palette = QPalette()
    for which, colour in {
        role.Window: tokens.background,
        role.WindowText: tokens.text,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.surface_hover,
        role.ToolTipBase: tokens.surface_raised,
        role.ToolTipText: tokens.text,
        role.PlaceholderText: tokens.text_faint,
        role.Text: tokens.text,
        role.Button: tokens.surface,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.on_accent,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.Accent: tokens.accent,
        role.Light: tokens.surface_raised,
        role.Midlight: tokens.surface_hover,
        role.Mid: tokens.border,
        role.Dark: tokens.border_strong,
        role.Shadow: tokens.border_strong,
    }.items():
        palette.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(tokens.text_faint))
    return palette
