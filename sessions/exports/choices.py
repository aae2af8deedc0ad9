"""What whoever exports chooses from, in plain words: (value, label, hint)."""

from __future__ import annotations

from flask_babel import gettext as _

from dialogue.transcript.narrowing import USUAL, Part
from sessions.exports.service import pdf_there

Choice = tuple[str, str, str]


def formats() -> list[Choice]:
    """The kinds of files."""
    no_pdf = "" if pdf_there() else _("Not installed on this server: you get a page to print, also into a PDF.")
    known = [
        ("docx", _("Text document (DOCX)"), _("For Word and others; can be edited.")),
        ("odt", _("Text document (ODT)"), _("For LibreOffice; can be edited.")),
        ("pdf", _("PDF"), no_pdf or _("To print and to keep.")),
        ("poster_pdf", _("Poster (PDF)"), _("The answer with its ladder on A3, to hang up.")),
        ("poster_svg", _("Poster (SVG)"), _("The same as a drawing; browsers open and print it.")),
        ("xlsx", _("Tables (XLSX)"), _("Entries, doubts and the evaluation, one sheet each.")),
        ("csv", _("Tables (CSV)"), _("The same as plain files, in a zip.")),
        ("markdown", _("Text (Markdown)"), _("Plain text with marks.")),
        ("json", _("Data (JSON)"), _("For programs.")),
    ]
    return [one for one in known if one[0] != "poster_pdf" or pdf_there()]


def usual_parts() -> list[Choice]:
    """What goes along unless somebody takes it out."""
    return [one for one in _parts() if Part(one[0]) in USUAL]


def other_parts() -> list[Choice]:
    """What stays unless somebody chooses it."""
    return [one for one in _parts() if Part(one[0]) not in USUAL]


def _parts() -> list[Choice]:
    return [
        ("question", _("How the question came about"), _("All wordings, and why this one.")),
        ("findings", _("What the group found"), _("Judgement, reasons, rules, principles.")),
        ("answer", _("The answer"), _("With tests, reservations, dissents and the outcome.")),
        ("doubts", _("Doubts"), _("Open and settled, each where it belongs.")),
        ("signatures", _("Pseudonyms"), _("Of those who signed what they said.")),
        ("meta", _("How the group worked together"), _("What it changed.")),
        ("evaluation", _("Looking back"), _("Only classes: few, some, most.")),
        ("course", _("The course"), _("When each step began, to five minutes.")),
        (
            "stories",
            _("The experiences and the narrative"),
            _("Whoever told them can take them back here, but not from a copy. Choose this only if all agree."),
        ),
        ("open_words", _("Open words"), _("Written to you when looking back; others may know whose they are.")),
        ("earlier", _("Earlier wordings"), _("What people said first, and then said better.")),
        ("day", _("The day"), _("Otherwise only the month.")),
    ]
