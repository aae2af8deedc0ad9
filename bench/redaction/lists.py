"""`python -m bench.redaction.lists faker-40.63.0-py3-none-any.whl`: makes the bundled lists from that wheel.

Faker is read, never run or installed: its lists are literals in its modules. What is taken stands here; PROVENANCE.md
beside the lists says what they were made from.
"""

from __future__ import annotations

import ast
import hashlib
import sys
from pathlib import Path
from typing import Final
from zipfile import ZipFile

WHEEL_SHA256: Final = "36627c20b575b4138f54b6c21f8703e9ab122fd487aca11319beec2aa6ca7232"
DATA: Final = Path(__file__).resolve().parents[2] / "dialogue" / "redaction" / "data"
# Where the people of the ten languages, and many of those in their prisons, have their names from.
NAMES: Final = {
    "en_GB": "both", "en_US": "both", "uk_UA": "both", "no_NO": "both", "fi_FI": "both", "et_EE": "both",
    "fr_FR": "both", "nl_NL": "both", "de_DE": "both", "hr_HR": "both",
    "lt_LT": "given", "pl_PL": "given", "ro_RO": "given", "tr_TR": "given",
}  # fmt: skip
WORDS: Final = {"en": "en_US", "uk": "uk_UA", "fr": "fr_FR", "nl": "nl_BE", "de": "de_DE"}
_GIVEN: Final = ("first_name",)
_FAMILY: Final = ("last_name",)
_LONGEST = 30


def main(wheel: Path) -> int:
    """Writes the lists; 1 when it is another wheel than the one that they are to be made from."""
    if hashlib.sha256(wheel.read_bytes()).hexdigest() != WHEEL_SHA256:
        print(f"{wheel.name} is not the wheel that the lists are made from (sha256 {WHEEL_SHA256}).")
        return 1
    with ZipFile(wheel) as archive:
        for locale, kinds in NAMES.items():
            module = _literals(archive, f"faker/providers/person/{locale}/__init__.py")
            _write(DATA / "names" / f"faker_{locale}.given.txt", _named(module, _GIVEN))
            if kinds == "both":
                _write(DATA / "names" / f"faker_{locale}.family.txt", _named(module, _FAMILY))
        for language, locale in WORDS.items():
            words = _literals(archive, f"faker/providers/lorem/{locale}/__init__.py")["word_list"]
            _write(DATA / "words" / f"frequent_{language}.txt", _words(words))
        licence = next(name for name in archive.namelist() if name.endswith("LICENSE.txt"))
        (DATA / "LICENSE.faker.txt").write_bytes(archive.read(licence))
    return 0


def _literals(archive: ZipFile, path: str) -> dict[str, set[str]]:
    """Each list of strings that a module's class has as an attribute, by its name."""
    found: dict[str, set[str]] = {}
    for node in ast.walk(ast.parse(archive.read(path).decode("utf-8"))):
        targets = (
            node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        )
        names = [target.id for target in targets if isinstance(target, ast.Name)]
        value = getattr(node, "value", None)
        if names and value is not None:
            strings = {
                part.value for part in ast.walk(value) if isinstance(part, ast.Constant) and isinstance(part.value, str)
            }
            for name in names:
                found.setdefault(name, set()).update(strings)
    return found


def _named(module: dict[str, set[str]], beginnings: tuple[str, ...]) -> list[str]:
    names = {one for name, strings in module.items() if name.startswith(beginnings) for one in strings}
    return sorted(one for one in names if 1 < len(one) <= _LONGEST and one[0].isupper() and "." not in one)


def _words(words: set[str]) -> list[str]:
    return sorted({one.lower() for one in words if one.replace("'", "").isalpha()})


def _write(path: Path, lines: list[str]) -> None:
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
