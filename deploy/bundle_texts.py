"""What a bundle says to a person: start scripts for the systems it fits, and a leaflet in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from deploy.wheels import SYSTEMS, Target

TEXTS = Path(__file__).resolve().parent / "bundled"
README = "READ-ME-FIRST.txt"
# What starts it, by Python's name of the system, and how a person does that.
STARTS = {
    "win32": ("start.bat", "Windows: double-click start.bat."),
    "darwin": (
        "start.command",
        "macOS: hold Control, click start.command, choose Open (the first time; then a double-click does).\n"
        "   If it says that it may not be run: open Terminal, type sh and a space, pull start.command into the\n"
        "   window, press Return.",
    ),
    "linux": ("start.sh", "Linux: open a terminal in this folder and type sh start.sh"),
}


def write_texts(folder: Path, targets: Sequence[Target], version: str) -> None:
    """Puts into `folder` a script per kind of system among `targets`, and the leaflet to read first."""
    pythons: dict[str, list[str]] = {}  # by Python's name of the system
    for target in targets:
        pythons.setdefault(target.system.sys_platform, []).append(target.python)
    for platform, versions in pythons.items():
        name, _how = STARTS[platform]
        newest_first = sorted(set(versions), key=_as_numbers, reverse=True)
        text = _text("start.bat" if platform == "win32" else "start.sh").replace("@PYTHONS@", " ".join(newest_first))
        ends = "\r\n" if platform == "win32" else "\n"
        (folder / name).write_text(text, "ascii", newline=ends)
        (folder / name).chmod(0o755)
    names = [STARTS[platform][0] for platform in pythons]
    told = {
        "@VERSION@": version,
        "@FITS@": "\n".join(_fits(targets)),
        "@START@": "\n".join(f"   {STARTS[platform][1]}" for platform in pythons),
        "@DOCTOR@": "\n".join(f"   In a terminal in this folder: {_called(name)} doctor" for name in names),
    }
    text = _text(README)
    for mark, words in told.items():
        text = text.replace(mark, words)
    (folder / README).write_text(text, "ascii", newline="\r\n")


def _called(name: str) -> str:
    return name if name.endswith(".bat") else f"sh {name}"


def _fits(targets: Sequence[Target]) -> Iterable[str]:
    for system in SYSTEMS:
        versions = [target.python for target in targets if target.system is system]
        if versions:
            yield f"   {system.name}, with Python {', '.join(versions)}"


def _as_numbers(python: str) -> tuple[int, ...]:
    return tuple(int(part) for part in python.split("."))


def _text(name: str) -> str:
    return (TEXTS / name).read_text("ascii")
