"""Which API bases are taken, and how they are spelled."""

import subprocess
import sys

import pytest

from videogen_desktop.domain.addresses import is_loopback, normalised_api_base
from videogen_desktop.domain.errors import ApiBaseRefusedError


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("https://api.kie.ai", "https://api.kie.ai"),
        ("  https://API.kie.AI/ ", "https://api.kie.ai"),
        ("https://api.kie.ai/api/v1", "https://api.kie.ai"),
        ("https://api.kie.ai/api/v1/", "https://api.kie.ai"),
        ("https://api.kie.ai:443", "https://api.kie.ai"),
        ("https://proxy.example:8443/kie/api/v1/", "https://proxy.example:8443/kie"),
        ("http://127.0.0.1:8080/", "http://127.0.0.1:8080"),
        ("http://127.8.8.8", "http://127.8.8.8"),
        ("http://localhost:80", "http://localhost"),
        ("http://[::1]:9", "http://[::1]:9"),
        ("HTTPS://[2001:DB8::1]/", "https://[2001:db8::1]"),
        ("http://[0:0:0:0:0:0:0:1]:9", "http://[::1]:9"),
        ("http://[::ffff:127.0.0.1]", "http://127.0.0.1"),
        ("http://[0:0::FFFF:7f00:1]", "http://127.0.0.1"),
        ("https://[2001:0db8:0:0:0:0:0:01]", "https://[2001:db8::1]"),
        ("http://127.1:8080", "http://127.0.0.1:8080"),
        ("http://0x7F.0.0.1", "http://127.0.0.1"),
        ("http://2130706433", "http://127.0.0.1"),
        ("https://API.kie.ai.:0443//", "https://api.kie.ai"),
        ("http://LOCALHOST.:80", "http://localhost"),
        ("https://Bücher.example", "https://xn--bcher-kva.example"),
        ("https://XN--bcher-kva.example", "https://xn--bcher-kva.example"),
        ("https://đà.example", "https://xn--0ca1h.example"),
        # Python's codec would make another name of it.
        ("https://straße.example", "https://straße.example"),
    ],
)
def test_a_base_has_one_spelling(text: str, base: str) -> None:
    assert normalised_api_base(text) == base
    assert normalised_api_base(base) == base


@pytest.mark.parametrize(
    "text",
    [
        "",
        "api.kie.ai",
        "http://api.kie.ai",
        "http://192.168.1.4",
        "http://localhost.evil.example",
        "http://127.0.0.1.evil.example",
        "http://0.0.0.0",
        "http://0",
        "http://0x7f.0.0.1.5",
        "http://127.0.0.256",
        "https://1.2.3.4.5",
        "https://0..",
        "https://a..b",
        "https://.a",
        "https://[::1%eth0",
        "https://[1:2]",
        "ftp://api.kie.ai",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "https://",
        "https:///path",
        "//api.kie.ai",
        "https://user@api.kie.ai",
        "https://user:secret@api.kie.ai",
        "https://api.kie.ai?key=secret",
        "https://api.kie.ai#secret",
        "https://api.kie.ai:99999",
        "https://api.kie.ai:0",
        "https://api.kie.ai:port",
        "https://[::1",
        "https://api.kie.ai\\@evil.example",
        "https://api.\nkie.ai",
        "https://api kie.ai",
        "https://api\u200b.kie.ai",
    ],
)
def test_everything_else_is_refused_without_repeating_a_secret(text: str) -> None:
    with pytest.raises(ApiBaseRefusedError) as raised:
        normalised_api_base(text)
    assert "secret" not in str(raised.value)


def test_loopback_is_a_matter_of_spelling() -> None:
    assert is_loopback("http://localhost:1")
    assert is_loopback("https://127.0.0.1")
    assert is_loopback("http://[::1]")
    assert not is_loopback("https://api.kie.ai")
    assert not is_loopback("https://[broken")


def test_the_terminal_can_ask_without_loading_httpx() -> None:
    code = (
        "import sys, videogen_desktop.domain.addresses;"
        "sys.exit('httpx' in sys.modules or 'asyncio' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_httpx_leaves_its_terminal_program_out() -> None:
    code = "import sys, videogen_desktop.providers.kie.client; sys.exit('rich' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
