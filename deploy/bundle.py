"""One folder that needs no internet: the program, wheels, start scripts (`make bundle`, `python -m deploy.bundle`)."""

from __future__ import annotations

import argparse
import shutil
import sys
import tomllib
from collections.abc import Sequence
from hashlib import sha256
from itertools import product
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from deploy.bundle_texts import write_texts
from deploy.environment import ROOT, RUNTIME, WHEELS, say
from deploy.wheels import BY_KEY, PYTHONS, SYSTEMS, Target, WheelsMissing, bring, own_python, size_of, this_machine

TREES = ("dialogue", "sessions", "templates", "static")
FILES = ("start.py", "LICENSE", "deploy/__init__.py", "deploy/environment.py", f"deploy/{RUNTIME}")
PAGES = ("method.md", "settings.md", "bundle.md")
SUMS = "SHA256SUMS"


class NotBundled(Exception):
    """The folder was not made; the text says why and what to do."""


def bundle(targets: Sequence[Target], to: Path, *, leave_out: bool = False) -> tuple[Path, list[str]]:
    """Makes the folder for these targets in `to`, and a zip of it beside it.

    Gives the folder, and a sentence for each target that there are not all wheels for; those are left out if
    `leave_out` says so. Raises WheelsMissing otherwise, or when none is left; NotBundled when the folder is in use.
    """
    folder = to / f"dialogue-{version()}"
    if (folder / "data").exists():
        raise NotBundled(f"{folder} holds a data folder: somebody uses it. Move it away, then start again.")
    shutil.rmtree(folder, ignore_errors=True)
    fitting, missing = _bring_all(targets, folder / WHEELS, leave_out=leave_out)
    _copy_program(folder)
    write_texts(folder, fitting, version())
    lines = [f"{sha256(path.read_bytes()).hexdigest()}  {name}\n" for name, path in _files(folder)]
    (folder / SUMS).write_text("".join(lines), "utf-8", newline="\n")
    _pack(folder)
    return folder, missing


def version() -> str:
    """The version of the program, as pyproject.toml has it."""
    known: str = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    return known


def _bring_all(targets: Sequence[Target], wheels: Path, *, leave_out: bool) -> tuple[list[Target], list[str]]:
    fitting, missing = [], []
    for target in targets:
        say(f"Wheels for {target.system.name}, Python {target.python}.")
        try:
            bring(target, ROOT / "deploy" / RUNTIME, wheels)
        except WheelsMissing as problem:
            if not leave_out:
                raise
            missing.append(str(problem))
        else:
            fitting.append(target)
    if not fitting:
        raise WheelsMissing("There are not all wheels for any of the systems:\n" + "\n".join(missing))
    return fitting, missing


def _copy_program(folder: Path) -> None:
    for name in TREES:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "*.pyc"))
    for name in (*FILES, *(f"docs/{page}" for page in PAGES)):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, folder / name)


def _files(folder: Path) -> list[tuple[str, Path]]:
    """Every file by its name in the folder, in the order of names."""
    found = ((path.relative_to(folder).as_posix(), path) for path in folder.rglob("*") if path.is_file())
    return sorted(found)


def archive_of(folder: Path) -> Path:
    """Where the zip of a bundle lies."""
    return folder.with_name(f"{folder.name}.zip")


def _pack(folder: Path) -> None:
    with ZipFile(archive_of(folder), "w") as archive:
        for name, path in _files(folder):
            kind = ZIP_STORED if path.suffix == ".whl" else ZIP_DEFLATED  # a wheel is a zip already
            archive.write(path, f"{folder.name}/{name}", compress_type=kind)


def main(arguments: Sequence[str] | None = None) -> int:
    """Gives 0 when the bundle is there, 1 after a sentence that says why not."""
    parser = argparse.ArgumentParser(prog="python -m deploy.bundle", description=__doc__)
    parser.add_argument("--all", action="store_true", help="every system and Python that there are wheels for")
    parser.add_argument("--system", action="append", choices=sorted(BY_KEY), help="a system; may be given again")
    parser.add_argument("--python", action="append", choices=PYTHONS, help="a version; may be given again")
    parser.add_argument("--to", type=Path, default=ROOT / "dist", help="where the folder is made; dist unless named")
    given = parser.parse_args(arguments)
    try:
        folder, missing = bundle(_asked(given), given.to, leave_out=given.all)
    except (WheelsMissing, NotBundled, OSError) as problem:
        print(problem, file=sys.stderr)
        return 1
    for sentence in missing:
        say(f"Left out: {sentence}.")
    wheels = size_of((folder / WHEELS).iterdir())
    whole = size_of(path for _name, path in _files(folder))
    say(f"Made {folder}: {whole}, of which {wheels} are wheels.")
    archive = archive_of(folder)
    say(f"Made {archive}: {size_of([archive])}. Copy it to the other computer and unpack it there.")
    return 0


def _asked(given: argparse.Namespace) -> list[Target]:
    """What was asked for. Of a system or a Python that was not named, this machine's own."""
    if given.all:
        return [Target(system, python) for system, python in product(SYSTEMS, PYTHONS)]
    systems = [BY_KEY[key] for key in given.system] if given.system else [this_machine().system]
    return [Target(system, python) for system, python in product(systems, given.python or [own_python()])]


if __name__ == "__main__":
    sys.exit(main())
