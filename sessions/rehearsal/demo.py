"""`make demo`: a throw-away server on which a scenario is played, to watch from every side.

The phone that can be watched is a second screen of one of the cast: it shows what that person sees and does, and the
outcome waits for nobody at this keyboard.
"""

from __future__ import annotations

import contextlib
import json
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from sessions import addresses, runtime
from sessions.config import Config
from sessions.rehearsal.pace import is_typed, seconds_before
from sessions.rehearsal.player import Missing, Player, prepare, sign_up
from sessions.rehearsal.reading import read
from sessions.rehearsal.screen import Ack
from sessions.rehearsal.script import script_of
from sessions.rehearsal.steps import Asks, Comes, Script, Step
from sessions.rehearsal.visitor import NoWayIn, Visitor, let_in
from sessions.rehearsal.wire import Lost
from sessions.rooms.credentials import SEAT_COOKIE, WALL_COOKIE
from sessions.rooms.ids import now_ms
from sessions.rooms.persons import SIGN_IN_COOKIE

Say = Callable[[str], None]
Serve = Callable[..., None]
WAITS_S = 20.0
LOOKS_EVERY_S = 0.25
PORTS_TRIED = 20


def run_demo(config: Config, named: str, say: Say, serve: Serve, *, any_port: bool = False) -> None:
    """Serve in a folder that is gone afterwards, and play the scenario there; returns when told to stop.

    `serve` is sessions.server.run; with `any_port`, on the next free port where that of `config` is taken. Raises
    ScenarioInvalid before anything is served, and what `serve` raises.
    """
    script = script_of(read(named))
    if any_port:
        config = replace(config, port=next_free(addresses.listening_host(config), config.port))
    with tempfile.TemporaryDirectory(prefix="dialogue-demo-", ignore_cleanup_errors=True) as folder:
        thrown_away = replace(config, data=Path(folder), master_key=None)
        serve(thrown_away, say, Demo(script, config.speed, say).begin, own_cookies=True)


class Demo:
    """One play, from the links to the archive."""

    def __init__(self, script: Script, speed: float, say: Say) -> None:
        self._script, self._speed, self._say = script, speed, say
        self._watched = busiest(script)

    def begin(self, application: Any, url: str) -> None:
        """Called by the server (with its sessions.app.Application) once its port is open."""
        staff = application.flask.extensions["staff"]
        phones = application.flask.extensions["address"] or url
        leader = sign_up(url, staff.setup_link())
        dialogue = prepare(leader, self._script)
        player = Player(leader, dialogue, self._script)
        player.console.connect()
        early = [step for step in self._script.steps if self._is_early(step)]
        for step in early:
            player.take(step)
        tokens = self._links(player, staff.entry_link, application.flask.extensions["cookie_mark"])
        self._say_what_to_open(tokens, url, phones)
        links = application.service.rooms.storage.links
        service = application.service
        self._wait(lambda: service.draining or any(links.peek(token, "entry", now_ms()) is None for token in tokens))
        if service.draining:
            return
        self._play(player, [step for step in self._script.steps if step not in early])
        self._say(f"The end. The console leads to the archive: {url}/d/{dialogue}/archive")
        if self._script.unplayed:
            self._say("Told in the scenario, and not played here:")
            for sentence in self._script.unplayed:
                self._say(f"  - {sentence}")
        self._say("The server stays up until you press Ctrl-C; then everything of this demo is removed.")

    def _is_early(self, step: Step) -> bool:
        """Before anyone watches, the door opens and one person comes in, so that there is a phone to watch."""
        return (isinstance(step, Asks) and step.type == "open_door") or (
            isinstance(step, Comes) and step.who == self._watched
        )

    def _links(self, player: Player, entry_link: Callable[[str], str], mark: str) -> tuple[str, str, str]:
        """Tokens of entry links to console, flipchart and phone. `mark`: what names of cookies end with outside."""
        place = f"/d/{player.dialogue}/"
        wall = Visitor(player.origin)
        door = f"/j/{player.console.shown(lambda view: view['door'].get('code'))}"
        let_in(wall.send(door, {"role": "flipchart"}, let_in(wall.get(door)).csrf))

        def link(to: str, visitor: Visitor, cookie: str, path: str) -> str:
            token = visitor.cookie(cookie + mark)
            return entry_link(json.dumps({"to": to, "cookie": cookie, "token": token, "path": path}))

        return (
            link(f"{place}console", player.console.visitor, SIGN_IN_COOKIE, "/"),
            link(f"{place}flipchart", wall, WALL_COOKIE, place),
            link(place, player.screens[self._watched].visitor, SEAT_COOKIE, place),
        )

    def _say_what_to_open(self, tokens: tuple[str, str, str], url: str, phones: str) -> None:
        console, flipchart, phone = tokens
        coming = (step for step in self._script.steps if isinstance(step, Comes))
        name = next(step.pseudonym for step in coming if step.who == self._watched)
        self._say(f"“{self._script.title}”, played by people who do not exist. Each link works once:")
        self._say("")
        links = {"console": f"{url}/enter/{console}", "flipchart": f"{url}/enter/{flipchart}"}
        links[f"{name}'s phone"] = f"{phones}/enter/{phone}"
        wide = max(map(len, links))
        for what, link in links.items():
            self._say(f"  {what:{wide}}  {link}")
        self._say("")
        self._say("It begins as soon as you open one of the links, or by itself after a while.")

    def _wait(self, opened: Callable[[], bool]) -> None:
        waited = 0.0
        while waited < WAITS_S / self._speed and not opened():
            runtime.sleep(LOOKS_EVERY_S)
            waited += LOOKS_EVERY_S

    def _play(self, player: Player, steps: list[Step]) -> None:
        for step in steps:
            self._pause(player, step)
            try:
                player.take(step, self._refused)
            except (Missing, NoWayIn) as error:
                self._say(f"  (left out: {getattr(step, 'type', 'coming in')} by {step.who}. {error})")

    def _pause(self, player: Player, step: Step) -> None:
        if is_typed(step) and step.who in player.screens:
            with contextlib.suppress(Lost):
                player.screens[step.who].signal(writing=True)
        runtime.sleep(seconds_before(step, self._speed))

    def _refused(self, step: Asks, ack: Ack) -> None:
        """Whoever watches may have been quicker; the play goes on."""
        self._say(f"  (not taken: {step.type} by {step.who}. {ack['error']['message']})")


def next_free(host: str, first: int) -> int:
    """The first port from this one on that can be listened on; 0, any at all, where none of many can."""
    for port in range(first, min(first + PORTS_TRIED, 65536)):
        with contextlib.suppress(OSError):  # taken, or kept back by the system
            runtime.listen(host, port).close()
            return port
    return 0


def busiest(script: Script) -> str:
    """Who does most on a phone of their own."""
    coming = [step.who for step in script.steps if isinstance(step, Comes)]
    doing = Counter(step.who for step in script.steps if isinstance(step, Asks))
    return max(coming, key=lambda who: doing[who])
