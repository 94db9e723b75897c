"""Requests that a model's declaration allows: the smallest, and pairs of everything."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from allpairspy import AllPairs  # type: ignore[import-untyped]

from videogen_desktop.domain.input_slot import InputSlot, WireForm
from videogen_desktop.domain.model import VideoModel
from videogen_desktop.domain.model_rules import Needs
from videogen_desktop.domain.parameter import Parameter, WireType
from videogen_desktop.domain.request import OptionValue, VideoRequest
from videogen_desktop.domain.vendor import RequestFacts

PROMPT = "Mưa trên phố cổ Hội An, máy quay đi chậm"
_LEFT_OUT = None
# Of a long list of values its ends and its middle say as much as all of them.
_VALUES = 4


@dataclass(frozen=True)
class AFile:
    """A file that every place of its kind takes."""

    kind: str
    mime: str
    bytes: int = 1_000
    width: int | None = 1280
    height: int | None = 720
    duration_ms: int | None = None


def smallest(model: VideoModel) -> tuple[VideoRequest, RequestFacts]:
    """What the model cannot do without."""
    chosen: dict[str, object] = {
        one.role: _values(one)[0] for one in model.parameters if one.required
    }
    chosen |= {slot.name: slot.least for slot in model.slots}
    for rule in model.rules:
        if isinstance(rule, Needs) and not rule.when:
            chosen |= {name: 1 for name in rule.names[-1:] if model.slot(name) is not None}
    return request_of(model, chosen)


def pairwise(model: VideoModel) -> Iterator[tuple[VideoRequest, RequestFacts]]:
    """Requests in which each two values of two fields meet."""
    fields: dict[str, list[object]] = {}
    for parameter in model.parameters:
        may_be_absent = not parameter.required
        fields[parameter.role] = [*([_LEFT_OUT] if may_be_absent else []), *_values(parameter)]
    for slot in model.slots:
        if slot.form is WireForm.MEMBER:
            continue  # An entry of a list brings its own.
        fields[slot.name] = list(dict.fromkeys((slot.least, max(1, slot.least), slot.most)))
    names = list(fields)
    if len(names) < 2:
        for value in fields[names[0]] if names else [None]:
            yield request_of(model, {names[0]: value} if names else {})
        return
    for row in AllPairs([fields[name] for name in names]):
        yield request_of(model, dict(zip(names, row, strict=True)))


def request_of(model: VideoModel, chosen: dict[str, object]) -> tuple[VideoRequest, RequestFacts]:
    """Slots by how many files are in them, parameters by their value; None is left out."""
    slots = {slot.name: slot for slot in model.slots}
    for slot in model.slots:
        listed = chosen.get("elements") if slot.form is WireForm.MEMBER else None
        if isinstance(listed, tuple) and slot.item < len(listed):
            # By turns as many as fit, and as few as any of them takes.
            chosen = {**chosen, slot.name: 2 if slot.item % 2 else slot.most}
    files: dict[str, AFile] = {}
    inputs: dict[str, tuple[str, ...]] = {}
    options: dict[str, OptionValue] = {}
    for name, value in chosen.items():
        if name in slots:
            assert isinstance(value, int)
            hashes = tuple(sha256(f"{name} {n}".encode()).hexdigest() for n in range(value))
            inputs |= {name: hashes} if hashes else {}
            files |= dict.fromkeys(hashes, _file_for(slots[name]))
        elif value is not _LEFT_OUT:
            options[name] = value  # type: ignore[assignment]
    prompt = PROMPT if model.prompt_wire else ""
    parent = "task-of-the-parent" if model.needs_parent else ""
    return VideoRequest(model.id, prompt, options, inputs), RequestFacts(files, parent)


def _file_for(slot: InputSlot) -> AFile:
    ordinary = {"image": "image/jpeg", "video": "video/mp4", "sound": "audio/mpeg"}[slot.kind]
    mime = ordinary if not slot.types or ordinary in slot.types else slot.types[0]
    return AFile(slot.kind, mime, duration_ms=None if slot.kind == "image" else 2_000)


def _values(parameter: Parameter) -> list[OptionValue]:
    values: list[OptionValue] = list(parameter.values)
    if len(values) > _VALUES:
        values = [values[0], values[len(values) // 2], values[-1]]
    if values:
        return values
    if parameter.type is WireType.LIST:
        least, most = max(1, parameter.least), parameter.most or 1
        counts = dict.fromkeys((least, most) if parameter.files else (least,))
        return [tuple(_entry(parameter) for _ in range(count)) for count in counts]
    if parameter.type is WireType.STRING:
        return ["x" * max(1, parameter.shortest or 0)]
    bounds = [parameter.minimum, parameter.maximum, parameter.default]
    numbers = [one for one in bounds if isinstance(one, int | float)] or [1]
    return [int(one) if float(one).is_integer() else one for one in numbers]


def _entry(parameter: Parameter) -> OptionValue:
    if not parameter.fields:
        return "provider-id"
    return {one.role: _values(one)[0] for one in parameter.fields}
