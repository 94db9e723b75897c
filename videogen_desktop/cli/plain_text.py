"""Text from elsewhere, made harmless for a terminal."""

import unicodedata

from videogen_desktop.domain.text import is_noncharacter, only_seen


def printable(text: str) -> str:
    """One line without anything that could command a terminal (escapes, direction marks)."""
    if text.isprintable():
        return text
    return " ".join(only_seen(text, _is_seen).split())


def columns(text: str) -> int:
    """How wide a terminal shows the text: 2 for an emoji or a Chinese letter, 0 for a mark."""
    if text.isascii():
        return len(text)
    from wcwidth import wcswidth

    return max(wcswidth(text), 0)


def _is_seen(character: str) -> bool:
    if character.isprintable():
        return True
    # Emoji that are newer than this Python's tables.
    return unicodedata.category(character) == "Cn" and not is_noncharacter(character)
