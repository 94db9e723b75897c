"""The places of cards: arithmetic only, so that 100,000 of them cost nothing to lay out.

Cards stand in sections, such as days. The lines of a section are made when it comes near the
viewport; until then its height is reckoned from how many cards of each shape it has, which is
exact where all have one. `settle` says how far to scroll for what is seen to stay where it is.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from math import ceil
from typing import NamedTuple

from videogen_desktop.domain.aspect_ratio import ASPECTS
from videogen_desktop.ui.gallery.lines import Line, LineRule

NARROW = 600
# Longer sections are laid out in parts. So many cards fill lines of 1 to 10, and of 12.
LONGEST_SECTION = 2_520
# Sections whose lines are kept; of the others only their heights.
_KEPT = 64
_BELOW_SECTION = 8
_SAMPLE = 128

Rectangle = tuple[int, int, int, int]


class CardMetrics(NamedTuple):
    """What a card needs, in device-independent pixels; `text_height` and `heading_height` depend
    on the font. `side` is that of a square picture, `aspects` are by code of the shape."""

    text_height: int
    side: int = 228
    least_width: int = 144
    gap: int = 16
    margin: int = 24
    narrow_margin: int = 16
    heading_height: int = 44
    aspects: tuple[float, ...] = ASPECTS

    def margin_for(self, width: int) -> int:
        return self.narrow_margin if width < NARROW else self.margin


class Section(NamedTuple):
    """Rows of the model, from `start` on, under a heading, unless they go on with the section
    before."""

    start: int
    cards: int
    has_heading: bool = False


class CardOrder:
    """The shapes of all cards in their order, and their sections: what no width changes."""

    def __init__(
        self, shapes: bytes | bytearray = b"", sections: Sequence[Section] | None = None
    ) -> None:
        self.shapes = shapes
        whole = (Section(0, len(shapes)),) if shapes else ()
        self.sections = tuple(_parts(whole if sections is None else sections))
        self.starts = [section.start for section in self.sections]
        self._mixtures: tuple[tuple[float, ...], list[tuple[float, float]]] | None = None

    def mixtures(self, aspects: tuple[float, ...]) -> list[tuple[float, float]]:
        """By section the sum of its pictures' widths for a height of 1, and the least of them."""
        if self._mixtures is None or self._mixtures[0] != aspects:
            codes = [code for code in range(len(aspects)) if code in self.shapes]
            found = [self._mixture(section, codes, aspects) for section in self.sections]
            self._mixtures = aspects, found
        return self._mixtures[1]

    def _mixture(
        self, section: Section, codes: list[int], aspects: tuple[float, ...]
    ) -> tuple[float, float]:
        start, end = section.start, section.start + section.cards
        if len(codes) == 1:
            return aspects[codes[0]] * section.cards, aspects[codes[0]]
        total, least = 0.0, 99.0
        for code in codes:
            count = self.shapes.count(code, start, end)
            if count:
                total += count * aspects[code]
                least = min(least, aspects[code])
        return total, least

    def section_of(self, row: int) -> int:
        return bisect_right(self.starts, row) - 1


def _parts(sections: Sequence[Section]) -> Iterator[Section]:
    for start, count, has_heading in sections:
        yield Section(start, min(count, LONGEST_SECTION), has_heading)
        for after in range(LONGEST_SECTION, count, LONGEST_SECTION):
            yield Section(start + after, min(LONGEST_SECTION, count - after))


