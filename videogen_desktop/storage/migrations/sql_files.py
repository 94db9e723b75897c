"""Literal SQL beside the migrations: never the live tables, which belong to later versions."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

_FOLDER = Path(__file__).parent / "sql"


def statements(name: str) -> Iterator[str]:
    """The statements of one file, in order; a trigger's inner semicolons do not end it."""
    pending = ""
    for line in (_FOLDER / name).read_text(encoding="utf-8").splitlines():
        if not pending and (not line.strip() or line.startswith("--")):
            continue
        pending += line + "\n"
        if sqlite3.complete_statement(pending):
            yield pending.strip()
            pending = ""
    if pending.strip():
        raise ValueError(name)
