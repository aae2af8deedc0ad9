"""What is sealed opens as it was, and its length tells next to nothing."""

from __future__ import annotations

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from dialogue.archive import Opened
from sessions.storage.sealing import BLOCK, Sealer, _bound, _derive, _seal, fresh_key, fresh_salt

PLACE = ("dialogue", 7, "text")


@pytest.mark.parametrize("text", ["", "agree", "disagree", "ä" * BLOCK, "x" * BLOCK, "a\u00ff", "\U0010ffff"])
def test_what_was_sealed_opens_as_it_was(text: str) -> None:
    sealer, said = Sealer(fresh_key()), Opened(fresh_salt(), text)
    assert sealer.open(sealer.seal(said, *PLACE), *PLACE) == said


def test_a_choice_can_not_be_told_by_its_length() -> None:
    sealer = Sealer(fresh_key())
    lengths = {
        len(sealer.seal(Opened(fresh_salt(), word), *PLACE)) for word in ("", "agree", "disagree", "not able to say")
    }
    assert len(lengths) == 1


@pytest.mark.parametrize("text", ["", "agree", "One file was missing.", "ä" * 100])
def test_what_was_sealed_before_there_was_a_filler_still_opens(text: str) -> None:
    key, said = fresh_key(), Opened(fresh_salt(), text)
    sealed = _seal(AESGCM(_derive(key, "words")), said.salt + text.encode(), _bound(PLACE))
    assert Sealer(key).open(sealed, *PLACE) == said
