"""Text from elsewhere, made harmless for a terminal."""


def printable(text: str) -> str:
    """One line without anything that could command a terminal (escapes, direction marks)."""
    if text.isprintable():
        return text
    shown = "".join(character if character.isprintable() else " " for character in text)
    return " ".join(shown.split())
