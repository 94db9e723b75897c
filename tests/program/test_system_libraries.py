"""A window that cannot begin says what is missing and what brings it; the terminal goes on."""

import gc
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from videogen_desktop import app
from videogen_desktop.program import system_libraries
from videogen_desktop.program.system_libraries import LIBRARIES, Packages, advice, why_no_window

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the wheel is whole")
DEADLINE_SECONDS = 60


@pytest.mark.parametrize(
    ("manager", "remedy"),
    [
        ("apt-get", "sudo apt-get install libglib2.0-0 libxcb-cursor0"),
        ("dnf", "sudo dnf install 'libglib-2.0.so.0()(64bit)' 'libxcb-cursor.so.0()(64bit)'"),
        ("zypper", "sudo zypper install 'libglib-2.0.so.0()(64bit)' 'libxcb-cursor.so.0()(64bit)'"),
        ("pacman", "sudo pacman -S glib2 xcb-util-cursor"),
        (None, "(install the packages of your distribution that contain these files)"),
    ],
)
def test_the_command_is_the_one_of_this_system(
    monkeypatch: pytest.MonkeyPatch, manager: str | None, remedy: str
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: name if name == manager else None)
    said = advice(["libglib-2.0.so.0", "libxcb-cursor.so.0"])
    assert said.splitlines() == [
        "Qt needs system libraries that are not here: libglib-2.0.so.0, libxcb-cursor.so.0",
        remedy,
    ]


def test_every_library_has_a_package_on_each_system() -> None:
    assert all(name.startswith("lib") and ".so." in name for name in LIBRARIES)
    assert all(packages.debian and packages.arch for packages in LIBRARIES.values())


@on_linux
def test_a_library_that_is_missing_comes_before_what_qt_says(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(system_libraries, "LIBRARIES", {"libabsent.so.9": Packages("absent9", "a")})
    said = why_no_window("no platform plugin could be initialized", {})
    assert "libabsent.so.9" in said
    assert "could be initialized" not in said
    assert "`videogen` works without" in said


@on_linux
@pytest.mark.parametrize(
    ("screen", "sentence"),
    [
        ({}, "neither DISPLAY nor WAYLAND_DISPLAY is set"),
        ({"DISPLAY": ":65000"}, "The screen that DISPLAY names (:65000) does not answer"),
    ],
)
def test_a_window_without_a_screen_says_so_in_words_and_leaves_no_core(
    tmp_path: Path, screen: dict[str, str], sentence: str
) -> None:
    kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
    home = {"HOME": str(tmp_path), "VIDEOGEN_DATA_DIR": str(tmp_path / "data")}
    done = subprocess.run(
        [sys.executable, "-m", "videogen_desktop", "window", "--provider", "sandbox"],
        env={**kept, **home, **screen},
        capture_output=True,
        text=True,
        timeout=DEADLINE_SECONDS,
    )
    assert done.returncode == 1, done.stderr
    assert sentence in done.stderr
    assert "Reinstalling" not in done.stderr
    assert "Traceback" not in done.stderr


@pytest.fixture(autouse=True)
def collector() -> Iterator[None]:
    """A start that ends early leaves it off."""
    yield
    gc.enable()


@on_linux
def test_a_library_that_the_linker_refuses_is_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    refused = "libglib-2.0.so.0: cannot open shared object file: No such file or directory"
    stand_in(monkeypatch, ImportError(refused, path="/PySide6/QtGui.abi3.so"))
    assert app.main(["--self-test"]) == 1
    assert refused in capsys.readouterr().err


def test_a_module_of_ours_that_is_missing_stays_a_defect(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(monkeypatch, ModuleNotFoundError("No module named 'videogen_desktop.ui.absent'"))
    with pytest.raises(ModuleNotFoundError):
        app.main(["--self-test"])


def stand_in(monkeypatch: pytest.MonkeyPatch, error: ImportError) -> None:
    class Refusing:
        def __getattr__(self, _name: str) -> object:
            raise error

    monkeypatch.setitem(sys.modules, "videogen_desktop.ui.desktop", Refusing())
    monkeypatch.setattr("videogen_desktop.app._instance", lambda *_: None)
