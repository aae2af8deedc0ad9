/** What hints look for in Dutch; the fields are explained in en.js. */
export const words = {
  general: [
    "(altijd|meestal|vaak|gewoonlijk|doorgaans|regelmatig|normaal gesproken)",
    "(in het algemeen|over het algemeen|elke keer|iedere keer|elke dag|elke dienst|elke nacht|keer op keer|steeds weer)",
    "(je|men|we) (moet|moeten|hoort|horen|zou|zouden|mag) _",
    "(alle|de meeste|veel) (gedetineerden|bewaarders|collega's|mensen|medewerkers)",
  ],
  hypothetical: [
    "(als|indien) ik (jou |hem |haar )?(was|had|zou)",
    "(zou|zouden) (ik |hij |zij |ze |we )?(hebben|zijn|doen|moeten|kunnen)",
    "ik zou",
    "had (ik |hij |zij )?(kunnen|moeten|willen)",
    "(stel dat|stel je voor|wat als|in theorie|laten we zeggen)",
    "(theoretisch|hypothetisch)",
  ],
  hours: ["(om )?# uur", "om # precies"],
  months: "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december",
  cell: "cel|cellen",
  counted: "keer|maal|mannen|mensen|gedetineerden|uur|minuten|dagen",
  titles: "meneer|mevrouw|mijnheer|dhr|mevr|mw|dr|bewaarder|inspecteur|directeur",
  capitals: ["(god|gods|bijbel*|koran*|nederland*|europ*|kerst*|pasen|ramadan|kosovo|rode|kruis)"],
};
