"""The document as HTML: the body of a page that is printed, by WeasyPrint or by a browser."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from sessions.exports.document import Block, Document, Grid, Heading, Line, Note, Points, Said

_LABEL = Markup('<span class="label">{}</span> ')


def as_body(made: Document) -> Markup:
    """Everything within <main>. What people said is marked as theirs, with its language."""
    return Markup("\n").join(_body(made))


def _body(made: Document) -> Iterator[Markup]:
    yield Markup('<h1 class="said" dir="auto" lang="{}">{}</h1>').format(made.language, made.question)
    facts = (*((made.title,) if made.title != made.question else ()), *made.facts)
    yield Markup('<p class="facts" dir="auto">{}</p>').format(" · ".join(facts))
    for block in made.blocks:
        yield _block(block, made.language)


def _block(block: Block, language: str) -> Markup:
    match block:
        case Heading(text, level):
            return Markup("<h{}>{}</h{}>").format(level + 1, text, level + 1)
        case Said():
            return _said(block, language)
        case Line(text, strong):
            return Markup('<p class="line">{}</p>').format(
                Markup("<strong>{}</strong>").format(text) if strong else text
            )
        case Grid(rows):
            return _table(rows)
        case Points(texts):
            return Markup("<ul>{}</ul>").format(Markup("").join(Markup("<li>{}</li>").format(one) for one in texts))


def _said(block: Said, language: str) -> Markup:
    look = " ".join(["entry", *(["beside"] if block.beside else []), *(["heated"] if block.heated else [])])
    label = _LABEL.format(block.label) if block.label else ""
    notes = Markup("").join(_note(note, language) for note in block.notes)
    return Markup('<div class="{}"><p>{}{}</p>{}</div>').format(look, label, _words(block.said, language), notes)


def _note(note: Note, language: str) -> Markup:
    label = f"{note.label}: " if note.label and note.said else note.label
    return Markup('<p class="note">{}{}</p>').format(label, _words(note.said, language) if note.said else "")


def _words(text: str, language: str) -> Markup:
    return Markup('<span class="said" dir="auto" lang="{}">{}</span>').format(language, text)


def _table(rows: Sequence[Sequence[str]]) -> Markup:
    head, *body = rows
    columns = Markup("").join(Markup('<th scope="col">{}</th>').format(text) for text in head)
    lines = Markup("").join(_row(row) for row in body)
    return Markup("<table><thead><tr>{}</tr></thead><tbody>{}</tbody></table>").format(columns, lines)


def _row(row: Sequence[str]) -> Markup:
    first, *others = row
    cells = Markup("").join(Markup("<td>{}</td>").format(text) for text in others)
    return Markup('<tr><th scope="row">{}</th>{}</tr>').format(first, cells)
