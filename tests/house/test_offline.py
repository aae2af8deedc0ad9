"""Rooms without internet: nothing that is shown asks for anything from elsewhere."""

from __future__ import annotations

import re

import pytest

from tests.house.project import texts

ADDRESS = re.compile(r"""https?://[^\s"'<>)]*|(?<=["'(])//[a-z0-9-]+\.[^\s"'<>)]*""")
NAMESPACES = ("http://www.w3.org/",)  # names, never fetched


def addresses(text: str) -> list[str]:
    """The addresses a browser could ask for in a page, a style sheet or a script."""
    return [found for found in ADDRESS.findall(text) if not found.startswith(NAMESPACES)]


@pytest.mark.parametrize("folder", ["templates", "static"])
def test_what_is_shown_names_no_other_place(folder: str) -> None:
    shown = [(path, text) for path, text in texts(folder) if not path.name.startswith("LICENSE")]
    assert shown, f"{folder}/ is empty"
    assert [(str(path), found) for path, text in shown for found in addresses(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        '<script src="https://example.org/x.js">',
        "@import url(//example.org/x.css)",
        'import "http://example.org/x.js"',
    ],
)
def test_an_address_elsewhere_is_found(text: str) -> None:
    assert addresses(text)


@pytest.mark.parametrize("text", ['<svg xmlns="http://www.w3.org/2000/svg">', "a // comment.", '"/static/x.js"'])
def test_a_namespace_or_a_path_of_our_own_is_none(text: str) -> None:
    assert addresses(text) == []
