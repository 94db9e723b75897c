"""The tables as SQLAlchemy sees them. The migrations make them; a test holds the two together.

SQLAlchemy Core and not its ORM: rows become frozen values at once, and `videogen list` starts a
third sooner. The tables are of two kinds: the library's own, which may lie far away and be shared,
and this machine's (its files, its outbox, its callbacks, its processes). No statement reads or
writes both, and a test holds that too.
"""

from sqlalchemy import BigInteger, Column, MetaData, Table, Text, column, func, table

NAMING_CONVENTION = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
}

shared = MetaData(naming_convention=NAMING_CONVENTION)
machine = MetaData(naming_convention=NAMING_CONVENTION)


def _text(name: str, *, null: bool = False, key: bool = False) -> Column[str]:
    return Column(name, Text, nullable=null, primary_key=key)


def _number(name: str, *, null: bool = False, key: bool = False) -> Column[int]:
    return Column(name, BigInteger, nullable=null, primary_key=key)


library = Table("library", shared, _text("id", key=True), _number("created_at"))

wallet = Table(
    "wallet",
    shared,
    _text("library_id"),
    _text("id", key=True),
    _text("provider"),
    _text("api_base"),
    _text("unit"),
    _number("created_at"),
)

video = Table(
    "video",
    shared,
    _text("library_id"),
    _number("seq", key=True),
    _text("id"),
    _text("wallet_id"),
    _text("origin"),
    _text("request_id", null=True),
    _text("rescued_from", null=True),
    _text("sibling_of", null=True),
    _number("result_number", null=True),
    _text("requested_by", null=True),
    _text("request"),
    _text("prompt_folded"),
    _text("model_id"),
    _text("shape"),
    _text("body", null=True),
    _number("price"),
    _text("request_sha256"),
    _text("state"),
    _text("reason", null=True),
    _number("send_count"),
    _text("task_id", null=True),
    _text("provider_word", null=True),
    _text("failure_code", null=True),
    _text("failure_message", null=True),
    _number("consumed", null=True),
    _text("result_url", null=True),
    _number("created_at"),
    _number("updated_at"),
    _number("sent_at", null=True),
    _number("accepted_at", null=True),
    _number("ended_at", null=True),
    _number("deleted_at", null=True),
    _number("favourite"),
    _number("revision"),
    _text("parent_id", null=True),
    _text("take_group_id", null=True),
    _text("title", null=True),
    _number("seen_at", null=True),
    _text("batch_id", null=True),
    _number("batch_row", null=True),
    _number("queue_position", null=True),
    # Rows of a file before revision 0005 have none.
    Column("words_marked", Text, nullable=False, server_default=""),
)

video_event = Table(
    "video_event",
    shared,
    _text("library_id"),
    _number("seq", key=True),
    _text("video_id"),
    _text("kind"),
    _number("at"),
    _text("detail", null=True),
)

ledger_entry = Table(
    "ledger_entry",
    shared,
    _text("library_id"),
    _number("seq", key=True),
    _text("id"),
    _text("wallet_id"),
    _text("video_id", null=True),
    _text("kind"),
    _number("amount"),
    _text("debit"),
    _text("credit"),
    _number("available_after"),
    _number("held_after"),
    _number("at"),
    _text("raw", null=True),
)

collection = Table(
    "collection",
    shared,
    _text("library_id"),
    _text("id", key=True),
    _text("name"),
    _number("created_at"),
)

collection_video = Table(
    "collection_video",
    shared,
    _text("library_id"),
    _text("collection_id", key=True),
    _text("video_id", key=True),
    _number("added_at"),
)

input_file = Table(
    "input_file",
    shared,
    _text("library_id", key=True),
    _text("sha256", key=True),
    _text("kind"),
    _text("mime"),
    _number("bytes"),
    _number("width", null=True),
    _number("height", null=True),
    _number("duration_ms", null=True),
    _text("detail", null=True),
    _number("created_at"),
)

batch = Table(
    "batch",
    shared,
    _text("library_id"),
    _text("id", key=True),
    _text("wallet_id"),
    _text("name"),
    _number("created_at"),
)

preset = Table(
    "preset",
    shared,
    _text("library_id"),
    _text("id", key=True),
    _text("name"),
    _text("name_folded"),
    _text("text"),
    _text("options"),
    _number("created_at"),
    _number("updated_at"),
)

saved_prompt = Table(
    "saved_prompt",
    shared,
    _text("library_id"),
    _text("id", key=True),
    _text("folder"),
    _text("text"),
    _text("text_folded"),
    _number("created_at"),
    _number("used_at", null=True),
    Column("times_used", BigInteger, nullable=False, server_default="0"),
)

# A prompt as it was typed; search goes over `prompt_folded` and `words_marked`.
video_prompt = func.json_extract(video.c.request, "$.prompt")

# A virtual table: FTS5 makes its columns.
video_search = table("video_search", column("prompt_folded"), column("words_marked"))

file_copy = Table(
    "file_copy",
    machine,
    _text("video_id", key=True),
    _text("role", key=True),
    _text("path"),
    _number("bytes"),
    _number("width", null=True),
    _number("height", null=True),
    _number("duration_ms", null=True),
    _text("video_codec", null=True),
    _text("audio_codec", null=True),
    _number("created_at"),
)

download = Table(
    "download",
    machine,
    _text("video_id", key=True),
    # Rows of a file of the first revision have none.
    Column("result_number", BigInteger, primary_key=True, nullable=False, server_default="1"),
    _text("url"),
    _text("part_path", null=True),
    _text("clip_path", null=True),
    _text("etag", null=True),
    _number("attempts"),
    _text("last_failure", null=True),
    _number("queued_at"),
    _number("next_attempt_at"),
    _number("gone_tries"),
    _number("gone_at", null=True),
)

balance_reading = Table(
    "balance_reading",
    machine,
    _text("wallet_id", key=True),
    _number("read_at"),
    _number("amount"),
    _text("raw"),
    _number("drift"),
    _number("drift_since", null=True),
)

webhook_delivery = Table(
    "webhook_delivery",
    machine,
    _number("seq", key=True),
    _text("wallet_id"),
    _text("task_id"),
    _number("signed_at"),
    _text("reference"),
    _text("said"),
    _number("received_at"),
    _number("last_received_at"),
    _number("times"),
    _text("outcome", null=True),
)

engine_run = Table(
    "engine_run",
    machine,
    _number("id", key=True),
    _text("run_id"),
    _text("wallet_id"),
    _number("started_at"),
)

handover = Table(
    "handover",
    machine,
    _text("id", key=True),
    _text("run_id"),
    _text("requested_by"),
    _text("request"),
    _number("confirmed"),
    _number("created_at"),
    _number("taken_at", null=True),
    _text("refusal", null=True),
    # Rows of a file before revision 0004 have none.
    Column("takes", BigInteger, nullable=False, server_default="1"),
    _number("most", null=True),
)

upload = Table(
    "upload",
    machine,
    _text("wallet_id", key=True),
    _text("sha256", key=True),
    _text("address"),
    _number("uploaded_at"),
    _number("expires_at"),
)

discovered = Table(
    "discovered",
    machine,
    _text("provider", key=True),
    _text("api_base", key=True),
    _text("kind", key=True),
    _text("name", key=True),
    _text("text"),
    _number("read_at"),
)

video_use = Table(
    "video_use",
    machine,
    _number("seq", key=True),
    _text("video_id"),
    _text("kind"),
    _text("target", null=True),
    _number("at"),
)

EVERY_TABLE = {**shared.tables, **machine.tables}
