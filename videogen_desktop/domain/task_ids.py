"""What a provider may call a task: the one grammar for answers, callbacks, dialogs and commands.

Kie's are 32 hexadecimal digits or `task_<family>_<milliseconds>`, and its documentation promises
nothing. An id that was answered is paid for: whatever can be stored, shown and sent again is one.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

LONGEST = 2_000
_QUOTED = re.compile(r'"([^"\r\n]*)"')
# What stands between ids in lists, tables, JSON and addresses.
_BETWEEN = frozenset(",;|\"'`<>()[]{}\\=&")
# Ends of sentences and labels, at either end of an id.
_AROUND = ".:!?"


def is_task_id(text: str) -> bool:
    """Whether it can be one: no control characters, nothing invisible, no half characters."""
    return 0 < len(text) <= LONGEST and any(map(str.isalnum, text)) and all(map(_is_shown, text))


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
