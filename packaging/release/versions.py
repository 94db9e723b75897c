"""The one version: `videogen_desktop/__init__.py` says it, CHANGELOG.md dates it.

Whatever else names it is generated from there, or is found by `stated` and held equal.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatch
from pathlib import Path

from compile_translations import ROOT

from videogen_desktop import __version__

# Where a release could be named: what is packed, what builds it, what a user reads first.
PLACES = ("packaging", ".github", "README.md", "resources/guide")
# How each kind of file says it. A placeholder of a template is no version and is not found.
_NUMBER = r"(\d+(?:\.\d+)+)"
FORMS = {
    "*.metainfo.xml*": rf'<release\b[^>]*?\bversion="{_NUMBER}"',
    "*.iss*": (
        rf'(?m)^\s*(?:#define\s+\w*Version\w*\s+"|(?:App|VersionInfo)\w*Version\s*=\s*"?){_NUMBER}'
    ),
    "*.spec*": rf"(?m)^Version:\s*{_NUMBER}",
    "control*": rf"(?m)^Version:\s*{_NUMBER}",
    "*.plist*": rf"<key>CFBundle(?:Short)?Version(?:String)?</key>\s*<string>{_NUMBER}",
    "*version*.txt*": r"(?:\b(?:file|prod)vers\s*=\s*\(|Version',\s*u?')(\d+(?:[., ]+\d+)+)",
    "*.y*ml*": rf"(?m)^\s*(?:tag|VIDEOGEN_VERSION):\s*[\"']?v?{_NUMBER}",
    "*": rf"(?i)\bvideogen[\w-]*?[-_]v?{_NUMBER}",
}
# What of a file's versions is older on purpose: a list of releases begins with the newest.
_FIRST_ONLY = ("*.metainfo.xml*",)
_LARGEST = 1_000_000


@dataclass(frozen=True)
class Stated:
    """A version that the file at `path` names; `number` without what only Windows adds to it."""

    path: Path
    number: str


@dataclass(frozen=True)
class Release:
    number: str
    day: date


def released(changelog: str) -> list[Release]:
    """Every release with its day, in the order of the file; raises ValueError for a bad day."""
    heading = re.compile(rf"(?m)^## \[?{_NUMBER}\]?[^\S\n]*(?:-[^\S\n]*(\S+))?[^\n]*$")
    return [Release(number, date.fromisoformat(day)) for number, day in heading.findall(changelog)]


def stated(root: Path = ROOT) -> Iterator[Stated]:
    """Every version of ours that a file below `root` names, in any of the forms."""
    for path in _texts(root):
        text = path.read_text("utf-8")
        for pattern, form in FORMS.items():
            if fnmatch(path.name, pattern):
                found = re.findall(form, text)
                first_only = any(fnmatch(path.name, one) for one in _FIRST_ONLY)
                for number in found[:1] if first_only else found:
                    yield Stated(path, _plain(number))


def unread(root: Path = ROOT, number: str = __version__) -> list[str]:
    """Lines that have this version in no form that `stated` knows: they would go stale unseen."""
    whole = re.compile(rf"(?<![\w.]){re.escape(number)}(?![\w.])")
    missed = []
    for path in _texts(root):
        text = path.read_text("utf-8")
        known = {match.span(1) for match in _known(path, text)}
        missed += [
            f"{path.relative_to(root)}:{text.count(chr(10), 0, match.start()) + 1}"
            for match in whole.finditer(text)
            if not any(begin <= match.start() < end for begin, end in known)
        ]
    return missed


def _known(path: Path, text: str) -> Iterator[re.Match[str]]:
    for pattern, form in FORMS.items():
        if fnmatch(path.name, pattern):
            yield from re.finditer(form, text)


def _texts(root: Path) -> Iterator[Path]:
    for place in PLACES:
        whole = root / place
        for path in [whole] if whole.is_file() else sorted(whole.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts and _is_text(path):
                yield path


def _is_text(path: Path) -> bool:
    if path.stat().st_size > _LARGEST:
        return False
    try:
        path.read_text("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _plain(number: str) -> str:
    """Windows has four numbers, separated by commas in one place: "0, 2, 0, 0" is 0.2.0."""
    parts = re.findall(r"\d+", number)
    return ".".join(parts[:3] if len(parts) == 4 and parts[3] == "0" else parts)
