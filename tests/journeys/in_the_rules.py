"""A scenario played in the pure rules, as far as they know what it brings; every step under the standing checks."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from dialogue.disclosure import Answers
from dialogue.method import Plan
from dialogue.methods.evaluation import THREE_ITEMS
from dialogue.vocabulary import ItemId, PlanOption
from tests.cast import EVERYTHING, Facilitator, Person, Room

SCENARIOS = Path(__file__).parents[2] / "sessions" / "rehearsal" / "scenarios"


def scenario(name: str) -> Mapping[str, Any]:
    """A scenario by the name of its file."""
    read: Mapping[str, Any] = json.loads((SCENARIOS / f"{name}.json").read_text("utf-8"))
    return read


class Played:
    """A scenario and the room it is played in. `items` are the ids by the scenario's own keys."""

    def __init__(self, name: str) -> None:
        self.told = scenario(name)
        options = tuple(option for option in PlanOption if option.value in self.told["plan_options"])
        self.room = Room(Plan(EVERYTHING.stages, options), question="")
        self.lead: Facilitator = self.room.facilitator
        self.people: dict[str, Person] = {"lead": self.lead}
        self.items: dict[str, ItemId] = {}
        self.ballots: list[Answers] = []

    def to_the_end(self) -> Played:
        """From the opening to the closed dialogue."""
        for part in (self.opening, self.experiences, self.selection, self.narrative, self.judgement, self.principles):
            part()
        self.consensus()
        self.evaluation()
        self.lead.moves_to("closing")
        self.lead.closes()
        return self

    @property
    def group(self) -> Iterator[Person]:
        """The participants."""
        return (self.people[who["key"]] for who in self.told["cast"] if who["role"] == "participant")

    def opening(self) -> None:
        """People come and agree; the question is found. A co-facilitator can't be played yet."""
        come: Mapping[str, Callable[[str], Person]] = {
            "participant": self.room.participant,
            "observer": self.room.observer,
        }
        for who in self.told["cast"]:
            if not who.get("device", True):
                self.people[who["key"]] = self.room.by_voice(who["pseudonym"])
            elif who["role"] in come:
                self.people[who["key"]] = come[who["role"]](who["pseudonym"])
        for person in self.group:
            person.agrees()
        self.lead.moves_to("question")
        for question in self.told["questions"]:
            worded = self.people[question["by"]].suggests(question["text"])
            if question.get("chosen"):
                self.items["question"] = worded
        self.lead.chooses_question(self.items["question"])

    def experiences(self) -> None:
        """Everybody tells one; what somebody would rather not have here is parked, and taken back."""
        self.lead.moves_to("experiences")
        for told in self.told["experiences"]:
            person = self.people[told["by"]]
            kept_back = told.get("not_for_examination", False)
            title = self.items[told["key"]] = person.tells(told["title"], not_for_examination=kept_back)
            if told.get("parked_by"):
                self.lead.parks(title)
            if told.get("then") == "withdrawn":
                person.withdraws(title)

    def selection(self) -> None:
        """Marks, shown together; a narrator who agrees."""
        self.lead.moves_to("selection")
        for who, marked in self.told["preferences"].items():
            self.people[who].marks(*(self.items[title] for title in marked))
        self.lead.shows_marks()
        chosen = self.items[self.told["chosen"]["experience"]]
        self.lead.asks_narrator(chosen, self.told["chosen"]["why"])
        self.narrator.accepts(chosen)

    @property
    def narrator(self) -> Person:
        """Whose experience is examined."""
        chosen = self.told["chosen"]["experience"]
        by = next(told["by"] for told in self.told["experiences"] if told["key"] == chosen)
        return self.people[by]

    def narrative(self) -> None:
        """Sentences as they are told, an answer inserted, the heated point."""
        self.lead.moves_to("narrative")
        for number, sentence in enumerate(self.told["sentences"], start=1):
            self.items[str(number)] = self.lead.writes(sentence)
        for asked in self.told["clarifications"]:
            after = asked["answer_inserted_after"]
            self.items[f"{after}a"] = self.lead.writes(asked["answer"], after=self.items[str(after)])
        self.lead.marks_heated(self.items[str(self.told["heated_point"])])
        self.narrator.approves()

    def judgement(self) -> None:
        """What the narrator judged, what others would have, why."""
        self.lead.moves_to("judgement")
        self.states("core_statement", {**self.told["core_statement"], "key": "core_statement"})
        for number, version in enumerate(self.told["own_versions"]):
            self.states("own_version", {**version, "key": f"own_version:{number}"})
        self.states("judgement", {**self.told["judgement"], "key": "judgement"})
        for reason in self.told["reasons"]:
            self.states("reason", reason)
        said_here = [doubt for doubt in self.told["doubts"] if doubt["when"] == "judgement"]
        for doubt in said_here:
            self.doubts(doubt)
        for doubt in said_here:
            self.settles(doubt)

    def principles(self) -> None:
        """Rules, and what holds them together."""
        self.lead.moves_to("principles")
        for rule in self.told["rules"]:
            self.states("rule", rule)
        for principle in self.told["principles"]:
            self.states("principle", principle)

    def states(self, kind: str, said: Mapping[str, Any]) -> None:
        """What somebody said aloud and the facilitator wrote down; an own version is typed where the plan has it."""
        rests_on = [self.items[below.removeprefix("experience:")] for below in said["rests_on"]]
        typed = kind == "own_version" and PlanOption.OWN_VERSIONS in self.room.state.plan.options
        if "by" not in said or typed:
            wrote = self.people[said.get("by", "lead")].states(kind, said["text"], *rests_on)
        else:
            wrote = self.lead.writes_for(self.people[said["by"]], kind, said["text"], *rests_on)
        self.items[said["key"]] = wrote

    def doubts(self, doubt: Mapping[str, Any]) -> None:
        """Somebody doubts."""
        key = f"doubt:{doubt['text']}"
        self.items[key] = self.people[doubt["by"]].doubts(self.items[doubt["about"]], doubt["text"])

    def settles(self, doubt: Mapping[str, Any]) -> None:
        """Whoever doubted says that it is settled, if they ever do."""
        if doubt["closed_by"]:
            self.people[doubt["closed_by"]].settles(self.items[f"doubt:{doubt['text']}"], doubt["how"])

    def consensus(self) -> None:
        """Answers until no doubt is open, or the group leaves it open."""
        self.lead.moves_to("consensus")
        waiting: list[Mapping[str, Any]] = []
        for answer in self.told["answers"]:
            key = f"answer:{answer['version']}"
            self.items[key] = self.lead.words_answer(answer["text"])
            for doubt in waiting:
                self.settles(doubt)
            waiting = [doubt for doubt in self.told["doubts"] if doubt["about"] == key]
            for doubt in waiting:
                self.doubts(doubt)
        # Where the last wording was doubted and the doubt settled, that is said before the outcome.
        for doubt in waiting:
            self.settles(doubt)
        self.remainders(self.told["answers"][-1])
        outcome = self.told["outcome"]
        self.items["outcome"] = self.lead.proposes(outcome["kind"], outcome.get("dividing_question", ""))
        for who in outcome["confirmed_by"]:
            self.people[who].confirms(self.items["outcome"])
        self.lead.settles_outcome()

    def remainders(self, answer: Mapping[str, Any]) -> None:
        """What people keep beside the last wording, in their own words."""
        kinds = {"agree_with_reservation": "reservation", "disagree": "dissent"}
        for who, position in answer["positions"].items():
            if position in kinds and who in answer["words"]:
                words = answer["words"][who]
                answered = self.items[f"answer:{answer['version']}"]
                self.items[f"kept:{who}"] = self.people[who].keeps(kinds[position], answered, words)

    def evaluation(self) -> None:
        """Everybody looks back, apart from their name."""
        self.lead.moves_to("evaluation")
        for answered in self.told["evaluation"]:
            self.people[answered["by"]].evaluates(answered["open"], **{item: answered[item] for item in THREE_ITEMS})
            ballot = self.room.last.ballot
            assert ballot is not None
            self.ballots.append(Answers(items=dict(ballot.items), open_word=ballot.open_word))
