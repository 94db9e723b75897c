"""One thing that can be chosen with a model: its values, and how they are spelled."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from videogen_desktop.domain.aspect_ratio import NAMED_SHAPES, closest_shape
from videogen_desktop.domain.errors import OptionValueError
from videogen_desktop.domain.request import OptionValue, frozen_value

ASPECT_RATIO = "aspect_ratio"
DURATION = "duration"
RESOLUTION = "resolution"
AUDIO = "audio"
# What stands in the composer's row; the rest is under "Advanced".
BAR_ROLES = frozenset({ASPECT_RATIO, DURATION, RESOLUTION, AUDIO, "quality"})
_WORDS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
# More than a menu can show.
_LISTED = 30


class WireType(StrEnum):
    """The type that the vendor's schema wants: `"5"` is not `5`."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    # Of texts, or of objects where the parameter has `fields`.
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Parameter:
    """One thing that can be chosen.

    `role` is the neutral word that people and files use, `wire` the vendor's spelling of the field.
    Its values are `choices`, or what lies from `minimum` to `maximum` (both included) by `step`, or
    for a text `shortest` to `longest` characters; `special` are taken besides. Without a default it
    is left out. A list has `least` to `most` entries: texts, or objects of `fields`; `files`, where
    it is not "", is a further member of each, which a place for files fills.
    """

    role: str
    wire: str
    type: WireType
    choices: tuple[OptionValue, ...] = ()
    default: OptionValue | None = None
    required: bool = False
    minimum: float | None = None
    maximum: float | None = None
    step: float | None = None
    shortest: int | None = None
    longest: int | None = None
    special: tuple[OptionValue, ...] = ()
    fields: "tuple[Parameter, ...]" = ()
    least: int = 0
    most: int | None = None
    files: str = ""

    @property
    def is_in_bar(self) -> bool:
        """Whether it is one of the few that everybody chooses."""
        return self.role in BAR_ROLES and bool(self.values)

    @property
    def values(self) -> tuple[OptionValue, ...]:
        """All of them, where there are few enough to list; else none."""
        if self.choices or self.type is WireType.BOOLEAN:
            return self.choices or (True, False)
        is_whole = self.type is WireType.INTEGER or self.step == 1
        if not is_whole or self.minimum is None or self.maximum is None:
            return ()
        span = range(int(self.minimum), int(self.maximum) + 1, int(self.step or 1))
        return (*self.special, *span) if len(span) <= _LISTED else ()

    def checked(self, given: OptionValue) -> OptionValue:
        """The value as it is kept. A text is read as the type that is wanted, since a command line
        and a file have nothing else; a shape may be named. Raises OptionValueError.
        """
        if self.type is WireType.LIST:
            return self._checked_list(given)
        value = self._typed(given)
        if self.role == ASPECT_RATIO and isinstance(value, str) and value in NAMED_SHAPES:
            value = self.closest(value) or value
        if value is None or not self._allows(value):
            raise OptionValueError(self.role, given, self.values or self._bounds())
        return value

    def closest(self, shape: str) -> str | None:
        """The shape that stands for one that was named, or spelled for another model."""
        shapes = [str(one) for one in self.choices]
        return shape if shape in shapes else closest_shape(shape, shapes)

    def on_the_wire(self, value: OptionValue) -> object:
        """As the vendor's schema wants it."""
        if isinstance(value, tuple):
            return [self._entry_on_the_wire(entry) for entry in value]
        return str(value) if self.type is WireType.STRING else value

    def read(self, sent: object) -> OptionValue | None:
        """The value that a vendor's record gives back; None for what this never sent."""
        if isinstance(sent, Decimal):
            sent = float(sent)
        for value in self.values:
            if self.on_the_wire(value) == sent and isinstance(sent, str) == (
                self.type is WireType.STRING
            ):
                return value
        try:
            if isinstance(sent, list) and self.type is WireType.LIST:
                return self._checked_list(frozen_value([self._known(one) for one in sent]))
            return self.checked(sent) if isinstance(sent, str | int | float | bool) else None
        except (OptionValueError, TypeError):
            return None

    def _known(self, entry: object) -> object:
        """Of a vendor's entry what is ours to choose: it fills in more, and files."""
        if not self.fields or not isinstance(entry, dict):
            return entry
        return {one.role: entry[one.wire] for one in self.fields if one.wire in entry}

    def _entry_on_the_wire(self, entry: OptionValue) -> object:
        if not isinstance(entry, Mapping):
            return entry
        chosen = {
            one.wire: one.on_the_wire(entry[one.role]) for one in self.fields if one.role in entry
        }
        return chosen

    def _checked_list(self, given: OptionValue) -> OptionValue:
        entries = _listed(given)
        is_short = entries is not None and len(entries) < self.least
        if entries is None or is_short or len(entries) > (self.most or len(entries)):
            bounds = tuple(bound for bound in (self.least, self.most) if bound is not None)
            raise OptionValueError(self.role, given, bounds)
        return tuple(self._checked_entry(entry, given) for entry in entries)

    def _checked_entry(self, entry: OptionValue, given: OptionValue) -> OptionValue:
        if not self.fields:
            if isinstance(entry, str) and entry.strip():
                return entry
            raise OptionValueError(self.role, given, ())
        if not isinstance(entry, Mapping):
            raise OptionValueError(self.role, given, tuple(one.role for one in self.fields))
        known = {one.role: one for one in self.fields}
        wrong = [name for name in entry if name not in known]
        missing = [one.role for one in self.fields if one.required and one.role not in entry]
        if wrong or missing:
            raise OptionValueError(self.role, given, tuple(known))
        return frozen_value({role: known[role].checked(value) for role, value in entry.items()})

    def _typed(self, given: OptionValue) -> OptionValue | None:
        for choice in (*self.choices, *self.special):
            if str(choice) == str(given) and not isinstance(given, bool):
                return choice
        if isinstance(given, Mapping | tuple):
            return None
        if not isinstance(given, str):
            is_flag = isinstance(given, bool)
            is_text = self.type is WireType.STRING
            return given if is_flag == (self.type is WireType.BOOLEAN) and not is_text else None
        try:
            match self.type:
                case WireType.BOOLEAN:
                    return _WORDS.get(given.strip().lower())
                case WireType.INTEGER:
                    return int(given)
                case WireType.NUMBER:
                    return float(given)
        except ValueError:
            return None
        return given

    def _allows(self, value: OptionValue) -> bool:
        if value in self.special:
            return True
        if self.choices:
            return value in self.choices
        if self.type is WireType.BOOLEAN:
            return isinstance(value, bool)
        if isinstance(value, str):
            longest = len(value) if self.longest is None else self.longest
            return (self.shortest or 0) <= len(value) <= longest
        return isinstance(value, int | float) and self._is_within(value)

    def _is_within(self, value: float) -> bool:
        # Neither infinite nor no number at all.
        if value != value or value in (float("inf"), float("-inf")):
            return False
        if self.type is WireType.INTEGER and int(value) != value:
            return False
        low = value if self.minimum is None else self.minimum
        high = value if self.maximum is None else self.maximum
        is_on_step = not self.step or ((value - low) / self.step).is_integer()
        return low <= value <= high and is_on_step

    def _bounds(self) -> tuple[OptionValue, ...]:
        bounds = (self.minimum, self.maximum)
        if self.type is WireType.STRING:
            bounds = (self.shortest, self.longest)
        return tuple(bound for bound in bounds if bound is not None)


def _listed(given: OptionValue) -> Sequence[OptionValue] | None:
    """The entries; a command line gives them as JSON. None for what is no list."""
    if isinstance(given, str):
        try:
            read = json.loads(given)
        except (ValueError, RecursionError):
            return None
        return _listed(frozen_value(read)) if isinstance(read, list) else None
    return given if isinstance(given, tuple) else None
