"""The provider's tasks: their ids, the video that one can be, and what a rescue brought.

The one grammar of ids holds for answers, callbacks, dialogs and commands. Vendors promise nothing
about theirs, and an id that was answered is paid for: whatever can be stored, shown and sent again
is one.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from videogen_desktop.domain.addresses import reference_in
from videogen_desktop.domain.aspect_ratio import closest_shape
from videogen_desktop.domain.errors import VideoGenError
from videogen_desktop.domain.input_file import inputs_in
from videogen_desktop.domain.parameter import ASPECT_RATIO
from videogen_desktop.domain.provider import TaskRequest, TaskStatus
from videogen_desktop.domain.request import Options, OptionValue, normalised_prompt
from videogen_desktop.domain.video import Video

LONGEST_ID = 2_000
_QUOTED = re.compile(r'"([^"\r\n]*)"')
# What stands between ids in lists, tables, JSON and addresses.
_BETWEEN = frozenset(",;|\"'`<>()[]{}\\=&")
# Ends of sentences and labels, at either end of an id.
_AROUND = ".:!?"
# Two clocks: a task is "made before" only when no clock can explain it.
_CLOCK_SKEW_MS = 10 * 60_000


def is_task_id(text: str) -> bool:
    """Whether it can be one: no control characters, nothing invisible, no half characters."""
    return 0 < len(text) <= LONGEST_ID and any(map(str.isalnum, text)) and all(map(_is_shown, text))


def task_ids_in(text: str) -> tuple[str, ...]:
    """The ids in a pasted text, whatever stands between them, each once and in order.

    One with a blank or a comma in it stands in double quotes.
    """
    found: list[str] = []
    for number, part in enumerate(_QUOTED.split(text)):
        # Every second part stood in quotes.
        pieces = [part] if number % 2 else _pieces(part)
        found.extend(piece for piece in pieces if is_task_id(piece))
    return tuple(dict.fromkeys(found))


def task_ids_of_words(words: Sequence[str]) -> tuple[str, ...]:
    """The ids that a command was given: a word that the shell kept together may hold blanks."""
    found: list[str] = []
    for word in words:
        is_one = is_task_id(word) and not any(map(_separates, word.replace(" ", "")))
        found.extend([word.strip()] if is_one else task_ids_in(word))
    return tuple(dict.fromkeys(found))


def _pieces(text: str) -> Iterator[str]:
    spaced = "".join(" " if _separates(character) else character for character in text)
    for piece in spaced.split():
        yield piece.strip(_AROUND)


def _separates(character: str) -> bool:
    if character.isascii():
        return character.isspace() or character in _BETWEEN or not character.isprintable()
    # Letters and their marks of any alphabet are part of an id; foreign punctuation is not.
    return not character.isalnum() and unicodedata.category(character)[0] != "M"


def _is_shown(character: str) -> bool:
    return character.isprintable() or unicodedata.category(character) == "Zs"


# By the address under which the vendor had them, the SHA-256 of files that were uploaded.
Uploads = Mapping[str, str]
_NONE: Uploads = {}


def differences(video: Video, status: TaskStatus, uploads: Uploads = _NONE) -> tuple[str, ...]:
    """What the record says differently: any of "model", "prompt", "shape", "options", "files",
    "time".

    What it does not say is no difference, and no agreement either. A file that we uploaded is the
    one that it was, whatever the address.
    """
    asked = status.asked
    found = []
    if asked is not None:
        if asked.model_id is not None and asked.model_id != video.model_id:
            found.append("model")
        if asked.prompt is not None and not _is_same_prompt(asked.prompt, video.prompt):
            found.append("prompt")
        found += _other_options(video, asked.options)
        found += ["files"] if _has_other_files(video, asked, uploads) else []
    sent_at = video.sent_at or video.created_at
    if status.created_at is not None and status.created_at < sent_at - _CLOCK_SKEW_MS:
        found.append("time")
    return tuple(found)


def resembles(video: Video, status: TaskStatus, uploads: Uploads = _NONE) -> bool:
    """Whether the record names the video's very prompt and says nothing that differs."""
    says_what = status.asked is not None and status.asked.prompt is not None
    return says_what and not differences(video, status, uploads)


def is_named(video: Video, status: TaskStatus, uploads: Uploads = _NONE) -> bool:
    """Whether the record resembles the video and does not name another one: a task that we asked
    for with an address for callbacks has its video in it."""
    if not resembles(video, status, uploads) or status.asked is None:
        return False
    url = status.asked.callback_url
    return url is None or reference_in(url.partition("?")[2]) == video.id


def _other_options(video: Video, asked: Options) -> list[str]:
    """What only one of the two names says nothing: it may be the other's default."""
    ours = video.request.options
    other = {
        role
        for role, value in asked.items()
        if role in ours and not _is_same(role, ours[role], value)
    }
    return [
        *(["shape"] if ASPECT_RATIO in other else []),
        *(["options"] if other - {ASPECT_RATIO} else []),
    ]


def _has_other_files(video: Video, asked: TaskRequest, uploads: Uploads) -> bool:
    ours = set(inputs_in(video.body or ""))
    known = {uploads[address] for address in asked.addresses if address in uploads}
    if known - ours:
        return True
    # An address that we do not know (any more) may be any file of ours.
    names_all = all(address in uploads for address in asked.addresses)
    return names_all and asked.prompt is not None and known != ours


def _is_same(role: str, ours: OptionValue, theirs: OptionValue) -> bool:
    if role == ASPECT_RATIO:
        # A library of an earlier version may say "landscape" where the record says "16:9".
        return ours == theirs or closest_shape(str(ours), [str(theirs)]) == theirs
    return ours == theirs


def _is_same_prompt(one: str, other: str) -> bool:
    return normalised_prompt(one) == normalised_prompt(other)


class RescueOutcome(StrEnum):
    """What became of one task id."""

    RESCUED = "rescued"
    # A video of the library is this task; what the record says now was written into it.
    KNOWN = "known"
    # Nothing was done: unconfirmed videos asked for the same, and one of them may be this task.
    RESEMBLES = "resembles"
    # The provider has no record of it (any more).
    UNKNOWN = "unknown"
    # The record could not be read; nothing is known about the task.
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Rescue:
    """One task id and its video, if it has one; `error` says why it could not be read.

    `resembles` are ids of unconfirmed videos that asked for the same: one of them may be this
    task, and only their owner can tell.
    """

    task_id: str
    outcome: RescueOutcome
    video: Video | None = None
    error: VideoGenError | None = None
    resembles: tuple[str, ...] = ()
