"""The library, the ledger and the rules that guard them."""

from alembic import op

from videogen_desktop.storage.migrations.sql_files import statements

revision = "0001"
down_revision = None


def upgrade() -> None:
    for name in ("sqlite_0001_tables.sql", "sqlite_0001_rules.sql"):
        for statement in statements(name):
            op.get_bind().exec_driver_sql(statement)
