"""The sentences of the product for translators, and back: .po files in, catalogues for pages and screens out.

    python -m deploy.catalogue nb        extract all sentences into sessions/translations/nb/…/messages.po (kept
                                         translations stay), then compile it for pages (.mo) and screens (.js)
    python -m deploy.catalogue           compile all languages that are there

English is the source and has no catalogue.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
TRANSLATIONS = ROOT / "sessions" / "translations"
SCREENS = ROOT / "static" / "js" / "catalogues"
PLACES = {
    "templates": [("**.html", "jinja2")],
    "sessions": [("**.py", "python")],
    "static/js": [("catalogues/**.js", "ignore"), ("**.js", "deploy.catalogue:sentences_of_screens")],
}
# Babel's own JavaScript lexer loses its way in nested templates; sentences of screens are always plain strings, so
# that looking for calls is enough (a test holds the screens to it).
_CALL = re.compile(r'\b(?P<name>tn?)\(\s*(?P<first>"(?:[^"\\]|\\.)*")(?:\s*,\s*(?P<second>"(?:[^"\\]|\\.)*"))?')
# What gettext's plural rules are made of; anything else is not turned into code.
_PLURAL_RULE = re.compile(r"[n0-9\s?:()%!=<>&|]+")


def sentences_of_screens(
    file: IO[bytes], keywords: Mapping[str, Any], comment_tags: Iterable[str], options: Mapping[str, Any]
) -> Iterator[tuple[int, str, Any, list[str]]]:
    """Babel extraction method for t("…") and tn("…", "…") in static/js."""
    text = file.read().decode()
    for call in _CALL.finditer(text):
        line = text.count("\n", 0, call.start()) + 1
        first = json.loads(call["first"])
        if call["name"] == "tn" and call["second"]:
            yield line, "ngettext", (first, json.loads(call["second"])), []
        else:
            yield line, "gettext", first, []


def extracted(root: Path = ROOT) -> Catalog:
    """All sentences of the product."""
    catalogue = Catalog(project="Dialogue", charset="utf-8")
    for place, methods in PLACES.items():
        for name, line, message, comments, context in extract_from_dir(
            str(root / place), method_map=methods, keywords=DEFAULT_KEYWORDS, comment_tags=("Translators:",)
        ):
            catalogue.add(message, None, [(f"{place}/{name}", line)], auto_comments=comments, context=context)
    return catalogue


def updated(language: str, known: Path, template: Catalog) -> Catalog:
    """The language's catalogue with every sentence of today; translations that exist are kept."""
    catalogue = Catalog(locale=language, project="Dialogue", charset="utf-8")
    if known.is_file():
        with known.open("rb") as file:
            catalogue = read_po(file, locale=language)
    catalogue.update(template)
    return catalogue


def as_module(catalogue: Catalog) -> str:
    """The catalogue as the ES module that static/js/i18n.js loads. ValueError for a plural rule that is none."""
    rule = catalogue.plural_expr
    if not _PLURAL_RULE.fullmatch(rule):
        raise ValueError(f"{catalogue.locale_identifier}: not a plural rule: {rule}")
    messages: dict[str, str | list[str]] = {}
    for message in catalogue:
        if not message.id or message.fuzzy or not message.string:
            continue
        if isinstance(message.id, str):
            messages[message.id] = str(message.string)
        elif all(message.string):
            messages[message.id[0]] = [str(form) for form in message.string]
    body = json.dumps(messages, ensure_ascii=False, indent=1, sort_keys=True)
    return f"export const messages = {body};\nexport const plural = (n) => Number({rule});\n"


def compile_language(language: str, translations: Path = TRANSLATIONS, screens: Path = SCREENS) -> None:
    """Write what pages (.mo) and screens (.js) read from the language's .po file."""
    source = translations / language / "LC_MESSAGES" / "messages.po"
    with source.open("rb") as file:
        catalogue = read_po(file, locale=language)
    with source.with_suffix(".mo").open("wb") as file:
        write_mo(file, catalogue)
    screens.mkdir(parents=True, exist_ok=True)
    (screens / f"{language.replace('_', '-')}.js").write_text(as_module(catalogue), encoding="utf-8")


def main(languages: list[str]) -> None:
    """Extract and compile the languages named, or compile all that are there."""
    template = extracted() if languages else Catalog()
    for language in languages:
        source = TRANSLATIONS / language / "LC_MESSAGES" / "messages.po"
        catalogue = updated(language, source, template)
        source.parent.mkdir(parents=True, exist_ok=True)
        with source.open("wb") as file:
            write_po(file, catalogue, sort_output=True)
        waiting = sum(1 for message in catalogue if message.id and not message.string)
        print(f"{language}: {waiting} sentences to translate")
    there = languages or sorted(path.parent.parent.name for path in TRANSLATIONS.glob("*/LC_MESSAGES/messages.po"))
    for language in there:
        compile_language(language)


if __name__ == "__main__":
    main(sys.argv[1:])
