"""The LibreOffice that tests open exports with: finds one, or brings Debian's (`python -m deploy.office`)."""

from __future__ import annotations

import os
import shutil
import sys

from deploy.debian import CannotInstall, install

NAMES = ("soffice", "libreoffice")
# And what WeasyPrint needs of the system.
PACKAGES = (
    "libreoffice-writer-nogui",
    "libreoffice-calc-nogui",
    "libpango-1.0-0",
    "libpangoft2-1.0-0",
    "libharfbuzz-subset0",
)


class OfficeMissing(Exception):
    """There is no LibreOffice and none could be brought; the text tells a person what to do."""


def find() -> str | None:
    """The path of a LibreOffice on this machine; the environment's SOFFICE comes first."""
    chosen = os.environ.get("SOFFICE")
    if chosen:
        path = shutil.which(chosen)
        if path is None:
            raise OfficeMissing(f"SOFFICE names {chosen}, and that is no program that runs. Correct or unset it.")
        return path
    found = (shutil.which(name) for name in NAMES)
    return next((path for path in found if path), None)


def needed() -> str:
    """As `find`, for tests: raises OfficeMissing instead of giving nothing."""
    path = find()
    if path is None:
        raise OfficeMissing("Tests of exports need LibreOffice: run `make office`, or set SOFFICE to its path.")
    return path


def bring() -> str:
    """Installs Debian's LibreOffice as root or through sudo, and gives its path. Raises OfficeMissing."""
    try:
        install(PACKAGES, "Tests of exports need LibreOffice. Install it, or set SOFFICE to its path.")
    except CannotInstall as problem:
        raise OfficeMissing(str(problem)) from None
    return needed()


def main() -> int:
    """Gives 0 when there is one at the end; otherwise 1 after one sentence."""
    try:
        path = find()
        if path is None:
            print("Bringing LibreOffice for the tests of exports.", flush=True)
            path = bring()
    except OfficeMissing as problem:
        print(problem, file=sys.stderr)
        return 1
    print(f"Tests of exports use {path}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
