"""Zip archives without what a zip tells besides: when each member was written, and on which system.

The same content gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_BEGINNING = (1980, 1, 1, 0, 0, 0)  # of zip's own time


def packed(members: Mapping[str, bytes]) -> bytes:
    """An archive of these members, in this order. A member `mimetype` is stored plain, as OpenDocument asks."""
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        for name, content in members.items():
            info = ZipInfo(name, _BEGINNING)
            info.create_system = 0
            info.compress_type = ZIP_STORED if name == "mimetype" else ZIP_DEFLATED
            archive.writestr(info, content)
    return made.getvalue()


def repacked(archive: bytes) -> bytes:
    """The same archive without what its writer noted."""
    with ZipFile(BytesIO(archive)) as opened:
        return packed({info.filename: opened.read(info) for info in opened.infolist() if not info.is_dir()})
