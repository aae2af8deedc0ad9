/** What hints look for in Estonian; the fields are explained in en.js. */
export const words = {
  general: [
    "(alati|tavaliselt|sageli|tihti|üldiselt|reeglina|pidevalt|enamasti|harilikult)",
    "(iga kord|iga päev|iga vahetus|igas vahetuses|igal õhtul|ikka ja jälle)",
    "(peaks|peaksid|peaksime|tuleks)",
    "(kõik|enamik|paljud) (vangid|vange|kinnipeetavad|kinnipeetavaid|ametnikud|ametnikke|valvurid|kolleegid|inimesed)",
  ],
  hypothetical: [
    "kui (ma |mina |ta |me )?(oleksin|oleks|oleksime)",
    "(oleksin|oleksime|oleksid) _",
    "oleks (pidanud|võinud|saanud|teinud)",
    "(kujutame ette|kujuta ette|mis siis kui|ütleme et|oletame|teoreetiliselt|teoorias)",
    "(teeksin|ütleksin|läheksin)",
  ],
  hours: ["(kell|kella) #"],
  months: "jaanuar*|veebruar*|märts*|aprill*|mai|mail|juuni*|juuli*|august*|septemb*|oktoob*|novemb*|detsemb*",
  cell: "kamber|kambri|kambris|kambrisse|kambrist",
  cell_before: "(?:kamber|kambri|kambris|kambrisse|kambrist)",
  counted: "korda|kord|vangi|meest|inimest|tundi|minutit|päeva",
  titles: "härra|hr|proua|pr|preili|dr|valvur|vanemvalvur|inspektor|direktor",
  capitals: ["(jumal*|piibel*|piibl*|koraan*|eesti*|euroopa*|tallinn*|punane|rist*)"],
};
