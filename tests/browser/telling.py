"""The scenario of trust, first half: people come in, and one of them tells what happened."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.evening import TRUST, Evening


def opening(evening: Evening) -> None:
    lead = evening.lead
    options = ("The group suggests questions", "Own versions of the core statement", "From reasons to rules")
    lead.prepares(TRUST.title, *options)
    code = lead.opens_the_door()
    evening.wall.shows(code)
    evening.wall.sees(code)
    for phone in evening.phones:
        phone.joins(code)
        phone.agrees()
    evening.mentor.joins(code, to="observe")
    evening.mentor.sees("You are here as an observer.")
    lead.says("Seat someone", "Elm")
    lead.press("says “I agree”", lead.main)
    lead.sees("5 of 5 agreed.")
    evening.wall.sees("5 here, 1 by voice")
    evening.looks_around("1-opening")


def question(evening: Evening) -> None:
    lead = evening.lead
    lead.moves_on("Question")
    for known in TRUST.questions:
        phone = evening.phone(known.by)
        assert phone is not None
        phone.suggests(known.text)
        evening.wall.sees(known.text)
    chosen = next(known.text for known in TRUST.questions if known.chosen)
    lead.taps(chosen)
    lead.press("Work on this one")
    for window in evening.windows():
        expect(window.page.get_by_role("heading", level=1)).to_have_text(chosen)
    evening.looks_around("2-question")


def experiences(evening: Evening) -> None:
    """Cedar's page is loaded anew while she types: the same seat, the same spot, and half a title."""
    evening.lead.moves_on("Experiences")
    for told in TRUST.experiences:
        phone = evening.phone(told.by)
        if phone is None:
            evening.lead.says("Title", told.title, by=evening.name(told.by))
            continue
        if phone is evening.cedar:
            phone.field("One thing that happened to you").fill(told.title[:6])
            phone.page.reload()
            expect(phone.field("One thing that happened to you")).to_have_value(told.title[:6])
            phone.head("Experiences · 2 of 5")
        phone.tells(told.title)
        phone.sees("Yours, on the wall without your name")
    for told in TRUST.experiences:
        evening.wall.window.shows_once(told.title)
    evening.wall.sees("join")
    expect(evening.lead.page.get_by_role("button", name="5 here, 1 by voice")).to_be_visible()
    evening.looks_around("3-experiences")


def selection(evening: Evening) -> None:
    lead = evening.lead
    titles = {told.key: told.title for told in TRUST.experiences}
    lead.moves_on("Choosing one")
    for key, stories in TRUST.preferences.items():
        if phone := evening.phone(key):
            phone.marks(*(titles[story] for story in stories))
            continue
        panel = lead.opens(evening.name(key))
        for story in stories:
            panel.get_by_role("checkbox", name=titles[story]).check()
        lead.press("Enter the marks", panel)
        lead.closes_panel()
    lead.press("Show the marks", lead.main)
    lead.press("Show the marks", lead.page.get_by_role("contentinfo"))
    evening.wall.sees("someone could put themselves into it")
    lead.taps(titles[TRUST.chosen.experience])
    lead.press("Propose this one")
    lead.writes("Propose", TRUST.chosen.why)
    evening.wall.sees("Proposed; whoever lived it decides")
    evening.rowan.sees("Will you tell it?")
    evening.looks_around("4-selection")
    evening.rowan.press("I will tell it")
    evening.wall.sees("We look closely at this one")


def narrative(evening: Evening) -> None:
    """The narrator corrects a sentence in her own words, and says when it is as it was."""
    lead, rowan = evening.lead, evening.rowan
    lead.moves_on("Narrative")
    rowan.sees("You tell it")
    misheard = "It was in the afternoon and I counted the tools."
    for number, sentence in enumerate(TRUST.sentences, 1):
        lead.says("Sentence", misheard if number == 1 else sentence)
        evening.said[str(number)] = sentence
    for clarified in TRUST.clarifications:
        after = str(clarified.answer_inserted_after)
        lead.taps(evening.said[after])
        lead.press(f"Insert after {after}")
        lead.writes("Sentence", clarified.answer)
        evening.said[f"{after}a"] = clarified.answer
    rowan.corrects(misheard, TRUST.sentences[0])
    evening.wall.sees(TRUST.sentences[0])
    lead.taps(evening.said[str(TRUST.heated_point)])
    lead.press("Heated point")
    evening.wall.sees(f"{TRUST.experiences[-1].title}, told by one of us")
    rowan.press("This is how it was")
    rowan.sees("You have approved it as it stands.")
    lead.sees("The narrator has approved it as it stands.")
    evening.wall.window.lacks(misheard)
    evening.looks_around("5-narrative")
