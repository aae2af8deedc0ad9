"""docs/redaction.md: what redaction suggestions do, and the figures as they were measured."""

from __future__ import annotations

from typing import Final

from bench.redaction.evaluation import KNOWN, OTHER, STRUCTURED, Tally
from bench.redaction.sets import FOLDER, KINDS

TEXT: Final = FOLDER / "page.md"  # the page without its figures
_NAMES: Final = {
    "roster": "roster", "local": "local names", "other": "other names", "place": "places", "e_mail": "e-mail",
    "phone": "phone", "identifier": "ids", "plate": "plates", "cell_or_badge": "cell, badge", "date": "dates",
    "quasi_identifier": "narrows down",
}  # fmt: skip


def page(measured: dict[str, Tally]) -> str:
    """The whole page."""
    told = TEXT.read_text("utf-8")
    return told.replace("<!-- groups -->", groups(measured)).replace("<!-- kinds -->", kinds(measured))


def groups(measured: dict[str, Tally]) -> str:
    """Recall of known and structured things and of other names, and precision, in per cent."""
    head = ["language", "sentences", "known names", "structured", "other names, places", "narrows down", "precision"]
    rows = []
    for language, one in measured.items():
        shares = [_share(one, *kinds) for kinds in (KNOWN, STRUCTURED, OTHER, ("quasi_identifier",))]
        rows.append([language, str(one.sentences), *shares, f"{100 * one.precision:.0f}"])
    return _table(head, rows)


def kinds(measured: dict[str, Tally]) -> str:
    """Recall by kind, in per cent, with the number of spans in brackets."""
    rows = [
        [language, *(f"{_share(one, kind)} ({one.present[kind]})" for kind in KINDS)]
        for language, one in measured.items()
    ]
    return _table(["language", *(_NAMES[kind] for kind in KINDS)], rows)


def _share(one: Tally, *kinds: str) -> str:
    return f"{100 * one.recall(*kinds):.0f}"


def _table(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
