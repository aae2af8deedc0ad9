"""Phones down (method.md section 0): what a default dialogue of ninety minutes costs a participant's phone.

Six real pages, played by the simulated group. The facilitator's commands come from the script; whoever takes part
reads and types on a phone whose clock goes on for as long as that takes, and for the whole of each stage. Each device
adds up for itself how long it was used, and tells the sum once, as a detached ballot.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from statistics import median

import pytest
from playwright.sync_api import Browser, expect

from dialogue.methods import DEFAULT_METHOD
from dialogue.methods.evaluation import SCREEN_TIME
from sessions.rehearsal.player import Player, prepare, sign_up
from sessions.rehearsal.reading import read
from sessions.rehearsal.scenario import Evaluated, Scenario
from sessions.rehearsal.script import script_of
from sessions.rehearsal.steps import ANSWER, PEOPLE, Asks, Comes, Of, Script
from sessions.storage.store import open_storage
from tests.browser.cast import Phone
from tests.browser.hall import PHONE, Hall, Window
from tests.browser.pages import chrome
from tests.browser.thinking import ITEMS
from tests.tools.screens import wait_until
from tests.tools.server import ServerProcess

PLAN = DEFAULT_METHOD.plans[90]
BUDGET_S = 6 * 60
LOOKS_S = 10.0  # before anything is done
LETTER_S = 0.25  # typed with a thumb
TAP_S = 3.0
READ_A_SECOND = 25.0  # letters
ASKED_EVERY_MS = 600  # a seat reads everything twice a second for long
AT_ONCE = 40  # letters between two looks at the clock

# The page's own clock, which can be put on; timers stay what they are, so that the line to the server holds.
CLOCK = """(() => {
    const real = Date.now;
    let on = 0;
    Date.now = () => real() + on;
    window.passes = (ms) => { on += ms; };
})()"""


class TimedPhone(Phone):
    """A participant's phone with someone at it who takes the time that people take."""

    spent = 0.0  # seconds in this stage
    lived = 0.0  # and in all

    def passes(self, seconds: float) -> None:
        """So long, without a hand on it."""
        self.page.evaluate("(ms) => window.passes(ms)", seconds * 1000)
        self.spent += seconds
        self.lived += seconds

    def reads(self) -> None:
        """What the phone shows; longer texts are scrolled through."""
        left = max(LOOKS_S, len(self.main.inner_text()) / READ_A_SECOND)
        while left > 0:
            self.passes(min(left, LOOKS_S))
            self.page.evaluate("document.dispatchEvent(new Event('scroll'))")
            left -= LOOKS_S

    def press(self, name: str) -> None:
        """A tap takes a moment, once there is something to tap on."""
        if self.lived:
            expect(self.page.get_by_role("button", name=name, exact=True)).to_be_visible()
            self.passes(TAP_S)
        super().press(name)

    def writes(self, label: str, words: str) -> None:
        """Letter by letter."""
        for begin in range(0, len(words), AT_ONCE):
            piece = words[begin : begin + AT_ONCE]
            self.field(label).press_sequentially(piece)
            self.passes(len(piece) * LETTER_S)

    def has_told(self) -> bool:
        """Whether this device has told how long it was used, as the server says to its owner alone."""
        told = """() => fetch(`/d/${document.body.dataset.dialogue}/api/v1/snapshot?surface=participant`)
            .then((answer) => answer.json()).then(({ me }) => Boolean(me && me.timed))"""
        if self.page.evaluate(told):
            return True
        self.page.wait_for_timeout(ASKED_EVERY_MS)
        return False

    def ends_stage(self, seconds: float) -> None:
        """The rest of the stage: the phone lies there, whatever it shows."""
        self.passes(max(0.0, seconds - self.spent))
        self.spent = 0.0


class Table(Hall):
    """What a phone needs of a hall: a window, whose clock can be put on."""

    def __init__(self, browser: Browser, origin: str) -> None:
        self.browser, self.origin = browser, origin
        self.windows: list[Window] = []

    def window(
        self, whose: str, size: tuple[int, int], *, javascript: bool = True, at: str = "/", locale: str = "en-GB"
    ) -> Window:
        width, height = size
        context = self.browser.new_context(
            base_url=self.origin, viewport={"width": width, "height": height}, has_touch=True, locale=locale
        )
        context.set_default_timeout(20_000)
        context.add_init_script(CLOCK)
        return self.watch(context.new_page(), whose, at)


