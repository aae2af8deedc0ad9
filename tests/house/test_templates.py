"""The frame of all pages and the macros of forms, as Jinja renders them with the real extensions."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from flask import Flask, render_template_string
from flask_babel import Babel
from flask_wtf import CSRFProtect

from tests.house.project import ROOT, texts

BUTTONS = '{% from "macros/buttons.html" import button, icon, link_button %}'
FORMS = '{% from "macros/forms.html" import area, checkbox, choices, csrf, error_summary, field, select_field %}'
WALL = '{% from "macros/wall.html" import doubt, finding, line, steps %}'
SPRITE = (ROOT / "static" / "vendor" / "lucide-1.62.0" / "icons.svg").read_text("utf-8")


class Page(HTMLParser):
    """The start tags of a page: (tag, attributes) in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]

    def named(self, attribute: str) -> list[str]:
        return [str(attributes[attribute]) for _, attributes in self.tags if attribute in attributes]


def render(source: str, **given: object) -> str:
    app = Flask("templates", template_folder=str(ROOT / "templates"), static_folder=None)
    app.secret_key = "only for this test"
    Babel(app)
    CSRFProtect(app)
    app.jinja_env.globals["asset"] = lambda path: f"/static/{path}"
    with app.test_request_context():
        return render_template_string(source, **given)


def test_a_page_says_its_language_and_direction_and_leads_to_its_content() -> None:
    page = Page(render('{% extends "base.html" %}{% block main %}<h1>…</h1>{% endblock %}', lang="uk", dir="rtl"))
    assert page.all("html") == [{"lang": "uk", "dir": "rtl"}]
    assert {"class": "skip", "href": "#main"} in page.all("a")
    assert page.named("id").count("main") == 1


@pytest.mark.parametrize(
    "page", ['{% extends "base.html" %}', '{% extends "base.html" %}{% block page %}{% endblock %}']
)
def test_every_page_and_room_has_two_live_regions_from_the_start(page: str) -> None:
    assert Page(render(page)).named("role") == ["status", "alert"]


def test_every_style_sheet_is_linked_through_asset_and_exists() -> None:
    fonts = '{% block fonts %}{% from "macros/fonts.html" import fonts %}{{ fonts() }}{% endblock %}'
    links = [link["href"] for link in Page(render('{% extends "base.html" %}' + fonts)).all("link")]
    assert links
    assert [link for link in links if not (ROOT / str(link).lstrip("/")).is_file()] == []


def test_every_page_of_staff_brings_the_faces_of_the_wall() -> None:
    staff = [(path, text) for path, text in texts("templates") if "macros/places.html" in text]
    assert len(staff) > 8
    assert [str(path) for path, text in staff if "{% block fonts %}" not in text] == []


def test_no_template_holds_script_or_style_of_its_own() -> None:
    inline = re.compile(
        r"""<style|<script(?![^>]*(?:\bsrc=|\btype="application/json"))|\sstyle=|\son[a-z]+=|javascript:""", re.I
    )  # data never runs
    assert [str(path) for path, text in texts("templates") if inline.search(text)] == []


def test_a_field_names_its_hint_its_error_and_its_limit() -> None:
    html = render(
        FORMS
        + "{{ field('title', 'One thing', hint='A title', error='Too long', limit=80, said=true, required=true) }}"
    )
    page = Page(html)
    (control,) = page.all("input")
    assert str(control["aria-describedby"]).split() == ["title-hint", "title-error", "title-count"]
    assert set(str(control["aria-describedby"]).split()) <= set(page.named("id"))
    assert (control["aria-invalid"], control["dir"], control["class"]) == ("true", "auto", "input said")
    assert "required" in control
    assert page.all("label") == [{"class": "field-label", "for": "title"}]
    assert "maxlength" not in html, "what a person pastes is never cut off"


@pytest.mark.parametrize(
    "control",
    [
        "{{ field('a', 'A') }}",
        "{{ area('a', 'A', value='x', limit=200) }}",
        "{{ select_field('a', 'A', [('en', 'English'), ('uk', 'Українська')], value='uk') }}",
        "{{ checkbox('a', 'A', checked=true, hint='h') }}",
        "{{ choices('a', 'A', [('1', 'one', ''), ('2', 'two', 'h')], chosen=['2'], error='Choose one') }}",
    ],
)
def test_every_control_has_its_label(control: str) -> None:
    page = Page(render(FORMS + control))
    controls = [tag for name in ("input", "textarea", "select") for tag in page.all(name)]
    assert controls
    assert [tag["id"] for tag in controls] == [label["for"] for label in page.all("label")]
    assert set(" ".join(page.named("aria-describedby")).split()) <= set(page.named("id"))


def test_the_error_summary_leads_to_each_field() -> None:
    summary = FORMS + "{{ error_summary([('title', 'Write a title'), ('words', 'Shorten this')]) }}"
    html = render(summary)
    assert [link["href"] for link in Page(html).all("a")] == ["#title", "#words"]
    assert "2 things need your attention" in html
    assert render(FORMS + "{{ error_summary([]) }}").strip() == ""


def test_a_form_carries_the_token_against_forgery() -> None:
    (hidden,) = Page(render(FORMS + "{{ csrf() }}")).all("input")
    assert (hidden["type"], hidden["name"]) == ("hidden", "csrf_token")
    assert len(str(hidden["value"])) > 40


def test_what_people_said_is_escaped_everywhere() -> None:
    hostile = '"><script>alert(1)</script>'
    html = render(
        FORMS
        + BUTTONS
        + WALL
        + "{{ field('a', h, value=h, hint=h, error=h) }}{{ area('b', h, value=h) }}{{ button(h, title=h) }}"
        "{{ line('s1', '1', h, h, heated=true) }}{{ doubt(h, remark=h) }}{{ steps([('a', h)], 'a') }}"
        "{% call finding('f1', h, h, rests=[('s1', h, true)]) %}{% endcall %}",
        h=hostile,
    )
    assert "<script" not in html
    assert Page(html).all("script") == []


def test_every_icon_that_a_template_names_is_in_the_sprite() -> None:
    symbols = set(re.findall(r'<symbol id="([^"]+)"', SPRITE))
    call = re.compile(r"""\b(?:icon\(|symbol=)["']([a-z0-9-]+)["']""")
    named = {name for _, text in texts("templates") for name in call.findall(text)}
    assert named - symbols == set()
    (use,) = Page(render(BUTTONS + "{{ button('Raise hand', symbol='hand', type='button') }}")).all("use")
    assert str(use["href"]).split("#")[1] in symbols
    assert (ROOT / str(use["href"]).split("#")[0].lstrip("/")).is_file()


def test_a_finding_shows_what_it_rests_on_and_says_when_it_rests_on_nothing() -> None:
    page = Page(
        render(WALL + "{{ finding('f1', 'Reason', 'Seen.', 'en', [('s5', '5', true), ('s3a', '3a', false)]) }}")
    )
    assert [(link["href"], link["class"]) for link in page.all("a")] == [("#s5", "chip is-heated"), ("#s3a", "chip")]
    assert 'class="finding is-loose"' in render(WALL + "{{ finding('f1', 'Reason', 'Seen.', rests=none) }}")
