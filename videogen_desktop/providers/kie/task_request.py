"""The `param` of a record: what the task was asked for, as far as it says."""

from videogen_desktop.domain.aspect_ratio import AspectRatio
from videogen_desktop.domain.provider import TaskRequest
from videogen_desktop.providers.kie.lenient_json import unwrapped_object

# Each model spells it in its own way; see domain.catalogue.
_SHAPE_FIELDS = ("aspect_ratio", "ratio", "aspectRatio")
_SHAPES = {
    **{"16:9": AspectRatio.LANDSCAPE, "landscape": AspectRatio.LANDSCAPE},
    **{"9:16": AspectRatio.PORTRAIT, "portrait": AspectRatio.PORTRAIT},
}


def task_request(record: dict[str, object]) -> TaskRequest | None:
    """None when the record has no `param` that can be read.

    `param` is JSON text whose `input` is JSON text again; of what is not a text nothing is said.
    """
    param = unwrapped_object(record.get("param"))
    if not param:
        return None
    inputs = unwrapped_object(param.get("input"))
    return TaskRequest(
        model_id=_text(param.get("model")),
        prompt=_text(inputs.get("prompt")),
        callback_url=_text(param.get("callBackUrl")),
        aspect_ratio=_shape(inputs),
    )


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def _shape(inputs: dict[str, object]) -> AspectRatio | None:
    found = (_text(inputs.get(name)) for name in _SHAPE_FIELDS)
    return next((_SHAPES[text.lower()] for text in found if text and text.lower() in _SHAPES), None)
