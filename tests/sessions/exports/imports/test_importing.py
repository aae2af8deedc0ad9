"""From one installation to another: exported there, imported here, read by one account, changed by nobody."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidTag

from sessions.exports.data_file import as_json
from sessions.exports.imports import kept
from sessions.exports.imports.kept import Imports
from sessions.exports.imports.reading import ImportRefused
from tests.sessions.exports.given import usual
from tests.sessions.pages.given import Visitor, facilitator, server
from tests.sessions.terminal import dialogue

KEY = bytes(range(32))


@pytest.fixture
def exported(tmp_path: Path) -> Path:
    """A file as another installation made it."""
    path = tmp_path / "dialogue.json"
    path.write_bytes(as_json(usual("speaking-up")))
    return path


def test_an_import_is_read_by_its_account_and_removed(tmp_path: Path, exported: Path) -> None:
    data = tmp_path / "data"
    with server(data) as served:
        leader = facilitator(served, "Ash")
        while_it_runs = dialogue("import", str(exported), "--for", "Ash", DATA=str(data))
        assert (while_it_runs.status, while_it_runs.complained.split(":")[0]) == (2, "data_in_use")
        assert "There are none." in leader.get("/imports").text
    done = dialogue("import", str(exported), "--for", "ash", DATA=str(data))
    assert (done.status, done.complained) == (0, "")
    files = [path for path in (data / "imports").rglob("*") if path.is_file()]
    assert [stat.S_IMODE(path.stat().st_mode) for path in files] == [0o600]
    assert b"colleague" not in files[0].read_bytes()
    with server(data) as served:
        visitor = Visitor(served)
        visitor.cookies = dict(leader.cookies)
        listed = visitor.get("/imports").text
        record = listed.split('href="/imports/')[1].split('"')[0]
        page = visitor.get(f"/imports/{record}")
        assert "When must I speak to a colleague about his conduct?" in page.text
        assert "The man at the hatch also had to see someone object." in page.text, "the dissent beside the answer"
        assert "What this leaves out" in page.text
        assert Visitor(served).get(f"/imports/{record}").status == 302
        assert visitor.get("/imports/..%2F..%2Fmaster.key").status in {302, 404}
        assert visitor.post(f"/imports/{record}/remove", {}).headers["Location"] == "/imports"
        assert visitor.get(f"/imports/{record}").headers["Location"] == "/imports"
        assert not any(path.is_file() for path in (data / "imports").rglob("*"))


def test_an_altered_file_or_an_unknown_name_is_refused_with_its_code(tmp_path: Path, exported: Path) -> None:
    data = tmp_path / "data"
    with server(data) as served:
        facilitator(served, "Ash")
    stranger = dialogue("import", str(exported), "--for", "Birch", DATA=str(data))
    assert (stranger.status, stranger.complained.split(":")[0]) == (2, "account_unknown")
    exported.write_bytes(exported.read_bytes().replace(b"colleague", b"collaegue"))
    altered = dialogue("import", str(exported), "--for", "Ash", DATA=str(data))
    assert (altered.status, altered.complained.split(":")[0]) == (2, "import_altered")
    assert "Traceback" not in altered.complained
    assert not (data / "imports").exists()


def test_each_account_has_its_own_and_a_file_moved_to_another_stays_shut(tmp_path: Path) -> None:
    imports = Imports(tmp_path, KEY)
    record = imports.take("ash", usual())
    assert [one.title for one in imports.of("ash")] == ["Trust on the wing"]
    assert imports.of("birch") == []
    assert imports.read("birch", record) is None
    (tmp_path / "imports" / "birch").mkdir()
    (tmp_path / "imports" / "ash" / record).rename(tmp_path / "imports" / "birch" / record)
    with pytest.raises(InvalidTag):
        imports.read("birch", record)


@pytest.mark.parametrize("id", ["", ".", "..", "../ash", "a/b", "a\\b", "a\x00", "x" * 300])
def test_an_id_is_never_a_path(tmp_path: Path, id: str) -> None:
    imports = Imports(tmp_path, KEY)
    imports.take("ash", usual())
    assert imports.read("ash", id) is None
    imports.remove("ash", id)
    assert len(imports.of("ash")) == 1


def test_there_is_an_end_to_how_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST", 2)
    imports = Imports(tmp_path, KEY)
    for _ in range(2):
        imports.take("ash", usual())
    with pytest.raises(ImportRefused, match="Remove some"):
        imports.take("ash", usual())
