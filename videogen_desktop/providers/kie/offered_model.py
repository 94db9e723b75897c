"""A model as Kie offers it today: its schema over what ships with the program, or alone."""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from typing import TypeVar

from videogen_desktop.domain.errors import OptionValueError
from videogen_desktop.domain.input_slot import InputSlot, SlotKind, WireForm
from videogen_desktop.domain.model import Price, TaskKind, VideoModel
from videogen_desktop.domain.model_rules import OF_PARENT, PARENT, PROMPT, VIDEO_INPUT, Needs, Rule
from videogen_desktop.domain.offer import ListedModel, OfferFacts
from videogen_desktop.domain.parameter import DURATION, Parameter, WireType
from videogen_desktop.domain.request import OptionValue
from videogen_desktop.providers.kie.field_reading import LONGEST_LIST, Fields, read_fields
from videogen_desktop.providers.kie.price_text import prices_in, says

# The median of 24 recorded runs.
_USUALLY_MS = 120_000
_LONGEST_PROMPT = 5_000
_MAKES_PICTURES = re.compile(r"(?i)\b(?:per|/)\s*(?:image|picture|song|track|request|1m|minute)\b")
_PICTURE_NAME = re.compile(r"(?i)(?:to|edit)-image|image-(?:edit|to-image)|-image$|/image$")
_VIDEO = re.compile(r"(?i)video|lip[ -]?sync|avatar|animat")
_Limit = TypeVar("_Limit", int, float)
_UPSCALE = re.compile(r"(?i)upscale|1080p|4k|enhance")


def offered_model(facts: OfferFacts, bundled: VideoModel | None) -> VideoModel | None:
    """See domain.offer.ReadOffer."""
    fields = _fields(facts)
    model = bundled
    if fields is not None:
        model = _unknown(facts, fields) if bundled is None else merged(bundled, fields)
    if model is None:
        return None
    return replace(
        model,
        prices=_prices(model, facts),
        retired=model.retired or facts.retired,
        success_rate=facts.success_rate,
    )


def may_make_videos(listed: ListedModel) -> bool:
    """Whether its schema is worth a call: the list is often wrong about what a model makes."""
    words = (listed.id, listed.title, *listed.task_types)
    by_length = "per second" in (listed.price_text or "").lower()
    return by_length or any(_VIDEO.search(one) for one in words)


def _fields(facts: OfferFacts) -> Fields | None:
    """None where there is no schema that could be read."""
    try:
        schema = json.loads(facts.schema or "null")
    except (ValueError, RecursionError):
        return None
    return read_fields(schema, facts.listed.id) if isinstance(schema, dict) else None


# --- prices --------------------------------------------------------------------------------------


def _prices(model: VideoModel, facts: OfferFacts) -> tuple[Price, ...]:
    """What ships stays what is asked for, and is flagged where Kie's words are others today."""
    if not facts.price_text or facts.price_since is None:
        return model.prices
    if not model.prices:
        return prices_in(facts.price_text, model, facts.price_since)
    lengths = _lengths(model)
    return tuple(
        price
        if price.day > facts.price_since or says(facts.price_text, price, lengths)
        else replace(price, drifted=facts.price_since)
        for price in model.prices
    )


def _lengths(model: VideoModel) -> list[int]:
    duration = model.parameter(DURATION)
    return [one for one in (duration.values if duration else ()) if isinstance(one, int)]


# --- a model that no release knows ---------------------------------------------------------------


def _unknown(facts: OfferFacts, fields: Fields) -> VideoModel | None:
    if fields.unreadable or not _makes_videos(facts, fields):
        return None
    listed = facts.listed
    return VideoModel(
        id=listed.id,
        vendor="",
        title=listed.title,
        maker=listed.maker,
        prompt_limit=fields.prompt_limit or _LONGEST_PROMPT,
        typical_ms=_USUALLY_MS,
        parameters=fields.parameters,
        prompt_wire=fields.prompt,
        prompt_required=fields.prompt in fields.required,
        prompt_least=fields.prompt_least,
        kinds=tuple(_kinds(listed.id, fields)),
        slots=fields.slots,
        rules=fields.rules,
        parent_wire=fields.parent,
        added=facts.added,
    )


