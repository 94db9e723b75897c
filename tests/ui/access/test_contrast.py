"""Contrast of every text on its ground, taken from what the style sheets really pair."""

import re
from collections.abc import Iterator
from importlib import import_module

import pytest

from tests.ui.contrast import contrast
from videogen_desktop.ui.theme.stylesheet import stylesheet_from
from videogen_desktop.ui.theme.tokens import DARK, LIGHT, Tokens

ENOUGH = 4.5
THEMES = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
SURFACES = ("background", "surface", "surface_raised", "surface_hover")
TEXTS = ("text", "text_muted", "text_faint")
# A tinted ground is its own: nothing but its tone and the plain text stands on it.
TINTED = ("accent_soft", "success_soft", "danger_soft", "warning_soft")
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
COLOUR = re.compile(r"(?<![-\w])(color|background|background-color)\s*:\s*(#[0-9a-fA-F]{6,8})")


def rules(sheet: str) -> Iterator[tuple[str, dict[str, str]]]:
    for selector, body in RULE.findall(re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)):
        found = {key.removesuffix("-color"): value for key, value in COLOUR.findall(body)}
        yield " ".join(selector.split()), found


def sheets(tokens: Tokens) -> Iterator[str]:
    yield stylesheet_from(tokens, 10.0, 2, "offscreen")
    for module, function in (
        ("theme.dialog_sheet", "dialog_sheet"),
        ("library.toolbar", "toolbar_sheet"),
        ("viewer.details_panel", "panel_sheet"),
    ):
        made = getattr(import_module(f"videogen_desktop.ui.{module}"), function)
        yield made(tokens)


@THEMES
@pytest.mark.usefixtures("qapp")
def test_every_rule_that_names_text_and_ground_can_be_read(tokens: Tokens) -> None:
    pairs = [
        (selector, colours["color"], colours["background"])
        for sheet in sheets(tokens)
        for selector, colours in rules(sheet)
        if {"color", "background"} <= colours.keys() and len(colours["background"]) == 7
    ]
    assert len(pairs) > 8, "the sheets are written in another way now"
    faint = [(name, round(contrast(*pair), 2)) for name, *pair in pairs if contrast(*pair) < ENOUGH]
    assert faint == []


@THEMES
@pytest.mark.usefixtures("qapp")
def test_every_text_colour_can_be_read_on_every_surface(tokens: Tokens) -> None:
    """A rule without a ground of its own stands on any of the four surfaces."""
    texts = {
        colours["color"]
        for sheet in sheets(tokens)
        for _selector, colours in rules(sheet)
        if "color" in colours and "background" not in colours
    }
    assert len(texts) >= 4
    grounds = {getattr(tokens, name) for name in ("background", "surface", "surface_raised")}
    ours = {value for value in tokens if isinstance(value, str)}
    faint = [
        (text, ground, round(contrast(text, ground), 2))
        # A colour of its own belongs on a picture, which has its own ground.
        for text in texts & ours - {tokens.on_accent}
        for ground in grounds
        if contrast(text, ground) < ENOUGH
    ]
    assert faint == []


@THEMES
def test_what_is_painted_by_hand_can_be_read(tokens: Tokens) -> None:
    pairs = [(text, ground) for ground in SURFACES for text in TEXTS]
    pairs += [(ground.removesuffix("_soft"), ground) for ground in TINTED]
    pairs += [("text", ground) for ground in TINTED]
    for text, ground in pairs:
        assert contrast(getattr(tokens, text), getattr(tokens, ground)) >= ENOUGH, (text, ground)


@THEMES
def test_what_has_the_focus_can_be_seen(tokens: Tokens) -> None:
    """A ring is no text: three to one is what it needs."""
    for ground in ("background", "surface", "surface_raised"):
        assert contrast(tokens.accent, getattr(tokens, ground)) >= 3


def test_a_pair_that_is_too_faint_is_found() -> None:
    assert contrast("#777777", "#ffffff") < ENOUGH < contrast("#767676", "#ffffff")
