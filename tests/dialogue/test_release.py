"""What may leave the room: only in words that everybody saw, only what nobody keeps back, and never a story."""

from __future__ import annotations

import pytest

from dialogue import commands as ask
from dialogue.passages import leaving, passages
from dialogue.state.release import ends_at
from dialogue.vocabulary import Audience, ItemId, PassageKind
from tests.cast import Person
from tests.dialogue.scene import Scene

DAY = 86_400_000


def kinds(scene: Scene) -> list[str]:
    """What would leave if the time were over now."""
    return [passage.kind.value for passage in leaving(scene.room.state)]


def texts(scene: Scene) -> list[str]:
    """The same, in its words."""
    return [passage.text for passage in leaving(scene.room.state)]


def dissenting(text: str, days: int = 7) -> tuple[Scene, ItemId]:
    """What would leave lies before the group, Bela's dissent among it; the scene, and the dissent."""
    scene = Scene()
    scene.answer()
    mine = scene.bela.keeps("dissent", scene.worded, text)
    scene.outcome = scene.lead.proposes("open")
    scene.lead.settles_outcome()
    scene.lead.moves_to("closing")
    scene.lead.opens_release(days)
    return scene, mine


def released(scene: Scene) -> Scene:
    """The time is over, and the facilitator lets it leave."""
    scene.room.time_to_object_is_over()
    scene.lead.releases()
    return scene


def test_question_and_answer_leave_and_neither_title_nor_sentence_nor_judgement() -> None:
    scene = Scene().releasing()
    state = scene.room.state
    stories = {*state.experiences, *state.sentences, *state.tests, *state.clarifications}
    assert kinds(scene)[:2] == ["question", "answer"]
    assert stories.isdisjoint(passage.item for passage in passages(state))
    assert {state.statements[item].kind.value for item in state.statements} - {"rule", "principle"}
    assert set(kinds(scene)) <= {"question", "answer", "rule", "principle"}


def test_what_one_person_keeps_back_stays_and_the_rest_travels() -> None:
    scene = Scene().releasing()
    scene.bela.answers_release(keeps=(scene.worded,))
    assert "answer" not in kinds(scene)
    assert "question" in kinds(scene)
    scene.bela.answers_release()
    assert "answer" in kinds(scene)


def test_keeping_back_looks_like_any_other_answer_on_every_screen_but_ones_own() -> None:
    keeps, agrees = Scene().releasing(), Scene().releasing()
    keeps.bela.answers_release(keeps=(keeps.worded,))
    agrees.bela.answers_release()
    for scene in (keeps, agrees):
        assert scene.room.wall["release"] == {"until": ends_at(scene.room.state), "days": 7, "ended": False}
    assert keeps.room.wall["release"] == agrees.room.wall["release"]
    assert keeps.room.view(Audience.FACILITATOR)["release"] == agrees.room.view(Audience.FACILITATOR)["release"]
    assert keeps.bela.me["release"]["kept_back"] == {keeps.worded: True}
    assert keeps.alice.me.get("release") == agrees.alice.me.get("release")


def test_a_reservation_leaves_only_with_its_owners_word_and_nobody_elses() -> None:
    scene = Scene()
    scene.answer()
    mine = scene.bela.keeps("reservation", scene.worded, "Not on the night shift.")
    scene.outcome = scene.lead.proposes("consensus_with_reservations")
    for person in scene.people:
        person.confirms(scene.outcome)
    scene.lead.settles_outcome()
    scene.lead.moves_to("closing")
    scene.lead.opens_release()
    assert "reservation" not in kinds(scene)
    with scene.room.refuses("not_yours"):
        scene.alice.answers_release(agrees=(mine,))
    scene.bela.answers_release(agrees=(mine,))
    assert "Not on the night shift." in texts(scene)
    scene.alice.answers_release(keeps=(mine,))
    assert "reservation" not in kinds(scene)


def test_in_anothers_words_an_own_passage_needs_its_owner_again_and_all_have_seven_days_again() -> None:
    scene, mine = dissenting("Not with Arber on duty.", days=1)
    for person in scene.people:
        person.answers_release(agrees=(mine,) if person is scene.bela else (), soon=True)
    soon = ends_at(scene.room.state)
    scene.room.clock += DAY
    scene.lead.words_passage(mine, "Not with every colleague on duty.")
    assert "dissent" not in kinds(scene)
    later = ends_at(scene.room.state)
    assert soon is not None
    assert later is not None
    assert later >= soon + 6 * DAY
    scene.bela.answers_release(agrees=(mine,))
    assert "Not with every colleague on duty." in texts(scene)


