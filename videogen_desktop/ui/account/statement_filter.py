"""Which movements a statement shows."""

from collections.abc import Sequence
from dataclasses import dataclass

from videogen_desktop.domain.account import Movement
from videogen_desktop.domain.folding import folded


@dataclass(frozen=True, slots=True)
class StatementFilter:
    """Every condition given must hold; `since` and `until` are UTC ms, `until` left out."""

    text: str = ""
    kind: str | None = None
    since: int | None = None
    until: int | None = None

    @property
    def is_empty(self) -> bool:
        return self == StatementFilter()


@dataclass(frozen=True, slots=True)
class StatementTotals:
    """Sums over the movements shown, in hundredths; `out` is what left, `into` what came."""

    count: int
    out: int
    into: int


class SearchableStatement:
    """All movements with their texts folded once: a keystroke only compares."""

    def __init__(self, movements: Sequence[Movement] = ()) -> None:
        self.movements = tuple(movements)
        self._texts = [folded(f"{line.prompt or ''}\n{line.video_id or ''}") for line in movements]

    def rows(self, wanted: StatementFilter) -> list[int]:
        """The positions of what is wanted, in the statement's order."""
        needles = folded(wanted.text).split()
        rows: list[int] = []
        for row, line in enumerate(self.movements):
            if wanted.kind is not None and line.kind != wanted.kind:
                continue
            if wanted.since is not None and line.at < wanted.since:
                continue
            if wanted.until is not None and line.at >= wanted.until:
                continue
            if needles and not all(needle in self._texts[row] for needle in needles):
                continue
            rows.append(row)
        return rows


def totals(movements: Sequence[Movement]) -> StatementTotals:
    out = sum(-line.amount for line in movements if line.amount < 0)
    into = sum(line.amount for line in movements if line.amount > 0)
    return StatementTotals(len(movements), out, into)
