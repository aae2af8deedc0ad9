"""The recipes for proxies: what they must say so that no code, address or word is written down in the clear."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sessions.runtime import Patience
from tests.house.project import ROOT

NGINX, CADDY = Path("deploy/nginx.conf"), Path("deploy/Caddyfile")
LONGEST_FORM = 256_000  # bytes; sessions/app.py


def _said(recipe: Path) -> str:
    """What is left without comments, each run of spaces as one."""
    text = re.sub(r"#.*", "", (ROOT / recipe).read_text(encoding="utf-8"))
    return re.sub(r"\s+", " ", text)


def _servers() -> list[str]:
    return re.split(r"\bserver \{", _said(NGINX))[1:]


def test_nginx_writes_no_log_of_requests_or_errors() -> None:
    assert len(_servers()) == 2
    for server in _servers():
        assert "access_log off;" in server
        assert re.findall(r"error_log ([^;]*);", server) == ["/dev/null emerg"]


def test_nginx_keeps_every_form_and_page_in_memory() -> None:
    serving = _servers()[1]
    most, held = (
        re.search(rf"{name} (\d+)k;", serving) for name in ("client_max_body_size", "client_body_buffer_size")
    )
    assert most
    assert held
    assert LONGEST_FORM <= int(most[1]) * 1024 <= int(held[1]) * 1024
    assert "proxy_max_temp_file_size 0;" in serving


def test_caddy_writes_no_errors_of_requests() -> None:
    assert _said(CADDY).strip().startswith("{ log { exclude http.log.error http.handlers.reverse_proxy } }")


@pytest.mark.parametrize(("recipe", "says"), [(NGINX, r"keepalive_timeout (\d+)s;"), (CADDY, r"keepalive (\d+)s")])
def test_a_proxy_gives_up_a_quiet_line_before_the_server_does(recipe: Path, says: str) -> None:
    found = re.search(says, _said(recipe))
    assert found
    assert int(found[1]) < Patience().between_s
