"""One serving process, from the open data folder to the last commit before it ends."""

from __future__ import annotations

import errno
import gc
import io
import logging
import socket
from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, datetime

import segno

from sessions import addresses, runtime
from sessions.app import Application, create_app, create_trust_app
from sessions.certificates.checking import Ready
from sessions.certificates.checking import ready as certificate_ready
from sessions.certificates.files import files_in
from sessions.certificates.telling import how_to_trust
from sessions.config import Config, ConfigError
from sessions.storage.store import Storage, open_storage

Say = Callable[[str], None]
DRAIN_S = 0.5
PATIENCE = runtime.Patience()


def run(
    config: Config,
    say: Say,
    prepare: Callable[[Application, str], None] | None = None,
    *,
    own_cookies: bool = False,
) -> None:
    """Serve until told to stop. `prepare(application, url)` runs once the port is open. With `own_cookies`, their names
    tell this server from others on the machine, so that a browser keeps them beside those.

    Raises ConfigError, CertificateRefusal and StorageRefusal with a sentence before anything is served.
    """
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    for wordy in ("werkzeug", "alembic"):
        logging.getLogger(wordy).setLevel(logging.ERROR)
    for wordy in ("engineio.server", "socketio.server"):
        # Their lines hold sids and payloads, and a traceback for each frame that makes no sense. What fails in our own
        # handlers is reported by those.
        logging.getLogger(wordy).setLevel(logging.CRITICAL)
    if config.proxies and not config.public_url:
        why = "is set and PUBLIC_URL is not. Name what browsers open, e.g. PUBLIC_URL=https://dialogue.example.org."
        raise ConfigError("PROXIES", why)
    with ExitStack() as opened:
        ready = _ready_for_https(config)
        listening = _listen(config, "PORT", config.port, opened)
        trusting = _listen(config, "TRUST_PORT", config.trust_port, opened) if ready and config.trust_port else None
        storage = open_storage(config.data, config.master_key)
        opened.callback(storage.close)
        port = listening.getsockname()[1]
        address = addresses.phones_url(config, port)
        mark = f"_demo_{port}" if own_cookies else ""
        application = create_app(config, storage, addresses.origins(config, port), address, mark)
        opened.callback(application.flask.extensions["exports"].stop)
        beside = []
        if ready and trusting:
            trust_app = create_trust_app(config, ready.authority, address)
            beside.append(runtime.Port(trusting, trust_app, patience=PATIENCE))
        application.live.run()
        runtime.spawn(_announce, application, config, port, say, prepare, ready)
        _collect_rarely()
        shortcut = application.flask.extensions["shortcut"]
        main = runtime.Port(listening, application.flask, ready.context if ready else None, PATIENCE, shortcut)
        runtime.serve(main, lambda: _drain(application), beside)
    if prepare is None:
        say("Stopped. Everything is kept.")


def _ready_for_https(config: Config) -> Ready | None:
    if not config.https:
        return None
    return certificate_ready(files_in(config.data), addresses.hosts_to_vouch_for(config), datetime.now(UTC))


def _collect_rarely() -> None:
    """Full collections walk everything that lives and stop the hub for as long (decision 0004 has figures).

    What was made at the start stays for good and is never walked again; frozen states and views form no circles, so
    that reference counts free them, and a rare full collection is enough.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 50, 1_000)


def _listen(config: Config, setting: str, port: int, opened: ExitStack) -> socket.socket:
    try:
        listening = runtime.listen(addresses.listening_host(config), port)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            why = f"{port} is in use. Stop what uses it, or {_another(setting, port + 1 if port < 65535 else 8000)}."
            raise ConfigError(setting, why, "port_in_use") from None
        if error.errno == errno.EACCES:  # Windows also keeps ports back for itself
            why = f"{port} is not for this user to listen on. Take a number above 1023: {_another(setting, 8001)}."
            raise ConfigError(setting, why) from None
        raise ConfigError("HOST", f"{config.host} can't be listened on ({error.strerror}).") from None
    opened.callback(listening.close)
    return listening


def _another(setting: str, port: int) -> str:
    """How another port is named: options work in every terminal, variables before a command not in those of Windows."""
    if setting == "PORT":
        return f"start with --port {port} (or {setting}={port})"
    return f"set {setting} to another number, e.g. {setting}={port}"


def _drain(application: Application) -> None:
    """Take nothing new; what is decided is committed and acked. Screens keep what they hold and come back."""
    application.service.draining = True
    runtime.sleep(DRAIN_S)


def _announce(
    application: Application,
    config: Config,
    port: int,
    say: Say,
    prepare: Callable[[Application, str], None] | None,
    ready: Ready | None,
) -> None:
    own, phones = addresses.own_url(config, port), addresses.phones_url(config, port)
    if prepare is not None:
        prepare(application, own)
        return
    say(f"Dialogue is serving on {own}")
    _say_how_phones_come(config, own, phones, say)
    if ready is not None:
        trust = addresses.trust_url(config, config.trust_port) if config.trust_port else None
        for line in how_to_trust(ready, trust, datetime.now(UTC)):
            say(line)
    staff = application.flask.extensions["staff"]
    storage: Storage = application.service.rooms.storage
    if not storage.accounts.any():
        say("")
        say("Nobody has an account yet. Open this link to make yours (it works once, for a day):")
        say(f"  {own}/setup/{staff.setup_link()}")


def _say_how_phones_come(config: Config, own: str, phones: str, say: Say) -> None:
    if phones != own:
        say(f"Phones on the same network open {phones}")
        drawn = io.StringIO()
        segno.make(phones).terminal(out=drawn, compact=True)
        say(drawn.getvalue())
        if phones.startswith("http:"):
            say("Not encrypted: use it only on a network that you trust.")
    elif config.lan:
        say("No network was found that phones could use. Connect this machine to one, then start again.")
    else:
        say("Only this machine can open it. For phones on the same network: start.py --lan (or LAN=1 make serve).")
