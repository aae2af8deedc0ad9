"""The tables of keys.db: wrapped keys, and what was erased. Backed up apart from the words, and for a short time."""

from __future__ import annotations

from sqlalchemy import Column, LargeBinary, MetaData, Table, Text

keys = MetaData()

data_keys = Table(
    "data_keys",
    keys,
    Column("dialogue_id", Text, primary_key=True),
    Column("wrapped", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

# Keys that belong to the organisation, not to one dialogue: account names and the like.
org_keys = Table(
    "org_keys",
    keys,
    Column("name", Text, primary_key=True),
    Column("wrapped", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

# Keys that sealed packages are signed with. Of a retired one only the public half is left: enough to know one's own.
signing_keys = Table(
    "signing_keys",
    keys,
    Column("public_key", LargeBinary, primary_key=True),
    Column("wrapped", LargeBinary),
    Column("made_day", Text, nullable=False),
    Column("retired_day", Text),
    sqlite_with_rowid=False,
)

# Kept beside the keys, so that restoring an older backup brings nothing back that was erased since.
erasures = Table(
    "erasures",
    keys,
    Column("dialogue_id", Text, primary_key=True),
    Column("item", Text, primary_key=True),
    Column("at_day", Text, nullable=False),
    sqlite_with_rowid=False,
)

# Tells whether the master key at hand is the one that wrapped these keys.
key_check = Table(
    "key_check",
    keys,
    Column("name", Text, primary_key=True),
    Column("value", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)
