"""What travels is what was written: smaller, line for line, and a room's modules in one file."""

from __future__ import annotations

import gzip
import re

import pytest

from sessions.pages.look import STATIC, content
from sessions.pages.smaller import script, sheet
from sessions.pages.together import together

SCRIPTS = sorted(path.relative_to(STATIC).as_posix() for path in (STATIC / "js").rglob("*.js"))
SHEETS = sorted(path.relative_to(STATIC).as_posix() for path in (STATIC / "css").glob("*.css"))
ROOMS = ("archive", "console", "flipchart", "participant")
LATER = {"console": {"js/console/panels/index.js"}}  # what a room brings once it is drawn


@pytest.mark.parametrize(
    ("written", "travels"),
    [
        ("const a = 1; // one\nuse(a);", "const a=1;\nuse(a);"),
        ("/*! kept */ a = b;", "/*! kept */a=b;"),
        ("/** Two\n * lines. */\nuse(a);", "\n\nuse(a);"),
        ("return a - -b + +c;", "return a- -b+ +c;"),
        ("const next = a /* now */ in b;", "const next=a in b;"),
        ('say("a  //  b", \'it  is\');', 'say("a  //  b",\'it  is\');'),
        ("const parts = text.split(/[/\"]  \\/ /g);", "const parts=text.split(/[/\"]  \\/ /g);"),
        ("const half = (a + b) / 2; // {n} / 2", "const half=(a+b)/2;"),
        ("if (ok) {\n  go();\n}", "if(ok){\ngo();\n}"),
        ("html`<p\n    class=${a ? b : c}>  don't //  stop </p>`", "html`<p\nclass=${a?b:c}>  don't //  stop </p>`"),
        ("html`${of.map((a) => html`<b>${a.b}</b>\n   it's`)} // on`", "html`${of.map((a)=>html`<b>${a.b}</b>\nit's`)} // on`"),  # noqa: E501 - one line of script
        ("say(`one\n   two ${a + `${b}\n  c`}`);", "say(`one\n   two ${a+`${b}\n  c`}`);"),
        ("html`\\` ${{ a: { b } }} $ \\${x}`", "html`\\` ${{a:{b}}} $ \\${x}`"),
    ],
)  # fmt: skip
def test_a_script_keeps_its_meaning_and_its_lines(written: str, travels: str) -> None:
    assert script(written) == travels


@pytest.mark.parametrize("broken", ["html`<p>", "html`${a", "`${`b`"])
def test_a_template_without_an_end_is_refused(broken: str) -> None:
    with pytest.raises(ValueError, match="no end"):
        script(broken)


def test_a_style_sheet_keeps_its_strings_and_the_spaces_that_part_selectors() -> None:
    written = '/* Ring\n */\n.a > .b:not(.c) ,\n.d .e {\n  margin: 0 1px; --pad: 2px;\n  content: "a ; /b";\n}\n'
    assert sheet(written) == '\n\n.a > .b:not(.c),\n.d .e{\nmargin:0 1px;--pad:2px;\ncontent:"a ; /b";\n}\n'


@pytest.mark.parametrize("name", SCRIPTS + SHEETS)
def test_every_file_of_ours_travels_line_for_line(name: str) -> None:
    source = (STATIC / name).read_text("utf-8")
    travels = (script if name.endswith(".js") else sheet)(source)
    assert travels.count("\n") == source.count("\n")
    assert len(travels) < len(source)
    assert (script if name.endswith(".js") else sheet)(travels) == travels


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_travels_as_one_file(room: str) -> None:
    travels = content(STATIC / "js" / room / "main.js").decode()
    assert travels.count("=(()=>{") == travels.count("/*! ") == len(reached(f"js/{room}/main.js"))
    asked = [line for line in travels.splitlines() if line.startswith(("import*", "import{"))]
    assert [line for line in asked if "/vendor/" not in line] == []


@pytest.mark.parametrize("room", ROOMS)
def test_what_a_room_brings_later_is_one_file_more_and_repeats_nothing(room: str) -> None:
    main = content(STATIC / "js" / room / "main.js").decode()
    files = together(f"js/{room}/main.js", lambda path: (STATIC / path).read_text("utf-8"))
    assert set(files) - {f"js/{room}/main.js"} == LATER.get(room, set())
    for later in LATER.get(room, set()):
        travels = content(STATIC / later).decode()
        inside = reached(later)
        assert {name for name in modules(travels)} == inside - reached(f"js/{room}/main.js")
        assert modules(travels) & modules(main) == set()
        taken = re.findall(r'^import\{ ?(\S+?) ?\} ?from"\.\./main\.js"', travels, re.MULTILINE)
        lent = re.search(r"^export\{(.*)\};$", main, re.MULTILINE)
        assert lent
        assert set(taken) <= {name.strip() for name in lent[1].split(",")}


def modules(travels: str) -> set[str]:
    """The modules that stand in a file."""
    return {f"js/{name}" for name in re.findall(r"^/\*! (\S+) \*/", travels, re.MULTILINE)}


