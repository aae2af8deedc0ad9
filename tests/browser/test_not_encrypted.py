"""Over plain http everybody is told where they come in: at the door, on their phone, on the wall, at the console."""

from __future__ import annotations

from pathlib import Path

from tests.browser.cast import Flipchart, Phone
from tests.browser.hall import PROJECTOR, hall
from tests.browser.lead import Lead

SENTENCE = "Not encrypted: use only on a trusted network."


def test_whoever_comes_in_over_plain_http_is_told_so(tmp_path: Path) -> None:
    with hall(tmp_path) as opened:
        lead = Lead(opened)
        lead.prepares("Trust", question="When is it right to trust?")
        code = lead.opens_the_door()
        lead.window.sees(SENTENCE)
        wall = Flipchart(opened, "Wall", PROJECTOR)
        wall.shows(code)
        wall.sees(SENTENCE)
        ash = Phone(opened, "Ash")
        ash.sees(SENTENCE)
        ash.joins(code)
        ash.sees("Before we begin")
        ash.sees(SENTENCE)
        ash.agrees()
        ash.window.lacks(SENTENCE)  # said once; behind "More" it stays
        ash.press("More")
        ash.sees(SENTENCE)
