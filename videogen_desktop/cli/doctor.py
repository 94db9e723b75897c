"""`videogen doctor`: what this installation is made of, and whether it can work here."""

import argparse
import os
import platform
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

from videogen_desktop import __version__
from videogen_desktop.cli.errors import error_text
from videogen_desktop.cli.exit_codes import ExitCode
from videogen_desktop.cli.library_reading import reading
from videogen_desktop.cli.options import places_of
from videogen_desktop.cli.output import print_table
from videogen_desktop.domain.errors import VideoGenError

Finding = tuple[bool, str, str]
_LIBRARIES = ("PySide6", "SQLAlchemy", "alembic", "httpx", "av", "pillow", "keyring")


def add_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> Iterator[argparse.ArgumentParser]:
    command = commands.add_parser("doctor", help="check this installation; 1 if it cannot work")
    command.set_defaults(run=run)
    yield command


def run(namespace: argparse.Namespace) -> int:
    places = places_of(namespace)
    findings: list[Finding] = [
        *_versions(),
        _folder("data", places.data),
        _folder("settings", places.config),
        _folder("cache", places.cache),
        _folder("logs", places.logs),
        _folder("videos", places.videos),
        _attempt("library", lambda: _library(namespace)),
        _keyring(),
        _attempt("media helper", _media_helper),
    ]
    print_table(
        ("", "WHAT", "FOUND"),
        [("ok" if fine else "PROBLEM", what, found) for fine, what, found in findings],
    )
    return ExitCode.DONE if all(fine for fine, _, _ in findings) else ExitCode.DEFECT


def _versions() -> Iterator[Finding]:
    from importlib.metadata import PackageNotFoundError, version

    from videogen_desktop.storage.sqlite_engine import journal_mode

    yield True, "VideoGen Desktop", __version__
    yield True, "Python", f"{platform.python_version()} on {platform.platform()}"
    yield True, "SQLite", f"{sqlite3.sqlite_version}, journal mode {journal_mode()}"
    for name in _LIBRARIES:
        try:
            yield True, name, version(name)
        except PackageNotFoundError:
            # The terminal works without Qt.
            yield name == "PySide6", name, "not installed"


def _folder(name: str, path: Path) -> Finding:
    existing = path
    while not existing.exists() and existing != existing.parent:
        existing = existing.parent
    usable = existing.is_dir() and os.access(existing, os.W_OK | os.X_OK)
    state = "writable" if usable else "not writable"
    if usable and existing != path:
        state = "can be made"
    return usable, f"{name} folder", f"{path} ({state})"


def _library(namespace: argparse.Namespace) -> str:
    from videogen_desktop.storage.schema import stored_revision

    with reading(places_of(namespace)) as library:
        if library is None:
            return "none yet"
        with library.read() as rows:
            return f"revision {stored_revision(rows.connection)}"


def _keyring() -> Finding:
    import keyring

    name = f"{type(keyring.get_keyring()).__module__}.{type(keyring.get_keyring()).__qualname__}"
    # Without one, keys come from the environment: no reason to call the installation broken.
    return True, "keyring", name


def _media_helper() -> str:
    """Have it look at a file that is no video: a refusal is an answer."""
    import asyncio

    from videogen_desktop.domain.errors import NotPlayableError
    from videogen_desktop.executable import own_command
    from videogen_desktop.media.client import MediaHelper

    async def ask() -> None:
        helper = MediaHelper(own_command("media-helper"))
        try:
            await helper.probe(Path(__file__))
        except NotPlayableError:
            return
        finally:
            await helper.close()

    asyncio.run(ask())
    return "answers"


def _attempt(what: str, check: Callable[[], str]) -> Finding:
    try:
        return True, what, check()
    except VideoGenError as error:
        return False, what, error_text(error)
