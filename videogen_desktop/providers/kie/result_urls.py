"""The addresses of files in a finished record: the one lenient reader of a result.

The result is paid for. A neighbour that cannot be read, a shape that no document knows or a blank
around an address hides none; whether an address may be fetched, and whether a video lies there, is
decided by those who fetch it. What was sent in is never a result, wherever it is echoed.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from videogen_desktop.providers.kie.address_kinds import (
    AddressKind,
    file_of,
    is_of_request,
    kind_of,
    plain_name,
)
from videogen_desktop.providers.kie.lenient_json import unwrapped_json

_MOST_URLS = 20
_MOST_VALUES = 10_000
_URL_CHARACTERS = 8_000
# `resultUrls` is the documented one; the others were seen on older endpoints and in other answers.
_NAMES = (
    *("resultUrls", "result_urls", "resultUrl", "videoUrl", "video_url", "videoUrls", "video_urls"),
    *("url", "urls", "video", "videos"),
)
# `response` is the decoded twin of `resultJson` and not always there.
_SOURCES = ("response", "resultJson")
# Some endpoints have them beside `resultJson`.
_BESIDE = ("resultUrls", "resultUrl", "videoUrl", "video_url", "videoInfo")
_NESTED = ("info", "videoInfo", "result", "results", "output", "outputs", "data")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s\"'<>\\,;|{}\[\]()\x00-\x1f]+", re.IGNORECASE)
_NEXT_OF_SEVERAL = re.compile(r"[\s,;|]+(?=https?://)", re.IGNORECASE)
# What is escaped once too often; a signature does not survive it.
_ESCAPED = (("\\/", "/"), ("\\u0026", "&"), ("&amp;", "&"))


@dataclass(frozen=True, slots=True)
class ResultUrls:
    """`urls` are the result's addresses, first the one to use. `spare` may hold the same clip in
    another form: worth a try where none of `urls` is a video."""

    urls: tuple[str, ...] = ()
    spare: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Found:
    """An address under names that nobody knows; `is_alone` where its text holds nothing else."""

    url: str
    kind: AddressKind
    is_alone: bool


def result_urls(record: dict[str, object]) -> ResultUrls:
    """Empty when the record has none.

    What stands under known names comes first. It may be a cover: the clips under other names
    follow, but for those whose name says that they are the same clip in another form.
    """
    inputs = _of_request(record)
    sources = [_decoded(record.get(key)) for key in _SOURCES]
    known = map(_known, [*sources, *(record.get(name) for name in _BESIDE)])
    named = [found for source in sources for found in _named(source)]
    around = {key: value for key, value in record.items() if key not in _SOURCES}
    clips = [one.url for one in (*named, *_named(around)) if _is_alone(one, AddressKind.CLIP)]
    urls = _each_once((*known, clips), inputs)
    if urls:
        spare = [one.url for one in named if _is_alone(one, AddressKind.SPARE)]
        return ResultUrls(urls, _each_once([spare], inputs | set(map(file_of, urls))))
    # No shape that is known: whatever looks like an address in it, the likeliest first.
    likeliest = sorted(named, key=lambda one: one.kind.value)
    return ResultUrls(_each_once([[one.url for one in likeliest]], inputs))


def download_address(data: object) -> str | None:
    """The link in an answer of download-url: a plain string, or one level deep in an object."""
    if isinstance(data, dict):
        data = data.get("url", data.get("downloadUrl"))
    return _address(data) if isinstance(data, str) else None


def _is_alone(found: _Found, kind: AddressKind) -> bool:
    return found.is_alone and found.kind is kind


def _of_request(record: dict[str, object]) -> frozenset[str]:
    """The files that were sent in, as far as the record repeats them."""
    sent = [value for name, value in record.items() if is_of_request(plain_name(name))]
    texts = (text for value in sent for _, text in _texts(_decoded(value)))
    return frozenset(file_of(url) for text in texts for url in _addresses_in(text))


def _each_once(groups: Iterable[Iterable[str]], left_out: Iterable[str]) -> tuple[str, ...]:
    """Each file once. Another group may have it under another signature; in a list of several a
    token may be all that tells one clip from the next."""
    elsewhere, found = set(left_out), dict[str, str]()
    for group in groups:
        new = [url for url in group if file_of(url) not in elsewhere]
        for url in new:
            found.setdefault(file_of(url, tokens_count=True), url)
        elsewhere.update(map(file_of, new))
    return tuple(found.values())[:_MOST_URLS]


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


def _json_in(text: str) -> object:
    return unwrapped_json(text) if text.lstrip()[:1] in ("[", "{", '"') else None


def _of_text(text: str) -> Iterator[str]:
    inner = _json_in(text)
    if inner is not None:
        yield from _known(inner, 4)
        return
    for part in _NEXT_OF_SEVERAL.split(text):
        if (url := _address(part)) is not None:
            yield url


def _named(value: object) -> Iterator[_Found]:
    """Addresses under any names but those of the request, in their order."""
    for names, text in _texts(value):
        if is_of_request("".join(names)):
            continue
        alone = _address(text)
        for url in _addresses_in(text):
            kind = kind_of(url, "".join(names), names[-1] if names else "")
            yield _Found(url, kind, alone == url)


def _addresses_in(text: str) -> Iterator[str]:
    return (url for url in map(_address, _ADDRESS.findall(_unescaped(text))) if url is not None)


def _texts(value: object) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every text in a value with the plain names above it, in its order, however deep; bounded."""
    waiting: list[tuple[tuple[str, ...], object]] = [((), value)]
    for _ in range(_MOST_VALUES):
        if not waiting:
            return
        names, one = waiting.pop()
        inner: list[tuple[tuple[str, ...], object]] = []
        if isinstance(one, str):
            one = _json_in(one) or one
        if isinstance(one, str):
            yield names, one
        elif isinstance(one, dict):
            # So many names decide; a thousand levels of them would be copied at each.
            inner = [((*names[-8:], plain_name(name)), held) for name, held in one.items()]
        elif isinstance(one, list | tuple):
            inner = [(names, held) for held in one]
        waiting.extend(reversed(inner))


def _address(text: str) -> str | None:
    """The address without what stands around it; None for what is none."""
    start, end = 0, len(text)
    while start < end and _is_around(text[start]):
        start += 1
    while start < end and _is_around(text[end - 1]):
        end -= 1
    url = _unescaped(text[start:end])
    if url.startswith("//"):
        url = f"https:{url}"
    # Printable rules out what no URL has and no database takes: controls, lone surrogates.
    is_one = len(url) <= _URL_CHARACTERS and url.isprintable() and _SCHEME.match(url)
    return url if is_one else None


def _unescaped(text: str) -> str:
    for escaped, plain in _ESCAPED:
        text = text.replace(escaped, plain)
    return text


def _is_around(character: str) -> bool:
    return character.isspace() or unicodedata.category(character)[0] in "CZ"
