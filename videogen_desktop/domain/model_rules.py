"""Rules between a model's fields, which no field can say alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from videogen_desktop.domain.errors import (
    EntryIncompleteError,
    NoneOfNeededError,
    NotTogetherError,
    OneOfGroupsError,
    RuleBrokenError,
    TooManyFilesError,
    TooManySecondsError,
    ValueNotTogetherError,
)
from videogen_desktop.domain.request import Options, OptionValue

PROMPT = "prompt"
VIDEO_INPUT = "video_input"
PARENT = "parent"
# Before the role of an option of the video that is continued.
OF_PARENT = "parent_"
DURATION = "duration"


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen, as rules and prices look at it.

    `counts` is how many files stand in each slot, `seconds` how long those of a slot are together;
    a slot whose length is not known is not in it. `parent_options` are those of the video that is
    continued, with its model's id.
    """

    options: Options = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)
    seconds: Mapping[str, float] = field(default_factory=dict)
    has_prompt: bool = True
    has_video_input: bool = False
    has_parent: bool = False
    parent_options: Options | None = None

    def has(self, name: str) -> bool:
        """Whether this parameter, slot or prompt was given; an empty list and "off" were not."""
        if name == PROMPT:
            return self.has_prompt
        if name == PARENT:
            return self.has_parent
        if name in self.counts:
            return self.counts[name] > 0
        value = self.value(name)
        return value is not None and value is not False and value not in ("", ())

    def value(self, name: str) -> OptionValue | None:
        if name == VIDEO_INPUT:
            return self.has_video_input
        if name.startswith(OF_PARENT) and self.parent_options is not None:
            return self.parent_options.get(name.removeprefix(OF_PARENT))
        return self.options.get(name)

    def length(self, name: str) -> float | None:
        """Seconds of a slot's files, or those that a parameter asks for; None: not known."""
        if self.counts.get(name, 0) or name in self.seconds:
            return self.seconds.get(name)
        value = self.options.get(name)
        if name == DURATION:
            return value if isinstance(value, int | float) and value > 0 else None
        return 0


@dataclass(frozen=True, slots=True)
class Condition:
    """`values` are any of which the parameter has; else `above` is how many files a slot has at
    least one more of, and `exactly` how many it has."""

    name: str
    values: tuple[OptionValue, ...] = ()
    above: int = 0
    exactly: int | None = None

    def holds(self, choice: Choice) -> bool:
        if self.values:
            return choice.value(self.name) in self.values
        count = choice.counts.get(self.name)
        if count is None:
            return choice.has(self.name)
        return count > self.above if self.exactly is None else count == self.exactly


@dataclass(frozen=True, slots=True)
class Rule:
    """Holds where all of `when` do. `names` are the fields that it speaks of."""

    names: tuple[str, ...]
    when: tuple[Condition, ...] = ()

    def applies(self, choice: Choice) -> bool:
        return all(condition.holds(choice) for condition in self.when)

    def check(self, choice: Choice) -> None:
        """Raises RuleBrokenError, of the kind that the rule is."""
        if self.applies(choice) and self.refuses(choice):
            because = tuple(condition.name for condition in self.when)
            raise self.error(self.at_fault(choice), self.limits, because)

    def at_fault(self, _choice: Choice) -> tuple[str, ...]:
        """The names that an error is to have."""
        return self.names

    def refuses(self, _choice: Choice) -> bool:
        return False

    @property
    def error(self) -> type[RuleBrokenError]:
        return RuleBrokenError

    @property
    def limits(self) -> tuple[OptionValue, ...]:
        return ()


@dataclass(frozen=True, slots=True)
class Needs(Rule):
    """At least one of these must be there."""

    def refuses(self, choice: Choice) -> bool:
        return not any(choice.has(name) for name in self.names)

    @property
    def error(self) -> type[RuleBrokenError]:
        return NoneOfNeededError


