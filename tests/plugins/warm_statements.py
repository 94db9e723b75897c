"""Each statement is compiled once for all tests of a run, and not once for each library; and none
of all that are executed reads or writes the library's tables together with this machine's."""

import re
import sys
from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(scope="session", autouse=True)
def warm_statements() -> Iterator[None]:
    """Every engine of this process takes what another has compiled.

    SQLAlchemy keeps it for each engine and dialect, and a test has an engine of its own: compiling
    was a sixth of the time of the services' tests. Imports nothing for tests without a library.
    """
    database: Any = sys.modules.get("videogen_desktop.storage.database")
    if database is None:
        yield
        return
    from sqlalchemy import Engine, create_engine

    from videogen_desktop.storage.database import Opening, make_engine

    first = create_engine("sqlite://")
    # A dialect asks the first connection what it can do.
    first.connect().close()
    compiled: dict[Any, Any] = {}

    def warm(path: Path, opening: Opening, **options: int) -> Engine:
        engine = make_engine(path, opening, **options)
        engine.dialect = first.dialect
        return engine.execution_options(compiled_cache=compiled)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(database, "make_engine", warm)
        yield
    first.dispose()


@cache
def is_of_one_kind(statement: str) -> bool:
    """Whether all tables that the SQL names are the library's, or all are this machine's."""
    from videogen_desktop.storage import tables

    return not (
        _names(statement, tables.shared.tables) and _names(statement, tables.machine.tables)
    )


def _names(statement: str, tables: Collection[str]) -> bool:
    return re.search(rf"\b({'|'.join(tables)})\b", statement) is not None


@pytest.fixture(scope="session")
def mixed_statements() -> Iterator[set[str]]:
    """Those of the program's statements that were executed and are of both kinds; what was written
    as SQL is SQLite's own affair: checks, migrations, a damaged file's rescue."""
    found: set[str] = set()
    if sys.modules.get("videogen_desktop.storage.database") is None:
        yield found
        return
    from sqlalchemy import Engine, event

    def look(*call: Any) -> None:
        statement, context = call[2], call[4]
        if context.compiled is not None and not is_of_one_kind(statement):
            found.add(statement)

    event.listen(Engine, "before_cursor_execute", look)
    yield found
    event.remove(Engine, "before_cursor_execute", look)


@pytest.fixture(autouse=True)
def no_mixed_statements(mixed_statements: set[str]) -> Iterator[None]:
    """The library may lie on another machine than the files."""
    yield
    mixed = "; ".join(mixed_statements)
    mixed_statements.clear()
    assert not mixed, f"the library's tables together with this machine's: {mixed}"
