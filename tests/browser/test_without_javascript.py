"""A browser without JavaScript takes part by plain forms: from the door to the evaluation, and nobody waits for it."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.cast import Guest
from tests.browser.hall import Hall, hall
from tests.browser.lead import Lead
from tests.browser.plain import PlainReader

QUESTION = "When is it right to trust?"
TITLE = "The missing file"
SENTENCE = "One file was missing."
DOUBT = "Was it missing, or only not counted?"
REMARK = "It was counted twice."
ANSWER = "When we have seen what someone does."


class Plain(PlainReader, Guest):
    """Somebody whose browser runs no script."""

    def __init__(self, hall: Hall, name: str) -> None:
        super().__init__(hall, name, javascript=False)


def test_someone_without_javascript_takes_part_from_the_door_to_the_evaluation(tmp_path: Path) -> None:
    with hall(tmp_path) as opened:
        lead, ash = Lead(opened), Plain(opened, "Ash")
        lead.prepares("Trust", question=QUESTION)
        ash.joins(lead.opens_the_door())
        agrees_and_tells(ash, lead)
        is_asked_and_doubts(ash, lead)
        confirms_and_evaluates(ash, lead)


def agrees_and_tells(ash: Plain, lead: Lead) -> None:
    ash.sees("Speak from your own experience.")
    ash.press("I agree")
    ash.sees("Listen. Look at the wall. Nothing to do here.")
    lead.sees("1 of 1 agreed.")
    lead.moves_on("Experiences")
    ash.looks()
    ash.field("One thing that happened to you").fill(TITLE)
    ash.window.shot("plain-title")
    ash.press("Put it on the wall")
    ash.sees(f"Yours\n{TITLE}")
    lead.sees(TITLE)


def is_asked_and_doubts(ash: Plain, lead: Lead) -> None:
    """A doubt that only its raiser may settle is settled without script, too."""
    lead.moves_on("Choosing one")
    lead.taps(TITLE)
    lead.press("Propose this one …")
    lead.writes("Propose", "Everyone can picture it.")
    ash.looks()
    ash.sees("Everyone can picture it.")
    ash.press("I will tell it")
    lead.moves_on("Narrative")
    lead.says("Sentence", SENTENCE)
    ash.looks()
    ash.field("What do you doubt?").select_option(label=f"1 {SENTENCE}")
    ash.field("What is your doubt?").fill(DOUBT)
    ash.window.shot("plain-doubt")
    ash.press("Put my doubt on the wall")
    lead.sees(DOUBT)
    ash.field("What settled it?").fill(REMARK)
    ash.press("Settle my doubt")
    expect(lead.main.get_by_text(DOUBT)).to_have_count(0)
    assert "Your open doubt" not in ash.page.locator("main").inner_text()


def confirms_and_evaluates(ash: Plain, lead: Lead) -> None:
    lead.moves_on("Judgement")
    lead.moves_on("Consensus")
    lead.says("Answer", ANSWER)
    lead.press("Propose an outcome", lead.side)
    lead.side.get_by_role("radio", name=re.compile("^Consensus Nobody")).check()
    lead.press("Propose it to the group", lead.side)
    ash.looks()
    ash.sees(ANSWER)
    ash.window.shot("plain-outcome")
    ash.press("I confirm it")
    expect(lead.side).to_contain_text("1 of 1 in the room have answered.")
    lead.press("Record the outcome", lead.side)
    lead.closes_panel()
    lead.moves_on("Evaluation")
    ash.looks()
    ash.field("This dialogue helped me think.").select_option("8")
    ash.field("One word or sentence").fill("The missing file stays with me.")
    ash.window.shot("plain-evaluation")
    ash.press("Send, unsigned")
    ash.sees("Thank you. Your answers are in, unsigned.")
    lead.sees("1 of 1 have answered the three items.")
