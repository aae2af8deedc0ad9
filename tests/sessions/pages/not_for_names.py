"""What no suggested pseudonym may be: names people bear, and words that mean something else where they are read."""

from __future__ import annotations

# The commonest given names, and above all those that are also words of nature; Serbian in Latin letters.
GIVEN_NAMES = {
    "en": "Oliver George Harry Jack Noah Charlie James William Michael David John Emma Sarah Emily Grace Olivia Mia "
    "Ava Amelia Rose Ivy Jasmine Iris Lily Daisy Violet Poppy Heather Hazel Holly Willow Rowan Fern Olive Laurel "
    "Juniper Aspen Sage Basil Rosemary Myrtle Ginger Clover Primrose Bryony Briar Saffron Angelica Marigold "
    "Camellia Ash Linden Cedar Jasper Ruby Pearl Opal Amber Jade Beryl Coral Garnet Flint Clay Cliff Dale Glen "
    "Heath Brook River Lake Skye Misty Dawn Autumn Summer Winter Rain Storm Gale Robin Wren Jay Martin Reed Forrest "
    "Meadow Marina",
    "uk": "Олександр Сергій Андрій Дмитро Володимир Микола Іван Петро Юрій Тарас Богдан Олена Тетяна Наталія Ірина "
    "Оксана Марія Анна Софія Віра Надія Любов Калина Мальва Роза Лілія Жасмин Меліса Маргарита Віола Рута Ярина "
    "Зоряна Зоря Світлана Сніжана Весна Лада Перлина Агата Рубін Лев Ростислав Галька",
    "nb": "Jan Per Lars Kjell Knut Svein Arne Hans Odd Are Anne Inger Kari Marit Ingrid Liv Eva Berit Nora Emma Sol "
    "Vår Storm Stein Sten Ask Bjørk Bjørn Hassel Siv Rose Lilje Linnea Iris Jasmin Viola Snø Linn Lin Gry Dag Tone "
    "Toril Brage Eir Hauk Ørn Ulv Falk Even Sverd Tind Fjell Timian Mynte Mose",
    "fi": "Juhani Johannes Mikael Matti Antero Olavi Kari Pekka Jari Maria Helena Anneli Johanna Kaarina Tuuli Meri "
    "Lumi Taimi Tuomi Pihla Pihlaja Kanerva Vanamo Orvokki Lemmikki Kielo Vuokko Ilma Sade Säde Usva Hilla Marja "
    "Kukka Aava Aalto Pilvi Suvi Rauha Sini Helmi Kulta Hopea Otso Ruska Pyry Tuisku Myrsky Rae Visa Oras Minttu "
    "Sara Terho Vadelma Airo Tuulia Virta Utu Unelma Kaisla Halla Routa Paju Lilja Ruusu Päivä Ilta Koi",
    "et": "Martin Rasmus Robin Kristjan Andres Toomas Jaan Rein Maria Anna Sofia Liis Kadri Tiina Meri Tuuli Lumi "
    "Taimi Õie Roosi Lilli Piibe Leili Virve Koit Eha Laine Säde Kaste Lina Till Aare Merike Kari Maru Hele Helmi "
    "Ilme Ilo Koidu Sirel Kanarbik Jasmin Iiris Viola Linda Salme Vaike Uku",
    "sq": "Agim Arben Artan Besnik Burim Driton Fatmir Luan Gjergj Ilir Mentor Valon Bora Era Dielli Yll Ylli Hëna "
    "Drita Vesa Vesë Flutur Flutura Lule Dafinë Dafina Trëndafil Manushaqe Zambak Jasemin Vjollca Pranvera Pranverë "
    "Valë Vala Det Deti Lumi Mali Gur Guri Granit Argjend Diamant Kristal Kristall Rigon Rreze Rrezja Ylber Fllad "
    "Fllada Murriz Lis Lisi Blerta Bardha Mërgim Shpresa Liri Ulli Bajame Gonxhe Shega Shegë Erza Alba Agon Ardit",
    "sr": "Nikola Marko Stefan Luka Jovan Dragan Zoran Milan Goran Marija Jelena Ana Milica Ivana Jovana Javor "
    "Jablan Dunja Višnja Malina Jagoda Trešnja Neven Nevena Božur Ruža Ljiljan Ljiljana Jasmin Jasmina Kalina Iva "
    "Jela Jova Lala Zora Rosa Vesna Zvezda Gora Dubravka Nana Kim Bosiljka Jorgovan Jorgovanka Iris Biser Biserka "
    "Pero Vuk Zorica Sunčica Danica Snežana Ognjen Grom Gaj Srna Golub Soko",
    "fr": "Jean Pierre Michel Philippe Nicolas Julien Thomas Marie Nathalie Isabelle Sylvie Camille Léa Chloé Rose "
    "Marguerite Violette Iris Jasmine Capucine Églantine Anémone Hortensia Garance Mélisse Olivier Laurier Laure "
    "Ambre Aurore Aube Océane Marine Myrtille Prune Cerise Clémentine Pomme Zéphyr Alizé Perle Rubis Jade Opale "
    "Coral Automne Fleur Flore Sylvain Ondine Narcisse Basile Hyacinthe Rosée Brice Pervenche Soleil Lune Étoile "
    "Neige",
    "nl": "Jan Daan Sem Lucas Levi Bram Pieter Kees Emma Julia Tess Sophie Anna Eva Els Linde Heide Riet Roos Iris "
    "Jasmijn Viool Violet Madelief Margriet Camille Fleur Lotus Hazel Olijf Marijn Merel Robin Valk Storm Sterre "
    "Zon Maan Noor Berber Marjolein Tijm Laurier Ambre Robijn Parel Senna Bente Juniper Vlinder",
    "de": "Hans Peter Michael Thomas Andreas Wolfgang Klaus Jürgen Maria Ursula Monika Petra Anna Lena Linde Heide "
    "Erika Rose Rosa Viola Jasmin Iris Lilie Lilli Flora Melisse Melissa Veilchen Margerite Dahlia Laurentius Birke "
    "Hasel Marina Perle Rubin Saphir Jade Amber Ambra Bernstein Falk Wolf Robin Till Arnika Kamille Camille Sonne "
    "Stella Aurora Sommer Wald Ute Espe Rosmarin Lavendel Ginger Silvia",
}

