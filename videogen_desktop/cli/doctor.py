"""`videogen doctor`: what this installation is made of, whether it can work, and what helps."""

import argparse
import asyncio
import os
import platform
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from videogen_desktop import __version__
from videogen_desktop.cli.errors import error_text
from videogen_desktop.cli.exit_codes import ExitCode
from videogen_desktop.cli.output import asks_yes, local_time, print_table, printable
from videogen_desktop.domain.errors import VideoGenError
from videogen_desktop.domain.vendor import Vendors
from videogen_desktop.program.options import places_of, secrets_of, vendors_of

if TYPE_CHECKING:
    from videogen_desktop.domain.settings import Settings
    from videogen_desktop.storage.directories import Directories

_FINDINGS = {
    "damaged_file": "the file is damaged",
    "unreadable": "the file is damaged",
    "missing": "the file is missing, and there are backups of it",
    "rules_changed": "the rules in it are not the ones this version wrote",
    "newer": "a newer version wrote it",
    "ledger_sums": "the ledger does not add up",
    "last_rows_missing": "rows at the end of the ledger are missing",
}
Finding = tuple[bool, str, str]
_LIBRARIES = ("PySide6", "SQLAlchemy", "alembic", "httpx", "av", "pillow", "keyring")


def add_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> Iterator[argparse.ArgumentParser]:
    command = commands.add_parser(
        "doctor",
        help="check this installation; 1 if it cannot work",
        description="Check this installation and the library. 1 if something cannot work.",
    )
    task = command.add_mutually_exclusive_group()
    task.add_argument(
        "--repair",
        nargs="?",
        const="newest",
        metavar="WITH",
        help="make a damaged library good: with the `newest` good backup (the default), a backup's "
        "file, `salvage` for what can be read alone, or `empty`; asks first, deletes nothing",
    )
    task.add_argument(
        "--bundle", type=Path, metavar="FILE", help="show a diagnosis and save it as a zip"
    )
    task.add_argument(
        "--backup-to",
        type=Path,
        metavar="FOLDER",
        help="copy the library into another folder and check the copy; best on another disk",
    )
    command.add_argument("--yes", action="store_true", help="do not ask")
    command.set_defaults(run=run)
    yield command


def run(namespace: argparse.Namespace) -> int:
    places = places_of(namespace)
    if namespace.repair is not None:
        from videogen_desktop.cli.repairing import repair

        return repair(namespace, places)
    if namespace.bundle is not None:
        return bundle(namespace, places)
    if namespace.backup_to is not None:
        return back_up_to(namespace.backup_to, places)
    findings: list[Finding] = [
        *_versions(),
        _folder("data", places.data),
        _folder("settings", places.config),
        _folder("cache", places.cache),
        _folder("logs", places.logs),
        _folder("videos", places.videos),
        *_library(places),
        _keyring(),
        _network(places, vendors_of(namespace)),
        _updates(places),
        _attempt("media helper", _media_helper),
        *_window_libraries(),
    ]
    print_table(
        ("", "WHAT", "FOUND"),
        [("ok" if fine else "PROBLEM", what, found) for fine, what, found in findings],
    )
    return ExitCode.DONE if all(fine for fine, _, _ in findings) else ExitCode.DEFECT


