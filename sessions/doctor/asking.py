"""Asking a server for a page, as a browser on this machine would, without any proxy in between."""

from __future__ import annotations

import json
import ssl
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path

WAITS_S = 3.0
AUTHORITY = Path("https") / "ca.pem"  # in the data folder, where `dialogue certificate` has made one
OPEN_TO_ALL = "/api/v1/openapi.json"  # a page that anybody may have, and by which our own server is known


@dataclass(frozen=True, slots=True)
class Answered:
    """What came: a body, or why none did. `ours`: it was a server of this program."""

    body: bytes = b""
    why: str = ""
    untrusted: bool = False

    @property
    def ours(self) -> bool:
        """Whether a server of this program has answered."""
        try:
            told = json.loads(self.body)
            return bool(told["info"]["title"] == "Dialogue")
        except (ValueError, KeyError, TypeError):
            return False


def ask(url: str, data: Path) -> Answered:
    """The answer to a GET. Never raises; an authority of our own in the data folder is trusted."""
    trusting = ssl.create_default_context()
    if (data / AUTHORITY).is_file():
        try:
            trusting.load_verify_locations(data / AUTHORITY)
        except (OSError, ssl.SSLError) as error:
            return Answered(why=f"the authority's certificate can't be read: {error}", untrusted=True)
    handlers = urllib.request.ProxyHandler({}), urllib.request.HTTPSHandler(context=trusting)
    opener = urllib.request.build_opener(*handlers)
    try:
        with opener.open(url, timeout=WAITS_S) as answer:
            return Answered(body=answer.read(2_000_000))
    except urllib.error.URLError as error:
        reason = error.reason
        return Answered(why=str(reason), untrusted=isinstance(reason, ssl.SSLCertVerificationError))
    except (OSError, ValueError) as error:
        return Answered(why=str(error))
