"""A provider's own words, made fit to be shown, stored and logged."""

import re
import unicodedata

from videogen_desktop.domain.text import beginning, only_seen

MESSAGE_CHARACTERS = 500
_LOOKED_AT = 20_000
_SHORTEST_SECRET = 4
_REDACTED = "[redacted]"
_BEARER = re.compile(r"(?i)\bbearer\s+[^\s\"',]+")
_TITLE = re.compile(r"(?is)<title[^>]{0,100}>([^<]{1,200})")
_TAG = re.compile(r"<[^<>]{0,500}>")


class ProviderWords:
    """Cleans text that came over the network; knows the one secret that must not be in it."""

    __slots__ = ("_secret",)

    def __init__(self, secret: str = "") -> None:
        self._secret = secret

    def __repr__(self) -> str:
        return "ProviderWords()"

    def message(self, value: object, limit: int = MESSAGE_CHARACTERS) -> str:
        """One line of at most `limit` characters without the key, control characters, bidi
        marks or lone surrogates (which no database takes); "" for what is not text."""
        if not isinstance(value, str):
            return ""
        # Cut first, so that a huge text costs nothing, and again when the key is out.
        cut = value[: max(_LOOKED_AT, limit)]
        spaced = "".join(" " if c.isspace() else c for c in cut)
        text = only_seen(spaced, _is_shown, instead="")
        # After the invisible characters went: they could have hidden the key.
        if len(self._secret) >= _SHORTEST_SECRET:
            text = text.replace(self._secret, _REDACTED)
        return beginning(" ".join(_BEARER.sub(_REDACTED, text).split()), limit)

    def page_excerpt(self, body: bytes) -> str:
        """What a page that should have been JSON says: its title, else its first words."""
        text = body[:_LOOKED_AT].decode("utf-8", "replace")
        title = _TITLE.search(text)
        if title is not None:
            return self.message(title.group(1), 200)
        if "<html" in text.lower() or "<!doctype" in text.lower():
            return ""
        return self.message(_TAG.sub(" ", text).replace("<", " ").replace(">", " "), 200)


def _is_shown(character: str) -> bool:
    return unicodedata.category(character)[0] != "C"
