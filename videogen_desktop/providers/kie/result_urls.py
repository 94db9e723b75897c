"""Where a finished record keeps the addresses of its files: the one lenient reader of a result.

The result is paid for. A neighbour that cannot be read, a shape that no document knows or a blank
around an address hides none; whether an address may be fetched, and whether a video lies there, is
decided by those who fetch it.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from videogen_desktop.providers.kie.lenient_json import unwrapped_json

_MOST_URLS = 20
_MOST_VALUES = 10_000
_URL_CHARACTERS = 8_000
# `resultUrls` is the documented one; the others were seen on older endpoints and in other answers.
_NAMES = (
    *("resultUrls", "result_urls", "resultUrl", "videoUrl", "video_url", "videoUrls", "video_urls"),
    *("url", "urls", "video", "videos"),
)
# Some endpoints have them beside `resultJson`.
_BESIDE = ("resultUrls", "resultUrl", "videoUrl", "video_url", "videoInfo")
_NESTED = ("info", "videoInfo", "result", "results", "output", "outputs", "data")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s\"'<>\\,;|{}\[\]()\x00-\x1f]+", re.IGNORECASE)


def result_urls(record: dict[str, object]) -> tuple[str, ...]:
    """The result's addresses, first the one to use; empty when the record has none.

    `response` is the decoded twin of `resultJson` and not always there. `param` is never looked
    at: it holds the request, with addresses of the user's own.
    """
    sources = [record.get(key) for key in ("response", "resultJson")]
    beside = [record.get(name) for name in _BESIDE]
    readings = (
        map(_known, map(_decoded, sources)),
        map(_known, beside),
        # No shape that is known: whatever looks like an address in it.
        map(_anywhere, sources),
    )
    return next((found for reading in readings if (found := _together(reading))), ())


def download_address(data: object) -> str | None:
    """The link in an answer of download-url: a plain string, or one level deep in an object."""
    if isinstance(data, dict):
        data = data.get("url", data.get("downloadUrl"))
    return _address(data) if isinstance(data, str) else None


def _together(groups: Iterable[Iterator[str]]) -> tuple[str, ...]:
    """Each address once; a twin may have the same file under another signature."""
    found: dict[str, None] = {}
    for group in groups:
        files = {url.partition("?")[0] for url in found}
        found.update((url, None) for url in group if url.partition("?")[0] not in files)
    return tuple(found)[:_MOST_URLS]


def _decoded(value: object) -> object:
    inner = unwrapped_json(value)
    # A text that is no JSON may be the address itself.
    return value if inner is None else inner


def _known(value: object, depth: int = 6) -> Iterator[str]:
    """Addresses under the names that are known, in the order of these, and in lists of them."""
    if isinstance(value, str):
        yield from _of_text(value)
    elif depth and isinstance(value, list | tuple):
        for item in value:
            yield from _known(item, depth - 1)
    elif depth and isinstance(value, dict):
        for name in (*_NAMES, *_NESTED):
            if name in value:
                yield from _known(value[name], depth - 1)


def _of_text(text: str) -> Iterator[str]:
    inner = unwrapped_json(text) if text.lstrip()[:1] in ("[", "{", '"') else None
    if inner is not None:
        yield from _known(inner, 4)
    elif (url := _address(text)) is not None:
        yield url


def _anywhere(value: object) -> Iterator[str]:
    for text in _texts(_decoded(value)):
        yield from (url for url in map(_address, _ADDRESS.findall(text)) if url is not None)


def _texts(value: object) -> Iterator[str]:
    """Every text in a value, in its order, however deep; bounded."""
    waiting = [value]
    for _ in range(_MOST_VALUES):
        if not waiting:
            return
        one = waiting.pop()
        inner: Iterable[object] = ()
        if isinstance(one, str):
            yield one
        elif isinstance(one, dict):
            inner = one.values()
        elif isinstance(one, list | tuple):
            inner = one
        waiting.extend(reversed(tuple(inner)))


def _address(text: str) -> str | None:
    """The address without what stands around it; None for what is none."""
    start, end = 0, len(text)
    while start < end and _is_around(text[start]):
        start += 1
    while start < end and _is_around(text[end - 1]):
        end -= 1
    url = text[start:end]
    # Printable rules out what no URL has and no database takes: controls, lone surrogates.
    is_one = len(url) <= _URL_CHARACTERS and url.isprintable() and _SCHEME.match(url)
    return url if is_one else None


def _is_around(character: str) -> bool:
    return character.isspace() or unicodedata.category(character)[0] in "CZ"
