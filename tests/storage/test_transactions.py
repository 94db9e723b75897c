"""What the production engine's connections are, and what a transaction promises."""

import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from videogen_desktop.domain.errors import LibraryUnusableError
from videogen_desktop.storage.database import (
    BUSY_TIMEOUT_MS,
    Database,
    Opening,
    WrongThreadError,
    journal_mode,
    wal_is_safe,
)
from videogen_desktop.storage.failures import condition_of, file_faults
from videogen_desktop.storage.library_file import sqlite_uri

_INSERT = text("INSERT INTO t VALUES (:x)")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "some.sqlite"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE t (x UNIQUE)")
    return file


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    opened = Database(path)
    yield opened
    opened.close()


def _values(path: Path) -> list[object]:
    with closing(sqlite3.connect(path)) as connection:
        return [x for (x,) in connection.execute("SELECT x FROM t ORDER BY rowid")]


@pytest.mark.parametrize("opening", Opening)
def test_every_connection_has_the_pragmas_that_keep_money_safe(
    path: Path, opening: Opening
) -> None:
    database = Database(path, opening)
    with database.read() as connection:
        found = {
            name: connection.execute(text(f"PRAGMA {name}")).scalar()
            for name in (
                "foreign_keys",
                "recursive_triggers",
                "trusted_schema",
                "synchronous",
                "fullfsync",
                "checkpoint_fullfsync",
                "busy_timeout",
                "query_only",
            )
        }
        mode = connection.execute(text("PRAGMA journal_mode")).scalar()
    database.close()
    assert found == {
        "foreign_keys": 1,
        "recursive_triggers": 1,
        "trusted_schema": 0,
        "synchronous": 2,
        "fullfsync": 1,
        "checkpoint_fullfsync": 1,
        "busy_timeout": BUSY_TIMEOUT_MS,
        "query_only": opening is not Opening.WRITE,
    }
    if opening is Opening.WRITE:
        assert mode == journal_mode().lower()


@pytest.mark.parametrize(
    ("version", "safe"),
    [
        ((3, 37, 0), False),
        ((3, 40, 1), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 45, 0), False),
        ((3, 45, 9), False),
        ((3, 50, 6), False),
        ((3, 50, 7), True),
        ((3, 51, 0), False),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 52, 0), True),
        ((4, 0, 0), True),
    ],
)
def test_wal_is_used_only_where_its_race_is_mended(
    version: tuple[int, int, int], safe: bool
) -> None:
    assert wal_is_safe(version) is safe


def test_a_write_takes_the_lock_before_its_first_statement(path: Path, database: Database) -> None:
    seen: list[str] = []
    with database.write() as connection:
        raw = connection.connection.driver_connection
        assert isinstance(raw, sqlite3.Connection)
        in_transaction = raw.in_transaction
        with (
            closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as other,
            pytest.raises(sqlite3.OperationalError, match="locked"),
        ):
            other.execute("BEGIN IMMEDIATE")
        event.listen(connection, "before_cursor_execute", lambda *a: seen.append(a[2]))
        connection.execute(_INSERT, {"x": 1})
    assert seen == ["INSERT INTO t VALUES (?)"]
    assert (in_transaction, raw.in_transaction) == (True, False)
    assert _values(path) == [1]


def test_a_failed_transaction_leaves_nothing(path: Path, database: Database) -> None:
    with pytest.raises(ZeroDivisionError), database.write() as connection:
        connection.execute(_INSERT, {"x": 1})
        connection.execute(text("CREATE TABLE half (x)"))
        raise ZeroDivisionError
    with database.write() as connection:
        connection.execute(_INSERT, {"x": 2})
        assert connection.execute(text("SELECT count(*) FROM sqlite_master")).scalar() == 2
    assert _values(path) == [2]


def test_a_reading_stays_the_same_to_its_end(path: Path, database: Database) -> None:
    with closing(sqlite3.connect(path, isolation_level=None, timeout=0)) as other:
        with database.read() as connection:
            assert connection.execute(text("SELECT count(*) FROM t")).scalar() == 0
            other.execute("BEGIN IMMEDIATE")
            other.execute("INSERT INTO t VALUES (1)")
            if journal_mode() == "WAL":
                other.execute("COMMIT")
            else:
                with pytest.raises(sqlite3.OperationalError, match="locked"):
                    other.execute("COMMIT")  # waits for the reader
            assert connection.execute(text("SELECT count(*) FROM t")).scalar() == 0
        if other.in_transaction:
            other.execute("COMMIT")
    with database.read() as connection:
        assert connection.execute(text("SELECT count(*) FROM t")).scalar() == 1


def test_a_transaction_inside_another_is_refused_at_once(database: Database) -> None:
    with database.read(), pytest.raises(PoolTimeoutError), database.write():
        pass


def test_another_thread_is_refused(path: Path, database: Database) -> None:
    refused: list[Exception] = []

    def trespass() -> None:
        for use in (database.write, database.read):
            try:
                with use():
                    pass
            except WrongThreadError as error:
                refused.append(error)
        try:
            database.close()
        except WrongThreadError as error:
            refused.append(error)

    thread = threading.Thread(target=trespass)
    thread.start()
    thread.join()
    assert len(refused) == 3
    with database.write() as connection:
        connection.execute(_INSERT, {"x": 1})


