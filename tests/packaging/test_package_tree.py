"""What a package of Linux puts where, without building one."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from bundle.build import DIST
from linux import flatpak
from linux.package_tree import lay_out

from tests.packaging.test_linux_shares import needs
from videogen_desktop import APPLICATION_ID

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="packages of Linux")

CARRIED = "libxcb-cursor.so.0"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """As `make bundle` lays it out, with next to nothing in it."""
    folder = tmp_path_factory.mktemp("bundle") / "videogen-desktop"
    (folder / "_internal").mkdir(parents=True)
    for name in ("videogen", "videogen-desktop"):
        (folder / name).write_text("#!/bin/sh\n")
    (folder / "_internal" / CARRIED).write_bytes(b"")
    (folder / "_internal" / "libown.so").write_bytes(b"")
    (folder / "_internal" / "libown.so").chmod(0o777)
    return folder


@pytest.fixture(scope="module")
def package(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a package manager installs."""
    root = tmp_path_factory.mktemp("package") / "usr"
    lay_out(folder, root, "apt", with_libraries=False)
    return root


@pytest.fixture(scope="module")
def portable(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What nobody installs."""
    root = tmp_path_factory.mktemp("portable") / "usr"
    lay_out(folder, root)
    return root


def test_both_programs_are_on_the_path_and_lie_in_the_folder(package: Path) -> None:
    for name in ("videogen", "videogen-desktop"):
        link = package / "bin" / name
        assert not link.readlink().is_absolute()
        assert link.resolve() == package / "lib" / "videogen-desktop" / name
        assert os.access(link, os.X_OK)


def test_everybody_may_read_and_nobody_else_may_write(package: Path) -> None:
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in package.rglob("*")}
    assert {mode for path, mode in modes.items() if path.is_dir()} == {0o755}
    files = {path: mode for path, mode in modes.items() if path.is_file()}
    runs = {path.name for path, mode in files.items() if mode == 0o755}
    assert runs == {"videogen", "videogen-desktop"}
    assert set(files.values()) == {0o755, 0o644}


def test_who_brings_updates_is_said_beside_the_programs(package: Path, portable: Path) -> None:
    assert (package / "lib" / "videogen-desktop" / "packaged-by").read_text() == "apt\n"
    # Nobody does for an AppImage: the window asks.
    assert not list(portable.rglob("packaged-by"))


def test_what_the_system_brings_is_carried_only_where_nobody_installs_it(
    package: Path, portable: Path
) -> None:
    for root, carries in ((package, False), (portable, True)):
        own = root / "lib" / "videogen-desktop" / "_internal"
        assert (own / CARRIED).exists() is carries
        assert (own / "libown.so").exists()


def test_the_tree_of_flatpak_is_laid_out_anew(folder: Path, tmp_path: Path) -> None:
    for _time in range(2):
        tree = flatpak.lay_out_flatpak(folder, tmp_path)
    assert (tree / "lib" / "videogen-desktop" / "packaged-by").read_text() == "flatpak\n"
    assert (tree / "share" / "metainfo" / f"{APPLICATION_ID}.metainfo.xml").is_file()
    assert (tree / "lib" / "videogen-desktop" / "_internal" / CARRIED).exists()


@needs("flatpak-builder")
def test_flatpak_builder_knows_every_word_of_the_manifest(tmp_path: Path) -> None:
    """An unknown one is a warning, and it goes on: its standard error must be empty."""
    command = ["flatpak-builder", "--show-manifest", str(flatpak.MANIFEST)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    manifest = json.loads(done.stdout)
    assert manifest["id"] == APPLICATION_ID
    (module,) = manifest["modules"]
    (source,) = module["sources"]
    assert (flatpak.MANIFEST.parent / source["path"]).resolve() == DIST / "flatpak"
