"""The text helper's tasks, and the answers that it may give: it writes descriptions, and never
sends or pays for anything.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from videogen_desktop.domain.errors import TextHelperError
from videogen_desktop.domain.request import normalised_prompt

# The address that stands for the trial wallet's own server, whose port is another at each start.
TRIAL = "trial"
TRIAL_MODEL = "trial-writer"
FILE = "text-helper.json"
# No model reads more, and nobody reads it through.
LONGEST_ANSWER = 6_000
LONGEST_SOURCE = 20_000
_THOUGHTS = re.compile(r"(?is)<(think|thinking|reasoning)>.*?(</\1>|\Z)")
_FENCE = re.compile(r"(?s)\A```\w*\n(.*?)\n?```\Z")
_QUOTES = {'"': '"', "“": "”", "«": "»", "'": "'", "„": "“"}
_MANY_LINES = re.compile(r"\n{3,}")


class HelperTask(StrEnum):
    """What is done to a description."""

    IMPROVE = "improve"
    TRANSLATE = "translate"


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A description as it was, and as the helper would have it. Nothing was changed yet."""

    task: HelperTask
    before: str
    after: str


def cleaned_answer(answer: str, source: str) -> str:
    """The text alone: no thoughts aloud, no fence, no quotes around it, nothing that nobody sees.

    Raises TextHelperError ("empty", "too_much").
    """
    if len(answer) > LONGEST_ANSWER * 4:
        raise TextHelperError("too_much")
    text = _THOUGHTS.sub("", answer).strip()
    if (fenced := _FENCE.match(text)) is not None:
        text = fenced[1].strip()
    text = _without_quotes(text, source.strip())
    shown = "".join(c if c == "\n" or _is_shown(c) else " " for c in text.replace("\r\n", "\n"))
    lines = (" ".join(line.split()) for line in shown.split("\n"))
    clean = normalised_prompt(_MANY_LINES.sub("\n\n", "\n".join(lines)))
    if not clean:
        raise TextHelperError("empty")
    if len(clean) > LONGEST_ANSWER:
        raise TextHelperError("too_much")
    return clean


def _without_quotes(text: str, source: str) -> str:
    ending = _QUOTES.get(text[:1])
    is_quoted = ending is not None and len(text) > 1 and text.endswith(ending)
    # Those of the description itself are its own.
    return text[1:-1].strip() if is_quoted and source[:1] != text[:1] else text


def _is_shown(character: str) -> bool:
    # Joiners hold letters and emoji together.
    return character in "\u200c\u200d" or unicodedata.category(character)[0] != "C"
