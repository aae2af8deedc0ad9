"""`dialogue`: serve, demo, certificate, doctor, let-in, backup, restore, export, import, verify; and their mistakes."""

from __future__ import annotations

import io
import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from sessions import config as settings
from sessions import runtime
from sessions.sealed.commands import export_command, signing_key_command, verify_package
from sessions.storage.refusals import KeyGone, StorageRefusal

if TYPE_CHECKING:  # a serving process imports nothing of the web or the database before it has chosen how it waits
    from dialogue.archive import Report
    from sessions.storage.store import Storage


STARTED_AS = os.environ.get("DIALOGUE_TYPED_AS") or "dialogue"  # start.py says how it was called


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def dialogue() -> None:
    """Socratic dialogues, led live: from the first question to a confirmed outcome and a readable record."""


@dialogue.command()
@click.option("--host", help="Where to listen; this machine alone unless set.")
@click.option("--port", help="The port to listen on; 0 takes any free one.")
@click.option("--data", help="The folder of the database and its keys.")
@click.option("--lan", is_flag=True, help="Listen for phones on the local network; prints their address.")
@click.option("--https", is_flag=True, help="Encrypted, with what `dialogue certificate` made.")
def serve(host: str | None, port: str | None, data: str | None, lan: bool, https: bool) -> None:
    """Serve dialogues."""
    config = _config(HOST=host, PORT=port, DATA=data, LAN="1" if lan else None, HTTPS="1" if https else None)
    if config.async_mode == "eventlet":
        runtime.patch()  # before anything of the web is imported
    from sessions.certificates.refusals import CertificateRefusal
    from sessions.server import run

    try:
        run(config, click.echo)
    except CertificateRefusal as refusal:
        _end(refusal.code, refusal)


@dialogue.command()
@click.argument("scenario", required=False, default="trust")
@click.option("--speed", help="Pace: 1 is the pace of people, 10 is ten times as fast.")
@click.option("--port", help="The port to listen on; unless named, 8000 or the next free one.")
def demo(scenario: str, speed: str | None, port: str | None) -> None:
    """Play a scenario (a name or a file) on a throw-away server, to watch."""
    config = _config(SPEED=speed, PORT=port, HTTPS="0")  # its folder is new, and holds no certificate
    if config.async_mode == "eventlet":
        runtime.patch()
    from sessions.rehearsal.demo import run_demo
    from sessions.rehearsal.reading import ScenarioInvalid
    from sessions.server import run

    try:
        run_demo(config, scenario, click.echo, run, any_port=not (port or os.environ.get("PORT", "").strip()))
    except ScenarioInvalid as refusal:
        _end(refusal.code, refusal)


@dialogue.command()
@click.option("--host", "hosts", multiple=True, help="Another name or address people will open; may be given again.")
@click.option("--new", "anew", is_flag=True, help="Begin with a new authority; every device has to trust it anew.")
@click.option("--data", help="The folder of the database and its keys.")
def certificate(hosts: tuple[str, ...], anew: bool, data: str | None) -> None:
    """Make what https needs, for a network without anyone's help; again: renew it."""
    from datetime import UTC, datetime

    from sessions.certificates.making import make
    from sessions.certificates.refusals import CertificateRefusal
    from sessions.certificates.telling import what_was_made

    try:
        made = make(_config(DATA=data).data, hosts, datetime.now(UTC), anew)
    except CertificateRefusal as refusal:
        _end(refusal.code, refusal)
    for line in what_was_made(made, _typed("serve", "--lan", "--https", data=data)):
        click.echo(line)


