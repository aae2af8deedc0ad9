"""Starts a bundle as a person would and opens its sign-in page: on a machine whose only network is itself.

Run with `--alone` in a network namespace of its own, where even the machine itself has to be reached first.
"""

from __future__ import annotations

import fcntl
import os
import re
import signal
import socket
import struct
import subprocess
import sys
import urllib.request
from pathlib import Path

SERVING = re.compile(r"serving on (http://\S+)")
SIOCSIFFLAGS, UP = 0x8914, 0x1


def reach_oneself() -> None:
    """Switches the loopback interface on; there is no other."""
    assert [name for _, name in socket.if_nameindex() if name == "lo"]
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        fcntl.ioctl(asking, SIOCSIFFLAGS, struct.pack("16sH", b"lo", UP))
    try:
        socket.create_connection(("192.0.2.1", 80), timeout=1).close()
    except OSError:
        return
    raise AssertionError("there is a network after all")


def page_of(folder: Path) -> str:
    """The sign-in page of the bundle in `folder`, started, asked, and stopped again."""
    command = ["/bin/sh", "start.sh", "serve", "--port", "0"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as running:
        said = []
        try:
            for line in running.stdout or ():
                said.append(line)
                if found := SERVING.search(line):
                    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
                    with opener.open(f"{found[1]}/sign-in", timeout=20) as answer:
                        return str(answer.read().decode())
        finally:
            running.send_signal(signal.SIGTERM)
            running.wait(20)
        raise AssertionError("".join(said))


if __name__ == "__main__":
    if "--alone" in sys.argv:
        reach_oneself()
    os.environ["PYTHONUNBUFFERED"] = "1"
    sys.stdout.write(page_of(Path(sys.argv[1])))
