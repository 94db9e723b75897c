"""The words on a card. Each call names its Vietnamese wording in the comment above it."""

import json
import re
from functools import cache

from PySide6.QtCore import QCoreApplication, QLocale

from videogen_desktop.domain.aspect_ratio import PORTRAIT, SQUARE, named_shape
from videogen_desktop.domain.clock import is_past
from videogen_desktop.domain.graphemes import beginning
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.resources import resource_path
from videogen_desktop.ui.moments import local_date, unknown_date
from videogen_desktop.ui.plain_text import drawable

_LONGEST = 400
_MINUTE, _HOUR, _DAY, _WEEK = 60_000, 3_600_000, 86_400_000, 7 * 86_400_000
_SPACE = re.compile(r"\s+")
# Overrides and isolates would let a prompt reorder what stands around it on the card.
_REORDERING = re.compile("[\u202a-\u202e\u2066-\u2069]")


def one_line(prompt: str, most: int = _LONGEST) -> str:
    """The beginning of a prompt as one line of plain text."""
    line = _SPACE.sub(" ", _REORDERING.sub(" ", beginning(prompt, most))).strip()
    return drawable(line)


def title(item: LibraryItem | None) -> str:
    return "" if item is None else one_line(item.video.prompt)


def state_label(state: VideoState) -> str:
    """The state as a card shows it, without its mark."""
    if state in (VideoState.RESERVED, VideoState.SENDING):
        return QCoreApplication.translate("Gallery", "Waiting to send")
    if state is VideoState.PENDING:
        return QCoreApplication.translate("Gallery", "Queued")
    if state is VideoState.PROCESSING:
        return QCoreApplication.translate("Gallery", "Processing")
    if state is VideoState.COMPLETED:
        return QCoreApplication.translate("Gallery", "Completed")
    if state is VideoState.FAILED:
        return QCoreApplication.translate("Gallery", "Failed")
    if state is VideoState.CANCELLED:
        return QCoreApplication.translate("Gallery", "Cancelled")
    return QCoreApplication.translate("Gallery", "Unclear")


def state_mark(state: VideoState) -> str:
    return {VideoState.COMPLETED: "✓ ", VideoState.FAILED: "✗ "}.get(state, "")


def shape_label(shape: str) -> str:
    """The shape by its name, whatever its exact ratio; "" where there is none."""
    name = named_shape(shape)
    if name is None:
        return shape
    if name == PORTRAIT:
        return QCoreApplication.translate("Gallery", "Portrait")
    if name == SQUARE:
        return QCoreApplication.translate("Gallery", "Square")
    return QCoreApplication.translate("Gallery", "Landscape")


def model_title(model_id: str) -> str:
    """As its vendor calls it; a model that no version knows by its id."""
    return _model_titles().get(model_id, model_id)


@cache
def _model_titles() -> dict[str, str]:
    files = resource_path("models").glob("*.json")
    models = [json.loads(file.read_text(encoding="utf-8"))["models"] for file in files]
    return {model["id"]: model["title"] for declared in models for model in declared}


def age_label(created_at: int, now: int) -> str:
    """How long ago, both in UTC milliseconds; a date after a week."""
    if not is_past(created_at, now):
        return unknown_date()
    age = max(0, now - created_at)
    if age < _MINUTE:
        return QCoreApplication.translate("Gallery", "Just now")
    if age < _HOUR:
        minutes = age // _MINUTE
        return QCoreApplication.translate("Gallery", "%n min ago", None, minutes)
    if age < _DAY:
        hours = age // _HOUR
        return QCoreApplication.translate("Gallery", "%n h ago", None, hours)
    if age < _WEEK:
        days = age // _DAY
        return QCoreApplication.translate("Gallery", "%n d ago", None, days)
    return local_date(created_at)


def loading_name() -> str:
    return QCoreApplication.translate("Gallery", "Loading…")


def gallery_name() -> str:
    return QCoreApplication.translate("Gallery", "Video gallery")


def percent_label(percent: int) -> str:
    """The one way a percentage is written; other texts have a place for it."""
    return QCoreApplication.translate("Gallery", "%1%").replace("%1", QLocale().toString(percent))
