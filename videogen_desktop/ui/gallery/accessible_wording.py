"""What a screen reader says of a card."""

import time
from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt

from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui import charges
from videogen_desktop.ui.gallery import (
    expiry_wording,
    failure_wording,
    progress_wording,
    wording,
)
from videogen_desktop.ui.text_format import (
    age_label,
    model_title,
    one_line,
    percent_label,
    shape_label,
)

_LONGEST_PROMPT = 160


def name(item: LibraryItem | None) -> str:
    """What a screen reader says first: the prompt and where it stands."""
    if item is None:
        return wording.loading_name()
    video = item.video
    parts = [one_line(video.prompt, _LONGEST_PROMPT), wording.state_label(video.state)]
    if video.state in (VideoState.PENDING, VideoState.PROCESSING):
        parts.append(percent_label(video.progress_percent))
    return ", ".join(part for part in parts if part)


def description(item: LibraryItem | None) -> str:
    if item is None:
        return ""
    video = item.video
    now = time.time_ns() // 1_000_000
    parts = [
        failure_wording.headline(video),
        charges.cost(item),
        progress_wording.media_note(item),
        progress_wording.held_note(item),
        expiry_wording.note(item, now),
        shape_label(video.request.aspect_ratio),
        model_title(video.model_id),
        age_label(video.created_at, now),
    ]
    return ". ".join(part.rstrip(".") for part in parts if part)


# The roles of a list's row that are words.
WORDS: Mapping[int, Callable[[LibraryItem | None], str]] = {
    Qt.ItemDataRole.DisplayRole: wording.title,
    Qt.ItemDataRole.AccessibleTextRole: name,
    Qt.ItemDataRole.AccessibleDescriptionRole: description,
}
