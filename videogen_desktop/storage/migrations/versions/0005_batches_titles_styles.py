"""Batches and their queue, titles, what was seen, styles, kept descriptions, and what was used."""

from alembic import op

from videogen_desktop.storage.migrations.sql_files import statements
from videogen_desktop.storage.search_index import (
    SEARCHED_ANEW,
    add_functions,
    drop_index,
    fill_index,
)

revision = "0005"
down_revision = "0004"

# Whoever has watched a library for a year does not have a year of new clips. A row stays at its
# revision: nothing that was shown changes. All in one, before there are indexes of it: written in
# three steps it took 1 s more (100,000 videos).
_VIDEOS = f"""
UPDATE video SET seen_at = CASE state WHEN 'completed' THEN updated_at END, {SEARCHED_ANEW}
"""  # noqa: S608


def upgrade() -> None:
    connection = op.get_bind()
    connection.exec_driver_sql("DROP TRIGGER IF EXISTS video_frozen")
    drop_index(connection)
    add_functions(connection)
    for statement in statements("sqlite_0005_columns.sql"):
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql(_VIDEOS)
    for name in ("sqlite_0005_tables.sql", "sqlite_0005_rules.sql"):
        for statement in statements(name):
            connection.exec_driver_sql(statement)
    fill_index(connection)
