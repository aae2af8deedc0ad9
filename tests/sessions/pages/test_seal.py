"""Once a dialogue is closed everyone who reads its archive sees its seal, and any later package is compared with it."""

from __future__ import annotations

import re
from pathlib import Path

from dialogue.archive.telling import verified
from sessions.storage.store import open_storage
from tests.sessions.pages.given import facilitator, joined, prepared, server
from tests.sessions.terminal import dialogue as command

SEAL = re.compile(r'<code dir="ltr">([0-9a-f]{4}(?:-[0-9a-f]{4}){3})</code>')


def test_the_seal_is_shown_at_closing_and_is_that_of_the_closing_line(tmp_path: Path) -> None:
    data, package = tmp_path / "data", tmp_path / "package.zip"
    with server(data) as served:
        leader = facilitator(served)
        dialogue, code = prepared(leader)
        ash = joined(served, code, "Ash")
        path = f"/d/{dialogue}/archive"
        assert "Seal of the record" not in leader.get(path).text
        for kind, content in (("move_to_stage", {"stage": "closing"}), ("close_dialogue", {})):
            assert leader.command(dialogue, kind, content).status == 200
        pages = [reader.get(path).text for reader in (leader, ash)]
    seals = [seal for page in pages for seal in SEAL.findall(page)]
    assert len(seals) == 2
    storage = open_storage(data)
    rows, head = storage.load(dialogue), storage.closing_head(dialogue)
    storage.close()
    assert head is not None
    assert {row.seq for row in rows if row.type == "dialogue_closed"} == {head.seq}
    assert set(seals) == {head.short_form()}
    assert command("export", dialogue, "--sealed", str(package), DATA=str(data)).status == 0
    assert verified(package, seal=seals[0])[0] == 0
