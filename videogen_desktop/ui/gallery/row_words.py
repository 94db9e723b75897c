"""The words of a card for a screen reader and a tool tip: also those that it does not show."""

import time
from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt

from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui import charges
from videogen_desktop.ui.gallery import wording
from videogen_desktop.ui.gallery.failure_wording import failure_headline
from videogen_desktop.ui.plain_label import plain_tooltip
from videogen_desktop.ui.text_format import (
    age_label,
    model_title,
    one_line,
    percent_label,
    shape_label,
    without_prompt,
)

_LONGEST_PROMPT = 160


def accessible_name(item: LibraryItem | None) -> str:
    """What a screen reader says first: the title, else the prompt, and where it stands."""
    if item is None:
        return wording.loading_name()
    video = item.video
    parts = [
        one_line(video.name, _LONGEST_PROMPT) or without_prompt(),
        wording.state_label(video.state),
    ]
    if video.is_new:
        parts.append(wording.new_label())
    if video.state in (VideoState.PENDING, VideoState.PROCESSING):
        parts.append(percent_label(video.progress_percent))
    return ", ".join(part for part in parts if part)


def accessible_description(item: LibraryItem | None) -> str:
    if item is None:
        return ""
    video = item.video
    now = time.time_ns() // 1_000_000
    parts = [
        one_line(video.prompt, _LONGEST_PROMPT) if video.title else "",
        failure_headline(item),
        charges.cost(item),
        wording.media_note(item),
        wording.held_note(item),
        charges.reported(item),
        wording.expiry_note(item, now),
        shape_label(video.request.aspect_ratio),
        model_title(item),
        age_label(video.created_at, now),
    ]
    return ". ".join(part.rstrip(".") for part in parts if part)


def tooltip(item: LibraryItem | None) -> str:
    """Where it stands, also where its card does not say it any more."""
    if item is None:
        return ""
    words = [
        wording.state_label(item.video.state),
        one_line(item.video.prompt) if item.video.title else "",
    ]
    return plain_tooltip(" · ".join(one for one in words if one))


# The roles of a list's row that are words.
WORDS: Mapping[int, Callable[[LibraryItem | None], str]] = {
    Qt.ItemDataRole.DisplayRole: wording.title,
    Qt.ItemDataRole.ToolTipRole: tooltip,
    Qt.ItemDataRole.AccessibleTextRole: accessible_name,
    Qt.ItemDataRole.AccessibleDescriptionRole: accessible_description,
}
