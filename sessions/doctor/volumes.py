"""What kind of file system a folder lies on, as far as each system tells without more than the standard library."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path


class Volume(StrEnum):
    """What matters about a file system."""

    LOCAL = "local"
    NETWORK = "network"  # locks and syncs are others' business: a write-ahead log isn't safe there
    MEMORY = "memory"  # gone when the machine is switched off
    SIMPLE = "simple"  # FAT and its kin: knows no owners and no rights
    UNKNOWN = "unknown"


NETWORK_KINDS = (
    "nfs nfs4 cifs smb smbfs smb3 afpfs afs 9p vboxsf webdav davfs ceph glusterfs virtiofs prl_fs drvfs fuse.sshfs "
    "fuse.davfs fuse.rclone fuse.gvfsd-fuse fuse.glusterfs fuse.vmhgfs-fuse"
)
KINDS = {
    Volume.NETWORK: tuple(NETWORK_KINDS.split()),
    Volume.MEMORY: ("tmpfs", "ramfs", "devtmpfs"),
    Volume.SIMPLE: ("vfat", "msdos", "exfat", "fat", "fat32"),
}
# Parts of a path by which folders are known that a program copies elsewhere while they are written to.
SYNCHRONISED = re.compile(
    r"onedrive|dropbox|google ?drive|icloud|mobile documents|cloudstorage|nextcloud|owncloud|syncthing|seafile", re.I
)
DRIVE_REMOTE, DRIVE_RAMDISK = 4, 6


def volume_of(folder: Path) -> Volume:
    """The kind of file system that holds this folder, which exists."""
    path = folder.resolve()
    if sys.platform == "win32":
        return _of_drive(path)
    return kind_of(path, _mounts())


def synchroniser_of(folder: Path) -> str | None:
    """The part of the path that names a program which copies folders to a cloud."""
    return next((part for part in folder.expanduser().absolute().parts if SYNCHRONISED.search(part)), None)


def kind_of(path: Path, mounts: Iterable[tuple[Path, str]]) -> Volume:
    """By the mount that lies nearest above `path`; of two at one place the later one."""
    nearest: tuple[int, str] | None = None
    for place, kind in mounts:
        if path.is_relative_to(place) and (nearest is None or len(place.parts) >= nearest[0]):
            nearest = len(place.parts), kind.lower()
    if nearest is None:
        return Volume.UNKNOWN
    return next((volume for volume, kinds in KINDS.items() if nearest[1] in kinds), Volume.LOCAL)


def _mounts() -> list[tuple[Path, str]]:
    table = Path("/proc/self/mountinfo")
    if table.exists():
        return mounts_in(table.read_text("utf-8", "replace"))
    try:  # macOS has no such file
        said = subprocess.run(["/sbin/mount"], capture_output=True, text=True, timeout=5, check=False).stdout
    except (OSError, subprocess.TimeoutExpired):
        return []
    return [(Path(place), kind) for place, kind in re.findall(r" on (/.*?) \(([a-z0-9]+)", said)]


def mounts_in(table: str) -> list[tuple[Path, str]]:
    """(place, kind) of each line of Linux' mountinfo, in which a space is written \\040."""
    found = []
    for line in table.splitlines():
        front, _, back = line.partition(" - ")
        if back and len(front.split()) > 4:
            place = re.sub(r"\\([0-7]{3})", lambda escaped: chr(int(escaped[1], 8)), front.split()[4])
            found.append((Path(place), back.split()[0]))
    return found


def _of_drive(path: Path) -> Volume:
    if sys.platform != "win32":
        return Volume.UNKNOWN
    import ctypes

    system = ctypes.windll.kernel32
    root = path.anchor if path.anchor.endswith("\\") else f"{path.anchor}\\"
    drive = system.GetDriveTypeW(root)
    if drive == DRIVE_REMOTE or root.startswith("\\\\"):
        return Volume.NETWORK
    if drive == DRIVE_RAMDISK:
        return Volume.MEMORY
    kind = ctypes.create_unicode_buffer(64)
    known = system.GetVolumeInformationW(root, None, 0, None, None, None, kind, len(kind))
    if not known:
        return Volume.UNKNOWN
    return Volume.SIMPLE if kind.value.lower() in KINDS[Volume.SIMPLE] else Volume.LOCAL
