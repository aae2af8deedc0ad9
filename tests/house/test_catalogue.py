"""Sentences reach translators and come back: pages, code and screens, plural forms included."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from deploy import catalogue as made

SCREENS = sorted(
    path
    for path in (made.ROOT / "static" / "js").rglob("*.js")
    if "catalogues" not in path.parts and path.name != "i18n.js"
)


@pytest.fixture(scope="module")
def sentences() -> set[str]:
    return {message.id if isinstance(message.id, str) else message.id[0] for message in made.extracted() if message.id}


@pytest.mark.parametrize(
    "sentence",
    [
        "Prepare a dialogue",  # a template
        "Name and password don't fit together. Try again.",  # code
        "Listen",  # a screen
        "The group is at another step now. Your text is kept; you can say it aloud.",  # a refusal
    ],
)
def test_every_kind_of_place_is_read(sentences: set[str], sentence: str) -> None:
    assert sentence in sentences


@pytest.mark.parametrize("path", SCREENS, ids=[path.relative_to(made.ROOT).as_posix() for path in SCREENS])
def test_screens_name_their_sentences_plainly(path: Path) -> None:
    """t() with anything but a string would be left out of every language."""
    code = re.sub(r"//.*|/\*[\s\S]*?\*/", "", path.read_text(encoding="utf-8"))
    assert not re.findall(r"(?<![\w.])tn?\((?!\s*\")[^)]{0,40}", code)


def test_a_language_comes_back_for_pages_and_screens(tmp_path: Path) -> None:
    norwegian = Catalog(locale="nb")
    norwegian.add("Listen", "Lytt")
    norwegian.add(("{n} doubt", "{n} doubts"), ("{n} tvil", "{n} tvil"))
    norwegian.add("Not translated yet", "")
    source = tmp_path / "translations" / "nb" / "LC_MESSAGES"
    source.mkdir(parents=True)
    with (source / "messages.po").open("wb") as file:
        write_po(file, norwegian)
    made.compile_language("nb", tmp_path / "translations", tmp_path / "screens")
    module = (tmp_path / "screens" / "nb.js").read_text(encoding="utf-8")
    assert '"Listen": "Lytt"' in module
    assert '"{n} tvil"' in module
    assert "Not translated yet" not in module
    assert "export const plural = (n) => Number((n != 1));" in module
    assert (source / "messages.mo").stat().st_size > 0


def test_a_plural_rule_that_is_none_is_not_made_into_code() -> None:
    hostile = Catalog(locale="nb")
    setattr(hostile, "_plural_expr", "alert(1)")  # noqa: B010  # babel declares it None
    with pytest.raises(ValueError, match="not a plural rule"):
        made.as_module(hostile)


def test_kept_translations_survive_new_sentences(tmp_path: Path) -> None:
    known = Catalog(locale="nb")
    known.add("Listen", "Lytt")
    with (tmp_path / "messages.po").open("wb") as file:
        write_po(file, known)
    catalogue = made.updated("nb", tmp_path / "messages.po", made.extracted())
    message = catalogue.get("Listen")
    assert message is not None
    assert message.string == "Lytt"
    assert catalogue.get("Prepare a dialogue") is not None
