"""A scenario before screens, first half: people come in, and one of them tells what happened."""

from __future__ import annotations

from playwright.sync_api import expect

from dialogue.vocabulary import PlanOption
from sessions.rehearsal.scenario import Clarification, Told
from tests.browser.evening import OPTIONS, Evening

METHODS = {"nelson_heckmann": "Nelson and Heckmann", "norwegian": "Norwegian"}
LENGTHS = {90: "One sitting of 90 minutes", 210: "Half a day, 210 minutes"}
TITLE = "One thing that happened to you"


def opening(evening: Evening) -> None:
    lead, told = evening.lead, evening.told
    given = [known.text for known in told.questions if known.by == told.lead]
    lead.prepares(
        told.title,
        *(OPTIONS[option] for option in evening.planned),
        question="".join(given),
        method=METHODS[told.method],
        length=LENGTHS[told.minutes],
        purpose=told.purpose,
    )
    code = lead.opens_the_door()
    evening.wall.shows(code)
    evening.wall.sees(code)
    for helper in evening.helpers:
        helper.page.goto(lead.invites())
        helper.page.get_by_label("What should we call you here?").fill(helper.name)
        helper.press("Go in")
        helper.sees("you help")
    for phone in evening.phones:
        phone.joins(code)
        phone.agrees()
    for observer in evening.observers:
        observer.joins(code, to="observe")
        observer.sees("You are here as an observer.")
    voices = [evening.name(person.key) for person in told.cast if not person.device]
    for name in voices:
        lead.says("Seat someone", name)
        lead.press("says “I agree”", lead.main)
    people = len(evening.phones) + len(voices)
    lead.sees(f"{people} of {people} agreed.")
    evening.wall.sees(f"{people} here")
    evening.looks_around("1-opening")


def question(evening: Evening) -> None:
    """Suggested by phones or given; chosen with the group's reason; each says who has lived it."""
    lead, told = evening.lead, evening.told
    lead.goes_to("Question")
    for known in told.questions:
        if phone := evening.phone(known.by):
            phone.suggests(known.text)
            evening.wall.sees(known.text)
    chosen = next(known for known in told.questions if known.chosen)
    lead.taps(chosen.text)
    lead.press("Say why this one" if chosen.by == told.lead else "… and say why")
    lead.writes("Choose", chosen.why)
    for window in evening.windows():
        expect(window.page.get_by_role("heading", level=1)).to_have_text(chosen.text)
    for key in told.has_experience_for_chosen_question:
        if phone := evening.phone(key):
            phone.has_lived()
        else:
            lead.press("Has one", lead.opens(evening.name(key)))
            lead.closes_panel()
    people, lived = len(told.outcome.confirmed_by), len(told.has_experience_for_chosen_question)
    expect(lead.side).to_contain_text(f"{lived} of {people} have an experience for this wording.")
    evening.looks_around("2-question")


def experiences(evening: Evening) -> None:
    """Told with an account, for whoever has one to type; one is parked, and then withdrawn by whoever told it."""
    lead, told = evening.lead, evening.told
    lead.moves_on("Experiences")
    evening.needs(PlanOption.ACCOUNTS)
    for known in told.experiences:
        _tells(evening, known)
        evening.said[f"experience:{known.key}"] = known.title
    for known in told.experiences:
        evening.wall.window.shows_once(known.title)
    evening.wall.sees("join")
    for known in told.experiences:
        if known.parked_by:
            lead.taps(known.title)
            lead.press("Stop and park")
            evening.wall.window.lacks(known.title)
    for known in told.experiences:
        if known.then:
            phone = evening.phone(known.by)
            assert phone is not None
            phone.sees("Taken off the wall by the facilitator. Only you see it here.")
            phone.withdraws(known.title)
            phone.window.lacks(known.title)
    evening.looks_around("3-experiences")


