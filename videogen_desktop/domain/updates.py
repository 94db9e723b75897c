"""A newer version of the program: what the published file may say of one, and when that is news.

The file is told to be a number and a page, and carries no trust: installers are signed, the host
of the page is fixed here, and nothing is ever downloaded or run. A forged file can only lie about
a number.
"""

import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from videogen_desktop import __version__

if TYPE_CHECKING:
    from videogen_desktop.domain.settings import Settings

PROGRAM = "videogen-desktop"
# Three numbers without leading zeros, as the program's own: anything else is refused.
_VERSION = re.compile(r"(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})", re.ASCII)
_LONGEST_PAGE = 200


class UpdateSource(NamedTuple):
    """`feed` is the address of the file, `host` the only one whose pages are opened."""

    feed: str
    host: str


class Release(NamedTuple):
    """A version that is said to be out, and the page that has it."""

    version: str
    page: str


# A name that nobody can own (RFC 2606), until the project has its own: `make release-check`
# refuses a release with it.
HOME = "videogen-desktop.example"
SHIPPED = UpdateSource(f"https://{HOME}/latest.json", HOME)


def version_numbers(text: str) -> tuple[int, ...]:
    """0.10.0 is after 0.9.0. Raises ValueError for what is no version of this program."""
    found = _VERSION.fullmatch(text)
    if found is None:
        raise ValueError("no version of three numbers")
    return tuple(map(int, found.groups()))


def published(body: bytes, host: str) -> Release:
    """What the file says. Members that only a later program knows are left alone.

    Raises ValueError for what is not this program's, or leads elsewhere.
    """
    import json

    try:
        said = json.loads(body)
    except RecursionError as error:
        raise ValueError("nested too deep") from error
    if not isinstance(said, dict) or said.get("program") != PROGRAM:
        raise ValueError("not about this program")
    version, page = (str(said.get(name)) for name in Release._fields)
    version_numbers(version)
    if not is_page_of(page, host):
        raise ValueError("a page of another host")
    return Release(version, page)


def is_page_of(page: str, host: str) -> bool:
    """Whether the browser may be sent there: https, this host, its usual port, nobody's name."""
    if len(page) > _LONGEST_PAGE or not page.isascii() or not page.isprintable():
        return False
    try:
        parts = urlsplit(page)
    except ValueError:
        return False
    return parts.scheme == "https" and parts.netloc == host


def news(settings: "Settings", host: str = SHIPPED.host, own: str = __version__) -> Release | None:
    """The release that the user wants to hear of and does not have. An older one is no news,
    whoever says so, and neither is what anybody wrote into the settings by hand."""
    told = Release(settings.update_version, settings.update_page)
    if not settings.update_check or not is_page_of(told.page, host):
        return None
    try:
        is_newer = version_numbers(told.version) > version_numbers(own)
    except ValueError:
        return None
    return told if is_newer else None
