"""A scenario played through real sockets on a real server, with everyone's traffic kept."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any

from dialogue.vocabulary import AUDIENCE_OF_ROLE, Audience, Role
from sessions.rehearsal.player import Player, prepare
from sessions.rehearsal.reading import read
from sessions.rehearsal.scenario import Scenario
from sessions.rehearsal.script import script_of
from sessions.rehearsal.steps import Comes, Of, Step
from tests.tools.group import leader_of
from tests.tools.screens import WatchedScreen, converged
from tests.tools.server import ServerProcess


@dataclass(frozen=True)
class Played:
    """A play at its end; the server still serves."""

    server: ServerProcess
    scenario: Scenario
    player: Player
    wall: WatchedScreen
    transcript: dict[str, Any]

    @property
    def phones(self) -> dict[str, WatchedScreen]:
        """The screens of those who came through the door."""
        screens = self.player.screens.items()
        return {key: watched(screen) for key, screen in screens if screen.surface == "participant"}

    @property
    def console(self) -> WatchedScreen:
        """The facilitator's screen."""
        return watched(self.player.console)

    @property
    def consoles(self) -> list[WatchedScreen]:
        """The facilitator's screen, and those of whoever was invited to help."""
        return [watched(screen) for screen in self.player.screens.values() if screen.surface == "console"]

    @property
    def screens(self) -> list[WatchedScreen]:
        """Everyone's, the flipchart's too."""
        return [*self.consoles, *self.phones.values(), self.wall]

    def seat(self, key: str) -> str:
        """Id of someone's seat."""
        return self.player.ids[Of("seat", key)]

    def item(self, kind: str, key: str) -> str:
        """Id of what the play made."""
        return self.player.ids[Of(kind, key)]

    def entries(self) -> list[dict[str, Any]]:
        """All entries of the transcript."""
        return [entry for section in self.transcript["sections"] for entry in section["entries"]]


def watched(screen: object) -> WatchedScreen:
    """The screen with its memory."""
    assert isinstance(screen, WatchedScreen)
    return screen


def with_canaries(scenario: Scenario) -> Scenario:
    """The scenario with pseudonyms and open words that nothing else could hold by chance."""
    return replace(
        scenario,
        cast=tuple(replace(one, pseudonym=f"{one.pseudonym} Zq{place}x") for place, one in enumerate(scenario.cast)),
        evaluation=tuple(
            replace(one, open=f"{one.open} Wj{place}k") if one.open else one
            for place, one in enumerate(scenario.evaluation)
        ),
    )


def play(server: ServerProcess, name: str) -> Played:
    """Play a shipped scenario to its end. At every change of stage all screens must have converged."""
    scenario = with_canaries(read(name))
    script = script_of(scenario)
    leader = leader_of(server)
    player = Player(leader, prepare(leader, script), script, WatchedScreen)
    wall = WatchedScreen(leader, player.dialogue, "flipchart")
    wall.connect()

    def before(step: Step) -> None:
        if not isinstance(step, Comes) and step.type in {"move_to_stage", "close_dialogue", "settle_outcome"}:
            converged([*map(watched, player.screens.values()), wall])

    player.play(before)
    converged([*map(watched, player.screens.values()), wall])
    return Played(server, scenario, player, wall, transcript(leader_page(player)))


def leader_page(player: Player) -> str:
    """The transcript file as the facilitator downloads it."""
    page = player.console.visitor.get(f"/d/{player.dialogue}/transcript.json")
    assert page.status == 200
    return page.text


def transcript(text: str) -> dict[str, Any]:
    """The transcript read."""
    made: dict[str, Any] = json.loads(text)
    return made


def audience_of(played: Played, key: str) -> Audience:
    """Who someone of the cast is to the server."""
    return AUDIENCE_OF_ROLE[Role(played.scenario.person(key).role.value)]