_HOLDER = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
sys.stdin.read()
"""


def test_a_library_that_another_process_keeps_locked_is_named_busy(path: Path) -> None:
    database = Database(path, busy_timeout_ms=20)
    with database.read():
        pass  # connected before the lock
    late = Database(path, busy_timeout_ms=20)
    with subprocess.Popen(
        [sys.executable, "-c", _HOLDER, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline().rstrip() == b"held"
        for tried in (database.write, database.read, late.write, late.read):
            with pytest.raises(LibraryUnusableError) as caught, tried() as connection:
                connection.execute(text("SELECT * FROM t"))
            assert caught.value.condition == "busy"
        holder.communicate(b"")
    for freed in (database, late):
        with freed.write() as connection:
            connection.execute(text("INSERT INTO t VALUES (random())"))
        freed.close()
    assert len(_values(path)) == 2


def test_a_full_disk_is_named_and_takes_the_whole_transaction(
    path: Path, database: Database
) -> None:
    with database.write() as connection:
        connection.execute(_INSERT, {"x": "before"})
        pages = connection.execute(text("PRAGMA page_count")).scalar()
        connection.execute(text(f"PRAGMA max_page_count = {pages}"))
    with pytest.raises(LibraryUnusableError) as caught, database.write() as connection:
        connection.execute(_INSERT, {"x": "first"})
        connection.execute(_INSERT, {"x": "long" * 10_000})
    assert caught.value.condition == "disk_full"
    assert _values(path) == ["before"]
    with database.write() as connection:
        connection.execute(text("PRAGMA max_page_count = 100000"))
        connection.execute(_INSERT, {"x": "after"})
    assert _values(path) == ["before", "after"]


def test_a_read_only_connection_is_named(path: Path) -> None:
    for opening in (Opening.READ, Opening.LOOK):
        database = Database(path, opening)
        with pytest.raises(LibraryUnusableError) as caught, database.write() as connection:
            connection.execute(_INSERT, {"x": 1})
        assert caught.value.condition == "read_only"
        database.close()
    assert _values(path) == []


def test_our_own_defects_are_not_blamed_on_the_environment_and_tell_no_secrets(
    database: Database,
) -> None:
    secret = "https://example.com/clip.mp4?signature=canary"
    with database.write() as connection:
        connection.execute(_INSERT, {"x": secret})
    with pytest.raises(IntegrityError) as caught, database.write() as connection:
        connection.execute(_INSERT, {"x": secret})
    assert "canary" not in f"{caught.value} {caught.value!r} {caught.value.orig}"


@pytest.mark.parametrize(
    ("name", "condition"),
    [
        ("SQLITE_BUSY_SNAPSHOT", "busy"),
        ("SQLITE_IOERR_FSYNC", "disk_error"),
        ("SQLITE_CORRUPT_INDEX", "damaged"),
        ("SQLITE_READONLY_DIRECTORY", "read_only"),
        ("SQLITE_CANTOPEN_ISDIR", "cannot_open"),
        ("SQLITE_CONSTRAINT_TRIGGER", None),
        ("SQLITE_ERROR", None),
        ("SQLITE_FULLNESS", None),
    ],
)
def test_extended_codes_belong_to_their_condition(name: str, condition: str | None) -> None:
    error = sqlite3.OperationalError("x")
    error.sqlite_errorname = name
    assert condition_of(error) == condition
    assert condition_of(ValueError()) is None


def test_faults_of_folders_are_named_like_those_of_the_database() -> None:
    for number, condition in ((28, "disk_full"), (30, "read_only"), (13, "read_only")):
        with pytest.raises(LibraryUnusableError) as caught, file_faults():
            raise OSError(number, "x")
        assert caught.value.condition == condition


def test_an_address_is_the_file_itself(tmp_path: Path) -> None:
    for name in (
        "a b",
        "100%",
        "ă#",
        "%41",
        "a;b&c=d",
        *(["ă?"] if sys.platform != "win32" else []),
    ):
        path = tmp_path / name
        with closing(sqlite3.connect(sqlite_uri(path, "mode=rwc"), uri=True)) as connection:
            connection.execute("CREATE TABLE t (x)")
        assert path.stat().st_size


_REST_SCRIPT = """
import ctypes, sys
from pathlib import Path
from sqlalchemy import text
from videogen_desktop.storage.database import Database
library = ctypes.CDLL(None)
if not hasattr(library, "malloc_trim"):
    sys.exit("no glibc")
def resident_pages():
    library.malloc_trim(0)
    return int(open("/proc/self/statm").read().split()[1])
database = Database(Path(sys.argv[1]))
with database.write() as connection:
    numbers = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 2000)"
    connection.execute(text(numbers + " INSERT INTO t SELECT printf('%02000d', x) FROM n"))
with database.read() as connection:
    connection.execute(text("SELECT count(*) FROM t WHERE x LIKE '%a'"))
before = resident_pages()
database.give_memory_back()
print(before - resident_pages() > 250)
with database.read() as connection:
    print(connection.execute(text("SELECT count(*) FROM t")).scalar())
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="glibc only")
def test_what_was_read_is_not_kept_in_memory_at_rest(path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _REST_SCRIPT, str(path)], capture_output=True, text=True, check=False
    )
    if "no glibc" in done.stderr:
        pytest.skip("glibc only")
    assert done.stdout.split() == ["True", "2000"], done.stderr