def _makes_videos(facts: OfferFacts, fields: Fields) -> bool:
    """What is bought by mistake is paid: a picture's model is none whatever the list says."""
    listed = facts.listed
    if any(one.role == DURATION for one in fields.parameters):
        return may_make_videos(listed)
    is_picture = _PICTURE_NAME.search(listed.id) or _MAKES_PICTURES.search(facts.price_text)
    return not is_picture and may_make_videos(listed)


def _kinds(model_id: str, fields: Fields) -> Iterator[TaskKind]:
    places = {one.name: one for one in fields.slots}
    if fields.parent and not places:
        yield TaskKind.UPSCALE if _UPSCALE.search(model_id) else TaskKind.EXTEND
        return
    driven = {"source", "source_sound"} & {one.name for one in fields.slots if one.least}
    if "portrait" in places:
        yield TaskKind.MOTION if "source" in driven else TaskKind.AVATAR
        return
    if "source" in driven:
        lips = "source_sound" in driven
        upscales = _UPSCALE.search(model_id)
        yield TaskKind.LIP_SYNC if lips else TaskKind.UPSCALE if upscales else TaskKind.EDIT
        return
    needed = {name for one in fields.rules if isinstance(one, Needs) for name in one.names}
    if not any(one.least or one.name in needed for one in fields.slots):
        yield TaskKind.TEXT
    pictures = [one for one in fields.slots if one.kind is SlotKind.IMAGE]
    if any(one.name == "first_frame" for one in pictures):
        yield TaskKind.IMAGE
    if any(one.name == "last_frame" for one in pictures):
        yield TaskKind.FRAMES
    if any(one.name.startswith("reference") for one in fields.slots):
        yield TaskKind.REFERENCES


# --- a model that ships --------------------------------------------------------------------------


def merged(bundled: VideoModel, fields: Fields) -> VideoModel:
    """What ships, with what the schema says today: which fields there are, which have to be there,
    their types and values.

    Our own default stays while the schema takes it: a field is always sent, so theirs never acts,
    and one that changes overnight would change what the next press of a key costs.
    """
    if bundled.prompt_wire and bundled.prompt_wire not in fields.wires:
        # A document that speaks of something else.
        return bundled
    return _Merging(bundled, fields).model()


class _Merging:
    def __init__(self, bundled: VideoModel, fields: Fields) -> None:
        self._bundled = bundled
        self._fields = fields
        constants = {one.wire for one in bundled.constants}
        chosen = {one.wire for one in bundled.parameters}
        placed = {one.wire for one in bundled.slots}
        fixed = {bundled.prompt_wire, bundled.parent_wire, *bundled.left_out}
        self._known = {*constants, *chosen, *placed, *fixed}

    def model(self) -> VideoModel:
        bundled, fields = self._bundled, self._fields
        parameters = (*self._parameters(), *self._new_parameters())
        slots = (*self._slots(), *self._new_slots())
        names = {one.role for one in parameters} | {one.name for one in slots}
        needs_prompt = bundled.prompt_required
        if fields.is_one_form and bundled.prompt_wire:
            needs_prompt = bundled.prompt_wire in fields.required
        return replace(
            bundled,
            prompt_limit=fields.prompt_limit or bundled.prompt_limit,
            prompt_least=fields.prompt_least,
            prompt_required=needs_prompt,
            parameters=parameters,
            slots=slots,
            constants=tuple(one for one in bundled.constants if one.wire in fields.wires),
            rules=tuple(one for one in bundled.rules if _speaks_of(one, names)),
            parent_wire=bundled.parent_wire if bundled.parent_wire in fields.wires else "",
        )

    def _is_required(self, wire: str, before: bool) -> bool:
        is_wanted = wire in self._fields.required
        return is_wanted if self._fields.is_one_form else is_wanted or before

    def _parameters(self) -> Iterator[Parameter]:
        for ours in self._bundled.parameters:
            if ours.wire not in self._fields.wires:
                continue
            theirs = self._fields.parameter(ours.wire)
            required = self._is_required(ours.wire, ours.required)
            if theirs is None:
                yield replace(ours, required=required)
            else:
                is_one_form = self._fields.is_one_form
                joined = _joined(replace(ours, required=required), theirs, adds=is_one_form)
                said = theirs.default if is_one_form else None
                yield replace(joined, default=_default(joined, ours.default, said))

    def _new_parameters(self) -> Iterator[Parameter]:
        taken = {one.role for one in self._bundled.parameters}
        for theirs in self._fields.parameters:
            if theirs.wire not in self._known:
                is_taken = theirs.role in taken
                yield replace(theirs, role=theirs.wire) if is_taken else theirs

    def _slots(self) -> Iterator[InputSlot]:
        for ours in self._bundled.slots:
            if ours.wire not in self._fields.wires:
                continue
            theirs = self._fields.slots_at(ours.wire)
            beside = [one for one in self._bundled.slots if one.wire == ours.wire]
            if not theirs or not self._fields.is_one_form:
                yield ours
            elif len(beside) == 1:
                yield self._slot(ours, theirs[0])
            elif ours is beside[0] or theirs[0].form is not WireForm.ALONE:
                yield from self._shared(ours, theirs[0], is_first=ours is beside[0])

    def _slot(self, ours: InputSlot, theirs: InputSlot) -> InputSlot:
        said = self._fields.most_of.get(ours.wire)
        most = 1 if theirs.form is WireForm.ALONE else said or ours.most
        least = max(1, theirs.least) if ours.wire in self._fields.required else 0
        is_same = theirs.form is ours.form
        return replace(
            ours,
            form=theirs.form,
            most=most,
            least=min(least, most),
            item_wire=ours.item_wire if is_same else theirs.item_wire,
            item_fields=ours.item_fields if is_same else theirs.item_fields,
        )

    def _shared(self, ours: InputSlot, theirs: InputSlot, *, is_first: bool) -> Iterator[InputSlot]:
        """Of several places in one list."""
        if not is_first and self._fields.most_of.get(ours.wire) == 1:
            return
        is_wanted = ours.wire in self._fields.required
        least = min(max(1, ours.least), ours.most) if is_first and is_wanted else ours.least
        yield replace(ours, form=theirs.form, least=least if is_wanted else 0)

    def _new_slots(self) -> Iterator[InputSlot]:
        taken = {one.name for one in self._bundled.slots}
        for theirs in self._fields.slots:
            if theirs.wire not in self._known:
                yield replace(theirs, name=theirs.wire) if theirs.name in taken else theirs


