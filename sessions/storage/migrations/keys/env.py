"""Runs migrations on the connection that sessions/storage/migrate.py hands over."""

from __future__ import annotations

from alembic import context

from sessions.storage.key_tables import keys

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=keys,
    render_as_batch=True,  # SQLite changes a column only by copying the table
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
