/**
 * What hints look for in German; the fields are explained in en.js. Every noun has a capital here, so that names are
 * known by what stands before them: titles, roles, and given names that are common where German is spoken.
 */
export const words = {
  general: [
    "immer(?! (noch|mehr|näher))",
    "(meistens|meist|oft|häufig|gewöhnlich|normalerweise|üblicherweise|generell|grundsätzlich|regelmäßig)",
    "(in der regel|im allgemeinen|jedes mal|jeden tag|jede nacht|jeden dienst|in jedem dienst)",
    "man (sollte|muss|soll|darf|müsste)",
    "(alle|die meisten|viele) (gefangenen|gefangene|häftlinge|beamten|beamte|kollegen|bediensteten|leute)",
    "wir (sollten|müssen)",
  ],
  hypothetical: [
    "wenn (ich|er|sie|wir|man) (_ )?(wäre|hätte|wären|hätten|würde|würden)",
    "(hätte|hätten) (ich |er |sie |man |wir )?(_ )?(können|sollen|müssen|dürfen)",
    "(ich würde|würde ich|ich hätte|hätte ich|ich wäre|wäre ich)",
    "an (seiner|ihrer|deiner|eurer) stelle",
    "(was wäre|stell dir vor|stellen wir uns vor|angenommen|theoretisch|hypothetisch|nehmen wir an)",
  ],
  hours: ["(um )?# uhr", "um # genau"],
  months: "januar|jänner|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember",
  cell: "zelle|zellen|haftraum|haftraums|haftraumes",
  counted: "mal|männer|leute|gefangene|stunden|minuten|tage",
  titles: "herr|herrn|frau|fräulein|hr|fr|mr|mrs|dr|officer",
  roles: "kollege|kollegen|kollegin|beamter|beamten|beamtin|häftling|gefangener|gefangenen|gefangene|inspektor|hauptmann",
  given:
    "Alexander|Ali|Andreas|Anna|Bernd|Birgit|Christian|Christine|Claudia|Daniel|David|Eva|Florian|Frank|Hans|Heike|Jan|" +
    "Julia|Jürgen|Karin|Katharina|Klaus|Laura|Lisa|Lukas|Manfred|Maria|Markus|Martin|Matthias|Mehmet|Michael|Monika|" +
    "Mustafa|Nicole|Paul|Peter|Petra|Sabine|Sandra|Sebastian|Stefan|Stefanie|Susanne|Thomas|Tobias|Uwe|Werner|Wolfgang",
};
