"""Text without marks and case, for a search that finds "Đà Nẵng" by "da nang"."""

import unicodedata

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


def folded(text: str) -> str:
    """Case folded, marks removed, letters with a bar or a ligature plain.

    By compatibility (NFKD): full-width letters and the bold ones that people paste from social
    networks are the letters they show. `storage/refolding.py` writes stored texts anew after a
    change of this.
    """
    if text.isascii():
        return text.lower()
    # Twice: what a compatibility letter stands for may be a capital.
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    bare = "".join(mark for mark in decomposed if not unicodedata.combining(mark))
    return bare.translate(_PLAIN_LETTERS)
