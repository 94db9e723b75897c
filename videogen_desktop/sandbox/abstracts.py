"""Pictures of nothing in particular: lights in the dark, folds of silk."""

from random import Random

from videogen_desktop.sandbox.backdrop import (
    Backdrop,
    SmallLayer,
    glows_for,
    gradient,
    small_size,
)
from videogen_desktop.sandbox.layers import Scenery
from videogen_desktop.sandbox.palette import WHITE, Palette, mixed
from videogen_desktop.sandbox.particles import bokeh
from videogen_desktop.sandbox.ribbons import Ribbon, silk_texture, waves_for


def lights(random: Random, palette: Palette, size: tuple[int, int]) -> Scenery:
    """Bokeh: soft discs of light that rise in the dark."""
    stops = (
        (0.0, palette.deep),
        (0.45, palette.night),
        (1.0, mixed(palette.night, palette.deep, 0.5)),
    )
    base = gradient(small_size(size), stops, random.uniform(-0.5, 0.5))
    glows = glows_for(random, (palette.middle, palette.bright, palette.deep, palette.middle), 0.8)
    colours = (palette.bright, palette.light, palette.middle, mixed(palette.light, WHITE, 0.5))
    return Scenery(Backdrop(base, glows), bokeh(random, colours, size, 34, 1.25))


def silk(random: Random, palette: Palette, size: tuple[int, int]) -> Scenery:
    """Folds of flowing cloth with a little dust in the light."""
    stops = (
        (0.0, palette.bright),
        (0.35, palette.middle),
        (0.75, palette.deep),
        (1.0, palette.night),
    )
    base = gradient(small_size(size, 180), stops, random.uniform(-0.9, 0.9))
    glows = glows_for(random, (palette.light, palette.bright, palette.middle), 0.6)
    colours = (palette.light, palette.bright, palette.middle, palette.deep, palette.night)
    folds: list[SmallLayer] = [
        Ribbon(
            colour=colour,
            texture=silk_texture(random.uniform(0.75, 0.95)),
            top=0.06 + 0.16 * index + random.uniform(-0.04, 0.04),
            height=random.uniform(0.5, 0.75),
            waves=waves_for(random, random.uniform(0.14, 0.24)),
        )
        for index, colour in enumerate(colours)
    ]
    dust = bokeh(random, (palette.light, WHITE), size, 9, 0.45)
    return Scenery(Backdrop(base, glows, folds), dust)
