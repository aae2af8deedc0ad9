"""What is one person's is in nobody else's hands: every command that names an item, from everybody who got in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from enum import Enum, auto
from typing import Any, get_args, get_type_hints

import pytest

from dialogue.rules.permissions import PERMITS
from dialogue.vocabulary import ItemId, Role, SeatId
from sessions.rooms.limits import Bucket
from sessions.rooms.schemas import COMMANDS
from tests.sessions.matrix.furnished import ITEMS, Furnished, Sender
from tests.sessions.matrix.test_sockets import readable
from tests.sessions.matrix.world import World


class Whose(Enum):
    """In whose hands the item is that a command names."""

    OWNERS = auto()  # its owner's, and nobody else's, whatever they are
    WRITERS = auto()  # the owner's and theirs who help to lead
    LEADS = auto()  # theirs whom the role allows it, whoever said it; the words stay as they are
    POINTS = auto()  # nothing happens to it: what somebody says or chooses about it is their own


@dataclass(frozen=True)
class Row:
    """A command that names an item, with data that its owner could send. `first`: what the lead does before.

    `private`: a personal choice, which is entered for nobody who has a device.
    """

    name: str
    whose: Whose
    data: Mapping[str, Any]
    first: tuple[tuple[str, Mapping[str, Any]], ...] = ()
    private: bool = False

    def __str__(self) -> str:
        return f"{self.name} {' '.join(str(value) for value in self.data.values() if '<' in str(value))}"


TEXT = {"text": "Other words"}
LOOSE = {"experience": "<loose>"}
ASKED = (("ask_narrator", LOOSE),)
RELEASING: tuple[tuple[str, Mapping[str, Any]], ...] = (
    ("settle_outcome", {}),
    ("move_to_stage", {"stage": "closing"}),
    ("open_release", {}),
)
ROWS = [
    # Withdrawing an outcome is not a thing: it is taken back by whoever leads.
    *(Row("withdraw_item", Whose.OWNERS, {"item": f"<{name}>"}) for name in ITEMS if name != "outcome"),
    Row("write_account", Whose.OWNERS, LOOSE | {"account": "Other words"}),
    Row("retitle_experience", Whose.OWNERS, LOOSE | {"title": "Other words"}),
    Row("set_examination_preference", Whose.OWNERS, LOOSE | {"not_for_examination": True}),
    Row("accept_narrating", Whose.OWNERS, LOOSE, first=ASKED),
    Row("decline_narrating", Whose.OWNERS, LOOSE, first=ASKED),
    Row("approve_narrative", Whose.OWNERS, {"sentences": ["<sentence>"]}),
    Row("close_doubt", Whose.OWNERS, {"doubt": "<doubt>", "how": "Other words"}),
    Row("reword_statement", Whose.WRITERS, TEXT | {"statement": "<statement>"}),
    Row("write_sentence", Whose.WRITERS, TEXT | {"after": "<sentence>"}),
    Row("correct_sentence", Whose.WRITERS, TEXT | {"sentence": "<sentence>"}),
    Row("answer_fact", Whose.WRITERS, TEXT | {"clarification": "<clarification>", "after": "<sentence>"}),
    Row("strike_item", Whose.LEADS, {"item": "<test>"}),
    Row("park_item", Whose.LEADS, {"item": "<doubt>"}),
    Row("unpark_item", Whose.LEADS, {"item": "<doubt>"}, first=(("park_item", {"item": "<doubt>"}),)),
    Row("choose_question", Whose.LEADS, {"wording": "<wording>"}),
    Row("ask_narrator", Whose.LEADS, LOOSE),
    Row("mark_heated_point", Whose.LEADS, {"sentence": "<sentence>"}),
    Row("set_links", Whose.LEADS, {"item": "<statement>", "rests_on": ["<sentence>"]}),
    Row("acknowledge_note", Whose.LEADS, {"note": "<note>"}),
    Row("mark_has_experience", Whose.POINTS, {"wording": "<wording>"}, private=True),
    Row("give_choice_reason", Whose.POINTS, LOOSE | TEXT),
    Row("mark_experiences", Whose.POINTS, {"experiences": ["<loose>"]}, private=True),
    Row("ask_fact", Whose.POINTS, TEXT | {"about": "<sentence>"}),
    Row("point_at_sentences", Whose.POINTS, {"sentences": ["<sentence>"]}, private=True),
    Row("write_statement", Whose.POINTS, TEXT | {"kind": "own_version", "rests_on": ["<sentence>"]}),
    Row("raise_doubt", Whose.POINTS, TEXT | {"about": "<answer>", "link": "<statement>"}),
    Row("word_answer", Whose.POINTS, TEXT | {"rests_on": ["<statement>"]}),
    Row("test_answer", Whose.LEADS, {"answer": "<answer>", "experience": "<loose>", "result": "holds"}),
    Row("take_position", Whose.POINTS, {"answer": "<answer>", "position": "agree"}, private=True),
    Row("voice_remainder", Whose.POINTS, TEXT | {"answer": "<answer>", "kind": "dissent"}),
    Row("answer_outcome", Whose.POINTS, {"outcome": "<outcome>", "confirms": True}, private=True),
    Row("word_passage", Whose.WRITERS, TEXT | {"passage": "<kept>"}, first=RELEASING),
    Row("answer_release", Whose.POINTS, {"kept_back": ["<answer>"]}, RELEASING, private=True),
    Row("answer_release", Whose.OWNERS, {"agreed": ["<kept>"]}, RELEASING),
]
LEADING = {Role.FACILITATOR, Role.CO_FACILITATOR}
Why = tuple[str | None, str | None]


def _fields(name: str, kind: type[str]) -> set[str]:
    """The fields of this command that name an item, or a seat."""
    hints = get_type_hints(COMMANDS[name])
    named = {field.name: {hints[field.name], *get_args(hints[field.name])} for field in fields(COMMANDS[name])}
    return {field for field, hinted in named.items() if kind in hinted}


def test_every_command_that_names_an_item_has_a_row_and_names_all_it_can() -> None:
    said: dict[str, set[str]] = {}
    for row in ROWS:
        said.setdefault(row.name, set()).update(field for field, value in row.data.items() if "<" in str(value))
    assert said == {name: named for name in COMMANDS if (named := _fields(name, ItemId))}


@pytest.fixture(autouse=True)
def _without_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Bucket, "take", lambda _bucket, _at: True)  # limits have tests of their own


@pytest.fixture(scope="module")
def elsewhere(world: World) -> Iterator[Furnished]:
    """Another dialogue, which nothing that happens here may touch: its rows stay as they are, and its chain holds."""
    made = Furnished(world, "B", world.leads_b)
    rows, state = world.storage.load(made.place.room.id), made.state
    yield made
    assert world.storage.load(made.place.room.id) == rows
    assert made.state is state
    assert world.storage.verify(made.place.room.id).first_bad is None


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_another_persons_item(world: World, elsewhere: Furnished, row: Row) -> None:
    here = _ready(world, row)
    begun, wrong = here.state, [_foreign(here, elsewhere, row, sender) for sender in here.senders]
    for place in range(len(here.senders)):
        if here.state is not begun and row.whose in {Whose.WRITERS, Whose.LEADS}:
            here = _ready(world, row)  # what one of them did can't be done again
            begun = here.state
        wrong.append(_tries(here, row, here.senders[place]))
    if row.whose is Whose.OWNERS and (error := here.sends(here.owners, row.name, here.with_ids(row.data))):
        wrong.append(f"the owner: {error}")  # so what was refused to all others was a thing that can be done
    assert not any(wrong), "\n".join(filter(None, wrong))


def _ready(world: World, row: Row) -> Furnished:
    """A dialogue in which the owner could send this."""
    here = Furnished(world, "A", world.leads_a)
    here.goes_where_it_is_asked(row.name)
    for name, data in row.first:
        world.asks(here.place, name, **here.with_ids(data))
    return here


def _foreign(here: Furnished, elsewhere: Furnished, row: Row, sender: Sender) -> str:
    """What is wrong with naming an item of another dialogue: it must not be known here, to nobody."""
    before = here.state
    for field, value in row.data.items():
        if "<" in str(value):
            theirs = here.with_ids(row.data) | elsewhere.with_ids({field: value})
            if not here.sends(sender, row.name, theirs) or here.state is not before:
                return f"{sender.someone}: {field} of another dialogue was taken"
    return ""


def _tries(here: Furnished, row: Row, sender: Sender) -> str:
    """What is wrong with what this sender brings about with somebody else's item."""
    before, theirs, said, data = here.state, here.belongings(), here.words(), here.with_ids(row.data)
    why = _why(here.sends(sender, row.name, data))
    expected = _expected(row, sender)
    if why != expected:
        return f"{sender.someone}: {why}, and the row says {expected}"
    if expected != (None, None) and here.state is not before:
        return f"{sender.someone}: refused, and something happened"
    if row.whose is Whose.LEADS and here.words() != said:
        return f"{sender.someone}: other words in somebody's mouth"
    if row.whose is not Whose.POINTS:
        return ""
    return _in_their_name(here, row, sender, data, theirs)


