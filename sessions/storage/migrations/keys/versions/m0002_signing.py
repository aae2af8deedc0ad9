"""The organisation's keys for signing what leaves the house."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "keys_0002"
down_revision = "keys_0001"


def upgrade() -> None:
    op.create_table(
        "signing_keys",
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
        sa.Column("wrapped", sa.LargeBinary(), nullable=True),
        sa.Column("made_day", sa.Text(), nullable=False),
        sa.Column("retired_day", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("public_key"),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("signing_keys")
