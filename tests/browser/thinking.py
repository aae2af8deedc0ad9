"""A scenario before screens, second half: what the group finds in the story, what it answers, and how it ends."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from dialogue.methods.evaluation import form_of
from dialogue.vocabulary import PlanOption, Position, TestResult
from sessions.rehearsal.answers import matter_of
from sessions.rehearsal.references import AFTER_ANSWER
from sessions.rehearsal.scenario import Doubted, Evaluated, Version
from sessions.rehearsal.steps import longer_form
from tests.browser.evening import (
    Evening,
    doubts_without_a_network,
    rests_elsewhere,
    rewords,
    settles,
    states,
    walls_agree,
)

OUTCOMES = {"consensus_with_reservations": "Consensus with reservations", "open": "Open"}
ITEMS = {
    "helped_me_think": "This dialogue helped me think.",
    "facilitation": "The facilitation was good.",
    "spoke_freely": "I could speak freely.",
    "others_heard": "The views of others were heard.",
    "open_questions": "Open questions were asked.",
    "see_practice_clearer": "I see my own practice more clearly.",
    "will_change": "I will do something differently.",
}
ON_PHONES = {
    Position.AGREE: "I agree",
    Position.AGREE_WITH_RESERVATION: "I agree, with a reservation",
    Position.NOT_YET_CLEAR: "It is not yet clear to me",
    Position.DISAGREE: "I disagree",
}
RESULTS = {
    TestResult.HOLDS: "holds",
    TestResult.HOLDS_IF_REWORDED: "holds if reworded",
    TestResult.DOES_NOT_HOLD: "does not hold",
    TestResult.OUT_OF_SCOPE: "out of scope",
}
TALK = "We talk about how we are talking"


def judgement(evening: Evening) -> None:
    told = evening.told
    evening.lead.moves_on("Judgement")
    states(evening, "Core statement", "core_statement", told.core_statement)
    if told.own_versions:
        evening.needs(PlanOption.OWN_VERSIONS)
    for own in told.own_versions:
        phone = evening.phone(own.by)
        assert phone is not None
        phone.writes_own_version(own.text)
        evening.wall.sees(own.text)
        evening.said["own_version"] = own.text
        rests_elsewhere(evening, own, evening.said[str(told.heated_point)])
    states(evening, "Judgement", "judgement", told.judgement)
    for reason in told.reasons:
        states(evening, "Reason", str(reason.key), reason)
    for doubt in (known for known in told.doubts if known.when == "judgement"):
        phone = evening.phone(doubt.by)
        assert phone is not None
        phone.doubts(evening.said[doubt.about], doubt.text)
        evening.wall.sees(doubt.text)
        evening.wall.sees("1 open doubt")
        phone.sees("Yours, unsigned.")
        evening.looks_around("6-judgement")
        if doubt.closed_by:
            settles(evening, doubt)


def principles(evening: Evening) -> None:
    evening.lead.moves_on("Principles")
    for rule in evening.told.rules:
        states(evening, "Rule", str(rule.key), rule)
    talk(evening)
    for principle in evening.told.principles:
        states(evening, "Principle", str(principle.key), principle)
    evening.looks_around("7-principles")


def talk(evening: Evening) -> None:
    """Somebody calls a talk about how the group works while another speaks; it begins when that one has finished."""
    called, lead = evening.told.meta_dialogue, evening.lead
    if called is None:
        return
    speaks = next(key for key in evening.by_key if key != called.called_by)
    phone, caller = evening.phone(speaks), evening.phone(called.called_by)
    assert phone is not None
    assert caller is not None
    phone.press("Raise hand")
    lead.gives_the_word(evening.name(speaks))
    caller.calls_a_talk()
    for window in evening.windows():
        window.sees("A talk about how we work together is called. It begins after the present speaker.")
        window.lacks(TALK)
    phone.press("I have finished")
    for window in evening.windows():
        window.sees(TALK)
    lead.sees("Called without a name.")
    for note in called.notes:
        lead.says("Note", note)
        evening.wall.sees(note)
        caller.sees(note)
    evening.looks_around_at_phones("7-talk")
    lead.main.get_by_label("What we change").fill(called.what_we_change)
    lead.press("Resume where we were", lead.main)
    for window in evening.windows():
        window.lacks(TALK)
        for note in called.notes:
            window.lacks(note)


def consensus(evening: Evening) -> None:
    """Wording by wording: tested on other experiences, doubted, and everyone says privately where they stand."""
    lead, told = evening.lead, evening.told
    lead.moves_on("Consensus")
    before: Version | None = None
    for version in told.answers:
        if before is None:
            lead.says("Answer", version.text)
            evening.wall.sees(version.text)
        else:
            rewords(evening, before.text, version.text)
            for doubt in _doubts_about(evening, before):
                if doubt.closed_by:
                    settles(evening, doubt)
        tests(evening, version)
        for doubt in _doubts_about(evening, version):
            _doubts(evening, version, doubt)
        positions(evening, version)
        before = version
    evening.looks_around("8-consensus")
    sentences = sorted((key for key in evening.said if key[0].isdigit()), key=lambda label: (int(label[0]), label))
    statements = ["core_statement", "own_version", "judgement"]
    statements += [str(known.key) for known in (*told.reasons, *told.rules, *told.principles)]
    walls_agree(evening, [evening.said[key] for key in sentences], [evening.said[key] for key in statements])


def _doubts_about(evening: Evening, version: Version) -> list[Doubted]:
    after = ((doubt, AFTER_ANSWER.fullmatch(doubt.when)) for doubt in evening.told.doubts)
    return [doubt for doubt, found in after if found and int(found[1]) == version.version]


def _doubts(evening: Evening, version: Version, doubt: Doubted) -> None:
    if doubt.by == evening.drama.loses:
        doubts_without_a_network(evening, version.text, doubt)
        return
    phone = evening.phone(doubt.by)
    assert phone is not None
    phone.doubts(version.text, doubt.text)
    evening.wall.sees(doubt.text)


def tests(evening: Evening, version: Version) -> None:
    """What the other experiences say of a wording, written down at the console."""
    for story, result in version.tests.items():
        matter = "another matter" if matter_of(version, story) else ""
        evening.lead.tests(evening.number(story), RESULTS[result], version.test_notes.get(story, ""), matter)


def positions(evening: Evening, version: Version) -> None:
    """Taken on phones and for whoever has none; nobody reads a word of them before all are shown together."""
    lead = evening.lead
    if not version.positions:
        return
    doubted = {doubt.text for doubt in evening.told.doubts}
    for key, position in version.positions.items():
        words = version.words.get(key, "")
        if phone := evening.phone(key):
            phone.takes(ON_PHONES[position], words)
        else:
            panel = lead.opens(evening.name(key))
            panel.get_by_role("radio", name="Agrees", exact=True).check()
            lead.press("Enter the position", panel)
            lead.closes_panel()
        if words not in doubted:
            evening.wall.window.lacks(words or "not a word")
    of = len(evening.told.outcome.confirmed_by)
    expect(lead.side).to_contain_text(f"{len(version.positions)} of {of} have taken a position")
    lead.asks_first("Show the positions")
    for words in version.words.values():
        evening.wall.sees(words)


def outcome(evening: Evening) -> None:
    lead, ending = evening.lead, evening.told.outcome
    lead.press("Propose an outcome", lead.side)
    lead.side.get_by_role("radio", name=re.compile(f"^{OUTCOMES[ending.kind]}")).check()
    if ending.dividing_question:
        lead.side.get_by_role("textbox", name="The question that divides the group").fill(ending.dividing_question)
    lead.press("Propose it to the group", lead.side)
    evening.phones[0].sees("Is this our result?")
    evening.wall.sees("Proposed outcome. Does anyone object?")
    evening.looks_around("9-proposed")
    lead.closes_panel()
    for key in ending.confirmed_by:
        if phone := evening.phone(key):
            phone.confirms()
        else:
            lead.press("Confirms", lead.opens(evening.name(key)))
            lead.closes_panel()
    lead.press("Go on with the outcome", lead.side)
    people = len(ending.confirmed_by)
    expect(lead.side).to_contain_text(f"{people} of {people} in the room have answered.")
    lead.press("Record the outcome", lead.side)
    evening.wall.sees("Our outcome")
    lead.closes_panel()


def evaluation(evening: Evening) -> None:
    lead, told = evening.lead, evening.told
    lead.moves_on("Evaluation")
    for option in longer_form(told):
        evening.needs(option)
    assert form_of(set(evening.planned) | set(longer_form(told))) == "seven_items"
    evening.phones[0].sees("Answers are shown together only, from 5 people on.")
    evening.looks_around("10-evaluation")
    for given in told.evaluation:
        if given.on_paper:
            _enters_a_sheet(evening, given)
            continue
        phone = evening.phone(given.by)
        assert phone is not None
        phone.evaluates({ITEMS[item]: value for item, value in given.items.items()}, given.open)
    people = len(told.outcome.confirmed_by)
    lead.sees(f"{len(told.evaluation)} of {people} have answered the form.")


def _enters_a_sheet(evening: Evening, given: Evaluated) -> None:
    """A sheet of paper that bears no name."""
    lead = evening.lead
    lead.press("Enter a paper sheet", lead.side)
    sheet = lead.side.get_by_role("region", name="Paper sheets")
    for item, value in given.items.items():
        sheet.get_by_role("group", name=ITEMS[item]).get_by_role("radio", name=str(value), exact=True).check()
    if given.open:
        sheet.get_by_label("An open word").fill(given.open)
    lead.press("Enter the sheet", sheet)
    expect(sheet).to_contain_text("As many sheets are entered as there are people without a device.")
    lead.closes_panel()


def closing(evening: Evening) -> None:
    lead, ending = evening.lead, OUTCOMES[evening.told.outcome.kind]
    lead.goes_to("Closing")
    evening.phones[0].sees("Stories stay here, insights travel")
    evening.looks_around("11-closing")
    bar = lead.page.get_by_role("contentinfo")
    lead.press("Close the dialogue")
    lead.press("Close the dialogue", bar.get_by_role("group", name="Close for good?"))
    lead.sees("The dialogue is closed.")
    for phone in evening.phones:
        phone.sees("The dialogue is closed. You can put the phone away.")
    evening.wall.sees("This dialogue is closed. Thank you.")
    for window in (*evening.windows(), lead.window):
        window.sees(ending)
        window.sees(evening.told.answers[-1].text)
    evening.looks_around("12-closed")
