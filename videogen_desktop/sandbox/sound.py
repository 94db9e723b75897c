"""A quiet chord for a clip, derived from its prompt."""

import hashlib
import math
from array import array
from random import Random

SAMPLE_RATE = 48_000
LOOP_SECONDS = 0.5
PEAK = 2600
FADE_SECONDS = 0.35
# Whole hertz, all even: a loop of half a second has no seam.
CHORDS: tuple[tuple[int, ...], ...] = (
    (220, 278, 330, 440),
    (196, 246, 294, 392),
    (174, 220, 262, 350),
    (164, 208, 246, 330),
    (146, 220, 294, 370),
    (130, 196, 262, 330),
)


def samples(prompt: str, seconds: float) -> "array[int]":
    """Mono 16-bit samples at 48 kHz that fade in and out."""
    random = Random(hashlib.sha256(b"sound" + prompt.encode(errors="replace")).digest())
    loop = _loop(random.choice(CHORDS))
    count = round(SAMPLE_RATE * seconds)
    whole = (loop * (count // len(loop) + 1))[:count]
    fade = round(SAMPLE_RATE * min(FADE_SECONDS, seconds / 3))
    for index in range(fade):
        gain = 0.5 - 0.5 * math.cos(math.pi * index / fade)
        whole[index] = round(whole[index] * gain)
        whole[-1 - index] = round(whole[-1 - index] * gain)
    return whole


def _loop(chord: tuple[int, ...]) -> "array[int]":
    count = round(SAMPLE_RATE * LOOP_SECONDS)
    loop = [0.0] * count
    for position, frequency in enumerate(chord):
        rate = 2 * math.pi * frequency / SAMPLE_RATE
        loudness = 1 / (1 + position)
        loop = [value + loudness * math.sin(rate * i) for i, value in enumerate(loop)]
    # The chord breathes twice a second, gently.
    breath = 2 * math.pi / count
    shaped = [v * (0.85 + 0.15 * math.cos(breath * i)) for i, v in enumerate(loop)]
    peak = max(map(abs, shaped))
    return array("h", [round(PEAK * value / peak) for value in shaped])