@dataclass(frozen=True, slots=True)
class Excludes(Rule):
    """None of these may be there."""

    def refuses(self, choice: Choice) -> bool:
        return any(choice.has(name) for name in self.names)

    @property
    def error(self) -> type[RuleBrokenError]:
        return NotTogetherError


@dataclass(frozen=True, slots=True)
class Ignores(Rule):
    """These do nothing then, and are not sent."""


@dataclass(frozen=True, slots=True)
class Allows(Rule):
    """The one field may only have these values."""

    values: tuple[OptionValue, ...] = ()

    def refuses(self, choice: Choice) -> bool:
        value = choice.value(self.names[0])
        return value is not None and value not in self.values

    @property
    def error(self) -> type[RuleBrokenError]:
        return ValueNotTogetherError

    @property
    def limits(self) -> tuple[OptionValue, ...]:
        return self.values


@dataclass(frozen=True, slots=True)
class Exclusive(Rule):
    """Fields of one group at most; `names` are all of them."""

    groups: tuple[tuple[str, ...], ...] = ()

    def refuses(self, choice: Choice) -> bool:
        return len(self.at_fault(choice)) > 1

    def at_fault(self, choice: Choice) -> tuple[str, ...]:
        """One of each group that is in use."""
        used = (next(filter(choice.has, group), None) for group in self.groups)
        return tuple(name for name in used if name is not None)

    @property
    def error(self) -> type[RuleBrokenError]:
        return OneOfGroupsError


@dataclass(frozen=True, slots=True)
class MostFiles(Rule):
    """So many of all of these together; a file of a slot counts as `weights` says, else once."""

    most: int = 0
    weights: Mapping[str, int] = field(default_factory=dict, hash=False)

    def refuses(self, choice: Choice) -> bool:
        return sum(self._count(choice, name) for name in self.names) > self.most

    @property
    def error(self) -> type[RuleBrokenError]:
        return TooManyFilesError

    @property
    def limits(self) -> tuple[OptionValue, ...]:
        return (self.most,)

    def _count(self, choice: Choice, name: str) -> int:
        listed = choice.options.get(name)
        count = len(listed) if isinstance(listed, tuple) else choice.counts.get(name, 0)
        return count * self.weights.get(name, 1)


@dataclass(frozen=True, slots=True)
class Entries(Rule):
    """Each entry of the list `names[0]` has its words, and `least` files or more in its own one of
    `places`; no files are there without an entry."""

    places: tuple[str, ...] = ()
    least: int = 1

    def refuses(self, choice: Choice) -> bool:
        value = choice.options.get(self.names[0])
        entries = value if isinstance(value, tuple) else ()
        counts = [choice.counts.get(name, 0) for name in self.places]
        if any(counts[len(entries) :]):
            return True
        return any(
            count < self.least or not _has_words(entry)
            for entry, count in zip(entries, counts, strict=False)
        )

    @property
    def error(self) -> type[RuleBrokenError]:
        return EntryIncompleteError

    @property
    def limits(self) -> tuple[OptionValue, ...]:
        return (self.least,)


def _has_words(entry: OptionValue) -> bool:
    words = entry.values() if isinstance(entry, Mapping) else (entry,)
    return all(str(one).strip() for one in words)


@dataclass(frozen=True, slots=True)
class MostSeconds(Rule):
    """So many seconds of all of these together. What is not known is not counted."""

    most: float = 0

    def refuses(self, choice: Choice) -> bool:
        return sum(choice.length(name) or 0 for name in self.names) > self.most

    @property
    def error(self) -> type[RuleBrokenError]:
        return TooManySecondsError

    @property
    def limits(self) -> tuple[OptionValue, ...]:
        return (self.most,)


def ignored(rules: Sequence[Rule], choice: Choice) -> frozenset[str]:
    """The fields that do nothing with this choice."""
    fitting = (rule for rule in rules if isinstance(rule, Ignores) and rule.applies(choice))
    return frozenset(name for rule in fitting for name in rule.names)
