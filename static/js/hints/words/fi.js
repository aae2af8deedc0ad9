/** What hints look for in Finnish; the fields are explained in en.js. */
export const words = {
  general: [
    "(aina|yleensä|usein|tavallisesti|monesti|jatkuvasti|normaalisti|yleisesti)",
    "(joka kerta|joka päivä|joka vuorossa|joka yö|kerta toisensa jälkeen|pääsääntöisesti)",
    "(pitäisi|täytyisi|kannattaisi)",
    "(kaikki|useimmat|monet) (vangit|vartijat|työntekijät|kollegat|ihmiset|virkamiehet)",
    "(vangit|vartijat|ihmiset) (eivät|ovat)",
  ],
  hypothetical: [
    "jos (minä |hän |me )?(olisin|olisi|olisimme|olisivat|olisit)",
    "(olisin|olisimme) _",
    "(entä jos|mitä jos|sanotaan että|teoriassa|oletetaan|kuvitellaan|kuvittele)",
    "(voisin|tekisin|sanoisin|menisin)",
  ],
  hours: ["(klo.?|kello) #"],
  months: "tammikuu*|helmikuu*|maaliskuu*|huhtikuu*|toukokuu*|kesäkuu*|heinäkuu*|elokuu*|syyskuu*|lokakuu*|marraskuu*|joulukuu*",
  cell: "selli|sellin|selliin|sellissä|sellistä|selliä",
  counted: "kertaa|kerran|vankia|miestä|henkilöä|tuntia|minuuttia|päivää",
  titles: "herra|hra|rouva|rva|neiti|tri|vartija|ylivartija|vanginvartija|johtaja",
  capitals: ["(jumala*|raamat*|koraani*|suome*|suomi|eurooppa*|euroopa*|helsin*|punai*|risti*)"],
};
