"""The folder of `make bundle` works where nothing else is. All of it is slow: it is built first."""

import asyncio
import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from bundle import build, check
from PIL import Image
from pillow_heif import from_pillow

import videogen_desktop
from tests.media import picture_files
from tests.packaging.built_folder import (
    DEADLINE_SECONDS,
    Folder,
    as_shipped,
    said_by,
)
from tests.packaging.imported_modules import imported_modules, is_a_file
from videogen_desktop.domain.clip import ClipFacts
from videogen_desktop.domain.intake import PictureFit
from videogen_desktop.media.client import MediaHelper
from videogen_desktop.media.protocol import InputFacts

pytestmark = [
    pytest.mark.full,
    pytest.mark.skipif(sys.platform != "linux", reason="reads and runs ELF files"),
    as_shipped,
]

Facts = TypeVar("Facts", ClipFacts, InputFacts)
# What the smallest system has: libc, the libraries of the compilers, and zlib for the boot loader.
SYSTEM_LIBRARIES = Path("/lib/x86_64-linux-gnu")
LIBC = (
    *("libc.so.6", "libm.so.6", "libdl.so.2", "libpthread.so.0", "librt.so.1", "libutil.so.1"),
    *("libresolv.so.2", "libmvec.so.1", "libgcc_s.so.1", "libstdc++.so.6"),
    "libz.so.1",
)
LOADER = Path("/lib64/ld-linux-x86-64.so.2")


def test_it_is_whole_and_small(built: Path) -> None:
    assert list(check.size_problems(built, build.pack(built))) == []
    assert check.library_problems(built) == []


def test_every_module_that_the_program_imports_is_in_it(folder: Folder) -> None:
    """Most are imported when they are first used: neither doctor nor --self-test comes there."""
    files = [name for name in imported_modules() if is_a_file(name)]
    assert len(files) > 500
    assert [name for name in sorted(files) if not has_module(folder, name)] == []


def has_module(folder: Folder, name: str) -> bool:
    path = folder.internal.joinpath(*name.split("."))
    modules = [path.with_name(f"{path.name}.pyc"), path / "__init__.pyc"]
    native = [
        *path.parent.glob(f"{path.name}.*so"),
        *folder.internal.glob(f"*/lib-dynload/{name}.*"),
    ]
    return bool(native) or any(module.is_file() for module in modules)


def test_its_window_shows_and_decodes(folder: Folder) -> None:
    said = folder.run("videogen-desktop", "--self-test")
    assert videogen_desktop.__version__ in said
    assert "self-test: ok" in said


def test_a_video_is_made_checked_backed_up_and_repaired(folder: Folder, tmp_path: Path) -> None:
    clip, safe = tmp_path / "con mèo.mp4", tmp_path / "safe"
    folder.run("videogen", "generate", "--provider", "sandbox", "con mèo", "--output", str(clip))
    assert clip.stat().st_size > 10_000
    folder.run("videogen", "verify")
    folder.run("videogen", "doctor")
    safe.mkdir()
    folder.run("videogen", "doctor", "--backup-to", str(safe))
    (library,) = tmp_path.rglob("library.sqlite")
    library.write_bytes(b"not a database" * 1000)
    folder.run("videogen", "doctor", "--repair", "--yes")
    assert "con mèo" in folder.run("videogen", "list")


# --- where nothing is -----------------------------------------------------------------------------


@pytest.mark.skipif(shutil.which("unshare") is None, reason="util-linux is not here")
def test_the_terminal_works_on_a_read_only_system_of_libc_and_nothing_else(
    folder: Folder, tmp_path: Path
) -> None:
    """No Python, no shell, no desktop, and the folder itself may not be written."""
    root = bare_root(tmp_path / "root", tmp_path / "root" / "opt" / "videogen")
    for arguments in (
        ["generate", "--provider", "sandbox", "con mèo", "--output", "/home/con mèo.mp4"],
        ["verify"],
        ["doctor"],
    ):
        command = ["/opt/videogen/videogen", *arguments]
        said_by(inside(root, folder.path, command), folder.environment(HOME="/home"), tmp_path)
    assert (root / "home" / "con mèo.mp4").stat().st_size > 10_000
    assert not (root / "opt" / "videogen" / "videogen").exists(), "something is still mounted"


def bare_root(root: Path, folder: Path) -> Path:
    for place in ("home", "tmp", "dev", "proc", str(folder.relative_to(root))):
        (root / place).mkdir(parents=True)
    for source in [*(SYSTEM_LIBRARIES / name for name in LIBC), LOADER]:
        target = root / source.relative_to("/")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source.resolve(), target)
    for device in ("null", "urandom"):
        (root / "dev" / device).touch()
    return root


