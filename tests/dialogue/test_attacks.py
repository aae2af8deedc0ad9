"""What somebody who wants to know more than they should tried, and does not learn."""

from __future__ import annotations

import json

from dialogue.events import ItemWithdrawn, PositionTaken
from dialogue.vocabulary import Audience
from tests.cast import Facilitator, Room
from tests.dialogue.scene import Scene
from tests.dialogue.standing import strings


class Backwards(Room):
    """A room whose ids fall, so that the order of ids is not the order of events."""

    def fresh(self) -> str:
        """A new id, below those before."""
        self.made += 1
        return f"id{999_999 - self.made}"


def stored(room: Room) -> set[str]:
    """Every sealed word that is still in the record."""
    return {
        value
        for record, _ in room.log.records
        for word in room.log.words(record).values()
        for value in (word, *_read(word))
    }


def _read(word: str) -> set[str]:
    try:
        return strings(json.loads(word))
    except ValueError:
        return set()


def test_the_order_of_a_view_does_not_tell_who_wrote_first_in_the_quiet() -> None:
    scene = Scene(Backwards())
    scene.lead.moves_to("experiences")
    scene.lead.begins_quiet_writing()
    first, second = scene.alice.tells("The missing file"), scene.bela.tells("Forty minutes")
    scene.lead.shows_quiet_writing()
    assert second < first
    for audience in Audience:
        shown = scene.room.view(audience)["experiences"]
        assert list(shown) == [second, first]
        assert [known["number"] for known in shown.values()] == [1, 2]


def test_the_order_of_a_view_does_not_tell_who_gave_the_first_reason() -> None:
    scene = Scene(Backwards()).titles()
    scene.lead.moves_to("selection")
    first = scene.bela.gives_reason(scene.file, "Everyone can picture the room.")
    second = scene.alice.gives_reason(scene.forty, "It happened to me too.")
    scene.lead.shows_marks()
    assert second < first
    assert all(list(scene.room.view(audience)["choice_reasons"]) == [second, first] for audience in Audience)


def test_a_position_that_was_replaced_is_erased_whatever_it_was() -> None:
    scene = Scene().answer()
    words = "Not for newcomers."
    before = scene.bela.takes("disagree", scene.worded, words)
    now = scene.bela.takes("disagree", scene.worded, "Not for newcomers on nights.")
    assert words not in stored(scene.room)
    assert ItemWithdrawn(before) in scene.room.last.events
    scene.lead.shows_positions()
    scene.bela.withdraws(now)
    assert not {word for word in stored(scene.room) if "newcomers" in word}
    # That a position was without words is no reason to keep it: the record would tell which ones had some.
    scene.lead.words_answer("When we have seen it ourselves.", scene.core)
    silent = scene.alice.takes("agree", scene.room.state.answer.id if scene.room.state.answer else scene.worded)
    scene.alice.takes("stand_aside", scene.room.state.positions[scene.alice.seat].answer)
    assert ItemWithdrawn(silent) in scene.room.last.events


def test_positions_that_expire_unshown_leave_no_words_behind() -> None:
    scene = Scene().answer()
    scene.bela.takes("disagree", scene.worded, "Not for newcomers.")
    scene.elm.takes("stand_aside", scene.worded, "I was not there.")
    scene.lead.words_answer("When we have seen it ourselves.", scene.core)
    assert scene.room.state.positions == {}
    assert not stored(scene.room) & {"Not for newcomers.", "I was not there.", "disagree", "stand_aside"}


def test_what_was_shown_stays_its_owners_when_positions_expire() -> None:
    scene = Scene().answer()
    dissent = scene.bela.takes("disagree", scene.worded, "Not for newcomers.")
    scene.elm.takes("stand_aside", scene.worded, "I was not there.")
    scene.lead.shows_positions()
    scene.lead.words_answer("When we have seen it ourselves.", scene.core)
    assert scene.room.state.kept[dissent].text == "Not for newcomers."
    assert "Not for newcomers." in stored(scene.room)
    assert "I was not there." not in stored(scene.room)


def test_a_slips_position_that_gives_way_to_the_persons_own_is_erased() -> None:
    scene = Scene().answer()
    slip, other = scene.lead.prints_slips("4711", "4712")
    slip.takes("disagree", scene.worded, "Not for newcomers.")
    other.takes("disagree", scene.worded, "Not at night.")
    scene.bela.takes("agree", scene.worded)
    scene.lead.gives_slip(slip, scene.bela)
    assert scene.bela.me["position"]["position"] == "agree"
    assert "Not for newcomers." not in stored(scene.room)
    scene.lead.gives_slip(other, scene.alice)
    assert scene.alice.me["position"]["text"] == "Not at night."
    assert [event for event in scene.room.happened if isinstance(event, PositionTaken)]


def test_whoever_leads_next_does_not_read_the_form_of_whoever_led_before() -> None:
    scene = Scene()
    cora = scene.room.co_facilitator("Cora")
    scene.lead.moves_to("evaluation")
    scene.lead.reflects("I hurried.", helped_me_think=3)
    scene.room.offers_lead()
    cora.takes_lead()
    assert "reflection" not in cora.me
    assert scene.lead.me["reflection"]["open_word"] == "I hurried."
    cora.reflects("I came late.", helped_me_think=5)
    cora.hands_back_lead()
    assert "reflection" not in scene.lead.me
    assert cora.me["reflection"]["open_word"] == "I came late."


def test_a_call_begins_whatever_the_facilitator_does_to_the_speaker() -> None:
    def silence(lead: Facilitator) -> None:
        lead.keeps_silence()

    def a_round(lead: Facilitator) -> None:
        lead.starts_round()

    for way in (silence, a_round):
        scene = Scene()
        scene.lead.gives_word(scene.elm)
        scene.bela.calls_meta()
        assert scene.room.wall["level"]["meta_state"] == "called"
        way(scene.lead)
        assert scene.room.wall["level"]["meta_state"] == "open"
    scene = Scene()
    scene.lead.gives_word(scene.elm)
    scene.bela.calls_meta()
    scene.lead.removes(scene.elm)
    assert scene.room.wall["level"]["meta_state"] == "open"


def test_a_call_outlives_the_end_of_a_sitting() -> None:
    scene = Scene()
    scene.lead.gives_word(scene.elm)
    call = scene.bela.calls_meta()
    scene.lead.ends_sitting()
    assert scene.room.wall["level"]["meta"] == call
    scene.lead.starts_sitting()
    assert scene.room.wall["level"]["meta_state"] == "open"


def test_what_was_written_in_the_quiet_is_not_shown_by_a_switch_while_the_matter_waits() -> None:
    scene = Scene()
    scene.lead.moves_to("experiences")
    scene.lead.begins_quiet_writing()
    scene.alice.tells("The missing file")
    scene.bela.calls_meta()
    with scene.room.refuses("meta_in_progress"):
        scene.lead.switches("quiet_writing", on=False)
    assert scene.room.wall["experiences"] == {}
    scene.lead.ends_meta("One at a time.")
    scene.lead.switches("quiet_writing", on=False)
    assert len(scene.room.wall["experiences"]) == 1
