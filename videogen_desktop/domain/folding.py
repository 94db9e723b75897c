"""Text without marks and case, for a search that finds "Đà Nẵng" by "da nang"."""

import unicodedata


def folded(text: str) -> str:
    """NFD, marks removed, đ to d, case folded."""
    decomposed = unicodedata.normalize("NFD", text.casefold())
    bare = "".join(mark for mark in decomposed if not unicodedata.combining(mark))
    # đ is a letter of its own: no decomposition takes its bar away.
    return bare.replace("đ", "d")
