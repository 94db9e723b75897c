"""Each statement is compiled once for all tests of a run, and not once for each library."""

import sys
from collections.abc import Iterator
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

    from videogen_desktop.storage.sqlite_engine import Opening, make_engine

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
