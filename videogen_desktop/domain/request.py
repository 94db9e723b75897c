"""A request for a video: one value that travels whole, and one JSON object.

The form, a draft, a hand-over, a video's row and the clip's own tags carry it; none of them spells
its members out again.
"""

import json
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from videogen_desktop.domain.errors import (
    EmptyPromptError,
    PromptTooLongError,
    UnreadablePromptError,
)

VERSION = 1
# Videos that are asked for of one request at once.
MOST_TAKES = 4
# What JSON has, frozen: a list of shots is a tuple of mappings.
OptionValue = str | int | float | bool | tuple["OptionValue", ...] | Mapping[str, "OptionValue"]
Options = Mapping[str, OptionValue]
Inputs = Mapping[str, tuple[str, ...]]
_MEMBERS = frozenset({"model", "prompt", "options", "inputs"})
_PARENT = "parent"
_ORIGINAL = "original_prompt"
# Letters and symbols that draw nothing: the Hangul fillers, Braille's empty cell, and an empty note
# (Unicode's DerivedCoreProperties, Default_Ignorable_Code_Point, and its charts).
_UNSEEN = frozenset("\u115f\u1160\u3164\uffa0\u2800\U0001d159")


def frozen_value(value: object) -> OptionValue:
    """What was read from JSON, so that nobody can change it. Raises TypeError for what is none."""
    if isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, list | tuple):
        return tuple(frozen_value(one) for one in value)
    if isinstance(value, Mapping):
        return MappingProxyType({str(name): frozen_value(one) for name, one in value.items()})
    raise TypeError(type(value).__name__)


def plain_value(value: OptionValue) -> object:
    """The same as JSON writes it."""
    if isinstance(value, tuple):
        return [plain_value(one) for one in value]
    if isinstance(value, Mapping):
        return {name: plain_value(one) for name, one in value.items()}
    return value


class NoRequestError(ValueError):
    """A text that was to be a request is none."""


@dataclass(frozen=True, slots=True)
class VideoRequest:
    """`options` are values by their neutral roles, `inputs` by slot the SHA-256 of the files that
    go in, in their order. `unknown` is what a newer version wrote beside them, and is kept.
    `parent` is the id of the video that this one continues, known here or not, or "".
    `original_prompt` is what the user had written before a helper wrote it anew or in another
    language, or "": it is never sent.
    """

    model_id: str
    prompt: str
    options: Options = field(default_factory=dict, hash=False)
    inputs: Inputs = field(default_factory=dict, hash=False)
    unknown: Mapping[str, object] = field(default_factory=dict, hash=False)
    parent: str = ""
    original_prompt: str = ""

    @property
    def searched_text(self) -> str:
        """All that was written for it: a search finds it by either text."""
        both = self.prompt and self.original_prompt
        return f"{self.prompt}\n{self.original_prompt}" if both else self.prompt

    @property
    def aspect_ratio(self) -> str:
        """The shape as the model spells it, or ""."""
        return str(self.options.get("aspect_ratio", ""))

    def __repr__(self) -> str:
        # The prompt is personal and must not come into logs.
        return f"VideoRequest({self.model_id!r}, {len(self.prompt)} characters)"


@dataclass(frozen=True, slots=True)
class PricedRequest:
    """A request that passed every check, with what is sent for it and what that costs.

    `body` is canonical JSON, without addresses of callbacks; `price` is in hundredths of a credit,
    and where `is_at_most` nobody knows it: it is the most that may be held for it then. Both are
    frozen with the video: what was priced is what is sent.
    """

    request: VideoRequest
    body: str
    price: int
    is_at_most: bool = False

    @property
    def sha256(self) -> str:
        """Identifies the exact body, in hexadecimal."""
        return digest(self.body)


def digest(body: str) -> str:
    """What identifies a body."""
    # The window knows requests before its first frame, and this loads OpenSSL.
    import hashlib

    return hashlib.sha256(body.encode()).hexdigest()


def canonical(value: object) -> str:
    """JSON that is the same text for the same value."""
    return json.dumps(
        value, sort_keys=True, ensure_ascii=False, allow_nan=False, separators=(",", ":")
    )


def as_json(request: VideoRequest) -> str:
    """The request as one canonical JSON object."""
    return canonical(as_object(request))


