"""Who keeps an installation up to date, as the folder of its programs says."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from videogen_desktop import executable


@contextmanager
def frozen(monkeypatch: pytest.MonkeyPatch, folder: Path) -> Iterator[Path]:
    with monkeypatch.context() as patch:
        patch.setattr(sys, "frozen", True, raising=False)
        patch.setattr(sys, "executable", str(folder / "videogen-desktop"))
        yield folder / "packaged-by"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("apt\n", "apt"),
        ("Homebrew\nsecond line", "Homebrew"),
        ("", "packaged-by"),
        ("a\x1b[31mpt", "a[31mpt"),
        ("x" * 500, "x" * 60),
    ],
)
def test_the_folder_says_who_keeps_it_up_to_date(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, text: str, name: str
) -> None:
    with frozen(monkeypatch, tmp_path) as mark:
        assert executable.packager() is None
        mark.write_text(text)
        assert executable.packager() == name
    assert executable.packager() is None
