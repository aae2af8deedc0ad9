"""Migrations make exactly the tables that the code describes, and can be undone."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import MetaData, inspect

from sessions.storage.engine import open_engine
from sessions.storage.key_tables import keys
from sessions.storage.migrate import migrate, scripts
from sessions.storage.staff_tables import accounts

DATABASES = pytest.mark.parametrize(("name", "tables"), [("record", accounts.metadata), ("keys", keys)])


@DATABASES
def test_a_migrated_database_is_what_the_code_describes(tmp_path: Path, name: str, tables: MetaData) -> None:
    engine = open_engine(tmp_path / "any.db")
    migrate(engine, name)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), tables) == []
        made = {row[0]: row[1] for row in connection.exec_driver_sql("SELECT name, sql FROM sqlite_master")}
        assert {table for table in tables.tables if "WITHOUT ROWID" not in made[table]} == set()
    engine.dispose()


@DATABASES
def test_migrating_twice_changes_nothing(tmp_path: Path, name: str, tables: MetaData) -> None:
    engine = open_engine(tmp_path / "100 %.db")
    migrate(engine, name)
    before = inspect(engine).get_table_names()
    migrate(engine, name)
    assert inspect(engine).get_table_names() == before == sorted([*tables.tables, "alembic_version"])
    engine.dispose()


@DATABASES
def test_a_migration_can_be_undone(tmp_path: Path, name: str, tables: MetaData) -> None:
    engine = open_engine(tmp_path / "any.db")
    migrate(engine, name)
    config = scripts(name)
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "base")
    assert inspect(engine).get_table_names() == ["alembic_version"]
    assert tables.tables
    engine.dispose()


def test_an_installation_of_one_facilitator_gets_an_administrator(tmp_path: Path) -> None:
    engine, config = open_engine(tmp_path / "record.db"), scripts("record")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "record_0001")
        connection.exec_driver_sql(
            "INSERT INTO accounts (id, name_hash, sealed_name, password_hash, roles, created_day)"
            """ VALUES ('a', x'01', x'02', 'hash', '["facilitator"]', '2026-01-01')"""
        )
        connection.exec_driver_sql(
            "INSERT INTO sign_ins (token_hash, account_id, created_at, expires_at) VALUES (x'03', 'a', 1, 2)"
        )
        connection.exec_driver_sql(
            "INSERT INTO dialogues (id, created_day, head_seq, head_hash, head_seal)"
            " VALUES ('d', '2026-01-01', 1, x'04', x'05')"
        )
        connection.exec_driver_sql(
            "INSERT INTO seat_tokens (token_hash, dialogue_id, seat, kind) VALUES (x'06', 'd', 's', 'seat')"
        )
    migrate(engine, "record")
    with engine.begin() as connection:
        used_day = connection.exec_driver_sql("SELECT used_day FROM seat_tokens").scalar_one()
        account = connection.exec_driver_sql("SELECT roles, closed, sealed_secret FROM accounts").one()
        sign_in = connection.exec_driver_sql("SELECT id, strong FROM sign_ins").one()
    engine.dispose()
    assert tuple(account) == ('["administrator","facilitator"]', 0, None)
    assert (len(sign_in[0]), sign_in[1]) == (20, 0)
    assert used_day >= "2026-11-01", "whoever has a seat keeps it for a week from now on"
