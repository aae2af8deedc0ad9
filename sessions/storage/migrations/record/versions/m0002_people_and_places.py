"""Places, a second factor, devices, invitations, what is shared with whom; return codes of seats."""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

revision = "record_0002"
down_revision = "record_0001"

_EMPTY = sa.text("''")


def upgrade() -> None:
    op.create_table(
        "places",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("parent_id", sa.Text(), nullable=True),
        sa.Column("sealed_name", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["parent_id"], ["places.id"]),
        sa.PrimaryKeyConstraint("id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "recovery_codes",
        sa.Column("account_id", sa.Text(), nullable=False),
        sa.Column("code_hash", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("account_id", "code_hash"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "invitations",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("code_hash", sa.LargeBinary(), nullable=False),
        sa.Column("account_id", sa.Text(), nullable=True),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("code_hash"),
        sqlite_with_rowid=False,
    )
    op.create_index("invitations_of_account", "invitations", ["account_id"], unique=False)
    op.create_table(
        "return_codes",
        sa.Column("code_hash", sa.LargeBinary(), nullable=False),
        sa.Column("dialogue_id", sa.Text(), nullable=False),
        sa.Column("seat", sa.Text(), nullable=False),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["dialogue_id"], ["dialogues.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("code_hash"),
        sqlite_with_rowid=False,
    )
    op.create_index("return_code_of_seat", "return_codes", ["dialogue_id", "seat"], unique=False)
    for column in (
        sa.Column("place_id", sa.Text(), nullable=True),
        sa.Column("closed", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("sealed_secret", sa.LargeBinary(), nullable=True),
        sa.Column("last_step", sa.Integer(), server_default=sa.text("0"), nullable=False),
    ):
        op.add_column("accounts", column)
    for column in (
        sa.Column("id", sa.Text(), server_default=_EMPTY, nullable=False),
        sa.Column("strong", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("sealed_device", sa.LargeBinary(), nullable=True),
        sa.Column("seen_day", sa.Text(), server_default=_EMPTY, nullable=False),
    ):
        op.add_column("sign_ins", column)
    op.add_column("facilitations", sa.Column("relation", sa.Text(), server_default=sa.text("'leads'"), nullable=False))
    op.execute("UPDATE sign_ins SET id = lower(hex(randomblob(10)))")
    # Until now the first account was the only one there could be: it looks after the installation as well.
    both = json.dumps(["administrator", "facilitator"], separators=(",", ":"))
    op.execute(sa.text("UPDATE accounts SET roles = :both").bindparams(both=both))


def downgrade() -> None:
    op.drop_column("facilitations", "relation")
    for name in ("seen_day", "sealed_device", "strong", "id"):
        op.drop_column("sign_ins", name)
    for name in ("last_step", "sealed_secret", "closed", "place_id"):
        op.drop_column("accounts", name)
    op.drop_index("return_code_of_seat", table_name="return_codes")
    op.drop_table("return_codes")
    op.drop_index("invitations_of_account", table_name="invitations")
    op.drop_table("invitations")
    op.drop_table("recovery_codes")
    op.drop_table("places")
