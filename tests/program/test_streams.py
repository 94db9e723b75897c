"""Standard streams in other code pages, and with readers that left."""

import io
import os
import select
import sys
from pathlib import Path

import pytest

from videogen_desktop.cli.main import main
from videogen_desktop.program.streams import guarded_streams

PROMPT = "Một chú mèo ngã, rồi nhảy 🐈"


def printed(stream_encoding: str, pipe_encoding: str | None, as_one: pytest.MonkeyPatch) -> bytes:
    written = io.BytesIO()
    as_one.setattr(sys, "stdout", io.TextIOWrapper(written, encoding=stream_encoding))
    with guarded_streams(pipe_encoding):
        sys.stdout.write(PROMPT + "\n")
    return written.getvalue()


@pytest.mark.parametrize("code_page", ["cp1258", "cp1252", "ascii"])
def test_a_pipe_of_windows_is_utf_8(code_page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert printed(code_page, "utf-8", monkeypatch).decode() == PROMPT + "\n"


def test_elsewhere_the_locale_is_heeded(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "mèo".encode("latin-1") in printed("latin-1", None, monkeypatch)


@pytest.mark.skipif(not hasattr(select, "epoll"), reason="epoll is what refuses to be written to")
def test_a_reader_that_left_is_no_failure_in_the_words_of_windows_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`list | more` ended with "the answer could not be written: Invalid argument"."""
    with select.epoll() as refuses:  # EINVAL
        gone = open(os.dup(refuses.fileno()), "w", encoding="utf-8")  # noqa: PTH123, SIM115
    with gone:
        monkeypatch.setattr(sys, "stdout", gone)
        assert main(["models", "--data-dir", str(tmp_path)]) == 0
    assert capsys.readouterr().err == ""
