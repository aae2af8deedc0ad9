"""The evening of the circle, stage by stage, on one laptop."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser import circle as said
from tests.browser.hall import TABLET
from tests.browser.laptop import Laptop

OPTIONS = (
    "From reasons to rules",
    "Testing the answer on the other experiences",
    "Positions on the exact wording",
)
RESULTS = {"holds": "holds", "does_not_hold": "does not hold"}
MATTERS = {"other_matter": "another matter", "": ""}
STANCES = {"agree": "Agrees", "agree_with_reservation": "Agrees, with a reservation", "stand_aside": "Stands aside"}
ITEMS = {
    "helped_me_think": "This dialogue helped me think.",
    "spoke_freely": "I could speak freely.",
    "will_change": "I will do something differently.",
}
SUPERIOR = "Someone who leads others in this group can't facilitate, write for others or chair here."
ELDERS, HAZELS, FOR_A_DOUBT = range(3)  # whose hand wrote on which of the slips


def opening(lead: Laptop) -> None:
    lead.prepares_for_paper(said.TITLE, said.QUESTION, *OPTIONS)
    lead.shows_the_wall()
    lead.wall.sees(said.QUESTION)
    for name in said.PEOPLE:
        lead.says("Seat someone", name)
    for _ in said.PEOPLE:
        lead.main.get_by_role("button", name="says “I agree”").first.click()
        lead.settled()
    lead.sees("6 of 6 agreed.")
    lead.wall.sees("6 here, 6 by voice")
    lead.wall.lacks("The door is closed")  # nobody waits at it
    lead.looks("1-opening")
    sheet = lead.prints_slips(10)
    sheet.close()


def superior(lead: Laptop) -> None:
    """Who leads others here and would help to write is not let in, whatever link they have."""
    guest = lead.hall.window("Superior", TABLET, at=lead.invites())
    guest.page.get_by_label("What should we call you here?").fill("Chief")
    guest.page.get_by_role("radio", name=re.compile("^Yes")).check()
    guest.press("Go in")
    guest.sees(SUPERIOR)
    lead.hall.windows.remove(guest)  # the browser notes a form that was not taken among its errors
    guest.page.goto(f"{lead.dialogue}/console")
    guest.lacks("Who is here")
    guest.page.context.close()


def experiences(lead: Laptop) -> None:
    """Four are told aloud; two come on slips, shuffled. One of these is taken back."""
    lead.moves_on("Experiences")
    lead.page.keyboard.press("/")
    for name, title in said.TOLD.items():
        lead.types_from(name, title)
    lead.types_from(f"slip {lead.slips[ELDERS]}", said.STORY)
    lead.types_from(f"slip {lead.slips[HAZELS]}", said.TAKEN_BACK)
    lead.wall.shows_once(said.TAKEN_BACK)
    lead.looks("2-experiences")
    lead.press("Withdraw", lead.finds_slip(lead.slips[HAZELS]))
    lead.press("Withdraw", lead.bar)
    lead.wall.lacks(said.TAKEN_BACK)
    lead.closes_panel()


def selection(lead: Laptop) -> None:
    """Whoever wrote the slip that is proposed says so, and tells it."""
    lead.moves_on("Choosing one")
    for name, panel in lead.turns_to(said.PEOPLE):
        for title in said.MARKED[name]:
            panel.get_by_role("checkbox", name=title).check()
        if name == "Clover":
            lead.looks("3-marks")
        lead.press("Enter the marks", panel)
    for name, reason in said.REASONS_TO_CHOOSE.items():
        lead.says_quietly("Reason for one", reason, name, said.STORY)
    lead.press("Show the marks", lead.main)
    lead.press("Show the marks", lead.bar)
    lead.sees(said.REASONS_TO_CHOOSE["Briar"])
    lead.taps(said.STORY)
    lead.press("Propose this one …")
    lead.writes("Propose", said.WHY)
    lead.press("Enter the return slip", lead.main)
    lead.side.get_by_label("Somebody comes with a return slip").fill(lead.slips[ELDERS])
    lead.press("Find its words", lead.side)
    lead.side.get_by_label("Whose slip it is").select_option(label="Elder")
    lead.press("It is theirs", lead.side)
    panel = lead.side.get_by_role("region", name="Elder")
    lead.looks("4-asked")
    lead.press("Will tell it", panel)
    lead.wall.sees("We look closely at this one")
    lead.closes_panel()


def narrative(lead: Laptop) -> None:
    lead.moves_on("Narrative")
    for place, sentence in enumerate(said.SENTENCES):
        lead.says("Sentence", sentence if place else said.MISHEARD)
    lead.taps(said.MISHEARD)
    lead.press("Correct")
    lead.writes("Correct 1", said.SENTENCES[0])
    name, about, fact = said.FACT
    lead.says("Question of fact", fact, by=name, rests_on=(about,))
    lead.answers(fact, said.ANSWERED)
    lead.taps(said.DECISIVE)
    lead.press("Heated point")
    lead.press("Approves the narrative as it stands", lead.opens("Elder"))
    lead.sees("The narrator has approved it as it stands.")
    lead.closes_panel()
    for words in (*said.SENTENCES, said.ANSWERED):
        lead.wall.shows_once(words)
    lead.looks("5-narrative")


def judgement(lead: Laptop) -> None:
    """Somebody doubts on a card, and later says by the same number what settled it."""
    lead.moves_on("Judgement")
    lead.press("Write down what Elder says", lead.opens("Elder"))
    lead.says("Core statement", said.CORE, rests_on=(said.DECISIVE,))
    chosen = lead.page.locator("#voice option:checked")
    expect(chosen).to_have_text("Said by …")  # the next words are somebody's again
    lead.closes_panel()
    expect(chosen).to_have_text("Said by …")
    lead.says("Judgement", said.JUDGEMENT, rests_on=(said.CORE,))
    for reason, below in said.REASONS.items():
        lead.says("Reason", reason, rests_on=below)
    slip = lead.slips[FOR_A_DOUBT]
    lead.says("Doubt", said.DOUBT, by=f"slip {slip}", rests_on=(said.SECOND_REASON,))
    lead.wall.shows_once(said.DOUBT)
    lead.looks("6-judgement")
    panel = lead.finds_slip(slip)
    panel.get_by_role("textbox", name="Closing remark, if wanted").fill(said.SETTLED)
    lead.press("The doubt is settled", panel)
    lead.wall.lacks(said.DOUBT)
    lead.closes_panel()
    lead.moves_on("Principles")
    lead.says("Rule", said.RULE, rests_on=tuple(said.REASONS))
    lead.says("Principle", said.PRINCIPLE, rests_on=(said.RULE,))


def consensus(lead: Laptop) -> None:
    lead.moves_on("Consensus")
    lead.says("Answer", said.FIRST_ANSWER, rests_on=(said.PRINCIPLE,))
    lead.taps(said.FIRST_ANSWER)
    lead.press("New wording from this")
    lead.writes("Answer", said.ANSWER)
    for title, (result, matter, note) in said.TESTS.items():
        place = 1 + list(said.TOLD.values()).index(title)
        lead.tests(place, RESULTS[result], note, MATTERS[matter])
    lead.press("Ask aloud: who still doubts?", lead.side)
    for name, panel in lead.turns_to(said.PEOPLE):
        panel.get_by_role("radio", name=STANCES[said.POSITIONS[name]], exact=True).check()
        if name == "Briar":
            panel.get_by_label("In their words").fill(said.RESERVATION)
            lead.looks("7-positions")
        lead.press("Enter the position", panel)
    expect(lead.side).to_contain_text("6 of 6 have taken a position")
    lead.wall.lacks(said.RESERVATION)
    lead.asks_first("Show the positions")
    lead.wall.shows_once(said.RESERVATION)
    lead.looks("8-consensus")


def outcome(lead: Laptop) -> None:
    lead.press("Propose an outcome", lead.side)
    lead.side.get_by_role("radio", name=re.compile("^Consensus with reservations")).check()
    lead.press("Propose it to the group", lead.side)
    lead.press("Enter it for Alder", lead.side)
    lead.closes_panel()
    for _, panel in lead.turns_to(said.PEOPLE):
        lead.press("Confirms", panel)
    lead.press("Go on with the outcome", lead.side)
    expect(lead.side).to_contain_text("6 of 6 in the room have answered.")
    lead.press("Record the outcome", lead.side)
    lead.wall.sees("Our outcome")
    lead.closes_panel()


def evaluation(lead: Laptop) -> None:
    """Sheets that bear no name, one after the other from the pile."""
    lead.moves_on("Evaluation")
    lead.press("Enter a paper sheet", lead.side)
    sheet = lead.side.get_by_role("region", name="Paper sheets")
    for place, (items, word) in enumerate(said.SHEETS):
        left = len(said.SHEETS) - place
        expect(sheet).to_contain_text(f"{left} sheets are left" if left > 1 else "1 sheet is left")
        for item, value in items.items():
            sheet.get_by_role("group", name=ITEMS[item]).get_by_role("radio", name=str(value), exact=True).check()
        sheet.get_by_label("An open word").fill(word)
        if not place:
            lead.looks("9-sheets")
        lead.press("Enter the sheet", sheet)
    expect(sheet).to_contain_text("As many sheets are entered as there are people without a device.")
    lead.closes_panel()


def closing(lead: Laptop) -> None:
    lead.goes_to("Closing")
    lead.press("Close the dialogue")
    lead.press("Close the dialogue", lead.bar.get_by_role("group", name="Close for good?"))
    lead.sees("The dialogue is closed.")
    lead.wall.sees("This dialogue is closed. Thank you.")
    lead.looks("10-closed")


EVENING = (opening, superior, experiences, selection, narrative, judgement, consensus, outcome, evaluation, closing)
