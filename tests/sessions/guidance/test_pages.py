"""The guidance is read without an account, in the reader's language, and kept until it changes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from flask.testing import FlaskClient

from deploy import catalogue
from dialogue.methods import OFFERED
from sessions.app import create_app
from sessions.config import load
from sessions.guidance.interventions import WORDINGS
from sessions.guidance.methods import guidance_for
from sessions.storage.store import open_storage

ORIGIN = "http://127.0.0.1:8000"


@pytest.fixture
def client(tmp_path: Path) -> Iterator[FlaskClient]:
    """A stranger, before an application that offers English and Norwegian; one sentence of it is translated."""
    norwegian = Catalog(locale="nb")
    norwegian.add("When the outcome is settled, and everyone knows what leaves the room.", "Når utfallet er bekreftet.")
    translations = tmp_path / "translations" / "nb" / "LC_MESSAGES"
    translations.mkdir(parents=True)
    with (translations / "messages.mo").open("wb") as file:
        write_mo(file, norwegian)
    storage = open_storage(tmp_path / "data")
    try:
        made = create_app(replace(load({}), languages=("en", "nb")), storage, frozenset({ORIGIN}), ORIGIN)
        made.flask.extensions["babel"].translation_directories = [str(tmp_path / "translations")]
        yield made.flask.test_client()
    finally:
        storage.close()


@pytest.mark.parametrize("method", OFFERED)
def test_the_page_has_every_text_of_the_method(client: FlaskClient, method: str) -> None:
    answer = client.get(f"/guidance?method={method}")
    assert answer.status_code == 200
    text = unescape(answer.text)
    for known in guidance_for(method):
        assert f'id="{known.stage.value}"' in text
        pitfalls = [said for pitfall in known.pitfalls for said in (pitfall.sign, pitfall.help)]
        words = [WORDINGS[key] for key in known.interventions]
        for said in (known.purpose, *known.moves, *pitfalls, *words, known.move_on):
            assert str(said) in text
    assert text.count("aria-current") == 1
    assert f'method={method}" aria-current="page"' in text


def test_the_page_suggests_the_minutes_of_the_ready_plans(client: FlaskClient) -> None:
    plan = OFFERED["short_90"].plans[90]
    text = client.get("/guidance?method=short_90").text
    assert re.findall(r"(\d+) of 90 min", text) == [str(known.minutes) for known in plan.stages if known.minutes]


def test_without_a_method_the_usual_one_is_shown(client: FlaskClient) -> None:
    assert client.get("/guidance").text == client.get("/guidance?method=nelson_heckmann").text


@pytest.mark.parametrize("address", ["/guidance?method=jigsaw", "/guidance/jigsaw.json", "/guidance/.json"])
def test_a_method_that_is_not_known_is_not_found(client: FlaskClient, address: str) -> None:
    assert client.get(address).status_code == 404


def test_the_console_gets_the_same_as_data(client: FlaskClient) -> None:
    answer = client.get("/guidance/hourglass.json?lang=en")
    assert answer.json is not None
    assert answer.json["method"] == "hourglass"
    for known in guidance_for("hourglass"):
        assert answer.json["stages"][known.stage.value] == {
            "purpose": str(known.purpose),
            "moves": [str(move) for move in known.moves],
            "pitfalls": [{"sign": str(one.sign), "help": str(one.help)} for one in known.pitfalls],
            "interventions": [key.value for key in known.interventions],
            "move_on": str(known.move_on),
        }


def test_a_language_that_is_offered_is_spoken_and_another_one_falls_back(client: FlaskClient) -> None:
    def end(language: str) -> str:
        answer = client.get(f"/guidance/norwegian.json?lang={language}")
        assert answer.json is not None
        return str(answer.json["stages"]["closing"]["move_on"])

    assert end("nb") == "Når utfallet er bekreftet."
    assert end("en") == end("xx") == end("../en") == str(guidance_for("norwegian")[-1].move_on)
    page = client.get("/guidance", headers={"Accept-Language": "nb"})
    assert "Når utfallet er bekreftet." in page.text
    assert "Accept-Language" in page.headers["Vary"]


@pytest.mark.parametrize("address", ["/guidance", "/guidance/norwegian.json"])
def test_it_is_kept_and_asked_for_again_without_being_sent_again(client: FlaskClient, address: str) -> None:
    first = client.get(address)
    assert first.headers["Cache-Control"] == "no-cache"
    again = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    other = client.get("/guidance/hourglass.json", headers={"If-None-Match": first.headers["ETag"]})
    assert other.status_code == 200
    assert "Set-Cookie" not in first.headers


def test_translators_are_given_every_sentence_of_it() -> None:
    sentences = {message.id for message in catalogue.extracted() if isinstance(message.id, str)}
    for method in OFFERED:
        for known in guidance_for(method):
            pitfalls = [said for pitfall in known.pitfalls for said in (pitfall.sign, pitfall.help)]
            wanted = {str(said) for said in (known.purpose, *known.moves, *pitfalls, known.move_on)}
            assert wanted <= sentences
    assert {str(words) for words in WORDINGS.values()} <= sentences