def _tells(evening: Evening, known: Told) -> None:
    lead, phone = evening.lead, evening.phone(known.by)
    if phone is None:
        lead.says("Title", known.title, by=evening.name(known.by))
        panel = lead.opens(evening.name(known.by))
        panel.get_by_label("Account, if they want one typed").fill(known.account or "")
        lead.press("Keep the account", panel)
        expect(lead.page.get_by_role("contentinfo")).to_contain_text("Saved")
        lead.closes_panel()
        return
    if known.by == evening.drama.reloads:
        phone.field(TITLE).fill(known.title[:6])
        phone.page.reload()
        expect(phone.field(TITLE)).to_have_value(known.title[:6])
        phone.head("Experiences · 2 of 5")
    phone.tells(known.title, known.account or "", not_examined=known.not_for_examination)
    phone.sees("Yours, on the wall without your name")
    phone.head("Saved")


def selection(evening: Evening) -> None:
    lead, told = evening.lead, evening.told
    lead.moves_on("Choosing one")
    titles = {known.key: known.title for known in told.experiences}
    for key, stories in told.preferences.items():
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
    lead.taps(titles[told.chosen.experience])
    lead.press("Propose this one …")
    lead.writes("Propose", told.chosen.why)
    evening.wall.sees("Proposed; whoever lived it decides")
    narrator = evening.phone(_chosen(evening).by)
    assert narrator is not None
    narrator.sees("Will you tell it?")
    evening.looks_around("4-selection")
    narrator.press("I will tell it")
    evening.wall.sees("We look closely at this one")


def _chosen(evening: Evening) -> Told:
    return next(known for known in evening.told.experiences if known.key == evening.told.chosen.experience)


def narrative(evening: Evening) -> None:
    """The narrator corrects a sentence in her own words, is asked for a fact, and says when it is as it was."""
    lead, told, misheard = evening.lead, evening.told, evening.drama.misheard
    narrator = evening.phone(_chosen(evening).by)
    assert narrator is not None
    lead.moves_on("Narrative")
    narrator.sees("You tell it")
    for number, sentence in enumerate(told.sentences, 1):
        lead.says("Sentence", misheard if number == 1 and misheard else sentence)
        evening.said[str(number)] = sentence
    for clarified in told.clarifications:
        _clarifies(evening, clarified)
    if misheard:
        narrator.corrects(misheard, told.sentences[0])
        evening.wall.sees(told.sentences[0])
    lead.taps(evening.said[str(told.heated_point)])
    lead.press("Heated point")
    evening.wall.sees(f"{_chosen(evening).title}, told by one of us")
    narrator.press("This is how it was")
    narrator.sees("You have approved it as it stands.")
    lead.sees("The narrator has approved it as it stands.")
    if misheard:
        evening.wall.window.lacks(misheard)
    pointing(evening)
    evening.looks_around("5-narrative")


def _clarifies(evening: Evening, clarified: Clarification) -> None:
    """A question of fact from a phone becomes a sentence on the wall."""
    after, phone = str(clarified.answer_inserted_after), evening.phone(clarified.by)
    assert phone is not None
    phone.asks_for_a_fact(evening.said[after], clarified.question)
    evening.wall.sees(clarified.question)
    evening.lead.answers(clarified.question, clarified.answer)
    evening.wall.window.lacks(clarified.question)
    evening.wall.sees(clarified.answer)
    evening.said[f"{after}a"] = clarified.answer


def pointing(evening: Evening) -> None:
    """Each phone points at what answers the question; it is shown together, where the method has it."""
    pointed = evening.told.pointed_at
    if not pointed:
        return
    for key, number in pointed.items():
        phone = evening.phone(key)
        assert phone is not None
        phone.points_at(evening.said[str(number)])
    expect(evening.lead.side).to_contain_text(
        f"{len(pointed)} of {len(evening.told.outcome.confirmed_by)} have pointed."
    )
    evening.wall.window.lacks("points to an answer")
    evening.lead.asks_first("Show the pointing")
    shown = evening.wall.page.get_by_text("points to an answer").filter(visible=True)
    expect(shown).to_have_count(len(set(pointed.values())))
