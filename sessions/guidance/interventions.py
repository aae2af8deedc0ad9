"""The ready interventions in words (Heckmann; method.md section 3): one wording each.

static/js/wall/interventions.js has the same, because screens show them without asking the server; a test compares.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from flask_babel import lazy_gettext as _
from flask_babel.speaklater import LazyString

from dialogue.vocabulary import Intervention

WORDINGS: Final[Mapping[Intervention, LazyString]] = {
    Intervention.ONE_SENTENCE: _("Say that in one sentence."),
    Intervention.WHICH_SENTENCE_SHOWS_IT: _("Which sentence shows it?"),
    Intervention.WHO_CAN_REPEAT: _("Who can repeat what was just said?"),
    Intervention.GOT_YOU_RIGHT: _("Did we get you right?"),
    Intervention.WHICH_QUESTION: _("Which question are we on?"),
    Intervention.WHO_DOUBTS: _("Who still doubts?"),
    Intervention.FACTS_ONLY: _("Only questions about facts now."),
    Intervention.WHAT_DID_YOU_DO: _("What did you do at that moment?"),
    Intervention.WHERE_WAS_THE_MOMENT: _("At which sentence is the decisive moment?"),
    Intervention.HOW_DOES_THIS_REST: _("Who can say how this rests on that?"),
    Intervention.WHAT_HOLDS_THESE_TOGETHER: _("What one thought holds these together?"),
    Intervention.SAME_OR_OTHER_MATTER: _("Is that a counterexample, or another matter?"),
    Intervention.WHAT_DIVIDES_US: _("What exactly divides us?"),
    Intervention.SAY_IT_POSITIVELY: _("Can we say it positively?"),
    Intervention.DOES_EVERYONE_HAVE_ONE: _("Does everyone here have an experience for this?"),
    Intervention.OWN_EXPERIENCE: _("Were you there yourself?"),
    Intervention.COULD_I_HAVE_STOOD_THERE: _("Could I have stood there?"),
    Intervention.STORIES_STAY: _("Stories stay in this room; insights travel."),
    Intervention.LET_EACH_FINISH: _("One at a time: let each of us finish."),
    Intervention.WHAT_HAPPENED_NEXT: _("What happened next?"),
    Intervention.WHAT_DO_WE_TAKE_FOR_GRANTED: _("What do we take for granted when we say that?"),
    Intervention.DOES_IT_HOLD_ELSEWHERE: _("Does it hold for the other experiences?"),
    Intervention.WHAT_DO_WE_TAKE_WITH_US: _("What do we take with us?"),
}
"""Every intervention but OWN_WORDS, which brings the facilitator's own."""
