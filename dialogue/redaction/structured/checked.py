"""Numbers whose check digits hold: national identity numbers and bank accounts, as python-stdnum knows them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from stdnum import iban
from stdnum.at import vnr
from stdnum.be import nn
from stdnum.ch import ssn
from stdnum.de import idnr
from stdnum.ee import ik
from stdnum.fi import hetu
from stdnum.fr import nir
from stdnum.gb import nhs
from stdnum.nl import bsn
from stdnum.no import fodselsnummer
from stdnum.si import emso
from stdnum.ua import rntrc

_CHECKS: Final[dict[str, tuple[Callable[[str], bool], ...]]] = {
    "en": (nhs.is_valid,),
    "uk": (rntrc.is_valid,),
    "nb": (fodselsnummer.is_valid,),
    "fi": (hetu.is_valid,),
    "et": (ik.is_valid,),
    "sq": (),
    "sr": (emso.is_valid,),  # JMBG, the same number in all of former Yugoslavia
    "fr": (nir.is_valid, nn.is_valid, ssn.is_valid),
    "nl": (bsn.is_valid, nn.is_valid),
    "de": (idnr.is_valid, vnr.is_valid, ssn.is_valid),
}
_SHORTEST = 9  # characters: a shorter number would hold by chance too often
_LONGEST = 44


def is_checked(number: str, language: str) -> bool:
    """Whether it is a number of a country of this language, or an IBAN, with check digits that hold."""
    if not _SHORTEST <= len(number) <= _LONGEST:
        return False
    return iban.is_valid(number) or any(check(number) for check in _CHECKS[language])
