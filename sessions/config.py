"""What an operator may set, as data: name, default, help, and how the text of a value is read.

Every value comes as text, from the environment or from a command-line option of the same name; an empty one
counts as not set. A bad value stops the start with a sentence that names the setting.
"""

from __future__ import annotations

import base64
import binascii
import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

AsyncMode = Literal["eventlet", "threading"]
SOURCE = "en"  # the language that everything is written in first
TRANSLATIONS = Path(__file__).with_name("translations")


class ConfigError(Exception):
    """A setting has a value that cannot be used. The text is a sentence for the operator."""

    def __init__(self, setting: str, why: str, code: str = "setting_invalid") -> None:
        super().__init__(f"{setting} {why}")
        self.setting = setting
        self.code = code


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing an operator may set. `parse` gives the value or raises ValueError with a sentence's end."""

    name: str
    default: str
    help: str
    parse: Callable[[str], Any]


@dataclass(frozen=True, slots=True)
class Config:
    """The settings as read, one field per Setting. Secrets are kept out of its repr."""

    host: str
    port: int
    data: Path
    lan: bool
    https: bool
    trust_port: int
    proxies: int
    async_mode: AsyncMode
    public_url: tuple[str, ...]
    languages: tuple[str, ...]
    speed: float
    master_key: str | None = field(repr=False)


def _host(text: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*", text):
        raise ValueError("is the name or number of this machine, without http:// and port, e.g. 127.0.0.1.")
    return text


def _port(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,5}", text) or int(text) > 65535:
        raise ValueError("is a number from 0 to 65535; 0 takes any free port.")
    return int(text)


def _folder(text: str) -> Path:
    return Path(text).expanduser()


def _yes_or_no(text: str) -> bool:
    if text.lower() in ("1", "true", "yes", "on"):
        return True
    if text.lower() in ("0", "false", "no", "off"):
        return False
    raise ValueError("is 1 or 0.")


def _async_mode(text: str) -> str:
    if text not in ("eventlet", "threading"):
        raise ValueError("is eventlet or threading.")
    return text


def _proxies(text: str) -> int:
    if not re.fullmatch(r"[0-9]", text):
        raise ValueError("is the number of proxies in front of the server, from 0 to 9.")
    return int(text)


def _origins(text: str) -> tuple[str, ...]:
    return tuple(_origin(part.strip()) for part in text.split(",") if part.strip())


def _origin(text: str) -> str:
    """The address as browsers name it in an Origin header: lower case, no path, no usual port."""
    wrong = ValueError("is one or more web addresses with commas between, e.g. https://dialogue.example.org.")
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        raise wrong from None
    usual = {"http": 80, "https": 443}.get(parts.scheme)
    if usual is None or not parts.hostname or parts.username is not None:
        raise wrong
    if parts.path not in ("", "/") or parts.query or parts.fragment:
        raise wrong
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return f"{parts.scheme}://{host}" + ("" if port in (None, usual) else f":{port}")


def languages_there(translations: Path = TRANSLATIONS) -> tuple[str, ...]:
    """Tags of the languages that can be offered: English, and those that have a catalogue."""
    catalogues = translations.glob("*/LC_MESSAGES/messages.mo")
    others = sorted(path.parent.parent.name.replace("_", "-") for path in catalogues)
    return (SOURCE, *(tag for tag in others if tag != SOURCE))


def _languages(text: str) -> tuple[str, ...]:
    tags = tuple(part.strip() for part in text.split(",") if part.strip())
    if not tags or not all(re.fullmatch(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?", tag) for tag in tags):
        raise ValueError("is a list of language codes with commas between, the preferred first, e.g. en,nb.")
    if len(set(tags)) < len(tags):
        raise ValueError("names a language twice.")
    there = languages_there()
    if missing := [tag for tag in tags if tag not in there]:
        raise ValueError(
            f"names {' and '.join(missing)}, and Dialogue does not speak that. There is: {', '.join(there)}."
        )
    return tags


def _speed(text: str) -> float:
    try:
        speed = float(text)
    except ValueError:
        speed = math.nan
    if not 0 < speed <= 1000:
        raise ValueError("is a number above 0 and at most 1000; 1 is the pace of people.")
    return speed


def _master_key(text: str) -> str | None:
    if not text:
        return None
    try:
        key = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if len(key) != 32:
        raise ValueError("is 32 random bytes in base64: 44 characters, the last one “=”.")
    return text


SETTINGS: tuple[Setting, ...] = (
    Setting("HOST", "127.0.0.1", "Where the server listens; this machine alone unless set.", _host),
    Setting(
        "PORT",
        "8000",
        "The port it listens on; 0 takes any free one. Unset, a demo takes the next free one.",
        _port,
    ),
    Setting("DATA", "data", "The folder of the database, its keys and the master key.", _folder),
    Setting("LAN", "0", "1 listens for phones on the local network and prints their address.", _yes_or_no),
    Setting("HTTPS", "0", "1 serves https with the certificate that `dialogue certificate` made.", _yes_or_no),
    Setting("TRUST_PORT", "8080", "With HTTPS: where phones get what they need to trust it; 0 for nowhere.", _port),
    Setting("PROXIES", "0", "How many proxies in front of the server tell who asks; 0 believes nobody.", _proxies),
    Setting("ASYNC_MODE", "eventlet", "How the server waits: eventlet, or threading.", _async_mode),
    Setting("PUBLIC_URL", "", "Addresses that people use besides the one listened on; commas between.", _origins),
    Setting("LANGUAGES", "en", "The languages offered, the preferred first; commas between.", _languages),
    Setting("SPEED", "1", "The demo's pace: 1 is the pace of people, 10 is ten times as fast.", _speed),
    Setting("MASTER_KEY", "", "The key above all keys, in base64; otherwise the file master.key.", _master_key),
)


def load(environ: Mapping[str, str], options: Mapping[str, str] | None = None) -> Config:
    """The configuration from `environ`; `options` (the same names) go before it. Raises ConfigError."""
    sources = (environ, options or {})
    given = {name: text for source in sources for name, text in source.items() if text.strip()}
    values: dict[str, Any] = {}
    for setting in SETTINGS:
        try:
            values[setting.name.lower()] = setting.parse(given.get(setting.name, setting.default).strip())
        except ValueError as error:
            raise ConfigError(setting.name, str(error)) from None
    return Config(**values)
