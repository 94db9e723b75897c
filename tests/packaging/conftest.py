import os
from pathlib import Path

import pytest
from bundle import build

from tests.packaging.built_folder import Folder


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made once, for it takes a minute, or what BUNDLE_FOLDER names. Nobody writes to it."""
    named = os.environ.get("BUNDLE_FOLDER")
    return Path(named).resolve() if named else build.build(tmp_path_factory.mktemp("dist"))


@pytest.fixture
def folder(built: Path, tmp_path: Path) -> Folder:
    return Folder(built, tmp_path)
