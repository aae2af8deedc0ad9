"""The day on which the token of a seat was last used: after a week of none, it opens nothing."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "record_0003"
down_revision = "record_0002"


def upgrade() -> None:
    op.add_column("seat_tokens", sa.Column("used_day", sa.Text(), server_default=sa.text("''"), nullable=False))
    # Nobody noted it until now: whoever has a seat keeps it for a week from here on.
    op.execute("UPDATE seat_tokens SET used_day = date('now')")


def downgrade() -> None:
    op.drop_column("seat_tokens", "used_day")
