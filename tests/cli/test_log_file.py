"""The log holds no key, no bearer token and no signed address."""

import logging
from pathlib import Path

import pytest

from videogen_desktop.domain.redaction import hide_in_logs
from videogen_desktop.program.log_file import logging_to

KEY = "canary-key-123456"


@pytest.mark.parametrize(
    "text",
    [
        f"the key is {KEY}",
        f"headers {{'authorization': 'Bearer {KEY}x'}}",
        f"GET https://cdn.example/a.mp4?X-Amz-Signature={KEY}x HTTP/1.1",
        f"https://user:{KEY}x@host.example/a",
        f"https://host.example/a#{KEY}x",
        f"AUTHORIZATION: bearer   {KEY}x",
    ],
)
def test_nothing_secret_reaches_the_file(tmp_path: Path, text: str) -> None:
    # Only the first text holds the key that the log knows; the others are told by their shape.
    secrets = (KEY,) if text.endswith(KEY) else ()
    with logging_to(tmp_path, secrets) as path:
        logging.getLogger("a.b").warning("%s", text)
    assert path is not None
    written = path.read_text(encoding="utf-8")
    assert "a.b" in written
    assert "canary" not in written


def test_tracebacks_are_cleaned_too(tmp_path: Path) -> None:
    with logging_to(tmp_path, (KEY,)) as path:
        try:
            raise ValueError(f"Illegal header value b'Bearer {KEY}'")
        except ValueError:
            logging.getLogger("a").exception("broken")
    assert path is not None
    assert "ValueError" in path.read_text(encoding="utf-8")
    assert KEY not in path.read_text(encoding="utf-8")


def test_a_key_that_is_known_only_later_is_left_out_from_then_on(tmp_path: Path) -> None:
    with logging_to(tmp_path) as path:
        hide_in_logs(KEY)
        logging.getLogger("a").warning("the key is %s", KEY)
    assert path is not None
    assert "the key is [hidden]" in path.read_text(encoding="utf-8")


def test_libraries_that_name_urls_are_not_heard(tmp_path: Path) -> None:
    with logging_to(tmp_path, verbose=True) as path:
        logging.getLogger("httpx").info("HTTP Request: GET https://a.example")
        logging.getLogger("httpcore.connection").debug("connect")
    assert path is not None
    assert path.read_text(encoding="utf-8") == ""


def test_a_folder_that_cannot_be_written_is_no_reason_to_fail(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with logging_to(tmp_path / "file") as path:
        logging.getLogger("a").error("unheard")
    assert path is None


def test_nothing_of_the_log_is_left_installed(tmp_path: Path) -> None:
    before = (logging.getLogger().level, list(logging.getLogger().handlers))
    with logging_to(tmp_path):
        assert logging.getLogger().handlers != before[1]
    assert (logging.getLogger().level, list(logging.getLogger().handlers)) == before


def test_a_file_that_cannot_be_turned_over_goes_on(tmp_path: Path) -> None:
    """On Windows nothing that another process has open is renamed: each record after that was lost
    without a word."""
    (tmp_path / "videogen.log").write_bytes(b"." * 1_000_000)
    for number in (2, 3):
        (tmp_path / f"videogen.log.{number}" / "in the way").mkdir(parents=True)
    with logging_to(tmp_path) as path:
        logging.getLogger("a").warning("first")
        logging.getLogger("a").warning("second")
    assert path is not None
    written = path.read_text(encoding="utf-8")
    assert "first" in written and "second" in written
