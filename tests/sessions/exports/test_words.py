"""The labels for translators are those that transcripts are written with."""

from __future__ import annotations

from dialogue.transcript import ENGLISH
from sessions.app import Application
from sessions.exports.words import words


def test_every_label_is_marked_for_translators_in_its_english(application: Application) -> None:
    with application.flask.test_request_context():
        assert words() == ENGLISH
