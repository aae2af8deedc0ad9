"""Settings are data; a bad value stops the start with a sentence that names the setting."""

from __future__ import annotations

import base64
from dataclasses import fields
from pathlib import Path

import pytest

from sessions.config import SETTINGS, Config, ConfigError, languages_there, load

KEY = base64.b64encode(bytes(range(32))).decode()


def test_without_any_setting_it_serves_this_machine_alone() -> None:
    config = load({})
    assert (config.host, config.port, config.data) == ("127.0.0.1", 8000, Path("data"))
    assert (config.lan, config.async_mode, config.public_url) == (False, "eventlet", ())
    assert (config.languages, config.speed, config.master_key) == (("en",), 1.0, None)


def test_every_setting_is_a_field_and_has_help() -> None:
    assert {setting.name.lower() for setting in SETTINGS} == {field.name for field in fields(Config)}
    assert all(setting.help.endswith(".") for setting in SETTINGS)


def test_an_option_goes_before_the_environment_and_an_empty_value_counts_as_not_set() -> None:
    config = load({"PORT": "9000", "HOST": "0.0.0.0", "LAN": ""}, {"PORT": "9001", "HOST": " "})  # noqa: S104 - read, not bound
    assert (config.port, config.host, config.lan) == (9001, "0.0.0.0", False)  # noqa: S104 - likewise


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("HOST", "::1", "::1"),
        ("HOST", "dialogue.local", "dialogue.local"),
        ("PORT", "0", 0),
        ("LAN", "1", True),
        ("LAN", "No", False),
        ("HTTPS", "on", True),
        ("TRUST_PORT", "0", 0),
        ("PROXIES", "2", 2),
        ("ASYNC_MODE", "threading", "threading"),
        ("LANGUAGES", ",".join(reversed(languages_there())), tuple(reversed(languages_there()))),
        ("LANGUAGES", " en ", ("en",)),
        ("SPEED", "2.5", 2.5),
        ("MASTER_KEY", KEY, KEY),
        ("DATA", "~", Path.home()),
    ],
)
def test_a_value_is_read(name: str, text: str, value: object) -> None:
    assert getattr(load({name: text}), name.lower()) == value


def test_public_addresses_are_written_as_browsers_name_them() -> None:
    config = load({"PUBLIC_URL": "HTTPS://Dialogue.Example.org:443/, http://10.0.0.2:80,http://[::1]:8000"})
    assert config.public_url == ("https://dialogue.example.org", "http://10.0.0.2", "http://[::1]:8000")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("HOST", "http://x"),
        ("HOST", "a b"),
        ("PORT", "65536"),
        ("PORT", "-1"),
        ("PORT", "eight"),
        ("LAN", "perhaps"),
        ("HTTPS", "tls"),
        ("TRUST_PORT", "99999"),
        ("PROXIES", "-1"),
        ("PROXIES", "10"),
        ("PROXIES", "yes"),
        ("ASYNC_MODE", "gevent"),
        ("PUBLIC_URL", "dialogue.example.org"),
        ("PUBLIC_URL", "https://example.org/path"),
        ("PUBLIC_URL", "https://name@example.org"),
        ("PUBLIC_URL", "http://example.org:port"),
        ("LANGUAGES", ","),
        ("LANGUAGES", "english"),
        ("LANGUAGES", "en,en"),
        ("LANGUAGES", "en,tlh"),
        ("SPEED", "0"),
        ("SPEED", "nan"),
        ("SPEED", "quick"),
        ("MASTER_KEY", "short"),
        ("MASTER_KEY", base64.b64encode(b"x" * 31).decode()),
    ],
)
def test_a_bad_value_is_refused_with_a_sentence_that_names_the_setting(name: str, text: str) -> None:
    with pytest.raises(ConfigError) as refused:
        load({name: text})
    assert refused.value.code == "setting_invalid"
    assert refused.value.setting == name
    assert str(refused.value).startswith(f"{name} ")
    assert str(refused.value).endswith(".")


def test_a_language_without_a_catalogue_is_named_with_those_that_there_are() -> None:
    with pytest.raises(ConfigError, match=r"^LANGUAGES names tlh and xx, .* There is: en[^.]*\.$"):
        load({"LANGUAGES": "tlh,en,xx"})


def test_every_catalogue_is_a_language_that_can_be_offered(tmp_path: Path) -> None:
    for name in ("nb", "sr_Latn", "begun"):
        folder = tmp_path / name / "LC_MESSAGES"
        folder.mkdir(parents=True)
        (folder / ("messages.po" if name == "begun" else "messages.mo")).write_bytes(b"")
    assert languages_there(tmp_path) == ("en", "nb", "sr-Latn")
    assert languages_there(tmp_path / "nowhere") == ("en",)


def test_the_master_key_is_neither_shown_nor_repeated_in_a_refusal() -> None:
    assert KEY not in repr(load({"MASTER_KEY": KEY}))
    with pytest.raises(ConfigError) as refused:
        load({"MASTER_KEY": "nearly-a-key"})
    assert "nearly-a-key" not in str(refused.value)
