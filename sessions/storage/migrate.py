"""Bringing a database file to this version's tables, or refusing one that a newer version has written."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

from sessions.storage.refusals import StorageRefusal

MIGRATIONS = Path(__file__).parent / "migrations"


def scripts(name: str) -> Config:
    """Alembic's configuration for the database `name`: "record" or "keys"."""
    config = Config()
    # Alembic reads this value with %-interpolation; a folder's name may hold a percent sign.
    config.set_main_option("script_location", str(MIGRATIONS / name).replace("%", "%%"))
    return config


def migrate(engine: Engine, name: str) -> None:
    """Applies what is missing. Raises StorageRefusal `database_newer`."""
    config = scripts(name)
    directory = ScriptDirectory.from_config(config)
    with engine.connect() as connection:
        current = MigrationContext.configure(connection).get_current_revision()
    if current is not None and current not in {script.revision for script in directory.walk_revisions()}:
        raise StorageRefusal(
            "database_newer",
            "The database was written by a newer version of this program. Install that version, or restore a backup.",
        )
    if current == directory.get_current_head():
        return
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
