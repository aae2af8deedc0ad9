"""A storage on a real disk, closed at the end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sessions.storage.store import Storage, open_storage


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def storage(data: Path) -> Iterator[Storage]:
    opened = open_storage(data)
    yield opened
    opened.close()
