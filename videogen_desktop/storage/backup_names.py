"""How backups are called, and which of them make room for a newer one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

_NAME = re.compile(r"library-(\d{13})-([0-9a-f]{8})\.sqlite")
_HOUR_MS = 3_600_000
_DAY_MS = 24 * _HOUR_MS
# Of each span the newest copies stay, one for each slot: hours for today's mistakes, months for
# those found late. At most 14.
_SLOTS = ((3, 1), (5, _DAY_MS), (3, 7 * _DAY_MS), (3, 30 * _DAY_MS))


@dataclass(frozen=True, slots=True, order=True)
class BackupName:
    """`at` in UTC milliseconds; `library` is the beginning of the library's id."""

    at: int
    library: str

    @property
    def text(self) -> str:
        return f"library-{self.at:013d}-{self.library}.sqlite"

    @classmethod
    def of(cls, path: Path) -> Self | None:
        match = _NAME.fullmatch(path.name)
        return cls(int(match[1]), match[2]) if match else None


def thinned(names: Sequence[BackupName], now_ms: int) -> tuple[BackupName, ...]:
    """Which copies of one library may go.

    The three newest stay, then one for each of five days, three weeks and three months. Copies
    from the future stay too: a clock was wrong, and nobody knows which.
    """
    kept = {name for name in names if name.at > now_ms}
    past = sorted((name for name in names if name.at <= now_ms), reverse=True)
    for slots, span in _SLOTS:
        newest: dict[int, BackupName] = {}
        for name in past:
            newest.setdefault(name.at // span, name)
        kept.update(sorted(newest.values(), reverse=True)[:slots])
    return tuple(sorted(set(names) - kept))
