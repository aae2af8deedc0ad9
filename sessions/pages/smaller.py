"""Our own scripts and style sheets as they travel: the same, without what only a reader of the source needs.

Line for line, and nothing is renamed: an error names the line of the source. docs/decisions/0010 has figures, and why
no minifier that exists would do.
"""

from __future__ import annotations

import re

_TOKEN = re.compile(
    r"""(?P<remark>//[^\n]*|/\*(?!!).*?\*/)
    |(?P<kept>/\*!.*?\*/)
    |(?P<space>[ \t]+)
    |(?P<line>\n)
    |(?P<string>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')
    |(?P<word>[\w$#]+)
    |(?P<sign>.)""",
    re.VERBOSE | re.DOTALL,
)
_PATTERN = re.compile(
    r"/(?![/*])(?:[^/\\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/\w*"
)  # a regular expression, as JS writes it
# A slash after these begins a regular expression; after anything else it divides.
_BEFORE_PATTERN = frozenset("(,=:[!&|?{};+-*%<>~^") | {"return", "typeof", "case", "of", "in", "void", "throw", "await"}
_MARKUP = frozenset({"html", "svg"})  # tags of the templates in which the room at the ends of lines means nothing
_LINE_ENDS = re.compile(r"[ \t]*\n[ \t]*")
_PIECE = re.compile(r"(?P<end>`)|(?P<value>\$\{)|\\.|[^`\\$]+|\$", re.DOTALL)


def script(source: str) -> str:
    """An ES module without remarks (but those that begin with /*!), indentation and idle spaces.

    Raises ValueError where a template has no end.
    """
    out: list[str] = []
    _code(source, 0, out, inside=False)
    return "".join(out)


def _code(source: str, at: int, out: list[str], *, inside: bool) -> int:
    """Appends the code from `at` on; of a template's value (`inside`) up to its brace. Gives the place of its end."""
    depth, last, apart = 0, "", False
    while at < len(source):
        pattern = _PATTERN.match(source, at) if not last or last in _BEFORE_PATTERN else None
        found = pattern or _TOKEN.match(source, at)
        if found is None:  # _TOKEN takes any character
            raise ValueError("cannot happen")
        text, kind = found[0], "pattern" if pattern else found.lastgroup
        at = found.end()
        if kind in ("remark", "space"):
            out.append("\n" * text.count("\n"))
            apart = True
            continue
        if kind == "line":
            out.append(text)
            apart = False
            continue
        if apart and _run_together(_end(out), text[0]):
            out.append(" ")
        if inside and text == "}" and not depth:
            return at - 1
        depth += {"{": 1, "}": -1}.get(text, 0)
        out.append(text)
        if text == "`":
            at = _template(source, at, out, markup=last in _MARKUP)
        last, apart = text, False
    if inside:
        raise ValueError("a template has no end")
    return at


def _template(source: str, at: int, out: list[str], *, markup: bool) -> int:
    """Appends what follows a template's first quote, its last quote with it. Gives the place after that."""
    while piece := _PIECE.match(source, at):
        out.append(_LINE_ENDS.sub("\n", piece[0]) if markup else piece[0])
        at = piece.end()
        if piece["end"]:
            return at
        if piece["value"]:
            at = _code(source, at, out, inside=True)
            out.append("}")
            at += 1
    raise ValueError("a template has no end")


def _end(out: list[str]) -> str:
    """The last character that was written; a line's end before the first."""
    return next((text[-1] for text in reversed(out) if text), "\n")


def _run_together(before: str, after: str) -> bool:
    """Whether two characters mean something else without a space between them."""
    if _wordlike(before) and _wordlike(after):
        return True
    return (before == after and before in "+-/") or (before.isdigit() and after == ".")


def _wordlike(character: str) -> bool:
    return character.isalnum() or character in "_$#" or ord(character) > 127


def sheet(source: str) -> str:
    """A style sheet without remarks, indentation and idle spaces."""
    bare = re.sub(r"/\*.*?\*/", lambda remark: "\n" * remark[0].count("\n"), source, flags=re.DOTALL)
    parts = re.split(r'("(?:[^"\\]|\\.)*")', bare)  # every other one is a string
    return "".join(part if at % 2 else _tight(part) for at, part in enumerate(parts))


def _tight(rules: str) -> str:
    rules = re.sub(r"[ \t]*([{};,])[ \t]*", r"\1", _LINE_ENDS.sub("\n", rules))
    return re.sub(r"(^|[{;])(-?-?[a-z][\w-]*):[ \t]+", r"\1\2:", rules, flags=re.MULTILINE)
