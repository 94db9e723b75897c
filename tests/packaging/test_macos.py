"""The application for macOS, as far as it can be seen without one: said, signed and sent."""

import plistlib
import re
import sys
from pathlib import Path
from typing import Any

import pytest
from macos import application, build_dmg, signing
from macos.application import HERE, IDENTIFIER, NAME

from videogen_desktop import __version__
from videogen_desktop.executable import TERMINAL


@pytest.fixture(params=["arm64", "x86_64"])
def plist(request: pytest.FixtureRequest) -> dict[str, Any]:
    """As macOS reads it."""
    read: dict[str, Any] = plistlib.loads(plistlib.dumps(application.information(request.param)))
    return read


def test_the_application_says_what_it_is_and_speaks_both_languages(plist: dict[str, Any]) -> None:
    assert plist["CFBundleIdentifier"] == IDENTIFIER
    # Apple allows no other characters.
    assert re.fullmatch(r"[A-Za-z0-9.-]+", IDENTIFIER)
    assert plist["CFBundleLocalizations"] == ["vi", "en"]
    assert plist["CFBundleShortVersionString"] == plist["CFBundleVersion"] == __version__
    assert (plist["CFBundleExecutable"], plist["LSBackgroundOnly"]) == ("videogen-desktop", False)


def test_each_machine_needs_the_system_that_its_libraries_do() -> None:
    """An older one would end with a message of the dynamic linker, and not of Finder."""
    oldest = {
        machine: application.information(machine)["LSMinimumSystemVersion"]
        for machine in ("arm64", "x86_64")
    }
    assert oldest == {"arm64": "14.0", "x86_64": "13.0"}


def test_what_macos_asks_is_said_in_both_languages(plist: dict[str, Any]) -> None:
    asked = {key for key in plist if key.endswith("UsageDescription")}
    text = (HERE / "vi.lproj" / "InfoPlist.strings").read_text("utf-8")
    said = dict(re.findall(r'^(\w+) = "(.+)";$', text, re.MULTILINE))
    assert set(said) == asked
    assert all(not sentence.isascii() for sentence in said.values())
    assert [entry[0] for entry in application.localized()] == ["vi.lproj/InfoPlist.strings"]


def test_the_hardened_runtime_is_asked_for_no_exception() -> None:
    assert plistlib.loads(signing.ENTITLEMENTS.read_bytes()) == {}


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """An application as PyInstaller lays it out, of files that begin as code does."""
    contents = tmp_path / f"{NAME}.app" / "Contents"
    code = [
        "MacOS/videogen-desktop",
        "MacOS/videogen",
        "Frameworks/libpython3.11.dylib",
        "Frameworks/PySide6/QtCore.abi3.so",
        "Frameworks/PySide6/Qt/lib/QtCore.framework/Versions/A/QtCore",
        "Frameworks/PySide6/Qt/lib/QtCore.framework/Versions/A/Helpers/helper",
        "Frameworks/PySide6/Qt/plugins/platforms/libqcocoa.dylib",
        "Frameworks/av/__dot__dylibs/libavcodec.62.dylib",
    ]
    for name in code:
        path = contents / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"\xcf\xfa\xed\xfe" + b"\0" * 12)
    (contents / "Resources").mkdir()
    (contents / "Resources" / "clip.mp4").write_bytes(b"no code")
    (contents / "Info.plist").write_bytes(plistlib.dumps(application.information("arm64")))
    return contents.parent


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_code_is_signed_from_the_inside_out_and_each_piece_once(built: Path) -> None:
    core = built / "Contents/Frameworks/PySide6/Qt/lib/QtCore.framework"
    (core / "Versions" / "Current").symlink_to("A")
    (core / "QtCore").symlink_to("Versions/Current/QtCore")
    signed = signing.code_inside_out(built)
    assert len(signed) == len(set(signed)) == 8
    assert signed[-2:] == [built / "Contents" / "MacOS" / TERMINAL, built]
    # A framework as a whole, and the window's program with the application.
    assert core / "Versions" / "A" in signed
    assert built / "Contents" / "MacOS" / "videogen-desktop" not in signed
    for place, path in enumerate(signed):
        assert not any(path in later.parents for later in signed[place + 1 :]), path


def test_every_piece_gets_the_hardened_runtime_and_programs_the_entitlements(built: Path) -> None:
    commands: list[list[str]] = []
    signing.sign_application(built, "Developer ID Application: Somebody", commands.append)
    *signatures, check = commands
    assert check[:2] == ["codesign", "--verify"]
    for command in signatures:
        assert command[command.index("--options") + 1] == "runtime"
        assert "--timestamp" in command
        assert "--deep" not in command
        is_program = command[-1] in {str(built), str(built / "Contents" / "MacOS" / TERMINAL)}
        assert ("--entitlements" in command) is is_program


def test_a_notarys_key_stands_in_no_command_line_and_on_no_disk_afterwards() -> None:
    """Whoever lists processes reads command lines."""
    keys: list[str] = []
    commands: list[list[str]] = []

    def run(command: list[str]) -> None:
        commands.append(command)
        if "--key" in command:
            key = Path(command[command.index("--key") + 1])
            keys.append(key.read_text())
            commands.append([str(key)])

    notary = signing.Notary("-----BEGIN PRIVATE KEY-----", "ABC", "an-issuer")
    signing.notarise(Path("x.dmg"), notary, run)
    submitted, (key,), stapled = commands
    assert keys == [notary.key]
    assert notary.key not in " ".join(submitted)
    assert not Path(key).exists()
    assert (submitted[:3], submitted[-1]) == (["xcrun", "notarytool", "submit"], "--wait")
    assert stapled == ["xcrun", "stapler", "staple", "x.dmg"]


@pytest.mark.parametrize("missing", ["NOTARY_KEY", "NOTARY_KEY_ID", "NOTARY_ISSUER"])
def test_without_its_secrets_nothing_is_sent_to_a_notary(missing: str) -> None:
    whole = {"NOTARY_KEY": "k", "NOTARY_KEY_ID": "i", "NOTARY_ISSUER": "s"}
    assert signing.Notary.of(whole) is not None
    # A secret that a fork has not is empty, and not missing.
    assert signing.Notary.of({**whole, missing: ""}) is None


def test_the_image_holds_the_application_and_the_way_to_its_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build_dmg, "ROOT", tmp_path)
    told = build_dmg.appearance(tmp_path / f"{NAME}.app")
    assert told["symlinks"] == {"Applications": "/Applications"}
    assert told["icon_locations"].keys() == {f"{NAME}.app", "Applications"}  # type: ignore[attr-defined]
    assert build_dmg.image_name("arm64") == f"videogen-desktop-{__version__}-macos-arm64.dmg"
