"""The style sheets: flat, for either reading direction, and readable in light and in dark."""

from __future__ import annotations

import re

import pytest

from tests.house.project import ROOT

SHEETS = {path.name: path.read_text("utf-8") for path in sorted((ROOT / "static" / "css").glob("*.css"))}
BARE = {name: re.sub(r"/\*.*?\*/", "", text, flags=re.S) for name, text in SHEETS.items()}
TOKENS = BARE["tokens.css"]

# What an engine of 2018 doesn't know, and would drop with all that stands in it.
TOO_NEW = [r"@layer", r"@container", r"@import", r":has\(", r":is\(", r":where\(", r"color-mix\(", r"&\s*[.:{]"]
ONE_SIDED = [
    r"(margin|padding|border)-(left|right)\b",
    r"(?<![\w-])(left|right)\s*:",
    r"text-align:\s*(left|right)",
    r"float\s*:",
]
TEXT = ("ink", "ink-soft", "muted", "primary", "ok", "warn", "bad", "doubt")


@pytest.mark.parametrize("name", SHEETS)
def test_a_style_sheet_is_flat(name: str) -> None:
    depth = 0
    inside_rule: list[bool] = []
    for piece in re.findall(r"[^{}]*[{}]", BARE[name]):
        if piece.endswith("}"):
            depth -= 1
            inside_rule.pop()
            continue
        assert not any(inside_rule), f"nested: {piece.strip()}"
        inside_rule.append(not piece.strip().startswith(("@media", "@supports")))
        depth += 1
    assert depth == 0


@pytest.mark.parametrize("name", SHEETS)
@pytest.mark.parametrize("pattern", TOO_NEW)
def test_a_style_sheet_needs_nothing_that_old_engines_drop(name: str, pattern: str) -> None:
    assert re.search(pattern, BARE[name]) is None


@pytest.mark.parametrize("name", SHEETS)
@pytest.mark.parametrize("pattern", ONE_SIDED)
def test_a_style_sheet_knows_no_left_and_right(name: str, pattern: str) -> None:
    assert re.search(pattern, BARE[name]) is None


@pytest.mark.parametrize("name", SHEETS)
def test_space_between_flexible_items_does_not_hang_on_gap(name: str) -> None:
    # `gap` in a flex container came in 2021; grid-gap works in grids everywhere.
    assert re.search(r"(?<![\w-])(gap|row-gap|column-gap)\s*:", BARE[name]) is None


def test_every_custom_property_that_is_used_has_a_value() -> None:
    given = {found for text in BARE.values() for found in re.findall(r"(--[\w-]+)\s*:", text)}
    used = {found for text in BARE.values() for found in re.findall(r"var\((--[\w-]+)", text)}
    assert used - given == set()
    assert given - used == set(), "a name that nobody uses"


def test_colours_are_named_in_one_place() -> None:
    loose = {
        name: re.findall(r"#[0-9a-fA-F]{3,8}\b", text)
        for name, text in BARE.items()
        if name not in ("tokens.css", "print.css")
    }
    # A QR code is black on white in every theme.
    assert {name: found for name, found in loose.items() if found} == {"components.css": ["#ffffff", "#000000"]}


def test_dark_by_device_and_dark_by_choice_are_the_same() -> None:
    assert theme(r':root\[data-theme="dark"\]') == theme(r':root:not\(\[data-theme="light"\]\)')


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["ground", "surface", "field"])
@pytest.mark.parametrize("ink", TEXT)
def test_text_stands_out_from_its_ground(dark: bool, ground: str, ink: str) -> None:
    colours = palette(dark)
    assert contrast(colours[ink], colours[ground]) >= 4.5


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("over", "under", "least"),
    [
        ("on-primary", "primary", 4.5),
        ("on-primary", "primary-deep", 4.5),
        ("mark-ink", "mark", 4.5),
        ("border", "ground", 3),
        ("border", "surface", 3),
        ("border", "field", 3),
        ("primary", "mark", 3),  # a picked line that is the heated point
        ("ink", "ground", 7),
    ],
)
def test_controls_and_marks_can_be_told_apart(dark: bool, over: str, under: str, least: float) -> None:
    colours = palette(dark)
    assert contrast(colours[over], colours[under]) >= least


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_focus_is_seen_on_every_ground(dark: bool) -> None:
    colours = palette(dark)
    for ground in ("ground", "surface", "field", "mark"):
        assert contrast(colours["ink"], colours[ground]) >= 3


def theme(selector: str) -> dict[str, str]:
    """The colours that one block of tokens.css gives, by name without dashes."""
    block = re.search(selector + r"\s*\{([^}]*)\}", TOKENS)
    assert block, selector
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})", block[1]))


def palette(dark: bool) -> dict[str, str]:
    """All colours of a theme."""
    return theme(r":root") | (theme(r':root\[data-theme="dark"\]') if dark else {})


def contrast(one: str, other: str) -> float:
    """WCAG 2.2 contrast ratio of two colours "#rrggbb"; 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
