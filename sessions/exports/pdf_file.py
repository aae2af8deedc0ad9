"""The document, or a poster, as PDF by WeasyPrint: an addition that may be missing, or lack its system's Pango."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from markupsafe import Markup

from sessions.exports.document import Document
from sessions.exports.fonts import faces_for
from sessions.exports.html_page import as_body
from sessions.exports.refusals import PdfUnavailable

_PAGE = Markup(
    '<!doctype html><html lang="{}"><head><meta charset="utf-8"><title>{}</title></head>'
    '<body class="export"><main>{}</main></body></html>'
)
_NUMBERED = '@page { @bottom-right { content: counter(page); font: 8pt "Source Sans 3", sans-serif; color: gray } }'
_A3 = "@page { size: A3 landscape; margin: 0 } body { margin: 0 } svg { display: block; break-after: page }"


def as_pdf(made: Document, static: Path) -> bytes:
    """A4 pages. `static` has the style sheet and the fonts. Raises PdfUnavailable."""
    page = _PAGE.format(made.language, made.title, as_body(made))
    sheets = ((static / "css" / f"{name}.css").read_text("utf-8") for name in ("tokens", "export"))
    return _printed(page, static, "".join((*sheets, _NUMBERED)))


def poster_as_pdf(drawings: Sequence[str], title: str, static: Path) -> bytes:
    """A landscape A3 page for each drawing. Raises PdfUnavailable."""
    page = _PAGE.format("", title, Markup("").join(map(Markup, drawings)))
    return _printed(page, static, _A3)


def _printed(page: str, static: Path, style: str) -> bytes:
    try:
        from weasyprint import CSS, HTML
        from weasyprint.text.fonts import FontConfiguration
    except (ImportError, OSError) as error:
        raise PdfUnavailable from error
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)  # its lines hold what is written on the page
    fetch = _only(static)
    fonts = FontConfiguration()
    base = (static / "fonts").as_uri() + "/"
    faces = "".join(face.declared for face in faces_for(page, static))
    sheets = [CSS(string=said, base_url=base, url_fetcher=fetch, font_config=fonts) for said in (faces, style)]
    html = HTML(string=page, url_fetcher=fetch, base_url=static.as_uri() + "/")
    written = html.write_pdf(stylesheets=sheets, font_config=fonts)
    if not isinstance(written, bytes):
        raise TypeError("no bytes")
    return written


def _only(static: Path) -> Any:
    """Fetches our own fonts, and nothing of what a page may name."""
    from weasyprint.urls import URLFetcher

    fonts = (static / "fonts").as_uri() + "/"

    class Fonts(URLFetcher):  # type: ignore[misc]  # ships no types
        def fetch(self, url: str, headers: Any = None) -> Any:
            if not url.startswith(fonts) or ".." in url or "%" in url.removeprefix(fonts):
                raise ValueError("not a font of ours")
            return super().fetch(url, headers)

    return Fonts(allowed_protocols=("file",))