class Sitting:
    """The dialogue as it is played: what the script's people do on their phones."""

    def __init__(self, table: Table, player: Player, scenario: Scenario) -> None:
        self.table, self.player, self.scenario = table, player, scenario
        self.phones: dict[str, TimedPhone] = {}
        self.minutes = {stage.key.value: stage.minutes for stage in PLAN.stages}
        self.acts: Mapping[str, Callable[[TimedPhone, Asks], None]] = {
            "agree_to_rules": lambda phone, step: phone.press("I agree"),
            "tell_experience": self._tells,
            "mark_experiences": self._marks,
            "accept_narrating": lambda phone, step: phone.press("I will tell it"),
            "approve_narrative": lambda phone, step: phone.press("This is how it was"),
            "raise_hand": lambda phone, step: phone.press("Raise hand"),
            "raise_doubt": self._doubts,
            "voice_remainder": self._dissents,
            "answer_outcome": lambda phone, step: phone.press("I confirm it"),
            "withdraw_item": lambda phone, step: phone.withdraws(self._words(step.data["item"])),
            "answer_evaluation": self._evaluates,
        }

    def play(self, script: Script) -> None:
        """From the door to the end; each stage takes the minutes that the plan gives it."""
        self.player.console.connect()
        for step in script.steps:
            if isinstance(step, Comes):
                self._comes(step)
            elif step.who == script.lead:
                if step.type in {"move_to_stage", "close_dialogue"}:
                    self._ends_stage()
                self.player.take(step)
            else:
                self._does(self.phones[step.who], step)

    def _comes(self, step: Comes) -> None:
        if step.role != "participant":
            return
        phone = self.phones[step.who] = TimedPhone(self.table, step.pseudonym, PHONE)
        console = self.player.console
        phone.joins(console.shown(lambda view: view["door"].get("code")))
        self.player.ids[Of(PEOPLE, step.who)] = console.shown(
            lambda view: next(
                (seat for seat, known in view["seats"].items() if known["pseudonym"] == step.pseudonym), None
            )
        )

    def _ends_stage(self) -> None:
        stage = self.player.console.view["course"]["stage"]
        for phone in self.phones.values():
            if stage == "closing":
                wait_until(phone.has_told, f"what {phone.name}'s device tells", within=30)
            phone.ends_stage(self.minutes[stage] * 60)

    def _does(self, phone: TimedPhone, step: Asks) -> None:
        # What the phone shows first is what is asked for now.
        first = {"tell_experience": "One thing that happened to you", "mark_experiences": "Into which ones"}
        first |= {"accept_narrating": "Will you tell it?", "answer_outcome": "Is this our result?"}
        if step.type in first:
            phone.sees(first[step.type])
        phone.reads()
        console = self.player.console
        before = console.n
        self.acts[step.type](phone, step)
        if step.type not in {"mark_experiences", "answer_evaluation"}:  # which the phone has waited for
            wait_until(lambda: console.n > before, f"{step.type} by {step.who} at the console")
        if step.makes is not None:
            self.player.ids[step.makes] = self._made(step)

    def _made(self, step: Asks) -> str:
        """The id under which what was written stands at the console."""
        words = step.data.get("title") or step.data["text"]

        def found() -> str:
            view = self.player.console.view
            items = {**view["experiences"], **view["doubts"], **view["kept"]}
            return next((key for key, item in items.items() if item["text"] == words), "")

        wait_until(found, words)
        return found()

    def _words(self, named: Of) -> str:
        if named.kind == ANSWER:
            return self.scenario.answers[int(named.key) - 1].text
        if named.kind == "statement":
            return self.scenario.judgement.text
        return next(told.title for told in self.scenario.experiences if told.key == named.key)

    def _tells(self, phone: TimedPhone, step: Asks) -> None:
        phone.writes("One thing that happened to you", step.data["title"])
        if step.data.get("not_for_examination"):
            phone.passes(TAP_S)
            phone.page.get_by_role("checkbox", name="I would rather not have this one examined.").check()
        phone.press("Put it on the wall")

    def _marks(self, phone: TimedPhone, step: Asks) -> None:
        for story in step.data["experiences"]:
            phone.passes(TAP_S)
            phone.page.get_by_role("checkbox", name=self._words(story)).check()
        phone.head("Saved")

    def _doubts(self, phone: TimedPhone, step: Asks) -> None:
        phone.press("I doubt something")
        phone.reads()
        phone.main.get_by_role("button").filter(has_text=self._words(step.data["about"])).click()
        phone.reads()
        phone.writes("What is your doubt?", step.data["text"])
        phone.press("Put my doubt on the wall")

    def _dissents(self, phone: TimedPhone, step: Asks) -> None:
        phone.press("Keep a reservation or dissent")
        phone.reads()
        phone.page.get_by_role("radio", name=re.compile("^No, I dissent")).check()
        phone.writes("In your own words", step.data["text"])
        phone.press("Put it beside the answer")

    def _evaluates(self, phone: TimedPhone, step: Asks) -> None:
        for item, value in step.data["items"].items():
            phone.passes(TAP_S)
            phone.page.get_by_role("group", name=ITEMS[item]).get_by_text(str(value), exact=True).click()
        phone.writes("One word or sentence", step.data["open_word"])
        phone.press("Send, unsigned")
        phone.sees("Your answers are in, unsigned.")


