"""The AppImage begins with the pinned runtime and no other, and runs where nothing is installed."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from linux import appimage

from tests.packaging.test_linux_shares import needs

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="packages of Linux")

# It starts under load of a whole run, and decodes.
DEADLINE_SECONDS = 180
STAND_IN = Path(__file__).with_name("appimage_runtime.c")
# What marks the file as an AppImage of type 2, in the padding of the header.
MARK, MARK_AT = b"AI\x02", 8


@pytest.fixture
def runtime(tmp_path: Path) -> Path:
    """The stand-in, compiled and marked."""
    program = tmp_path / "runtime"
    subprocess.run(["cc", "-Wall", "-Werror", "-O1", "-o", program, STAND_IN], check=True)
    with program.open("r+b") as file:
        file.seek(MARK_AT)
        file.write(MARK)
    return program


def test_the_pin_names_one_release_of_the_official_runtime() -> None:
    address, checksum = appimage.pinned()
    assert address.startswith("https://github.com/AppImage/type2-runtime/releases/download/2")
    assert address.endswith("/runtime-x86_64")
    assert len(bytes.fromhex(checksum)) == 32


def test_another_runtime_is_refused_and_a_missing_one_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "runtime-x86_64"
    other.write_bytes(b"\x7fELF and whatever")
    for words, said in ((["--runtime", str(other)], "instead of"), ([], "is missing: fetch https")):
        monkeypatch.setattr(sys, "argv", ["appimage", *words])
        assert appimage.main() == 1
        assert said in capsys.readouterr().err


@pytest.mark.full
@pytest.mark.skipif(not os.access("/dev/fuse", os.W_OK), reason="nothing can be mounted here")
@needs("mksquashfs")
@needs("squashfuse")
@needs("cc")
def test_the_appimage_has_both_programs_in_one_file(
    built: Path, runtime: Path, tmp_path: Path
) -> None:
    image = appimage.build_appimage(built, runtime, tmp_path, level=1)
    with image.open("rb") as file:
        file.seek(MARK_AT)
        assert file.read(len(MARK)) == MARK
    home = tmp_path / "home"
    home.mkdir()
    assert "self-test: ok" in said_by(image, "--self-test", home=home)
    clip = home / "con mèo.mp4"
    generate = ("generate", "--provider", "sandbox", "con mèo", "--output", str(clip))
    said_by(image, "videogen", *generate, home=home)
    assert clip.stat().st_size > 10_000
    # A link of this name is the terminal program.
    link = tmp_path / "videogen"
    link.symlink_to(image)
    assert "con mèo" in said_by(link, "list", home=home)
    assert list(mounted()) == []


def said_by(program: Path, *words: str, home: Path) -> str:
    done = subprocess.run(
        [program, *words],
        env={"HOME": str(home), "PATH": os.defpath, "LC_ALL": "C"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=DEADLINE_SECONDS,
    )
    said = done.stdout.decode()
    assert done.returncode == 0, said
    return said


def mounted() -> Iterator[str]:
    """What the stand-in has left mounted."""
    for line in Path("/proc/mounts").read_text("utf-8").splitlines():
        if "/tmp/.mount_" in line:  # noqa: S108
            yield line
