"""What the folder of `make bundle` is made of; nothing is built here."""

import importlib.util
import sys
from importlib.metadata import entry_points
from pathlib import Path

import pytest
from bundle import contents

from tests.packaging.built_folder import on_linux
from tests.packaging.imported_modules import imported_modules, with_parents
from videogen_desktop import executable
from videogen_desktop.cli.main import GROUPS
from videogen_desktop.providers.vendors import NAMES

ROOT = Path(__file__).resolve().parents[2]


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


def test_nothing_that_is_left_out_is_imported_by_the_program() -> None:
    """Pictures and the sandbox's lettering were dead in the first folder: doctor saw neither."""
    left_out = set(contents.TRIM["modules"]["exclude"])
    assert [name for name in imported_modules() if left_out & set(with_parents(name))] == []


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
        (("PySide6\\opengl32sw.dll", "C:\\opengl32sw.dll", "BINARY"), False),
        (("PySide6/Qt/translations/qt_vi.qm", "/venv/qt_vi.qm", "DATA"), False),
        (("av-18.1.0.dist-info/METADATA", "/venv/METADATA", "DATA"), True),
        (("videogen_desktop-0.2.0.dist-info/direct_url.json", "/venv/d.json", "DATA"), False),
    ],
)
@on_linux
def test_a_file_goes_into_the_folder_or_not(entry: contents.Entry, is_wanted: bool) -> None:
    assert contents.is_wanted(entry) is is_wanted


def test_a_library_that_only_a_library_loads_goes_in_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """PyInstaller does not find those of a wheel's folder on Windows: PyAV came without its codecs,
    and only a clip told."""
    loads = {
        "core.pyd": ["avcodec-62.dll", "KERNEL32.dll"],
        "avcodec-62.dll": ["libdav1d.dll"],
        "libdav1d.dll": [],
        "libunused.dll": [],
    }
    monkeypatch.setattr(
        "PyInstaller.depend.bindepend.get_imports",
        lambda source: {(name.upper(), None) for name in loads[Path(source).name]},
    )
    table = [("av\\_core.pyd", "/w/core.pyd", "EXTENSION")] + [
        (f"av.libs\\{name}", f"/w/{name}", "BINARY") for name in loads if name.endswith(".dll")
    ]
    names = {contents.library_name(entry[0]) for entry in contents.kept(table)}
    assert names == {"_core.pyd", "avcodec-62.dll", "libdav1d.dll"}


def test_libraries_know_one_another_by_the_names_of_their_system() -> None:
    """A framework without its list and its links cannot be signed."""
    core = "PySide6/Qt/lib/QtCore.framework"
    told = {f"{core}/Versions/A/QtCore", f"{core}/Versions/Current", f"{core}/Resources/Info.plist"}
    assert {contents.library_name(path) for path in told} == {"qtcore"}
    assert contents.library_name("@rpath/QtCore.framework/Versions/A/QtCore") == "qtcore"
    assert contents.library_name("PySide6\\Qt6Core.dll") == contents.library_name("QT6CORE.DLL")


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
