"""What one fence is: the text that makes it, the text without it, the tests that must notice."""

from dataclasses import dataclass

RULES = "storage/migrations/sql/sqlite_0001_rules.sql"
TABLES = "storage/migrations/sql/sqlite_0001_tables.sql"
# What the second migration replaced stands in its own files alone.
LATER_RULES = "storage/migrations/sql/sqlite_0002_rules.sql"
LATER_TABLES = "storage/migrations/sql/sqlite_0002_tables.sql"
TAKE_RULES = "storage/migrations/sql/sqlite_0004_rules.sql"
NEWEST_RULES = "storage/migrations/sql/sqlite_0005_rules.sql"
NEWEST_TABLES = "storage/migrations/sql/sqlite_0003_tables.sql"


@dataclass(frozen=True, slots=True)
class Fence:
    """`file` is relative to the package, `before` stands in it exactly once.

    `tests` are pytest's own names below `tests/`, the likeliest to notice first.
    """

    name: str
    file: str
    before: str
    after: str
    tests: tuple[str, ...]

    def taken_out(self, source: str) -> str:
        """The file without the fence. Raises ValueError unless it stands there exactly once."""
        if source.count(self.before) != 1:
            raise ValueError(f"{self.name}: {source.count(self.before)} times in {self.file}")
        return source.replace(self.before, self.after)


def trigger(name: str, message: str, *tests: str, file: str = RULES) -> Fence:
    """A trigger of the database that no longer refuses, known by what it says."""
    return Fence(name, file, f"SELECT RAISE(ABORT, '{message}')", "SELECT 1", tests)


def unique_index(name: str, *tests: str, file: str = RULES) -> Fence:
    """A unique index of the database that is an ordinary one."""
    return Fence(name, file, f"CREATE UNIQUE INDEX {name} ", f"CREATE INDEX {name} ", tests)


def check(name: str, *tests: str, file: str = TABLES) -> Fence:
    """A CHECK of the database that takes everything."""
    begin = f"CONSTRAINT {name} CHECK ("
    return Fence(name, file, begin, f"{begin}1 OR ", tests)
