"""Ed25519 signatures checked with nothing but Python, which has none of its own (RFC 8032, section 5.1.7).

Checking only: nothing secret is ever here, so that its time tells nobody anything. Stricter than the RFC has to be:
what has two spellings is refused, and so are keys of small order, under which one signature fits many messages.

Part of the stand-alone verify.py (standalone.py), and so written for any Python from 3.9.
"""

from __future__ import annotations

import hashlib

FIELD = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
CURVE_D = -121665 * pow(121666, -1, FIELD) % FIELD
ROOT_OF_MINUS_ONE = pow(2, (FIELD - 1) // 4, FIELD)

# x, y, z, t with x/z and y/z on the curve and t = xy/z (RFC 8032, section 5.1.4)
CurvePoint = tuple[int, int, int, int]

NEUTRAL: CurvePoint = (0, 1, 1, 0)


def signature_fits(public_key: bytes, message: bytes, signature: bytes) -> bool:
    """Whether `signature` (64 bytes) was made of `message` with the key whose public half (32 bytes) this is."""
    if len(public_key) != 32 or len(signature) != 64:
        return False
    key = curve_point(public_key)
    if key is None or _is_neutral(_times(8, key)):
        return False
    scalar = int.from_bytes(signature[32:], "little")
    if scalar >= ORDER:  # else a second signature would fit: the same plus the order
        return False
    hashed = hashlib.sha512(signature[:32] + public_key + message).digest()
    challenge = int.from_bytes(hashed, "little") % ORDER
    # R = [S]B - [k]A, compared as it is written: a second spelling of R fits nothing.
    expected = _added(_times(scalar, BASE), _times(challenge, _negative(key)))
    return _written(expected) == signature[:32]


def curve_point(written: bytes) -> CurvePoint | None:
    """The point that 32 bytes name; None where they name none, or name it in another way than the one there is."""
    number = int.from_bytes(written, "little")
    sign, y = number >> 255, number & ((1 << 255) - 1)
    if y >= FIELD:
        return None
    x = _x_of(y, sign)
    return None if x is None else (x, y, 1, x * y % FIELD)


def _x_of(y: int, sign: int) -> int | None:
    square = (y * y - 1) * pow(CURVE_D * y * y + 1, -1, FIELD) % FIELD
    if square == 0:
        return None if sign else 0
    x = pow(square, (FIELD + 3) // 8, FIELD)
    if (x * x - square) % FIELD != 0:
        x = x * ROOT_OF_MINUS_ONE % FIELD
    if (x * x - square) % FIELD != 0:
        return None
    return x if x & 1 == sign else FIELD - x


def _added(one: CurvePoint, other: CurvePoint) -> CurvePoint:
    a = (one[1] - one[0]) * (other[1] - other[0]) % FIELD
    b = (one[1] + one[0]) * (other[1] + other[0]) % FIELD
    c = 2 * one[3] * other[3] * CURVE_D % FIELD
    d = 2 * one[2] * other[2] % FIELD
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % FIELD, g * h % FIELD, f * g % FIELD, e * h % FIELD


def _times(factor: int, point: CurvePoint) -> CurvePoint:
    product = NEUTRAL
    while factor:
        if factor & 1:
            product = _added(product, point)
        point = _added(point, point)
        factor >>= 1
    return product


def _negative(point: CurvePoint) -> CurvePoint:
    x, y, z, t = point
    return -x % FIELD, y, z, -t % FIELD


def _is_neutral(point: CurvePoint) -> bool:
    return point[0] % FIELD == 0 and (point[1] - point[2]) % FIELD == 0


def _written(point: CurvePoint) -> bytes:
    inverse = pow(point[2], -1, FIELD)
    x, y = point[0] * inverse % FIELD, point[1] * inverse % FIELD
    return (y | (x & 1) << 255).to_bytes(32, "little")


def _base() -> CurvePoint:
    y = 4 * pow(5, -1, FIELD) % FIELD
    x = _x_of(y, 0)
    assert x is not None  # noqa: S101  a constant of the RFC
    return x, y, 1, x * y % FIELD


BASE = _base()
