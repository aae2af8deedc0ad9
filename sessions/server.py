"""One serving process, from the open data folder to the last commit before it ends."""

from __future__ import annotations

import errno
import gc
import io
import logging
import socket
from collections.abc import Callable

import segno

from sessions import addresses, runtime
from sessions.app import Application, create_app
from sessions.config import Config, ConfigError
from sessions.storage.store import Storage, open_storage

Say = Callable[[str], None]
DRAIN_S = 0.5


def run(config: Config, say: Say, prepare: Callable[[Application, str], None] | None = None) -> None:
    """Serve until told to stop. `prepare(application, url)` runs once the port is open.

    Raises ConfigError and StorageRefusal with a sentence before anything is served.
    """
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    for wordy in ("werkzeug", "alembic"):
        logging.getLogger(wordy).setLevel(logging.ERROR)
    for wordy in ("engineio.server", "socketio.server"):
        # Their lines hold sids and payloads, and a traceback for each frame that makes no sense. What fails in our own
        # handlers is reported by those.
        logging.getLogger(wordy).setLevel(logging.CRITICAL)
    listening = _listen(config)
    port = listening.getsockname()[1]
    try:
        storage = open_storage(config.data, config.master_key)
    except BaseException:
        listening.close()
        raise
    address = addresses.phones_url(config, port)
    application = create_app(config, storage, addresses.origins(config, port), address)
    application.live.run()
    runtime.spawn(_announce, application, config, port, say, prepare)
    _collect_rarely()
    try:
        runtime.serve(listening, application.flask, lambda: _drain(application))
    finally:
        storage.close()
    if prepare is None:
        say("Stopped. Everything is kept.")


def _collect_rarely() -> None:
    """Full collections walk everything that lives and stop the hub for as long (decision 0004 has figures).

    What was made at the start stays for good and is never walked again; frozen states and views form no circles, so
    that reference counts free them, and a rare full collection is enough.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 50, 1_000)


def _listen(config: Config) -> socket.socket:
    try:
        return runtime.listen(addresses.listening_host(config), config.port)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            why = f"{config.port} is in use. Stop what uses it, or set PORT to another number, e.g. PORT=8001."
            raise ConfigError("PORT", why, "port_in_use") from None
        raise ConfigError("HOST", f"{config.host} can't be listened on ({error.strerror}).") from None


def _drain(application: Application) -> None:
    """Take nothing new; what is decided is committed and acked. Screens keep what they hold and come back."""
    application.service.draining = True
    runtime.sleep(DRAIN_S)


def _announce(
    application: Application, config: Config, port: int, say: Say, prepare: Callable[[Application, str], None] | None
) -> None:
    own, phones = addresses.own_url(config, port), addresses.phones_url(config, port)
    if prepare is not None:
        prepare(application, own)
        return
    say(f"Dialogue is serving on {own}")
    _say_how_phones_come(config, own, phones, say)
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
        say("Not encrypted: use it only on a network that you trust.")
    elif config.lan:
        say("No network was found that phones could use. Connect this machine to one, then start again.")
    else:
        say("Only this machine can open it. For phones on the same network: start.py --lan (or LAN=1 make serve).")
