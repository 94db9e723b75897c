"""Parents and takes of videos, files that go in, and vendors' own words about their offer."""

from alembic import op

from videogen_desktop.storage.migrations.sql_files import statements

revision = "0004"
down_revision = "0003"

# Members that this version knows were carried along as unknown ones where a newer version wrote
# them into a clip's tags.
_PARENTS = """
UPDATE video SET parent_id = json_extract(request, '$.parent')
WHERE instr(request, '"parent"') AND json_valid(request)
  AND json_type(request, '$.parent') = 'text' AND json_extract(request, '$.parent') <> ''
"""


def upgrade() -> None:
    connection = op.get_bind()
    connection.exec_driver_sql("DROP TRIGGER IF EXISTS video_frozen")
    for statement in statements("sqlite_0004_tables.sql"):
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql(_PARENTS)
    for statement in statements("sqlite_0004_rules.sql"):
        connection.exec_driver_sql(statement)
