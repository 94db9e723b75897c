"""The packages of Linux do what a person wants of them, on systems that have nothing else."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from linux import deb, rpm
from system_libraries import missing_desktop_tools

from tests.hands import person as hands
from tests.hands.desktop import Desktop
from tests.hands.person import Person
from tests.packaging.debian_root import HOME, DebianRoot, needs_roots
from tests.packaging.test_linux_shares import needs, said_by
from videogen_desktop.program.system_libraries import LIBRARIES

pytestmark = [
    pytest.mark.full,
    pytest.mark.skipif(sys.platform != "linux", reason="packages of Linux"),
]

RELEASES = ("bookworm", "trixie")
PROMPT = "Phố cổ Hội An lên đèn"
PACKAGE = "videogen-desktop"


@pytest.fixture(scope="module")
def package(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return deb.build_deb(built, tmp_path_factory.mktemp("deb"), level=1)


@pytest.fixture(scope="module", params=RELEASES)
def root(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[DebianRoot]:
    folder = tmp_path_factory.mktemp("root")
    yield DebianRoot(folder / request.param, request.param)
    shutil.rmtree(folder)


# --- the folder on a bare system ------------------------------------------------------------------


@needs_roots
def test_a_bare_system_has_the_terminal_and_is_told_what_the_window_needs(
    root: DebianRoot, built: Path
) -> None:
    folder = root.path / "opt" / PACKAGE
    shutil.copytree(built, folder, symlinks=True)
    made = root.as_person(f"/opt/{PACKAGE}/videogen", *GENERATE, "--output", f"{HOME}/clip.mp4")
    assert f"{HOME}/clip.mp4" in made
    refused = root.attempt(f"/opt/{PACKAGE}/videogen-desktop", "--self-test")
    assert refused.returncode == 1
    assert "Traceback" not in refused.stdout
    assert "libglib-2.0.so.0" in refused.stdout
    remedy = next(line for line in refused.stdout.splitlines() if line.startswith("sudo "))
    assert "libglib2.0-0" in remedy
    root.apt("update")
    root.apt(*(word for word in remedy.split()[2:] if word != "libpulse0"))
    # The window opens, and plays nothing.
    silent = root.attempt(f"/opt/{PACKAGE}/videogen-desktop", "--self-test")
    assert silent.returncode == 1
    assert "Traceback" not in silent.stdout
    assert "libpulse.so.0" in silent.stdout
    assert "apt-get install libpulse0" in root.run(f"/opt/{PACKAGE}/videogen", "doctor")
    # What it says is all that it takes.
    root.apt(*remedy.split()[2:])
    assert "self-test: ok" in root.run(f"/opt/{PACKAGE}/videogen-desktop", "--self-test")
    shutil.rmtree(folder)


GENERATE = ("generate", "--provider", "sandbox", PROMPT)


# --- the package for Fedora and openSUSE ----------------------------------------------------------


@pytest.fixture(scope="module")
def rpm_package(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return rpm.build_rpm(built, tmp_path_factory.mktemp("rpm"), level=1)


@needs("rpmbuild")
def test_the_rpm_asks_for_libraries_by_their_own_names(rpm_package: Path) -> None:
    wanted = said_by("rpm", "--query", "--package", "--requires", rpm_package).split()
    assert {f"{name}()(64bit)" for name in LIBRARIES} <= set(wanted)
    # What it carries is nobody else's.
    provided = said_by("rpm", "--query", "--package", "--provides", rpm_package)
    assert {line.split(" ")[0].split("(")[0] for line in provided.splitlines()} == {PACKAGE}


@needs_roots
@needs("rpmbuild")
def test_the_rpm_unpacks_works_and_goes(root: DebianRoot, rpm_package: Path) -> None:
    """On Debian, which has no libraries by the names of an rpm's: they are not asked for here."""
    command = ["rpm", "--root", str(root.path)]
    subprocess.run([*command, "--nodeps", "--install", str(rpm_package)], check=True)
    root.as_person("videogen", *GENERATE)
    assert root.run("cat", f"/usr/lib/{PACKAGE}/packaged-by") == "dnf\n"
    subprocess.run([*command, "--erase", PACKAGE], check=True)
    assert [name for name in all_below(root.path / "usr") if "videogen" in name] == []


# --- the package for Debian -----------------------------------------------------------------------


@needs("lintian")
def test_lintian_has_nothing_against_the_package(package: Path) -> None:
    command = ["lintian", "--allow-root", "--fail-on", "error,warning", "--tag-display-limit", "5"]
    done = subprocess.run([*command, str(package)], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@needs("dpkg-deb")
def test_the_package_depends_on_what_it_does_not_carry(package: Path, tmp_path: Path) -> None:
    subprocess.run(["dpkg-deb", "--raw-extract", str(package), str(tmp_path)], check=True)
    control = (tmp_path / "DEBIAN" / "control").read_text("utf-8")
    depends = next(line for line in control.splitlines() if line.startswith("Depends:"))
    own = tmp_path / "usr" / "lib" / PACKAGE
    for name, packages in LIBRARIES.items():
        assert packages.debian in depends, name
        assert not list(own.rglob(name)), name
    assert (own / "packaged-by").read_text() == "apt\n"


@needs_roots
def test_the_package_installs_works_goes_and_comes_back(
    root: DebianRoot, package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = all_below(root.path / "usr")
    root.apt("update")
    root.apt("install", str(package))
    installed = root.run("dpkg", "--listfiles", PACKAGE).split("\n")
    files = [name for name in installed if name and not (root.path / name[1:]).is_dir()]
    root.as_person("videogen", *GENERATE, "--output", f"{HOME}/mèo.mp4")
    assert "self-test: ok" in root.as_person("videogen-desktop", "--self-test")
    use_the_window(root, tmp_path, monkeypatch)

    root.apt("purge", PACKAGE)
    assert [name for name in files if (root.path / name[1:]).exists()] == []
    left = [name for name in all_below(root.path / "usr") - before if "videogen" in name]
    assert left == []
    kept = [path for path in root.home.rglob("*") if path.is_file()]
    assert {"library.sqlite", "mèo.mp4"} <= {path.name for path in kept}

    root.apt("install", str(package))
    assert PROMPT in root.as_person("videogen", "list")
    root.as_person("videogen", "verify")
    assert "apt keeps this installation up to date" in root.as_person("videogen", "doctor")
    root.apt("purge", PACKAGE)


def all_below(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}


def use_the_window(root: DebianRoot, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The installed window under a real pointer, with a screen, a bus and a reader from outside."""
    missing = missing_desktop_tools()
    assert missing == [], "`make test-full` installs them"
    monkeypatch.setattr(hands, "PROGRAMS", root.programs(folder / "programs"))
    variables = {"LANG": "vi_VN.UTF-8"}
    with Desktop(1366, 768, variables) as desktop, Person(desktop, folder / "data") as person:
        person.click(person.find("Bắt đầu dùng thử", "push button"))
        person.paste(PROMPT)
        person.until(lambda: person.find("Tạo video", "push button").is_enabled, "the button")
        person.press("Return")
        person.find("Hoàn thành  1")
        person.picture().save(folder / "window.png")
        assert person.leave() == 0
