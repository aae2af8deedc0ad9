"""Guidance from the answer to the end (method.md sections 2, 4, 5 and 6)."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from dialogue.vocabulary import Intervention, StageKey
from sessions.guidance.texts import Guidance, Pitfall

CONSENSUS = Guidance(
    StageKey.CONSENSUS,
    purpose=_(
        "An answer to the question that all can carry, worded together and tested on the other experiences. "
        "Consensus is a way to think more deeply, not a vote, and not a decision for the service."
    ),
    moves=(
        _("Read the question aloud. Ask for an answer in one sentence, and say what it rests on."),
        _("Test it: does it hold for the other experiences? A counterexample reopens the wording."),
        _("Ask aloud “Who still doubts?”, wait ten seconds, and look at everyone. Silence alone is no agreement."),
        _("Take each doubt as help: what would the sentence have to say so that the doubt is answered?"),
        _("Keep a reservation or a dissent in its owner's own words. Nobody has to give way."),
        _("Propose the outcome that is true: consensus, with reservations, open, or not reached."),
    ),
    pitfalls=(
        Pitfall(
            _("Agreement is forced because time is short."),
            _("Propose “open” and word what divides us. An open outcome is a full result."),
        ),
        Pitfall(
            _("A compromise: every view gets half a sentence."),
            _("Ask what one thought holds these together, and whether anyone still means it."),
        ),
        Pitfall(
            _("Somebody gives in to the group, or to rank."),
            _("Ask them what they would need to be convinced. Write the doubt down in their words."),
        ),
        Pitfall(
            _("Hands are counted."),
            _("Ask about doubts, not about majorities: one good doubt is worth more than nine nods."),
        ),
        Pitfall(
            _("A counterexample is explained away."),
            _("Ask: is it a counterexample, or another matter? Let its owner say so."),
        ),
    ),
    interventions=(
        Intervention.WHO_DOUBTS,
        Intervention.DOES_IT_HOLD_ELSEWHERE,
        Intervention.SAME_OR_OTHER_MATTER,
        Intervention.WHAT_HOLDS_THESE_TOGETHER,
        Intervention.ONE_SENTENCE,
        Intervention.SAY_IT_POSITIVELY,
        Intervention.WHAT_DIVIDES_US,
        Intervention.WHO_CAN_REPEAT,
    ),
    move_on=_("When nobody has a doubt when asked aloud, or when it is clear what divides the group."),
)

EVALUATION = Guidance(
    StageKey.EVALUATION,
    purpose=_(
        "Everyone looks back for a moment, unsigned: did it help me think, could I speak freely, will I do something "
        "differently?"
    ),
    moves=(
        _("Ask for phones, or hand out the sheets. Say that nobody here sees who answered what."),
        _("Leave the room its quiet. Fill in your own form meanwhile."),
        _("Say that every question may be left out."),
    ),
    pitfalls=(
        Pitfall(
            _("You look over shoulders, or wait visibly for the last one."),
            _("Sit down and write yourself. Nobody has to answer."),
        ),
        Pitfall(
            _("The evaluation becomes a second discussion of the matter."),
            _("Ask to keep it for a meeting afterwards; the archive keeps the place."),
        ),
        Pitfall(
            _("People thank you instead of saying what was missing."),
            _("Ask for one thing that should be different next time."),
        ),
    ),
    interventions=(Intervention.WHAT_DO_WE_TAKE_WITH_US, Intervention.STORIES_STAY),
    move_on=_("When those who want to have answered."),
)

CLOSING = Guidance(
    StageKey.CLOSING,
    purpose=_(
        "The group confirms in what words the dialogue ends, and knows what leaves the room and what stays in it. "
        "Nothing more is written afterwards."
    ),
    moves=(
        _("Read the outcome aloud, word by word, with the reservations and dissents beside it."),
        _("Ask whether anyone objects. If one person does, the outcome is recorded as open."),
        _("Say again: stories stay, insights travel. Say where one can object in private afterwards."),
        _("Thank the narrator, without a name. Say when you will meet again on this, if you will."),
    ),
    pitfalls=(
        Pitfall(
            _("You sum up in your own words."),
            _("Read what stands on the wall. The outcome is the group's."),
        ),
        Pitfall(
            _("An open outcome is spoken of as a failure."),
            _("Say what we know now that we did not know before, and which question we take along."),
        ),
        Pitfall(
            _("The narrator leaves alone with what was stirred up."),
            _("Stay a moment afterwards. Ask how it was for them, and listen."),
        ),
    ),
    interventions=(Intervention.STORIES_STAY, Intervention.WHAT_DO_WE_TAKE_WITH_US, Intervention.WHAT_DIVIDES_US),
    move_on=_("When the outcome is settled, and everyone knows what leaves the room."),
)
