"""A facilitator and some people in one dialogue, ready for whatever a test is about."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from dialogue.vocabulary import PlanOption
from sessions.rehearsal.player import come_in, prepare, sign_up
from sessions.rehearsal.screen import Ack, new_command_id
from sessions.rehearsal.steps import Script
from sessions.rehearsal.visitor import Visitor
from tests.tools.screens import WatchedScreen
from tests.tools.server import ServerProcess

QUESTION = "When is it right to wait?"


def leader_of(server: ServerProcess) -> Visitor:
    """The first facilitator of this server, signed in."""
    return sign_up(server.origin, server.setup_token)


class Group:
    """`lead` at the console, `people` at phones, all connected; everyone has agreed; the stage is experiences."""

    def __init__(self, leader: Visitor, size: int = 4, options: Sequence[PlanOption] = ()) -> None:
        script = Script("Waiting", QUESTION, tuple(options), "en", "lead", (), ())
        self.dialogue = prepare(leader, script)
        self.lead = WatchedScreen(leader, self.dialogue, "console")
        self.lead.connect()
        accepted(self.lead.ask("open_door", {}))
        self.code: str = self.lead.shown(lambda view: view["door"].get("code"))
        self.people = [self.comes(f"Person {number}") for number in range(1, size + 1)]
        for person in self.people:
            accepted(person.ask("agree_to_rules", {}))
        accepted(self.lead.ask("move_to_stage", {"stage": "experiences"}))

    def comes(self, pseudonym: str, role: str = "participant") -> WatchedScreen:
        """One more person, at a phone."""
        visitor = come_in(self.lead.visitor.origin, self.code, pseudonym, role)
        screen = WatchedScreen(visitor, self.dialogue, "participant")
        screen.connect()
        return screen

    @property
    def screens(self) -> list[WatchedScreen]:
        """Everyone's."""
        return [self.lead, *self.people]

    def titles(self) -> list[str]:
        """The experiences on the wall in the order of their numbers, as the facilitator's page would show them anew."""
        self.lead.fresh()
        told = self.lead.view["experiences"].values()
        return [item["text"] for item in sorted(told, key=lambda item: item["number"])]

    def come_back(self) -> None:
        """Whoever has lost the connection takes it up again, each with their own credentials."""
        for screen in self.screens:
            if not screen.connected:
                screen.connect()

    def close(self) -> None:
        """Everyone leaves their screen."""
        for screen in self.screens:
            screen.close()


def accepted(ack: Ack) -> str:
    """The receipt of a command that was taken."""
    assert ack["ok"], ack
    return str(ack["receipt"])


def code_of(ack: Ack) -> str:
    """The code of a refusal; empty for a command that was taken."""
    return "" if ack["ok"] else str(ack["error"]["code"])


def tells(screen: WatchedScreen, titles: Sequence[str], within: float = 60.0) -> list[tuple[str, str, Ack]]:
    """Tell these experiences one after another, each until it is answered: (command id, title, ack)."""
    told = []
    for title in titles:
        command_id = new_command_id()
        ack = screen.insist("tell_experience", {"title": title}, within, command_id)
        told.append((command_id, title, ack))
    return told


def all_tell(people: Sequence[WatchedScreen], each: int, word: str = "story") -> list[list[tuple[str, str, Ack]]]:
    """Everyone at once tells `each` experiences, all different."""
    with ThreadPoolExecutor(len(people)) as pool:
        going = [
            pool.submit(tells, person, [f"{word} {number} of person {place}" for number in range(each)])
            for place, person in enumerate(people)
        ]
        return [one.result() for one in going]
