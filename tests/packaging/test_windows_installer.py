"""The installer for Windows: what it says and is told. `make wine-smoke` compiles and runs it."""

import re
import shutil
from pathlib import Path, PureWindowsPath

import icon
import pytest
from PIL import Image
from windows import build_installer, inno_setup, version_resource

from videogen_desktop import __version__
from videogen_desktop.program.windows import APP_USER_MODEL_ID, RUNNING_MUTEX

WINDOWS = Path(build_installer.__file__).parent
SCRIPT = (WINDOWS / "videogen.iss").read_text("utf-8")
PLACEHOLDER = re.compile(r"%\d|%n|\[\w+(?:/\w+)?\]")


def messages(path: Path) -> dict[str, str]:
    """Those of both sections, by name."""
    lines = path.read_text("utf-8-sig").splitlines()
    rest = lines[lines.index("[Messages]") :]
    return dict(line.split("=", 1) for line in rest if "=" in line and not line.startswith(";"))


@pytest.fixture
def told(tmp_path: Path) -> dict[str, str]:
    """What the compiler is given by another place than the script."""
    names = (tmp_path / "ISCC.exe", tmp_path / "folder", tmp_path / "dist")
    command = build_installer.command(*names, icon_file=tmp_path / "videogen.ico")
    return dict(one.removeprefix("/D").split("=", 1) for one in command if one.startswith("/D"))


def test_the_version_the_id_and_the_mutex_are_the_programs_own(told: dict[str, str]) -> None:
    assert told["Version"] == __version__
    assert told["AppUserModelID"] == APP_USER_MODEL_ID
    assert told["RunningMutex"] == RUNNING_MUTEX
    assert __version__ in told["OutputName"]


def test_the_script_uses_all_that_it_is_told_and_repeats_none_of_it(told: dict[str, str]) -> None:
    assert set(re.findall(r"\{#(\w+)\}", SCRIPT)) - {"Name", "Program"} == told.keys()
    assert __version__ not in SCRIPT
    assert APP_USER_MODEL_ID not in SCRIPT
    assert RUNNING_MUTEX not in SCRIPT


def test_it_is_for_one_user_and_asks_for_no_administrator() -> None:
    assert "PrivilegesRequired=lowest\n" in SCRIPT
    assert r"DefaultDirName={localappdata}\Programs" in SCRIPT


def test_every_shortcut_carries_the_programs_id() -> None:
    """Else its notifications and its taskbar button belong to nobody."""
    icons = re.findall(r"^Name: .*Filename: .*$", SCRIPT.partition("[Icons]")[2], re.MULTILINE)
    assert len(icons) == 2
    assert all('AppUserModelID: "{#AppUserModelID}"' in one for one in icons)


def test_paths_are_the_compilers_own(tmp_path: Path) -> None:
    def as_windows(path: Path) -> str:
        return str(PureWindowsPath(f"Z:{path.as_posix()}"))

    names = (tmp_path / "ISCC.exe", tmp_path / "folder", tmp_path / "dist")
    icon_file = tmp_path / "videogen.ico"
    command = build_installer.command(*names, as_windows, icon_file=icon_file)
    assert all(one.startswith(("Z:\\", "/Q", "/D")) for one in command)
    assert "/DFolder=Z:\\" in " ".join(command)


def test_a_compiler_that_is_not_the_known_one_is_not_even_unpacked(tmp_path: Path) -> None:
    forged = tmp_path / "innosetup-6.4.1.tgz"
    forged.write_bytes(b"something else")
    with pytest.raises(inno_setup.ForgedPackageError):
        inno_setup.unpack(forged, tmp_path / "unpacked")
    assert not (tmp_path / "unpacked").exists()


@pytest.mark.full
@pytest.mark.skipif(shutil.which("npm") is None, reason="npm fetches the compiler")
def test_vietnamese_has_every_message_with_the_same_places(tmp_path: Path) -> None:
    english = messages(inno_setup.fetched(tmp_path).parent / "Default.isl")
    vietnamese = messages(WINDOWS / "Vietnamese.isl")
    assert vietnamese.keys() == english.keys()
    for name, text in english.items():
        assert sorted(set(PLACEHOLDER.findall(vietnamese[name]))) == sorted(
            set(PLACEHOLDER.findall(text))
        ), name
        # Inno Setup ends these with a full stop by itself.
        if text and not text.endswith("."):
            assert not vietnamese[name].endswith("."), name


def test_vietnamese_is_said_in_vietnamese() -> None:
    vietnamese = messages(WINDOWS / "Vietnamese.isl")
    assert len(vietnamese) > 250
    sentences = [text for text in vietnamese.values() if len(text.split()) > 4]
    assert all(not sentence.isascii() for sentence in sentences)


def test_the_icon_has_every_size_that_explorer_asks_for(tmp_path: Path) -> None:
    with Image.open(icon.for_windows(tmp_path / "videogen.ico")) as picture:
        assert picture.info["sizes"] == {(size, size) for size in icon.WINDOWS_SIZES}
    with Image.open(icon.for_macos(tmp_path / "videogen.icns")) as picture:
        assert (512, 512, 2) in picture.info["sizes"]
    # Drawn, and not an empty square.
    assert icon.drawn(16).getchannel("A").getextrema() == (0, 255)


@pytest.mark.parametrize("program", ["videogen", "videogen-desktop"])
def test_explorer_shows_the_version_and_which_program_it_is(program: str) -> None:
    text = version_resource.text(program, "1.22.3")
    assert "filevers=(1, 22, 3, 0)" in text
    assert "StringStruct('ProductVersion', '1.22.3')" in text
    assert f"StringStruct('OriginalFilename', '{program}.exe')" in text
    compile(text, program, "eval")
