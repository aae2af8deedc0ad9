"""Guidance from the opening to the choice of one experience (method.md sections 2, 3, 6 and 8)."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from dialogue.vocabulary import Intervention, StageKey
from sessions.guidance.texts import Guidance, Pitfall

OPENING = Guidance(
    StageKey.OPENING,
    purpose=_(
        "Everyone knows what we are going to do, what your part in it is, and what can and cannot stay confidential. "
        "Nobody speaks openly before that."
    ),
    moves=(
        _("Say the aim in two sentences: one question, our own experiences, thinking together. No lesson, no test."),
        _("Read the limits of confidentiality aloud first, then the rules. Ask what is unclear; do not sell them."),
        _("Say what you do: you lead the course and hold the question. You have no opinion in the matter today."),
        _("Let each person say “I agree” aloud or on the phone. Nobody has to contribute anything after that."),
        _("Say how anyone can stop the talk: by asking to talk about how we work together."),
    ),
    pitfalls=(
        Pitfall(
            _("The limits of confidentiality are rushed or left for later."),
            _("Take them first. A promise that has to be corrected afterwards costs all trust."),
        ),
        Pitfall(
            _("Somebody in the room commands somebody else in it."),
            _("Name it calmly. Whoever leads others here speaks last, or sits outside."),
        ),
        Pitfall(
            _("You explain the method for a quarter of an hour."),
            _("Three sentences are enough. Each step is explained when it comes."),
        ),
        Pitfall(
            _("Phones stay in people's hands."),
            _("Ask for phones down: they are needed for a minute now and then, and the talk is in the room."),
        ),
    ),
    interventions=(Intervention.STORIES_STAY, Intervention.OWN_EXPERIENCE, Intervention.LET_EACH_FINISH),
    move_on=_("When everyone has said “I agree” and knows what cannot stay confidential."),
)

QUESTION = Guidance(
    StageKey.QUESTION,
    purpose=_(
        "One general question that everyone here can answer by thinking about what they have lived through. "
        "It stands in one short, plain sentence."
    ),
    moves=(
        _("If the question is given, read it aloud slowly and ask what each word means to us."),
        _("If the group words it, collect suggestions first and compare them only then."),
        _("Check it: can we answer it by thinking, without looking anything up? Does it already hide an answer?"),
        _("Ask whether everyone has an experience for it. If not, the wording is too narrow or too far away."),
    ),
    pitfalls=(
        Pitfall(
            _("“How do we introduce …?” The question asks for a plan."),
            _("Ask what has to be understood before one could plan. That is the question."),
        ),
        Pitfall(
            _("The question hides a thesis, or a reproach to somebody who is not here."),
            _("Ask for a wording that a colleague who sees it differently could ask as well."),
        ),
        Pitfall(
            _("It can only be answered with figures, rules or law."),
            _("Put that aside for the experts, and ask what we ourselves have to judge."),
        ),
        Pitfall(
            _("The group polishes words for half an hour."),
            _("Take the wording that is good enough. It may be reworded later; earlier wordings are kept."),
        ),
    ),
    interventions=(
        Intervention.DOES_EVERYONE_HAVE_ONE,
        Intervention.ONE_SENTENCE,
        Intervention.SAY_IT_POSITIVELY,
        Intervention.WHICH_QUESTION,
    ),
    move_on=_("When one wording stands, and everyone has said that they have an experience for it."),
)

EXPERIENCES = Guidance(
    StageKey.EXPERIENCES,
    purpose=_(
        "Each person gives one experience of their own that bears on the question. "
        "The group hears how wide the question is before it looks at one case closely."
    ),
    moves=(
        _("Begin with two quiet minutes. Everyone looks for one occasion: their own, over, bearable to speak of."),
        _("Ask for a title only. Then go round: each tells it aloud in a minute or two, and anyone may pass."),
        _("No names: say “a colleague”, “prisoner A”. Stop at once when somebody can be recognised."),
        _("Remind them of the reporting limits before they write, and of the private tick “not for examination”."),
        _("Thank each person with the same few words. Do not comment, compare or praise."),
    ),
    pitfalls=(
        Pitfall(
            _("People say what usually happens: “officers often …”"),
            _("Ask for one occasion. When was it, where did you stand, what did you do?"),
        ),
        Pitfall(
            _("Somebody tells what a colleague lived through, or what one would do."),
            _("Ask for something of their own. A small experience is better than a borrowed one."),
        ),
        Pitfall(
            _("An experience is still going on, or is a case before somebody."),
            _("Let it rest and ask for one that is over. Offer a talk afterwards."),
        ),
        Pitfall(
            _("Others give advice or say that it was the same with them."),
            _("Say that we only collect now, and give the word to the next person."),
        ),
        Pitfall(
            _("Somebody has nothing to tell."),
            _("That is allowed. Come back to them once, without pressing."),
        ),
    ),
    interventions=(
        Intervention.OWN_EXPERIENCE,
        Intervention.WHAT_DID_YOU_DO,
        Intervention.ONE_SENTENCE,
        Intervention.LET_EACH_FINISH,
        Intervention.STORIES_STAY,
    ),
    move_on=_("When everyone who wants to has given a title. Nobody has to."),
)

SELECTION = Guidance(
    StageKey.SELECTION,
    purpose=_(
        "The group chooses one experience that everyone can put themselves into. "
        "It is not the best or the worst one: it is the one in which the question can be seen most plainly."
    ),
    moves=(
        _("Read all titles aloud once more, in their order."),
        _("Let everyone mark the ones they could put themselves into. Then show all marks together."),
        _("Ask for reasons, not for numbers: why would this one help us with the question?"),
        _("Propose one. Its owner is asked without being named, and may decline without giving a reason."),
    ),
    pitfalls=(
        Pitfall(
            _("The most dramatic story wins."),
            _("Ask which one everyone could have stood in. An ordinary one usually shows more."),
        ),
        Pitfall(
            _("Marks are counted, and there is a winner."),
            _("Do not count. Two good reasons weigh more than six marks."),
        ),
        Pitfall(
            _("The owner is talked into it."),
            _("Take any hesitation as a no, thank them, and propose another one."),
        ),
        Pitfall(
            _("The experience has no moment at which somebody judged or acted."),
            _("Choose one with such a moment; otherwise there is nothing to examine."),
        ),
    ),
    interventions=(
        Intervention.COULD_I_HAVE_STOOD_THERE,
        Intervention.WHICH_QUESTION,
        Intervention.LET_EACH_FINISH,
    ),
    move_on=_("When the group has chosen, and the person whose experience it is has said that they will tell it."),
)
