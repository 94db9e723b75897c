"""Requests as libraries before revision 0003 have them: a prompt, a shape and a model whose other
choices were fixed. They are spelled here as they were then, and never change.
"""

import hashlib
import json
from collections.abc import Mapping

_Fields = Mapping[str, str | int | bool]
_RATIOS = {"landscape": "16:9", "portrait": "9:16"}
_NAMES = {"landscape": "landscape", "portrait": "portrait"}
# By model: the field of the shape with its spellings, the fixed fields, and what these chose.
_MODELS: Mapping[str, tuple[str, Mapping[str, str], _Fields, _Fields]] = {
    "sandbox/video-1": ("aspect_ratio", _NAMES, {}, {}),
    "kling-2.6/text-to-video": (
        *("aspect_ratio", _RATIOS),
        {"duration": "5", "sound": True},
        {"duration": 5, "audio": True},
    ),
    "wan/2-7-text-to-video": (
        *("ratio", _RATIOS),
        {"duration": 5, "resolution": "720p"},
        {"duration": 5, "resolution": "720p"},
    ),
    "veo-3-1": (
        *("aspect_ratio", _RATIOS),
        {
            "model": "veo3_fast",
            "generation_type": "TEXT_2_VIDEO",
            "duration": 8,
            "resolution": "720p",
        },
        {"duration": 8, "resolution": "720p"},
    ),
}
_UNKNOWN: tuple[str, Mapping[str, str], _Fields, _Fields] = ("", _NAMES, {}, {})


def earlier_body(prompt: str, shape: str, model_id: str, sha256: str) -> str | None:
    """What was sent for it, where that is still known to the letter: what it was identified by
    says so."""
    field, spellings, fixed, _ = _MODELS.get(model_id, _UNKNOWN)
    if not field or shape not in spellings:
        return None
    inputs = {"prompt": prompt, field: spellings[shape], **fixed}
    body = _canonical({"model": model_id, "input": inputs})
    return body if hashlib.sha256(body.encode()).hexdigest() == sha256 else None


def earlier_request_json(prompt: str, shape: str, model_id: str) -> str:
    """The same request with its choices by name, as a column of revision 0003 holds it."""
    _, spellings, _, chosen = _MODELS.get(model_id, _UNKNOWN)
    options = {"aspect_ratio": spellings.get(shape, shape), **chosen}
    made = {"version": 1, "model": model_id, "prompt": prompt, "options": options, "inputs": {}}
    return _canonical(made)


def _canonical(value: object) -> str:
    # As domain.request had it: what it makes of a request today is no business of an old library's.
    return json.dumps(
        value, sort_keys=True, ensure_ascii=False, allow_nan=False, separators=(",", ":")
    )
