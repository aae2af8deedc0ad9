/** What hints look for in French; the fields are explained in en.js. */
const MANY = "(détenus|surveillants|agents|collègues|gens|prisonniers)";

export const words = {
  general: [
    "(souvent|habituellement|généralement|normalement|régulièrement|typiquement)",
    "(d'habitude|en général|en règle générale|la plupart du temps|à chaque fois|chaque fois|chaque jour|chaque nuit|tous les jours)",
    "(on|nous|ils|elles|je) _ toujours",
    "(on|vous) (doit|devrait|devez|devriez)",
    "il (faut|faudrait) (toujours|jamais)",
    `(tous les|la plupart des|beaucoup de) ${MANY}`,
    `les ${MANY} (sont|font|disent|ont|ne)`,
  ],
  hypothetical: [
    "si (j'étais|j'avais|on était|on avait|nous étions|nous avions)",
    "(j'aurais|tu aurais|il aurait|elle aurait|on aurait|nous aurions)",
    "(imaginons|imaginez|supposons|théoriquement|hypothétiquement)",
    "(et si|disons que|en théorie|à supposer)",
    "je (ferais|dirais|serais|pourrais)",
  ],
  hours: ["à # ?(h|heures?)", "# ?h ?[0-5]\\d", "# heures"],
  months: "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre",
  cell: "cellules?",
  counted: "fois|hommes|personnes|détenus|heures|minutes|jours",
  titles: "monsieur|madame|mademoiselle|m|mme|mlle|dr|surveillant|surveillante|brigadier|capitaine",
  capitals: ["(dieu|bible|coran|noël|pâques|ramadan|france|europe|paris|kosovo|croix-rouge|monsieur|madame)"],
};
