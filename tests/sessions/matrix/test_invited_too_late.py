"""The link for a co-facilitator is good for a day, however often it was looked at."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest

from dialogue.vocabulary import Role
from sessions.rooms.ids import now_ms
from tests.sessions.matrix.world import Someone, World

DAY_MS = 24 * 3600 * 1000
FORM = {"pseudonym": "Canary late helper"}


def test_the_link_for_a_co_facilitator_opens_nothing_after_its_day(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    place, at = world.begins("A", world.leads_a), now_ms()
    lead = world.browser(Someone("leads A", world.signs_in(world.leads_a)))
    made = lead.post(f"/d/{place.room.id}/invitation", base_url=world.origin).get_json()
    assert at + DAY_MS <= made["until"] <= now_ms() + DAY_MS
    path, guest = urlsplit(made["link"]).path, world.browser(Someone("nobody"))
    monkeypatch.setattr("sessions.pages.invitation.now_ms", lambda: made["until"] - 1)
    assert guest.get(path, base_url=world.origin).status_code == 200
    monkeypatch.setattr("sessions.pages.invitation.now_ms", lambda: made["until"])
    for answer in (guest.get(path, base_url=world.origin), guest.post(path, data=FORM, base_url=world.origin)):
        assert answer.status_code == 404
        assert "<code>link_used_up</code>" in answer.text
        assert "Canary" not in answer.text
    assert all(seat.role is not Role.CO_FACILITATOR for seat in place.room.committed.seats.values())
    monkeypatch.setattr("sessions.pages.invitation.now_ms", lambda: made["until"] - 1)
    assert guest.post(path, data=FORM, base_url=world.origin).status_code == 302, "a moment before, it still lets in"
