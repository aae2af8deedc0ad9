"""The project's own files, as these tests read them."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# What tools and runs leave in a copy that git does not know, so cannot tell apart.
LEFT_BEHIND = {".git", ".venv", "__pycache__", "node_modules", "data", "dist"}


def project_files() -> list[Path]:
    """Every file of the project, relative to its root: what git would publish; all, where there is no git."""
    git = ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    if (ROOT / ".git").exists():
        listed = subprocess.run(git, capture_output=True, check=False)
        if listed.returncode == 0:
            names = [Path(name) for name in listed.stdout.decode().split("\0") if name]
            return sorted(name for name in names if (ROOT / name).is_file())
    return sorted(_walk(ROOT))


def _walk(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.name in LEFT_BEHIND or (path.name.startswith(".") and path.name.endswith(("_cache", "hypothesis"))):
            continue
        if path.is_dir():
            yield from _walk(path)
        else:
            yield path.relative_to(ROOT)


def texts(*folders: str) -> Iterator[tuple[Path, str]]:
    """Each text file, with its text: below these folders, or of the whole project."""
    for name in project_files():
        if folders and name.parts[0] not in folders:
            continue
        try:
            yield name, (ROOT / name).read_text("utf-8")
        except UnicodeDecodeError:  # a picture, a font, an archive
            continue
