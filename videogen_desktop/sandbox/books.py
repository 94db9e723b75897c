"""The sandbox's persistent books: balance, tasks, charges and every createTask received.

Charges and requests can only ever be added.
"""

import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Self

from videogen_desktop.sandbox.records import (
    CHARGED_ENDINGS,
    CallbackSent,
    Charge,
    CreateRequest,
    Task,
    Timeline,
)

FILE_NAME = "sandbox.sqlite"
SCHEMA = """
CREATE TABLE IF NOT EXISTS meta (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS task (
    task_id TEXT PRIMARY KEY,
    record_id TEXT NOT NULL UNIQUE,
    model TEXT NOT NULL,
    prompt TEXT NOT NULL,
    shape TEXT NOT NULL CHECK (shape IN ('landscape', 'portrait', 'square')),
    param TEXT NOT NULL,
    ending TEXT NOT NULL,
    price INTEGER NOT NULL CHECK (price >= 0),
    created_at INTEGER NOT NULL,
    visible_at INTEGER NOT NULL,
    queued_at INTEGER NOT NULL,
    generating_at INTEGER NOT NULL,
    completed_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS task_by_creation ON task (created_at);

CREATE TABLE IF NOT EXISTS charge (
    number INTEGER PRIMARY KEY,
    task_id TEXT NOT NULL UNIQUE REFERENCES task (task_id),
    amount INTEGER NOT NULL CHECK (amount >= 0),
    charged_at INTEGER NOT NULL,
    why TEXT NOT NULL
);

CREATE TABLE IF NOT EXISTS create_request (
    number INTEGER PRIMARY KEY,
    received_at INTEGER NOT NULL,
    prompt TEXT,
    task_id TEXT REFERENCES task (task_id),
    answer TEXT NOT NULL
);

CREATE TABLE IF NOT EXISTS callback (
    number INTEGER PRIMARY KEY,
    task_id TEXT NOT NULL REFERENCES task (task_id),
    sent_at INTEGER NOT NULL,
    attempt INTEGER NOT NULL,
    answer TEXT NOT NULL
);

CREATE TRIGGER IF NOT EXISTS charge_stays BEFORE UPDATE ON charge
BEGIN SELECT RAISE(ABORT, 'a charge is never changed'); END;
CREATE TRIGGER IF NOT EXISTS charge_remains BEFORE DELETE ON charge
BEGIN SELECT RAISE(ABORT, 'a charge is never removed'); END;
CREATE TRIGGER IF NOT EXISTS create_request_stays BEFORE UPDATE ON create_request
BEGIN SELECT RAISE(ABORT, 'a request is never changed'); END;
CREATE TRIGGER IF NOT EXISTS create_request_remains BEFORE DELETE ON create_request
BEGIN SELECT RAISE(ABORT, 'a request is never removed'); END;
"""
SELECT_TASK = (
    "SELECT task_id, record_id, model, prompt, shape, param, ending, price, "
    "created_at, visible_at, queued_at, generating_at, completed_at FROM task"
)
INSERT_TASK = (
    "INSERT INTO task (task_id, record_id, model, prompt, shape, param, ending, price, "
    "created_at, visible_at, queued_at, generating_at, completed_at) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


class Books:
    """Reading and writing of one ``sandbox.sqlite``; used on the thread that opened it.

    A test opens the server's file for reading, at any time, and sees what was committed. Charges
    are written when the server next looks at ended tasks: ask it for its balance before counting.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open existing books for reading only. ``path`` is the file or its folder.

        Raises:
            sqlite3.OperationalError: when there are none.
        """
        file = path / FILE_NAME if path.is_dir() else path
        uri = f"{file.resolve().as_uri()}?mode=ro"
        return cls(sqlite3.connect(uri, uri=True, isolation_level=None))

    @classmethod
    def create_or_open(cls, directory: Path, opening_credits: int) -> Self:
        """Open the books of a state directory for writing, and make them when missing.

        Args:
            directory: Made when missing.
            opening_credits: Hundredths of a credit; only fresh books take them.
        """
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        connection = sqlite3.connect(directory / FILE_NAME, isolation_level=None)
        connection.execute("PRAGMA journal_mode = TRUNCATE")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.executescript(SCHEMA)
        connection.executemany(
            "INSERT OR IGNORE INTO meta VALUES (?, ?)",
            [
                ("opening", str(opening_credits)),
                ("key", f"sandbox-{secrets.token_hex(16)}"),
                ("webhook_key", f"whsec-{secrets.token_hex(24)}"),
            ],
        )
        return cls(connection)

    def close(self) -> None:
        """Close the file. Idempotent."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing, against every other writer."""
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")

    def key(self) -> str:
        """The API key that these books were made with."""
        return self._meta("key")

    def webhook_key(self) -> str:
        """What callbacks are signed with."""
        return self._meta("webhook_key")

    def balance(self) -> int:
        """Opening credits minus all charges, in hundredths of a credit; may be below zero."""
        return int(self._meta("opening")) - self._whole_number(
            "SELECT coalesce(sum(amount), 0) FROM charge"
        )

    def tasks(self) -> tuple[Task, ...]:
        """All tasks, oldest first."""
        return self._tasks(f"{SELECT_TASK} ORDER BY created_at, task_id")

    def task(self, task_id: str) -> Task | None:
        """One task by its id."""
        found = self._tasks(f"{SELECT_TASK} WHERE task_id = ?", task_id)
        return found[0] if found else None

    def charges(self) -> tuple[Charge, ...]:
        """The charge log, in the order in which it was written."""
        query = "SELECT task_id, amount, charged_at, why FROM charge ORDER BY number"
        with closing(self._connection.execute(query)) as rows:
            return tuple(Charge(*row) for row in rows)

    def create_requests(self) -> tuple[CreateRequest, ...]:
        """Every createTask that carried the right key, in the order of arrival."""
        query = "SELECT received_at, prompt, task_id, answer FROM create_request ORDER BY number"
        with closing(self._connection.execute(query)) as rows:
            return tuple(CreateRequest(*row) for row in rows)

    def callbacks(self) -> tuple[CallbackSent, ...]:
        """Every try to deliver a callback, in order."""
        query = "SELECT task_id, sent_at, attempt, answer FROM callback ORDER BY number"
        with closing(self._connection.execute(query)) as rows:
            return tuple(CallbackSent(*row) for row in rows)

    def created_since(self, moment: int) -> int:
        """How many tasks were created after ``moment`` (Unix milliseconds)."""
        return self._whole_number("SELECT count(*) FROM task WHERE created_at > ?", moment)

    def add_task(self, task: Task) -> None:
        """Write a new task down."""
        moments = task.timeline
        self._connection.execute(
            INSERT_TASK,
            (
                *(task.task_id, task.record_id, task.model, task.prompt, task.shape),
                *(task.param, task.ending, task.price),
                *(moments.created_at, moments.visible_at, moments.queued_at),
                *(moments.generating_at, moments.completed_at),
            ),
        )

    def add_create_request(self, request: CreateRequest) -> None:
        """Write down that a createTask arrived."""
        self._connection.execute(
            "INSERT INTO create_request (received_at, prompt, task_id, answer) VALUES (?, ?, ?, ?)",
            (request.received_at, request.prompt, request.task_id, request.answer),
        )

    def add_callback(self, sent: CallbackSent) -> None:
        """Write down that a callback was tried."""
        self._connection.execute(
            "INSERT INTO callback (task_id, sent_at, attempt, answer) VALUES (?, ?, ?, ?)",
            (sent.task_id, sent.sent_at, sent.attempt, sent.answer),
        )

    def charge_what_ended(self, now: int) -> None:
        """Charge every successful task that has ended by ``now`` and is not charged yet."""
        due = (
            "FROM task WHERE completed_at <= ? AND ending IN (?, ?) "
            "AND NOT EXISTS (SELECT 1 FROM charge WHERE charge.task_id = task.task_id)"
        )
        values = (now, *CHARGED_ENDINGS)
        if self._whole_number(f"SELECT EXISTS (SELECT 1 {due})", *values) == 0:
            return
        with self.transaction():
            self._connection.execute(
                "INSERT INTO charge (task_id, amount, charged_at, why) "
                f"SELECT task_id, price, completed_at, 'success of ' || model {due} "
                "ORDER BY completed_at",
                values,
            )

    def _meta(self, name: str) -> str:
        query = "SELECT value FROM meta WHERE name = ?"
        with closing(self._connection.execute(query, (name,))) as rows:
            return str(rows.fetchone()[0])

    def _whole_number(self, query: str, *values: object) -> int:
        with closing(self._connection.execute(query, values)) as rows:
            return int(rows.fetchone()[0])

    def _tasks(self, query: str, *values: object) -> tuple[Task, ...]:
        with closing(self._connection.execute(query, values)) as rows:
            return tuple(_task_in(row) for row in rows)


def _task_in(row: tuple[Any, ...]) -> Task:
    task_id, record_id, model, prompt, shape, param, ending, price, *moments = row
    timeline = Timeline(*moments)
    return Task(task_id, record_id, model, prompt, shape, param, ending, price, timeline)
