"""The tables of dialogue.db. No column but a sealed one holds what a person wrote, is called, or chose."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    false,
    text,
)

record = MetaData()


def _dialogue_id(*, primary_key: bool = False) -> Column[str]:
    owner = ForeignKey("dialogues.id", ondelete="CASCADE")
    return Column("dialogue_id", Text, owner, primary_key=primary_key, nullable=False)


# The head is kept beside the events and sealed with the dialogue's key, so that a cut tail is noticed.
dialogues = Table(
    "dialogues",
    record,
    Column("id", Text, primary_key=True),
    Column("created_day", Text, nullable=False),
    Column("archived", Boolean, nullable=False, server_default=false()),
    Column("head_seq", Integer, nullable=False),
    Column("head_hash", LargeBinary, nullable=False),
    Column("head_seal", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

events = Table(
    "events",
    record,
    _dialogue_id(primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("type", Text, nullable=False),
    Column("v", Integer, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("item", Text),
    Column("erases", Text, nullable=False),
    Column("data", Text, nullable=False),
    Column("commitments", Text, nullable=False),
    Column("prev_hash", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

words = Table(
    "words",
    record,
    Column("dialogue_id", Text, primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("field", Text, primary_key=True),
    Column("item", Text),
    Column("sealed", LargeBinary, nullable=False),
    ForeignKeyConstraint(["dialogue_id", "seq"], ["events.dialogue_id", "events.seq"], ondelete="CASCADE"),
    Index("words_of_item", "dialogue_id", "item"),
    sqlite_with_rowid=False,
)

receipts = Table(
    "receipts",
    record,
    _dialogue_id(primary_key=True),
    Column("seat", Text, primary_key=True),
    Column("command_id", Text, primary_key=True),
    Column("digest", LargeBinary),
    Column("receipt", Text, nullable=False),
    Column("item", Text),
    sqlite_with_rowid=False,
)

# No rowid here and in ballots: it would tell the order in which people answered.
spent = Table(
    "spent",
    record,
    _dialogue_id(primary_key=True),
    Column("token_hash", LargeBinary, primary_key=True),
    sqlite_with_rowid=False,
)

ballots = Table(
    "ballots",
    record,
    Column("key", LargeBinary, primary_key=True),
    _dialogue_id(),
    Column("form", Text, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Index("ballots_of_form", "dialogue_id", "form"),
    sqlite_with_rowid=False,
)

seat_tokens = Table(
    "seat_tokens",
    record,
    Column("token_hash", LargeBinary, primary_key=True),
    _dialogue_id(),
    Column("seat", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("used_day", Text, nullable=False, server_default=text("''")),
    Index("tokens_of_seat", "dialogue_id", "seat"),
    sqlite_with_rowid=False,
)

doors = Table(
    "doors",
    record,
    Column("code_hash", LargeBinary, primary_key=True),
    _dialogue_id(),
    sqlite_with_rowid=False,
)

# A private code with which somebody goes on on another device, or comes back to a shared one. It can be worked out
# again from the seat and its generation, so that nothing but its hash is kept.
return_codes = Table(
    "return_codes",
    record,
    Column("code_hash", LargeBinary, primary_key=True),
    _dialogue_id(),
    Column("seat", Text, nullable=False),
    Column("generation", Integer, nullable=False),
    Index("return_code_of_seat", "dialogue_id", "seat"),
    sqlite_with_rowid=False,
)

# What groups let leave the room. It outlives its dialogue: no foreign key, and the dialogue's id only as a keyed hash.
releases = Table(
    "releases",
    record,
    Column("id", Text, primary_key=True),
    Column("dialogue_hash", LargeBinary, nullable=False, unique=True),
    Column("result", LargeBinary, nullable=False),
    Column("counted", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

# Releases that are counted together, once (dialogue/disclosure/).
blocks = Table(
    "blocks",
    record,
    Column("id", Text, primary_key=True),
    Column("sealed", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

meta = Table(
    "meta",
    record,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
    sqlite_with_rowid=False,
)
