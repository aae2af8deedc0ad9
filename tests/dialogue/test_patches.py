"""Merge patches: any view and the patch to another give the other, exactly."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dialogue.views import because, changes, merged

_LEAVES = st.one_of(st.integers(), st.text(max_size=3), st.booleans())
_KEYS = st.sampled_from("abcd")
VIEWS = st.dictionaries(_KEYS, st.recursive(_LEAVES, lambda inner: st.dictionaries(_KEYS, inner), max_leaves=12))


@given(VIEWS, VIEWS)
def test_a_view_and_the_changes_to_another_give_the_other(old: dict[str, Any], new: dict[str, Any]) -> None:
    assert merged(old, changes(old, new)) == new


@given(VIEWS)
def test_nothing_changes_when_nothing_differs(view: dict[str, Any]) -> None:
    assert changes(view, dict(view)) == {}
    assert because(view, {}) == "nothing"


@given(VIEWS, VIEWS)
def test_merging_leaves_the_old_view_as_it_was(old: dict[str, Any], new: dict[str, Any]) -> None:
    before = repr(old)
    merged(old, changes(old, new))
    assert repr(old) == before


def test_a_patch_holds_what_changed_and_no_more() -> None:
    old = {"doubts": {"d1": {"text": "Was it safe?", "open": True}, "d2": {"text": "Why?"}}}
    new = {"doubts": {"d1": {"text": "Was it safe?", "open": False}}}
    assert changes(old, new) == {"doubts": {"d1": {"open": False}, "d2": None}}


def test_the_reason_is_read_off_the_change() -> None:
    old: dict[str, Any] = {"doubts": {"d1": {"open": True}}, "group": {"ready": 1}}
    assert because(old, {"doubts": {"d1": {"open": False}}}) == "doubts_changed"
    assert because(old, {"doubts": {"d2": {"open": True}}}) == "doubts_added"
    assert because(old, {"doubts": {"d1": None}}) == "doubts_removed"
    assert because(old, {"group": {"ready": 2}}) == "group_changed"
