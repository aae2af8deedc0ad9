"""The guidance of each method: the usual stages, and where a method differs (method.md section 1)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from flask_babel import lazy_gettext as _
from flask_babel.speaklater import LazyString

from dialogue.methods import OFFERED
from dialogue.vocabulary import Intervention, StageKey
from sessions.guidance.beginning import EXPERIENCES, OPENING, QUESTION, SELECTION
from sessions.guidance.end import CLOSING, CONSENSUS, EVALUATION
from sessions.guidance.middle import JUDGEMENT, NARRATIVE, PRINCIPLES
from sessions.guidance.texts import Guidance, Pitfall, Variation, varied

USUAL: Final[Mapping[StageKey, Guidance]] = {
    known.stage: known
    for known in (
        *(OPENING, QUESTION, EXPERIENCES, SELECTION),
        *(NARRATIVE, JUDGEMENT, PRINCIPLES),
        *(CONSENSUS, EVALUATION, CLOSING),
    )
}

# The question is given and stands on the wall; there is one sitting, and the answer is one to be tried.
_SHORT: Mapping[StageKey, Variation] = {
    StageKey.QUESTION: Variation(
        purpose=_("The question is given. Everyone understands it in the same way and has an experience for it."),
        moves=(
            _("Read the question aloud slowly, and ask what each word means to us. Two minutes are enough."),
            _("Ask whether everyone has an experience for it. Change one word if that helps; do not begin anew."),
        ),
        move_on=_("When everyone has said that they have an experience for it."),
    ),
    StageKey.EXPERIENCES: Variation(
        pitfalls=(
            Pitfall(
                _("Telling takes the time that thinking needs."),
                _("One quiet minute, then a title and two sentences from each person."),
            ),
        ),
    ),
    StageKey.JUDGEMENT: Variation(
        purpose=_(
            "What was judged at the heated point, and with what reasons? Two or three reasons that hold are enough "
            "for an answer that we try."
        ),
        move_on=_("When two or three reasons rest on sentences, and ten minutes are left for an answer."),
    ),
    StageKey.CONSENSUS: Variation(
        purpose=_(
            "An answer that we try: worded in one sentence, with the doubts that are still open beside it. "
            "In ninety minutes “open” is the outcome to expect, and a full result."
        ),
        pitfalls=(
            Pitfall(
                _("The last minutes are spent on a fine wording."),
                _("Leave the wording rough. Word what we would have to examine next instead."),
            ),
        ),
        interventions=(Intervention.WHO_DOUBTS, Intervention.WHAT_DIVIDES_US),
    ),
}

# Once the story is up, people point at the sentences that answer the question; trial answers start there.
_NORWEGIAN: Mapping[StageKey, Variation] = {
    StageKey.NARRATIVE: Variation(
        move_on=_("When the sentences are approved, and everyone has pointed at those that answer the question."),
        pitfalls=(
            Pitfall(
                _("People point at what the others pointed at."),
                _("Let everyone point in silence. All of it is shown together, uncounted."),
            ),
        ),
        interventions=(Intervention.FACTS_ONLY, Intervention.WHICH_QUESTION),
    ),
    StageKey.JUDGEMENT: Variation(
        purpose=_(
            "Trial answers begin at the sentences that people pointed at: what does this sentence say about our "
            "question, and why?"
        ),
        moves=(
            _("Read the sentences aloud that somebody pointed at, without saying how many did."),
            _("Ask one person: what in it answers our question? Write a trial answer that rests on the sentence."),
            _("Ask the others to say it back before anyone weighs it."),
            _("Collect the reasons for it, each one a full sentence, and ask who doubts which link."),
            _("Take a second sentence only when the first answer is understood."),
        ),
        pitfalls=(
            Pitfall(
                _("Answers to the question come from anywhere but the story."),
                _("Ask which sentence it answers from. If there is none, keep it for later."),
            ),
        ),
        interventions=(Intervention.WHICH_SENTENCE_SHOWS_IT, Intervention.WHICH_QUESTION),
        move_on=_("When one or two trial answers rest on sentences, and their doubts have been heard."),
    ),
    StageKey.CONSENSUS: Variation(
        moves=(
            _("Read the question and the trial answers aloud. Ask which still stands, and what holds them together."),
            *CONSENSUS.moves[1:],
        ),
    ),
}

# From the broad question down to the heated point of one story, and from there up again to what it has in it for all.
_HOURGLASS: Mapping[StageKey, Variation] = {
    StageKey.NARRATIVE: Variation(
        move_on=_("When the sentences are approved, and the group knows which one is the heated point."),
        pitfalls=(
            Pitfall(
                _("The heated point is a whole passage."),
                _("Look for the one sentence at which the narrator judged or acted. It is the neck of the hourglass."),
            ),
        ),
        interventions=(Intervention.FACTS_ONLY, Intervention.WHERE_WAS_THE_MOMENT),
    ),
    StageKey.JUDGEMENT: Variation(
        purpose=_(
            "First the narrator's core statement at the heated point. Then everyone puts themselves there and writes "
            "an own version of it: “In that place I would have …, because …”"
        ),
        moves=(
            _("Ask the narrator for the core statement, and let others say it back until it fits."),
            _("Give everyone a quiet minute at the heated point: what would I have felt, thought and done there?"),
            _("Let each write an own version of the core statement. All versions appear together."),
            _("Hear them one by one. Ask what each rests on; nobody compares yet."),
            _("Then ask where the versions part, and what holds them together all the same."),
        ),
        pitfalls=(
            Pitfall(
                _("Own versions become better advice for the narrator."),
                _("Ask for what I would have done as the person I am, with what was known then."),
            ),
        ),
        interventions=(Intervention.COULD_I_HAVE_STOOD_THERE, Intervention.WHAT_HOLDS_THESE_TOGETHER),
        move_on=_("When everyone who wants to has given an own version, and the group sees where the versions part."),
    ),
    StageKey.PRINCIPLES: Variation(
        purpose=_(
            "What holds the versions together? The group looks for what matters in them to all of us: "
            "the hourglass widens again."
        ),
        interventions=(Intervention.WHAT_HOLDS_THESE_TOGETHER, Intervention.WHAT_DO_WE_TAKE_FOR_GRANTED),
    ),
}

NAMES: Final[Mapping[str, LazyString]] = {
    "nelson_heckmann": _("Nelson and Heckmann"),
    "norwegian": _("Norwegian form"),
    "hourglass": _("Hourglass"),
    "short_90": _("Ninety minutes"),
}

DIFFERENT: Final[Mapping[str, Mapping[StageKey, Variation]]] = {
    "nelson_heckmann": {},
    "norwegian": _NORWEGIAN,
    "hourglass": _HOURGLASS,
    "short_90": _SHORT,
}


def guidance_for(method: str) -> tuple[Guidance, ...]:
    """The stages of this method's newest version, in their order; KeyError for a method that is not known."""
    differences = DIFFERENT[method]
    stages = [USUAL[stage.key] for stage in OFFERED[method].stages if stage.key in USUAL]
    return tuple(varied(known, differences.get(known.stage, Variation())) for known in stages)
