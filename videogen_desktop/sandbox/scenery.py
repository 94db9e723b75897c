"""The kinds of picture behind the text. The prompt chooses one, and its seed the details."""

import re
from collections.abc import Callable
from random import Random

from videogen_desktop.sandbox.abstracts import lights, silk
from videogen_desktop.sandbox.landscapes import hills, northern_lights, sea
from videogen_desktop.sandbox.layers import Scenery
from videogen_desktop.sandbox.palette import Palette

Kind = Callable[[Random, Palette, tuple[int, int]], Scenery]


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


def scenery_for(prompt: str, random: Random, palette: Palette, size: tuple[int, int]) -> Scenery:
    """Choose a kind of picture, by a word of the prompt or by chance, and paint what is fixed."""
    kinds = [kind for words, kind in SUBJECTS if words.search(prompt)]
    return random.choice(kinds or KINDS)(random, palette, size)
