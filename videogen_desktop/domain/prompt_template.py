"""Descriptions with variables: `{sản phẩm}` stands for each value of a list in turn."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import product
from math import prod

from videogen_desktop.domain.batch_text import MOST_ROWS

_LONGEST_NAME = 60
# Doubled braces first: they are braces. A name is what one would write in the head of a column;
# anything else in braces (JSON, say) stays as it was written.
_PIECE = re.compile(r"\{\{|\}\}|\{([^{}\n\r]*)\}")
_SIGNS = " _-/."


class Combination(StrEnum):
    """How the values of several lists come together."""

    EACH_WITH_EACH = "product"
    IN_STEP = "zip"


class Fault(StrEnum):
    """Why lists make no rows."""

    NO_VALUES = "no_values"
    UNEQUAL = "unequal"
    TOO_MANY = "too_many"


@dataclass(frozen=True, slots=True)
class PromptTemplate:
    """`pieces` are texts and, at the odd places, names of variables; `names` are the variables in
    the order in which they come, each once."""

    pieces: tuple[str, ...]
    names: tuple[str, ...]

    def filled(self, values: Mapping[str, str]) -> str:
        """The description with these values, by name. Raises KeyError for one that is missing."""
        filled = (values[piece] if odd % 2 else piece for odd, piece in enumerate(self.pieces))
        return "".join(filled)


@dataclass(frozen=True, slots=True)
class Filling:
    """How many rows lists make, or the `fault` for which they make none, with the variables that
    it is about. `count` is right also where it is too many."""

    count: int
    fault: Fault | None = None
    names: tuple[str, ...] = ()


def read_template(text: str) -> PromptTemplate:
    """What is variable in the text. Everything is a template: without a name in single braces it
    makes one row, the text itself with `{{` and `}}` for braces. Raises nothing."""
    whole = unicodedata.normalize("NFC", text)
    pieces, names = [""], dict[str, str]()
    end = 0
    for found in _PIECE.finditer(whole):
        name = "" if found[1] is None else " ".join(found[1].split())
        pieces[-1] += whole[end : found.start()]
        end = found.end()
        if found[1] is None:
            pieces[-1] += found[0][0]
        elif _is_name(name):
            pieces += [names.setdefault(name.casefold(), name), ""]
        else:
            pieces[-1] += found[0]
    pieces[-1] += whole[end:]
    return PromptTemplate(tuple(pieces), tuple(names.values()))


def variables_in(text: str) -> Iterator[tuple[int, int]]:
    """Where variables stand in one line of the text: begin and end, in code points."""
    for found in _PIECE.finditer(text):
        if found[1] is not None and _is_name(" ".join(found[1].split())):
            yield found.start(), found.end()


def values_of(text: str) -> tuple[str, ...]:
    """The values of one list: a line each, without outer white space and empty lines."""
    lines = (line.strip() for line in unicodedata.normalize("NFC", text).splitlines())
    return tuple(line for line in lines if line)


def filling(
    template: PromptTemplate, lists: Mapping[str, Sequence[str]], combination: Combination
) -> Filling:
    """What the lists make of the template, without making it: cheap enough for each key press.

    In step, a list of one value goes with all rows; the others must be equally long.
    """
    sizes = {name: len(lists.get(name, ())) for name in template.names}
    missing = tuple(name for name, size in sizes.items() if not size)
    if missing:
        return Filling(0, Fault.NO_VALUES, missing)
    longer = {name: size for name, size in sizes.items() if size > 1}
    if combination is Combination.EACH_WITH_EACH:
        count = prod(longer.values())
    elif len(set(longer.values())) > 1:
        return Filling(0, Fault.UNEQUAL, tuple(longer))
    else:
        count = max(longer.values(), default=1)
    return Filling(count, Fault.TOO_MANY if count > MOST_ROWS else None)


def rows_of(
    template: PromptTemplate, lists: Mapping[str, Sequence[str]], combination: Combination
) -> Iterator[str]:
    """The descriptions, one by one: the last variable changes fastest. Nothing where `filling`
    names a fault."""
    if filling(template, lists, combination).fault is not None:
        return
    chosen = [lists[name] for name in template.names]
    if combination is Combination.EACH_WITH_EACH:
        values: Iterator[tuple[str, ...]] = product(*chosen)
    else:
        count = max(map(len, chosen), default=1)
        values = zip(*(list(one) * (count if len(one) == 1 else 1) for one in chosen), strict=True)
    if not chosen:
        yield template.filled({})
        return
    for row in values:
        yield template.filled(dict(zip(template.names, row, strict=True)))


def _is_name(name: str) -> bool:
    if not 0 < len(name) <= _LONGEST_NAME or not name[0].isalpha():
        return False
    return all(
        one.isalnum() or one in _SIGNS or unicodedata.category(one).startswith("M") for one in name
    )