def back_up_to(folder: Path, places: "Directories") -> int:
    """Also while a window works on the library. Older copies in the folder make room as those of
    the program do, once the new one has passed every check.

    Raises LibraryMissingError, LibraryUnusableError, LibraryDamagedError.
    """
    from videogen_desktop.storage.backup import back_up
    from videogen_desktop.storage.library import open_reader

    folder = folder.expanduser().absolute()
    if not folder.is_dir():
        print(f"videogen: There is no folder {folder}; is its disk there?", file=sys.stderr)
        return ExitCode.NOT_ACCEPTED
    with open_reader(places) as library:
        library_id = library.library_id
    copy = back_up(places.database, folder, library_id, time.time_ns() // 1_000_000)
    print(f"Backed up as {copy}; it was opened and checked.")
    return ExitCode.DONE


def bundle(namespace: argparse.Namespace, places: "Directories") -> int:
    """Print all of it; save it when told to (--yes, or the answer). Raises OutputRefusedError."""
    from videogen_desktop.services.diagnostics import diagnostics
    from videogen_desktop.storage.destinations import check_output

    path: Path = namespace.bundle.expanduser().absolute()
    check_output(path)
    found = asyncio.run(
        diagnostics(places, readable_settings(places), vendors_of(namespace), secrets_of())
    )
    for line in found.preview.splitlines():
        print(printable(line))
    sys.stdout.flush()
    if not (namespace.yes or asks_yes(f"Save this as {path}?")):
        print("Nothing was saved; --yes saves it.")
        return ExitCode.NOT_ACCEPTED
    asyncio.run(found.save(path))
    print(f"Saved as {path}.")
    return ExitCode.DONE


def readable_settings(places: "Directories") -> "Settings":
    """What of the settings can be read."""
    from videogen_desktop.domain.errors import SettingsUnreadableError
    from videogen_desktop.storage.settings import load_settings

    try:
        return load_settings(places.settings)
    except SettingsUnreadableError as error:
        return error.rest


def _versions() -> Iterator[Finding]:
    from importlib.metadata import PackageNotFoundError, version

    from videogen_desktop.storage.database import journal_mode

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
    try:
        while not os.path.lexists(existing) and existing != existing.parent:
            existing = existing.parent
    except OSError as error:
        # Nobody may even look for it.
        return False, f"{name} folder", f"{path} ({error.strerror})"
    usable = existing.is_dir() and _takes_files(existing)
    state = "writable" if usable else "not writable"
    if usable and existing != path:
        state = "can be made"
    return usable, f"{name} folder", f"{path} ({state})"


def _takes_files(folder: Path) -> bool:
    """Tried, and not asked for: rights of Windows, quotas and some network drives answer nobody who
    asks."""
    from tempfile import TemporaryFile

    try:
        # Where the system can, a file without a name: whoever dies here leaves nothing behind.
        with TemporaryFile(prefix=".", dir=folder):
            return True
    except OSError:
        return False


def _library(places: "Directories") -> Iterator[Finding]:
    from videogen_desktop.storage.health import library_health

    try:
        report = library_health(places)
    except VideoGenError as error:
        yield False, "library", error_text(error)
        return
    except OSError as error:
        yield False, "library", f"{places.database} ({error.strerror})"
        return
    if places.database.exists() and not os.access(places.database, os.W_OK):
        yield False, "library", f"{places.database} cannot be written"
    if report.findings:
        words = ", ".join(_FINDINGS.get(finding, finding) for finding in report.findings)
        yield False, "library", f"{words}; see `videogen doctor --repair`"
    elif report.revision is None:
        yield True, "library", "none yet"
    else:
        yield True, "library", f"revision {report.revision}, sound, {report.videos} videos"
    if report.last_check is not None:
        found = ", ".join(_FINDINGS.get(code, code) for code in report.last_check.findings)
        moment = local_time(report.last_check.at)
        yield True, "checked by itself", f"{moment}, {found or 'sound'}"
    if not report.ended_cleanly:
        yield True, "last run", "goes on, or was cut off: the next start looks at everything"
    for backup in report.backups:
        state = f"{backup.videos} videos, {'good' if backup.is_good else 'BAD'}"
        yield backup.is_good, "backup", f"{local_time(backup.made_at)}, {state}"


def _window_libraries() -> Iterator[Finding]:
    """Of Linux. The terminal needs none: without them no installation is broken."""
    from videogen_desktop.program.system_libraries import advice, missing_libraries

    missing = missing_libraries()
    if missing:
        yield True, "for the window", advice(missing).replace("\n", "; ")


def _keyring() -> Finding:
    import keyring

    name = f"{type(keyring.get_keyring()).__module__}.{type(keyring.get_keyring()).__qualname__}"
    # Without one, keys come from the environment: no reason to call the installation broken.
    return True, "keyring", name


def _network(places: "Directories", vendors: "Vendors") -> Finding:
    """Which way calls and results take. Only the system's resolver is asked, and only about the
    provider's own name."""
    import asyncio

    from videogen_desktop.domain.addresses import without_password
    from videogen_desktop.providers.http_settings import proxy_for
    from videogen_desktop.services.network import http_settings
    from videogen_desktop.services.wallets import active_wallet

    settings = readable_settings(places)
    base = active_wallet(settings, vendors).api_base
    if not base:
        return True, "network", f"not needed: the {vendors.practice.name} is on this machine"
    proxy = proxy_for(base, http_settings(settings))
    if proxy is not None:
        return True, "network", f"{base} and results through {without_password(proxy)[0]}"
    from videogen_desktop.providers.address_rules import fake_ip_of

    fake = asyncio.run(fake_ip_of(base))
    if fake is None:
        return True, "network", f"{base} and results directly"
    return (
        True,
        "network",
        (
            f"names are answered by a proxy program ({fake} for {base}, fake-IP): results go "
            "through it as every call does"
        ),
    )


def _updates(places: "Directories") -> Finding:
    """What the window was last told. Nobody is asked here."""
    from videogen_desktop.domain.updates import news
    from videogen_desktop.executable import packager

    settings, packaged_by = readable_settings(places), packager()
    if packaged_by is not None:
        return True, "new versions", f"{packaged_by} keeps this installation up to date"
    if not settings.update_check:
        return True, "new versions", "not looked for (the window's settings, General)"
    if not settings.update_checked_ms:
        return True, "new versions", "looked for by the window, not yet"
    release, when = news(settings), local_time(settings.update_checked_ms)
    found = "none" if release is None else f"{release.version}, see {release.page}"
    return True, "new versions", f"{found} ({when})"


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
