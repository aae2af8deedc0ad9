"""The virtual environment in `.venv`: made when absent, renewed when the pinned requirements change."""

from __future__ import annotations

import importlib.util
import os
import shlex
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUNTIME = "requirements.txt"
DEVELOPMENT = "requirements-dev.txt"  # holds the runtime pins as well
WHEELS = "wheels"  # beside start.py in a bundle (deploy/bundle.py): then nothing is asked of any network
USAGE = "start.py [--setup [--dev]] [command and its options]"
LINES_SHOWN = 12

# What pip says when it reached nobody, on the three kinds of systems.
UNREACHABLE = (
    "Failed to establish a new connection",
    "NewConnectionError",
    "NameResolutionError",
    "Temporary failure in name resolution",
    "getaddrinfo failed",
    "nodename nor servname",
    "Network is unreachable",
    "ConnectTimeoutError",
    "ReadTimeoutError",
    "ProxyError",
)


class SetupError(Exception):
    """Set-up could not be finished; the text tells a person what to do."""


@dataclass(frozen=True)
class Environment:
    """A virtual environment in `folder`, holding what the lists in `lists` pin."""

    folder: Path = ROOT / ".venv"
    lists: Path = ROOT / "deploy"
    wheels: Path = ROOT / WHEELS

    @property
    def python(self) -> Path:
        """The environment's interpreter, whether it exists yet or not."""
        return self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    def ready(self, name: str) -> bool:
        """Whether the list `name`, as it reads today, is installed."""
        stamp = self._stamp(name)
        return self.python.exists() and stamp.exists() and stamp.read_text("ascii") == self._print(name)

    def prepare(self, name: str) -> bool:
        """Installs the list `name` unless it is there already. Gives whether anything was done.

        Raises SetupError, and then leaves no stamp: the next start tries again.
        """
        if self.ready(name):
            return False
        self._make()
        # Whatever happens from here on, the old stamps are no longer true.
        for stamp in self.folder.glob("*.installed"):
            stamp.unlink()
        say("Installing what Dialogue needs. The first time this takes a minute or two.")
        self._install(self.lists / name)
        for installed in {RUNTIME, name}:
            self._stamp(installed).write_text(self._print(installed), "ascii")
        return True

    def _stamp(self, name: str) -> Path:
        return self.folder / f"{name}.installed"

    def _print(self, name: str) -> str:
        return sha256((self.lists / name).read_bytes()).hexdigest()

    def _make(self) -> None:
        """A fresh environment, unless the one there still runs: an upgrade can take its Python away."""
        if self.python.exists() and runs([str(self.python), "-m", "pip", "--version"]).returncode == 0:
            return
        if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
            raise SetupError(f"This Python cannot make virtual environments. {venv_advice()}")
        say(f"Making a virtual environment in {self.folder.name}.")
        made = runs([sys.executable, "-m", "venv", "--clear", str(self.folder)])
        if made.returncode:
            raise SetupError(f"{tail(made)}\nThe virtual environment could not be made. {venv_advice()}")

    def _install(self, pins: Path) -> None:
        pip = [str(self.python), "-m", "pip", "--quiet", "--no-input", "--disable-pip-version-check"]
        bundled = self.wheels.is_dir()
        source = ["--no-index", "--find-links", str(self.wheels)] if bundled else []
        done = runs([*pip, "install", *source, "--require-hashes", "--requirement", str(pins)])
        if done.returncode == 0:
            return
        if bundled and "No matching distribution" in done.stdout:
            raise SetupError(f"{tail(done)}\n{bundle_advice()}")
        raise SetupError(f"{tail(done)}\n{pip_advice(done.stdout)}")


def runs(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    """Runs a command to its end without input; its output and errors together are in `stdout`."""
    # Few retries: someone without a network shall not stare at a silent terminal.
    surroundings = {"PIP_RETRIES": "2", **os.environ, "PYTHONUTF8": "1"}
    return subprocess.run(
        command,
        env=surroundings,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


def tail(done: subprocess.CompletedProcess[str]) -> str:
    """The last lines a command said."""
    return "\n".join(done.stdout.strip().splitlines()[-LINES_SHOWN:])


def venv_advice() -> str:
    """What to install so that virtual environments can be made."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    return (
        f"On Debian or Ubuntu: sudo apt-get install python{version}-venv. "
        "Elsewhere: install the Python from python.org. Then start again."
    )


def pip_advice(said: str) -> str:
    """The sentence that follows pip's own last lines."""
    if any(sign in said for sign in UNREACHABLE):
        return (
            "The packages could not be reached: this computer seems to be without internet. Connect it for "
            "the first start, or give pip a folder of wheels (PIP_FIND_LINKS and PIP_NO_INDEX=1), and start "
            "again."
        )
    if "DO NOT MATCH THE HASHES" in said:
        return "A package is not the one that was pinned and was refused. Nothing was started."
    return "The packages could not be installed; pip's last lines above say why. Start again to retry."


def bundle_advice() -> str:
    """The sentence for a computer that a bundle's wheels were not made for."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    return (
        f"The folder {WHEELS} does not hold all packages for this computer with Python {version}. READ-ME-FIRST.txt "
        "names the systems and the versions of Python that it fits."
    )


def say(sentence: str) -> None:
    """Tells the waiting person where set-up is, at once."""
    print(sentence, flush=True)


def typed_as() -> str:
    """The words by which the person started this, for advice that can be copied: python3 start.py."""
    words = [sys.orig_argv[0], sys.argv[0]]
    return subprocess.list2cmdline(words) if os.name == "nt" else shlex.join(words)


def become(python: Path, arguments: Sequence[str]) -> int:
    """Runs `dialogue` with these arguments, in the folder the person stands in; gives its exit status."""
    # -P and PYTHONPATH: the code is found wherever the person stands, and nothing there is taken for it.
    command = [str(python), "-P", "-m", "sessions.cli", *arguments]
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "DIALOGUE_TYPED_AS": typed_as()}
    if os.name != "nt":
        os.execve(command[0], command, surroundings)  # noqa: S606  no shell is what we want; signals reach the server itself
    with subprocess.Popen(command, env=surroundings) as running:
        while True:
            try:
                return running.wait()
            except KeyboardInterrupt:  # Ctrl-C reached the server, too: let it end in its own time
                continue


def start(arguments: Sequence[str]) -> int:
    """Sets up; then, unless that was all, becomes the command (`serve` when none is named)."""
    only_setup = "--setup" in arguments
    if set(arguments) - {"--setup", "--dev"} if only_setup else "--dev" in arguments:
        print(f"--setup and --dev go without a command: {USAGE}", file=sys.stderr)
        return 2
    environment = Environment()
    try:
        done = environment.prepare(DEVELOPMENT if "--dev" in arguments else RUNTIME)
    except KeyboardInterrupt:
        print("\nSet-up was stopped; the next start takes it up again.", file=sys.stderr)
        return 130
    except (SetupError, OSError) as problem:
        print(problem, file=sys.stderr)
        return 1
    if only_setup:
        say("Dialogue is set up." if done else "Dialogue is set up already.")
        return 0
    if not arguments or arguments[0].startswith("-"):
        arguments = ["serve", *arguments]
    return become(environment.python, arguments)
