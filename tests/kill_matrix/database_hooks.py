"""Every transaction of this process, seen through Python's own SQLite driver."""

import functools
import sqlite3
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from tests.kill_matrix.points import Points
from tests.kill_matrix.replacing import replace_in

_CHANGE_NOTHING = ("--", "SELECT", "PRAGMA", "COMMIT")


def hook_databases(points: Points, *, statements: bool) -> None:
    """Transactions and backups; `statements` makes each statement of a transaction a point too."""

    class Pointed(sqlite3.Connection):
        def __init__(self, *arguments: Any, **options: Any) -> None:
            super().__init__(*arguments, **options)
            # What the transaction has changed so far; None outside of one that writes.
            self._changes: list[str] | None = None
            # Pages go to the file before the COMMIT, so that a kill leaves a journal to undo.
            self.execute("PRAGMA cache_size = 1")
            self.set_trace_callback(self._heard)

        def _heard(self, statement: str) -> None:
            # Also called for what a trigger does, behind "--".
            words = statement.split()
            if words[:2] == ["BEGIN", "IMMEDIATE"]:
                self._changes = []
                points.reach("before BEGIN")
            elif self._changes is not None and words[0] not in _CHANGE_NOTHING:
                self._changes.append(_subject(words))
                if statements:
                    points.reach(f"before {' '.join(words).partition(' VALUES')[0][:80]}")

        def commit(self) -> None:
            changes, self._changes = self._changes, None
            if changes is not None:
                points.reach(f"before COMMIT of {_together(changes)}")
            super().commit()
            if changes is not None:
                points.reach(f"after COMMIT of {_together(changes)}")

        def rollback(self) -> None:
            self._changes = None
            super().rollback()

        def backup(self, *arguments: Any, **options: Any) -> None:
            points.reach("before backup")
            super().backup(*arguments, **options)
            points.reach("after backup")

    replace_in(sqlite3, connect=functools.partial(sqlite3.connect, factory=Pointed))


def _subject(words: Sequence[str]) -> str:
    """The table that a statement changes, or what it does to the schema."""
    if words[0] not in ("INSERT", "UPDATE", "DELETE"):
        return words[0]
    after = ("INTO", "FROM", "UPDATE")
    return next((name for word, name in pairwise(words) if word.upper() in after), words[0])


def _together(changes: Sequence[str]) -> str:
    return " ".join(dict.fromkeys(changes)) or "nothing"
