import os
import shutil
import subprocess
from pathlib import Path

import pytest
from bundle import build

from tests.packaging.built_folder import Folder

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made once, for it takes a minute, or what BUNDLE_FOLDER names. Nobody writes to it."""
    named = os.environ.get("BUNDLE_FOLDER")
    return Path(named).resolve() if named else build.build(tmp_path_factory.mktemp("dist"))


@pytest.fixture
def folder(built: Path, tmp_path: Path) -> Folder:
    return Folder(built, tmp_path)


@pytest.fixture(scope="module")
def committed() -> list[Path]:
    """Every file that is committed or about to be."""
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout
    paths = [ROOT / name.decode() for name in listed.split(b"\0") if name]
    return [path for path in paths if path.is_file()]
