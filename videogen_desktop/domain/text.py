"""Text as people read it: characters that are never cut, marks folded away for a search, and the
provider's own words.

A family is up to seven emoji and their joiners, a flag two letters, a Vietnamese letter up to three
characters. The standard library does not know where one ends; wcwidth has Unicode's rules and
tables (UAX 29). It is imported (20 ms) only for text that needs it.
"""

import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache

# Letters of their own, which no decomposition takes apart. Three capitals look like Đ, and
# keyboards and fonts write all of them: U+0110, the Icelandic U+00D0, the African U+0189.
_PLAIN_LETTERS = str.maketrans(
    {
        "đ": "d",
        "ð": "d",
        "ɖ": "d",
        "ħ": "h",
        "ı": "i",
        "ł": "l",
        "ø": "o",
        "ŧ": "t",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
    }
)
_JOINER = "\u200c\u200d"
# Also what a joiner joins nothing to: it stands beside a blank, an ASCII letter, or at an end.
_LOOSE_JOINER = re.compile(rf"(?<![^\x00-\x7f])[{_JOINER}]+|[{_JOINER}]+(?![^\x00-\x7f])")
# The flags of England, Scotland and Wales: a black one, and letters that nobody sees.
_TAGS = re.compile("(\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f)|[\U000e0020-\U000e007f]")
# A letter or digit with the marks on it, which only some of them are one character with.
_WORD = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+")
_MESSAGE_NAMES = ("msg", "message", "failMsg", "error_message", "detail", "error", "reason", "data")
_DEEPEST = 4


def graphemes(text: str) -> Iterator[str]:
    """The parts of the text that a reader takes for one character each, in order."""
    if text.isascii():
        return iter(text)
    from wcwidth import iter_graphemes

    return iter_graphemes(text)


def beginning(text: str, most: int) -> str:
    """As much of the text as `most` code points hold without a torn grapheme at the end."""
    if len(text) <= most or text[: most + 1].isascii():
        return text[:most]
    from wcwidth import grapheme_boundary_before

    # One that alone is longer (a letter under a hundred marks) is cut all the same.
    return text[: grapheme_boundary_before(text, most + 1) or most]


def shortened(text: str, most: int) -> str:
    """The text, or its beginning and an ellipsis; at most so many code points."""
    return text if len(text) <= most else beginning(text, most - 1) + "…"


def only_seen(text: str, is_seen: Callable[[str], bool], instead: str = " ") -> str:
    """The text with `instead` in place of each character that is not seen.

    What makes several characters one grapheme stays, though nobody sees it alone: joiners between
    letters or symbols beyond ASCII, and the letters within a flag.
    """
    flagged = _TAGS.sub(lambda found: found[1] or instead, text)
    kept = "".join(c if c in _JOINER or _is_tag(c) or is_seen(c) else instead for c in flagged)
    return _LOOSE_JOINER.sub(instead, kept)


def is_noncharacter(character: str) -> bool:
    """Whether Unicode promises never to make it a character."""
    point = ord(character)
    return point & 0xFFFE == 0xFFFE or 0xFDD0 <= point <= 0xFDEF


def _is_tag(character: str) -> bool:
    return "\U000e0020" <= character <= "\U000e007f"


def folded(text: str) -> str:
    """Case folded, marks removed, letters with a bar or a ligature plain.

    By compatibility (NFKD): full-width letters and the bold ones that people paste from social
    networks are the letters they show. `storage/search_index.py` writes stored texts anew after a
    change of this.
    """
    if text.isascii():
        return text.lower()
    # Twice: what a compatibility letter stands for may be a capital.
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    bare = "".join(mark for mark in decomposed if not unicodedata.combining(mark))
    return bare.translate(_PLAIN_LETTERS)


def words_of(text: str) -> list[str]:
    """The words of a folded text, or of one in NFC, in their order."""
    return _WORD.findall(text)


def marked_words(text: str) -> tuple[str, ...]:
    """The words that folding changes, case folded in NFC, each once: what tells "Đà Nẵng" from
    all that only folds to the same."""
    if text.isascii():
        return ()
    words = words_of(unicodedata.normalize("NFC", text.casefold()))
    return tuple(word for word in dict.fromkeys(words) if not word.isascii() and _changes(word))


# Few words make most texts: a migration of 100,000 took twice as long without.
@lru_cache(maxsize=4_096)
def _changes(word: str) -> bool:
    return folded(word) != word


def readable_words(text: str | None) -> str:
    """One line of words; empty where there are only braces and numbers.

    Gateways put a whole JSON object into the field that is meant for a sentence: of that only the
    sentence inside is shown.
    """
    words = " ".join((text or "").split())
    if words[:1] not in ("{", "["):
        return words
    try:
        inside = json.loads(words)
    except (ValueError, RecursionError):
        return ""
    return " ".join(_sentence(inside, _DEEPEST).split())


def _sentence(value: object, depth: int) -> str:
    if isinstance(value, str):
        return readable_words(value) if depth else ""
    if not depth:
        return ""
    if isinstance(value, dict):
        named = [value[name] for name in _MESSAGE_NAMES if name in value]
        return next((found for one in named if (found := _sentence(one, depth - 1))), "")
    if isinstance(value, list):
        return next((found for one in value if (found := _sentence(one, depth - 1))), "")
    return ""
