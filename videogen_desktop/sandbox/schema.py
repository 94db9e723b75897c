"""The tables of the sandbox's books. Charges and requests can only ever be added."""

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
