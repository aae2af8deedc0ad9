/** What hints look for in Norwegian; the fields are explained in en.js. */
export const words = {
  general: [
    "(alltid|vanligvis|ofte|stadig|normalt|generelt|hverdags)",
    "(som regel|hver gang|hver dag|hver vakt|hver natt|stort sett|til vanlig|gang på gang|i det store og hele)",
    "(jeg|vi|de|man|betjentene|fangene) pleier",
    "(man|du|vi) (bør|må|skal|skulle|burde)",
    "(alle|de fleste|mange) (fanger|fangene|innsatte|betjenter|betjentene|kolleger|ansatte|folk)",
  ],
  hypothetical: [
    "(hvis|om|dersom) jeg (var|hadde|skulle|ville)",
    "(ville|kunne|burde|skulle) (jeg |han |hun |vi |de )?ha",
    "(tenk om|tenk deg|la oss si|hva om|i teorien|sett at)",
    "(hypotetisk|teoretisk)",
    "jeg ville (aldri|alltid|kanskje|nok)",
  ],
  hours: ["(kl.?|klokka|klokken) #"],
  months: "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember",
  cell: "celle|cella|cellen|cellene|celler",
  counted: "ganger|mann|personer|innsatte|timer|minutter|dager",
  titles: "herr|hr|fru|frk|dr|betjent|førstebetjent|inspektør|fengselsleder",
  capitals: ["(gud|guds|bibel*|koran*|norge|norges|europa*|oslo|kosovo|røde|kors)"],
};
