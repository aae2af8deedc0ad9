"""What an audience sees: `view_for` makes it, `changes` says how it differs. The only door out of the state.

A view is JSON: collections are maps keyed by id, each item with a sortable number or place. Nothing in it is
translated, nothing is HTML. What is not there has no key: a merge patch knows no null, and a snapshot must read as the
patches before it did.
"""

from __future__ import annotations

from dialogue.views.everyone import view_for
from dialogue.views.mine import basis, items_by_seat, mine_for, same_basis
from dialogue.views.patches import View, because, changes, merged

__all__ = ["View", "basis", "because", "changes", "items_by_seat", "merged", "mine_for", "same_basis", "view_for"]
