"""The synthetic sets: sentences as staff might write them, from templates and names, each with what is to be found.

A folder has one file of parts per language (`<language>.txt`); what was made from it lies in `<language>.jsonl`. Names,
numbers and dates are drawn with a fixed seed. `published/` is what figures are told of; `development/` has other
templates and other names, and is what the rules were written against: it is made anew each time, and not stored.

Parts: sections, one thing a line. A name's line has its forms, between "|"; "#" stands for a digit, "@" for a capital.
In a template `{other1}` is the second form of a name; `<the only woman>` narrows down who it is, and so is to be found.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Final

from dialogue.redaction.folding import SERBIAN

FOLDER: Final = Path(__file__).resolve().parent
LANGUAGES: Final = ("en", "uk", "nb", "fi", "et", "sq", "sr-Cyrl", "sr-Latn", "fr", "nl", "de")
KINDS: Final = (
    "roster", "local", "other", "place", "e_mail", "phone", "identifier", "plate", "cell_or_badge", "date",
    "quasi_identifier",
)  # fmt: skip
_TIMES: Final = {"published": 8, "development": 6}  # sentences made from one template
_SLOT: Final = re.compile(r"\{([a-z_]+?)(\d?)\}|<([^>]+)>")
_CYRILLIC: Final = {latin: letter for letter, latin in SERBIAN.items()}
_KIND_OF: Final = {"badge": "cell_or_badge"}  # sections by which one kind is told
_KEPT: Final = {"e_mail", "plate", "identifier", "phone"}  # in Latin letters in a Cyrillic text, too


@dataclass(frozen=True, slots=True)
class Gold:
    """Something to be found: from, to (in code points), of what kind (KINDS)."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a set."""

    text: str
    gold: tuple[Gold, ...]


@dataclass(frozen=True, slots=True)
class Parts:
    """What a set's sentences in one language are made from."""

    sections: dict[str, list[str]]

    def first_forms(self, section: str) -> list[str]:
        """The dictionary forms of a section's names."""
        return [forms[0] for forms in self.forms(section)]

    def forms(self, section: str) -> list[list[str]]:
        """Each line of a section as its forms."""
        return [[form.strip() for form in line.split("|")] for line in self.sections.get(section, [])]


def parts(folder: str, language: str) -> Parts:
    """A language's parts: Serbian in Latin letters, which become Cyrillic ones where sentences are made."""
    sections: dict[str, list[str]] = {}
    current: list[str] = []
    for line in (FOLDER / folder / f"{language.split('-')[0]}.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            current = sections.setdefault(line.strip("[] "), [])
        elif line.strip() and not line.startswith("# "):
            current.append(line.strip())
    return Parts(sections)


def made(folder: str, language: str) -> list[Sentence]:
    """Every sentence of a set, made anew: the same each time."""
    told = parts(folder, language)
    drawn = random.Random(f"{folder} {language.split('-')[0]}")
    forms = {section: told.forms(section) for section in told.sections if section != "templates"}
    for rows in forms.values():
        drawn.shuffle(rows)
    turn = dict.fromkeys(forms, 0)
    templates = told.sections["templates"] * _TIMES[folder]
    sentences: dict[str, Sentence] = {}
    for template in templates:
        one = _filled(template, forms, turn, drawn, cyrillic=language == "sr-Cyrl")
        sentences.setdefault(one.text, one)  # a template without a name gives one sentence
    return list(sentences.values())


def _filled(
    template: str, forms: dict[str, list[list[str]]], turn: dict[str, int], drawn: random.Random, *, cyrillic: bool
) -> Sentence:
    text, gold, reached = "", [], 0
    for slot in _SLOT.finditer(template):
        text += _written(template[reached : slot.start()], cyrillic)
        kind, form, indirect = slot[1], slot[2], slot[3]
        if indirect is not None:
            kind, value = "quasi_identifier", _written(indirect, cyrillic)
        else:
            rows = forms[kind]
            row = rows[turn[kind] % len(rows)]
            turn[kind] += 1
            value = _digits(row[min(int(form or 0), len(row) - 1)], drawn)
            value = value if kind in _KEPT else _written(value, cyrillic)
        kind = _KIND_OF.get(kind, kind)
        gold.append(Gold(len(text), len(text) + len(value), kind))
        text += value
        reached = slot.end()
    return Sentence(text + _written(template[reached:], cyrillic), tuple(gold))


def _digits(shape: str, drawn: random.Random) -> str:
    filled = re.sub("#", lambda _: drawn.choice("123456789"), shape)
    return re.sub("@(?![a-z])", lambda _: drawn.choice("ABEHKMPTX"), filled)


def _written(text: str, cyrillic: bool) -> str:
    """Serbian in Cyrillic letters, if asked."""
    if not cyrillic:
        return text
    text = re.sub("(?i)lj|nj|dž", lambda pair: _cased(_CYRILLIC[pair[0].lower()], pair[0]), text)
    return "".join(_cased(_CYRILLIC.get(letter.lower(), letter), letter) for letter in text)


def _cased(letter: str, like: str) -> str:
    return letter.upper() if like[0].isupper() else letter


def stored(folder: str, language: str) -> Iterator[Sentence]:
    """The sentences of a set as they lie in the repository."""
    for line in (FOLDER / folder / f"{language}.jsonl").read_text("utf-8").splitlines():
        one = json.loads(line)
        yield Sentence(one["text"], tuple(Gold(*gold) for gold in one["gold"]))


def store(folder: str, language: str) -> None:
    """Writes a set's sentences beside its parts."""
    told = ({"text": one.text, "gold": [astuple(gold) for gold in one.gold]} for one in made(folder, language))
    lines = (json.dumps(one, ensure_ascii=False) for one in told)
    (FOLDER / folder / f"{language}.jsonl").write_text("".join(f"{line}\n" for line in lines), "utf-8")
