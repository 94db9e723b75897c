"""The address that a provider calls, and the video in it."""

import pytest

from videogen_desktop.domain.addresses import (
    callback_url,
    public_address,
    reference_in,
)

VIDEO = "0b3d1f7e-8a54-4a3e-9c1c-1d2f3a4b5c6d"


@pytest.mark.parametrize(
    ("text", "address"),
    [
        (" https://A.Example/ ", "https://a.example"),
        ("https://a.example:8443", "https://a.example:8443"),
        ("https://a.example/tunnel/", "https://a.example/tunnel"),
        ("https://a.example/api/video-callback", "https://a.example"),
        ("http://127.0.0.1:8765", "http://127.0.0.1:8765"),
        ("http://localhost:1", "http://localhost:1"),
        ("http://[::1]:1", "http://[::1]:1"),
    ],
)
def test_an_address_has_one_spelling(text: str, address: str) -> None:
    assert public_address(text) == address


@pytest.mark.parametrize(
    "text",
    [
        *("", "a.example", "ftp://a.example", "http://a.example", "https://", "https://a:x"),
        *("https://a:0", "https://u:p@a.example", "https://a/?b", "https://a/#b", "https://a b"),
        *("https://a\tb", "https:\\\\a", "https://[a", "javascript:1"),
    ],
)
def test_anything_else_is_none(text: str) -> None:
    assert public_address(text) is None


def test_the_video_comes_back_out_of_the_address() -> None:
    url = callback_url("https://a.example", VIDEO)
    assert reference_in(url.partition("?")[2]) == VIDEO


@pytest.mark.parametrize(
    "query",
    [
        *("", "video=", "video=x", f"Video={VIDEO}", f"video={VIDEO.upper()}"),
        *(f"video={VIDEO}&video={VIDEO}", f"video={{{VIDEO}}}", "&" * 20 + f"video={VIDEO}&" * 9),
    ],
)
def test_what_is_no_single_id_is_no_reference(query: str) -> None:
    assert reference_in(query) is None
