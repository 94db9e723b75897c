"""File names from prompts: readable Vietnamese, safe on Windows, macOS and Linux."""

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from videogen_desktop.domain.clip import CLIP_SUFFIXES
from videogen_desktop.domain.errors import NameTemplateError
from videogen_desktop.domain.text import folded, graphemes, only_seen
from videogen_desktop.domain.video import Video

_LONGEST_BYTES = 120
# However much stands beside it, so much of a title is seen.
_LEAST_TITLE_BYTES = 20
DEFAULT_TEMPLATE = "{ngày} {tiêu đề} {mô hình} {số}"
_FIELD = re.compile(r"\{([^{}]*)\}")
# With the marks on it: a keycap without its key would hang in the air.
_FORBIDDEN = re.compile(r'[<>:"/\\|?*][\u0300-\u036f\u20d0-\u20f0\ufe00-\ufe0f]*')
_RESERVED = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³]) *(\..*)?$", re.IGNORECASE
)


def suggested_name(video: Video, clip: Path | None) -> str:
    """What a copy of the video's clip may be called, with the clip's own suffix."""
    return safe_stem(video.name) + suffix_of_copy(clip)


def suffix_of_copy(clip: Path | None) -> str:
    """The clip's own, where videos have such a one."""
    suffix = "" if clip is None else clip.suffix.lower()
    return suffix if suffix in CLIP_SUFFIXES else ".mp4"


@dataclass(frozen=True, slots=True)
class NameParts:
    """What a template's fields stand for; `day` is one of the user's calendar (YYYY-MM-DD)."""

    day: str
    title: str
    model: str


class NameTemplate:
    """A template of file names, such as `DEFAULT_TEMPLATE`. Each field has a Vietnamese and an
    English name, which may be typed without marks."""

    FIELDS = ("ngày", "tiêu đề", "mô hình", "số", "date", "title", "model", "number")

    def __init__(self, text: str) -> None:
        """Raises NameTemplateError."""
        pieces = _FIELD.split(text)
        self._texts, self._fields = pieces[::2], [_plain_name(name) for name in pieces[1::2]]
        loose = next((brace for piece in self._texts for brace in "{}" if brace in piece), None)
        if loose is not None:
            raise NameTemplateError(loose, self.FIELDS)

    def stems(self, parts: NameParts) -> Iterator[str]:
        """Names to try one after another, no two alike, each one that `safe_stem` leaves as it is.
        The number counts up, in two digits at least; without one " (2)" and so on follow."""
        for number in count(1):
            yield self._stem(parts, number)

    def _stem(self, parts: NameParts, number: int) -> str:
        counts = "number" in self._fields
        end = "" if counts or number == 1 else f" ({number})"
        values = {"date": parts.day, "model": parts.model, "number": f"{number:02}", "title": ""}
        # A long title gives way, so that date and number stay whole.
        room = _LONGEST_BYTES - len(_clean(self._filled(values) + end).encode()) - 1
        room //= self._fields.count("title") or 1
        values["title"] = _beginning(_clean(parts.title), max(room, _LEAST_TITLE_BYTES))
        stem = _clean(self._filled(values))
        if len((stem + end).encode()) > _LONGEST_BYTES:
            end = f" {number:02}"
            stem = _beginning(stem, _LONGEST_BYTES - len(end))
        return _allowed((stem + end).strip())

    def _filled(self, values: Mapping[str, str]) -> str:
        filled = [*(values[field] for field in self._fields), ""]
        return "".join(part for pair in zip(self._texts, filled, strict=True) for part in pair)


def _plain_name(name: str) -> str:
    """The English name of the field. Raises NameTemplateError."""
    known = NameTemplate.FIELDS
    english = known[len(known) // 2 :]
    named = {folded(one): english[place % len(english)] for place, one in enumerate(known)}
    try:
        return named[folded(" ".join(name.split()))]
    except KeyError:
        raise NameTemplateError(name, known) from None


def safe_stem(text: str) -> str:
    """A stem in NFC: no control or direction characters, nothing a file system refuses."""
    return _shortened(_allowed(_clean(text)))


def _clean(text: str) -> str:
    normal = unicodedata.normalize("NFC", text)
    shown = only_seen(_FORBIDDEN.sub(" ", normal), _is_seen)
    return " ".join(shown.split()).strip(" .")


def _allowed(stem: str) -> str:
    return f"_{stem}" if not stem or _RESERVED.match(stem) else stem


def _shortened(stem: str) -> str:
    raw = stem.encode()
    if len(raw) <= _LONGEST_BYTES:
        return stem
    # Two long prompts that begin alike stay two names.
    mark = "~" + hashlib.sha256(raw).hexdigest()[:8]
    return _beginning(stem, _LONGEST_BYTES - len(mark)) + mark


def _beginning(stem: str, most_bytes: int) -> str:
    head = ""
    for grapheme in graphemes(stem):
        most_bytes -= len(grapheme.encode())
        if most_bytes < 0:
            break
        head += grapheme
    return head.rstrip(" .")


def _is_seen(character: str) -> bool:
    return unicodedata.category(character)[0] not in "CZ"
