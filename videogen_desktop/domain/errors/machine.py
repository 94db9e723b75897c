"""Failures of this machine: library, engine, settings, keys."""

from pathlib import Path
from typing import TYPE_CHECKING

from videogen_desktop.domain.errors.base import VideoGenError

if TYPE_CHECKING:
    from videogen_desktop.domain.library_health import BackupFacts
    from videogen_desktop.domain.settings import Settings


class StorageError(VideoGenError):
    """The library cannot be used as it is."""


class NewerLibraryError(StorageError):
    """A newer version of the program wrote this file; it was not touched."""

    def __init__(self, path: Path, revision: str) -> None:
        super().__init__(path, revision)
        self.path = path
        self.revision = revision


class LibraryMissingError(StorageError):
    """There is no library here yet (a reader never makes one)."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class OutdatedLibraryError(StorageError):
    """An older library that only an engine may bring up to date."""

    def __init__(self, path: Path, revision: str) -> None:
        super().__init__(path, revision)
        self.path = path
        self.revision = revision


class LedgerRulesChangedError(StorageError):
    """The rules inside the database are not the ones this version wrote."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class LibraryUnusableError(StorageError):
    """The file system or SQLite refuses: busy, in use, full, read-only, damaged; `condition`
    names it."""

    retry_is_safe = True

    def __init__(self, condition: str) -> None:
        super().__init__(condition)
        self.condition = condition


class LibraryReadOnlyError(LibraryUnusableError):
    """Nobody may write this library here: it is only shown, and nothing was made or sent."""

    retry_is_safe = False

    def __init__(self) -> None:
        super().__init__("read_only")


class ClipFolderUnusableError(StorageError):
    """No result could be kept in `folder`, so nothing was reserved. `reason` is one of "full",
    "forbidden", "not_a_folder", "dangling" and "name" (it is not UTF-8)."""

    def __init__(self, folder: Path, reason: str) -> None:
        super().__init__(folder, reason)
        self.folder = folder
        self.reason = reason


class DiskFullError(StorageError):
    """Downloads wait for space in `folder`; bytes. They go on by themselves when there is some."""

    retry_is_safe = True

    def __init__(self, folder: Path, needed: int, free: int) -> None:
        super().__init__(folder, needed, free)
        self.folder = folder
        self.needed = needed
        self.free = free


class SecondBackupError(StorageError):
    """The library was backed up, but not into the second folder. `condition` is a word of
    LibraryUnusableError."""

    def __init__(self, folder: Path, condition: str) -> None:
        super().__init__(folder, condition)
        self.folder = folder
        self.condition = condition


class TasksNotInLibraryError(StorageError):
    """The journal knows these paid tasks and the library does not: somebody put an older copy of
    it back. Rescuing brings them in, for as long as the provider has them."""

    def __init__(self, task_ids: tuple[str, ...]) -> None:
        super().__init__(task_ids)
        self.task_ids = task_ids
        self.count = len(task_ids)


class LibraryDamagedError(LibraryUnusableError):
    """The library is damaged, or gone while there are backups of it; nothing was touched.

    `findings` are short codes, `backup` the newest good copy of it. What the choices are, see
    domain.library_health.RecoveryChoice.
    """

    retry_is_safe = False

    def __init__(
        self, path: Path, findings: tuple[str, ...], backup: "BackupFacts | None" = None
    ) -> None:
        super().__init__("damaged")
        self.path = path
        self.findings = findings
        self.backup = backup


class RecoveryFailedError(StorageError):
    """What would have been recovered does not add up, so nothing was changed."""

    def __init__(self, findings: tuple[str, ...]) -> None:
        super().__init__(findings)
        self.findings = findings


class EngineLockedError(StorageError):
    """Another process runs the engine of this data directory."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class SettingsUnreadableError(StorageError):
    """Settings could not be read; the file as it was is kept at `kept_as`. `unreadable` names
    them (none for all of the file); `rest` is what holds now: the others, and no spending where
    a limit was lost."""

    def __init__(
        self, path: Path, kept_as: Path | None, rest: "Settings", unreadable: tuple[str, ...] = ()
    ) -> None:
        super().__init__(path, kept_as, rest, unreadable)
        self.path = path
        self.kept_as = kept_as
        self.rest = rest
        self.unreadable = unreadable


class KeyMissingError(VideoGenError):
    """No API key is known for this base."""

    def __init__(self, api_base: str) -> None:
        super().__init__(api_base)
        self.api_base = api_base


class TextHelperError(VideoGenError):
    """The text helper gave no text; the description stays as it is, and it cost no credits.

    `reason` is "off", "trial_only", "no_model", "unreachable", "late", "cut", "key", "not_found",
    "busy", "refused", "server", "moved", "garbage", "too_much" or "empty"; `said` its own words.
    """

    retry_is_safe = True

    def __init__(self, reason: str, said: str = "") -> None:
        super().__init__(reason, said)
        self.reason = reason
        self.said = said


class KeyStoreUnavailableError(VideoGenError):
    """The system's keyring cannot be used; `condition` is "missing", "locked" or "failed"."""

    def __init__(self, condition: str) -> None:
        super().__init__(condition)
        self.condition = condition


class ProxyPasswordNotKeptError(VideoGenError):
    """The system's keyring keeps no password: that of the proxy holds for this run only."""


class ApiBaseRefusedError(VideoGenError):
    """Not an https address (plain http is for loopback only)."""

    def __init__(self, api_base: str) -> None:
        super().__init__(api_base)
        self.api_base = api_base


class EngineStoppedError(VideoGenError):
    """A defect of ours ended the polling or the downloading; a new start goes on."""

    retry_is_safe = True


class WebhookUnavailableError(VideoGenError):
    """Callbacks cannot be received; everything goes on without them, by polling.

    `condition` is "port_taken", "port_refused", "no_address", "no_key" or "no_keyring".
    """

    retry_is_safe = True

    def __init__(self, condition: str, port: int) -> None:
        super().__init__(condition, port)
        self.condition = condition
        self.port = port


class NotBinnedError(VideoGenError):
    """The system's bin did not take the clip of a deleted video: it stays at `path`."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class ProgramUpdatedError(VideoGenError):
    """The program on the disk is another one than the one that runs: it was updated meanwhile."""

    def __init__(self, running: str, installed: str) -> None:
        super().__init__(running, installed)
        self.running = running
        self.installed = installed


class LocalServerError(VideoGenError):
    """The vendor's server on this machine, a child of ours, did not start or ended."""

    retry_is_safe = True
    user_can_act = False
