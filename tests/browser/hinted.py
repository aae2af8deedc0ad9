"""Sentences that deserve a hint and such that don't, for every language and kind of hint: {language: {key: (…, …)}}."""

from __future__ import annotations

Sentences = tuple[str, ...]

ENGLISH: dict[str, tuple[Sentences, Sentences]] = {
    "general": (
        (
            "Officers often look away.",
            "We always count twice.",
            "You should never open that door alone.",
            "Every night somebody shouts.",
            "Most prisoners say nothing then.",
            "Whenever it rains, we stay in.",
            "As a rule, one asks first.",
        ),
        (
            "I counted, and one was missing.",
            "The officer looked away.",
            "That night somebody shouted.",
            "He had always been polite to me until then.",
            "I never saw the file again.",
            "All of us were tired.",
            "She asked me what I had seen.",
        ),
    ),
    "hypothetical": (
        (
            "If I were in charge, it would be different.",
            "I would have opened the door.",
            "He could've told me.",
            "Suppose that a prisoner asks you.",
            "What if he had run?",
            "I would never do that.",
            "She shouldn’t have said it.",
        ),
        (
            "I opened the door.",
            "He could hear me.",
            "She told me that she would come.",
            "I asked if he was well.",
            "I did not know whether to report it.",
            "They had left before I came.",
        ),
    ),
    "name_like": (
        (
            "I told Besnik to wait.",
            "The prisoner Krasniqi refused.",
            "Officer Hansen came in.",
            "I found Arben's letter.",
            "Then Mr Berisha shouted.",
            "I wrote to Mrs O’Brien.",
            "She went to see Anne-Marie.",
        ),
        (
            "I told prisoner A to wait.",
            "Colleague B came in.",
            "Officers came in. They waited.",
            "He said: “Leave me alone.”",
            "He said 'Leave me alone' and left.",
            "On Monday I was alone with two Albanian prisoners.",
            "The officer and I went to the EULEX office.",
            "The Letter That Never Came",
        ),
    ),
    "date_like": (
        (
            "It was on 12.3.2024.",
            "On 3 March I was alone.",
            "On March 3rd I was alone.",
            "At 14:30 the bell rang.",
            "It happened 2024-03-12.",
            "The bell rang at 3 pm.",
            "It was the 21st of June.",
        ),
        (
            "Last Tuesday I was alone.",
            "One evening in spring the bell rang.",
            "There were 12 men.",
            "I asked 3 times.",
            "It took 2.5 hours.",
            "May I go, he asked.",
        ),
    ),
    "cell_number": (
        (
            "He sat in cell 4-12.",
            "I opened cell 7.",
            "We went to Cell B12.",
            "The man in cell no. 9 called.",
            "Cell number 14 was empty.",
            "From cell 12a I heard him.",
        ),
        (
            "He sat in his cell.",
            "I opened two cells.",
            "I looked into the cell 3 times.",
            "There were 4 men in the cell.",
            "His cell phone rang.",
            "We excelled 12 others.",
        ),
    ),
}

