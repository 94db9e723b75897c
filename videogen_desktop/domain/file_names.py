"""File names from prompts: readable Vietnamese, safe on Windows, macOS and Linux."""

import hashlib
import re
import unicodedata
from pathlib import Path

from videogen_desktop.domain.clip import CLIP_SUFFIXES
from videogen_desktop.domain.video import Video

_LONGEST_BYTES = 120
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
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
    shown = "".join(" " if unicodedata.category(c)[0] in "CZ" else c for c in normal)
    stem = " ".join(_FORBIDDEN.sub(" ", shown).split()).strip(" .")
    if not stem or _RESERVED.match(stem):
        stem = f"_{stem}"
    return _shortened(stem)


def _shortened(stem: str) -> str:
    raw = stem.encode()
    if len(raw) <= _LONGEST_BYTES:
        return stem
    # Two long prompts that begin alike stay two names.
    mark = "~" + hashlib.sha256(raw).hexdigest()[:8]
    head = raw[: _LONGEST_BYTES - len(mark)].decode(errors="ignore")
    # A cut between a letter and its marks would change the letter.
    while head and unicodedata.combining(stem[len(head)]):
        head = head[:-1]
    return head.rstrip(" .") + mark
