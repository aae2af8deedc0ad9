"""What groups let leave the room, and the blocks in which it is counted."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "record_0004"
down_revision = "record_0003"


def upgrade() -> None:
    op.create_table(
        "releases",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("dialogue_hash", sa.LargeBinary(), nullable=False, unique=True),
        sa.Column("result", sa.LargeBinary(), nullable=False),
        sa.Column("counted", sa.LargeBinary(), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "blocks",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("blocks")
    op.drop_table("releases")
