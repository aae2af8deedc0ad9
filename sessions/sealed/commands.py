"""`dialogue export` and `dialogue signing-key`, and what `dialogue verify PATH` says.

Imported by the command line before it knows what it will do: whatever needs the database is imported where it is used.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from sessions.storage.store import Storage

Opens = Callable[[str | None], "Storage"]


def verify_package(path: Path, key: str, seal: str) -> int:
    """Says what is found in the package; gives the exit status: 0 whole, 1 altered, 2 not opened."""
    from dialogue.archive.telling import NOT_OPENED, verified

    status, lines = verified(path, key, seal)
    for line in lines:
        click.echo(line, err=status == NOT_OPENED)
    return status


def export_command(opens: Opens) -> click.Command:
    """`dialogue export`, which opens the storage of a data folder by `opens`."""

    @click.command("export")
    @click.argument("dialogue")
    @click.option(
        "--sealed", "path", required=True, type=click.Path(path_type=Path),
        help="Where the package goes: a zip file if the name ends in .zip, a folder otherwise.",
    )  # fmt: skip
    @click.option("--with-words", is_flag=True, help="With what people said of the matter, and the outcome as a text.")
    @click.option("--with-stories", is_flag=True, help="With that, and with experiences and narratives as well.")
    @click.option("--data", help="The folder of the database and its keys.")
    def export(dialogue: str, path: Path, with_words: bool, with_stories: bool, data: str | None) -> None:
        """Write a closed dialogue as a sealed package that anyone can verify. The server must be stopped.

        Without words it proves that the record is what it was. A copy of words escapes whoever takes theirs back
        later: only take them along where you will replace the package then.
        """
        from dialogue.archive.choosing import Wanted
        from sessions.sealed.making import make_package
        from sessions.sealed.writing import require_free, write_package

        require_free(path)
        storage = opens(data)
        try:
            wanted = Wanted(with_words or with_stories, with_stories)
            made = make_package(storage, dialogue, wanted, _today())
        finally:
            storage.close()
        write_package(made.files, path, f"dialogue-{dialogue}")
        click.echo(f"Written to {path}.")
        click.echo(f"Seal at closing:    {made.seal_at_closing}")
        click.echo(f"Seal of the record: {made.seal}")
        click.echo(f"Texts in it: {made.texts}; erased: {made.erased}; left out: {made.left_out}.")
        click.echo(_what_to_know(wanted.words, wanted.stories))
        click.echo(f"Signed with the key {_fingerprint(made.public_key)}")
        click.echo("Tell this key to whoever gets the package, by another way than the package itself.")

    return export


def signing_key_command(opens: Opens) -> click.Command:
    """`dialogue signing-key`, which opens the storage of a data folder by `opens`."""

    @click.command("signing-key")
    @click.option("--new", "anew", is_flag=True, help="Retire the key for good and make another one.")
    @click.option("--data", help="The folder of the database and its keys.")
    def signing_key(anew: bool, data: str | None) -> None:
        """Show the key that packages are signed with, to be compared by eye. The server must be stopped."""
        storage = opens(data)
        try:
            if anew:
                storage.replace_signing_key(_today())
            now = storage.signer(_today())
            earlier = [known for known in storage.signing_keys() if known.public_key != now.public_key]
        finally:
            storage.close()
        click.echo(f"Fingerprint: {_fingerprint(now.public_key)}")
        click.echo(f"Public key:  {now.public_key.hex()}")
        for known in earlier:
            click.echo(f"Earlier, {known.made_day} to {known.retired_day}: {_fingerprint(known.public_key)}")
        if earlier:
            click.echo("Packages that an earlier key signed stay valid; compare them with its fingerprint.")

    return signing_key


def _what_to_know(words: bool, stories: bool) -> str:
    if not words:
        return "No words are in it: it proves what the record is, and can be given to anyone."
    told = "What people said, with their stories," if stories else "What people said, without their stories,"
    return (
        f"{told} is in it. Nobody can take words back from a copy: when some are taken back in the record, "
        "write the package anew and destroy this one."
    )


def _fingerprint(public_key: bytes) -> str:
    from dialogue.archive.telling import fingerprint

    return fingerprint(public_key)


def _today() -> str:
    return datetime.now(UTC).date().isoformat()
