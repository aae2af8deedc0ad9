"""Debian's packages that tests need: installed as root or through sudo, or a sentence that says what to ask for."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence


class CannotInstall(Exception):
    """A package could not be brought; the text tells a person what to do."""


def install(packages: Sequence[str], purpose: str) -> None:
    """Installs them; `purpose` begins the sentence for whoever may not ("Browser tests need Chromium.").

    Raises CannotInstall.
    """
    apt = shutil.which("apt-get")
    if apt is None:
        raise CannotInstall(purpose)
    prefix = _administrator(packages, purpose)
    # Old package lists name versions that are gone, so renew them; if some stay stale, the install decides.
    subprocess.run([*prefix, apt, "update", "-qq"], stdin=subprocess.DEVNULL, check=False)
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive", apt, "install", "-y", "-qq", "--no-install-recommends"]
    done = subprocess.run([*prefix, *quiet, *packages], stdin=subprocess.DEVNULL, check=False)
    if done.returncode:
        raise CannotInstall(f"apt-get could not install {' '.join(packages)}; its last lines say why.")


def _administrator(packages: Sequence[str], purpose: str) -> list[str]:
    """What goes before a command that only root may run. Raises CannotInstall when there is no way."""
    if os.name == "posix" and os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    # Without a terminal sudo may not ask: it then refuses at once instead of waiting for ever.
    may_ask = sys.stdin is not None and sys.stdin.isatty()
    if sudo and may_ask:
        return [sudo]
    if sudo and subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode == 0:
        return [sudo, "-n"]
    raise CannotInstall(f"{purpose} As an administrator, run: apt-get install {' '.join(packages)}")
