"""The built wheel, in an environment that has nothing else, works from any folder."""

import subprocess
import sys
import tempfile
from collections.abc import Generator, Mapping
from pathlib import Path

import pytest

import videogen_desktop
from tests.packaging.clean_environment import CleanEnvironment

ROOT = Path(__file__).resolve().parents[2]
FIND_SHIPPED_FILES = """
from videogen_desktop.resources import resource_path, translation_path
fonts = resource_path("fonts")
print(*sorted(fonts.rglob("*.[ot]tf")), translation_path("videogen_vi"), sep="\\n")
print(*sorted(resource_path("guide").glob("*.md")), sep="\\n")
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-index", "--no-deps"]
    command += ["--no-build-isolation", "--wheel-dir", str(target), str(ROOT)]
    subprocess.run(command, check=True)
    (built,) = target.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def folder() -> Generator[Path]:
    """On the file system of .venv, where links are possible; gone afterwards."""
    (ROOT / "build").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=ROOT / "build") as name:
        yield Path(name)


@pytest.fixture(scope="module")
def installed(wheel: Path, folder: Path) -> CleanEnvironment:
    environment = CleanEnvironment(folder / "linked")
    environment.pip("install", "--no-index", "--no-deps", str(wheel))
    environment.link_dependencies("videogen-desktop")
    return environment


def test_the_wheel_declares_everything_it_needs(installed: CleanEnvironment) -> None:
    installed.pip("check")


def test_the_terminal_program_starts(installed: CleanEnvironment, tmp_path: Path) -> None:
    said = installed.run("videogen", "--version", home=tmp_path)
    assert videogen_desktop.__version__ in said
    installed.run("videogen", "doctor", home=tmp_path)


def test_the_window_starts(installed: CleanEnvironment, tmp_path: Path) -> None:
    said = installed.run("videogen-desktop", "--self-test", home=tmp_path)
    assert videogen_desktop.__version__ in said


def test_fonts_translations_and_the_guide_are_in_the_wheel(
    installed: CleanEnvironment, tmp_path: Path
) -> None:
    found = installed.run("python", "-c", FIND_SHIPPED_FILES, home=tmp_path).splitlines()
    assert len(found) >= 4, "a font, the Vietnamese catalogue, and the guide in two languages"
    assert all(Path(line).is_relative_to(installed.site_packages) for line in found), found


@pytest.mark.full
def test_pip_installs_the_wheel_at_the_versions_of_the_lock(
    wheel: Path, folder: Path, tmp_path: Path, original_environment: Mapping[str, str]
) -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8").splitlines()
    pins = tmp_path / "pins.txt"
    pins.write_text("\n".join(line.rstrip(" \\") for line in lock if line[:1].isalnum()))
    environment = CleanEnvironment(folder / "fetched")
    environment.pip("install", "-c", str(pins), str(wheel), environment=original_environment)
    environment.run("videogen", "--version", home=tmp_path)
    environment.run("videogen-desktop", "--self-test", home=tmp_path)
