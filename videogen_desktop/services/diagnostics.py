"""A diagnosis in one zip: shown before it is saved, and nothing secret in it."""

import asyncio
import json
import platform
import re
import sqlite3
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from urllib.parse import quote, urlsplit

from videogen_desktop import __version__, held_files
from videogen_desktop.domain.addresses import is_loopback_host, without_password
from videogen_desktop.domain.errors import OutputRefusedError, StorageError
from videogen_desktop.domain.redaction import HIDDEN, Redactor, hidden_in_logs
from videogen_desktop.domain.settings import Settings
from videogen_desktop.domain.vendor import Vendors
from videogen_desktop.storage.directories import Directories
from videogen_desktop.storage.disk_reserve import is_full
from videogen_desktop.storage.health import library_counts, library_health, redacted_prompts
from videogen_desktop.storage.library_file import HEAD
from videogen_desktop.storage.schema import FINGERPRINT
from videogen_desktop.storage.settings import settings_values

_LOG_TAIL_BYTES = 200_000
_LIBRARIES = ("PySide6", "SQLAlchemy", "alembic", "httpx", "av", "pillow", "keyring", "uvicorn")
# What a person typed, where they live on the disk, and addresses of their own.
_FOLDERS = ("last_copy_folder", "videos_folder", "backup_folder", "extra_ca_file")
_PRIVATE_SETTINGS = frozenset(
    {"draft", "unknown", "window", "webhook_address", "proxy_url", *_FOLDERS}
)
# A shorter one may be part of anything.
_LEAST_CHARACTERS = 4
# Files that an error of the system names: an import's, a copy's.
_NAMED_FILES = re.compile(
    r"(\[(?:Errno|WinError) \d+\] [^'\"\n]*)(?:'[^'\n]*'|\"[^\"\n]*\")"
    r"(?: -> (?:'[^'\n]*'|\"[^\"\n]*\"))?"
)
_UUID_TAIL = re.compile(r"(?<=\b[0-9a-f]{8})-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b")


@dataclass(frozen=True, slots=True)
class DiagnosticsBundle:
    """The texts by their names in the zip, already redacted: what is shown is what is saved."""

    files: Mapping[str, str]

    @property
    def preview(self) -> str:
        """All of it, as it will be in the file."""
        return "\n".join(f"=== {name} ===\n{text.rstrip()}\n" for name, text in self.files.items())

    async def save(self, path: Path) -> None:
        """Write the zip; an existing file is replaced once the new one is whole.

        Raises OutputRefusedError.
        """
        try:
            await asyncio.to_thread(self._save, path)
        except OSError as error:
            raise OutputRefusedError(path, "full" if is_full(error) else "unwritable") from error

    def _save(self, path: Path) -> None:
        part = path.with_name(f"{path.name}.part")
        try:
            with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as file:
                for name, text in self.files.items():
                    file.writestr(name, text)
            held_files.replace(part, path)
        finally:
            held_files.remove(part)


async def diagnostics(
    places: Directories, settings: Settings, vendors: Vendors, secrets: Iterable[str] = ()
) -> DiagnosticsBundle:
    """Collect in a thread: versions, settings, health, counts, the end of the log and
    of the traces of crashes.

    `secrets` are keys of this run. Nothing is written and nobody is asked; what cannot be read
    is said in its place. Prompts of the newest videos, file names made of them, keys, tokens,
    queries of addresses, folders and hosts of somebody's choice and most of each id are taken out.
    """
    return await asyncio.to_thread(_collected, places, settings, vendors, tuple(secrets))


def _collected(
    places: Directories, settings: Settings, vendors: Vendors, secrets: tuple[str, ...]
) -> DiagnosticsBundle:
    known = (*secrets, *hidden_in_logs(), settings.draft)
    private = (*known, *_private_places(settings), *_private_hosts(settings, vendors))
    redactor = Redactor(private, redacted_prompts(places))
    files = {
        "versions.txt": _versions(),
        "settings.json": _as_json(_settings(settings)),
        "health.json": _as_json(_health(places)),
        "counts.json": _as_json(library_counts(places)),
        "log.txt": _tail(places.logs / "videogen.log"),
        "window-log.txt": _tail(places.logs / "videogen-desktop.log"),
        "crash.txt": _tail(places.logs / "crash.txt"),
    }
    folders = {str(Path.home()): "~", str(places.data): "[data]", str(places.videos): "[videos]"}
    return DiagnosticsBundle(
        {name: _cleaned(text, redactor, folders) for name, text in files.items()}
    )


def _cleaned(text: str, redactor: Redactor, folders: Mapping[str, str]) -> str:
    text = redactor.redacted(text)
    for folder in sorted(folders, key=len, reverse=True):
        for spelling in _spellings(folder):
            text = text.replace(spelling, folders[folder])
    text = _NAMED_FILES.sub(rf"\1{HIDDEN}", text)
    return _UUID_TAIL.sub("-…", text)


def _private_places(settings: Settings) -> Iterator[str]:
    """The folders of somebody's choice, as any text may write them."""
    for name in _FOLDERS:
        folder = getattr(settings, name)
        if folder and len(folder.strip("/\\:")) >= _LEAST_CHARACTERS:
            yield from _spellings(folder)


def _spellings(folder: str) -> tuple[str, ...]:
    slashed = folder.replace("\\", "/")
    # JSON and Python write a backslash twice, addresses write marks and blanks as bytes.
    return (folder, folder.replace("\\", "\\\\"), slashed, quote(slashed))


def _private_hosts(settings: Settings, vendors: Vendors) -> Iterator[str]:
    """Where the tunnel, the proxy and a server of one's own are; and the proxy's password."""
    bases = (*settings.known_api_bases, *settings.former_api_bases, *settings.spend_guards)
    proxy, password = without_password(settings.proxy_url or "")
    # A vendor's own says nothing of anybody.
    own = {vendor.api_base for vendor in vendors}
    for address in (settings.webhook_address, settings.active_api_base, proxy, *bases):
        host = "" if address in own else _host(address or "")
        if len(host) >= _LEAST_CHARACTERS and not is_loopback_host(host):
            yield host
    if password:
        yield from (password, quote(password, safe=""))


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _versions() -> str:
    lines = [
        f"VideoGen Desktop {__version__}",
        f"Python {platform.python_version()} on {platform.platform()}",
        f"SQLite {sqlite3.sqlite_version}",
        f"schema {HEAD} {FINGERPRINT}",
    ]
    for name in _LIBRARIES:
        try:
            lines.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            lines.append(f"{name} is not installed")
    return "\n".join(lines)


def _settings(settings: Settings) -> dict[str, object]:
    """Whether something private is set, never what."""
    return {
        name: (HIDDEN if value else value) if name in _PRIVATE_SETTINGS else value
        for name, value in settings_values(settings).items()
    }


def _health(places: Directories) -> dict[str, object]:
    try:
        report = library_health(places)
    except StorageError as error:
        return {"error": type(error).__name__, "detail": [str(part) for part in error.args]}
    return asdict(report)


def _tail(path: Path) -> str:
    try:
        with path.open("rb") as file:
            file.seek(max(0, path.stat().st_size - _LOG_TAIL_BYTES))
            return file.read().decode("utf-8", "replace")
    except OSError as error:
        return f"no {path.name}: {error.strerror}"


def _as_json(value: Mapping[str, object]) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False, default=str)
