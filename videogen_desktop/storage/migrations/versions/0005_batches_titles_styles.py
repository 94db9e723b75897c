"""Batches and their queue, titles, what was seen, styles, kept descriptions, and what was used."""

from alembic import op

from videogen_desktop.storage.migrations.sql_files import statements
from videogen_desktop.storage.search_index import drop_index, index_anew

revision = "0005"
down_revision = "0004"

# Whoever has watched a library for a year does not have a year of new clips. A row of its own
# stays at its revision: nothing that was shown changes.
_SEEN = "UPDATE video SET seen_at = updated_at WHERE state = 'completed'"


def upgrade() -> None:
    connection = op.get_bind()
    connection.exec_driver_sql("DROP TRIGGER IF EXISTS video_frozen")
    drop_index(connection)
    for statement in statements("sqlite_0005_tables.sql"):
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql(_SEEN)
    index_anew(connection)
    for statement in statements("sqlite_0005_rules.sql"):
        connection.exec_driver_sql(statement)
