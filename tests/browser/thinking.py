"""The scenario of trust, second half: what the group finds in the story, what it answers, and how it ends."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.evening import (
    TRUST,
    Evening,
    doubts_without_a_network,
    rests_elsewhere,
    rewords,
    settles,
    states,
    walls_agree,
)

OUTCOME = "Consensus with reservations"
HELPED, FREELY, CHANGE = "This dialogue helped me think.", "I could speak freely.", "I will do something differently."


def judgement(evening: Evening) -> None:
    evening.lead.moves_on("Judgement")
    states(evening, "Core statement", "core_statement", TRUST.core_statement)
    for own in TRUST.own_versions:
        phone = evening.phone(own.by or "")
        assert phone is not None
        phone.writes_own_version(own.text)
        evening.wall.sees(own.text)
        evening.said["own_version"] = own.text
        rests_elsewhere(evening, own, evening.said[str(TRUST.heated_point)])
    states(evening, "Judgement", "judgement", TRUST.judgement)
    for reason in TRUST.reasons:
        states(evening, "Reason", str(reason.key), reason)
    for doubt in (known for known in TRUST.doubts if known.when == "judgement"):
        evening.cedar.doubts(evening.said[doubt.about], doubt.text)
        evening.wall.sees(doubt.text)
        evening.wall.sees("1 open doubt")
        evening.cedar.sees("About: Reason 2. Yours, unsigned.")
        evening.looks_around("6-judgement")
        settles(evening, doubt)


def principles(evening: Evening) -> None:
    evening.lead.moves_on("Principles")
    for kind, statements in (("Rule", TRUST.rules), ("Principle", TRUST.principles)):
        for said in statements:
            states(evening, kind, str(said.key), said)
    evening.looks_around("7-principles")


def consensus(evening: Evening) -> None:
    """Three wordings. Birch doubts the first one, and loses the network in the middle of a sentence."""
    lead = evening.lead
    first, second, third = (answer.text for answer in TRUST.answers)
    doubts = {doubt.about: doubt for doubt in TRUST.doubts}
    lead.moves_on("Consensus")
    lead.says("Answer", first)
    evening.wall.sees(first)
    doubts_without_a_network(evening, first, doubts["answer:1"])
    rewords(evening, first, second)
    settles(evening, doubts["answer:1"])
    evening.cedar.doubts(second, doubts["answer:2"].text)
    evening.wall.sees(doubts["answer:2"].text)
    rewords(evening, second, third)
    settles(evening, doubts["answer:2"])
    evening.cedar.keeps_a_reservation(TRUST.answers[-1].words["cedar"])
    evening.wall.sees(TRUST.answers[-1].words["cedar"])
    evening.looks_around("8-consensus")
    told = [evening.said[label] for label in ("1", "2", "3", "3a", "4", "5", "6", "7", "8")]
    kinds = ("core_statement", "own_version", "judgement", "r1", "r2", "r3", "u1", "u2", "u3", "p1", "p2", "p3")
    walls_agree(evening, told, [evening.said[key] for key in kinds])


def outcome(evening: Evening) -> None:
    lead = evening.lead
    lead.press("Propose an outcome", lead.side)
    lead.side.get_by_role("radio", name=re.compile(f"^{OUTCOME}")).check()
    lead.press("Propose it to the group", lead.side)
    evening.ash.sees("Is this our result?")
    evening.wall.sees("Proposed outcome. Does anyone object?")
    evening.looks_around("9-proposed")
    lead.closes_panel()
    for key in TRUST.outcome.confirmed_by:
        if phone := evening.phone(key):
            phone.confirms()
        else:
            lead.press("Confirms", lead.opens(evening.name(key)))
            lead.closes_panel()
    lead.press("Go on with the outcome", lead.side)
    expect(lead.side).to_contain_text("5 of 5 in the room have answered.")
    lead.press("Record the outcome", lead.side)
    evening.wall.sees("Our outcome")
    lead.closes_panel()


def evaluation(evening: Evening) -> None:
    lead = evening.lead
    lead.moves_on("Evaluation")
    evening.ash.sees("Answers are shown together only, from 5 people on.")
    evening.looks_around("10-evaluation")
    for given in TRUST.evaluation:
        if phone := evening.phone(given.by):
            items = {HELPED: given.helped_me_think, FREELY: given.spoke_freely, CHANGE: given.will_change}
            phone.evaluates(items, given.open)
            continue
        paper = lead.opens(evening.name(given.by))
        for item, value in (("helped me think", given.helped_me_think), ("freely", given.spoke_freely)):
            paper.get_by_role("group", name=item).get_by_role("radio", name=str(value), exact=True).check()
        paper.get_by_role("group", name="differently").get_by_role("radio", name=str(given.will_change)).check()
        lead.press("Enter the form", paper)
        expect(paper).to_contain_text("Entered. Thank you.")
        lead.closes_panel()
    lead.sees("5 of 5 have answered the three items.")


def closing(evening: Evening) -> None:
    lead = evening.lead
    lead.moves_on("Closing")
    evening.ash.sees("Stories stay here, insights travel")
    evening.looks_around("11-closing")
    bar = lead.page.get_by_role("contentinfo")
    lead.press("Close the dialogue")
    lead.press("Close the dialogue", bar.get_by_role("group", name="Close for good?"))
    lead.sees("The dialogue is closed.")
    for phone in evening.phones:
        phone.sees("The dialogue is closed. You can put the phone away.")
    evening.wall.sees("This dialogue is closed. Thank you.")
    for window in (*evening.windows(), lead.window):
        window.sees(OUTCOME)
        window.sees(TRUST.answers[-1].text)
    evening.looks_around("12-closed")
