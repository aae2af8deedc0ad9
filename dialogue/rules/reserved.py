"""Words that name a role of the room, or the tool itself, in the languages that are spoken here.

Nobody who takes part is called so (a fake facilitator). Compared as they look (posing.py), so that neither case,
accents, signs nor a plural's s matter: one spelling of each is enough. Serbian stands in both of its alphabets.
"""

from __future__ import annotations

from typing import Final

_LEADING: Final = {
    "en": "admin administrator cofacilitator facilitator flipchart host instructor manager moderator system trainer",
    "uk": "адмін адміністратор адміністраторка ведуча ведучий викладач викладачка керівник керівниця менеджер "
    "менеджерка модератор модераторка система співфасилітатор співфасилітаторка тренер тренерка фасилітатор "
    "фасилітаторка фліпчарт",
    "nb": "administrator fasilitator flippover instruktør kursleder leder lederen medfasilitator moderator ordstyrer "
    "system systemet tilrettelegger trener treneren",
    "fi": "apufasilitaattori fasilitaattori fläppitaulu hallinnoija järjestelmä järjestelmänvalvoja johtaja "
    "kouluttaja moderaattori ohjaaja päällikkö puheenjohtaja valmentaja vetäjä ylläpitäjä",
    "et": "administraator fasilitaator haldur juhataja juht kaasfasilitaator koolitaja läbiviija moderaator "
    "pabertahvel süsteem treener",
    "sq": "administrator administratori administratorja bashkëlehtësues bashkëlehtësuese drejtues drejtuese drejtuesi "
    "drejtuesja facilitator facilitatori fasilitator lehtësues lehtësuese lehtësuesi lehtësuesja menaxher menaxhere "
    "menaxheri menaxherja moderator moderatore moderatori moderatorja sistem sistemi trajner trajnere trajneri "
    "trajnerja trajnues trajnuese",
    "sr": "админ администратор администраторка водитељ водитељка кофацилитатор менаџер менаџерка модератор модераторка "
    "предавач предавачица руководилац руководитељка систем тренер тренерица тренерка управник управница фасилитатор "
    "фацилитатор фацилитаторка флипчарт "
    "admin administrator administratorka facilitator facilitatorka flipčart kofacilitator menadžer menadžerka "
    "moderator moderatorka predavač predavačica rukovodilac rukovoditeljka sistem trener trenerica trenerka upravnik "
    "upravnica voditelj voditeljka",
    "fr": "administrateur administratrice animateur animatrice cofacilitateur cofacilitatrice directeur directrice "
    "facilitateur facilitatrice formateur formatrice gestionnaire modérateur modératrice paperboard responsable "
    "système",
    "nl": "administrator begeleider begeleidster beheerder beheerster cofacilitator docent docente facilitator "
    "flip-over gespreksleider gespreksleidster leidinggevende manager moderator systeem trainer trainster",
    "de": "Administrator Administratorin Ausbilder Ausbilderin Co-Facilitator Co-Moderator Co-Moderatorin Facilitator "
    "Facilitatorin Fazilitator Flipchart Gesprächsleiter Gesprächsleiterin Gesprächsleitung Leitung Manager Managerin "
    "Moderator Moderatorin System Trainer Trainerin",
}
_LOOKING_ON: Final = {
    "en": "mentor observer",
    "uk": "ментор менторка наставник наставниця спостерігач спостерігачка",
    "nb": "mentor observatør veileder",
    "fi": "havainnoija mentori tarkkailija",
    "et": "juhendaja mentor vaatleja",
    "sq": "mentor mentore mentori mentorja vëzhgues vëzhguese vëzhguesi vëzhguesja",
    "sr": "ментор менторка посматрач посматрачица mentor mentorka posmatrač posmatračica",
    "fr": "mentor mentore observateur observatrice",
    "nl": "mentor observator waarnemer waarneemster",
    "de": "Beobachter Beobachterin Mentor Mentorin",
}

RESERVED: Final = frozenset(word for words in _LEADING.values() for word in words.split())
"""Words for who leads, who runs the tool, and the tool itself."""

LOOKING_ON: Final = frozenset(word for words in _LOOKING_ON.values() for word in words.split())
"""Words for who looks on: an observer's or a mentor's own name, and nobody else's."""
