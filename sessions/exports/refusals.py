"""Why an export comes to nothing."""

from __future__ import annotations


class ExportRefusal(Exception):
    """An export that was not made; `code` is stable, and the exit status of the process that says so stands beside."""

    code = "export_failed"
    status = 1


class PdfUnavailable(ExportRefusal):
    """WeasyPrint, or what it needs of the system, is not there."""

    code = "pdf_unavailable"
    status = 3


class TooLarge(ExportRefusal):
    """More than any dialogue makes."""

    code = "export_too_large"
    status = 4


class Busy(ExportRefusal):
    """As many are being written as may be at once."""

    code = "exports_busy"
