"""The words at clips that are compared: how they differ, and why one does not play."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui.gallery import wording as gallery_wording
from videogen_desktop.ui.option_wording import (
    ASPECT_RATIO,
    DURATION,
    RESOLUTION,
    in_order,
    role_name,
    value_text,
)
from videogen_desktop.ui.player.preview_player import PlaybackProblem
from videogen_desktop.ui.shortcuts.table import Command, Place, key_text

# Their values say by themselves what they are.
_PLAIN = (ASPECT_RATIO, DURATION, RESOLUTION)


def differences(items: Sequence[LibraryItem]) -> list[str]:
    """For each what is not the same in all: description, model, options. Where nothing differs,
    as among takes, the model."""
    roles = dict(in_order({role: "" for item in items for role in item.video.request.options}))
    columns = (
        [[gallery_wording.title(item) for item in items]]
        if _differ([item.video.prompt for item in items])
        else []
    )
    models = [item.model_title or item.video.model_id for item in items]
    if _differ(models):
        columns.append(models)
    for role in roles:
        texts = [_option(item, role) for item in items]
        if _differ(texts):
            columns.append(texts)
    if not columns:
        columns.append(models)
    return [" · ".join(filter(None, texts)) for texts in zip(*columns, strict=True)]


def _differ(texts: Sequence[str]) -> bool:
    return len(set(texts)) > 1


def _option(item: LibraryItem, role: str) -> str:
    value = item.video.request.options.get(role)
    if value is None:
        return ""
    text = value_text(role, value)
    return text if role in _PLAIN else f"{role_name(role)}: {text}"


def message(item: LibraryItem, problem: PlaybackProblem | None, *, is_gone: bool) -> str:
    """What stands in place of the clip; empty where it plays."""
    if is_gone:
        return QCoreApplication.translate("Compare", "This video was deleted.")
    if problem is not None:
        return gallery_wording.playback_problem(problem.value)
    if item.plays_elsewhere:
        return gallery_wording.playback_problem(PlaybackProblem.NO_FRAMES.value)
    if item.clip is not None:
        return ""
    if item.video.state is VideoState.COMPLETED:
        note = gallery_wording.media_note(item)
        return note or gallery_wording.playback_problem(PlaybackProblem.MISSING.value)
    return gallery_wording.state_label(item.video.state)


def heading(count: int) -> str:
    return QCoreApplication.translate("Compare", "Compare %n clips", None, count)


def hint(count: int) -> str:
    """How one is picked."""
    if count == 2:
        return QCoreApplication.translate(
            "Compare", "Press 1 or 2 to keep that clip: the other goes to the bin"
        )
    text = QCoreApplication.translate(
        "Compare", "Press 1 to %1 to keep that clip: the others go to the bin"
    )
    return text.replace("%1", str(count))


def rule_of_lengths() -> str:
    return QCoreApplication.translate("Compare", "Shorter clips wait on their last frame")


def waits() -> str:
    return QCoreApplication.translate("Compare", "Over: waits for the longest")


def pick() -> str:
    return QCoreApplication.translate("Compare", "Keep")


def pick_name(number: int, count: int) -> str:
    """`number` counts from 1."""
    if count == 2:
        text = QCoreApplication.translate("Compare", "Keep clip %1, the other goes to the bin")
    else:
        text = QCoreApplication.translate("Compare", "Keep clip %1, the others go to the bin")
    return f"{text.replace('%1', str(number))} ({number})"


def hear_name(number: int, *, is_heard: bool) -> str:
    if is_heard:
        text = QCoreApplication.translate("Compare", "The sound of clip %1 is heard")
    else:
        text = QCoreApplication.translate("Compare", "Hear clip %1")
    key = key_text(Place.COMPARE, Command.NEXT_SOUND)
    return f"{text.replace('%1', str(number))} ({key})"


def clip_name(number: int, label: str, note: str) -> str:
    """For screen readers: which one it is, how it differs, and what is wrong with it."""
    text = QCoreApplication.translate("Compare", "Clip %1").replace("%1", str(number))
    return ". ".join(part for part in (text, label, note) if part)


def picked(number: int, deleted: int) -> str:
    """What was done: `number` counts from 1."""
    text = QCoreApplication.translate(
        "Compare", "Clip %1 is a favourite, %n went to the bin", None, deleted
    )
    return text.replace("%1", str(number))


def too_few() -> str:
    return QCoreApplication.translate("Compare", "Select 2 to 4 videos to compare them.")


def nothing_beside() -> str:
    return QCoreApplication.translate("Compare", "This video has no other take to compare it with.")


def first_of_many(count: int) -> str:
    return QCoreApplication.translate(
        "Compare", "Four at a time: these are the first 4 of %n.", None, count
    )