def default_dialogue() -> tuple[Scenario, Script]:
    """The scenario's people with the default plan: nothing beside the talk, the question given, three items."""
    told = read("speaking-up")
    scenario = replace(
        told,
        method=DEFAULT_METHOD.key,
        questions=(replace(told.questions[0], why=""),),
        has_experience_for_chosen_question=(),
        experiences=tuple(replace(one, account=None) for one in told.experiences),
        pointed_at=None,
        own_versions=(),
        rules=(),
        principles=(),
        answers=tuple(replace(one, tests={}, test_notes={}, positions={}) for one in told.answers),
        evaluation=tuple(
            Evaluated(one.by, one.helped_me_think, None, one.spoke_freely, will_change=one.will_change, open=one.open)
            for one in told.evaluation
        ),
        plan_options=(),
    )
    script = script_of(scenario)
    at = next(place for place, step in enumerate(script.steps) if getattr(step, "type", "") == "propose_outcome")
    last = told.answers[-1]
    dissents = tuple(
        Asks(key, "voice_remainder", {"answer": Of(ANSWER, str(last.version)), "kind": "dissent", "text": words})
        for key, words in last.words.items()
    )
    steps = (*script.steps[:at], *dissents, *script.steps[at:])
    # Nothing is switched on in the room either.
    assert "switch_option" not in {getattr(step, "type", "") for step in steps}
    return scenario, replace(script, steps=steps, options=PLAN.options)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    expect.set_options(timeout=20_000)
    with chrome() as started:
        yield started


def test_ninety_minutes_cost_a_phone_at_most_six(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> None:
    server = ServerProcess(tmp_path_factory.mktemp("screen-time") / "data")
    try:
        scenario, script = default_dialogue()
        leader = sign_up(server.origin, server.setup_token)
        sitting = Sitting(
            Table(browser, server.origin), player := Player(leader, prepare(leader, script), script), scenario
        )
        sitting.play(script)
        told = json.loads(leader.get(f"/d/{player.dialogue}/transcript.json").text)
        player.close()
        assert server.stop() == 0
        storage = open_storage(server.data)
        try:
            ballots = [json.loads(body) for body in storage.ballots(player.dialogue, SCREEN_TIME)]
        finally:
            storage.close()
    finally:
        server.kill()
    seconds = sorted(ballot["items"]["seconds"] for ballot in ballots)
    sys.stdout.write(f"Seconds of screen in 90 minutes, by device: {seconds}; median {median(seconds):.0f}.\n")
    assert [round(phone.lived / 60) for phone in sitting.phones.values()] == [90] * 6
    assert len(seconds) == 6
    assert min(seconds) > 60  # everyone has read, and typed a title or an answer
    assert median(seconds) <= BUDGET_S
    assert told["evaluation"]["screen_minutes"] == round(median(seconds) / 60)
