"""The tool's own words in a dialogue's language, whoever reads."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext

from flask import current_app
from flask_babel import force_locale


def in_words_of(language: str) -> AbstractContextManager[object]:
    """The tool's sentences in the dialogue's language, where there is a catalogue of it; else in the reader's own."""
    spoken = {str(locale) for locale in current_app.extensions["babel"].instance.list_translations()} | {"en"}
    wanted = language.replace("-", "_")
    made: AbstractContextManager[object] = force_locale(wanted) if wanted in spoken else nullcontext()
    return made
