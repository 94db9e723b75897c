"""One name for a request, all results of a task, one row for each signed callback."""

from alembic import op

from videogen_desktop.storage.migrations.sql_files import statements
from videogen_desktop.storage.migrations.table_rebuild import rebuild_table, triggers_aside
from videogen_desktop.storage.search_index import refold

revision = "0002"
down_revision = "0001"

_REPLACED = ("video_one_task", "video_one_task_later", "video_frozen")

_REQUESTS = {
    "request_id": "CASE origin WHEN 'generated' THEN id END",
    # What is still to be fetched has yet to turn out to be a video.
    "result_number": "CASE WHEN result_url IS NOT NULL AND NOT EXISTS"
    " (SELECT 1 FROM download AS d WHERE d.video_id = video.id) THEN 1 END",
}

# One for each signature: its first row, how often it came in all, the first word about what became
# of it, and the first of our videos that it was said to be about.
_DELIVERIES = """(
  SELECT d.seq, d.wallet_id, d.task_id, d.signed_at, d.said, d.received_at,
    same.last_received_at, same.times,
    coalesce((SELECT o.reference FROM webhook_delivery AS o JOIN video AS v ON v.id = o.reference
      WHERE (o.wallet_id, o.task_id, o.signed_at) = (d.wallet_id, d.task_id, d.signed_at)
      ORDER BY o.seq LIMIT 1), d.reference) AS reference,
    (SELECT o.outcome FROM webhook_delivery AS o
      WHERE (o.wallet_id, o.task_id, o.signed_at) = (d.wallet_id, d.task_id, d.signed_at)
        AND o.outcome IS NOT NULL ORDER BY o.seq LIMIT 1) AS outcome
  FROM (SELECT min(seq) AS seq, max(last_received_at) AS last_received_at, sum(times) AS times
    FROM webhook_delivery GROUP BY wallet_id, task_id, signed_at) AS same
  JOIN webhook_delivery AS d ON d.seq = same.seq)"""


def upgrade() -> None:
    connection = op.get_bind()
    video, download, delivery = statements("sqlite_0002_tables.sql")
    connection.exec_driver_sql("DROP INDEX one_task")
    with triggers_aside(connection, _REPLACED):
        rebuild_table(connection, "video", video, _REQUESTS)
        rebuild_table(connection, "download", download)
        rebuild_table(connection, "webhook_delivery", delivery, source=_DELIVERIES)
    for statement in statements("sqlite_0002_rules.sql"):
        connection.exec_driver_sql(statement)
    refold(connection)
