"""Pictures of places: hills, the sea, a night with northern lights."""

from collections.abc import Callable, Sequence
from random import Random

from videogen_desktop.sandbox.backdrop import (
    TURN,
    Backdrop,
    Glow,
    SmallLayer,
    glows_for,
    gradient,
    small_size,
)
from videogen_desktop.sandbox.canvas import Sprite
from videogen_desktop.sandbox.layers import Scenery
from videogen_desktop.sandbox.palette import BLACK, WHITE, Colour, Palette, mixed
from videogen_desktop.sandbox.particles import Disc, disc_mask, glitter, stars
from videogen_desktop.sandbox.ribbons import Ribbon, curtain_texture, waves_for
from videogen_desktop.sandbox.ridges import Ridge, rolling, silhouette

LONGEST_SECONDS = 5


def hills(random: Random, palette: Palette, size: tuple[int, int]) -> Scenery:
    """Sliding hills, sometimes wooded, before a rising sun."""
    x = random.uniform(0.55, 0.8)
    y = random.uniform(0.3, 0.42)
    sky = _sky(random, palette, size, (x, y))
    sun = _sun(random, palette, size, (x, y))
    return Scenery(sky, (sun, *_ranges(random, palette, size, random.random() < 0.6)))


def sea(random: Random, palette: Palette, size: tuple[int, int]) -> Scenery:
    """Waves under a low sun and its glittering path."""
    x = random.uniform(0.35, 0.75)
    sky = _sky(random, palette, size, (x, 0.46))
    sun = _sun(random, palette, size, (x, 0.44))
    unit = min(size) / 720
    waves = []
    for index in range(5):
        depth = index / 4
        length = (420 + 420 * depth) * unit
        rough = (1.5 + 13 * depth) * unit
        profile = rolling(random, ((length, rough), (length / 2.7, rough * 0.4)))
        waves.append(
            _ridge(
                random,
                size,
                colour=mixed(mixed(palette.bright, palette.middle, depth), palette.night, depth),
                profile=profile,
                line=0.56 + 0.33 * depth**1.25,
                speed=(9 + 34 * depth) * unit * (-1 if index % 2 else 1),
                fade=40,
                bob=(1 + 6 * depth) * unit,
            )
        )
    path = glitter(random, mixed(palette.light, WHITE, 0.5), size, x, 0.565)
    return Scenery(sky, (sun, waves[0], *path[:2], *waves[1:3], path[2], *waves[3:]))


def northern_lights(random: Random, palette: Palette, size: tuple[int, int]) -> Scenery:
    """Curtains of light and stars over wooded hills."""
    dark = mixed(palette.night, BLACK, 0.35)
    stops = ((0.0, dark), (0.55, palette.night), (0.8, palette.deep), (1.0, palette.deep))
    base = gradient(small_size(size), stops, random.uniform(-0.2, 0.2))
    curtains: list[SmallLayer] = [
        Ribbon(
            colour=colour,
            texture=curtain_texture(random, strength),
            top=random.uniform(-0.12, 0.06) + 0.07 * index,
            height=random.uniform(0.5, 0.68),
            waves=waves_for(random, 0.17),
            slide=random.uniform(0.012, 0.03),
        )
        for index, (colour, strength) in enumerate(
            ((palette.deep, 0.75), (palette.middle, 0.9), (palette.bright, 0.95))
        )
    ]
    glow = Glow(palette.bright, (random.uniform(0.3, 0.7), 0.62), 0.5, 0.35, 0.1, 9)
    sky = Backdrop(base, (glow,), curtains)
    night = stars(random, mixed(palette.light, WHITE, 0.6), size, 150)
    return Scenery(sky, (*night, *_ranges(random, palette, size, True, first=2)))


def _sky(
    random: Random, palette: Palette, size: tuple[int, int], sun: tuple[float, float]
) -> Backdrop:
    stops = (
        (0.0, palette.deep),
        (0.3, palette.middle),
        (0.52, palette.bright),
        (0.68, palette.light),
        (1.0, palette.light),
    )
    base = gradient(small_size(size), stops, random.uniform(-0.25, 0.25))
    halo = Glow(mixed(palette.light, WHITE, 0.4), sun, 0.75, 0.8, 0.015, 6)
    clouds = glows_for(random, (palette.middle, palette.bright, palette.deep), 0.45)
    return Backdrop(base, (*clouds, halo))


def _sun(
    random: Random, palette: Palette, size: tuple[int, int], centre: tuple[float, float]
) -> Disc:
    unit = min(size) / 720
    mask = disc_mask(random.uniform(58, 92) * unit, 245, 225)
    start = (centre[0] * size[0] + mask.width / 2, centre[1] * size[1] + mask.height / 2)
    rise = (0.0, -5 * unit)
    return Disc(mixed(palette.light, WHITE, 0.75), Sprite(mask), start, rise, 0.0, 0.0)


def _ranges(
    random: Random, palette: Palette, size: tuple[int, int], wooded: bool, first: int = 0
) -> Sequence[Ridge]:
    unit = min(size) / 720
    tones: tuple[Colour, ...] = (
        mixed(palette.bright, palette.middle, 0.55),
        mixed(palette.middle, palette.deep, 0.4),
        mixed(palette.deep, palette.night, 0.3),
        mixed(palette.night, BLACK, 0.25),
    )
    ridges = []
    for index in range(first, len(tones)):
        depth = index / (len(tones) - 1)
        high = (46 - 8 * index) * unit
        octaves = ((610 * unit, high), (270 * unit, high * 0.5), (97 * unit, high * 0.16))
        ridges.append(
            _ridge(
                random,
                size,
                colour=tones[index],
                profile=rolling(random, octaves),
                line=0.52 + 0.36 * depth,
                speed=-(5 + 52 * depth**1.6) * unit,
                fade=70 if index < len(tones) - 1 else 0,
                pines=random if wooded and index >= len(tones) - 2 else None,
            )
        )
    return ridges


def _ridge(
    random: Random,
    size: tuple[int, int],
    *,
    colour: Colour,
    profile: Callable[[float], float],
    line: float,
    speed: float,
    fade: int,
    bob: float = 0.0,
    pines: Random | None = None,
) -> Ridge:
    crest = 0.16 * min(size)
    travel = abs(speed) * LONGEST_SECONDS + 8
    height = round(size[1] * (1 - line) + crest + bob) + 4
    strip = (round(size[0] + travel) // 2 * 2 + 2, height // 2 * 2 + 2)
    mask = silhouette(strip, profile, crest, fade, pines)
    return Ridge(
        colour=colour,
        sprite=Sprite(mask),
        top=size[1] * line - crest,
        start=0.0 if speed < 0 else -travel,
        speed=speed,
        bob=bob,
        turn=random.uniform(0, TURN),
    )