@dialogue.command()
@click.argument("path", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--data", help="The folder of the database and its keys.")
def backup(path: Path, data: str | None) -> None:
    """Write an encrypted copy of the record, without its keys. The server must be stopped."""
    from sessions.rooms.ids import now_ms
    from sessions.storage.backup import backup as write_backup
    from sessions.storage.store import open_storage

    config = _config(DATA=data)
    storage = open_storage(config.data, config.master_key)
    try:
        write_backup(storage, path, now_ms())
    finally:
        storage.close()
    click.echo(f"Written to {path}. It can't be read without keys.db and the master key: keep those elsewhere.")


@dialogue.command()
@click.argument("path", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--data", help="The folder of the database and its keys.")
def restore(path: Path, data: str | None) -> None:
    """Put a backup in place of the record. What was erased since stays erased. The server must be stopped."""
    from sessions.storage.backup import restore as put_back

    config = _config(DATA=data)
    put_back(config.data, path, config.master_key)
    click.echo("Restored. Screens that were open offer again what they had been told was stored.")


@dialogue.command()
@click.argument("path", required=False, type=click.Path(path_type=Path))
@click.option("--key", default="", help="Of a package: the fingerprint of the key that should have signed it.")
@click.option("--seal", default="", help="Of a package: a seal that was shown, such as the one at closing.")
@click.option("--data", help="The folder of the database and its keys.")
def verify(path: Path | None, key: str, seal: str, data: str | None) -> None:
    """Check every dialogue's chain and commitments, or a sealed package; names the first bad line.

    Ends with 0 where nothing was altered, 1 where something was, 2 where it could not be looked at.
    """
    if path is not None:
        raise SystemExit(verify_package(path, key, seal))
    storage = _storage(data)
    try:
        reports = [(known, _report_on(storage, known)) for known in storage.dialogues()]
    finally:
        storage.close()
    for known, report in reports:
        if report is None:
            click.echo(f"{known}: its key was destroyed; nobody can read it, and nothing can be checked")
            continue
        click.echo(f"{known}: {report.present} present, {report.erased} erased, {report.altered} altered")
        if report.first_bad:
            click.echo(f"  {report.first_bad}")
    if any(report and report.first_bad for _, report in reports):
        raise SystemExit(1)


@dialogue.command("import")
@click.argument("path", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--for", "name", required=True, help="Whose account it is for.")
@click.option("--data", help="The folder of the database and its keys.")
def import_record(path: Path, name: str, data: str | None) -> None:
    """Keep an export from another installation ("Data (JSON)"), to be read. The server must be stopped."""
    from sessions.exports.imports.kept import Imports
    from sessions.exports.imports.reading import LARGEST, ImportRefused, read_export
    from sessions.permissions import Action, may
    from sessions.storage.store import open_storage

    config = _config(DATA=data)
    storage = open_storage(config.data, config.master_key)
    try:
        account = storage.accounts.named(name)
        if account is None or account.closed or not may(account.roles, Action.LIST_DIALOGUES):
            raise ImportRefused("account_unknown", "No account of this name reads dialogues here.")
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
        Imports(config.data, storage.derived_key("imports")).take(account.id, read_export(content))
    except ImportRefused as refusal:
        _end(refusal.code, refusal)
    finally:
        storage.close()
    click.echo("Imported. It stands under “Imported records”, for this account alone.")


@dialogue.command("let-in")
@click.argument("name")
@click.option("--data", help="The folder of the database and its keys.")
def let_in(name: str, data: str | None) -> None:
    """For whoever lost password or second factor and has no administrator to ask. The server must be stopped."""
    from sessions.accounts.people import People
    from sessions.accounts.service import Staff
    from sessions.storage.store import open_storage

    storage = open_storage(_config(DATA=data).data, _config().master_key)
    try:
        account = storage.accounts.named(name)
        if account is None:
            click.echo("account_unknown: There is no account of this name. Those that there are:", err=True)
            for known in storage.accounts.all():
                click.echo(f"  {known.name}", err=True)
            raise SystemExit(2)
        storage.accounts.set_closed(account.id, closed=False)
        storage.sign_ins.end_all(account.id)  # a device may be what was lost
        made = People(Staff(storage)).reset(account, second_factor=True)
    finally:
        storage.close()
    if account.closed:
        click.echo(f"The account of {account.name} was closed; it is open again.")
    click.echo(f"{account.name} is signed out on all devices.")
    click.echo("The old password and second step still work until this code is used, and not any more then.")
    click.echo(f"Start the server again ({_typed('serve', data=data)}), open its address with /welcome at the end, and")
    click.echo("type this code (once, for a day):")
    click.echo(f"  {made.code}")


@dialogue.command()
@click.option("--host", help="As with serve.")
@click.option("--port", help="As with serve.")
@click.option("--data", help="As with serve.")
@click.option("--lan", is_flag=True, help="As with serve.")
@click.option("--https", is_flag=True, help="As with serve.")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def doctor(host: str | None, port: str | None, data: str | None, lan: bool, https: bool, as_json: bool) -> None:
    """Look at address, port, disk, clock, database and keys, and say what to do. Changes nothing."""
    import json

    from sessions.doctor import as_data, as_lines, examined, is_well

    named = {"HOST": host, "PORT": port, "DATA": data, "LAN": "1" if lan else None, "HTTPS": "1" if https else None}
    found = examined(os.environ, {name: value for name, value in named.items() if value is not None})
    click.echo(json.dumps(as_data(found), indent=2) if as_json else "\n".join(as_lines(found)))
    raise SystemExit(0 if is_well(found) else 1)


def _storage(data: str | None) -> Storage:
    from sessions.storage.store import open_storage

    config = _config(DATA=data)
    return open_storage(config.data, config.master_key)


dialogue.add_command(export_command(_storage))
dialogue.add_command(signing_key_command(_storage))


def _report_on(storage: Storage, known: str) -> Report | None:
    try:
        return storage.verify(known)
    except KeyGone:
        return None


def _config(**options: str | None) -> settings.Config:
    given = {name: value for name, value in options.items() if value is not None}
    return settings.load(os.environ, given)


def _typed(*words: str, data: str | None = None) -> str:
    """A command as this person can type it: in the way they called this one, with the same folder of data."""
    more = [*words, *(["--data", data] if data else [])]
    return f"{STARTED_AS} {subprocess.list2cmdline(more) if os.name == 'nt' else shlex.join(more)}"


def main(arguments: list[str] | None = None) -> None:
    """Run a command. A mistake of the operator's ends with its code and a sentence."""
    for stream in (sys.stdout, sys.stderr):  # a file or terminal without a letter must not stop what comes after it
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        dialogue.main(args=arguments, prog_name=STARTED_AS, standalone_mode=True)
    except (StorageRefusal, settings.ConfigError) as refusal:
        _end(refusal.code, refusal)


def _end(code: str, refusal: Any) -> NoReturn:
    click.echo(f"{code}: {refusal}", err=True)
    sys.exit(2)


if __name__ == "__main__":
    main()
