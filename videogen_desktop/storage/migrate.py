"""Bring a library file to the newest revision; the only module that imports Alembic."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

_MIGRATIONS = Path(__file__).parent / "migrations"


def migrate(connection: Connection, revision: str, folder: Path = _MIGRATIONS) -> None:
    """Upgrade inside the connection's own transaction; nothing is left of one that fails."""
    config = Config()
    # Alembic reads % as interpolation.
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, revision)
