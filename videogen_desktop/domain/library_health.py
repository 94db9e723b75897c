"""The state of a library file, the copies there are of it, and what a recovery did."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class BackupFacts:
    """A copy of the library as it was at `made_at` (UTC milliseconds).

    `is_good`: it passed every check just now. `videos` is None where that cannot be read.
    `before_migration`: taken before another version brought the library up to date.
    """

    path: Path
    made_at: int
    is_good: bool
    videos: int | None
    before_migration: bool = False


@dataclass(frozen=True, slots=True)
class RecoveryChoice:
    """What the user wants to go on with: a backup, or a new library (None); `salvage` also reads
    what is newer out of the damaged file."""

    backup: Path | None
    salvage: bool = True


@dataclass(frozen=True, slots=True)
class UnknownTask:
    """A paid task of the journal that no video is: `rescue` can bring its result."""

    api_base: str
    task_id: str


@dataclass(frozen=True, slots=True)
class RecoveryReport:
    """What a recovery did. The old files lie unchanged in `kept_in` (None: there were none).

    `salvaged` counts videos that were read out of the damaged file, `unconfirmed` those of which
    nobody knows whether they were charged, `lost` those that could be read but not kept.
    """

    kept_in: Path | None
    backup: BackupFacts | None
    videos: int
    salvaged: int
    unconfirmed: int
    lost: int
    unknown_tasks: tuple[UnknownTask, ...] = ()


@dataclass(frozen=True, slots=True)
class ThoroughCheck:
    """When an engine last looked at the whole file beside its work (UTC milliseconds), and the
    codes of what it found."""

    at: int
    findings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HealthReport:
    """`findings` are short codes of what is wrong, empty when all is well; newest backup first.

    `ended_cleanly`: the last run of the engine closed its library in order. `revision` None means
    that there is no library. `last_check` is the newest of the engine's own, None before the first.
    """

    database: Path
    revision: str | None
    findings: tuple[str, ...]
    ended_cleanly: bool
    backups: tuple[BackupFacts, ...]
    videos: int = 0
    file_bytes: int = 0
    last_check: ThoroughCheck | None = None
