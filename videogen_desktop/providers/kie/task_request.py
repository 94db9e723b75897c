"""The `param` of a record: what the task was asked for, as far as it says."""

import re
from collections.abc import Iterator, Mapping, Sequence

from videogen_desktop.domain.model import VideoModel
from videogen_desktop.domain.parameter import ASPECT_RATIO
from videogen_desktop.domain.provider import TaskRequest
from videogen_desktop.domain.request import Options
from videogen_desktop.providers.kie.lenient_json import unwrapped_object

_ADDRESS = re.compile(r"https?://[^\s\"'<>\\]{1,4000}", re.IGNORECASE)
_MOST_ADDRESSES = 50
# How models that nobody here knows may spell their shape.
_SHAPE_FIELDS = ("aspect_ratio", "ratio", "aspectRatio")


def task_request(record: dict[str, object], models: Sequence[VideoModel]) -> TaskRequest | None:
    """None when the record has no `param` that can be read.

    `param` is JSON text whose `input` is JSON text again; of what is not a text nothing is said.
    """
    param = unwrapped_object(record.get("param"))
    if not param:
        return None
    inputs = unwrapped_object(param.get("input"))
    model_id = _text(param.get("model"))
    model = next((one for one in models if one.id == model_id), None)
    return TaskRequest(
        model_id=model_id,
        prompt=_text(inputs.get((model and model.prompt_wire) or "prompt")),
        callback_url=_text(param.get("callBackUrl")),
        options=_shape(inputs) if model is None else model.options_of(inputs),
        addresses=tuple(dict.fromkeys(_addresses(inputs)))[:_MOST_ADDRESSES],
        slots={} if model is None else model.addresses_of(inputs),
    )


def _addresses(value: object, levels: int = 5) -> Iterator[str]:
    """Every text that is an address and nothing else."""
    if isinstance(value, str):
        if _ADDRESS.fullmatch(value):
            yield value
    elif levels and isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _addresses(one, levels - 1)


def _shape(inputs: Mapping[str, object]) -> Options:
    shape = next((text for name in _SHAPE_FIELDS if (text := _text(inputs.get(name)))), None)
    return {} if shape is None else {ASPECT_RATIO: shape}


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None