def test_the_owner_may_say_it_in_other_words_and_others_may_not() -> None:
    scene, mine = dissenting("Not for newcomers.")
    scene.bela.answers_release(agrees=(mine,))
    scene.bela.words_passage(mine, "Not in the first month.")
    assert "Not in the first month." in texts(scene)
    with scene.room.refuses("not_yours"):
        scene.alice.words_passage(mine, "Always.")


def test_no_words_leave_that_nobody_had_the_time_to_read() -> None:
    scene, mine = dissenting("Not for newcomers.", days=0)
    for person in scene.people:
        person.answers_release(agrees=(mine,) if person is scene.bela else (), soon=True)
    scene.room.time_to_object_is_over()
    scene.room.clock += DAY
    scene.bela.words_passage(mine, "Not with the new colleague on B wing.")
    with scene.room.refuses("objections_open"):
        scene.lead.releases()
    release = scene.room.state.release
    assert release is not None
    assert ends_at(scene.room.state) == release.since + 7 * DAY
    assert "Not with the new colleague on B wing." in texts(scene)  # which its owner did agree to


@pytest.mark.parametrize("days", [0, 3])
def test_fewer_days_are_enough_only_if_everyone_says_so(days: int) -> None:
    scene = Scene().releasing(days=days)
    state = scene.room.state
    assert state.release is not None
    opened = state.release.since
    everyone: tuple[Person, ...] = (*scene.people,)
    for person in everyone[:-1]:
        person.answers_release(soon=True)
    assert ends_at(scene.room.state) == opened + 7 * DAY
    everyone[-1].answers_release(soon=True)
    assert ends_at(scene.room.state) == opened + days * DAY


def test_what_is_withdrawn_meanwhile_does_not_leave() -> None:
    scene, mine = dissenting("Not for newcomers.")
    scene.bela.answers_release(agrees=(mine,))
    scene.bela.withdraws(mine)
    assert "dissent" not in kinds(scene)


def test_a_doubt_about_the_story_stays_and_one_about_the_answer_travels_if_its_raiser_wants() -> None:
    scene = Scene()
    scene.answer()
    general = scene.bela.doubts(scene.worded, "Whose risk is it?")
    of_the_story = scene.bela.doubts(scene.core, "Was it safe?")
    scene.outcome = scene.lead.proposes("open", "Whose risk counts?")
    scene.lead.settles_outcome()
    scene.lead.moves_to("closing")
    scene.lead.opens_release()
    scene.bela.answers_release(agrees=(general,))
    assert "Whose risk is it?" in texts(scene)
    assert "Whose risk counts?" in texts(scene)
    with scene.room.refuses("unknown_item", "agreed"):
        scene.bela.answers_release(agrees=(of_the_story,))


def test_the_dialogue_is_not_closed_over_what_lies_before_the_group() -> None:
    scene = Scene().releasing()
    with scene.room.refuses("release_is_open"):
        scene.lead.closes()
    scene.lead.takes_back_release()
    scene.lead.closes()
    assert scene.room.state.closed


def test_going_on_thinking_takes_it_back() -> None:
    scene = Scene().releasing()
    scene.bela.doubts(scene.worded, "Is that so?")  # an agreed outcome does not outlive a doubt
    assert scene.room.state.release is None
    assert scene.room.wall["release"] == {}


def test_once_it_left_the_dialogue_is_closed_and_says_what_left() -> None:
    scene = Scene().releasing()
    scene.bela.answers_release(keeps=(scene.worded,))
    released(scene)
    state = scene.room.state
    assert state.closed
    assert state.release is not None
    assert state.release.passages is not None
    assert scene.worded not in state.release.passages
    with scene.room.refuses("dialogue_closed"):
        scene.bela.answers_release()


def test_the_facilitator_answers_for_people_without_a_device_alone() -> None:
    scene = Scene().releasing()
    with scene.room.refuses("writes_for_themselves", "owner"):
        scene.lead.asks(ask.AnswerRelease(owner=scene.bela.seat))
    scene.lead.asks(ask.AnswerRelease((scene.worded,), owner=scene.elm.seat))
    assert "answer" not in kinds(scene)
    with scene.room.refuses("not_allowed", "owner"):
        scene.lead.answers_release()


def test_every_kind_of_passage_has_been_thought_of() -> None:
    assert {kind.value for kind in PassageKind} == {
        "question", "answer", "rule", "principle", "dividing_question", "reservation", "dissent", "open_question",
    }  # fmt: skip