def as_object(request: VideoRequest) -> dict[str, object]:
    """The same as an object, to stand in another one."""
    return {
        "version": VERSION,
        **request.unknown,
        "model": request.model_id,
        "prompt": request.prompt,
        "options": {role: plain_value(value) for role, value in request.options.items()},
        "inputs": {slot: list(files) for slot, files in request.inputs.items()},
        # Left out where there is none: what was asked for before there were any stays as it was.
        **({_PARENT: request.parent} if request.parent else {}),
        **({_ORIGINAL: request.original_prompt} if request.original_prompt else {}),
    }


def request_of(text: str) -> VideoRequest:
    """The request that this JSON is. Raises NoRequestError for what is none."""
    try:
        return request_of_object(json.loads(text))
    except RecursionError as error:
        raise NoRequestError("depth") from error
    except json.JSONDecodeError as error:
        raise NoRequestError(error.msg) from error


def request_of_object(stored: object) -> VideoRequest:
    """Raises NoRequestError. What this version does not know is carried along."""
    if not isinstance(stored, dict):
        raise NoRequestError(type(stored).__name__)
    model, prompt = stored.get("model", ""), stored.get("prompt", "")
    options, inputs = stored.get("options", {}), stored.get("inputs", {})
    if not (isinstance(model, str) and isinstance(prompt, str)):
        raise NoRequestError("model, prompt")
    if not (isinstance(options, dict) and isinstance(inputs, dict)):
        raise NoRequestError("options, inputs")
    try:
        chosen = {role: frozen_value(value) for role, value in options.items()}
    except TypeError as error:
        raise NoRequestError("options") from error
    slots = {slot: _files(files) for slot, files in inputs.items()}
    parent, original = stored.get(_PARENT), stored.get(_ORIGINAL)
    return VideoRequest(
        model,
        prompt,
        MappingProxyType(chosen),
        MappingProxyType(slots),
        MappingProxyType({name: one for name, one in stored.items() if not _is_known(name, one)}),
        parent if isinstance(parent, str) else "",
        original if isinstance(original, str) else "",
    )


def _is_known(name: str, value: object) -> bool:
    # A newer version stays what its members are.
    # Whatever an older library carried along by a name that means something by now stays readable.
    is_text = name in (_PARENT, _ORIGINAL) and isinstance(value, str)
    return name in _MEMBERS or is_text or (name, value) == ("version", VERSION)


def _files(stored: object) -> tuple[str, ...]:
    if not isinstance(stored, list) or not all(isinstance(one, str) for one in stored):
        raise NoRequestError("inputs")
    return tuple(stored)


def take_ids(request_id: str, takes: int) -> tuple[str, ...]:
    """The ids of so many videos of one request: its own first, and others that follow from it, so
    that whoever makes them makes the same ones, each of which the library takes once.

    Raises ValueError for a number outside 1 to MOST_TAKES.
    """
    if not 1 <= takes <= MOST_TAKES:
        raise ValueError(takes)
    if takes == 1:
        return (request_id,)
    # The window knows requests before its first frame, and this loads OpenSSL.
    import uuid

    named = uuid.UUID(request_id)
    further = (str(uuid.uuid5(named, f"take {number}")) for number in range(2, takes + 1))
    return (request_id, *further)


def normalised_prompt(text: str) -> str:
    """NFC, without outer white space and what no database takes."""
    # A lone surrogate (a broken paste) cannot be written as UTF-8, and NUL ends strings in C.
    whole = text.encode("utf-8", "ignore").decode().replace("\0", "")
    return unicodedata.normalize("NFC", whole).strip()


def checked_prompt(prompt: str, limit: int) -> str:
    """Normalised. Raises EmptyPromptError, UnreadablePromptError, PromptTooLongError."""
    if any("\ud800" <= character <= "\udfff" for character in prompt):
        # Without its broken characters it is another prompt, which nobody asked for.
        raise UnreadablePromptError
    text = normalised_prompt(prompt)
    if not any(_is_seen(character) for character in text):
        raise EmptyPromptError
    if len(text) > limit:
        raise PromptTooLongError(len(text), limit)
    return text


def _is_seen(character: str) -> bool:
    # Marks alone stand on nothing.
    return unicodedata.category(character)[0] not in "CMZ" and character not in _UNSEEN
