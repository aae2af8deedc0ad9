"""A facilitator's window is gone: before a real server, everybody reads in words who leads now, in whose place.

Half a minute is three seconds here (tests/tools/serve_hasty.py).
"""

from __future__ import annotations

from pathlib import Path

from tests.browser.cast import Flipchart, Guest, Phone
from tests.browser.hall import CONSOLE, PROJECTOR, hall
from tests.browser.lead import Lead


def test_when_the_facilitator_is_gone_everybody_reads_who_leads_now(tmp_path: Path) -> None:
    with hall(tmp_path, ("-m", "tests.tools.serve_hasty")) as opened:
        lead = Lead(opened)
        lead.prepares("Trust", question="When is it right to trust?")
        code = lead.opens_the_door()
        phone, wall, helper = Phone(opened, "Ash"), Flipchart(opened, "Wall", PROJECTOR), Guest(opened, "Cora", CONSOLE)
        phone.joins(code)
        phone.agrees()
        wall.shows(code)
        helper.page.goto(lead.invites())
        helper.page.get_by_label("What should we call you here?").fill(helper.name)
        helper.press("Go in")
        lead.page.close()
        helper.press("Take the lead")
        for screen in (phone, wall):
            screen.sees("Cora leads now in place of Facilitator.")
        helper.press("Hand the lead back")
        for screen in (phone, wall):
            screen.window.lacks("Cora leads now")


def test_whoever_comes_back_takes_the_lead_back_and_is_offered_it_when_the_other_is_gone(tmp_path: Path) -> None:
    with hall(tmp_path, ("-m", "tests.tools.serve_hasty")) as opened:
        lead = Lead(opened)
        lead.prepares("Trust", question="When is it right to trust?")
        code, console = lead.opens_the_door(), lead.page.url
        wall, helper = Flipchart(opened, "Wall", PROJECTOR), Guest(opened, "Carl", CONSOLE)
        wall.shows(code)
        helper.page.goto(lead.invites())
        helper.page.get_by_label("What should we call you here?").fill(helper.name)
        helper.press("Go in")
        context = lead.page.context
        lead.page.close()
        helper.press("Take the lead")
        again = opened.watch(context.new_page(), "Lead again", console)
        again.sees("You are back. Carl leads now.")
        helper.sees("Facilitator is back. You lead in their place.")
        again.press("Take the lead back")
        wall.window.lacks("Carl leads now")
        helper.window.lacks("You lead in")
        again.page.close()
        helper.press("Take the lead")
        last = opened.watch(context.new_page(), "Lead at last", console)
        helper.page.close()
        last.sees("Carl has been offline for 30 seconds. Lead again?")
        last.press("Take the lead back")
        wall.window.lacks("Carl leads now")
