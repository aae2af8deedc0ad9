"""Runs migrations on the connection that sessions/storage/migrate.py hands over."""

from __future__ import annotations

from alembic import context

from sessions.storage.staff_tables import accounts

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=accounts.metadata,  # all tables of the record: those of staff come last
    render_as_batch=True,  # SQLite changes a column only by copying the table
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
