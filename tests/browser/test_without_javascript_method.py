"""The parts of the method that a plan may add work by plain forms, too; the facilitator leads over HTTP."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.plain import PlainReader
from tests.browser.remote import RemoteLead
from tests.sessions.pages.given import Served, Visitor, facilitator, joined, server

OPTIONS = ("accounts", "own_versions", "positions", "seven_item_evaluation")


class Plain(PlainReader):
    """Ash, whose browser runs no script."""

    def __init__(self, browser: Browser, served: Served, code: str) -> None:
        context = browser.new_context(base_url=served.origin, java_script_enabled=False, locale="en-GB")
        context.set_default_timeout(8000)
        self.page = context.new_page()
        self.page.goto(f"/j/{code}")
        self.page.get_by_label("What should we call you here?").fill("Ash")
        self.press("Go in")
        self.press("I agree")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder: Path = tmp_path_factory.mktemp("plain")
    with server(folder / "data") as running:
        yield running


def test_the_whole_method_without_javascript(served: Served, browser: Browser) -> None:
    lead = RemoteLead(facilitator(served), *OPTIONS)
    ash = Plain(browser, served, lead.code)
    birch = joined(served, lead.code, "Birch")
    has_lived_the_question(ash, lead)
    chooses_with_a_reason(ash, lead, birch)
    asks_for_a_fact(ash, lead, birch)
    calls_a_talk_and_waits(ash, lead)
    takes_a_position_and_keeps_a_reservation(ash, lead)
    answers_seven_items(ash, lead)


def has_lived_the_question(ash: Plain, lead: RemoteLead) -> None:
    lead.asks("move_to_stage", stage="question")
    ash.looks()
    ash.press("I have an experience for this")
    assert lead.view["question"]["lived"] == 1
    ash.press("I have none after all")
    assert lead.view["question"]["lived"] == 0


def chooses_with_a_reason(ash: Plain, lead: RemoteLead, birch: Visitor) -> None:
    lead.asks("move_to_stage", stage="experiences")
    ash.looks()
    ash.sees("Whoever learns of a crime")
    ash.field("One thing that happened to you").fill("The missing file")
    ash.field("What happened").fill("I counted.\nOne was missing.")
    ash.press("Put it on the wall")
    assert [item["account"] for item in lead.view["experiences"].values()] == ["I counted.\nOne was missing."]
    for title in ("The corridor", "The first week"):
        assert birch.command(lead.dialogue, "tell_experience", {"title": title}, "participant").json["ok"]
    lead.asks("move_to_stage", stage="selection")
    ash.looks()
    ash.field("The corridor").check()
    ash.field("The missing file").check()
    ash.press("Send my marks")
    ash.field("The missing file").uncheck()
    ash.press("Send my marks")
    ash.field("Your reason").fill("I have stood there.")
    ash.press("Send my reason")
    lead.asks("show_marks")
    titles = {key: item["text"] for key, item in lead.view["experiences"].items()}
    assert [titles[key] for key in lead.view["selection"]["marked"]] == ["The corridor"]
    (reason,) = lead.view["choice_reasons"].values()
    assert (reason["text"], titles[reason["experience"]]) == ("I have stood there.", "The corridor")


def asks_for_a_fact(ash: Plain, lead: RemoteLead, birch: Visitor) -> None:
    corridor = next(key for key, item in lead.view["experiences"].items() if item["text"] == "The corridor")
    lead.asks("ask_narrator", experience=corridor)
    assert birch.command(lead.dialogue, "accept_narrating", {"experience": corridor}, "participant").json["ok"]
    lead.asks("move_to_stage", stage="narrative")
    sentence = lead.asks("write_sentence", text="I met him in the corridor.")
    ash.looks()
    ash.field("What is it about?").select_option(label="1 I met him in the corridor.")
    ash.field("What happened there?").fill("Who else was there?")
    ash.press("Ask it")
    ash.field("What is it about?").select_option(label="The story as a whole")
    ash.field("What happened there?").fill("What time of day was it?")
    ash.press("Ask it")
    asked = {item["text"]: item.get("about") for item in lead.view["clarifications"].values()}
    assert asked == {"Who else was there?": sentence, "What time of day was it?": None}
    ash.opens("A note to the facilitator")
    ash.field("What should the facilitator know?").fill("It goes too fast for me.")
    ash.press("Send the note")
    (note,) = lead.view["notes"].values()
    assert note["text"] == "It goes too fast for me."
    assert "signature" not in note
    ash.sees("Not read yet.")


def calls_a_talk_and_waits(ash: Plain, lead: RemoteLead) -> None:
    ash.opens("Talk about how we work together")
    ash.press("Call this talk")
    assert lead.view["level"]["now"] == "meta"
    assert "signature" not in next(iter(lead.view["metas"].values()))
    ash.sees("We talk about how we are talking")
    ash.lacks("Ask for a fact")
    lead.asks("end_meta", what_we_change="We let each other finish.")
    ash.looks()
    ash.sees("Ask for a fact")


def takes_a_position_and_keeps_a_reservation(ash: Plain, lead: RemoteLead) -> None:
    lead.asks("move_to_stage", stage="consensus")
    lead.asks("word_answer", text="When we have seen what someone does.")
    ash.looks()
    ash.lacks("Keep a reservation or dissent")
    ash.field("I agree, with a reservation").check()
    ash.field("In your own words").fill("Only by day.")
    ash.press("Send my position")
    assert ash.field("In your own words").input_value() == "Only by day."
    assert lead.view["positions"]["taken"] == 1
    assert "Only by day." not in str(lead.view)
    lead.asks("show_positions")
    assert lead.texts("kept") == ["Only by day."]
    ash.looks()
    ash.field("Yes, with a reservation").check()
    ash.field("In your own words").fill("And only with two.")
    ash.press("Put it beside the answer")
    assert lead.texts("kept") == ["Only by day.", "And only with two."]
    ash.page.locator("main li").filter(has_text="And only with two.").locator("summary").click()
    ash.page.locator("main li").filter(has_text="And only with two.").locator("button").click()
    ash.lacks("And only with two.")
    assert lead.texts("kept") == ["Only by day."]


def answers_seven_items(ash: Plain, lead: RemoteLead) -> None:
    lead.asks("move_to_stage", stage="evaluation")
    ash.looks()
    assert ash.page.locator("main select").count() == 7
    ash.field("The views of others were heard.").select_option("4")
    ash.press("Send, unsigned")
    ash.sees("Thank you. Your answers are in, unsigned.")
    assert lead.view["group"]["evaluated"] == 1
