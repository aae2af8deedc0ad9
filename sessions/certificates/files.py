"""The folder `https` in the data folder: the authority, the server's certificate, and the hosts that were asked for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from sessions.certificates.authority import Authority
from sessions.certificates.refusals import AGAIN, CertificateRefusal
from sessions.storage.folder import open_folder, write_whole


@dataclass(frozen=True, slots=True)
class Files:
    """Where they lie. All of them are readable by their owner alone."""

    folder: Path

    @property
    def authority(self) -> Path:
        return self.folder / "ca.pem"

    @property
    def authority_key(self) -> Path:
        return self.folder / "ca.key"

    @property
    def server(self) -> Path:
        return self.folder / "server.pem"

    @property
    def server_key(self) -> Path:
        return self.folder / "server.key"

    @property
    def hosts(self) -> Path:
        return self.folder / "hosts"

    def given_hosts(self) -> list[str]:
        """What was asked for with --host before."""
        return self.hosts.read_text("utf-8").split() if self.hosts.exists() else []

    def read_authority(self) -> Authority | None:
        """The authority, or None where there is none yet. Raises CertificateRefusal `certificate_damaged`."""
        if not self.authority.exists() and not self.authority_key.exists():
            return None
        certificate = read_certificate(self.authority)
        try:
            key = load_pem_private_key(self.authority_key.read_bytes(), None)
        except (OSError, ValueError, TypeError):
            raise damaged(self.authority_key) from None
        if not isinstance(key, EllipticCurvePrivateKey) or key.public_key() != certificate.public_key():
            raise damaged(self.authority_key)
        return Authority(certificate, key)

    def write_authority(self, made: Authority) -> None:
        """The key first: a certificate without its key would be of no use."""
        open_folder(self.folder)
        write_whole(self.authority_key, _private(made.key))
        write_whole(self.authority, made.certificate.public_bytes(Encoding.PEM))

    def write_server(self, made: Authority, given: list[str]) -> None:
        """The server's certificate and key, and what was asked for, for the next time."""
        write_whole(self.server_key, _private(made.key))
        write_whole(self.server, made.certificate.public_bytes(Encoding.PEM))
        write_whole(self.hosts, "".join(f"{host}\n" for host in given).encode())


def files_in(data: Path) -> Files:
    """Those of this data folder."""
    return Files(data / "https")


def read_certificate(path: Path) -> x509.Certificate:
    """Raises CertificateRefusal `certificate_damaged`."""
    try:
        return x509.load_pem_x509_certificate(path.read_bytes())
    except (OSError, ValueError):
        raise damaged(path) from None


def damaged(path: Path) -> CertificateRefusal:
    """A file that is not what it should be."""
    return CertificateRefusal(
        "certificate_damaged",
        f"The file {path} can't be read or belongs to another one. Remove the folder it is in. {AGAIN}",
    )


def _private(key: EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
