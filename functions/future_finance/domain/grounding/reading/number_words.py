"""Number words of English, Hindi, and Hindi in Latin letters."""

from __future__ import annotations

from decimal import Decimal

from future_finance.domain.grounding.reading.tokens import plain


def _words(text: str) -> frozenset[str]:
    return frozenset(plain(text).split())


_ENGLISH = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
         "eighty": 80, "ninety": 90}  # fmt: skip

# 0 to 99, spellings of one number joined by "/"; without nukta.
_HINDI = [
    "शून्य",
    "एक",
    "दो",
    "तीन",
    "चार",
    "पांच/पाँच",
    "छह/छः/छ/छे",
    "सात",
    "आठ",
    "नौ",
    "दस",
    "ग्यारह",
    "बारह",
    "तेरह",
    "चौदह",
    "पंद्रह/पन्द्रह/पंदरह",
    "सोलह",
    "सत्रह/सतरह",
    "अठारह/अट्ठारह",
    "उन्नीस",
    "बीस",
    "इक्कीस",
    "बाईस/बाइस",
    "तेईस/तेइस",
    "चौबीस",
    "पच्चीस",
    "छब्बीस",
    "सत्ताईस/सत्ताइस",
    "अट्ठाईस/अठाईस/अट्ठाइस",
    "उनतीस/उन्तीस",
    "तीस",
    "इकतीस/इकत्तीस",
    "बत्तीस",
    "तैंतीस/तेंतीस",
    "चौंतीस",
    "पैंतीस",
    "छत्तीस",
    "सैंतीस",
    "अड़तीस/अडतीस",
    "उनतालीस/उन्तालीस",
    "चालीस",
    "इकतालीस",
    "बयालीस",
    "तैंतालीस",
    "चौवालीस/चवालीस",
    "पैंतालीस",
    "छियालीस",
    "सैंतालीस",
    "अड़तालीस/अडतालीस",
    "उनचास/उन्चास",
    "पचास",
    "इक्यावन",
    "बावन",
    "तिरपन/तिरेपन",
    "चौवन",
    "पचपन",
    "छप्पन",
    "सत्तावन",
    "अट्ठावन/अठावन",
    "उनसठ",
    "साठ",
    "इकसठ",
    "बासठ",
    "तिरसठ/तिरेसठ",
    "चौंसठ",
    "पैंसठ",
    "छियासठ",
    "सड़सठ/सडसठ",
    "अड़सठ/अडसठ",
    "उनहत्तर",
    "सत्तर",
    "इकहत्तर",
    "बहत्तर",
    "तिहत्तर",
    "चौहत्तर",
    "पचहत्तर",
    "छिहत्तर",
    "सतहत्तर",
    "अठहत्तर",
    "उन्यासी/उनासी",
    "अस्सी",
    "इक्यासी",
    "बयासी",
    "तिरासी",
    "चौरासी",
    "पचासी",
    "छियासी",
    "सत्तासी",
    "अट्ठासी/अठासी",
    "नवासी",
    "नब्बे",
    "इक्यानवे/इक्यानबे",
    "बानवे/बानबे",
    "तिरानवे",
    "चौरानवे",
    "पचानवे/पंचानवे",
    "छियानवे",
    "सत्तानवे",
    "अट्ठानवे",
    "निन्यानवे/निन्यानबे",
]
_LATIN = [
    "shunya/zeero",
    "ek",
    "do",
    "teen/tin",
    "char/chaar",
    "paanch/panch/paach",
    "chhah/chhe/chah/cheh/chhai/chhah",
    "saat",
    "aath/aat",
    "nau",
    "das",
    "gyarah/gyaarah",
    "barah/baarah",
    "terah",
    "chaudah/chauda",
    "pandrah/pandhrah",
    "solah",
    "satrah/satarah",
    "atharah/athaarah",
    "unnis/unnees",
    "bees/bis",
    "ikkis/ikkees",
    "bais/baees/baais",
    "teis/teees",
    "chaubis/chaubees",
    "pachchis/pachis/pacchis/pachees",
    "chhabbis/chhabees",
    "sattais/sattaees",
    "atthais/athais",
    "untis/unatees",
    "tis/tees",
    "ikattis/iktees",
    "battis/battees",
    "taintis/taintees",
    "chauntis/chauntees",
    "paintis/paintees",
    "chhattis/chhattees",
    "saintis/saintees",
    "adtis/adtees",
    "untalis/untalees",
    "chalis/chaalis/chalees/chaalees",
    "iktalis",
    "bayalis/byalis",
    "tentalis/taintalis",
    "chavalis/chauvalis",
    "paintalis/paitalis",
    "chhiyalis",
    "saintalis",
    "adtalis",
    "unchas",
    "pachas/pachaas",
    "ikyavan",
    "bavan/baawan",
    "tirpan",
    "chauvan",
    "pachpan",
    "chhappan",
    "sattavan",
    "atthavan",
    "unsath",
    "saath/sath",
    "iksath",
    "basath",
    "tirsath",
    "chaunsath",
    "painsath",
    "chhiyasath",
    "sadsath",
    "adsath",
    "unhattar",
    "sattar",
    "ikhattar",
    "bahattar",
    "tihattar",
    "chauhattar",
    "pachhattar/pachattar",
    "chhihattar",
    "sathattar",
    "athhattar",
    "unyasi",
    "assi",
    "ikyasi",
    "bayasi",
    "tirasi",
    "chaurasi",
    "pachasi",
    "chhiyasi",
    "sattasi",
    "atthasi",
    "navasi",
    "nabbe",
    "ikyanve",
    "banve",
    "tiranve",
    "chauranve",
    "pachanve/panchanve",
    "chhiyanve",
    "sattanve",
    "atthanve",
    "ninyanve/ninyanbe",
]

