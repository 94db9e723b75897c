"""What the user asks for: a prompt, a shape and a model, checked before any money moves."""

import hashlib
import json
import unicodedata
from dataclasses import dataclass

from videogen_desktop.domain.aspect_ratio import AspectRatio
from videogen_desktop.domain.catalogue import VideoModel, model_of
from videogen_desktop.domain.errors import (
    EmptyPromptError,
    PromptTooLongError,
    UnknownAspectRatioError,
    UnreadablePromptError,
)

# Letters and symbols that draw nothing: the Hangul fillers, Braille's empty cell, and an empty note
# (Unicode's DerivedCoreProperties, Default_Ignorable_Code_Point, and its charts).
_UNSEEN = frozenset("\u115f\u1160\u3164\uffa0\u2800\U0001d159")


@dataclass(frozen=True, slots=True)
class VideoRequest:
    """A request that passed every check that needs no provider."""

    prompt: str
    aspect_ratio: AspectRatio
    model: VideoModel

    @property
    def price(self) -> int:
        """Quoted price in hundredths of a credit."""
        return self.model.price

    @property
    def sha256(self) -> str:
        """Identifies the exact request body, in hexadecimal."""
        body = {"model": self.model.id, "input": self.model.inputs(self.prompt, self.aspect_ratio)}
        canonical = json.dumps(body, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(canonical.encode()).hexdigest()


def video_request(
    prompt: str, aspect_ratio: str, model_id: str | None, provider: str
) -> VideoRequest:
    """Check and normalise (NFC, outer white space removed) what the user typed.

    Raises EmptyPromptError, UnreadablePromptError, PromptTooLongError, UnknownAspectRatioError,
    UnknownModelError.
    """
    model = model_of(provider, model_id)
    try:
        shape = AspectRatio(aspect_ratio)
        model.aspect_values[shape]
    except (ValueError, KeyError) as error:
        known = tuple(value.value for value in model.aspect_values)
        raise UnknownAspectRatioError(aspect_ratio, known) from error
    return VideoRequest(_checked_prompt(prompt, model), shape, model)


def normalised_prompt(text: str) -> str:
    """NFC, without outer white space and what no database takes."""
    # A lone surrogate (a broken paste) cannot be written as UTF-8, and NUL ends strings in C.
    whole = text.encode("utf-8", "ignore").decode().replace("\0", "")
    return unicodedata.normalize("NFC", whole).strip()


def _checked_prompt(prompt: str, model: VideoModel) -> str:
    if any("\ud800" <= character <= "\udfff" for character in prompt):
        # Without its broken characters it is another prompt, which nobody asked for.
        raise UnreadablePromptError
    text = normalised_prompt(prompt)
    if not any(_is_seen(character) for character in text):
        raise EmptyPromptError
    if len(text) > model.prompt_limit:
        raise PromptTooLongError(len(text), model.prompt_limit)
    return text


def _is_seen(character: str) -> bool:
    # Marks alone stand on nothing.
    return unicodedata.category(character)[0] not in "CMZ" and character not in _UNSEEN
