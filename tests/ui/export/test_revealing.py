"""A file is shown in its folder by the file manager that the desktop names."""

import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from videogen_desktop.ui.clip_files import reveal_clip

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems mark the file")

TOOL = """#!/bin/sh
printf '%s\\n' "$@" > "$0.said"
exit {code}
"""


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    clip = tmp_path / "Phở, Hà Nội.mp4"
    clip.write_bytes(b"clip")
    return clip


def tool(folder: Path, monkeypatch: pytest.MonkeyPatch, code: int) -> Path:
    """A `dbus-send` that notes what it was told."""
    place = folder / "tools"
    place.mkdir()
    program = place / "dbus-send"
    program.write_text(TOOL.format(code=code))
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{place}:/usr/bin:/bin")
    return place / "dbus-send.said"


def test_the_file_itself_is_marked(
    qtbot: QtBot,
    clip: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    opened_pages: list[str],
) -> None:
    said = tool(tmp_path, monkeypatch, 0)
    assert reveal_clip(clip)
    qtbot.waitUntil(lambda: said.exists() and bool(said.read_text()))
    words = said.read_text("utf-8").splitlines()
    assert "org.freedesktop.FileManager1.ShowItems" in words
    address = clip.as_uri().replace(",", "%2C")
    assert f"array:string:{address}" in words
    qtbot.wait(50)
    assert opened_pages == []


def test_without_such_a_file_manager_the_folder_opens(
    qtbot: QtBot,
    clip: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    opened_pages: list[str],
) -> None:
    tool(tmp_path, monkeypatch, 1)
    assert reveal_clip(clip)
    qtbot.waitUntil(lambda: len(opened_pages) == 1)
    assert opened_pages[0].startswith("file://")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert reveal_clip(clip)
    qtbot.waitUntil(lambda: len(opened_pages) == 2)
