"""Signatures checked with nothing but Python: as the RFC has them, and as OpenSSL has them, but for small orders."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogue.archive.ed25519 import FIELD, NEUTRAL, ORDER, curve_point, signature_fits

VECTORS = json.loads(Path(__file__).with_name("rfc8032.json").read_text("utf-8"))  # section 7.1, all of them
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = KEY.public_key().public_bytes_raw()

# The points whose order divides 8, as y and sign (Chalkias et al. 2020, table 6), with every other spelling of them.
Y_OF_ORDER_8 = (
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
)
SMALL = [number.to_bytes(32, "little") for number in (0, 1, FIELD - 1)] + [bytes.fromhex(y) for y in Y_OF_ORDER_8]
SPELLED_TWICE = [number.to_bytes(32, "little") for number in (FIELD, FIELD + 1, 2**255 - 1)]


def signed_on_the_far_side(written: bytes) -> bytes:
    return written[:31] + bytes([written[31] | 0x80])


@pytest.mark.parametrize("vector", VECTORS, ids=[vector["name"] for vector in VECTORS])
def test_the_vectors_of_the_rfc_fit_and_fit_nothing_else(vector: dict[str, str]) -> None:
    public, message, signature = (bytes.fromhex(vector[name]) for name in ("public", "message", "signature"))
    assert signature_fits(public, message, signature)
    assert not signature_fits(public, message + b"\0", signature)
    assert not signature_fits(PUBLIC, message, signature)


def test_all_five_vectors_are_here_the_long_one_too() -> None:
    assert [len(vector["message"]) // 2 for vector in VECTORS] == [0, 1, 2, 1023, 64]


@given(st.binary(max_size=200), st.integers(0, 511))
@settings(max_examples=30)
def test_what_openssl_signs_fits_until_a_bit_is_flipped(message: bytes, bit: int) -> None:
    signature = KEY.sign(message)
    assert signature_fits(PUBLIC, message, signature)
    flipped = bytearray(signature)
    flipped[bit // 8] ^= 1 << bit % 8
    assert not signature_fits(PUBLIC, message, bytes(flipped))


@given(st.binary(min_size=32, max_size=32), st.binary(min_size=64, max_size=64))
@settings(max_examples=30)
def test_openssl_takes_nothing_that_is_refused_here_at_random(public: bytes, signature: bytes) -> None:
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, b"anything")
    except (InvalidSignature, ValueError):
        taken = False
    else:
        taken = True
    assert signature_fits(public, b"anything", signature) == taken


def test_a_second_signature_made_from_the_first_is_refused() -> None:
    signature = KEY.sign(b"once")
    scalar = int.from_bytes(signature[32:], "little")
    for beside in (scalar + ORDER, ORDER, 2**256 - 1):
        assert not signature_fits(PUBLIC, b"once", signature[:32] + beside.to_bytes(32, "little"))


@pytest.mark.parametrize("public", SMALL + [signed_on_the_far_side(small) for small in SMALL])
def test_under_a_key_of_small_order_nothing_fits(public: bytes) -> None:
    # R = S·B with S = 0 is neutral: without the refusal it would fit an eighth of all messages, or every one.
    neutral = (1).to_bytes(32, "little")
    assert not any(signature_fits(public, bytes([at]), neutral + bytes(32)) for at in range(32))


@pytest.mark.parametrize("written", SPELLED_TWICE)
def test_a_point_has_one_spelling(written: bytes) -> None:
    assert curve_point(written) is None
    assert curve_point(signed_on_the_far_side(written)) is None


def test_zero_has_no_sign_and_half_of_all_numbers_are_no_point() -> None:
    assert curve_point((1).to_bytes(32, "little")) == NEUTRAL
    assert curve_point(signed_on_the_far_side((1).to_bytes(32, "little"))) is None
    assert curve_point((2).to_bytes(32, "little")) is None


@pytest.mark.parametrize(("written", "fits"), [(1, True), (FIELD + 1, False)])
def test_an_r_spelled_in_another_way_fits_nothing(written: int, fits: bool) -> None:
    # With S = k·a, R is the neutral point, which is written as 1; p + 1 is another spelling of it.
    seed = bytearray(hashlib.sha512(bytes(range(32))).digest()[:32])
    seed[0] &= 248
    seed[31] = seed[31] & 127 | 64
    spelled = written.to_bytes(32, "little")
    challenge = int.from_bytes(hashlib.sha512(spelled + PUBLIC + b"said").digest(), "little")
    scalar = challenge * int.from_bytes(seed, "little") % ORDER
    assert signature_fits(PUBLIC, b"said", spelled + scalar.to_bytes(32, "little")) is fits


@pytest.mark.parametrize(("public", "signature"), [(b"", b"x" * 64), (PUBLIC, b""), (PUBLIC + b"x", b"x" * 64)])
def test_what_has_another_length_fits_nothing(public: bytes, signature: bytes) -> None:
    assert not signature_fits(public, b"", signature)
