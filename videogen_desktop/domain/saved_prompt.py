"""Descriptions that their user keeps to use them again, in folders; and those of earlier videos."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from videogen_desktop.domain.preset import LONGEST_FRAGMENT, Preset, preset_name
from videogen_desktop.domain.request import (
    NoRequestError,
    Options,
    VideoRequest,
    normalised_prompt,
    plain_value,
    request_of_object,
)
from videogen_desktop.domain.text import beginning

LONGEST_FOLDER = 60
LONGEST_TEXT = 20_000
# Of a file that is read: years of anybody's writing.
LONGEST_FILE_BYTES = 8_000_000
_APPLICATION = "VideoGen Desktop"
_VERSION = 1


@dataclass(frozen=True, slots=True)
class SavedPrompt:
    """One description that was kept. `folder` "" is none; times are UTC milliseconds, `used_at`
    None: never yet."""

    id: str
    folder: str
    text: str
    created_at: int
    used_at: int | None = None
    times_used: int = 0


@dataclass(frozen=True, slots=True)
class PromptFolder:
    """A folder and how many descriptions are in it."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """Descriptions of the library's videos, newest first, each once within the page. `after` is the
    video to go on behind, or None at the end."""

    prompts: tuple[str, ...]
    after: str | None = None


@dataclass(frozen=True, slots=True)
class PromptFile:
    """Own styles and descriptions, as one file carries them to another library."""

    presets: tuple[tuple[str, VideoRequest], ...] = ()
    prompts: tuple[tuple[str, str], ...] = ()


class NoPromptFileError(ValueError):
    """A file that was to hold styles and descriptions holds something else."""


def folder_name(text: str) -> str:
    """As it is kept: one line, at most 60 characters."""
    return beginning(" ".join(normalised_prompt(text).split()), LONGEST_FOLDER).rstrip()


def kept_text(text: str) -> str:
    """A description as it is kept; "" for nothing to keep."""
    return beginning(normalised_prompt(text), LONGEST_TEXT).rstrip()


def file_text(presets: Iterable[Preset], prompts: Iterable[SavedPrompt]) -> str:
    """The file: one JSON object that people can read."""
    body = {
        "application": _APPLICATION,
        "version": _VERSION,
        "presets": [_preset_object(one) for one in presets],
        "prompts": [{"folder": one.folder, "text": one.text} for one in prompts],
    }
    return json.dumps(body, ensure_ascii=False, indent=1) + "\n"


def prompt_file(text: str) -> PromptFile:
    """What such a file holds; entries that nothing can be made of are left out. Raises
    NoPromptFileError."""
    try:
        stored = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NoPromptFileError("json") from error
    if not isinstance(stored, dict) or stored.get("application") != _APPLICATION:
        raise NoPromptFileError("application")
    presets, prompts = stored.get("presets", []), stored.get("prompts", [])
    if not isinstance(presets, list) or not isinstance(prompts, list):
        raise NoPromptFileError("lists")
    read_presets = (_read_preset(one) for one in presets)
    read_prompts = (_read_prompt(one) for one in prompts)
    return PromptFile(
        tuple(one for one in read_presets if one is not None),
        tuple(one for one in read_prompts if one is not None),
    )


def own_preset(preset_id: str, name: str, fragment: str, options: Options) -> Preset:
    """A style of the user's own, as it is kept."""
    words = beginning(normalised_prompt(fragment), LONGEST_FRAGMENT).rstrip()
    request = VideoRequest("", words, options)
    return Preset(preset_id, {"": preset_name(name)}, request, is_own=True)


def _preset_object(one: Preset) -> Mapping[str, object]:
    options = {role: plain_value(value) for role, value in one.request.options.items()}
    return {"name": one.name(""), "prompt": one.fragment, "options": options}


def _read_preset(entry: object) -> tuple[str, VideoRequest] | None:
    if not isinstance(entry, dict) or not isinstance(entry.get("name"), str):
        return None
    wanted = {"prompt": entry.get("prompt", ""), "options": entry.get("options", {})}
    try:
        request = request_of_object(wanted)
    except NoRequestError:
        return None
    name = preset_name(normalised_prompt(entry["name"]))
    has_something = bool(normalised_prompt(request.prompt) or request.options)
    return (name, request) if name and has_something else None


def _read_prompt(entry: object) -> tuple[str, str] | None:
    if not isinstance(entry, dict):
        return None
    folder, text = entry.get("folder", ""), entry.get("text")
    if not isinstance(folder, str) or not isinstance(text, str) or not kept_text(text):
        return None
    return folder_name(folder), kept_text(text)
