"""What a group of six says in one evening, whatever it is written down with."""

from __future__ import annotations

import re

TITLE = "Exceptions on the wing"
QUESTION = "When is it right to make an exception?"
VOICES = ("Alder", "Briar", "Clover", "Dogwood")  # they tell their titles aloud
WRITERS = ("Elder", "Hazel")  # they write theirs on slips of paper, where there are no phones
PEOPLE = VOICES + WRITERS
NAMES = re.compile(rf"\b({'|'.join(PEOPLE)})\b")

TOLD = {
    "Alder": "The visit that ran over",
    "Briar": "A second call on the same evening",
    "Clover": "The kettle in the workshop",
    "Dogwood": "Ten more minutes in the yard",
}
STORY = "The letter after lock-up"  # Elder's
TAKEN_BACK = "The radio that I did not report"  # Hazel's
MARKED = {
    "Alder": (STORY, TOLD["Dogwood"]),
    "Briar": (STORY, TOLD["Alder"]),
    "Clover": (STORY,),
    "Dogwood": (STORY, TOLD["Briar"]),
    "Elder": (TOLD["Alder"],),
    "Hazel": (STORY, TOLD["Clover"]),
}
REASONS_TO_CHOOSE = {
    "Briar": "Each of us has stood at a door with something in the hand.",
    "Dogwood": "It was small, and it was mine to decide.",
}
WHY = "It is over, and everyone could put themselves into it."

MISHEARD = "A letter came at nine."
SENTENCES = (
    "A letter came up at nine, when the doors were locked.",
    "I knew whom he was waiting to hear from.",
    "I went back and put it under his door.",
    "In the morning two others asked me for the same.",
)
DECISIVE = SENTENCES[2]
FACT = ("Alder", SENTENCES[1], "Had anyone asked you to bring it?")
ANSWERED = "Nobody had asked me, and nobody knew that it was there."

CORE = "At 3 I brought it, because waiting until the morning would have served nobody."
JUDGEMENT = "It was right to bring the letter that night."
REASONS = {
    "The delay would have hurt him and protected nothing.": (DECISIVE,),
    "I could have told all of them why.": (SENTENCES[3],),
}
FIRST_REASON, SECOND_REASON = REASONS
DOUBT = "Two had to wait for theirs. Could you have told them, too?"  # Hazel's, about the second reason
SETTLED = "It was said to them in the morning, and that counts."
RULE = "Where a delay protects nothing, do today what you would do tomorrow."
PRINCIPLE = "An exception is right when everyone may know of it."

FIRST_ANSWER = "It is right to make an exception when nobody is harmed."
ANSWER = "It is right to make an exception when nobody is harmed and you would tell everyone why."
TESTS = {
    TOLD["Alder"]: ("holds", "", ""),
    TOLD["Clover"]: ("does_not_hold", "other_matter", "That one was about fire, not about fairness."),
}
RESERVATION = "Only where somebody can be asked the next day."
POSITIONS = {
    "Alder": "agree",
    "Briar": "agree_with_reservation",
    "Clover": "agree",
    "Dogwood": "agree",
    "Elder": "agree",
    "Hazel": "stand_aside",
}
SHEETS = (
    ({"helped_me_think": 8, "spoke_freely": 4, "will_change": 3}, "Slow, and good."),
    ({"helped_me_think": 9, "spoke_freely": 5, "will_change": 4}, ""),
    ({"helped_me_think": 6, "spoke_freely": 2, "will_change": 2}, "I said less than I thought."),
    ({"helped_me_think": 7, "spoke_freely": 4}, ""),
    ({"helped_me_think": 9, "spoke_freely": 4, "will_change": 5}, "The letter stays with me."),
    ({"helped_me_think": 8, "spoke_freely": 3, "will_change": 4}, ""),
)
