"""Doors, seats, accounts, links: found by their secrets, which the database does not hold."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sessions.permissions import Relation, StaffRole
from sessions.storage.accounts import Account, NameTaken
from sessions.storage.doors import SeatRef
from sessions.storage.facilitations import Facilitation
from sessions.storage.sign_ins import SignedIn
from sessions.storage.store import Storage, open_storage
from tests.sessions.in_mode import both_modes, run_in_mode
from tests.sessions.storage.given import NOW, bytes_on_disk, dialogue_of, store, tells

FIRST = Account("a1", "First Facilitator", "argon2-hash", frozenset({StaffRole.FACILITATOR, StaffRole.ADMINISTRATOR}))
DAY = 86_400_000
SECRETS = ("first facilitator", "k7f4m2qx", "seat-token", "sign-in-token", "link-token", "carried", "some browser")


def test_a_code_opens_its_dialogue_until_the_door_is_closed(storage: Storage) -> None:
    doors = storage.doors
    store(storage, tells("d1", 0, also=(doors.opening("K7F4M2QX", "d1"),)))
    assert (doors.behind("K7F4M2QX"), doors.behind("K7F4M2QY")) == ("d1", None)
    store(storage, tells("d1", 1, also=(doors.closing("d1"),)))
    assert doors.behind("K7F4M2QX") is None


def test_a_token_is_its_seats_until_it_is_taken_away(storage: Storage) -> None:
    doors, one, two = storage.doors, SeatRef("d1", "s1", "facilitator"), SeatRef("d1", "s2", "participant")
    dialogue_of(storage, "d1", 1)
    doors.write(doors.giving("first", one, NOW), doors.giving("again", one, NOW), doors.giving("other", two, NOW))
    assert [doors.seat_of(token, NOW) for token in ("first", "again", "other", "guess")] == [one, one, two, None]
    doors.write(doors.taking("d1", "s1"))
    assert [doors.seat_of(token, NOW) for token in ("first", "again", "other")] == [None, None, two]
    doors.write(doors.taking("d1"))
    assert doors.seat_of("other", NOW) is None


def test_a_token_that_nobody_used_for_a_week_opens_nothing_and_is_cleared_away(storage: Storage) -> None:
    doors, seat = storage.doors, SeatRef("d1", "s1", "seat")
    dialogue_of(storage, "d1", 1)
    doors.write(doors.giving("kept", seat, NOW), doors.giving("left", seat, NOW))
    for day in range(1, 20, 6):  # a dialogue of several sittings
        found = doors.seat_of("kept", NOW + day * DAY)
        assert found == seat
        doors.used("kept", found, NOW + day * DAY)
    assert doors.seat_of("left", NOW + 7 * DAY) == seat
    assert doors.seat_of("left", NOW + 8 * DAY) is None
    assert doors.seat_of("left", NOW) == seat, "it is still there"
    doors.clear(NOW + 8 * DAY)
    assert doors.seat_of("left", NOW) is None
    doors.write(doors.giving("new", seat, NOW + 40 * DAY))
    assert [doors.seat_of(token, NOW) for token in ("kept", "new")] == [None, seat]


def test_an_archived_dialogue_is_not_named_as_running_but_can_be_read(storage: Storage) -> None:
    for name in ("d1", "d2"):
        dialogue_of(storage, name, 1)
    store(storage, tells("d1", 1, also=(storage.doors.archiving("d1"),)))
    assert storage.dialogues() == ["d2"]
    assert len(storage.load("d1")) == 2


def test_an_account_is_found_by_name_whatever_its_case_and_width(storage: Storage) -> None:
    assert not storage.accounts.any()
    storage.accounts.add(FIRST, NOW)
    assert storage.accounts.any()
    assert storage.accounts.with_id("a1") == FIRST
    assert [storage.accounts.named(name) for name in (" first FACILITATOR", "Ｆirst Facilitator", "First")] == [
        FIRST,
        FIRST,
        None,
    ]
    with pytest.raises(NameTaken):
        storage.accounts.add(replace(FIRST, id="a2", name="FIRST Facilitator "), NOW)
    assert storage.accounts.with_id("a2") is None


def test_a_sign_in_ends_by_itself_by_signing_out_and_with_a_new_password(storage: Storage) -> None:
    accounts, sign_ins = storage.accounts, storage.sign_ins
    accounts.add(FIRST, NOW)
    sign_ins.add("one", "a1", NOW, NOW + DAY, id="i1")
    assert sign_ins.of("one", NOW + DAY - 1) == SignedIn("i1", FIRST, strong=False)
    assert sign_ins.of("one", NOW + DAY) is None
    assert sign_ins.of("two", NOW) is None
    sign_ins.end("one")
    assert sign_ins.of("one", NOW) is None
    sign_ins.add("three", "a1", NOW, NOW + DAY, id="i3")
    accounts.set_password("a1", "new-hash")
    assert sign_ins.of("three", NOW) is None
    changed = accounts.with_id("a1")
    assert changed is not None
    assert changed.password_hash == "new-hash"


def test_an_account_leads_the_dialogues_it_began(storage: Storage) -> None:
    storage.accounts.add(FIRST, NOW)
    store(storage, tells("d1", 0, also=(storage.facilitations.leading("a1", "d1", "s1"),)))
    led = Facilitation("a1", "d1", "s1", Relation.LEADS)
    assert storage.facilitations.of_account("a1") == [led]
    assert storage.facilitations.of("a1", "d1") == led
    assert storage.facilitations.of_account("a2") == []


def test_a_link_works_once_for_its_purpose_until_it_expires(storage: Storage) -> None:
    links = storage.links
    links.put("token", "first_account", '{"role":"facilitator"}', NOW, NOW + DAY)
    assert links.take("token", "password", NOW) is None
    assert links.peek("token", "first_account", NOW) == '{"role":"facilitator"}'
    assert links.take("token", "first_account", NOW + DAY) is None
    assert links.take("token", "first_account", NOW) == '{"role":"facilitator"}'
    assert links.take("token", "first_account", NOW) is None


@both_modes
def test_of_many_who_use_a_link_at_once_one_gets_it(mode: str, tmp_path: Path) -> None:
    script = """
    from pathlib import Path
    from sessions.storage.store import open_storage
    storage, got = open_storage(Path(sys.argv[2])), []
    storage.links.put("token", "first_account", "x", 0, 9)
    take = lambda: got.append(storage.links.take("token", "first_account", 1))
    for ended in [runtime.spawn(take) for _ in range(30)]:
        ended.wait()
    storage.close()
    print(len(got), got.count("x"))
    """
    assert run_in_mode(mode, script, str(tmp_path)) == ["30 1"]


def test_no_name_code_or_token_is_on_the_disk(storage: Storage, data: Path) -> None:
    doors = storage.doors
    rows = (doors.opening("K7F4M2QX", "d1"), doors.giving("seat-token", SeatRef("d1", "s1", "facilitator"), NOW))
    store(storage, tells("d1", 0, also=rows))
    storage.accounts.add(FIRST, NOW)
    storage.sign_ins.add("sign-in-token", "a1", NOW, NOW + DAY, id="i1", device="some browser")
    storage.links.put("link-token", "first_account", "carried", NOW, NOW + DAY)
    for _ in range(2):
        content = bytes_on_disk(data).lower()
        for secret in SECRETS:
            assert secret.encode() not in content
        storage.close()


def test_people_are_still_known_after_a_restart(storage: Storage, data: Path) -> None:
    storage.accounts.add(FIRST, NOW)
    storage.close()
    again = open_storage(data)
    assert again.accounts.named("First Facilitator") == FIRST
    again.close()
