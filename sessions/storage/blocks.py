"""Releases that are counted together, once (dialogue/disclosure/). A block is written when it is made, and stays."""

from __future__ import annotations

import json
from collections.abc import Iterable
from types import MappingProxyType

from sqlalchemy import insert, select

from dialogue.archive import Opened, canonical
from dialogue.disclosure.blocks import Block
from dialogue.methods.evaluation import Third
from sessions.storage.beside import Beside, row_of
from sessions.storage.sealing import fresh_salt
from sessions.storage.tables import blocks


class Blocks(Beside):
    """All blocks, by their keys."""

    def all(self) -> tuple[Block, ...]:
        """Every block that was made."""
        rows = self._rows(select(blocks).order_by(blocks.c.id))
        return tuple(_block(row.id, self._org.open(row.sealed, "block", row.id).text) for row in rows)

    def add(self, made: Iterable[Block]) -> None:
        """All of them or none."""
        self.write(*(row_of(insert(blocks).values(id=one.key, sealed=self._sealed(one))) for one in made))

    def _sealed(self, block: Block) -> bytes:
        told = {
            "place": block.place,
            "quarter": block.quarter,
            "dialogues": sorted(block.dialogues),
            "people": block.people,
            "counts": {item: {third.value: n for third, n in thirds.items()} for item, thirds in block.counts.items()},
        }
        return self._org.seal(Opened(fresh_salt(), canonical(told)), "block", block.key)


def _block(key: str, text: str) -> Block:
    told = json.loads(text)
    counts = {
        item: MappingProxyType({Third(third): count for third, count in thirds.items()})
        for item, thirds in told["counts"].items()
    }
    return Block(
        key, told["place"], told["quarter"], frozenset(told["dialogues"]), told["people"], MappingProxyType(counts)
    )