def _speaks_of(rule: Rule, names: set[str]) -> bool:
    known = {*names, PROMPT, PARENT, VIDEO_INPUT}
    return any(name in known or name.startswith(OF_PARENT) for name in rule.names)


def _joined(ours: Parameter, theirs: Parameter, *, adds: bool) -> Parameter:
    """Their type and values under our role; what they do not say is as it was. `adds`: their values
    hold for every way to ask, so that new ones may be offered."""
    whole = replace(ours, type=theirs.type)
    if theirs.type is WireType.LIST:
        most = theirs.most if theirs.most != LONGEST_LIST else ours.most
        return replace(
            whole, fields=theirs.fields or ours.fields, least=theirs.least, most=most, choices=()
        )
    if theirs.type is WireType.BOOLEAN:
        return replace(whole, choices=(), minimum=None, maximum=None, step=None, special=())
    kept = tuple(value for one in ours.choices if (value := _taken(theirs, one)) is not None)
    if theirs.choices:
        return replace(whole, choices=theirs.choices if adds else kept or theirs.choices)
    if kept:
        return replace(whole, choices=kept)
    return replace(
        whole,
        choices=(),
        minimum=_said(theirs.minimum, ours.minimum),
        maximum=_said(theirs.maximum, ours.maximum),
        step=_said(theirs.step, ours.step),
        shortest=_said(theirs.shortest, ours.shortest),
        longest=_said(theirs.longest, ours.longest),
    )


def _said(theirs: _Limit | None, ours: _Limit | None) -> _Limit | None:
    return ours if theirs is None else theirs


def _taken(parameter: Parameter, value: OptionValue) -> OptionValue | None:
    is_free_text = parameter.type is WireType.STRING and not parameter.choices
    with suppress(OptionValueError):
        if is_free_text and isinstance(value, int | float):
            # Sent as a text; it stays the number that it stands for.
            parameter.checked(str(value))
            return value
        return parameter.checked(value)
    return None


def _default(
    parameter: Parameter, ours: OptionValue | None, theirs: OptionValue | None
) -> OptionValue | None:
    if ours is None and not parameter.required:
        # Left out on purpose: the vendor's own acts then.
        return None
    for value in (ours, theirs):
        if value is not None and (taken := _taken(parameter, value)) is not None:
            return taken
    if not parameter.required:
        return None
    if parameter.type is WireType.BOOLEAN:
        return False
    return parameter.choices[0] if parameter.choices else parameter.minimum
