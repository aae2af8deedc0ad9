"""Guidance from the narrative up the ladder: the regressive abstraction (Nelson; method.md sections 2, 3 and 8)."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from dialogue.vocabulary import Intervention, StageKey
from sessions.guidance.texts import Guidance, Pitfall

NARRATIVE = Guidance(
    StageKey.NARRATIVE,
    purpose=_(
        "The experience stands on the wall in short numbered sentences, in the narrator's own words, "
        "so that everyone sees the same thing. Nobody judges yet."
    ),
    moves=(
        _("Let the narrator tell it once without being interrupted. Write only from the second telling on."),
        _("Write one fact to a sentence. Read each one back, and let the narrator correct it."),
        _("Ask for questions of fact only. An answer becomes a sentence of its own (3a), never a silent change."),
        _("Keep apart what was thought and felt then from what is thought about it today."),
        _("Read the whole aloud, ask the narrator to approve it, and mark the heated point together."),
    ),
    pitfalls=(
        Pitfall(
            _("Questions that are verdicts: “Why did you not …?”"),
            _("Ask the person to turn it into a question about what happened, or to keep it for the next step."),
        ),
        Pitfall(
            _("Advice: “I would have …”"),
            _("Keep it for the own versions. Now we want to see what was."),
        ),
        Pitfall(
            _("The story gets longer and longer."),
            _("About a dozen sentences are enough. Ask which facts the question needs."),
        ),
        Pitfall(
            _("The narrator begins to defend themselves."),
            _("Stop the questions. Say that we examine a situation in which anyone could have stood, not a person."),
        ),
        Pitfall(
            _("You write better sentences than the narrator spoke."),
            _("Write what was said. Whoever writes never rewords."),
        ),
    ),
    interventions=(
        Intervention.FACTS_ONLY,
        Intervention.WHAT_HAPPENED_NEXT,
        Intervention.WHAT_DID_YOU_DO,
        Intervention.GOT_YOU_RIGHT,
        Intervention.WHERE_WAS_THE_MOMENT,
        Intervention.ONE_SENTENCE,
    ),
    move_on=_(
        "When everyone can picture it, no question of fact is open, and the narrator has approved the sentences."
    ),
)

JUDGEMENT = Guidance(
    StageKey.JUDGEMENT,
    purpose=_(
        "What was judged at the heated point, and with what reasons? "
        "The group understands the narrator's judgement from within before it weighs it."
    ),
    moves=(
        _("Ask the narrator for the core statement: “At 5 I … because …”"),
        _("Ask the others to say it back. Only when the narrator says “yes, that is it” do we go on."),
        _("Collect the reasons, each one a full sentence, and link each to the sentences that show it."),
        _("Ask who doubts a statement, or that one thing rests on another. Write the doubt beside it."),
        _("When somebody speaks in general, lead them back: which sentence shows it?"),
    ),
    pitfalls=(
        Pitfall(
            _("The talk turns into a verdict on the narrator."),
            _("Ask: could I have stood there? What would have made the same judgement mine?"),
        ),
        Pitfall(
            _("A debate of two, with the others looking on."),
            _("Ask a third person to repeat both thoughts. Then ask both whether they were understood."),
        ),
        Pitfall(
            _("Fine general sentences that rest on nothing."),
            _("Do not argue. Ask for the sentence of the story, and leave the statement loose until there is one."),
        ),
        Pitfall(
            _("A doubt is talked away, or its raiser gives in."),
            _("Only whoever raised it says that it is settled. Ask what would settle it."),
        ),
        Pitfall(
            _("You nod at the reasons you like."),
            _("Ask the same question of every reason, and of those you agree with first."),
        ),
    ),
    interventions=(
        Intervention.WHICH_SENTENCE_SHOWS_IT,
        Intervention.WHO_CAN_REPEAT,
        Intervention.GOT_YOU_RIGHT,
        Intervention.COULD_I_HAVE_STOOD_THERE,
        Intervention.ONE_SENTENCE,
        Intervention.HOW_DOES_THIS_REST,
        Intervention.WHO_DOUBTS,
        Intervention.LET_EACH_FINISH,
    ),
    move_on=_("When each reason rests on a sentence, and whoever raised a doubt has been heard on it."),
)

PRINCIPLES = Guidance(
    StageKey.PRINCIPLES,
    purpose=_(
        "From the reasons back to what they take for granted: rules, and the principles behind them. "
        "Each is one full sentence, and each rests on what stands below it."
    ),
    moves=(
        _("Take one reason and ask what we take for granted when we accept it. Write that as a rule."),
        _("Test each link before going on: who can say how this rests on that?"),
        _("Go up one step at a time. When a step is too long, look for the one between."),
        _("Go back down again and again: does the rule still fit the sentence it came from?"),
        _("Let a doubt stand as a doubt. It shows where the next step of thinking is."),
    ),
    pitfalls=(
        Pitfall(
            _("Catchwords instead of sentences: respect, trust, professionalism."),
            _("Ask for a full sentence that somebody could doubt."),
        ),
        Pitfall(
            _("A rule from a handbook or from training is quoted."),
            _("Ask whether we see it in this story, and why we would hold to it if it were not written down."),
        ),
        Pitfall(
            _("A sentence gets a clause for everyone."),
            _("Ask what one thought holds these together. The clauses may become rules of their own."),
        ),
        Pitfall(
            _("The group gets lost in the heights."),
            _("Read the question aloud, then the heated point, and ask which of the two we are speaking of."),
        ),
    ),
    interventions=(
        Intervention.WHAT_DO_WE_TAKE_FOR_GRANTED,
        Intervention.HOW_DOES_THIS_REST,
        Intervention.WHAT_HOLDS_THESE_TOGETHER,
        Intervention.WHICH_SENTENCE_SHOWS_IT,
        Intervention.WHO_CAN_REPEAT,
        Intervention.SAY_IT_POSITIVELY,
        Intervention.WHICH_QUESTION,
        Intervention.WHO_DOUBTS,
    ),
    move_on=_(
        "When each rule rests on a reason and each principle on a rule, or when the group sees what the answer is."
    ),
)
