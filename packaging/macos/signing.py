"""Signs an application of macOS from the inside out, and has Apple notarise it.

`codesign --deep` would sign in any order and give every library the entitlements of the program.
"""

import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from macos.application import HERE, TERMINAL

ENTITLEMENTS = HERE / "entitlements.plist"
# Of 64 bits, and of several machines in one file (Apple's mach-o/loader.h, mach-o/fat.h).
_MACH_O = (b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe")
Run = Callable[[list[str]], object]


class Notary(NamedTuple):
    """A key of App Store Connect."""

    key: str
    key_id: str
    issuer: str

    @classmethod
    def of(cls, environment: Mapping[str, str]) -> "Notary | None":
        """None where one of the three is missing or empty."""
        names = ("NOTARY_KEY", "NOTARY_KEY_ID", "NOTARY_ISSUER")
        found = [environment.get(name, "") for name in names]
        return cls(*found) if all(found) else None


def run(command: list[str]) -> None:
    """Raises CalledProcessError."""
    subprocess.run(command, check=True)


def sign_application(application: Path, identity: str, run: Run = run) -> None:
    """Every piece of code in it with the hardened runtime, and last itself."""
    for code in code_inside_out(application):
        is_program = code.name == TERMINAL or code == application
        run(signing(code, identity, *(("--entitlements", str(ENTITLEMENTS)) * is_program)))
    run(["codesign", "--verify", "--deep", "--strict", str(application)])


def signing(path: Path, identity: str, *more: str) -> list[str]:
    options = ["--force", "--timestamp", "--options", "runtime", *more]
    return ["codesign", *options, "--sign", identity, str(path)]


def code_inside_out(application: Path) -> list[Path]:
    """Whatever lies in another stands before it: the seal of each covers what it holds."""
    found = {_signed_as(path) for path in _mach_o_files(application)}
    programs = application / "Contents" / "MacOS"
    inner = [path for path in found if path.parent != programs]
    # The window's program is signed by the whole application's seal.
    return [
        *sorted(inner, key=lambda path: (-len(path.parts), path)),
        programs / TERMINAL,
        application,
    ]


def _mach_o_files(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if file.read(4) in _MACH_O:
                    yield path


def _signed_as(path: Path) -> Path:
    """A framework's library is sealed with what lies beside it: its version's folder."""
    is_main = path.parent.parent.name == "Versions" and (
        path.parent.parent.parent.name == f"{path.name}.framework"
    )
    return path.parent if is_main else path


def notarise(image: Path, notary: Notary, run: Run = run) -> None:
    """Wait for Apple's answer and put its ticket into `image`: a start asks nobody then."""
    with tempfile.TemporaryDirectory() as folder:
        key = Path(folder) / "key.p8"
        key.touch(mode=0o600)
        key.write_text(notary.key, "utf-8")
        options = ["--key", str(key), "--key-id", notary.key_id, "--issuer", notary.issuer]
        run(["xcrun", "notarytool", "submit", str(image), *options, "--wait"])
    run(["xcrun", "stapler", "staple", str(image)])
