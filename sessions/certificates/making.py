"""`dialogue certificate`: the first time an authority and a certificate, later a new certificate of the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sessions import addresses
from sessions.certificates.authority import Authority, issue, make_authority
from sessions.certificates.checking import SOON
from sessions.certificates.files import Files, files_in
from sessions.certificates.names import LOOPBACK, Host, host_of, machine_name, own_names
from sessions.certificates.refusals import ANEW, CertificateRefusal

LASTS = timedelta(days=397)  # what browsers take of a public authority, and less than the 825 that Apple takes of ours


@dataclass(frozen=True, slots=True)
class Made:
    """What was made, for the person at the terminal."""

    files: Files
    authority: Authority
    server: Authority
    hosts: tuple[Host, ...]
    anew: bool  # the authority is new: nobody trusts it yet


def make(data: Path, given: Sequence[str], at: datetime, anew: bool = False) -> Made:
    """A server certificate in `data`, for this machine and the hosts `given` now or before.

    Raises CertificateRefusal: `host_invalid`, `authority_expired`, `authority_narrow`, `certificate_damaged`.
    """
    files = files_in(data)
    asked = list(dict.fromkeys([*([] if anew else files.given_hosts()), *(str(host_of(text)) for text in given)]))
    wanted = [host_of(text) for text in asked]
    network = addresses.lan_address()
    if network:
        wanted.append(host_of(network))
    known = None if anew else files.read_authority()
    authority = known or make_authority(machine_name(), [*own_names(), *wanted], at)
    _check(authority, wanted, at)
    by_chance = [name for name in own_names() if authority.may_vouch_for(name)]
    hosts = tuple(dict.fromkeys([*LOOPBACK, *by_chance, *wanted]))
    server = issue(authority, hosts, at, LASTS)
    if known is None:
        files.write_authority(authority)
    files.write_server(server, asked)
    return Made(files, authority, server, hosts, known is None)


def _check(authority: Authority, wanted: Sequence[Host], at: datetime) -> None:
    if authority.certificate.not_valid_after_utc - at < SOON:
        raise CertificateRefusal("authority_expired", f"The authority is at its end, after five years. {ANEW}")
    for host in wanted:
        if not authority.may_vouch_for(host):
            raise CertificateRefusal(
                "authority_narrow", f"The authority that devices trust may not vouch for {host}. {ANEW}"
            )
