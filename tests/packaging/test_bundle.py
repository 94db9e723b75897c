"""The folder of `make bundle`: what it is made of, and that it works where nothing else is."""

import hashlib
import importlib.util
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from importlib.metadata import entry_points
from pathlib import Path

import pytest
import pythons
from bundle import build, check, contents

import videogen_desktop
from videogen_desktop import executable
from videogen_desktop.cli.main import GROUPS
from videogen_desktop.providers.vendors import NAMES

ROOT = Path(__file__).resolve().parents[2]
# It starts under load of a whole run, and decodes.
DEADLINE_SECONDS = 120

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="reads and runs ELF files")
as_shipped = pytest.mark.skipif(
    sys.version_info[:2] != pythons.SHIPPED, reason="installers carry another Python"
)


# --- what it is made of, without building it ------------------------------------------------------


def test_every_pattern_of_the_data_finds_files() -> None:
    assert [pattern for pattern in contents.DATA if not contents.matches(pattern)] == []


def test_the_data_is_what_a_wheel_carries() -> None:
    here = {Path(source) for source, _ in contents.data_files()}
    resources = ROOT / "resources"
    shipped = {path for path in resources.rglob("*") if path.is_file()}
    shipped -= set((resources / "screenshots").rglob("*"))
    assert here >= shipped
    assert not here & set((resources / "screenshots").rglob("*"))
    migrations = ROOT / "videogen_desktop" / "storage" / "migrations"
    assert here >= {*migrations.glob("versions/*.py"), *migrations.glob("sql/*.sql")}


def test_a_data_file_keeps_its_place_below_the_package() -> None:
    placed = {Path(source).name: folder for source, folder in contents.data_files()}
    assert placed["env.py"] == "videogen_desktop/storage/migrations"
    assert placed["clip.mp4"] == "videogen_desktop/data/resources/self-test"


def test_what_is_imported_by_a_name_made_at_run_time_is_named() -> None:
    named = set(contents.hidden_modules())
    assert named >= {f"videogen_desktop.cli.{group}" for group in GROUPS.values()}
    assert named >= {f"videogen_desktop.providers.{name}.vendor" for name in NAMES}
    assert named >= {entry.module for entry in entry_points(group="keyring.backends")}


def test_every_named_module_of_the_program_exists() -> None:
    # Alembic's are files of the folder, not modules of it.
    assert not [name for name in contents.own_modules() if ".versions" in name]
    missing = [name for name in contents.own_modules() if importlib.util.find_spec(name) is None]
    assert missing == []


@pytest.mark.parametrize(
    ("entry", "is_wanted"),
    [
        (("libssl.so.3", "/usr/lib/x86_64-linux-gnu/libssl.so.3", "BINARY"), True),
        (("libglib-2.0.so.0", "/usr/lib/x86_64-linux-gnu/libglib-2.0.so.0", "BINARY"), False),
        # Debian's own Python: its modules lie where the system's libraries do.
        (("python3.11/lib-dynload/_ssl.so", "/usr/lib/python3.11/_ssl.so", "EXTENSION"), True),
        (("PySide6/Qt/plugins/platforms/libqxcb.so", "/venv/libqxcb.so", "BINARY"), True),
        (("PySide6/Qt/plugins/tls/libqopensslbackend.so", "/venv/libq.so", "BINARY"), False),
        (("PySide6\\plugins\\platforms\\qoffscreen.dll", "C:\\q.dll", "BINARY"), True),
        (("PySide6/Qt/translations/qt_vi.qm", "/venv/qt_vi.qm", "DATA"), False),
        (("av-18.1.0.dist-info/METADATA", "/venv/METADATA", "DATA"), True),
        (("videogen_desktop-0.2.0.dist-info/direct_url.json", "/venv/d.json", "DATA"), False),
    ],
)
@on_linux
def test_a_file_goes_into_the_folder_or_not(entry: contents.Entry, is_wanted: bool) -> None:
    assert contents.is_wanted(entry) is is_wanted


def test_the_entries_give_the_environment_back_before_anything_else_is_imported() -> None:
    for entry in sorted(contents.ENTRIES.glob("*.py")):
        lines = [line for line in entry.read_text("utf-8").splitlines() if "import" in line]
        assert lines[:2] == [
            "import sys",
            "from videogen_desktop.executable import give_back_environment",
        ], entry.name


# --- the environment that children get ------------------------------------------------------------


@pytest.mark.parametrize("before", [None, "/opt/own/lib"])
def test_a_child_gets_the_library_path_that_the_user_had(before: str | None) -> None:
    kept = {"HOME": "/somewhere"} | ({} if before is None else {"LD_LIBRARY_PATH": before})
    environment = {
        **kept,
        "LD_LIBRARY_PATH": "/usr/lib/videogen-desktop/_internal",
        "_PYI_ARCHIVE_FILE": "/usr/lib/videogen-desktop/videogen",
        **({} if before is None else {"LD_LIBRARY_PATH_ORIG": before}),
    }
    executable.give_back_environment(environment)
    assert environment == kept


