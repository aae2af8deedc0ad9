/** What hints look for in Serbian, in both scripts; the fields are explained in en.js. */
export const words = {
  general: [
    "(uvek|uvijek|obično|često|uglavnom|redovno|generalno|stalno)",
    "(увек|увијек|обично|често|углавном|редовно|генерално|стално)",
    "(po pravilu|svaki put|svaki dan|svakog dana|svake smene|kad god|u principu)",
    "(по правилу|сваки пут|сваки дан|сваког дана|сваке смене|кад год|у принципу)",
    "(trebalo bi|treba uvek|mora se|moramo uvek)",
    "(требало би|треба увек|мора се|морамо увек)",
    "(svi|većina|mnogi) (zatvorenici|zatvorenika|osuđenici|osuđenika|stražari|stražara|službenici|kolege|ljudi)",
    "(сви|већина|многи) (затвореници|затвореника|осуђеници|осуђеника|стражари|стражара|службеници|колеге|људи)",
  ],
  hypothetical: [
    "(kad|kada|ako) (bih|bi|bismo)",
    "(кад|када|ако) (бих|би|бисмо)",
    "da sam (ja )?(bio |bila )?na (njegovom|njenom|tvom|vašem) mestu",
    "да сам (ја )?(био |била )?на (његовом|њеном|твом|вашем) месту",
    "(ja bih|bilo bi|šta ako|recimo da|u teoriji|pretpostavimo|zamisli|zamislite|zamislimo|teoretski)",
    "(ја бих|било би|шта ако|рецимо да|у теорији|претпоставимо|замисли|замислите|замислимо|теоретски)",
  ],
  hours: ["u # (h|sati|sata|časova|časa|čas)", "у # (ч|h|сати|сата|часова|часа|час)"],
  months:
    "januara?|februara?|marta?|aprila?|maja|juna?|jula?|avgusta?|septembra?|oktobra?|novembra?|decembra?|" +
    "јануара?|фебруара?|марта?|априла?|маја|јуна?|јула?|августа?|септембра?|октобра?|новембра?|децембра?",
  cell: "ćelij(a|e|i|u)|ћелиј(а|е|и|у)",
  counted: "puta|put|ljudi|zatvorenika|sati|minuta|dana|пута|пут|људи|затвореника|сати|минута|дана",
  titles: "gospodin|gospodina|gospođa|gospođu|dr|komandir|inspektor|upravnik|господин|господина|госпођа|госпођу|др|командир|инспектор|управник",
  capitals: [
    "(bog*|biblij*|kuran*|srbij*|kosov*|evrop*|beograd*|crven*|božić*|uskrs*)",
    "(бог*|библиј*|куран*|србиј*|косов*|европ*|београд*|црвен*|божић*|ускрс*)",
  ],
};
