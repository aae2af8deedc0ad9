"""What is served unencrypted beside https: how to trust this machine, and what is trusted. Nothing else."""

from __future__ import annotations

import http.client
import plistlib
import re
import ssl
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes

from tests.sessions.certificates.given import certificate_in, free_port, secure_server
from tests.sessions.in_mode import MODES
from tests.sessions.pages.given import Answer, Served

DEVICES = {
    "android": "Mozilla/5.0 (Linux; Android 13; SM-A536B) Chrome/120.0",
    "apple": "Mozilla/5.0 (iPhone; CPU iPhone OS 17_2 like Mac OS X)",
    "windows": "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Firefox/121.0",
    "macos": "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)",
    "firefox": "Mozilla/5.0 (X11; Linux x86_64; rv:121.0) Gecko/20100101 Firefox/121.0",
}


@dataclass
class Trusting:
    """The port beside https."""

    served: Served
    port: int
    authority: x509.Certificate

    def get(self, path: str, method: str = "GET", **headers: str) -> Answer:
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=15)
        try:
            line.request(method, path, headers=headers)
            response = line.getresponse()
            return Answer(response.status, response.headers, response.read())
        finally:
            line.close()


@pytest.fixture(scope="module", params=MODES)
def trusting(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trusting]:
    data, port = tmp_path_factory.mktemp("trust") / "data", free_port()
    with secure_server(data, request.param, trust_port=port) as served:
        yield Trusting(served, port, certificate_in(data / "https" / "ca.pem"))
        assert served.process.poll() is None
        assert [line for line in served.said if "Traceback" in line] == []


def test_the_page_shows_the_fingerprint_that_the_terminal_shows(trusting: Trusting) -> None:
    page = trusting.get("/")
    assert page.status == 200
    whole = trusting.authority.fingerprint(hashes.SHA256()).hex().upper()
    groups = re.findall(r"<span>([0-9A-F:]{23})</span>", page.text)
    assert "".join(groups).replace(":", "")[:64] == whole
    said = "".join(trusting.served.said)
    assert [group for group in groups[:4] if group not in said] == []
    assert f"open http://127.0.0.1:{trusting.port} on it" in said
    assert f'href="{trusting.served.origin}"' in page.text
    assert "Dialogue on " in page.text


def test_each_kind_of_device_finds_its_own_steps_open_and_all_others_there(trusting: Trusting) -> None:
    for device, agent in DEVICES.items():
        page = trusting.get("/", **{"User-Agent": agent}).text
        assert re.findall(r'<details id="(\w+)" open>', page) == [device]
        assert set(re.findall(r'<details id="(\w+)"', page)) == set(DEVICES)
    assert " open>" not in trusting.get("/").text


def test_the_certificate_comes_in_the_shapes_that_devices_take(trusting: Trusting) -> None:
    pem, der = trusting.get("/ca.pem"), trusting.get("/ca.crt")
    assert pem.headers["Content-Type"] == "application/x-pem-file"
    assert der.headers["Content-Type"] == "application/x-x509-ca-cert"
    assert x509.load_pem_x509_certificate(pem.body) == x509.load_der_x509_certificate(der.body) == trusting.authority
    assert b"PRIVATE" not in pem.body
    apple = trusting.get("/dialogue.mobileconfig")
    assert apple.headers["Content-Type"] == "application/x-apple-aspen-config"
    whole = plistlib.loads(apple.body)
    (root,) = whole["PayloadContent"]
    assert (whole["PayloadType"], root["PayloadType"]) == ("Configuration", "com.apple.security.root")
    assert root["PayloadContent"] == der.body
    assert whole["PayloadUUID"] != root["PayloadUUID"]
    assert trusting.get("/dialogue.mobileconfig").body == apple.body


def test_with_what_was_downloaded_the_encrypted_address_is_believed(trusting: Trusting) -> None:
    believing = ssl.create_default_context(cadata=trusting.get("/ca.pem").text)
    line = http.client.HTTPSConnection("127.0.0.1", trusting.served.port, context=believing, timeout=15)
    line.request("GET", "/join")
    assert line.getresponse().status == 200
    line.close()


@pytest.mark.parametrize(
    "path",
    ["/join", "/sign-in", "/setup/x", "/d/00000000000000000000/console", "/ca.key", "/server.key", "/https/ca.key"],
)
def test_nothing_of_dialogues_and_no_key_is_there(trusting: Trusting, path: str) -> None:
    answer = trusting.get(path)
    assert (answer.status, answer.headers["Location"]) == (302, "/")
    assert b"PRIVATE" not in answer.body


def test_nothing_can_be_posted_and_no_cookie_is_set(trusting: Trusting) -> None:
    assert trusting.get("/", method="POST").status == 405
    for path in ("/", "/ca.pem", "/nowhere"):
        answer = trusting.get(path, Cookie="sign_in=x; form=y")
        assert "Set-Cookie" not in answer.headers
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "default-src 'self'" in answer.headers["Content-Security-Policy"]


def test_what_the_page_needs_to_look_right_is_there(trusting: Trusting) -> None:
    sheets = re.findall(r'<link rel="stylesheet" href="([^"]+)"', trusting.get("/").text)
    assert any("trust" in sheet for sheet in sheets)
    assert {trusting.get(sheet).status for sheet in sheets} == {200}


def test_with_zero_there_is_no_such_port(tmp_path: Path) -> None:
    with secure_server(tmp_path / "data", trust_port=0) as served:
        said = "".join(served.said)
    assert "put ca.pem on it" in said
    assert "http://" not in said