def test_a_frozen_program_starts_the_terminal_program_beside_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    for program in ("videogen-desktop", "videogen"):
        monkeypatch.setattr(sys, "executable", f"/usr/lib/videogen-desktop/{program}")
        command = executable.own_command("media-helper")
        assert command == ["/usr/lib/videogen-desktop/videogen", "media-helper"]


# --- the folder itself ----------------------------------------------------------------------------


class Folder:
    """The built folder at `path`, and a home that is empty."""

    def __init__(self, path: Path, home: Path) -> None:
        self.path, self.home = path, home

    def environment(self, **others: str) -> dict[str, str]:
        return {
            "HOME": str(self.home),
            "PATH": os.defpath,
            "LC_ALL": "C",
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
            **others,
        }

    def run(self, name: str, *arguments: str) -> str:
        """What the program prints, with next to nothing in its environment."""
        done = subprocess.run(
            [self.path / name, *arguments],
            cwd=self.home,
            env=self.environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=DEADLINE_SECONDS,
        )
        said = done.stdout.decode() + done.stderr.decode()
        assert done.returncode == 0, f"{name} {arguments}: {done.returncode}\n{said}"
        return said


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build.build(tmp_path_factory.mktemp("dist"))


@pytest.fixture
def folder(built: Path, tmp_path: Path) -> Folder:
    return Folder(built, tmp_path)


@pytest.mark.full
@on_linux
@as_shipped
def test_the_folder_is_whole_and_small(built: Path) -> None:
    assert list(check.size_problems(built, build.pack(built))) == []
    assert check.library_problems(built) == []


@pytest.mark.full
@on_linux
@as_shipped
def test_the_window_of_the_folder_shows_and_decodes(folder: Folder) -> None:
    said = folder.run("videogen-desktop", "--self-test")
    assert videogen_desktop.__version__ in said
    assert "self-test: ok" in said


@pytest.mark.full
@on_linux
@as_shipped
def test_a_video_is_made_checked_backed_up_and_repaired(folder: Folder, tmp_path: Path) -> None:
    clip, safe = tmp_path / "con mèo.mp4", tmp_path / "safe"
    folder.run("videogen", "generate", "--provider", "sandbox", "con mèo", "--output", str(clip))
    assert clip.stat().st_size > 10_000
    folder.run("videogen", "verify")
    folder.run("videogen", "doctor")
    safe.mkdir()
    folder.run("videogen", "doctor", "--backup-to", str(safe))
    (library,) = tmp_path.rglob("library.db")
    library.write_bytes(b"not a database" * 1000)
    folder.run("videogen", "doctor", "--repair", "--yes")
    assert "con mèo" in folder.run("videogen", "list")


@pytest.mark.full
@on_linux
@as_shipped
@pytest.mark.parametrize("before", [None, "/opt/own/lib"])
def test_a_program_of_the_system_gets_the_library_path_that_the_user_had(
    folder: Folder, tmp_path: Path, before: str | None
) -> None:
    """The window asks gsettings, here one that says what it was given."""
    programs, told = tmp_path / "bin", tmp_path / "told"
    programs.mkdir()
    (programs / "gsettings").write_text(f"#!/bin/sh\nenv > {told}.new; mv {told}.new {told}\n")
    (programs / "gsettings").chmod(0o755)
    environment = folder.environment(PATH=f"{programs}{os.pathsep}{os.defpath}")
    environment |= {} if before is None else {"LD_LIBRARY_PATH": before}
    window = [str(folder.path / "videogen-desktop"), "--provider", "sandbox"]
    with subprocess.Popen(window, env=environment, stderr=subprocess.DEVNULL) as process:
        wait_until(told.exists)
        process.terminate()
    given = dict(line.split("=", 1) for line in told.read_text().splitlines())
    assert given.get("LD_LIBRARY_PATH") == before
    assert not [
        name for name in given if name.startswith(("_PYI", "LD_LIBRARY_PATH_", "QT_PLUGIN"))
    ]


def wait_until(happened: Callable[[], bool]) -> None:
    end = time.monotonic() + DEADLINE_SECONDS
    while not happened():
        assert time.monotonic() < end, "it never happened"
        time.sleep(0.02)


@pytest.mark.full
@on_linux
@as_shipped
def test_the_folder_may_be_read_only_and_stays_as_it_was(folder: Folder) -> None:
    """Nothing of a user lies in it: what is installed there belongs to root."""
    before = dict(fingerprints(folder.path))
    folder.run("videogen", "doctor")
    folder.run("videogen-desktop", "--self-test")
    assert dict(fingerprints(folder.path)) == before


@pytest.mark.full
@on_linux
@as_shipped
def test_two_builds_are_the_same(built: Path, tmp_path: Path) -> None:
    first, second = (dict(fingerprints(one)) for one in (built, build.build(tmp_path)))
    assert {name for name in first.keys() | second if first.get(name) != second.get(name)} == set()


def fingerprints(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield str(path.relative_to(folder)), hashlib.sha256(path.read_bytes()).hexdigest()
