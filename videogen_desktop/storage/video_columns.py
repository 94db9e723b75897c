"""A video's columns, and the frozen value that a row of them stands for."""

from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from videogen_desktop.domain.aspect_ratio import AspectRatio
from videogen_desktop.domain.states import Origin, Reason, VideoState
from videogen_desktop.domain.video import Video

COLUMNS = tuple(field.name for field in fields(Video))
_SHAPE, _STATE, _ORIGIN, _REASON, _FAVOURITE = map(
    COLUMNS.index, ("aspect_ratio", "state", "origin", "reason", "favourite")
)


def video_of(row: Iterable[Any]) -> Video:
    """The video of one row of COLUMNS."""
    # By position: a mapping of 28 columns costs more than the query (measured).
    values = list(row)
    values[_SHAPE] = AspectRatio(values[_SHAPE])
    values[_STATE] = VideoState(values[_STATE])
    values[_ORIGIN] = Origin(values[_ORIGIN])
    values[_FAVOURITE] = bool(values[_FAVOURITE])
    if values[_REASON] is not None:
        values[_REASON] = Reason(values[_REASON])
    return Video(*values)
