"""The shape of the repository: the agreed top level, and nothing that ties it to one place on the net."""

from __future__ import annotations

import re

from tests.house.project import project_files, texts

ALLOWED = {
    *("pyproject.toml", "dialogue", "templates", "static", "sessions", "tests", "README.md"),
    *(".ci", "docs", "bench", "deploy", "start.py", "Makefile"),
    *("CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "LICENSE"),
    *(".gitignore", ".gitattributes", ".editorconfig"),
}

# In halves, so that this file passes its own test.
REGISTRIES = [
    "".join(halves)
    for halves in (
        ("pypi", ".org"),
        ("pypi.", "python.org"),
        ("python", "hosted.org"),
        ("npm", "js.org"),
        ("npm", "js.com"),
        ("yarn", "pkg.com"),
        ("unp", "kg.com"),
        ("js", "delivr.net"),
        ("cdn", "js.cloudflare.com"),
        ("deb.", "debian.org"),
    )
]


def test_the_top_level_holds_only_what_was_agreed() -> None:
    assert {name.parts[0] for name in project_files()} <= ALLOWED


def test_no_file_names_a_package_registry() -> None:
    named = [(str(path), host) for path, text in texts() for host in REGISTRIES if host in text]
    assert named == []


def test_lock_files_record_no_download_addresses() -> None:
    locks = [(path, text) for path, text in texts() if path.name.endswith(("-lock.json", ".lock"))]
    assert [str(path) for path, text in locks if re.search(r'"resolved"|://', text)] == []


def test_shell_entry_points_can_be_run_and_stop_at_the_first_failure() -> None:
    run = dict(texts(".ci"))
    assert run
    for path, text in run.items():
        assert "set -euo pipefail" in text, path