def inside(root: Path, folder: Path, command: list[str]) -> list[str]:
    """The command in that root, in mounts and process ids of its own that end with it."""
    script = """
        set -e
        root=$1 folder=$2; shift 2
        mount --bind "$folder" "$root/opt/videogen"
        mount -o remount,bind,ro "$root/opt/videogen"
        mount -t proc proc "$root/proc"
        for device in null urandom; do mount --bind /dev/$device "$root/dev/$device"; done
        exec env PATH="$PATH:/usr/sbin:/sbin" chroot "$root" "$@"
    """
    alone = ["unshare", "--mount", "--pid", "--fork", "--kill-child"]
    if os.geteuid() != 0:
        alone.append("--map-root-user")
    return [*alone, "sh", "-c", script, "sh", str(root), str(folder), *command]


def test_it_may_be_read_only_and_stays_as_it_was(folder: Folder) -> None:
    """Nothing of a user lies in it: what is installed there belongs to root."""
    before = dict(fingerprints(folder.path))
    folder.run("videogen", "doctor")
    folder.run("videogen-desktop", "--self-test")
    assert dict(fingerprints(folder.path)) == before


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


def test_two_builds_are_the_same(built: Path, tmp_path: Path) -> None:
    first, second = (dict(fingerprints(one)) for one in (built, build.build(tmp_path)))
    assert {name for name in first.keys() | second if first.get(name) != second.get(name)} == set()


def fingerprints(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield str(path.relative_to(folder)), hashlib.sha256(path.read_bytes()).hexdigest()


# --- its libraries --------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", [".heic", ".avif", ".webp", ".jpg"])
def test_pictures_open_upright_and_in_their_colours(
    folder: Folder, tmp_path: Path, suffix: str
) -> None:
    """HEIC with the stand-in for x265, AVIF, and the colours of another profile."""
    plain, path = Image.new("RGB", (64, 64), (255, 0, 0)), tmp_path / f"a{suffix}"
    if suffix == ".heic":
        picture = from_pillow(plain)
        picture.info["icc_profile"] = picture_files.other_profile()
        picture.info["icc_profile_type"] = "prof"
        picture.save(path, quality=95)
    else:
        picture_files.write(path, plain, icc_profile=picture_files.other_profile())

    async def take(helper: MediaHelper) -> InputFacts:
        return await helper.take_picture(path, tmp_path / "taken", PictureFit())

    facts = asked(folder, take)
    with Image.open(tmp_path / "taken") as taken:
        assert (facts.width, facts.height) == taken.size == (64, 64)
        assert picture_files.is_near(taken.convert("RGB").getpixel((9, 9)), (0, 0, 255), 16)


def asked(folder: Folder, ask: Callable[[MediaHelper], Awaitable[Facts]]) -> Facts:
    """What the helper of the folder answers."""

    async def ask_and_close() -> Facts:
        helper = MediaHelper([str(folder.path / "videogen"), "media-helper"])
        try:
            return await ask(helper)
        finally:
            await helper.close()

    return asyncio.run(ask_and_close())


# With the libraries of the folder and nothing of the environment, as joining of clips will.
_ENCODES = """
import sys
folder, clip = sys.argv[1:]
sys.path.insert(0, folder)
import av
assert av.__file__.startswith(folder), av.__file__
with av.open(clip, "w", format="mp4") as target:
    stream = target.add_stream("libx264", rate=24)
    stream.width, stream.height, stream.pix_fmt = 320, 180, "yuv420p"
    for number in range(24):
        frame = av.VideoFrame(320, 180, "yuv420p")
        for plane, shade in zip(frame.planes, (number * 10, 128, 128)):
            plane.update(bytes([shade]) * plane.buffer_size)
        frame.pts = number
        target.mux(stream.encode(frame))
    target.mux(stream.encode(None))
with av.open(clip) as source:
    print(source.streams.video[0].codec_context.name, sum(1 for _ in source.decode(video=0)))
"""


def test_h264_is_encoded_and_decoded(folder: Folder, tmp_path: Path) -> None:
    clip, poster = tmp_path / "joined.mp4", tmp_path / "poster.jpg"
    python = [sys.executable, "-I", "-S", "-c", _ENCODES, str(folder.internal), str(clip)]
    assert said_by(python, folder.environment(), tmp_path).split() == ["h264", "24"]

    async def look(helper: MediaHelper) -> ClipFacts:
        await helper.make_poster(clip, poster)
        return await helper.probe(clip)

    facts = asked(folder, look)
    assert (facts.video_codec, facts.width, facts.height) == ("h264", 320, 180)
    assert poster.stat().st_size > 500


def test_qt_can_be_replaced_by_another_build_of_it(folder: Folder, tmp_path: Path) -> None:
    """The LGPL's condition. This one says that it is a later version."""
    own = folder.copy(tmp_path / "own")
    library = own.internal / "PySide6" / "Qt" / "lib" / "libQt6Core.so.6"
    content = library.read_bytes()
    assert content.count(b"\x006.11.3\0") >= 1
    library.unlink()
    library.write_bytes(content.replace(b"\x006.11.3\0", b"\x006.11.9\0"))
    said = own.run("videogen-desktop", "--self-test")
    assert "Qt 6.11.9" in said
    assert "self-test: ok" in said
