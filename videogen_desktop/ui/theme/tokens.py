"""The design tokens: every colour, space, radius and type size of the window, light and dark.

Colours are strings that QColor and style sheets both read. Contrast of every text colour on every
surface is at least 4.5 to 1; tests compute it from these values.
"""

from typing import NamedTuple

from PySide6.QtGui import QPalette

# Below this lightness a window background counts as dark.
_DARK_BELOW = 128


class Tokens(NamedTuple):
    """One theme. Spaces and radii are device-independent pixels; type sizes are factors of the
    application font, so that a user's larger font enlarges everything."""

    is_dark: bool
    background: str
    surface: str
    surface_raised: str
    surface_hover: str
    border: str
    border_strong: str
    text: str
    text_muted: str
    text_faint: str
    accent: str
    accent_hover: str
    accent_soft: str
    on_accent: str
    success: str
    success_soft: str
    danger: str
    danger_soft: str
    warning: str
    warning_soft: str
    scrim: str
    shadow: str

    space_1: int = 4
    space_2: int = 8
    space_3: int = 12
    space_4: int = 16
    space_5: int = 24
    space_6: int = 32
    radius_small: int = 6
    radius: int = 10
    radius_large: int = 14

    text_small: float = 0.9
    text_body: float = 1.0
    text_prompt: float = 1.08
    text_heading: float = 1.1
    text_brand: float = 1.2
    text_title: float = 1.5


LIGHT = Tokens(
    is_dark=False,
    background="#f5f5f8",
    surface="#ffffff",
    surface_raised="#ffffff",
    surface_hover="#ececf2",
    border="#e0e0e8",
    border_strong="#c9c9d6",
    text="#16161d",
    text_muted="#545463",
    text_faint="#666675",
    accent="#4f46e0",
    accent_hover="#4037c4",
    accent_soft="#ebeafc",
    on_accent="#ffffff",
    success="#0b7044",
    success_soft="#e2f4ea",
    danger="#b8233a",
    danger_soft="#fce9eb",
    warning="#8a5200",
    warning_soft="#fdf1dc",
    scrim="#b3101018",
    shadow="#1f16161d",
)

DARK = Tokens(
    is_dark=True,
    background="#0f0f13",
    surface="#17171c",
    surface_raised="#1f1f26",
    surface_hover="#292932",
    border="#2b2b35",
    border_strong="#42424f",
    text="#f3f3f6",
    text_muted="#b0b0bd",
    text_faint="#9696a5",
    accent="#938fff",
    accent_hover="#a9a6ff",
    accent_soft="#2a2848",
    on_accent="#100f1f",
    success="#4fc98f",
    success_soft="#16301f",
    danger="#ff8590",
    danger_soft="#3a1b21",
    warning="#f0b450",
    warning_soft="#352711",
    scrim="#b3000000",
    shadow="#66000000",
)


def current_tokens(palette: QPalette) -> Tokens:
    """The tokens for a palette: its window's colour decides."""
    dark = palette.color(QPalette.ColorRole.Window).lightness() < _DARK_BELOW
    return DARK if dark else LIGHT
