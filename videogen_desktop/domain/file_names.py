"""File names from prompts: readable Vietnamese, safe on Windows, macOS and Linux."""

import hashlib
import re
import unicodedata
from pathlib import Path

from videogen_desktop.domain.clip import CLIP_SUFFIXES
from videogen_desktop.domain.text import graphemes, only_seen
from videogen_desktop.domain.video import Video

_LONGEST_BYTES = 120
# With the marks on it: a keycap without its key would hang in the air.
_FORBIDDEN = re.compile(r'[<>:"/\\|?*][\u0300-\u036f\u20d0-\u20f0\ufe00-\ufe0f]*')
_RESERVED = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³]) *(\..*)?$", re.IGNORECASE
)


def suggested_name(video: Video, clip: Path | None) -> str:
    """What a copy of the video's clip may be called, with the clip's own suffix."""
    suffix = "" if clip is None else clip.suffix.lower()
    return safe_stem(video.prompt) + (suffix if suffix in CLIP_SUFFIXES else ".mp4")


def safe_stem(text: str) -> str:
    """A stem in NFC: no control or direction characters, nothing a file system refuses."""
    normal = unicodedata.normalize("NFC", text)
    shown = only_seen(_FORBIDDEN.sub(" ", normal), _is_seen)
    stem = " ".join(shown.split()).strip(" .")
    if not stem or _RESERVED.match(stem):
        stem = f"_{stem}"
    return _shortened(stem)


def _shortened(stem: str) -> str:
    raw = stem.encode()
    if len(raw) <= _LONGEST_BYTES:
        return stem
    # Two long prompts that begin alike stay two names.
    mark = "~" + hashlib.sha256(raw).hexdigest()[:8]
    head, room = "", _LONGEST_BYTES - len(mark)
    for grapheme in graphemes(stem):
        room -= len(grapheme.encode())
        if room < 0:
            break
        head += grapheme
    return head.rstrip(" .") + mark


def _is_seen(character: str) -> bool:
    return unicodedata.category(character)[0] not in "CZ"
