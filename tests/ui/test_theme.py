import itertools

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.contrast import contrast
from videogen_desktop.resources import resource_path
from videogen_desktop.ui.theme.icons import themed_pixmap
from videogen_desktop.ui.theme.theme import Theme, ThemeChoice, palette_from
from videogen_desktop.ui.theme.tokens import DARK, LIGHT, Tokens, current_tokens

SURFACES = ("background", "surface", "surface_raised", "surface_hover")
TEXTS = ("text", "text_muted", "text_faint")
ON_ITS_OWN_GROUND = (
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("accent", "accent_soft"),
    ("success", "success_soft"),
    ("danger", "danger_soft"),
    ("warning", "warning_soft"),
    ("text", "success_soft"),
    ("text", "danger_soft"),
    ("accent", "surface"),
    ("danger", "surface"),
    ("success", "surface"),
    ("warning", "surface_raised"),
)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_can_be_read_on_every_surface(tokens: Tokens) -> None:
    pairs = [*itertools.product(TEXTS, SURFACES), *ON_ITS_OWN_GROUND]
    for text, ground in pairs:
        ratio = contrast(getattr(tokens, text), getattr(tokens, ground))
        assert ratio >= 4.5, f"{text} on {ground}: {ratio:.2f}"


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_a_palette_tells_its_theme(tokens: Tokens) -> None:
    assert current_tokens(palette_from(tokens)) is tokens


def test_the_system_decides_until_the_user_does(theme: Theme, qtbot: QtBot) -> None:
    changes: list[Tokens] = []
    theme.changed.connect(changes.append)
    theme.choose(ThemeChoice.DARK)
    theme.choose(ThemeChoice.DARK)
    assert changes == [DARK]
    # This platform has no scheme of its own, which counts as light.
    assert QApplication.styleHints().colorScheme() is Qt.ColorScheme.Unknown
    theme.choose(ThemeChoice.SYSTEM)
    assert changes == [DARK, LIGHT]


def test_an_icon_has_the_colour_it_is_asked_for(theme: Theme) -> None:
    image = themed_pixmap("play", "#ff0000", 24, 2.0).toImage()
    assert image.width() == 48
    points = itertools.product(range(48), range(48))
    inked = {image.pixelColor(x, y).name() for x, y in points if image.pixelColor(x, y).alpha()}
    assert inked == {"#ff0000"}


def test_every_icon_ships_with_its_licence(theme: Theme) -> None:
    folder = resource_path("icons")
    assert "ISC License" in (folder / "LICENSE").read_text("utf-8")
    for file in folder.glob("*.svg"):
        assert not themed_pixmap(file.stem, "#000000").isNull()


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("role", ["title", "heading", "small", "brand"])
def test_stacked_marks_are_not_cut(theme: Theme, qtbot: QtBot, role: str, scale: float) -> None:
    font = QApplication.font()
    font.setPointSizeF(font.pointSizeF() * scale)
    QApplication.setFont(font)
    theme.follow_font()
    label = QLabel("ẾỄẨg")
    label.setProperty("role", role)
    qtbot.addWidget(label)
    image = label.grab().toImage()
    ground = image.pixelColor(0, 0)
    edges = [(x, y) for x in range(image.width()) for y in (0, image.height() - 1)]
    assert all(image.pixelColor(x, y) == ground for x, y in edges)
