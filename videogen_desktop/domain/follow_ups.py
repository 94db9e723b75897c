"""Follow-ups of a finished clip: which models make one, and what a vendor is told of it."""

from collections.abc import Iterable, Sequence

from videogen_desktop.domain.input_slot import InputSlot, SlotKind
from videogen_desktop.domain.model import TaskKind, VideoModel
from videogen_desktop.domain.request import OptionValue, VideoRequest
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.video import Video

FOLLOW_UPS = frozenset({TaskKind.EXTEND, TaskKind.UPSCALE})
# Where a picture goes that a video begins with; models without a first frame have it as a portrait
# or as their first reference.
_FIRST_PICTURES = ("first_frame", "portrait", "reference")
# Of the options of the video that is continued: its model.
MODEL = "model"
# Below that two ids have nothing but letters in common.
_ALIKE = 0.6


def takes_task_of(model: VideoModel, model_id: str) -> bool:
    """Whether the vendor's follow-up takes a task of the other model: one whose id begins
    with the same family. `film/extend` takes what `film-3` made."""
    is_follow_up = bool(model.parent_wire) and bool(FOLLOW_UPS & set(model.kinds))
    own, other = _family(model.id), _family(model_id)
    return is_follow_up and (other == own or other.startswith(f"{own}-"))


def follow_ups(
    models: Iterable[VideoModel], model_id: str, kind: TaskKind
) -> tuple[VideoModel, ...]:
    """Those that extend, or upscale, what this model made, by its task."""
    return tuple(one for one in models if kind in one.kinds and takes_task_of(one, model_id))


def clip_place(model: VideoModel) -> InputSlot | None:
    """The place of the video that this model works on, where it has one."""
    slot = model.slot("source")
    return slot if slot is not None and slot.kind is SlotKind.VIDEO else None


def clip_follow_ups(models: Iterable[VideoModel], kind: TaskKind) -> tuple[VideoModel, ...]:
    """Those that extend, or upscale, any clip: it goes in as a file."""
    return tuple(one for one in models if kind in one.kinds and clip_place(one) is not None)


def first_picture(model: VideoModel) -> InputSlot | None:
    """The place of the picture that a video of this model begins with, where it has one."""
    slots = (model.slot(name) for name in _FIRST_PICTURES)
    return next((slot for slot in slots if slot and slot.kind is SlotKind.IMAGE), None)


def able_to_continue(models: Iterable[VideoModel]) -> tuple[VideoModel, ...]:
    """Those that make a video out of the picture that it begins with."""
    return tuple(one for one in models if TaskKind.IMAGE in one.kinds and first_picture(one))


def continuing(models: Sequence[VideoModel], model_id: str) -> VideoModel | None:
    """The model that goes on from the last frame of this one's clips: itself, else the one of its
    family for pictures that is called most like it; None where there is none."""
    able = able_to_continue(models)
    family = [one for one in able if _family(one.id) == _family(model_id)]
    return max(family, key=lambda one: _likeness(one.id, model_id), default=None)


def nearest(models: Iterable[VideoModel], request: VideoRequest) -> VideoModel | None:
    """Of these models, which can be had, the one for a request whose own nobody knows: it does the
    same and is called most like it, else the first of them; None where there is none."""
    offered = [one for one in models if not one.needs_parent]
    has_files = any(request.inputs.values())
    able = [
        one
        for one in offered
        if (first_picture(one) is not None if has_files else TaskKind.TEXT in one.kinds)
    ]
    alike = [(_likeness(one.id, request.model_id), one) for one in able or offered]
    best = max(alike, key=lambda each: each[0], default=None)
    if best is None:
        return None
    return best[1] if best[0] >= _ALIKE else alike[0][1]


def parent_of(
    model: VideoModel, parent: Video | None, wallet_id: str
) -> tuple[str, dict[str, OptionValue] | None]:
    """The task that is continued, and its options with its model; nothing where the vendor would
    not know it: another wallet's, one that is not made, or one of another family."""
    if parent is None or parent.wallet_id != wallet_id or parent.task_id is None:
        return "", None
    is_made = parent.state is VideoState.COMPLETED
    if not is_made or not takes_task_of(model, parent.model_id):
        return "", None
    return parent.task_id, {**parent.request.options, MODEL: parent.model_id}


def _likeness(one: str, other: str) -> float:
    # 0.15 MB of a window that continues no clip.
    from difflib import SequenceMatcher

    return SequenceMatcher(None, one, other).ratio()


def _family(model_id: str) -> str:
    return model_id.partition("/")[0]
