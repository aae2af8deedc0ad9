"""The tool's own words on the wall of paper. What people said is never among them."""

from __future__ import annotations

from collections.abc import Sequence

from flask_babel import gettext as _


def kind_name(kind: str, number: int = 0) -> str:
    """What a statement is called; `number` where there are several of its kind."""
    names: dict[str, str] = {
        "core_statement": _("Core statement"),
        "own_version": _("Own version"),
        "judgement": _("Judgement"),
        "reason": _("Reason"),
        "rule": _("Rule"),
        "principle": _("Principle"),
    }
    name = names.get(kind, kind)
    return f"{name} {number}" if number else name


def answer_name(number: int) -> str:
    """What a version of the answer is called."""
    name: str = _("Our answer, wording %(number)d", number=number) if number > 1 else _("Our answer")
    return name


def kept_name(kind: str) -> str:
    """What someone keeps beside an answer."""
    name: str = _("Dissent") if kind == "dissent" else _("Reservation")
    return name


def sentence_of_links(names: Sequence[str]) -> str:
    """What a thing rests on, in words."""
    said: str = _("rests on %(names)s", names=" · ".join(names))
    return said


def sentence_of_loose() -> str:
    """Said of a thing without a link."""
    said: str = _("rests on nothing yet")
    return said


def words(key: str, name: str = "") -> str:
    """Headings of the columns, and what stands before a doubt about a link."""
    known: dict[str, str] = {
        "told": _("Told by one of us"),
        "found": _("What we found in it"),
        "beyond": _("What holds beyond it"),
        "beside": _("Beside the answer"),
        "link": _("About the link to %(name)s:", name=name),
    }
    return known[key]
