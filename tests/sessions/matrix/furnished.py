"""A running dialogue in which one participant owns something of every kind, and whoever else got in there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from dialogue.rules.permissions import PERMITS
from dialogue.state import Dialogue
from dialogue.state.whole import COLLECTIONS
from dialogue.vocabulary import Role, SeatId, StageKey
from sessions.permissions import Relation
from sessions.rooms.schemas import COMMANDS
from tests.cast import EVERYTHING
from tests.sessions.matrix.world import Someone, World
from tests.sessions.pages.given import command_id

# What the owner has, in the order in which it comes about: name, stage, by the owner or in their name, command, data.
# Where a field of the data is the name of another thing, in brackets, that one's id stands there.
_MADE: Final = (
    ("wording", "question", "owner", "word_question", {"text": "When is it right?"}),
    ("experience", "experiences", "owner", "tell_experience", {"title": "The gate"}),
    ("loose", "experiences", "owner", "tell_experience", {"title": "The yard", "account": "It was late."}),
    ("choice_reason", "selection", "owner", "give_choice_reason", {"experience": "<loose>", "text": "I know it"}),
    ("", "selection", "lead", "ask_narrator", {"experience": "<experience>"}),
    ("", "selection", "owner", "accept_narrating", {"experience": "<experience>"}),
    ("sentence", "narrative", "owner", "write_sentence", {"text": "I opened it."}),
    ("clarification", "narrative", "owner", "ask_fact", {"text": "Which one?", "about": "<sentence>"}),
    ("statement", "judgement", "for", "write_statement", {"kind": "judgement", "text": "It was right."}),
    ("doubt", "judgement", "owner", "raise_doubt", {"about": "<statement>", "text": "For whom?"}),
    ("answer", "consensus", "for", "word_answer", {"text": "When asked.", "rests_on": ["<statement>"]}),
    ("kept", "consensus", "owner", "voice_remainder", {"kind": "dissent", "answer": "<answer>", "text": "No."}),
    ("test", "consensus", "for", "test_answer", {"answer": "<answer>", "experience": "<loose>", "result": "holds"}),
    ("note", "consensus", "owner", "send_note", {"text": "I am tired."}),
    ("outcome", "consensus", "lead", "propose_outcome", {"kind": "open"}),
)  # fmt: skip
ITEMS: Final = tuple(name for name, *_rest in _MADE if name)


@dataclass(frozen=True)
class Sender:
    """Somebody, what they came as, where they send from and sit."""

    someone: Someone
    role: Role | None
    surface: str = "participant"
    seat: SeatId | None = None


class Furnished:
    """The dialogue; `items`: name of each thing → its id; `senders`: everybody else who got in."""

    def __init__(self, world: World, letter: str, leads: str) -> None:
        self.world = world
        self.place = world.begins(letter, leads, EVERYTHING)
        self.owner, token = world.comes(self.place, "Canary owner")
        self.owners = Sender(Someone("the owner", {"seat": token}), Role.PARTICIPANT)
        self.senders = [
            Sender(Someone("leads", world.signs_in(leads)), Role.FACILITATOR, "console", self.state.facilitator),
            self._helper(),
            self._guest(Role.CO_FACILITATOR, "console"),
            self._guest(Role.PARTICIPANT),
            self._guest(Role.OBSERVER),
            Sender(Someone("wall", {"wall": world.service.wall_token(self.place)}), None, "flipchart"),
        ]
        self.items: dict[str, str] = {}
        for name, stage, by, kind, data in _MADE:
            self.goes_to(stage)
            self._does(name, by, kind, data)

    def _helper(self) -> Sender:
        """Somebody who helps to lead by an account."""
        dialogue, account = self.place.room.id, self.world.helps
        self.world.storage.facilitations.share(account, dialogue, Relation.CO_LEADS)
        self.helps = self.world.comes_to_help(self.place, "Canary helper")
        self.world.storage.facilitations.write(*self.world.storage.facilitations.helping(account, dialogue, self.helps))
        someone = Someone("helps to lead", self.world.signs_in(account))
        return Sender(someone, Role.CO_FACILITATOR, "console", self.helps)

    def _guest(self, role: Role, surface: str = "participant") -> Sender:
        """Somebody who came by the door."""
        seat, token = self.world.comes(self.place, f"Canary other {role}", role)
        return Sender(Someone(role, {"seat": token}), role, surface, seat)

    def _does(self, name: str, by: str, kind: str, data: Mapping[str, Any]) -> None:
        seat = self.owner if by == "owner" else None
        named = {"owner": self.owner} if by == "for" else {}
        made = self.world.asks(self.place, kind, seat, **self.with_ids(data), **named)
        if name:
            self.items[name] = made

    def with_ids(self, data: Mapping[str, Any], of: Mapping[str, str] | None = None) -> dict[str, Any]:
        """The data with ids in place of names in brackets; those of `of` where something stands there."""
        known = self.items | dict(of or {})

        def put(value: Any) -> Any:
            if isinstance(value, list):
                return [put(one) for one in value]
            return known[value[1:-1]] if isinstance(value, str) and value.startswith("<") else value

        return {field: put(value) for field, value in data.items()}

    @property
    def state(self) -> Dialogue:
        """What is so now."""
        return self.place.room.committed

    def goes_to(self, stage: str) -> None:
        """The group is at this stage."""
        if self.state.stage != stage:
            self.world.asks(self.place, "move_to_stage", stage=stage)

    def goes_where_it_is_asked(self, name: str) -> None:
        """The group is at the first stage that takes this command, or at the ladder where any does."""
        task = PERMITS[COMMANDS[name]].task
        inviting = (stage.key for stage in self.state.method.stages if task in stage.tasks)
        self.goes_to(StageKey.JUDGEMENT if task is None else next(inviting))

    def sends(self, sender: Sender, name: str, data: Mapping[str, Any]) -> dict[str, Any]:
        """What is answered to this command: nothing, or the error."""
        address = f"/d/{self.place.room.id}/api/v1/commands?surface={sender.surface}"
        sent = {"id": command_id(), "type": name, "data": data}
        answer = self.world.browser(sender.someone).post(address, json=sent, base_url=self.world.origin)
        return dict(answer.get_json().get("error") or {})

    def belongings(self) -> dict[str, Any]:
        """All that is the owner's: items by their ids, and what they chose."""
        state = self.state
        items = [item for name in COLLECTIONS for item in getattr(state, name).values() if item.owner == self.owner]
        chosen = {
            name: getattr(state, name).get(self.owner)
            for name in ("marks", "has_experience", "pointing", "positions", "given", "hands")
        }
        return {item.id: item for item in items} | chosen | {"seat": state.seats[self.owner]}

    def words(self) -> dict[str, Any]:
        """What the owner said, by the ids of the items: nothing that whoever leads may change about anybody's."""
        theirs = self.belongings()
        said = {key: theirs[key] for key in self.items.values() if key in theirs}
        return {key: (item.owner, item.text, getattr(item, "account", "")) for key, item in said.items()}
