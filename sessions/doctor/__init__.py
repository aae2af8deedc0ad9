"""`dialogue doctor`: looks at everything that a dialogue in the room hangs on, and says what to do.

Each check is a small function from a scene to findings; they are listed in CHECKS in the order in which they are told.
It changes nothing, works beside a running server (and then says what it has left), and needs no network.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from sessions.config import Config, ConfigError, load
from sessions.doctor import address, certificate, clock, database, disk, keys, packages, port, reach
from sessions.doctor.findings import Finding, as_data, as_lines, is_well, wrong
from sessions.doctor.scene import Scene, look_around

__all__ = ["CHECKS", "Finding", "as_data", "as_lines", "examined", "is_well"]

Check = Callable[[Scene], Iterator[Finding]]
CHECKS: tuple[Check, ...] = (
    address.check,
    port.check,
    reach.check,
    certificate.check,
    disk.check,
    clock.check,
    database.check,
    keys.check,
    packages.check,
)


def examined(environ: Mapping[str, str], options: Mapping[str, str]) -> list[Finding]:
    """All that was found. A setting that can't be used is the only finding then, since all else hangs on it."""
    try:
        config = load(environ, options)
    except ConfigError as error:
        return [wrong(error.code, str(error), f"Correct or unset {error.setting}.")]
    return examined_with(config)


def examined_with(config: Config) -> list[Finding]:
    """All that the checks find."""
    scene = look_around(config)
    return [finding for check in CHECKS for finding in check(scene)]
