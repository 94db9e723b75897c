"""The kinds of picture behind the text. The prompt chooses one, and its seed the details."""

import re
from collections.abc import Callable, Sequence
from random import Random

from videogen_desktop.sandbox.backdrop import (
    TURN,
    Backdrop,
    Glow,
    Ribbon,
    SmallLayer,
    curtain_texture,
    glows_for,
    gradient,
    silk_texture,
    small_size,
    waves_for,
)
from videogen_desktop.sandbox.canvas import BLACK, WHITE, Colour, Palette, Sprite, mixed
from videogen_desktop.sandbox.layers import (
    Disc,
    Ridge,
    Scenery,
    bokeh,
    disc_mask,
    glitter,
    rolling,
    silhouette,
    stars,
)

LONGEST_SECONDS = 5
Kind = Callable[[Random, Palette, tuple[int, int]], Scenery]


def scenery_for(prompt: str, random: Random, palette: Palette, size: tuple[int, int]) -> Scenery:
    """Choose a kind of picture, by a word of the prompt or by chance, and paint what is fixed."""
    kinds = [kind for words, kind in SUBJECTS if words.search(prompt)]
    return random.choice(kinds or KINDS)(random, palette, size)


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


def _any_word(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words.split())})\b", re.IGNORECASE)


KINDS: tuple[Kind, ...] = (hills, sea, lights, northern_lights, silk)


SUBJECTS: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (_any_word("biển sóng sông hồ thuyền vịnh đảo bãi sea ocean wave waves beach boat lake"), sea),
    (_any_word("núi đồi rừng ruộng thung cao hills mountain mountains forest valley"), hills),
    (
        _any_word("phố đèn lồng neon mưa pháo tiệc city street lights lantern lanterns rain"),
        lights,
    ),
    (
        _any_word("đêm sao trăng trời vũ night star stars moon space aurora snow tuyết"),
        northern_lights,
    ),
    (_any_word("lụa áo hoa mơ nhạc múa nhảy silk dress flower flowers music dance dream"), silk),
)
