"""`verify` recomputes the ledger from its rows: each kind of damage has a name of its own."""

import ast
import inspect
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.storage.filled_library import fill_library
from videogen_desktop.storage import verify as verify_module
from videogen_desktop.storage.directories import Directories, directories
from videogen_desktop.storage.library import SqliteLibrary, open_library, open_reader
from videogen_desktop.storage.verify import verify

_ROW = "UPDATE ledger_entry SET {} WHERE kind = '{}'"

# What was done to the file, with all rules taken out of it first: the rule that notices.
DAMAGE: dict[str, tuple[str, ...]] = {
    "search_index": ("DELETE FROM video_search_data",),
    "foreign_key": ("UPDATE video_event SET video_id = 'gone'",),
    "damaged_file": ("UPDATE video SET revision = -1 WHERE state = 'completed'",),
    "last_rows_missing": (
        "DELETE FROM ledger_entry WHERE seq = (SELECT max(seq) FROM ledger_entry)",
    ),
    "unreadable_row": (_ROW.format("kind = 'gift'", "settle"),),
    "legs": (_ROW.format("debit = 'external'", "refund"),),
    "grant_not_first": ("UPDATE ledger_entry SET seq = 100 WHERE kind = 'grant'",),
    "available_after": (_ROW.format("available_after = available_after + 1", "settle"),),
    "held_after": (_ROW.format("held_after = held_after + 1", "settle"),),
    "reserved_without_funds": (_ROW.format("amount = 1, available_after = 1", "grant"),),
    "owner": ("UPDATE ledger_entry SET video_id = NULL WHERE kind = 'settle'",),
    "amount": ("UPDATE video SET price = price + 1 WHERE state = 'reserved'",),
    "entry_id": (_ROW.format("id = lower(hex(randomblob(18)))", "refund"),),
    "held_is_not_what_waits": ("DELETE FROM video WHERE state = 'reserved'",),
    "sent_twice": ("UPDATE video SET send_count = 2 WHERE state = 'unconfirmed'",),
    "rows_of_a_found_video": ("UPDATE video SET origin = 'imported' WHERE state = 'completed'",),
    "sibling_of_another_task": (
        "UPDATE video SET origin = 'sibling', sibling_of = (SELECT id FROM video WHERE"
        " state = 'completed' AND origin = 'generated') WHERE origin = 'rescued'",
    ),
    "rows_do_not_match_state": (
        "UPDATE video SET state = 'completed', reason = NULL WHERE reason = 'provider_failed'",
    ),
    "rows_out_of_order": (
        "UPDATE ledger_entry SET seq = 0 WHERE kind = 'settle'",
        "UPDATE ledger_entry SET seq = seq + 100 WHERE seq = 0 OR kind = 'capture'",
    ),
    "request_paid_twice": (
        "DROP INDEX one_request",
        "UPDATE video SET request_id = 'one' WHERE state IN ('completed', 'unconfirmed')",
    ),
    "body_changed": ("UPDATE video SET body = '{}' WHERE state = 'reserved'",),
    "request_columns": ("UPDATE video SET model_id = 'another' WHERE state = 'reserved'",),
    "takes_differ": (
        "UPDATE video SET take_group_id = 'g' WHERE state IN ('completed', 'reserved')",
    ),
    "spent_is_not_the_cost": ("UPDATE video SET consumed = 9 WHERE consumed = 7000",),
}


@pytest.fixture(scope="module")
def filled_file(migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    places = directories(tmp_path_factory.mktemp("filled"))
    shutil.copy(migrated, places.database)
    library = open_library(places, 1)
    filled = fill_library(library)
    with library.writing() as rows:
        rows.events.add(filled.waiting.id, "reserved", 1)
    library.close()
    return places.database


@pytest.fixture
def filled(places: Directories, filled_file: Path) -> Iterator[SqliteLibrary]:
    places.data.mkdir()
    shutil.copy(filled_file, places.database)
    library = open_library(places, 1)
    yield library
    library.close()


@pytest.fixture
def raw(filled: SqliteLibrary, places: Directories) -> Iterator[sqlite3.Connection]:
    """The file without its rules."""
    with closing(sqlite3.connect(places.database, isolation_level=None)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("BEGIN")
        triggers = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (name,) in triggers.fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("COMMIT")
        yield connection


def _rules(library: SqliteLibrary) -> set[str]:
    return {violation.rule for violation in verify(library)}


def test_a_filled_library_is_in_order(filled: SqliteLibrary) -> None:
    assert verify(filled) == ()


def test_rules_that_were_taken_out_are_noticed(
    filled: SqliteLibrary, raw: sqlite3.Connection
) -> None:
    assert _rules(filled) == {"rules_changed"}


@pytest.mark.parametrize("rule", DAMAGE)
def test_damage_is_called_by_its_name(
    filled: SqliteLibrary, raw: sqlite3.Connection, rule: str
) -> None:
    for statement in DAMAGE[rule]:
        assert raw.execute(statement).rowcount > 0 or statement.startswith("DROP")
    assert rule in _rules(filled)


def test_what_was_given_back_is_not_paid(filled: SqliteLibrary, raw: sqlite3.Connection) -> None:
    raw.execute("DROP INDEX one_request")
    raw.execute(
        "UPDATE video SET request_id = 'one'"
        " WHERE reason = 'provider_failed' OR state = 'completed'"
    )
    assert "request_paid_twice" not in _rules(filled)


def test_every_rule_that_verify_knows_is_tested_here() -> None:
    tree = ast.parse(inspect.getsource(verify_module))
    named = {
        node.args[0].value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "Violation"
        and isinstance(node.args[0], ast.Constant)
    }
    assert named == {"rules_changed", *DAMAGE}


def test_an_index_that_lost_its_rows_is_noticed(filled: SqliteLibrary, places: Directories) -> None:
    """A fence that lets everything through."""
    filled.close()
    with closing(sqlite3.connect(places.database)) as raw:
        root = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = 'one_giveback'")
        page = root.fetchone()[0]
        size = raw.execute("PRAGMA page_size").fetchone()[0]
    with places.database.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\x0a" + bytes(4) + size.to_bytes(2, "big") + b"\x00")  # an empty leaf
    with open_reader(places) as reader:
        assert _rules(reader) == {"damaged_file"}


def test_verify_needs_no_lock_and_changes_nothing(
    filled: SqliteLibrary, places: Directories
) -> None:
    filled.close()
    before = places.database.read_bytes()
    with open_reader(places) as reader:
        assert verify(reader) == ()
    assert places.database.read_bytes() == before
