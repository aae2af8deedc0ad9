"""`dialogue`: serve, demo, backup, restore, verify. Sentences for the operator, never a traceback for a mistake."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sessions import config as settings
from sessions import runtime
from sessions.storage.refusals import KeyGone, StorageRefusal

if TYPE_CHECKING:  # a serving process imports nothing of the web or the database before it has chosen how it waits
    from dialogue.archive import Report
    from sessions.storage.store import Storage


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def dialogue() -> None:
    """Socratic dialogues, led live: from the first question to a confirmed outcome and a readable record."""


@dialogue.command()
@click.option("--host", help="Where to listen; this machine alone unless set.")
@click.option("--port", help="The port to listen on; 0 takes any free one.")
@click.option("--data", help="The folder of the database and its keys.")
@click.option("--lan", is_flag=True, help="Listen for phones on the local network; prints their address.")
def serve(host: str | None, port: str | None, data: str | None, lan: bool) -> None:
    """Serve dialogues."""
    config = _config(HOST=host, PORT=port, DATA=data, LAN="1" if lan else None)
    if config.async_mode == "eventlet":
        runtime.patch()  # before anything of the web is imported
    from sessions.server import run

    run(config, click.echo)


@dialogue.command()
@click.argument("scenario", required=False, default="trust")
@click.option("--speed", help="Pace: 1 is the pace of people, 10 is ten times as fast.")
@click.option("--port", help="The port to listen on; 0 takes any free one.")
def demo(scenario: str, speed: str | None, port: str | None) -> None:
    """Play a scenario (a name or a file) on a throw-away server, to watch."""
    config = _config(SPEED=speed, PORT=port)
    if config.async_mode == "eventlet":
        runtime.patch()
    from sessions.rehearsal.demo import run_demo
    from sessions.rehearsal.reading import ScenarioInvalid
    from sessions.server import run

    try:
        run_demo(config, scenario, click.echo, run)
    except ScenarioInvalid as refusal:
        _end(refusal.code, refusal)


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
@click.option("--data", help="The folder of the database and its keys.")
def verify(data: str | None) -> None:
    """Check every dialogue's chain and commitments; names the first bad line of each."""
    from sessions.storage.store import open_storage

    config = _config(DATA=data)
    storage = open_storage(config.data, config.master_key)
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


def _report_on(storage: Storage, known: str) -> Report | None:
    try:
        return storage.verify(known)
    except KeyGone:
        return None


def _config(**options: str | None) -> settings.Config:
    given = {name: value for name, value in options.items() if value is not None}
    return settings.load(os.environ, given)


def main(arguments: list[str] | None = None) -> None:
    """Run a command. A mistake of the operator's ends with its code and a sentence."""
    try:
        dialogue.main(args=arguments, prog_name="dialogue", standalone_mode=True)
    except (StorageRefusal, settings.ConfigError) as refusal:
        _end(refusal.code, refusal)


def _end(code: str, refusal: Any) -> None:
    click.echo(f"{code}: {refusal}", err=True)
    sys.exit(2)


if __name__ == "__main__":
    main()
