"""A transcript as Markdown. What people said stays text: nothing in it can become a heading, link or tag."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dialogue.transcript.words import ENGLISH
from dialogue.vocabulary import Kind

_SPECIAL = re.compile(r"([\\`*_\[\]<>&|~#$^])")
_AT_LINE_START = re.compile(r"^(\d*)([-+=.)])")
_LADDER = frozenset(kind.value for kind in Kind)
_BESIDE = frozenset({"doubt", "reservation", "dissent", "test"})
_ADDRESS = re.compile(r"(?<=:)(?=//)|(?<=www)(?=\.)", re.IGNORECASE)


def as_markdown(
    transcript: Mapping[str, Any], words: Mapping[str, str] = ENGLISH, leaves_out: Sequence[str] = ()
) -> str:
    """The transcript for reading and printing. `words` are the labels in the reader's language, keyed as ENGLISH is.

    A label that is missing there is said in English. `leaves_out`: as a narrowed transcript names it.
    """
    words = {**ENGLISH, **words}
    return "\n".join((*_lines(transcript, words), *_left_out(leaves_out, words))).rstrip("\n") + "\n"


def escaped(text: str) -> str:
    """A person's text so that Markdown shows it as it was written; line breaks stay breaks of one paragraph."""
    lines = (line.strip() for line in text.splitlines())
    return "\\\n".join(_escaped(line) for line in lines if line)


def _escaped(line: str) -> str:
    line = _SPECIAL.sub(r"\\\1", line)
    line = _ADDRESS.sub(r"\\", line)
    return _AT_LINE_START.sub(r"\1\\\2", line)


def _lines(transcript: Mapping[str, Any], words: Mapping[str, str]) -> Iterator[str]:
    yield from (f"# {_on_one_line(transcript['title'])}", "")
    if transcript["question"]:
        yield from (f"**{words['question']}:** {_on_one_line(transcript['question'])}", "")
    if transcript["why_question"]:
        yield from (f"{words['why_question']}: {_on_one_line(transcript['why_question'])}", "")
    group = transcript["group"]
    yield f"- {words['day']}: {transcript['day']}"
    yield f"- {words['people']}: {group['people']}"
    yield f"- {words['by_voice']}: {group['by_voice']}"
    if transcript["course"]:
        yield from ("", f"## {words['course']}", "")
    for entered in transcript["course"]:
        yield f"- {words['stage.' + entered['stage']]}: {words['from_minute']} {entered['entered']}"
    names = names_of(transcript, words)
    for section in transcript["sections"]:
        yield from ("", f"## {words['stage.' + section['stage']]}", "")
        if section["stage"] == "selection" and transcript["why_chosen"]:
            yield from (f"{words['why_chosen']}: {_on_one_line(transcript['why_chosen'])}", "")
        for entry in section["entries"]:
            yield from _entry(entry, transcript, names, words)
    if not any(section["stage"] == "selection" for section in transcript["sections"]) and transcript["why_chosen"]:
        yield from ("", f"{words['why_chosen']}: {_on_one_line(transcript['why_chosen'])}")
    yield from _meta(transcript["meta"], words)
    yield from _outcome(transcript, names, words)
    yield from _evaluation(transcript["evaluation"], words)


def _on_one_line(text: str) -> str:
    return escaped(" ".join(text.split()))


def names_of(transcript: Mapping[str, Any], words: Mapping[str, str]) -> dict[str, str]:
    """What each entry is called, as on the wall: 3a, Reason 2. What is alone of its kind needs no number there."""
    entries = [entry for section in transcript["sections"] for entry in section["entries"]]
    of_kind = Counter(entry["kind"] for entry in entries)
    so_far: Counter[str] = Counter()
    names: dict[str, str] = {}
    for entry in entries:
        kind = entry["kind"]
        so_far[kind] += 1
        number = f" {entry['number']}" if kind not in _LADDER else f" {so_far[kind]}" if of_kind[kind] > 1 else ""
        names[entry["id"]] = entry["label"] or f"{words['kind.' + kind]}{number}"
    return names


