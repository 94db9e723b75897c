"""Where a finished record keeps the addresses of its files."""

from collections.abc import Iterator

from videogen_desktop.providers.kie.strict_json import unwrapped_json, unwrapped_object

_MOST_URLS = 20
_URL_CHARACTERS = 8_000
# `resultUrls` is the documented one; the others were seen on older endpoints.
_LISTS = ("resultUrls", "result_urls")
_SINGLES = ("resultUrl", "videoUrl", "video_url", "url")
_NESTED = ("info", "videoInfo")


def result_urls(record: dict[str, object]) -> tuple[str, ...]:
    """The result's addresses, first the one to use; empty when the record has none.

    `response` is the decoded twin of `resultJson` and not always there. `param` is never looked
    at: it holds the request, with addresses of the user's own.
    """
    found: dict[str, None] = {}
    for key in ("response", "resultJson"):
        result = unwrapped_json(record.get(key))
        for url in _addresses(result if isinstance(result, dict) else {"resultUrls": result}):
            found.setdefault(url)
    return tuple(found)[:_MOST_URLS]


def download_address(data: object) -> str | None:
    """The link in an answer of download-url: a plain string, or one level deep in an object."""
    if isinstance(data, dict):
        data = data.get("url", data.get("downloadUrl"))
    return data if isinstance(data, str) and _is_plausible(data) else None


def _addresses(result: dict[str, object]) -> Iterator[str]:
    for key in _LISTS:
        yield from _from_list(result.get(key))
    for key in _SINGLES:
        yield from _from_list(result.get(key))
    for key in _NESTED:
        inner = unwrapped_object(result.get(key))
        for name in (*_LISTS, *_SINGLES):
            yield from _from_list(inner.get(name))


def _from_list(value: object) -> Iterator[str]:
    if isinstance(value, str) and value.lstrip().startswith("["):
        value = unwrapped_json(value)
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, str) and _is_plausible(item):
            yield item


def _is_plausible(text: str) -> bool:
    # Printable rules out what no URL has and no database takes: controls, lone surrogates.
    return 0 < len(text) <= _URL_CHARACTERS and text.isprintable() and ":" in text
