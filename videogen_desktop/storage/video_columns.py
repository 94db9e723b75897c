"""A video's columns, and the frozen value that a row of them stands for."""

from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from videogen_desktop.domain.aspect_ratio import named_shape
from videogen_desktop.domain.request import as_json, request_of
from videogen_desktop.domain.states import Origin, Reason, VideoState
from videogen_desktop.domain.text import folded, marked_words
from videogen_desktop.domain.video import Video

COLUMNS = tuple(field.name for field in fields(Video))
_REQUEST, _STATE, _ORIGIN, _REASON, _FAVOURITE = map(
    COLUMNS.index, ("request", "state", "origin", "reason", "favourite")
)


def searched_by(video: Video) -> dict[str, str]:
    """The columns that the index of words is made of."""
    text = video.searched_text
    return {"prompt_folded": folded(text), "words_marked": " ".join(marked_words(text))}


def values_of(video: Video) -> dict[str, object]:
    """The video's row but for its library, with what it is searched by."""
    return {name: getattr(video, name) for name in COLUMNS} | {
        "request": as_json(video.request),
        **searched_by(video),
        "model_id": video.model_id,
        "parent_id": video.parent_id,
        "shape": named_shape(video.request.aspect_ratio) or "",
    }


def video_of(row: Iterable[Any]) -> Video:
    """The video of one row of COLUMNS."""
    # By position: a mapping of 28 columns costs more than the query (measured).
    values = list(row)
    values[_REQUEST] = request_of(values[_REQUEST])
    values[_STATE] = VideoState(values[_STATE])
    values[_ORIGIN] = Origin(values[_ORIGIN])
    values[_FAVOURITE] = bool(values[_FAVOURITE])
    if values[_REASON] is not None:
        values[_REASON] = Reason(values[_REASON])
    return Video(*values)
