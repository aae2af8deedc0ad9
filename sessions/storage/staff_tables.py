"""The tables of dialogue.db about staff: places, accounts, how they sign in, what they lead. Names stand sealed."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    false,
    text,
)

from sessions.storage.tables import record


def _account_id(*, primary_key: bool = False, index: bool = False) -> Column[str]:
    owner = ForeignKey("accounts.id", ondelete="CASCADE")
    return Column("account_id", Text, owner, primary_key=primary_key, nullable=False, index=index)


# One tree: the organisation, its regions, their sites.
places = Table(
    "places",
    record,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("parent_id", Text, ForeignKey("places.id")),
    Column("sealed_name", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

accounts = Table(
    "accounts",
    record,
    Column("id", Text, primary_key=True),
    Column("name_hash", LargeBinary, nullable=False, unique=True),
    Column("sealed_name", LargeBinary, nullable=False),
    Column("password_hash", Text, nullable=False),
    Column("roles", Text, nullable=False),
    Column("created_day", Text, nullable=False),
    Column("place_id", Text),
    Column("closed", Boolean, nullable=False, server_default=false()),
    Column("sealed_secret", LargeBinary),
    Column("last_step", Integer, nullable=False, server_default=text("0")),
    sqlite_with_rowid=False,
)

recovery_codes = Table(
    "recovery_codes",
    record,
    _account_id(primary_key=True),
    Column("code_hash", LargeBinary, primary_key=True),
    sqlite_with_rowid=False,
)

# `id` names a row in the list of devices, which must not show what the row is found by.
sign_ins = Table(
    "sign_ins",
    record,
    Column("token_hash", LargeBinary, primary_key=True),
    _account_id(index=True),
    Column("created_at", BigInteger, nullable=False),
    Column("expires_at", BigInteger, nullable=False),
    Column("id", Text, nullable=False, server_default=text("''")),
    Column("strong", Boolean, nullable=False, server_default=false()),
    Column("sealed_device", LargeBinary),
    Column("seen_day", Text, nullable=False, server_default=text("''")),
    sqlite_with_rowid=False,
)

# To make an account, or to sign in anew with one whose password or second factor is lost.
invitations = Table(
    "invitations",
    record,
    Column("id", Text, primary_key=True),
    Column("code_hash", LargeBinary, nullable=False, unique=True),
    Column("account_id", Text, ForeignKey("accounts.id", ondelete="CASCADE")),
    Column("sealed", LargeBinary, nullable=False),
    Column("expires_at", BigInteger, nullable=False),
    Index("invitations_of_account", "account_id"),
    sqlite_with_rowid=False,
)

# `relation`: leads, co_leads or reads. Whoever was asked to help and has not come in yet has no seat.
facilitations = Table(
    "facilitations",
    record,
    _account_id(primary_key=True),
    Column("dialogue_id", Text, ForeignKey("dialogues.id", ondelete="CASCADE"), primary_key=True, nullable=False),
    Column("seat", Text, nullable=False),
    Column("relation", Text, nullable=False, server_default=text("'leads'")),
    sqlite_with_rowid=False,
)

one_time_links = Table(
    "one_time_links",
    record,
    Column("token_hash", LargeBinary, primary_key=True),
    Column("purpose", Text, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("expires_at", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
