"""The tags inside a clip: its request and its cost; and what clips bring into the library.

The MP4's `title` is the prompt in one line, its `comment` one versioned JSON object. Nothing in it
names the user, the account, the server's address or the key: clips are passed on.
"""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from videogen_desktop.domain.clock import has_date
from videogen_desktop.domain.credits import credits_as_number, hundredths_from_credits
from videogen_desktop.domain.request import VideoRequest, as_json, as_object, request_of_object
from videogen_desktop.domain.states import Origin
from videogen_desktop.domain.tasks import is_task_id
from videogen_desktop.domain.text import shortened
from videogen_desktop.domain.video import Video, clean_title

APPLICATION = "VideoGen Desktop"
VERSION = 2
COMMENT_CHARACTERS = 100_000
_TITLE_CHARACTERS = 250
_PROMPT_CHARACTERS = 20_000
_WORD_CHARACTERS = 200


@dataclass(frozen=True, slots=True)
class ClipTags:
    """`cost` is in hundredths of a credit, `created_at` in UTC milliseconds, 0 if unknown.
    `own_title` is what its user called the video, None where the prompt speaks for it."""

    video_id: str
    request: VideoRequest
    provider: str
    task_id: str | None = None
    cost: int = 0
    created_at: int = 0
    own_title: str | None = None

    @property
    def title(self) -> str:
        text = self.own_title or self.request.prompt
        return shortened(" ".join(text.split()), _TITLE_CHARACTERS)

    @property
    def comment(self) -> str:
        return _comment(self.as_object())

    def as_object(self) -> dict[str, object]:
        return {
            "video_id": self.video_id,
            "request": as_object(self.request),
            "provider": self.provider,
            "task_id": self.task_id,
            "cost_credits": credits_as_number(self.cost),
            "created_at_ms": self.created_at,
            **({"title": self.own_title} if self.own_title else {}),
        }


def tags_of(video: Video, provider: str) -> ClipTags:
    return ClipTags(
        video_id=video.id,
        request=video.request,
        provider=provider,
        # Of a task's clips an import takes one alone.
        task_id=None if video.origin is Origin.SIBLING else video.task_id,
        cost=video.cost,
        created_at=video.created_at,
        own_title=video.title,
    )


def joined_comment(parts: Sequence[tuple[ClipTags, int, int | None]]) -> str:
    """Of a file of several clips: the tags of each with its cut, from and to in milliseconds. No
    import takes it for one of them. As many parts as fit a comment stand in it."""
    listed: list[dict[str, object]] = []
    comment = _comment({"parts": listed})
    for tags, start_ms, end_ms in parts:
        listed.append({**tags.as_object(), "start_ms": start_ms, "end_ms": end_ms})
        longer = _comment({"parts": listed})
        if len(longer) > COMMENT_CHARACTERS:
            break
        comment = longer
    return comment


def _comment(body: Mapping[str, object]) -> str:
    whole = {"application": APPLICATION, "version": VERSION, **body}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))


def parse_comment(comment: str) -> ClipTags | None:
    """The tags in a comment; None for any other comment. Raises nothing, whatever the file holds.

    A newer version's comment is read as far as it holds what this one knows.
    """
    if len(comment) > COMMENT_CHARACTERS:
        return None
    try:
        stored = json.loads(comment)
        if not isinstance(stored, dict) or stored.get("application") != APPLICATION:
            return None
        return _tags(stored)
    except (ValueError, TypeError, KeyError, RecursionError, OverflowError):
        return None


@dataclass(frozen=True, slots=True)
class DroppedClip:
    """The request that a clip was made from, to fill the form with.

    `is_offered` False: the active vendor does not have its model. `cost` is in hundredths.
    `model_title` is what any vendor calls it, or its id.
    """

    request: VideoRequest
    is_offered: bool
    cost: int
    video_id: str
    model_title: str = ""


class ImportOutcome(StrEnum):
    """What became of one file."""

    ADDED = "added"
    # The video was known; its clip had been missing on this disk.
    FOUND_AGAIN = "found_again"
    KNOWN = "known"
    UNTAGGED = "untagged"
    NOT_PLAYABLE = "not_playable"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class ImportReport:
    """`files` says of each file what became of it, `added` are the ids of new videos.

    `is_stopped`: it was ended early, and `left` files that had been found were not looked at.
    """

    files: Mapping[Path, ImportOutcome] = field(default_factory=dict)
    added: tuple[str, ...] = ()
    is_stopped: bool = False
    left: int = 0

    def count(self, outcome: ImportOutcome) -> int:
        return sum(found is outcome for found in self.files.values())


def _tags(stored: Mapping[str, object]) -> ClipTags:
    task_id = stored.get("task_id")
    return ClipTags(
        video_id=_word(stored["video_id"]),
        request=_request(stored),
        provider=_word(stored["provider"]),
        task_id=None if task_id is None else _task_id(task_id),
        cost=_cost(stored.get("cost_credits", 0)),
        created_at=_moment(stored.get("created_at_ms", 0)),
        own_title=_own_title(stored.get("title")),
    )


def _request(stored: Mapping[str, object]) -> VideoRequest:
    if "request" not in stored:
        # Version 1 had a prompt, a shape by its name and a model.
        options = {"aspect_ratio": _word(stored["aspect"])}
        return VideoRequest(_word(stored["model"]), _prompt(stored["prompt"]), options)
    request = request_of_object(stored["request"])
    _word(request.model_id)
    original = _prompt(request.original_prompt) if request.original_prompt.strip() else ""
    request = replace(request, prompt=_prompt(request.prompt), original_prompt=original)
    # Whatever else stands in it must be fit to be kept.
    as_json(request).encode()
    return request


def _prompt(value: object) -> str:
    if not isinstance(value, str) or len(value) > _PROMPT_CHARACTERS:
        raise ValueError
    # A lone surrogate cannot be written as UTF-8, and NUL ends strings in C.
    prompt = value.encode("utf-8", "ignore").decode().replace("\0", "")
    if not prompt.strip():
        raise ValueError
    return prompt


def _own_title(value: object) -> str | None:
    # A title that none is costs the title alone.
    if not isinstance(value, str) or len(value) > _PROMPT_CHARACTERS:
        return None
    return clean_title(value.encode("utf-8", "ignore").decode().replace("\0", ""))


def _word(value: object) -> str:
    if not isinstance(value, str) or not 0 < len(value) <= _WORD_CHARACTERS:
        raise ValueError
    if not value.isascii() or not value.isprintable():
        raise ValueError
    return value


def _task_id(value: object) -> str:
    if not isinstance(value, str) or not is_task_id(value):
        raise ValueError
    return value


def _cost(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise ValueError
    cost = hundredths_from_credits(str(value))
    if cost < 0:
        raise ValueError
    return cost


def _moment(value: object) -> int:
    # A date that none is costs the date, not the prompt, the model and what was paid.
    if isinstance(value, bool) or not isinstance(value, int) or not has_date(value):
        return 0
    return value
