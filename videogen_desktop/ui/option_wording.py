"""The names of a request's options, files and models' kinds, in the user's language."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from videogen_desktop.domain.model import TaskKind
    from videogen_desktop.domain.request import OptionValue

# As domain.parameter names them, which the composer does without before the first frame.
ASPECT_RATIO, DURATION, RESOLUTION, AUDIO = "aspect_ratio", "duration", "resolution", "audio"
QUALITY, SEED, NEGATIVE_PROMPT = "quality", "seed", "negative_prompt"
_ENTRY = re.compile(r"(?P<list>\w+)\[(?P<number>\d+)\]\.\w+")


def role_name(role: str) -> str:
    """What a parameter or a place for files is called; one of no known role keeps its name."""
    entry = _ENTRY.fullmatch(role)
    if entry is None:
        return _known_role(role) or role
    # A place for the files of a list's entry.
    name = role_name(entry["list"])
    if entry["list"] == "elements":
        name = QCoreApplication.translate("Parameters", "Element")
    return f"{name} {int(entry['number']) + 1}"


def _known_role(role: str) -> str:
    names: Mapping[str, str] = {
        ASPECT_RATIO: QCoreApplication.translate("Parameters", "Aspect ratio"),
        DURATION: QCoreApplication.translate("Parameters", "Length"),
        RESOLUTION: QCoreApplication.translate("Parameters", "Resolution"),
        AUDIO: QCoreApplication.translate("Parameters", "Sound"),
        QUALITY: QCoreApplication.translate("Parameters", "Quality"),
        "prompt": QCoreApplication.translate("Parameters", "Description"),
        NEGATIVE_PROMPT: QCoreApplication.translate("Parameters", "What must not appear"),
        SEED: QCoreApplication.translate("Parameters", "Seed"),
        "guidance": QCoreApplication.translate("Parameters", "Faithfulness to the description"),
        "camera_fixed": QCoreApplication.translate("Parameters", "Camera stands still"),
        "mode": QCoreApplication.translate("Parameters", "Mode"),
        "watermark": QCoreApplication.translate("Parameters", "Watermark"),
        "first_frame": QCoreApplication.translate("Parameters", "First frame"),
        "last_frame": QCoreApplication.translate("Parameters", "Last frame"),
        "reference": QCoreApplication.translate("Parameters", "Reference pictures"),
        "reference_video": QCoreApplication.translate("Parameters", "Reference videos"),
        "reference_sound": QCoreApplication.translate("Parameters", "Reference sounds"),
        "source": QCoreApplication.translate("Parameters", "Source video"),
        "source_sound": QCoreApplication.translate("Parameters", "Source sound"),
        "portrait": QCoreApplication.translate("Parameters", "Picture of a person"),
        "video_input": QCoreApplication.translate("Parameters", "A video that goes in"),
        "takes": QCoreApplication.translate("Parameters", "Takes"),
        "most": QCoreApplication.translate("Parameters", "Held at most"),
        # The column of a batch whose files take the places that its model has.
        "files": QCoreApplication.translate("Batch", "Pictures"),
        "parent": QCoreApplication.translate("Parameters", "The video that is continued"),
    }
    return names.get(role) or _further_roles().get(role, "")


def _further_roles() -> Mapping[str, str]:
    """Under the names that the fields of several models have in common."""
    rewriting = QCoreApplication.translate("Parameters", "Rewrite the description")
    safety = QCoreApplication.translate("Parameters", "Safety check")
    return {
        "prompt_extend": rewriting,
        "prompt_optimizer": rewriting,
        "enable_prompt_expansion": rewriting,
        "enable_translation": QCoreApplication.translate("Parameters", "Translate the description"),
        "enable_safety_checker": safety,
        "nsfw_checker": QCoreApplication.translate("Parameters", "Check for adult content"),
        "elements": QCoreApplication.translate("Parameters", "Elements (people, things)"),
        "name": QCoreApplication.translate("Parameters", "Name"),
        "description": QCoreApplication.translate("Parameters", "Description"),
        "multi_prompt": QCoreApplication.translate("Parameters", "Shots"),
        "multi_shots": QCoreApplication.translate("Parameters", "Several shots"),
        "generate_multi_clip_switch": QCoreApplication.translate("Parameters", "Several shots"),
        "prefer_multi_shots": QCoreApplication.translate("Parameters", "Rather several shots"),
        "customize_multi_shots": QCoreApplication.translate("Parameters", "Shots of my own"),
        "web_search": QCoreApplication.translate("Parameters", "Search the web"),
        "return_last_frame": QCoreApplication.translate("Parameters", "Also give the last frame"),
        "output_format": QCoreApplication.translate("Parameters", "File format"),
        "character_ids": QCoreApplication.translate("Parameters", "Characters (ids)"),
        "audio_ids": QCoreApplication.translate("Parameters", "Voices (ids)"),
        "character_orientation": QCoreApplication.translate("Parameters", "Posture follows"),
        "background_source": QCoreApplication.translate("Parameters", "Background from"),
        "audio_setting": QCoreApplication.translate("Parameters", "Sound of the source"),
        "acceleration": QCoreApplication.translate("Parameters", "Acceleration"),
        "num_frames": QCoreApplication.translate("Parameters", "Number of frames"),
        "frames_per_second": QCoreApplication.translate("Parameters", "Frames per second"),
        "num_inference_steps": QCoreApplication.translate("Parameters", "Steps of computing"),
        "upscale_factor": QCoreApplication.translate("Parameters", "Enlargement"),
        "extend_at": QCoreApplication.translate("Parameters", "Continue at second"),
    }


def in_order(options: "Mapping[str, OptionValue]") -> "list[tuple[str, OptionValue]]":
    """As the composer shows them, and what has no name of ours last; JSON sorts by name."""
    order = (ASPECT_RATIO, DURATION, RESOLUTION, AUDIO, QUALITY)
    last = len(order)
    return sorted(
        options.items(), key=lambda each: order.index(each[0]) if each[0] in order else last
    )


def by_default() -> str:
    """The word for an option that is left to the model."""
    return QCoreApplication.translate("Parameters", "Automatic")


def value_text(role: str, value: "OptionValue") -> str:
    """A value as people say it."""
    if isinstance(value, bool):
        on = QCoreApplication.translate("Parameters", "On")
        off = QCoreApplication.translate("Parameters", "Off")
        return on if value else off
    if isinstance(value, tuple):
        return QCoreApplication.translate("Parameters", "%n entries", None, len(value))
    if role == DURATION and isinstance(value, int | float):
        if value <= 0:
            return by_default()
        return QCoreApplication.translate("Parameters", "{seconds} s").format(seconds=value)
    lines = str(value).lower().removesuffix("p")
    if lines.isdecimal() and role in (RESOLUTION, QUALITY):
        return f"{lines}p"
    return _known_value(str(value).lower()) or _readable(str(value))


def _known_value(value: str) -> str:
    if value in ("auto", "adaptive"):
        return by_default()
    names: Mapping[str, str] = {
        "none": QCoreApplication.translate("Parameters", "None"),
        "std": QCoreApplication.translate("Parameters", "Standard"),
        "pro": QCoreApplication.translate("Parameters", "Professional"),
        "normal": QCoreApplication.translate("Parameters", "Normal"),
        "regular": QCoreApplication.translate("Parameters", "Normal"),
        "fun": QCoreApplication.translate("Parameters", "Playful"),
        "spicy": QCoreApplication.translate("Parameters", "Daring"),
        "lite": QCoreApplication.translate("Parameters", "Light"),
        "basic": QCoreApplication.translate("Parameters", "Basic"),
        "origin": QCoreApplication.translate("Parameters", "As it is"),
        "image": QCoreApplication.translate("Parameters", "The picture"),
        "video": QCoreApplication.translate("Parameters", "The video"),
        "input_image": QCoreApplication.translate("Parameters", "The picture"),
        "input_video": QCoreApplication.translate("Parameters", "The video"),
    }
    return names.get(value, "")


def _readable(value: str) -> str:
    if value[:-1].isdecimal() and value.endswith("k"):
        return value.upper()
    if "_" not in value or not value.isascii():
        return value
    words = value.replace("_", " ").capitalize()
    # `veo3_fast`: a name with its number, unlike `v5_turbo`.
    return re.sub(r"(?<=[A-Za-z]{3})(?=\d)", " ", words)


def kind_name(kind: "TaskKind") -> str:
    """What a model makes a video of, in a word or two."""
    names: Mapping[str, str] = {
        "text": QCoreApplication.translate("Kinds", "text"),
        "image": QCoreApplication.translate("Kinds", "picture"),
        "frames": QCoreApplication.translate("Kinds", "first and last frame"),
        "references": QCoreApplication.translate("Kinds", "references"),
        "edit": QCoreApplication.translate("Kinds", "edit a video"),
        "extend": QCoreApplication.translate("Kinds", "extend"),
        "upscale": QCoreApplication.translate("Kinds", "upscale"),
        "avatar": QCoreApplication.translate("Kinds", "talking person"),
        "motion": QCoreApplication.translate("Kinds", "movement of another"),
        "lip_sync": QCoreApplication.translate("Kinds", "lip sync"),
    }
    return names.get(str(kind), str(kind))
