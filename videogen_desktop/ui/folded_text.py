"""Text without marks and case: "da nang" finds "Đà Nẵng". For what is searched in memory."""

import unicodedata


def folded(text: str) -> str:
    """NFD, marks removed, đ to d, case folded; as the library's own search does."""
    decomposed = unicodedata.normalize("NFD", text.casefold())
    bare = "".join(mark for mark in decomposed if not unicodedata.combining(mark))
    return bare.replace("đ", "d")
