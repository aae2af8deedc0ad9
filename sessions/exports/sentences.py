"""A sentence for each way in which an export comes to nothing: what happened and what to do."""

from __future__ import annotations

from flask_babel import gettext as _


def sentence_for(code: str) -> str:
    """In the language of now."""
    known: dict[str, str] = {
        "export_failed": _("The file could not be written. Try again, or choose another format."),
        "export_too_slow": _("It took too long and was given up. Choose fewer parts or another format."),
        "export_too_large": _("It would be larger than any sensible file. Choose fewer parts."),
        "exports_busy": _("Others are exporting just now. Try again in a minute; your choice is kept."),
        "export_gone": _("That file is no longer here: it was fetched, or it waited too long. Make it again."),
        "export_outdated": _("Something was taken back after this file was made; it was thrown away. Make it again."),
        "pdf_unavailable": _("PDF files cannot be made on this server. Print the same as a page, also into a PDF."),
    }
    return known.get(code, known["export_failed"])
