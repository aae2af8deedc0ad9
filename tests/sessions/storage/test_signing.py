"""The signing key: made once, kept wrapped, replaced for good."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from dialogue.archive.ed25519 import signature_fits
from sessions.storage.refusals import StorageRefusal
from sessions.storage.store import open_storage
from tests.sessions.storage.given import bytes_on_disk, tamper

DAY, LATER = "2026-11-22", "2026-12-01"


def test_the_key_is_made_on_first_use_and_stays(data: Path) -> None:
    storage = open_storage(data)
    assert storage.signing_keys() == []
    first = storage.signer(DAY)
    storage.close()
    storage = open_storage(data)
    again = storage.signer(LATER)
    known = storage.signing_keys()
    storage.close()
    assert again.public_key == first.public_key
    assert [(key.public_key, key.made_day, key.retired_day) for key in known] == [(first.public_key, DAY, None)]
    assert again.sign(b"said") == first.sign(b"said")


def test_what_it_signs_fits_for_openssl_and_with_python_alone(data: Path) -> None:
    storage = open_storage(data)
    signer = storage.signer(DAY)
    storage.close()
    signature = signer.sign(b"said")
    Ed25519PublicKey.from_public_bytes(signer.public_key).verify(signature, b"said")
    assert signature_fits(signer.public_key, b"said", signature)


def test_of_a_key_that_was_replaced_only_the_public_half_is_left(data: Path) -> None:
    storage = open_storage(data)
    first = storage.signer(DAY)
    storage.close()
    with closing(sqlite3.connect(data / "keys.db")) as connection:
        (wrapped,) = connection.execute("SELECT wrapped FROM signing_keys").fetchone()
    assert wrapped in bytes_on_disk(data)
    storage = open_storage(data)
    storage.replace_signing_key(LATER)
    second = storage.signer(LATER)
    known = storage.signing_keys()
    storage.close()
    assert second.public_key != first.public_key
    assert [key.public_key for key in known] == [second.public_key, first.public_key]
    assert (known[1].made_day, known[1].retired_day) == (DAY, LATER)
    assert wrapped not in bytes_on_disk(data)


def test_a_damaged_key_is_named_and_can_be_replaced(data: Path) -> None:
    storage = open_storage(data)
    storage.signer(DAY)
    storage.close()
    assert tamper(data / "keys.db", "UPDATE signing_keys SET wrapped = zeroblob(60)") == 1
    storage = open_storage(data)
    with pytest.raises(StorageRefusal, match="signing-key --new") as refused:
        storage.signer(LATER)
    assert refused.value.code == "signing_key_damaged"
    storage.replace_signing_key(LATER)
    assert storage.signer(LATER).sign(b"said")
    storage.close()
