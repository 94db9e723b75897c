"""Alembic runs this: migrate on the connection that the caller opened, in its transaction."""

from alembic import context

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=None, transactional_ddl=True)
# The caller's BEGIN IMMEDIATE is the one transaction: all of it or nothing.
context.run_migrations()
