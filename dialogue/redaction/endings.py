"""From a word in some case back to what its dictionary form may be. All folded: without accents, in small letters.

A rule is an ending and what may have stood in its place. The rules give too much rather than too little: what they give
is only ever compared with names that are known. After the grammars of each language; consonant gradation in Finnish and
Estonian (pekan → pekka, mardi → mart), fleeting vowels in Ukrainian and Serbian (петра → petar, кравця → кравець).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Final

import regex

Forms = Callable[[str], tuple[str, ...]]
_Rules = dict[str, tuple[str, ...]]


def forms_of(language: str) -> Forms:
    """`bases` for one text: remembers its words as long as it is kept, and no longer."""
    return cache(lambda word: bases(word, language))


def _rules(told: str) -> _Rules:
    """ "a u om > - o": each ending on the left may stand for each on the right; "-" is nothing."""
    found: dict[str, list[str]] = {}
    for line in told.strip().splitlines():
        endings, instead = line.split(">")
        for ending in endings.split():
            found.setdefault(ending, []).extend("" if one == "-" else one for one in instead.split())
    return {ending: tuple(dict.fromkeys(instead)) for ending, instead in found.items()}


_ANY: Final = _rules("'s ' 's' 'n 'i 'in 'it 'e -s -n -le -lle -i -in -it -ga :n :a :lle :lla :ta :s > -")
_GENITIVE: Final = _rules("s > -")

RULES: Final[dict[str, _Rules]] = {
    "en": _rules("s es > -"),
    "fr": {},
    "nb": _GENITIVE,
    "nl": _rules("s je tje > -"),
    "de": _rules("s es ens n en sche schen scher sches > -\n ens s > e\n s > ss"),
    "uk": _rules("""
        а у ові ом і е ем еві я ю ів ами ам ах и єм єві > - о
        я ю ем еві єм єві і е > ь
        я ю єм єві єм ю і є > и
        и і у ою о ам ами ах еи > а
        і ю ею є єю еи > я
        зі же > га г
        ці че > ка к
        сі ше > ха х
        ця цю цем цеві ці цям > ець ец
        ка ку ком кові ки > ок
        ла лу лом лові ла > ел
        ого ому им ім ии і их ими ои оі у ою а іи > ии а
        ого ому им ім > іи
        ів ова ове ові ову овоі овим еву ева ин ина ине ину иноі > - а о я
        ін іна > я а
        """),
    "sr": _rules("""
        a u om em e i ima > - o e
        e i u om o ama > a
        ja ju jem je jima > - i j
        ov ova ovo ovi ove ovu ovog ovoj ovom ovim ovih ovoga ev eva evo evi eve evu evog evoj evom evim > - o e
        in ina ino ini ine inu inog inoj inom inim inih > a
        jin jina > a ja
        skog skom skim skoga > ski
        ske skoj sku skom > ska
        """),
    "fi": _rules("""
        n a ta lle lla lta ssa sta ksi na t an en in on un yn han hen hin hon hun hyn ien ia ja seen tta > -
        in ia ille illa ilta issa ista iin iksi ina it > -
        sen sta selle sella selta sessa sesta seen sena set sten seksi sia > nen
        ksen ksta kselle ksella kselta ksessa ksesta kseen ksena kset sta > s
        aan aalle aalla aalta aassa aasta aat > as
        iin iille iilla iilta iista > is
        en elle ella elta essa esta een ena et > i
        en elle ella elta essa esta et > ki
        den delle della delta desta dessa > si te ti
        een eelle eella eelta eessa eesta > e
        kin kaan ko han pa nkin llekin llakin > -
        """),
    "et": _rules("""
        l lt le s st sse ga ks ta na ni d t de dele dega dest t > -
        i il ilt ile is ist isse iga iks ita id e el elt ele es est esse ega eta ed > -
        a al alt ale as ast asse aga ata u ul ult ule us ust usse uga uta o ol olt ole oga > -
        se sel selt sele sega sest ses seta sed > ne s
        e el elt ele ega eta > i
        ri ril rilt rile riga rit rist > er
        li lil lilt lile liga lit > el
        ni > en
        """),
    "sq": _rules("""
        i u in un it ut ve t et ten vet ai ait ain in n s > -
        a en es e se sen ja jen jes > -
        en es ja jen jes e > e a
        n s t ne se te > -
        ri rit rin > -
        ja jen jes nit nin ni > -
        """),
}

_GRADES: Final = {
    "fi": (
        ("k", "kk"), ("p", "pp"), ("t", "tt"), ("d", "t"), ("v", "p"), ("ng", "nk"), ("nn", "nt"),
        ("mm", "mp"), ("ll", "lt"), ("rr", "rt"),
    ),
    "et": (
        ("d", "t"), ("b", "p"), ("g", "k"), ("p", "pp"), ("k", "kk"), ("t", "tt"), ("s", "sk"), ("l", "ll"),
        ("m", "mm"), ("n", "nn"), ("s", "ss"), ("ll", "lt"), ("ld", "llas"), ("", "g"), ("", "d"),
    ),
}  # fmt: skip
_LAST = regex.compile(r"(.*?)([^aeiouy]+)([aeiouy]?)$")
_CLUSTER = regex.compile(r"(.*[^aeiou])([^aeiou])$")
_SHORTEST = 2
_LONGEST_ENDING = 7


def bases(word: str, language: str) -> tuple[str, ...]:
    """What a folded word may be a case of: itself first, then the longest that remains, without repeats."""
    found = dict.fromkeys([word])
    for rules in (_ANY, RULES[language]):
        for one in list(found):
            for cut in range(1, min(_LONGEST_ENDING, len(one) - _SHORTEST) + 1):
                stem, ending = one[:-cut], one[-cut:]
                found.update(dict.fromkeys(stem.rstrip("-':") + instead for instead in rules.get(ending, ())))
    for base in list(found):
        found.update(dict.fromkeys(_graded(base, language)))
    first, last = word.rpartition("-")[::2]
    if first and len(last) > _SHORTEST:
        found.update(dict.fromkeys(f"{first}-{base}" for base in bases(last, language)))
    return tuple(found)


def _graded(base: str, language: str) -> list[str]:
    """A stem's other grades, where its consonants change between cases."""
    if language == "sr":
        cluster = _CLUSTER.match(base)
        return [cluster[1] + "a" + cluster[2]] if cluster else []
    parts = _LAST.match(base) if language in _GRADES else None
    if parts is None:
        return []
    start, consonants, vowel = parts.groups()
    lost = [base + "s"] if language == "et" and vowel else []  # kadaka → kadakas
    return lost + [
        start + consonants.removesuffix(weak) + strong + vowel
        for weak, strong in _GRADES[language]
        if consonants.endswith(weak)
    ]
