"""The guidance is whole: every stage of every method, in sentences, with what can be said."""

from __future__ import annotations

from collections import Counter

import pytest

from dialogue.methods import OFFERED
from dialogue.vocabulary import Intervention, StageKey
from sessions.guidance.interventions import WORDINGS
from sessions.guidance.methods import DIFFERENT, NAMES, USUAL, guidance_for
from sessions.guidance.texts import Guidance, Variation

EVERY = [(method, known) for method in OFFERED for known in guidance_for(method)]
IDS = [f"{method}-{known.stage.value}" for method, known in EVERY]


def texts(known: Guidance) -> list[str]:
    """All that is said of a stage."""
    pitfalls = [text for pitfall in known.pitfalls for text in (pitfall.sign, pitfall.help)]
    return [str(text) for text in (known.purpose, *known.moves, *pitfalls, known.move_on)]


def test_every_method_that_is_offered_has_a_name_and_its_own_guidance() -> None:
    assert set(OFFERED) == set(NAMES) == set(DIFFERENT)
    assert len({str(name) for name in NAMES.values()}) == len(NAMES)
    with pytest.raises(KeyError):
        guidance_for("no such method")


@pytest.mark.parametrize("method", OFFERED)
def test_every_stage_of_a_method_is_there_in_its_order(method: str) -> None:
    stages = [known.stage for known in guidance_for(method)]
    assert stages == [stage.key for stage in OFFERED[method].stages if stage.key is not StageKey.CLOSED]


@pytest.mark.parametrize("method", [method for method in OFFERED if method != "nelson_heckmann"])
def test_what_is_said_to_differ_does_and_lies_in_the_method(method: str) -> None:
    usual = {known.stage: known for known in guidance_for("nelson_heckmann")}
    different = {known.stage for known in guidance_for(method) if known != usual[known.stage]}
    assert different == set(DIFFERENT[method])
    assert Variation() not in DIFFERENT[method].values()


@pytest.mark.parametrize(("method", "known"), EVERY, ids=IDS)
def test_a_stage_tells_enough_and_not_more_than_can_be_read_while_leading(method: str, known: Guidance) -> None:
    assert 2 <= len(known.moves) <= 6
    assert 3 <= len(known.pitfalls) <= 6
    assert 2 <= len(known.interventions) <= 9
    assert len(set(known.interventions)) == len(known.interventions)
    for text in texts(known):
        assert text[0].isupper() or text[0] == "“", text
        assert text[-1] in ".?!”:" or text.endswith("…”"), text
        assert "  " not in text
        assert "—" not in text
        assert len(text) <= 210, text
    assert [text for text, times in Counter(texts(known)).items() if times > 1] == []


@pytest.mark.parametrize(("method", "known"), EVERY, ids=IDS)
def test_what_can_be_said_is_worded(method: str, known: Guidance) -> None:
    assert set(known.interventions) <= set(WORDINGS)


def test_every_intervention_is_worded_once_and_belongs_to_a_stage() -> None:
    assert set(WORDINGS) == set(Intervention) - {Intervention.OWN_WORDS}
    assert len({str(words) for words in WORDINGS.values()}) == len(WORDINGS)
    assert len(Intervention) <= 24
    assert {key for known in USUAL.values() for key in known.interventions} == set(WORDINGS)


def test_facts_come_before_judgements_and_doubts_are_asked_for() -> None:
    """Heckmann: work from the concrete. Consensus: nobody doubts when asked aloud."""
    assert USUAL[StageKey.NARRATIVE].interventions[0] is Intervention.FACTS_ONLY
    assert USUAL[StageKey.JUDGEMENT].interventions[0] is Intervention.WHICH_SENTENCE_SHOWS_IT
    for method in OFFERED:
        consensus = next(known for known in guidance_for(method) if known.stage is StageKey.CONSENSUS)
        assert consensus.interventions[0] is Intervention.WHO_DOUBTS
