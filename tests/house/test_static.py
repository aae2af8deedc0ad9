"""What browsers get: the parts that others wrote are whole, listed and licensed, and all of it is small."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.house.project import ROOT

STATIC = ROOT / "static"
PARTS: list[dict[str, Any]] = json.loads((STATIC / "vendor" / "MANIFEST.json").read_text("utf-8"))["parts"]
FILES = [(part, entry) for part in PARTS for entry in part["files"]]
OUR_OWN = {"vendor/MANIFEST.json", "fonts/fonts.css"}
SHEETS = ("tokens", "base", "layout", "components", "print")

# One letter of each alphabet that a session may be held in, the accented ones first.
LETTERS = "æøåÆØÅ ëçËÇ õäöüšž ĳœÿ čćđšžČĆĐŠŽ ßẞ аяієїґАЯІЄЇҐ ђјљњћџЂЈЉЊЋЏ ' – — “ ” „ ‘ ’ « » …"


@pytest.mark.parametrize(("part", "entry"), FILES, ids=[entry["file"] for _, entry in FILES])
def test_a_vendored_file_is_the_one_in_the_manifest(part: dict[str, Any], entry: dict[str, Any]) -> None:
    shipped = (STATIC / entry["file"]).read_bytes()
    assert hashlib.sha256(shipped).hexdigest() == entry["sha256"]
    assert part["version"] in Path(entry["file"]).parts[1], "the path carries the version"
    assert all(re.fullmatch("[0-9a-f]{64}", upstream) for upstream in entry["upstream"].values())
    assert entry["upstream"]


@pytest.mark.parametrize("part", PARTS, ids=[part["name"] for part in PARTS])
def test_a_vendored_part_brings_its_licence(part: dict[str, Any]) -> None:
    text = (STATIC / part["licence_file"]).read_text("utf-8")
    assert "copyright" in text.lower()
    folders = {Path(entry["file"]).parent for entry in part["files"]}
    assert folders == {Path(part["licence_file"]).parent}


def test_no_file_of_others_is_missing_from_the_manifest() -> None:
    found = {
        path.relative_to(STATIC).as_posix()
        for folder in ("vendor", "fonts")
        for path in (STATIC / folder).rglob("*")
        if path.is_file() and path.suffix != ".gz"  # compressed siblings are made from these
    }
    listed = {entry["file"] for _, entry in FILES} | {part["licence_file"] for part in PARTS}
    assert found - OUR_OWN == listed


def test_the_page_about_vendored_parts_names_each_with_version_licence_and_sum() -> None:
    page = (ROOT / "docs" / "vendored.md").read_text("utf-8")
    for part in PARTS:
        assert f"## {part['name']} {part['version']}\n" in page
        assert f"Licence {part['licence']}," in page
    sums = re.findall(r"\| `static/(\S+)` \| `([0-9a-f]{64})` \|", page)
    assert sorted(sums) == sorted((entry["file"], entry["sha256"]) for _, entry in FILES)


def test_no_script_asks_for_its_source_map() -> None:
    asking = [path for path in STATIC.rglob("*.js") if "sourceMappingURL" in path.read_text("utf-8")]
    assert asking == []


def test_the_template_module_exports_what_the_rooms_import() -> None:
    (module,) = STATIC.glob("vendor/lit-html-*/lit-html.js")
    exports = re.search(r"export\{([^}]*)\};?\s*$", module.read_text("utf-8"))
    assert exports
    names = {name.split(" as ")[-1] for name in exports[1].split(",")}
    assert {"html", "svg", "render", "nothing", "noChange", "repeat", "guard", "live", "classMap"} <= names


def test_the_style_sheets_stay_small() -> None:
    sheets = [(STATIC / "css" / f"{name}.css").read_bytes() for name in SHEETS]
    assert sum(len(gzip.compress(sheet, 9)) for sheet in sheets) <= 12 * 1024


def test_what_a_phone_loads_from_others_leaves_room_for_the_page() -> None:
    needed = [entry["file"] for part, entry in FILES if not part["source"].startswith("npm package @fontsource")]
    size = sum(len(gzip.compress((STATIC / name).read_bytes(), 9)) for name in needed)
    assert size <= 25 * 1024, "of 75 KB for the participant's page"


def test_the_fonts_cover_every_language_of_the_tool() -> None:
    sheet = (STATIC / "fonts" / "fonts.css").read_text("utf-8")
    faces = re.findall(r'font-family: "([^"]+)".*?url\("([^"]+)"\).*?unicode-range: ([^;]+);', sheet, re.S)
    assert {family for family, _, _ in faces} == {"Source Serif 4", "Source Sans 3"}
    for family in ("Source Serif 4", "Source Sans 3"):
        ranges = ", ".join(covered for name, _, covered in faces if name == family)
        missing = [letter for letter in LETTERS if not _covers(ranges, ord(letter))]
        assert missing == []
    assert all((STATIC / "fonts" / address).is_file() for _, address, _ in faces)


def _covers(ranges: str, point: int) -> bool:
    bounds = (part.strip().removeprefix("U+").split("-") for part in ranges.split(","))
    return any(int(bound[0], 16) <= point <= int(bound[-1], 16) for bound in bounds)
