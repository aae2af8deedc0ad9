"""The port as it may stand, and how that is found out."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from sessions.doctor import port
from sessions.doctor.scene import Port, look_around
from tests.sessions.certificates.given import free_port
from tests.sessions.doctor.given import codes, scene


@pytest.mark.parametrize(
    ("stands", "in_use", "found"),
    [
        (Port.ANY, False, ("fine", "port_any")),
        (Port.FREE, False, ("fine", "port_free")),
        (Port.FREE, True, ("care", "port_elsewhere")),
        (Port.OURS, True, ("fine", "port_serving")),
        (Port.OURS, False, ("care", "port_other_data")),
        (Port.TAKEN, False, ("wrong", "port_in_use")),
        (Port.NOT_ALLOWED, False, ("wrong", "port_not_allowed")),
        (Port.NOT_HERE, False, ("wrong", "host_not_here")),
    ],
)
def test_each_way_it_may_stand_is_told(stands: Port, in_use: bool, found: tuple[str, str]) -> None:
    assert codes(port.check(scene(port=stands, in_use=in_use))) == [found]


def test_data_that_something_else_uses_beside_a_free_port_is_noticed(tmp_path: Path) -> None:
    here = scene(tmp_path, PORT=str(free_port()))
    with here.held():
        around = look_around(here.config)
    (found,) = port.check(around)
    assert found.code == "port_elsewhere"
    assert str(tmp_path) in found.sentence


def test_a_port_that_the_system_keeps_back_is_told_from_one_that_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def keeps_back(host: str, number: int) -> None:
        raise OSError(errno.EACCES, os.strerror(errno.EACCES))

    here = scene(tmp_path, PORT=str(free_port()))
    monkeypatch.setattr("sessions.runtime.listen", keeps_back)
    (found,) = port.check(look_around(here.config))
    assert found.code == "port_not_allowed"
    assert "1023" in found.advice
