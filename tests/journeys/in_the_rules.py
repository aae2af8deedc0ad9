"""A scenario played in the pure rules, as its people would; every step under the standing checks."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from dialogue.disclosure import Answers
from dialogue.method import Plan
from dialogue.methods import OFFERED
from dialogue.methods.evaluation import SEVEN_ITEMS
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
        method = OFFERED[self.told["method"]]
        self.room = Room(Plan(EVERYTHING.stages, options), question=self.given, method=method)
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
    def given(self) -> str:
        """The question, where the facilitator brings it along."""
        return "".join(one["text"] for one in self.told["questions"] if one["by"] == "lead" and one.get("chosen"))

    @property
    def group(self) -> Iterator[Person]:
        """The participants."""
        return (self.people[who["key"]] for who in self.told["cast"] if who["role"] == "participant")

    def opening(self) -> None:
        """People come and agree; the question is found, and who has lived it says so."""
        come: Mapping[str, Callable[[str], Person]] = {
            "participant": self.room.participant,
            "observer": self.room.observer,
            "co_facilitator": self.room.co_facilitator,
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
            given = self.room.state.question if question["text"] == self.given else None
            worded = given or self.people[question["by"]].suggests(question["text"])
            if question.get("chosen"):
                self.items["question"] = worded
                self.lead.chooses_question(worded, question["why"])
        for who in self.told["has_experience_for_chosen_question"]:
            self.people[who].has_lived(self.items["question"])

    def experiences(self) -> None:
        """Everybody tells one; what somebody would rather not have here is parked, and taken back."""
        self.lead.moves_to("experiences")
        self.lead.switches("accounts", on=True)
        for told in self.told["experiences"]:
            person = self.people[told["by"]]
            kept_back = told.get("not_for_examination", False)
            title = self.items[told["key"]] = person.tells(
                told["title"], not_for_examination=kept_back, account=told["account"] or ""
            )
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
            after = self.items[str(asked["answer_inserted_after"])]
            question = self.people[asked["by"]].asks_fact(asked["question"], after)
            self.items[f"fact:{asked['question']}"] = question
            answered = self.lead.answers_fact(question, asked["answer"], after=after)
            self.items[f"{asked['answer_inserted_after']}a"] = answered
        self.lead.marks_heated(self.items[str(self.told["heated_point"])])
        self.narrator.approves()
        for who, sentence in self.told.get("pointed_at", {}).items():
            self.people[who].points_at(self.items[str(sentence)])
        if "pointed_at" in self.told:
            self.lead.shows_pointing()

    def judgement(self) -> None:
        """What the narrator judged, what others would have, why."""
        self.lead.moves_to("judgement")
        self.states("core_statement", {**self.told["core_statement"], "key": "core_statement"})
        self.lead.switches("own_versions", on=True)
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
        self.talks_about_the_talk()
        for principle in self.told["principles"]:
            self.states("principle", principle)

    def talks_about_the_talk(self) -> None:
        """Somebody calls for it while another speaks; it begins when that one has finished."""
        called = self.told.get("meta_dialogue")
        if called is None:
            return
        speaker = next(person for person in self.group if person is not self.people[called["called_by"]])
        speaker.raises_hand()
        self.lead.gives_word(speaker)
        self.people[called["called_by"]].calls_meta(named=not called["anonymous"])
        with self.room.refuses("meta_already_called"):
            self.lead.moves_to("consensus")
        assert not self.room.state.in_meta
        speaker.ends_turn()
        assert self.room.state.in_meta
        for note in called["notes"]:
            self.lead.writes_meta_note(note)
        self.lead.ends_meta(called["what_we_change"])

    def states(self, kind: str, said: Mapping[str, Any]) -> None:
        """What somebody said aloud and the facilitator wrote down; an own version is its owner's to type."""
        rests_on = [self.items[below.removeprefix("experience:")] for below in said["rests_on"]]
        if "by" not in said or kind == "own_version":
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
            self.tests(answer)
            waiting = [doubt for doubt in self.told["doubts"] if doubt["about"] == key]
            for doubt in waiting:
                self.doubts(doubt)
            self.positions(answer)
        # Where the last wording was doubted and the doubt settled, that is said before the outcome.
        for doubt in waiting:
            self.settles(doubt)
        outcome = self.told["outcome"]
        self.items["outcome"] = self.lead.proposes(outcome["kind"], outcome.get("dividing_question", ""))
        for who in outcome["confirmed_by"]:
            self.people[who].confirms(self.items["outcome"])
        self.lead.settles_outcome()

    def tests(self, answer: Mapping[str, Any]) -> None:
        """What the other experiences say of a wording."""
        notes = answer.get("test_notes", {})
        for story, result in answer.get("tests", {}).items():
            other = "other_matter" if result == "does_not_hold" and story in notes else None
            tested = self.lead.tests(
                self.items[f"answer:{answer['version']}"], self.items[story], result, notes.get(story, ""), matter=other
            )
            self.items[f"test:{answer['version']}:{story}"] = tested

    def positions(self, answer: Mapping[str, Any]) -> None:
        """Where people stand on a wording, privately, and what they keep beside it once that is shown."""
        version, positions = answer["version"], answer.get("positions", {})
        for who, position in positions.items():
            words = answer["words"].get(who, "")
            taken = self.people[who].takes(position, self.items[f"answer:{version}"], words)
            if words:
                self.items[f"kept:{version}:{who}"] = taken
        assert not set(answer.get("words", {}).values()) & {kept.text for kept in self.room.state.kept.values()}
        if positions:
            self.lead.shows_positions()

    def evaluation(self) -> None:
        """Everybody looks back, apart from their name; a sheet of paper bears none."""
        self.lead.moves_to("evaluation")
        self.lead.switches("seven_item_evaluation", on=True)
        for answered in self.told["evaluation"]:
            items = {item: answered[item] for item in SEVEN_ITEMS}
            if answered.get("on_paper"):
                self.lead.enters_evaluation(answered["open"], **items)
            else:
                self.people[answered["by"]].evaluates(answered["open"], **items)
            ballot = self.room.last.ballot
            assert ballot is not None
            self.ballots.append(Answers(items=dict(ballot.items), open_word=ballot.open_word))