def reached(entry: str) -> set[str]:
    """The modules of ours that a module imports, itself and through each other."""
    found: set[str] = set()
    waiting = [STATIC / entry]
    while waiting:
        path = waiting.pop().resolve()
        name = path.relative_to(STATIC).as_posix()
        if name not in found and name.startswith("js/"):
            found.add(name)
            waiting += [
                path.parent / name for name in re.findall(r'(?:from|import) "(\.[^"]+)"', path.read_text("utf-8"))
            ]
    return found


@pytest.mark.parametrize("room", ROOMS)
def test_nobody_else_imports_from_a_rooms_folder(room: str) -> None:
    outside = [name for name in SCRIPTS if not name.startswith(f"js/{room}/")]
    assert [name for name in outside if f"/{room}/" in (STATIC / name).read_text("utf-8")] == []


def joined(**modules: str) -> str:
    sources = {f"js/{name.replace('_', '/')}.js": text for name, text in modules.items()}
    return together("js/room/main.js", lambda path: sources[path])["js/room/main.js"]


def test_modules_run_once_in_the_order_of_a_browser() -> None:
    text = joined(
        room_main='import { one as first } from "./one.js";\nimport { two } from "./in/two.js";\nfirst(two);',
        room_in_two='import { one } from "../one.js";\nimport { t } from "../../i18n.js";\nexport const two = one(t);',
        room_one="export function one(a) {}",
        i18n='import { html } from "../vendor/lit.js";\nexport const t = html;',
    )
    assert text.splitlines()[0] == 'import * as $vendor_lit from "../../vendor/lit.js";'
    assert text.count("function one") == 1
    places = [text.index(f"/*! {name}.js */") for name in ("room/one", "i18n", "room/in/two", "room/main")]
    assert places == sorted(places)
    assert "const { one: first } = $room_one;\nconst { two } = $room_in_two;" in text


def test_what_comes_later_takes_from_the_room_what_is_there() -> None:
    sources = {
        "js/room/main.js": 'import { one } from "./one.js";\nexport const more = () => import("./in/later.js");',
        "js/room/one.js": "export const one = 1;",
        "js/room/in/later.js": 'import { one } from "../one.js";\nimport { two } from "./two.js";\nexport const b = 3;',
        "js/room/in/two.js": "export const two = 2;",
    }
    files = together("js/room/main.js", sources.__getitem__)
    assert set(files) == {"js/room/main.js", "js/room/in/later.js"}
    assert "export { $room_one, $room_main };" in files["js/room/main.js"]
    later = files["js/room/in/later.js"]
    assert 'import { $room_one } from "../main.js";' in later
    assert "const one = 1" not in later
    assert later.endswith("export const { b } = $room_in_later;\n")


def test_what_comes_later_from_elsewhere_is_asked_for_from_where_the_room_stands() -> None:
    text = joined(
        room_main='import { bring } from "../hints/hints.js";\nbring();',
        hints_hints='export const bring = () => [import("./finder.js"), import(`./in/${code}.js`), import(some)];',
        hints_finder="export const finder = 1;",
    )
    assert '[import("../hints/finder.js"), import(`../hints/in/${code}.js`), import(some)]' in text


@pytest.mark.parametrize(
    ("modules", "why"),
    [
        ({"room_main": "export default 1;"}, "plain named"),
        ({"room_main": 'import all from "./one.js";', "room_one": ""}, "plain named"),
        ({"room_main": "export let a = 1;"}, "plain named"),
        ({"room_main": 'import "./in/a.js";', "room_in_a": "use(import.meta.url);"}, "within a room"),
        ({"room_main": 'export const b = () => import("../b.js");', "b": 'import "./room/main.js";'}, "outside a room"),
        (
            {"room_main": 'go(() => import("./b.js"));', "room_b": 'go(() => import("./c.js"));', "room_c": ""},
            "later still",
        ),
        ({"room_main": 'import "./a-b.js";\nimport "./a.b.js";', "room_a-b": "", "room_a.b": ""}, "same name"),
        ({"room_main": 'import "./a.js";', "room_a": 'import "./main.js";'}, "each other"),
    ],
)
def test_what_can_not_be_joined_faithfully_is_refused(modules: dict[str, str], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        joined(**modules)


def test_what_others_wrote_travels_as_it_came() -> None:
    theirs = [path for folder in ("vendor", "fonts") for path in (STATIC / folder).rglob("*") if path.is_file()]
    assert theirs
    assert [path for path in theirs if content(path) != path.read_bytes()] == []


def test_our_part_of_a_phone_is_a_third_smaller_than_it_was_written() -> None:
    sources = reached("js/participant/main.js")
    written = sum(len(gzip.compress((STATIC / name).read_bytes(), 9)) for name in sources)
    assert len(gzip.compress(content(STATIC / "js" / "participant" / "main.js"), 9)) < written * 2 / 3
