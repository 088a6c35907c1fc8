"""Words for units, periods, approximation and direction, in English, Hindi and Hinglish."""

from __future__ import annotations

from enum import StrEnum

from future_finance.domain.grounding.reading.tokens import plain


def _words(text: str) -> frozenset[str]:
    return frozenset(plain(text).split())


class Measure(StrEnum):
    """What a number in a text is measured in. BARE: it stands alone."""

    INR = "INR"
    DOLLARS = "USD"
    PERCENT = "percent"
    PERCENT_POINTS = "percentage points"
    MONTHS = "months"
    YEARS = "years"
    DAYS = "days"
    TIMES = "times"
    UNITS = "units"
    POINTS = "points"
    COUNT = "count"
    BARE = "number"
    DATE = "date"
    MONTH = "month of a year"
    CLOCK = "hours"
    WORDS = "words"


_UNIT_WORDS: dict[Measure, str] = {
    Measure.INR: "rupee rupees rupaye rupay rupaiye rupiya rupya rupaya rs inr रुपये रुपए रुपया रुपयों रु रूपये bucks",
    Measure.DOLLARS: "dollar dollars usd डॉलर",
    Measure.PERCENT: "% percent pct percentage pratishat prtishat fisadi feesadi parsent प्रतिशत फीसदी परसेंट",
    Measure.PERCENT_POINTS: "pp ppt pps ppts",
    Measure.MONTHS: "month months mo mos mth mths mahine mahina maheene mahino mahinon महीने महीना महीनों माह maah",
    Measure.YEARS: "year years yr yrs saal sal saalon varsh baras साल सालों वर्ष वर्षों बरस",
    Measure.DAYS: "day days din dino dinon दिन दिनों",
    Measure.TIMES: "times x × guna gunaa guni fold गुना गुनी",
    Measure.UNITS: "unit units यूनिट यूनिटें shares share शेयर gram grams ग्राम",
    Measure.POINTS: "point points pts ank अंक पॉइंट",
    Measure.CLOCK: "hour hours minute minutes min mins second seconds week weeks ghante minat hafte घंटे मिनट हफ्ते सेकंड quarters",
}  # fmt: skip
UNITS: dict[str, Measure] = {
    word: measure for measure, words in _UNIT_WORDS.items() for word in _words(words)
}
KILOS = _words("kg kgs kilo kilos kilogram kilograms किलो किग्रा किलोग्राम")  # of gold, told in grams
BASIS_POINTS = _words("bps bp")
PAISE = _words("paise paisa पैसे पैसा")

MONTH_WORDS = _words("month months mo mth mahine mahina maheene maheena mah maah महीने महीना माह")
YEAR_WORDS = _words("year years yr annum saal sal varsh साल वर्ष")
PER_OTHER = _words(
    "day daily week weekly fortnight quarter quarterly hour half-year din roz rozana hafte hafta timahi दिन रोज रोजाना प्रतिदिन हफ्ते हफ्ता सप्ताह तिमाही"
)
PER_MONTH = _words("monthly pm masik maasik mahana mahinevar मासिक माहवार मंथली")
PER_YEAR = _words("yearly annual annually pa salana saalana varshik सालाना वार्षिक")
EACH = _words("a an per each every har prati pratyek हर प्रति प्रत्येक / one ek एक")

ABOUT = _words(
    "about around roughly approximately approx circa ~ ≈ some nearly almost close lagbhag takreeban takriban kareeb karib "
    "qareeb andaazan लगभग करीब तकरीबन अंदाजन क़रीब"
)
NEARLY = _words("nearly almost")
OVER = _words("over above exceeding exceeds exceeded crossed crosses topped surpassed beyond upwards")
UNDER = _words("under below")
THAN_OVER = _words("more greater higher")
THAN_UNDER = _words("less lower fewer smaller")
AFTER_OVER = _words("zyada jyada zyaada adhik upar ज्यादा अधिक ऊपर")
AFTER_UNDER = _words("kam neeche niche कम नीचे")

