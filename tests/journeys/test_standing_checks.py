"""The checks that every journey is under find what they are there to find."""

from __future__ import annotations

from typing import Any

import pytest

from dialogue.vocabulary import Audience
from sessions.rehearsal.visitor import Visitor
from tests.tools.discretion import holds, no_marks_before_shown, only_visible_fields
from tests.tools.merge import merge_patch
from tests.tools.screens import WatchedScreen

VIEW = {"course": {"stage": "selection"}, "experiences": {"e1": {"number": 1, "text": "The call"}}}


class Deaf(WatchedScreen):
    """A screen without a socket: what it hears is what a test says."""

    def sync(self) -> None:
        """Nobody is there to be asked."""

    def says(self, event: str, **payload: Any) -> None:
        """As if it had come over the wire."""
        self.heard(event, {"stream": "s1", **payload}, f"42{[event, payload]}")

    def snapshot(self, n: int, view: dict[str, Any]) -> None:
        """A snapshot."""
        self.says("snapshot", history="h1", n=n, m=0, view=view, me=None, presence={})


@pytest.fixture
def screen() -> Deaf:
    """A screen that has its first snapshot."""
    screen = Deaf(Visitor("http://127.0.0.1:1"), "d1", "participant")
    screen.snapshot(3, VIEW)
    return screen


def test_what_follows_and_agrees_is_no_fault(screen: Deaf) -> None:
    screen.says("update", n=4, because="", changes={"experiences": {"e2": {"number": 2, "text": "The file"}}})
    screen.snapshot(4, merge_patch(VIEW, {"experiences": {"e2": {"number": 2, "text": "The file"}}}))
    assert screen.faults == []


def test_a_snapshot_that_differs_from_what_was_merged_is_found(screen: Deaf) -> None:
    screen.says("update", n=4, because="", changes={"course": {"stage": "narrative"}})
    screen.snapshot(4, VIEW)
    assert screen.faults == ["view at (4, 0) is not what was sent"]


def test_a_hole_in_the_count_is_found(screen: Deaf) -> None:
    screen.says("update", n=5, because="", changes={})
    assert len(screen.faults) == 1


def test_a_repeated_count_is_found(screen: Deaf) -> None:
    screen.says("update", n=3, because="", changes={})
    assert len(screen.faults) == 1


def test_a_field_that_the_audience_may_not_see_is_found(screen: Deaf) -> None:
    only_visible_fields(screen, Audience.PARTICIPANT)
    screen.says("update", n=4, because="", changes={"experiences": {"e1": {"owner": "seat-1"}}})
    with pytest.raises(AssertionError, match="owner"):
        only_visible_fields(screen, Audience.FACILITATOR)


def test_what_is_the_facilitators_alone_is_found_on_a_phone(screen: Deaf) -> None:
    screen.says("update", n=4, because="", changes={"parked": {}})
    only_visible_fields(screen, Audience.FACILITATOR)
    with pytest.raises(AssertionError):
        only_visible_fields(screen, Audience.PARTICIPANT)


def test_marks_that_come_before_they_are_shown_are_found(screen: Deaf) -> None:
    screen.says("update", n=4, because="", changes={"selection": {"marked": {"e1": True}}})
    with pytest.raises(AssertionError):
        no_marks_before_shown(screen)


def test_a_canary_is_found_in_whatever_spelling(screen: Deaf) -> None:
    screen.frames.append('42["update",{"text":"Gr\\u00fcn \\"so\\""}]')
    assert holds(screen, 'Grün "so"')
    assert not holds(screen, "grün")