class Grid:
    """Cards in lines for one width. Coordinates are of the content, whose origin is above the first
    card; the view subtracts its scroll position. A Rectangle is x, y, width and height."""

    def __init__(self, width: int, metrics: CardMetrics, order: CardOrder) -> None:
        self.metrics = metrics
        self.order = order
        self.cards = len(order.shapes)
        self.margin, self.gap = metrics.margin_for(width), metrics.gap
        self.room = max(1, width - 2 * self.margin)
        self._rule = LineRule(
            self.room, metrics.side, metrics.least_width, metrics.gap, metrics.aspects
        )
        # How far what lies below the top of the viewport went down since `settle`.
        self.drift = 0
        self._anchor = 0
        self._lines: dict[int, list[Line]] = {}
        self._exact = bytearray(len(order.sections))
        self._heights = self._reckoned()
        self._tops: list[int] = []
        self._stack()

    # --- heights of sections -----------------------------------------------------------------

    def _reckoned(self) -> list[int]:
        heights, rule = [], self._rule
        mixtures = self.order.mixtures(self.metrics.aspects)
        known: dict[tuple[float, float], tuple[int, int]] = {}
        mixed = 0.0
        for number, (section, (total, least)) in enumerate(
            zip(self.order.sections, mixtures, strict=True)
        ):
            aspect = total / section.cards
            # To a hundredth: sections that are much alike are reckoned once.
            kind = (least, least) if abs(aspect - least) < 0.001 else (round(aspect, 2), least)
            if kind not in known:
                count, media = rule.usual(*kind)
                known[kind] = count, self._pitch(int(media + 0.001))
            count, pitch = known[kind]
            height = ceil(section.cards / count) * pitch
            if kind[0] != least:
                # Not all lines have one of each: the first of these sections says how much lower.
                mixed = mixed or self._true_part(number, height)
                height = round(height * mixed)
            heights.append(self._around(section) + height)
        return heights

    def _true_part(self, section: int, reckoned: int) -> float:
        part = self.order.sections[section]
        shapes = bytes(self.order.shapes[part.start : part.start + min(part.cards, _SAMPLE)])
        lines = self._rule.lines(shapes, self.metrics.text_height, goes_on=True)
        height = sum(self._pitch(line.media_height) for line in lines)
        return height * part.cards / len(shapes) / reckoned

    def _pitch(self, media_height: int) -> int:
        return media_height + self.metrics.text_height + self.gap

    def _around(self, section: Section) -> int:
        return self.metrics.heading_height + _BELOW_SECTION if section.has_heading else 0

    def _stack(self) -> None:
        # Headings have room of their own above them.
        sections = self.order.sections
        above = 0 if sections and sections[0].has_heading else self.margin
        self._tops = list(accumulate(self._heights, initial=above))

    def _built(self, section: int) -> list[Line]:
        """Its lines; from then on its height is exact."""
        lines = self._lines.get(section)
        if lines is not None:
            return lines
        part, sections = self.order.sections[section], self.order.sections
        goes_on = section + 1 < len(sections) and not sections[section + 1].has_heading
        shapes = bytes(self.order.shapes[part.start : part.start + part.cards])
        lines = self._rule.lines(shapes, self.metrics.text_height, goes_on=goes_on)
        if len(self._lines) >= _KEPT:
            del self._lines[next(iter(self._lines))]
        self._lines[section] = lines
        if not self._exact[section]:
            self._exact[section] = 1
            height = self._around(part) + sum(self._pitch(line.media_height) for line in lines)
            grown = height - self._heights[section]
            if grown:
                self._heights[section] = height
                self._stack()
                self.drift += grown if section < self._anchor else 0
        return lines

    def columns(self, shapes: Iterable[int]) -> tuple[int, ...]:
        """How many cards of each of these shapes stand in a line of their own."""
        aspects = (self.metrics.aspects[code] for code in shapes)
        return tuple(self._rule.usual(aspect, aspect)[0] for aspect in aspects)

    @property
    def content_height(self) -> int:
        if not self.cards:
            return 0
        return self._tops[-1] - self.gap + self.margin

    def _section_at(self, y: int) -> int:
        return max(0, min(len(self._heights), bisect_right(self._tops, y)) - 1)

    def settle(self, offset: int, height: int) -> int:
        """The scroll position for `offset` once all that is seen there is laid out: what was seen
        before stays where it is. From then on `drift` is how much higher what lies above became."""
        self.drift = 0
        if not self.cards:
            return 0
        offset = self._settle_top(offset, height)
        below = self._section_at(offset)
        while below < len(self._exact) and self._tops[below] < offset + height:
            self._built(below)
            below += 1
        offset = max(0, min(offset, self.content_height - height))
        self._anchor, self.drift = self._section_at(offset), 0
        return offset

    def _settle_top(self, offset: int, height: int) -> int:
        top = self._section_at(offset)
        known = top
        while known < len(self._exact) and self._tops[known] < offset + height:
            if self._exact[known]:
                break
            known += 1
        else:
            # A jump to where nothing was seen.
            before, was = self._tops[top], self._heights[top]
            self._built(top)
            return before + (offset - before) * self._heights[top] // max(1, was)
        while known > 0 and self._tops[known] > offset:
            known -= 1
            was = self._heights[known]
            self._built(known)
            offset += self._heights[known] - was
        return offset

    # --- cards -------------------------------------------------------------------------------

    def _line_of(self, row: int) -> tuple[int, Line]:
        """The section of the row, and its line there."""
        section = self.order.section_of(row)
        lines, place = self._built(section), row - self.order.starts[section]
        return section, lines[bisect_right(lines, place, key=_first) - 1]

    def _line_top(self, section: int, line: Line) -> int:
        part = self.order.sections[section]
        heading = self.metrics.heading_height if part.has_heading else 0
        return self._tops[section] + heading + line.top

    def card(self, row: int) -> Rectangle:
        """Where the card in this row stands."""
        section, line = self._line_of(row)
        return self._in_line(section, line, row - self.order.starts[section] - line.first)

    def _in_line(self, section: int, line: Line, number: int) -> Rectangle:
        height = line.media_height + self.metrics.text_height
        left = self.margin + line.lefts[number]
        return left, self._line_top(section, line), line.widths[number], height

    def row_at(self, x: int, y: int) -> int | None:
        """The card under a point; None between cards and beyond them."""
        for section, line in self._lines_between(y, y):
            top = self._line_top(section, line)
            number = bisect_right(line.lefts, x - self.margin) - 1
            if number < 0 or y >= top + line.media_height + self.metrics.text_height:
                return None
            if x - self.margin - line.lefts[number] >= line.widths[number]:
                return None
            return self.order.starts[section] + line.first + number
        return None

    def rows_between(self, top: int, bottom: int) -> range:
        """Every row of which a part may lie between two heights."""
        lines = list(self._lines_between(top, bottom))
        if not lines:
            return range(0)
        (first, begin), (last, end) = lines[0], lines[-1]
        starts = self.order.starts
        return range(starts[first] + begin.first, starts[last] + end.first + end.cards)

    def rows_in(self, left: int, top: int, right: int, bottom: int) -> list[tuple[int, int]]:
        """First and last row of each run of cards that a rectangle touches."""
        runs = []
        left, right = left - self.margin, right - self.margin
        for section, line in self._lines_between(top, bottom):
            if bottom < top or self._line_bottom(section, line) <= top:
                continue
            ends = [x + width for x, width in zip(line.lefts, line.widths, strict=True)]
            first, after = bisect_right(ends, left), bisect_right(line.lefts, right)
            if first < after:
                start = self.order.starts[section] + line.first
                runs.append((start + first, start + after - 1))
        return runs

    def _line_bottom(self, section: int, line: Line) -> int:
        return self._line_top(section, line) + line.media_height + self.metrics.text_height

    def _lines_between(self, top: int, bottom: int) -> Iterator[tuple[int, Line]]:
        """Every line of which a part, or of the gap below it, lies between two heights."""
        section = self._section_at(top)
        while section < len(self._heights) and self._tops[section] <= bottom:
            lines = self._built(section)
            above = top - self._line_top(section, lines[0]) if lines else 0
            for line in lines[max(0, bisect_right(lines, above, key=_top) - 1) :]:
                if self._line_top(section, line) > bottom:
                    break
                if above >= line.top + self._pitch(line.media_height):
                    continue
                yield section, line
            section += 1

    @property
    def heading_height(self) -> int:
        """0 where there are no headings."""
        sections = self.order.sections
        return self.metrics.heading_height if sections and sections[0].has_heading else 0

    # --- headings ----------------------------------------------------------------------------

    def headings_between(self, top: int, bottom: int) -> list[tuple[int, int]]:
        """The sections whose heading may be seen between two heights, each with its top."""
        section, found = self._section_at(top), []
        while section < len(self._heights) and self._tops[section] <= bottom:
            if self.order.sections[section].has_heading:
                found.append((section, self._tops[section]))
            section += 1
        return found

    def heading_above(self, y: int) -> int | None:
        """The section with a heading that goes on at this height."""
        section = self._section_at(y)
        while section >= 0 and self.order.sections and not self.order.sections[section].has_heading:
            section -= 1
        return section if section >= 0 and self.order.sections else None

    def section_top(self, section: int) -> int:
        return self._tops[section]

    # --- moving about ------------------------------------------------------------------------

    def above(self, row: int, x: int) -> int:
        """The card in the line above, nearest to `x`; the same where there is none."""
        section, line = self._line_of(row)
        lines = self._lines[section]
        place = bisect_right(lines, line.first, key=_first) - 1
        if place > 0:
            return self._nearest(section, lines[place - 1], x)
        while section > 0:
            section -= 1
            if lines := self._built(section):
                return self._nearest(section, lines[-1], x)
        return row

    def below(self, row: int, x: int) -> int:
        """The card in the line below, nearest to `x`; the same where there is none."""
        section, line = self._line_of(row)
        lines = self._lines[section]
        place = bisect_right(lines, line.first, key=_first)
        if place < len(lines):
            return self._nearest(section, lines[place], x)
        while section + 1 < len(self._heights):
            section += 1
            if lines := self._built(section):
                return self._nearest(section, lines[0], x)
        return row

    def near(self, x: int, y: int) -> int:
        """The card of the line at this height that is nearest to `x`."""
        section = self._section_at(max(0, y))
        lines = self._built(section)
        place = bisect_right(lines, y - self._line_top(section, lines[0]), key=_top) - 1
        return self._nearest(section, lines[max(0, place)], x)

    def _nearest(self, section: int, line: Line, x: int) -> int:
        middles = [left + width / 2 for left, width in zip(line.lefts, line.widths, strict=True)]
        away = [abs(self.margin + middle - x) for middle in middles]
        return self.order.starts[section] + line.first + away.index(min(away))


def _first(line: Line) -> int:
    return line.first


def _top(line: Line) -> int:
    return line.top
