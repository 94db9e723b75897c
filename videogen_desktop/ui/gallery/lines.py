"""Lines of cards: how many stand side by side and how high, so that pictures of any shape fill the
width and have much the same area. Arithmetic only.
"""

from collections.abc import Sequence
from math import sqrt
from typing import NamedTuple

# A line is made lower by so much rather than left short, and higher by so much at most.
_LEAST, _MOST = 0.82, 1.6
# So much of its width is left to the last card of a line that nothing fits into, at least.
_SQUEEZED = 0.4


class Line(NamedTuple):
    """So many `cards` from `first` on, counted within their section, with pictures of one height;
    `top` is from the section's top. `lefts` and `widths` are of the cards."""

    first: int
    cards: int
    top: int
    media_height: int
    lefts: tuple[int, ...]
    widths: tuple[int, ...]


class _Filling(NamedTuple):
    """So many cards with pictures so high; the last has `last_width` where it is another than that
    of its shape (0)."""

    cards: int
    height: float
    last_width: float = 0


class LineRule(NamedTuple):
    """What lines are made for: all in device-independent pixels. `side` is that of the square which
    has a picture's usual area, `least_width` what words and buttons need."""

    width: int
    side: int
    least_width: int
    gap: int
    aspects: Sequence[float]

    def lines(self, shapes: bytes, text_height: int, *, goes_on: bool = False) -> list[Line]:
        """For the cards of a section, from the top; where it `goes_on` in the next, its last line
        is as full as the others."""
        if shapes.count(shapes[:1]) == len(shapes) and shapes:
            return self._alike(shapes, text_height)
        found: list[Line] = []
        first = top = 0
        while first < len(shapes):
            filling = self._next(shapes, first, goes_on)
            found.append(self._placed(shapes, first, filling, top))
            first += filling.cards
            top += found[-1].media_height + text_height + self.gap
        return found

    def _alike(self, shapes: bytes, text_height: int) -> list[Line]:
        """The same for cards of one shape, at once."""
        aspect = self.aspects[shapes[0]]
        count, height = self.usual(aspect, aspect)
        whole = self._placed(shapes[:1] * count, 0, _Filling(count, height), 0)
        pitch, firsts = whole.media_height + text_height + self.gap, range(0, len(shapes), count)
        lines = [whole._replace(first=first, top=pitch * n) for n, first in enumerate(firsts)]
        left = len(shapes) - lines[-1].first
        lefts, widths = whole.lefts[:left], whole.widths[:left]
        lines[-1] = lines[-1]._replace(cards=left, lefts=lefts, widths=widths)
        return lines

    def usual(self, aspect: float, least: float) -> tuple[int, float]:
        """How many stand in a line of pictures that are `aspect` wide for their height, the
        narrowest `least`, and how high they are."""
        count = 1
        while self._natural(count, count * aspect, least) < self.width:
            count += 1
        return self._fuller(count, count * aspect, least, aspect, least)[:2]

    def _next(self, shapes: bytes, first: int, goes_on: bool) -> "_Filling":
        """The line that begins here."""
        total = before = 0.0
        least = before_least = 99.0
        for place in range(first, len(shapes)):
            aspect = self.aspects[shapes[place]]
            before, before_least = total, least
            total += aspect
            least = min(least, aspect)
            count = place - first + 1
            if self._natural(count, total, least) >= self.width:
                return self._fuller(count, total, least, total - before, before_least)
        count = len(shapes) - first
        height, ratio = self._filling(count, total, least)
        if goes_on and ratio <= _MOST:
            return _Filling(count, height)
        # As high as they would be if the line went on with more of the same.
        return _Filling(count, min(height, self.usual(total / count, least)[1]))

    def _fuller(
        self, count: int, total: float, least: float, last: float, least_before: float
    ) -> "_Filling":
        """With the last card or without it, whichever changes the pictures less."""
        height, ratio = self._filling(count, total, least)
        if count == 1:
            return _Filling(count, height)
        without, stretch = self._filling(count - 1, total - last, least_before)
        if ratio >= _LEAST and 1 / ratio <= stretch:
            return _Filling(count, height)
        if stretch <= _MOST:
            return _Filling(count - 1, without)
        # A tall one before a wide one in a narrow window: what is left over is the wide one's.
        wanted = without / stretch
        left = self.width - self.gap * (count - 1) - wanted * (total - last)
        if last > least_before and left >= _SQUEEZED * last * wanted:
            return _Filling(count, wanted, left)
        return _Filling(count - 1, wanted)

    def _wanted(self, count: int, total: float, least: float) -> float:
        """The height at which pictures have the usual area, and the narrowest room for words."""
        return max(self.side * sqrt(count / total), self.least_width / least)

    def _natural(self, count: int, total: float, least: float) -> float:
        return self._wanted(count, total, least) * total + self.gap * (count - 1)

    def _filling(self, count: int, total: float, least: float) -> tuple[float, float]:
        """The height at which the line fills the width, and how much higher that is than wanted."""
        height = max(1.0, (self.width - self.gap * (count - 1)) / total)
        return height, height / self._wanted(count, total, least)

    def _placed(self, shapes: bytes, first: int, filling: "_Filling", top: int) -> Line:
        count, height, last_width = filling
        aspects = [self.aspects[shape] for shape in shapes[first : first + count]]
        # Cut down: cards of one shape have one size, and what is left over goes between them.
        widths = [max(1, int(aspect * height + 0.001)) for aspect in aspects]
        if last_width:
            widths[-1] = int(last_width)
        over = self.width - sum(widths) - self.gap * (count - 1)
        # A line that is not full stays so.
        over = over if 0 <= over <= count else 0
        lefts, left = [], 0
        for number, width in enumerate(widths):
            lefts.append(left + (over * number // (count - 1) if count > 1 else 0))
            left += width + self.gap
        return Line(first, count, top, max(1, int(height + 0.001)), tuple(lefts), tuple(widths))