def _in_their_name(here: Furnished, row: Row, sender: Sender, data: Mapping[str, Any], theirs: dict[str, Any]) -> str:
    """The same, said to be the owner's: nothing that they had is another thing now."""
    if "owner" in _fields(row.name, SeatId) and sender.role in PERMITS[COMMANDS[row.name]].roles:
        why = _why(here.sends(sender, row.name, {**data, "owner": here.owner}))
        mine = ("not_allowed", "owner") if sender.role not in LEADING else (None, None)
        expected = ("writes_for_themselves", "owner") if row.private and sender.role in LEADING else mine
        if why != expected:
            return f"{sender.someone} in the owner's name: {why}, expected {expected}"
    after = here.belongings()
    changed = [key for key, value in theirs.items() if after[key] != value]
    return f"{sender.someone}: changed {changed}" if changed else ""


def _why(error: Mapping[str, Any]) -> Why:
    return error.get("code"), error.get("field")


def _expected(row: Row, sender: Sender) -> Why:
    """The error that the row says this sender gets: its code and field."""
    if sender.role is None:
        return "not_joined", None
    if sender.role not in PERMITS[COMMANDS[row.name]].roles:
        return "not_allowed", None
    helps = sender.role in LEADING
    if row.whose is Whose.OWNERS or (row.whose is Whose.WRITERS and not helps):
        return "not_yours", None
    # Who leads has no own opinion on the matter: what they enter is somebody's whom they name.
    opinion = row.whose is Whose.POINTS and row.name not in {"ask_fact", "write_statement", "word_answer"}
    return ("not_allowed", "owner") if opinion and helps else (None, None)


# What must go on before a seat is looked at, and what is said of one that isn't there where no field is named.
GOES_ON = {"pass_turn": "start_round", "assign_chair": "call_meta"}
NOT_THERE = {"pass_turn": "not_your_turn", "lower_hand": "hand_not_raised"}


@pytest.mark.parametrize("name", [name for name in COMMANDS if _fields(name, SeatId)])
def test_a_seat_of_another_dialogue(world: World, elsewhere: Furnished, name: str) -> None:
    here = Furnished(world, "A", world.leads_a)
    here.goes_where_it_is_asked(name)
    if name in GOES_ON:
        world.asks(here.place, GOES_ON[name])
    items = next((here.with_ids(row.data) for row in ROWS if row.name == name), {})
    data = {**readable(COMMANDS[name], here.state, elsewhere.owner), **items}
    before = here.state
    tried = [sender for sender in here.senders if sender.role in PERMITS[COMMANDS[name]].roles]
    for sender in tried:
        error = here.sends(sender, name, data)
        assert error, f"{sender.someone}: taken"
        assert error["field"] in {"seat", "owner", "slip"} or error["code"] == NOT_THERE.get(name), (sender, error)
        assert here.state is before
    assert tried