DOWN = _words(
    "down fall falls fell fallen dropped drop falls decreased decrease declined decline shrank shrunk slipped slid reduced sank dipped "
    "lower less fewer shorter cheaper cut trimmed eased cooled slumped plunged tumbled contracted narrowed retreated reduction erosion decreasing falling dropping declining giraavat girawat gira giri gire ghata ghati ghate ghat ghatkar ghataya ghatayi ghatai ghataaya ghataayi giraya girayi giraye kam giravat गिरावट कमी kami गिरा गिरी गिरे गिरकर घटा घटी घटे घट घटकर घटाया घटाई घटायी गिराया गिराई गिराए कम"
)
UP = _words(
    "up rose risen rise rises increased increase grew grown gained jumped climbed surged soared shot spiked expanded widened swelled advanced appreciated rising growing increasing costlier dearer higher more extra badha badhi badhe badh "
    "badhkar badhaya badhayi badhaaya badhaayi badhotri badhat izafa vriddhi बढोतरी बढोत्तरी वृद्धि इजाफा zyada jyada बढा बढी बढे बढ बढकर बढाया बढाई बढायी ज्यादा अधिक"
)
COMPARING = _words(
    "costlier dearer cheaper lower less fewer shorter higher more extra kam kami zyada jyada कम कमी ज्यादा अधिक"
)
NEGATIVE = _words(
    "dip dipped slip slipped slide slid knocked dent dented missing apart difference differ took away eroded wiped dragged pulled shaved cost hurt minus negative loss losing lost short shortfall deficit red owe owes owed overdrawn below under overspend overspending "
    "overspent overshot nuksan nuksaan ghaata ghata ghate kami kam rinatmak maainas mainas माइनस नुकसान घाटा घाटे कमी ऋणात्मक कम "
    "gap lag behind withdrawn outflow eaten down dropped fall falls fell lower less decline decreased drop खिलाफ neeche niche नीचे giraavat girawat giravat गिरावट gira gir गिरा गिर घटा घट घटाए ghataye ghataya ghatayi ghataye ghatai ghataaya ghataayi giraya girayi giraye घटाया घटाई गिराया गिराई गिराए khaya khaye kha खाए kheencha kheenche"
)
BACKWARD = _words("to from till until at से se तक tak")

POSITIVE = _words(
    "bachate bachati bachaati bachaate बचाते बचाती surplus save saves saved saving left leftover profit gain gained gains made earned kamaya kamaye kamaaya kamaaye कमाए कमाया bacha bachte bachta bachti bachat bachaate बचा बचते बचता बचती jode joda jodi jodaa जोडे जोडा जोडी "
    "ahead बचत मुनाफा लाभ labh munafa fayda फायदा add added adds"
)
STRONG_NEGATIVE = _words(
    "negative deficit overspent overspend red overdrawn shortfall short loss losses घाटा घाटे ghaata ghate नुकसान nuksan nuksaan ऋणात्मक rinatmak"
)
CLAUSE_SIGNS = frozenset(";|\n,.!?।॥…")
CLAUSE_WORDS = _words(
    "because kyunki क्योंकि and but while whereas aur lekin magar jabki jab tatha evam और लेकिन मगर जबकि तथा एवं पर although though plus"
)
SAID = (
    "you said", "you told", "you mentioned", "you say", "you gave", "you asked", "you entered", "you stated", "as you", "you want",
    "your question", "you proposed", "you plan", "you suggested", "your assumption", "your example", "you shared", "said by you",
    "aapne kaha", "aap ne kaha", "apne kaha", "aapne bataya", "aap ne bataya", "apne bataya", "aapne pucha", "aapne poocha",
    "aapke hisab", "aapke anusar", "आपने कहा", "आपने बताया", "आपने पूछा", "आपके अनुसार", "आपके हिसाब", "आपके कहे", "आपने जो",
    "aapki batai", "aapki batayi", "aapke bataye", "आपकी बताई", "आपके बताए", "आपका बताया", "aapka bataya", "aapne jo", "aap keh rahe", "aap kah rahe", "according to you", "by your own", "your figure", "आपने बोला", "aapne bola", "let's say", "lets say",
)  # fmt: skip
SAID_WORDS = _words(
    "if suppose supposing assume assuming agar yadi maano maaniye imagine hypothetically अगर यदि मानिए मानो मान maan"
)