# Thought of and refused: prison slang, drugs, weapons, insults, bodies, wars. Written down lest they come back.
MEANS_SOMETHING_ELSE = {
    "en": "Grass Snow Ice Crystal Rock Weed Herb Spice Poppy Hemp Kite Kettle Basket Burn Yard Hole Bird Screw Shank "
    "Porridge Chain Fence Shower Beech Yew Hoarfrost Hemlock Sickle Hammer Mallet Needle Elder Nut Sunbeam Cowslip "
    "Copse Seashell Shamrock Thistle Cross Palm Dewdrop Moor Speedwell Stone Cooler Bracelet",
    "uk": "Дуб Бук Град Липа Вільха Верба Калина Малина Тополя Акація Тюльпан Гвоздика Піон Ураган Смерч Грім Голка "
    "Стріла Маяк Ліхтар Кедр Кипарис Пень Мак Сніг Полин Гарбуз Груша Петрушка Коноплі Черемха Рогіз Полонина Лиман "
    "Звіробій Трава Баклан Перо Гвинт Камінь",
    "nb": "Snø Is Kjerne Blåveis Hestehov Krukke Pil Dill Sti Gress Kilde Gjerde Mur Lenke Hengekøye Kristtorn Sigd "
    "Øks Presse Bolle Kurv Solstråle Prestekrage",
    "fi": "Lumi Humala Nokkonen Kirves Rakuuna Kirstu Kanto Pähkinä Mansikka Kaste Taivas Luoti Luoto Tilli Nuoli "
    "Miekka Kumpu Riippumatto Salvia Hasis",
    "et": "Till Kiik Pits Raba Org Aas Mänd Sadam Kallas Humal Kirves Kadakas Sinilill Hiis Redel Naistepuna Nõges "
    "Kukehari Hundinui Kanep",
    "sq": "Lesh Qiri Vidh Pus Pikë Farë Gji Man Fik Furkë Akull Lulëkuqe Kungull Hithër Thikë Shpatë Flakë Çifteli "
    "Lahutë Selvi Laps Djep",
    "sr": "Grab Glina Razboj Šipak Lišaj Konoplja Kolovrat Lipa Dud Nož Bomba Sekira Slana Sneg Led Trava Jugo Žal "
    "Klen Kukurek Hajdučica Preslica Jasen Cer Kukuruz Glog Vresak Rogoz Mesečina Božur",
    "fr": "Gland Noisette Noix Figue Abricot Prune Poire Banane Cornichon Courge Bûche Gourde Cruche Pelle Râteau "
    "Marteau Balai Sapin Pin Chêne Marron Châtaigne Neige Herbe Poireau Moule Panier Lanterne Équerre Silex Givre "
    "Navet Avoine Coteau Couteau Dentelle Voile Bleuet Source Chanvre Bobine",
    "nl": "Sneeuw Gras Sloot Plas Kwast Ezel Berk Dille Roer Mand Salie Hangmat Pruim Eikel Pook Bijl Hamer Boor Kei "
    "Polder Hennep Speld Naald Bron Tulp",
    "de": "Kiefer Sturm Pinsel Kümmel Moor Kessel Mörser Leiter Flöte Schnee Gras Veilchen Zapfen Hobel Furt Eichel "
    "Kornblume Edelweiß Morgenrot Eisen Nagel Hammer Sichel Birne Pflaume Gurke Flasche Moos Quelle Hanf Glocke Eis",
}

# Rude in one of these languages: nowhere the name of anybody, since a group reads it in all of them.
RUDE = (
    "cock prick dick tit fanny fart slut spic kike bitch arse twat pidh kar byth mut qiri kurac kurva picka pička sisa "
    "dupe govno гівно сука жопа хер манда срака курва perse paska kulli muna pillu homo sitt munn pede till fitte kuk "
    "pule rumpe hore bite con pute cul pine gland kut lul kont hoer trut berk hure arsch fotze"
)
