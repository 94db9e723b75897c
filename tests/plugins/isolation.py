"""Keeps the tests off the developer's own desktop: home, keyring, session bus, keys, screen."""

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

import hypothesis
import pytest

_ORIGINAL = pytest.StashKey[Mapping[str, str]]()
_HOME = pytest.StashKey[Path]()


def isolated(environment: Mapping[str, str], home: Path) -> dict[str, str]:
    """`environment` as a test may see it, with everything personal below `home`."""
    kept = {
        name: value
        for name, value in environment.items()
        # Sound, portals and the secret service of the desktop are reached over the session bus.
        if not name.startswith("VIDEOGEN_") and name != "DBUS_SESSION_BUS_ADDRESS"
    }
    folders = {
        "HOME": home,
        "USERPROFILE": home,
        "APPDATA": home / "roaming",
        "LOCALAPPDATA": home / "local",
        "XDG_CACHE_HOME": home / "cache",
        "XDG_CONFIG_HOME": home / "config",
        "XDG_DATA_HOME": home / "data",
        "XDG_RUNTIME_DIR": home / "runtime",
        "XDG_STATE_HOME": home / "state",
    }
    return {
        "QT_QPA_PLATFORM": "offscreen",
        **kept,
        **{name: str(folder) for name, folder in folders.items()},
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
    }


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    home = Path(tempfile.mkdtemp(prefix="videogen-tests-"))
    (home / "runtime").mkdir(mode=0o700)
    config.stash[_HOME] = home
    config.stash[_ORIGINAL] = dict(os.environ)
    _replace_environment(isolated(os.environ, home))
    # A busy machine is no reason to fail: no example has a time limit.
    hypothesis.settings.register_profile("project", deadline=None)
    hypothesis.settings.load_profile("project")


def pytest_unconfigure(config: pytest.Config) -> None:
    _replace_environment(config.stash[_ORIGINAL])
    shutil.rmtree(config.stash[_HOME], ignore_errors=True)


def _replace_environment(environment: Mapping[str, str]) -> None:
    os.environ.clear()
    os.environ.update(environment)


@pytest.fixture(scope="session")
def original_environment(pytestconfig: pytest.Config) -> Mapping[str, str]:
    """The environment the tests were started in, for tools that keep a cache in the real home."""
    return pytestconfig.stash[_ORIGINAL]
