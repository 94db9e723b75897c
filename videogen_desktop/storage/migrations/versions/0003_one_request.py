"""A request is one value, and what was priced is kept with what is sent."""

from alembic import op
from sqlalchemy import Connection

from videogen_desktop.storage.earlier_requests import earlier_body, earlier_request_json
from videogen_desktop.storage.migrations.sql_files import statements
from videogen_desktop.storage.migrations.table_rebuild import rebuild_table, triggers_aside

revision = "0003"
down_revision = "0002"

_OLD = "prompt, aspect_ratio, model_id"
_VIDEO = {
    "request": f"earlier_request({_OLD})",
    "body": f"CASE origin WHEN 'generated' THEN earlier_body({_OLD}, request_sha256) END",
    "shape": "aspect_ratio",
}


def upgrade() -> None:
    connection = op.get_bind()
    _add_functions(connection)
    video, handover = statements("sqlite_0003_tables.sql")
    with triggers_aside(connection, ("video_frozen",)):
        rebuild_table(connection, "video", video, _VIDEO)
        rebuild_table(connection, "handover", handover, {"request": _VIDEO["request"]})
    for statement in statements("sqlite_0003_rules.sql"):
        connection.exec_driver_sql(statement)


def _add_functions(connection: Connection) -> None:
    # In the copy itself: writing each row a second time took four times as long (100,000 videos).
    sqlite = connection.connection.driver_connection
    sqlite.create_function("earlier_request", 3, earlier_request_json, deterministic=True)  # type: ignore[union-attr]
    sqlite.create_function("earlier_body", 4, earlier_body, deterministic=True)  # type: ignore[union-attr]