def _entry(
    entry: Mapping[str, Any], transcript: Mapping[str, Any], names: Mapping[str, str], words: Mapping[str, str]
) -> Iterator[str]:
    beside = entry["kind"] in _BESIDE
    indent = "  " if beside else ""
    said = f"*{words['withdrawn']}*" if entry["text"] is None else escaped(entry["text"])
    told = f"**{names[entry['id']]}** {said}"
    if entry["signature"]:
        told += f" ({words['signed']}: {_on_one_line(entry['signature'])})"
    if entry["id"] == transcript["heated"]:
        told += f" ({words['heated']})"
    if entry["id"] in transcript["pointed"]:
        told += f" ({words['pointed']})"
    if entry["result"]:
        told = f"**{names[entry['id']]}** {_test(entry, names, words)}" + (f": {said}" if entry["text"] else "")
    yield _item(told, indent)
    if entry["kind"] == "choice_reason" and entry["about"] in names:
        yield _item(names[entry["about"]], indent + "  ")
    if entry["account"]:
        yield _item(f"{words['account']}: {escaped(entry['account'])}", indent + "  ")
    if entry["answered_by"]:
        yield _item(f"{words['answered_by']}: {names[entry['answered_by']]}", indent + "  ")
    if entry["link"]:
        yield _item(f"{words['link']}: {names[entry['about']]} → {names[entry['link']]}", indent + "  ")
    if entry["rests_on"]:
        yield _item(f"{words['rests_on']}: {', '.join(names[below] for below in entry['rests_on'])}", indent + "  ")
    if entry["open"]:
        yield _item(words["open"], indent + "  ")
    if entry["open"] is False:
        how = f": {escaped(entry['how'])}" if entry["how"] else ""
        yield _item(f"{words['closed']}{how}", indent + "  ")
    for version in entry["versions"]:
        yield _item(f"{words['earlier']}: {escaped(version)}", indent + "  ")


def _test(entry: Mapping[str, Any], names: Mapping[str, str], words: Mapping[str, str]) -> str:
    """What an experience says of the answer: "Experience 2: does not hold, another matter"."""
    matter = f", {words['matter.' + entry['matter']]}" if entry["matter"] else ""
    on = f"{names[entry['experience']]}: " if entry["experience"] else ""
    return f"{on}{words['result.' + entry['result']]}{matter}"


def _meta(talks: Sequence[Mapping[str, Any]], words: Mapping[str, str]) -> Iterator[str]:
    if not talks:
        return
    yield from ("", f"## {words['meta']}", "")
    for talk in talks:
        called = f" ({words['meta.called_by']}: {_on_one_line(talk['called_by'])})" if talk["called_by"] else ""
        change = f": {words['meta.change']}: {escaped(talk['what_we_change'])}" if talk["what_we_change"] else ""
        yield _item(f"{words['stage.' + talk['stage']]}{called}{change}")
        for note in talk["notes"]:
            yield _item(escaped(note), "  ")


def _item(text: str, indent: str = "") -> str:
    """A list item; its further lines stand under its first word."""
    return f"{indent}- " + text.replace("\n", f"\n{indent}  ")


def _outcome(transcript: Mapping[str, Any], names: Mapping[str, str], words: Mapping[str, str]) -> Iterator[str]:
    outcome = transcript["outcome"]
    if outcome is None:
        return
    yield from ("", f"## {words['outcome']}", "")
    proposed = "" if outcome["state"] == "settled" else f" ({words['proposed']})"
    yield f"**{words['outcome.' + outcome['kind']]}**{proposed}"
    yield ""
    if outcome["dividing_question"]:
        yield _item(f"{words['dividing_question']}: {_on_one_line(outcome['dividing_question'])}")
    texts = {entry["id"]: entry["text"] for section in transcript["sections"] for entry in section["entries"]}
    answer = [outcome["answer"]] if outcome["answer"] else []
    for entry in (*answer, *outcome["reservations"], *outcome["dissents"], *outcome["open_doubts"]):
        yield _item(f"{names[entry]}: {escaped(texts[entry])}")


def _evaluation(evaluation: Mapping[str, Any] | None, words: Mapping[str, str]) -> Iterator[str]:
    if evaluation is None:
        return
    yield from ("", f"## {words['evaluation']}", "")
    for item, shares in evaluation["items"].items():
        if "too_few" in shares.values():
            told = words["share.too_few"]
        else:
            told = ", ".join(f"{words['third.' + third]}: {words['share.' + share]}" for third, share in shares.items())
        yield _item(f"{words['item.' + item]} ({told})")
    for open_word in evaluation["open_words"]:
        yield _item(escaped(open_word))
    if evaluation["screen_minutes"] is not None:
        yield _item(f"{words['screen_minutes']}: {evaluation['screen_minutes']}")


def _left_out(keys: Sequence[str], words: Mapping[str, str]) -> Iterator[str]:
    if keys:
        yield from ("", f"## {words['leaves_out']}", "")
        yield from (_item(words[f"leaves_out.{key}"]) for key in keys)
