"""Back from consensus to the narrative: links hold, positions expire, doubts stay, and nothing is deleted."""

from __future__ import annotations

from typing import Any

from dialogue.events import (
    ItemStruck,
    ItemWithdrawn,
    LinksSet,
    PositionsExpired,
    SentenceWritten,
    StageEntered,
)
from dialogue.state.whole import COLLECTIONS
from dialogue.vocabulary import ItemId
from tests.dialogue.scene import Scene


class Consensus(Scene):
    """A ladder from the second sentence up to an answer, with doubts about a rung and about a link, and positions."""

    core: ItemId

    def reached(self) -> Consensus:
        """Everyone stands somewhere on the first wording."""
        self.judgement()
        self.reason = self.lead.writes_for(self.bela, "reason", "He knew the rule.", self.core)
        self.lead.moves_to("principles")
        self.rule = self.lead.writes_for(self.alice, "rule", "Ask before you search.", self.reason)
        self.principle = self.lead.writes_for(self.elm, "principle", "Respect comes first.", self.rule)
        self.doubt = self.bela.doubts(self.rule, "Always?")
        self.settled_doubt = self.alice.doubts(self.principle, "How does it rest on that?", link=self.rule)
        self.alice.settles(self.settled_doubt, "I see it now.")
        self.lead.moves_to("consensus")
        self.worded = self.lead.words_answer("When it rests on what we have seen.", self.principle, self.second)
        self.test = self.lead.tests(self.worded, self.forty, "holds")
        self.alice.takes("agree", self.worded)
        self.bela.takes("disagree", self.worded, "Not for newcomers.")
        self.elm.takes("not_yet_clear", self.worded, "What is seen?")
        self.lead.shows_positions()
        return self


def links(scene: Scene) -> dict[str, set[str]]:
    """What rests on what, as the wall shows it."""
    wall = scene.room.wall
    return {key: set(item["rests_on"]) for name in ("statements", "answers") for key, item in wall[name].items()}


def wall_ids(wall: dict[str, Any]) -> set[str]:
    """Everything that hangs on a wall."""
    return {key for name in COLLECTIONS for key in wall[name]}


def test_one_sentence_inserted_leaves_links_and_doubts_and_lets_positions_expire() -> None:
    scene = Consensus().reached()
    before, wall = scene.room.state, scene.room.wall
    linked = links(scene)
    assert linked == {
        scene.core: {scene.second},
        scene.reason: {scene.core},
        scene.rule: {scene.reason},
        scene.principle: {scene.rule},
        scene.worded: {scene.principle, scene.second},
    }
    scene.lead.moves_to("narrative")
    inserted = scene.lead.writes("I could see all eight.", after=scene.first)
    written, expired, *forgotten = scene.room.last.events
    assert (type(written), type(expired)) == (SentenceWritten, PositionsExpired)
    assert all(isinstance(event, ItemWithdrawn) and event.item not in wall_ids(wall) for event in forgotten)
    now = scene.room.wall
    assert links(scene) == linked
    assert now["doubts"] == wall["doubts"]
    assert now["kept"] == wall["kept"]
    assert now["tests"] == wall["tests"]
    assert {key: now["sentences"][key] for key in wall["sentences"]} == wall["sentences"], "no number moves"
    assert now["sentences"][inserted]["label"] == "1a"
    assert now["positions"] == {"answer": scene.worded, "taken": 0, "of": 3, "shown": False}
    after = {item.id: item for item in scene.room.state.items()}
    assert {item.id: after[item.id] for item in before.items()} == {item.id: item for item in before.items()}


def test_forward_again_the_group_takes_positions_anew_on_the_same_wording() -> None:
    scene = Consensus().reached()
    began = len(scene.room.happened)
    scene.lead.moves_to("narrative")
    scene.lead.writes("I could see all eight.", after=scene.first)
    for stage in ("judgement", "principles", "consensus"):
        scene.lead.moves_to(stage)
    since = scene.room.happened[began:]
    assert not [event for event in since if isinstance(event, LinksSet | ItemStruck)]
    withdrawn = [event.item for event in since if isinstance(event, ItemWithdrawn)]
    assert not [item for item in withdrawn if scene.room.state.item(item)], (
        "sealed choices, and nothing that anyone saw"
    )
    assert [event.stage.value for event in since if isinstance(event, StageEntered)] == [
        "narrative",
        "judgement",
        "principles",
        "consensus",
    ]
    assert scene.room.state.answer is not None
    assert scene.room.state.answer.id == scene.worded
    with scene.room.refuses("doubts_are_open", "kind"):
        scene.lead.proposes("consensus")
    for person in scene.people:
        person.takes("agree", scene.worded)
    scene.lead.shows_positions()
    assert scene.room.wall["positions"] == {"answer": scene.worded, "taken": 3, "of": 3, "shown": True}
    kept = scene.room.wall["kept"].values()
    assert [one["text"] for one in kept] == ["Not for newcomers."], "only its owner takes a dissent back"


def test_the_way_forward_ends_in_an_outcome() -> None:
    scene = Consensus().reached()
    scene.lead.moves_to("narrative")
    scene.lead.writes("I could see all eight.", after=scene.first)
    scene.lead.moves_to("consensus")
    wall = scene.room.wall
    dissent = next(iter(wall["kept"]))
    unclear = next(key for key, doubt in wall["doubts"].items() if doubt["text"] == "What is seen?")
    scene.bela.settles(scene.doubt, "Not always; then I ask.")
    scene.elm.settles(unclear)
    scene.bela.withdraws(dissent)
    outcome = scene.lead.proposes("consensus")
    for person in scene.people:
        person.confirms(outcome)
    scene.lead.settles_outcome()
    assert scene.room.wall["outcomes"][outcome]["kind"] == "consensus"


def test_going_back_by_itself_changes_nothing_but_the_stage() -> None:
    scene = Consensus().reached()
    before = scene.room.wall
    scene.lead.moves_to("narrative")
    scene.lead.moves_to("consensus")
    after = scene.room.wall
    assert {name for name in after if after[name] != before[name]} <= {"course"}
    assert after["positions"]["taken"] == 3


def test_going_back_can_be_taken_back_and_a_sentence_written_meanwhile_stays() -> None:
    scene = Consensus().reached()
    scene.lead.moves_to("narrative")
    moved = scene.room.offered()
    inserted = scene.lead.writes("I could see all eight.", after=scene.first)
    scene.lead.undoes(moved)
    assert scene.room.wall["course"]["stage"] == "consensus"
    assert inserted in scene.room.wall["sentences"]


def test_the_inserted_sentence_can_bear_the_ladder_too() -> None:
    scene = Consensus().reached()
    scene.lead.moves_to("judgement")
    inserted = scene.lead.writes("I could see all eight.", after=scene.first)
    scene.lead.links(scene.core, scene.second, inserted)
    assert links(scene)[scene.core] == {scene.second, inserted}
    scene.lead.moves_to("consensus")
    assert scene.room.wall["doubts"][scene.doubt]["open"]