OTHERS: dict[str, dict[str, tuple[Sentences, Sentences]]] = {
    "uk": {
        "general": (
            ("Ми завжди рахуємо двічі.", "Як правило, ніхто не питає.", "Усі засуджені мовчать."),
            ("Я порахував двічі.", "Один засуджений мовчав.", "Того вечора ніхто не питав."),
        ),
        "hypothetical": (
            ("Якби я знав, сказав би.", "Я б відчинив двері.", "Він міг би сказати."),
            ("Я відчинив двері.", "Він міг сказати і сказав.", "Я запитав, чи він чув."),
        ),
        "name_like": (
            ("Я покликав Бориса до столу.", "Тоді пан Шевченко вийшов.", "Засуджений Коваль відмовився."),
            ("Я покликав колегу Б. до столу.", "В’язень А відмовився.", "Він спитав українською. Я відповів."),
        ),
        "date_like": (
            ("Це було 12.03.2024 уранці.", "Це сталося 3 березня.", "О 14:30 задзвонив дзвінок."),
            ("Це було минулого вівторка.", "Навесні було тихо.", "Там було 12 чоловіків."),
        ),
        "cell_number": (
            ("Він був у камері 12.", "Я відчинив камеру № 7.", "Камера 4-12 була порожня."),
            ("Він був у своїй камері.", "Я відчинив дві камери.", "Я заглянув у камеру 3 рази."),
        ),
    },
    "nb": {
        "general": (
            ("Vi teller alltid to ganger.", "Som regel spør ingen.", "Man bør si fra."),
            ("Jeg telte to ganger.", "Den kvelden spurte ingen.", "Betjenten sa fra."),
        ),
        "hypothetical": (
            ("Hvis jeg var sjef, ble det annerledes.", "Jeg skulle ha åpnet døra.", "Tenk om han hadde løpt."),
            ("Jeg åpnet døra.", "Jeg spurte om han hadde det bra.", "Hun skulle på vakt."),
        ),
        "name_like": (
            ("Jeg ba Besnik vente.", "Så kom fru Hansen inn.", "Fangen Berisha nektet."),
            ("Jeg ba innsatt A vente.", "Kollega B kom inn.", "Han ropte. Ingen svarte."),
        ),
        "date_like": (
            ("Det var 12.3.2024.", "Den 3. mars var jeg alene.", "Klokka 14.30 ringte det."),
            ("Sist tirsdag var jeg alene.", "Det var 12 menn der.", "En kveld i mars ringte det."),
        ),
        "cell_number": (
            ("Han satt på celle 12.", "Jeg åpnet celle 4-12.", "Celle nr. 7 var tom."),
            ("Han satt på cella.", "Jeg åpnet to celler.", "Jeg så inn på cella 3 ganger."),
        ),
    },
    "fi": {
        "general": (
            ("Laskemme aina kahdesti.", "Joka kerta joku huutaa.", "Kaikki vangit vaikenevat."),
            ("Laskin kahdesti.", "Sinä iltana joku huusi.", "Yksi vanki vaikeni."),
        ),
        "hypothetical": (
            ("Jos olisin johtaja, se menisi toisin.", "Entä jos hän juoksee?", "Olisin avannut oven."),
            ("Avasin oven.", "Kysyin, oliko hän kunnossa.", "Hän oli jo lähtenyt."),
        ),
        "name_like": (
            ("Pyysin Besnikiä odottamaan.", "Sitten herra Virtanen tuli.", "Vanki Korhonen kieltäytyi."),
            ("Pyysin vankia A odottamaan.", "Kollega B tuli sisään.", "Hän huusi. Kukaan ei vastannut."),
        ),
        "date_like": (
            ("Se oli 12.3.2024.", "Olin yksin 3. maaliskuuta.", "Kello soi klo 14.30."),
            ("Viime tiistaina olin yksin.", "Siellä oli 12 miestä.", "Eräänä iltana keväällä soi."),
        ),
        "cell_number": (
            ("Hän oli sellissä 12.", "Avasin sellin 4-12.", "Selli nro 7 oli tyhjä."),
            ("Hän oli sellissään.", "Avasin kaksi selliä.", "Katsoin selliin 3 kertaa."),
        ),
    },
    "et": {
        "general": (
            ("Me loeme alati kaks korda.", "Iga kord keegi karjub.", "Kõik vangid vaikivad."),
            ("Ma lugesin kaks korda.", "Sel õhtul keegi karjus.", "Üks vang vaikis."),
        ),
        "hypothetical": (
            ("Kui ma oleksin juht, oleks teisiti.", "Ma oleksin ukse avanud.", "Oletame, et ta jookseb."),
            ("Ma avasin ukse.", "Ma küsisin, kas tal on hea.", "Ta oli juba läinud."),
        ),
        "name_like": (
            ("Ma palusin Besnikul oodata.", "Siis tuli härra Tamm.", "Vang Kask keeldus."),
            ("Ma palusin vang A oodata.", "Kolleeg B tuli sisse.", "Ta karjus. Keegi ei vastanud."),
        ),
        "date_like": (
            ("See oli 12.03.2024.", "Olin üksi 3. märtsil.", "Kell 14.30 helises."),
            ("Eelmisel teisipäeval olin üksi.", "Seal oli 12 meest.", "Ühel kevadõhtul helises."),
        ),
        "cell_number": (
            ("Ta oli kambris 12.", "Ma avasin 7. kambri.", "Kamber nr 4-12 oli tühi."),
            ("Ta oli oma kambris.", "Ma avasin kaks kambrit.", "Vaatasin kambrisse 3 korda."),
        ),
    },
    "sq": {
        "general": (
            ("Ne gjithmonë numërojmë dy herë.", "Çdo herë dikush bërtet.", "Të gjithë të burgosurit heshtin."),
            ("E numërova dy herë.", "Atë natë dikush bërtiti.", "Një i burgosur heshti."),
        ),
        "hypothetical": (
            ("Po të isha shef, do të ishte ndryshe.", "Do të kisha hapur derën.", "Le të themi se ai ikën."),
            ("E hapa derën.", "E pyeta a ishte mirë.", "Ajo tha se do të vinte."),
        ),
        "name_like": (
            ("I thashë Besnikut të presë.", "Pastaj hyri zoti Berisha.", "I burgosuri Krasniqi refuzoi."),
            ("I thashë të burgosurit A të presë.", "Kolegu B hyri.", "Ai bërtiti. Askush nuk u përgjigj."),
        ),
        "date_like": (
            ("Ishte 12.3.2024.", "Më 3 mars isha vetëm.", "Në orën 14:30 ra zilja."),
            ("Të martën e kaluar isha vetëm.", "Ishin 12 burra.", "Një mbrëmje ra zilja."),
        ),
        "cell_number": (
            ("Ai ishte në qelinë 12.", "E hapa qelinë 4-12.", "Qelia nr. 7 ishte bosh."),
            ("Ai ishte në qelinë e tij.", "I hapa dy qeli.", "E shikova qelinë 3 herë."),
        ),
    },
    "sr-Latn": {
        "general": (
            ("Uvek brojimo dvaput.", "Svaki put neko viče.", "Svi zatvorenici ćute."),
            ("Brojao sam dvaput.", "Te noći je neko vikao.", "Jedan zatvorenik je ćutao."),
        ),
        "hypothetical": (
            ("Kad bih bio šef, bilo bi drugačije.", "Ja bih otvorio vrata.", "Recimo da pobegne."),
            ("Otvorio sam vrata.", "Rekao sam da sam umoran.", "Pitao sam da li je dobro."),
        ),
        "name_like": (
            ("Rekao sam Besniku da čeka.", "Onda je ušao gospodin Petrović.", "Zatvorenik Jović je odbio."),
            ("Rekao sam zatvoreniku A da čeka.", "Kolega B je ušao.", "Vikao je. Niko nije odgovorio."),
        ),
        "date_like": (
            ("Bilo je 12.3.2024.", "Bio sam sam 3. marta.", "Zazvonilo je u 14:30."),
            ("Prošlog utorka sam bio sam.", "Bilo je 12 ljudi.", "Jedne večeri je zazvonilo."),
        ),
        "cell_number": (
            ("Bio je u ćeliji 12.", "Otvorio sam ćeliju 4-12.", "Ćelija br. 7 je bila prazna."),
            ("Bio je u svojoj ćeliji.", "Otvorio sam dve ćelije.", "Pogledao sam u ćeliju 3 puta."),
        ),
    },
    "sr-Cyrl": {
        "general": (
            ("Увек бројимо двапут.", "Сваки пут неко виче.", "Сви затвореници ћуте."),
            ("Бројао сам двапут.", "Те ноћи је неко викао.", "Један затвореник је ћутао."),
        ),
        "hypothetical": (
            ("Кад бих био шеф, било би другачије.", "Ја бих отворио врата.", "Рецимо да побегне."),
            ("Отворио сам врата.", "Рекао сам да сам уморан.", "Питао сам да ли је добро."),
        ),
        "name_like": (
            ("Рекао сам Беснику да чека.", "Онда је ушао господин Петровић.", "Затвореник Јовић је одбио."),
            ("Рекао сам затворенику А да чека.", "Колега Б је ушао.", "Викао је. Нико није одговорио."),
        ),
        "date_like": (
            ("Било је 12.3.2024.", "Био сам сам 3. марта.", "Зазвонило је у 14:30."),
            ("Прошлог уторка сам био сам.", "Било је 12 људи.", "Једне вечери је зазвонило."),
        ),
        "cell_number": (
            ("Био је у ћелији 12.", "Отворио сам ћелију 4-12.", "Ћелија бр. 7 је била празна."),
            ("Био је у својој ћелији.", "Отворио сам две ћелије.", "Погледао сам у ћелију 3 пута."),
        ),
    },
    "fr": {
        "general": (
            ("On compte souvent deux fois.", "Il faut toujours demander.", "Tous les détenus se taisent."),
            ("J'ai compté deux fois.", "Il était toujours là.", "Ce soir-là, un détenu s'est tu."),
        ),
        "hypothetical": (
            ("Si j'étais chef, ce serait autrement.", "J’aurais ouvert la porte.", "Imaginons qu'il parte."),
            ("J'ai ouvert la porte.", "J'ai demandé s'il allait bien.", "Elle était déjà partie."),
        ),
        "name_like": (
            ("C'était la lettre d’Arben.", "Puis madame Dupont est entrée.", "Le détenu Krasniqi a refusé."),
            ("J'ai dit au détenu A d'attendre.", "Le collègue B est entré.", "Il a crié. Personne n'a répondu."),
        ),
        "date_like": (
            ("C'était le 12/03/2024.", "Le 3 mars j'étais seul.", "À 14 h 30 on a sonné."),
            ("Mardi dernier j'étais seul.", "Il y avait 12 hommes.", "Un soir de mars on a sonné."),
        ),
        "cell_number": (
            ("Il était en cellule 12.", "J'ai ouvert la cellule 4-12.", "La cellule n° 7 était vide."),
            ("Il était dans sa cellule.", "J'ai ouvert deux cellules.", "J'ai regardé la cellule 3 fois."),
        ),
    },
    "nl": {
        "general": (
            ("We tellen altijd twee keer.", "Je moet eerst vragen.", "Alle gedetineerden zwijgen dan."),
            ("Ik telde twee keer.", "Die avond zweeg een gedetineerde.", "Hij vroeg het mij eerst."),
        ),
        "hypothetical": (
            ("Als ik hem was, ging het anders.", "Ik zou de deur openen.", "Stel dat hij wegloopt."),
            ("Ik opende de deur.", "Ik vroeg of het goed ging.", "Ze was al weg."),
        ),
        "name_like": (
            ("Ik zei Besnik te wachten.", "Toen kwam mevrouw Jansen binnen.", "Gedetineerde Krasniqi weigerde."),
            ("Ik zei gedetineerde A te wachten.", "Collega B kwam binnen.", "Hij riep. Niemand gaf antwoord."),
        ),
        "date_like": (
            ("Het was 12-03-2024.", "Op 3 maart was ik alleen.", "Om 14.30 uur ging de bel."),
            ("Afgelopen dinsdag was ik alleen.", "Er waren 12 mannen.", "Op een avond ging de bel."),
        ),
        "cell_number": (
            ("Hij zat in cel 12.", "Ik opende cel 4-12.", "Cel nr. 7 was leeg."),
            ("Hij zat in zijn cel.", "Ik opende twee cellen.", "Ik keek in de cel 3 keer."),
        ),
    },
    "de": {
        "general": (
            ("Wir zählen immer zweimal.", "Man sollte vorher fragen.", "Die meisten Gefangenen schweigen."),
            ("Ich zählte zweimal.", "Er war immer noch da.", "An dem Abend schwieg ein Gefangener."),
        ),
        "hypothetical": (
            ("Wenn ich er wäre, ginge ich.", "Ich hätte die Tür geöffnet.", "An seiner Stelle ginge ich."),
            ("Ich öffnete die Tür.", "Ich fragte, ob es ihm gut geht.", "Wenn die Glocke läutet, gehe ich."),
        ),
        "name_like": (
            (
                "Dann kam Herr Müller herein.",
                "Ich bat Thomas Berger zu warten.",
                "Der Häftling Krasniqi weigerte sich.",
            ),
            (
                "Dann kam der Beamte herein.",
                "Ich bat den Gefangenen A zu warten.",
                "Die Kollegin B hatte den Schlüssel.",
            ),
        ),
        "date_like": (
            ("Es war am 12.3.2024.", "Am 3. März war ich allein.", "Um 14 Uhr läutete es."),
            ("Letzten Dienstag war ich allein.", "Es waren 12 Männer da.", "Eines Abends im März läutete es."),
        ),
        "cell_number": (
            ("Er saß in Zelle 12.", "Ich öffnete Zelle 4-12.", "Der Haftraum Nr. 7 war leer."),
            ("Er saß in seiner Zelle.", "Ich öffnete zwei Zellen.", "Ich sah in die Zelle 3 Mal hinein."),
        ),
    },
}

TABLE = {"en": ENGLISH, **OTHERS}
