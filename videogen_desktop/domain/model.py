"""A model of a vendor: what can be chosen with it, how that is spelled, and what it costs."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from videogen_desktop.domain.aspect_ratio import NAMED_SHAPES, closest_shape
from videogen_desktop.domain.errors import OptionValueError, UnknownOptionError
from videogen_desktop.domain.request import Options, OptionValue, VideoRequest

ASPECT_RATIO = "aspect_ratio"
DURATION = "duration"
RESOLUTION = "resolution"
AUDIO = "audio"
_WORDS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


class WireType(StrEnum):
    """The type that the vendor's schema wants: `"5"` is not `5`."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"


@dataclass(frozen=True, slots=True)
class Parameter:
    """One thing that can be chosen.

    `role` is the neutral word that people and files use, `wire` the vendor's spelling of the field.
    Its values are `choices`, or what lies from `minimum` to `maximum` (both included) by `step`, or
    for a text everything up to `longest` characters. Without a default it is left out.
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
    longest: int | None = None

    @property
    def values(self) -> tuple[OptionValue, ...]:
        """All of them, where there are few enough to list; else none."""
        if self.choices or self.type is WireType.BOOLEAN:
            return self.choices or (True, False)
        if self.type is not WireType.INTEGER or self.minimum is None or self.maximum is None:
            return ()
        span = range(int(self.minimum), int(self.maximum) + 1, int(self.step or 1))
        return tuple(span) if len(span) <= _LISTED else ()

    def checked(self, given: OptionValue) -> OptionValue:
        """The value as it is kept. A text is read as the type that is wanted, since a command line
        and a file have nothing else; a shape may be named. Raises OptionValueError.
        """
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

    def on_the_wire(self, value: OptionValue) -> OptionValue:
        return str(value) if self.type is WireType.STRING else value

    def read(self, sent: object) -> OptionValue | None:
        """The value that a vendor's record gives back; None for what this never sent."""
        for value in self.values:
            if self.on_the_wire(value) == sent and isinstance(sent, str) == (
                self.type is WireType.STRING
            ):
                return value
        try:
            return self.checked(sent) if isinstance(sent, str | int | float | bool) else None
        except OptionValueError:
            return None

    def _typed(self, given: OptionValue) -> OptionValue | None:
        for choice in self.choices:
            if str(choice) == str(given) and not isinstance(given, bool):
                return choice
        if not isinstance(given, str):
            is_flag = isinstance(given, bool)
            return given if is_flag == (self.type is WireType.BOOLEAN) else None
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
        if self.choices:
            return value in self.choices
        if self.type is WireType.BOOLEAN:
            return isinstance(value, bool)
        if isinstance(value, str):
            return self.longest is None or len(value) <= self.longest
        if self.type is WireType.INTEGER and int(value) != value:
            return False
        low = value if self.minimum is None else self.minimum
        high = value if self.maximum is None else self.maximum
        is_on_step = not self.step or ((value - low) / self.step).is_integer()
        return low <= value <= high and is_on_step

    def _bounds(self) -> tuple[OptionValue, ...]:
        return tuple(bound for bound in (self.minimum, self.maximum) if bound is not None)


# More than a menu can show.
_LISTED = 30


@dataclass(frozen=True, slots=True)
class Price:
    """What the vendor says a choice costs: hundredths of a credit for a video, or for a second of
    it. `options` are the values that it holds for; what they leave out does not matter to it.
    """

    options: Options = field(hash=False)
    amount: int
    per_second: bool
    source: str
    day: date


@dataclass(frozen=True, slots=True)
class VideoModel:
    """One model.

    `prompt_limit` is in characters, `typical_ms` how long a run usually takes before the user's own
    history says better. `constants` are fields that are sent as they stand, by their wire names.
    """

    id: str
    vendor: str
    title: str
    prompt_limit: int
    typical_ms: int
    parameters: tuple[Parameter, ...] = ()
    prices: tuple[Price, ...] = ()
    constants: Mapping[str, OptionValue] = field(default_factory=dict, hash=False)
    prompt_wire: str = "prompt"

    def parameter(self, role: str) -> Parameter | None:
        return next((one for one in self.parameters if one.role == role), None)

    def defaults(self) -> dict[str, OptionValue]:
        return {one.role: one.default for one in self.parameters if one.default is not None}

    def checked_options(self, given: Options) -> Options:
        """These, and the defaults of the others. Raises UnknownOptionError, OptionValueError."""
        options = self.defaults()
        for role, value in given.items():
            parameter = self.parameter(role)
            if parameter is None:
                known = tuple(one.role for one in self.parameters)
                raise UnknownOptionError(role, known)
            options[role] = parameter.checked(value)
        for parameter in self.parameters:
            if parameter.required and parameter.role not in options:
                raise OptionValueError(parameter.role, "", parameter.values)
        return MappingProxyType(options)

    def kept_options(self, given: Options) -> Options:
        """Of these what this model takes too, and its own defaults for the rest: another model's
        choices are no error of the user's."""
        options = self.defaults()
        for role, value in given.items():
            parameter = self.parameter(role)
            if parameter is None:
                continue
            is_shape = role == ASPECT_RATIO
            wanted = parameter.closest(str(value)) if is_shape else value
            with suppress(OptionValueError):
                options[role] = parameter.checked(value if wanted is None else wanted)
        return MappingProxyType(options)

    def inputs(self, request: VideoRequest) -> dict[str, OptionValue]:
        """The request's fields as the vendor spells them, with the types that its schema wants."""
        chosen = {
            one.wire: one.on_the_wire(request.options[one.role])
            for one in self.parameters
            if one.role in request.options
        }
        return {self.prompt_wire: request.prompt, **self.constants, **chosen}

    def options_of(self, inputs: Mapping[str, object]) -> Options:
        """What these fields of the vendor's say was chosen; what cannot be read is left out."""
        found = {one.role: one.read(inputs.get(one.wire)) for one in self.parameters}
        return MappingProxyType({role: one for role, one in found.items() if one is not None})

    def price(self, options: Options) -> int | None:
        """Hundredths of a credit for these, with the defaults of what they leave out; None where
        the vendor names no price for the choice."""
        chosen = {**self.defaults(), **options}
        fitting = [one for one in self.prices if one.options.items() <= chosen.items()]
        if not fitting:
            return None
        # The one that says most about the choice.
        price = max(fitting, key=lambda one: len(one.options))
        if not price.per_second:
            return price.amount
        seconds = chosen.get(DURATION)
        return round(price.amount * seconds) if isinstance(seconds, int | float) else None
