"""A model of a vendor: what can be chosen with it, what goes in, how it is spelled and paid."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from videogen_desktop.domain.errors import (
    NoSuchSlotError,
    OptionValueError,
    PromptTooShortError,
    SlotCountError,
    UnknownOptionError,
)
from videogen_desktop.domain.input_slot import FileFacts, InputSlot, WireForm
from videogen_desktop.domain.model_rules import (
    Choice,
    Condition,
    Rule,
    ignored,
)
from videogen_desktop.domain.parameter import ASPECT_RATIO, DURATION, Parameter
from videogen_desktop.domain.request import (
    Inputs,
    Options,
    OptionValue,
    VideoRequest,
    checked_prompt,
)


class TaskKind(StrEnum):
    """What a model makes a video of."""

    TEXT = "text"
    IMAGE = "image"
    FRAMES = "frames"
    REFERENCES = "references"
    EDIT = "edit"
    EXTEND = "extend"
    UPSCALE = "upscale"
    AVATAR = "avatar"
    MOTION = "motion"
    LIP_SYNC = "lip_sync"


@dataclass(frozen=True, slots=True)
class Price:
    """What the vendor says a choice costs: hundredths of a credit for a video, or for a second of
    it. `when` says which choices it holds for; what it leaves out does not matter to it.

    `seconds_of` are the parameter and the slots whose seconds are paid. Of a slot's files those
    beyond `free` cost `each` besides. `drifted` is the day since which the vendor's words are
    others, or None: the amount stays until a charge has said which holds.
    """

    when: tuple[Condition, ...]
    amount: int
    per_second: bool
    source: str
    day: date
    seconds_of: tuple[str, ...] = (DURATION,)
    extra_slot: str = ""
    free: int = 0
    each: int = 0
    drifted: date | None = None

    def of(self, choice: Choice) -> int | None:
        """Hundredths for this choice; None where a length that counts is not known."""
        extra = max(0, choice.counts.get(self.extra_slot, 0) - self.free) * self.each
        if not self.per_second:
            return self.amount + extra
        lengths = [choice.length(name) for name in self.seconds_of]
        known = [length for length in lengths if length is not None]
        # Nothing yet goes in whose seconds are paid: that costs not nothing.
        is_known = len(known) == len(lengths) and sum(known) > 0
        return round(self.amount * sum(known)) + extra if is_known else None


@dataclass(frozen=True, slots=True)
class Constant:
    """A field that is sent as it stands, by its wire name, where all of `when` hold."""

    wire: str
    value: OptionValue
    when: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class VideoModel:
    """One model.

    `prompt_limit` is in characters; where `prompt_wire` is "", no prompt is sent. `parent_wire` is
    the field for the task that is continued, or "". `typical_ms` is how long a run usually takes
    before the user's own history says better. Of `constants` the first that holds is sent of each
    field. A retired model's videos are made again with its `successor`. `left_out` are fields of
    the vendor's that are not offered. `success_rate` is how many of a hundred runs of everybody's
    succeeded in the last day, where the vendor tells it.
    """

    id: str
    vendor: str
    title: str
    prompt_limit: int
    typical_ms: int
    parameters: tuple[Parameter, ...] = ()
    prices: tuple[Price, ...] = ()
    constants: tuple[Constant, ...] = ()
    prompt_wire: str = "prompt"
    prompt_required: bool = True
    prompt_least: int = 0
    maker: str = ""
    kinds: tuple[TaskKind, ...] = (TaskKind.TEXT,)
    slots: tuple[InputSlot, ...] = ()
    rules: tuple[Rule, ...] = ()
    parent_wire: str = ""
    added: date | None = None
    retired: date | None = None
    successor: str = ""
    left_out: tuple[str, ...] = ()
    success_rate: float | None = None

    def parameter(self, role: str) -> Parameter | None:
        return next((one for one in self.parameters if one.role == role), None)

    def slot(self, name: str) -> InputSlot | None:
        return next((one for one in self.slots if one.name == name), None)

    def places(self, options: Options, inputs: Inputs) -> tuple[InputSlot, ...]:
        """The slots that are there with this choice: those of a list's entry once it is there, and
        as long as they hold a file."""
        return tuple(
            one
            for one in self.slots
            if one.form is not WireForm.MEMBER
            or inputs.get(one.name)
            or one.item < self._entries(options, one.wire)
        )

    def _entries(self, options: Options, wire: str) -> int:
        listed = next((options.get(one.role) for one in self.parameters if one.wire == wire), ())
        return len(listed) if isinstance(listed, tuple) else 0

    def defaults(self) -> dict[str, OptionValue]:
        return {one.role: one.default for one in self.parameters if one.default is not None}

    # --- checking ----------------------------------------------------------------------------

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

    def kept_inputs(self, given: Inputs) -> Inputs:
        """Of these files those that this model has a place for."""
        places = {one.name: one.most for one in self.slots}
        return MappingProxyType(
            {name: files[: places[name]] for name, files in given.items() if name in places}
        )

    @property
    def needs_parent(self) -> bool:
        """Whether it only continues what this vendor made."""
        follow_ups = {TaskKind.EXTEND, TaskKind.UPSCALE}
        return bool(self.parent_wire) and not self.slots and set(self.kinds) <= follow_ups

    def checked_prompt(self, request: VideoRequest) -> str:
        """Normalised. Raises EmptyPromptError, UnreadablePromptError, PromptTooLongError,
        PromptTooShortError."""
        has_files = any(request.inputs.values())
        is_needed = self.prompt_wire and (self.prompt_required or not has_files)
        if not request.prompt.strip() and not is_needed:
            return ""
        prompt = checked_prompt(request.prompt, self.prompt_limit)
        if self.prompt_wire and len(prompt) < self.prompt_least:
            raise PromptTooShortError(len(prompt), self.prompt_least)
        return prompt

    def check_inputs(self, inputs: Inputs, files: Mapping[str, FileFacts]) -> None:
        """Raises SlotCountError (a place has too few files or too many, or is not there) and, for
        the files that are known, SlotFileError."""
        for name, given in inputs.items():
            if given and self.slot(name) is None:
                raise NoSuchSlotError(name, tuple(one.name for one in self.slots))
        for slot in self.slots:
            count = len(inputs.get(slot.name, ()))
            if not slot.least <= count <= slot.most:
                raise SlotCountError(slot.name, count, slot.least, slot.most)
            slot.check([files[one] for one in inputs.get(slot.name, ()) if one in files])

    def check_rules(self, choice: Choice) -> None:
        """Raises RuleBrokenError for the first rule that the choice breaks."""
        for rule in self.rules:
            rule.check(choice)

    def choice(
        self,
        request: VideoRequest,
        seconds: Mapping[str, float] | None = None,
        parent_options: Options | None = None,
        *,
        has_parent: bool = False,
    ) -> Choice:
        """The request as rules and prices look at it; `seconds` are the lengths of its files, as
        far as they are known."""
        known = seconds or {}
        counts = {one.name: len(request.inputs.get(one.name, ())) for one in self.slots}
        lengths = {
            name: sum(known[file] for file in files)
            for name, files in request.inputs.items()
            if all(file in known for file in files)
        }
        has_video = any(one.kind == "video" and counts[one.name] for one in self.slots)
        return Choice(
            request.options,
            counts,
            lengths,
            bool(request.prompt),
            has_video,
            has_parent,
            parent_options,
        )

    # --- the vendor's spelling ---------------------------------------------------------------

    def inputs(
        self,
        request: VideoRequest,
        seconds: Mapping[str, float] | None = None,
        parent_task: str = "",
    ) -> dict[str, object]:
        """The request's fields as the vendor spells them, with the types that its schema wants; a
        file stands there as `domain.input_file` says."""
        choice = self.choice(request, seconds, has_parent=bool(parent_task))
        fields = self._constants(choice)
        if self.prompt_wire and (request.prompt or self.prompt_required):
            fields[self.prompt_wire] = request.prompt
        if self.parent_wire and parent_task:
            fields[self.parent_wire] = parent_task
        silent = ignored(self.rules, choice)
        for one in self.parameters:
            is_silent = one.role in silent and not one.required
            if one.role in request.options and not is_silent:
                fields[one.wire] = one.on_the_wire(request.options[one.role])
        for slot in self.slots:
            files = request.inputs.get(slot.name, ())
            if files:
                value = slot.on_the_wire(files, seconds or {})
                fields[slot.wire] = slot.joined(fields.get(slot.wire), value)
        return fields

    def options_of(self, inputs: Mapping[str, object]) -> Options:
        """What these fields of the vendor's say was chosen; what cannot be read is left out."""
        found = {one.role: one.read(inputs.get(one.wire)) for one in self.parameters}
        return MappingProxyType({role: one for role, one in found.items() if one is not None})

    def addresses_of(self, inputs: Mapping[str, object]) -> Inputs:
        """By slot, the addresses that these fields of the vendor's name. Of slots that share a
        list the first are taken for filled."""
        lists = {slot: (slot.wire, slot.item) for slot in self.slots}
        left = {one: slot.addresses(inputs.get(slot.wire)) for slot, one in lists.items()}
        found = {}
        for slot, one in lists.items():
            taken, left[one] = left[one][: slot.most], left[one][slot.most :]
            if taken:
                found[slot.name] = taken
        return found

    def _constants(self, choice: Choice) -> dict[str, object]:
        fields: dict[str, object] = {}
        for constant in self.constants:
            if all(condition.holds(choice) for condition in constant.when):
                fields.setdefault(constant.wire, constant.value)
        return fields

    # --- prices ------------------------------------------------------------------------------

    def price(self, options: Options) -> int | None:
        """Hundredths of a credit for these, with the defaults of what they leave out; None where
        the vendor names no price for the choice."""
        return self.price_of(Choice({**self.defaults(), **options}))

    def price_of(self, choice: Choice) -> int | None:
        """The same for a whole choice."""
        row = self.price_row(choice)
        return None if row is None else row.of(choice)

    def price_row(self, choice: Choice) -> Price | None:
        """The price that says most about the choice, with its source and day."""
        fitting = [one for one in self.prices if all(each.holds(choice) for each in one.when)]
        return max(fitting, key=lambda one: len(one.when), default=None)