# "saath" is also "with", "tin" a metal, "bis" and "sath" words of their own: read only before a unit.
DOUBTFUL = _words(
    "do das char nau saat aath aat saath sath tin tis bis tees solah ek one a an एक दो छ साठ bais teis assi panch paach chah "
    "cheh navasi sattar"
)


def _units() -> dict[str, int]:
    table: dict[str, int] = {word: value for value, word in enumerate(_ENGLISH)} | _TENS
    for words in (_HINDI, _LATIN):
        for value, spellings in enumerate(words):
            for spelling in spellings.split("/"):
                table[plain(spelling)] = value
    return table


def sound(word: str) -> str:
    """A spelling of Hindi in Latin letters as it sounds: "paisath" and "paisaath" are one."""
    for written, heard in (
        ("aa", "a"),
        ("ee", "i"),
        ("oo", "u"),
        ("ai", "e"),
        ("ay", "e"),
        ("n", ""),
        ("h", ""),
        ("w", "v"),
        ("y", "i"),
    ):
        word = word.replace(written, heard)
    return "".join(char for at, char in enumerate(word) if at == 0 or char != word[at - 1])


SMALL: dict[str, int] = _units()
SOUNDS: dict[str, int] = {
    sound(spelling): value for value, words in enumerate(_LATIN) for spelling in words.split("/")
}
del SOUNDS[sound("saat")]  # also "saath", sixty
ENGLISH: frozenset[str] = frozenset(_ENGLISH) | frozenset(_TENS)

HUNDREDS = frozenset({"hundred", "sau", "सौ"})
SCALES: dict[str, int] = {
    **dict.fromkeys(
        _words("thousand thousands k hazaar hajaar hazar hajar hazaaron hajaro हजार हज़ार हजारों grand"), 10**3
    ),
    **dict.fromkeys(_words("lakh lakhs l lac lacs lkh lk laakh लाख लाखों"), 10**5),
    **dict.fromkeys(_words("million millions mn mio mln m मिलियन"), 10**6),
    **dict.fromkeys(_words("crore crores cr crs karod karor करोड करोडों"), 10**7),
    **dict.fromkeys(_words("billion billions bn अरब arab"), 10**9),
}
SHORT_SCALES = frozenset({"k", "l", "m", "cr", "crs", "mn", "bn", "lk"})  # letters: only right behind digits
VAGUE_SCALES = frozenset({"thousands", "hazaaron", "हजारों", "लाखों", "करोडों"})

# Words that are numbers, or change the next one: (alone, change).
FRACTION_WORDS: dict[str, Decimal] = {
    **dict.fromkeys(_words("dedh derh डेढ डेढ़"), Decimal("1.5")),
    **dict.fromkeys(_words("dhai dhaai adhai ढाई अढाई"), Decimal("2.5")),
    **dict.fromkeys(_words("aadha adha aadhe आधा आधे"), Decimal("0.5")),
}
SHIFTS: dict[str, Decimal] = {
    **dict.fromkeys(_words("sadhe saadhe saade sade साढे"), Decimal("0.5")),
    **dict.fromkeys(_words("sava sawa savaa सवा"), Decimal("0.25")),
    **dict.fromkeys(_words("paune pone paun पौने"), Decimal("-0.25")),
}
GLYPHS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}

# Parts of a whole, in percent.
PARTS: dict[str, Decimal] = {
    **dict.fromkeys(_words("half halves aadha adha aadhe aadhi आधा आधे आधी"), Decimal(50)),
    **dict.fromkeys(_words("third thirds tihai तिहाई"), Decimal(100) / 3),
    **dict.fromkeys(_words("quarter quarters fourth fourths chauthai chauthaai चौथाई"), Decimal(25)),
    **dict.fromkeys(_words("fifth fifths"), Decimal(20)),
    **dict.fromkeys(_words("sixth sixths"), Decimal(100) / 6),
    **dict.fromkeys(_words("eighth eighths"), Decimal("12.5")),
    **dict.fromkeys(_words("tenth tenths"), Decimal(10)),
}
