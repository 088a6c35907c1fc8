"""Numbers that claim nothing: ordinals, list markers, sections, indices, years, times, help lines, parts of names."""

from __future__ import annotations

import itertools

from future_finance.domain.grounding.reading.calendar_words import ORDINALS
from future_finance.domain.grounding.reading.concepts import concept
from future_finance.domain.grounding.reading.numerals import Numeral
from future_finance.domain.grounding.reading.tokens import Kind, Token
from future_finance.domain.grounding.reading.units import UNITS, Measure


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NAMED_BY_NUMBER = _words(
    "step option point no number part section sec s rule form article schedule clause page item tier chapter level version "
    "account ac ending ends u/s phone helpline mobile pin code class grade type phase line row question answer धारा भाग कदम चरण "
    "विकल्प फॉर्म नंबर dhara kadam vikalp gemini iso type act"
)
_INDICES = _words(
    "nifty sensex bse nse midcap smallcap largecap next s&p msci nasdaq top nifty50 निफ्टी सेंसेक्स alpha quality"
)
_INDEX_SIZES = _words("5 8 10 15 20 25 30 35 40 50 60 75 100 150 200 250 300 400 500 600 750 1000 2000")
_RANKED = _words("biggest largest highest smallest lowest main top costliest priciest latest most least")
_META = _words(
    "things thing options option ways way steps step questions question reasons reason parts points tips ideas facts figures "
    "lines items examples sections baatein baaten cheezein cheezen tareeke tarike kadam sawal vikalp बातें चीजें तरीके कदम सवाल विकल्प"
)
_NOUNS = _words(
    "loan loans card cards account accounts khata khate khaate emi emis sip sips fund funds enquiry enquiries inquiry inquiries "
    "employer employers policy policies payment payments bounce bounces scheme schemes lender lenders bank banks mandate mandates "
    "लोन कार्ड खाता खाते फंड पूछताछ नियोक्ता कर्ज बैंक भुगतान किस्त किस्तें sources holding holdings dependants dependents "
    "active late missed open past credit"
)
_COUNTED = frozenset({"loan", "card", "employer", "fund", "bank", "enquiry", "sip", "emi", "bill", "holding"})
_ASKING = _words("want shall should would could can do does did like how what which kya क्या chahenge चाहेंगे")
DAY_OF_MONTH = _words("tareekh tarikh taarikh तारीख")
_AGED = _words("old past new purane purani naye nayi पुराने पुरानी नए नई")
_WITH, _OF_WHAT = _words("saath sath"), _words("ke uske iske aapke sabke")
_GIVING = _words(
    "kar bata dikha bhej rakh bhar daal dal chuka hata bana laga jod ghata badha khol rok likh bech de"
)
_POLICE = "112"  # as small as an amount may be
_HELPLINES = frozenset({"14416", "14448", "1930", "1098", _POLICE})
_HELP = _words("call dial helpline number tele manas cyber cybercrime phone कॉल हेल्पलाइन फोन नंबर")
_YEAR_BEFORE = _words(
    "in since by until till of year fy ay from to mid early late before after during around san सन साल वर्ष saal end act ( through and for"
)
_FUNCTIONS = _words(
    "at is are with to that which you i we on for in here there and combined together above below do were was have"
)
_OUT_OF = _words("in of")
_HELP_AT = _words("at on par पर")
_ONCE = _words("baar bar बार")
_WITHIN = _words("in into from on at for")
_YEAR_AFTER = _words("mein me में tak तक se से ke के ka का ki की tax ) budget act")


def skips(tokens: list[Token], at: int, end: int, numeral: Numeral, measure: Measure) -> bool:
    """Whether this number is no claim of an amount."""
    before, after = _text(tokens, at - 1), _text(tokens, end)
    text = tokens[at].text
    if (
        numeral.worded
        and numeral.value == 0
        and before in {"below", "above", "under", "near", "to", "from", "at"}
    ):
        return True
    if numeral.worded and numeral.value == 0 and after in {"se", "से"}:
        return True
    if numeral.value == 100 and after in {"में", "mein", "me"} and _text(tokens, end + 1) in {"से", "se"}:
        return True  # "सौ में से 4"
    if numeral.value == 100 and measure is Measure.BARE and _paths(tokens, at, before):
        return True  # "paths in a hundred"
    counts = measure in {Measure.BARE, Measure.COUNT, Measure.UNITS}
    if (
        numeral.worded
        and numeral.value == 1
        and counts
        and (tokens[end - 1].text in _ONCE or before in _WITHIN)
    ):
        return True  # "ek baar", "in one share"
    if numeral.worded and tokens[end - 1].text in _ONCE and _wonders(tokens, end):
        return True
    if numeral.worded and tokens[end - 1].text in _ONCE and _may_be(tokens, at):
        return True  # "ho sakta hai ... EMI do baar kat rahi ho"
    if measure in {Measure.MONTHS, Measure.YEARS, Measure.DAYS} and _asks_window(tokens, at, before):
        return True
    if numeral.worded and _compound(tokens, end):
        return True
    if measure is Measure.BARE and (numeral.worded or len(text) < 3) and after in _RANKED:
        return True  # "your two biggest assets"
    if numeral.worded:
        return measure is Measure.BARE and (after in _META or _points_back(before, tokens, end))
    if measure is not Measure.BARE:
        return measure is Measure.POINTS and after in _META
    if end < len(tokens) and not tokens[end].spaced:
        if after in ORDINALS:
            return True
        if tokens[end].kind is Kind.WORD and tokens[end].text.isascii():
            return True  # 80C, 3Y: a code
    if numeral.scaled or numeral.grouped:
        return False
    if after in DAY_OF_MONTH:
        return True
    if after in {"am", "pm", "hrs"} or after in _META:
        return True
    if before in _NAMED_BY_NUMBER or (
        before in {".", ":", "#"} and _text(tokens, at - 2) in {"no", "sec", "s", "section", "step"}
    ):
        return True
    if before == "in" and _text(tokens, at - 2) in {"ending", "ends"}:
        return True
    if before == "#" or (before == "top" and len(text) < 3) or (before in _INDICES and text in _INDEX_SIZES):
        return True
    helps = _HELP if text == _POLICE else _HELP | _HELP_AT
    if text in _HELPLINES and any(
        _text(tokens, place) in helps for place in range(max(0, at - 6), min(len(tokens), end + 3))
    ):
        return True
    if _lists(tokens, at, end):
        return True
    if _out_of_score(tokens, at, before):
        return True
    return looks_like_year(text) and _in_years(tokens, at, before, after)


def _paths(tokens: list[Token], at: int, before: str) -> bool:
    return before in _OUT_OF or (before in {"a", "every"} and _text(tokens, at - 2) in _OUT_OF)


def _wonders(tokens: list[Token], end: int) -> bool:
    """ "देख लें कि कहीं दो बार भुगतान तो नहीं हो रहा"."""
    words = [token.text for token in tokens[end : end + 5]]
    return any(pair in {("तो", "नहीं"), ("to", "nahi"), ("to", "nahin")} for pair in itertools.pairwise(words))


def _asks_window(tokens: list[Token], at: int, before: str) -> bool:
    """ "Want me to look at the last twelve months?": a question states nothing."""
    if before not in {"last", "past", "next", "previous", "coming", "pichle", "agle", "पिछले", "अगले"}:
        return False
    if not any(token.text in _ASKING for token in tokens[:at]):
        return False
    return any(token.text == "?" for token in tokens[at:]) and not any(
        token.text in {".", "।"} for token in tokens[at:]
    )


def counts_a_noun(tokens: list[Token], at: int, end: int) -> bool:
    """Whether a word such as "do" or "one" counts something here."""
    word = tokens[at].text
    if word in {"a", "an", "one", "ek", "एक"}:
        return False
    if word in _WITH and _text(tokens, at - 1) in _OF_WHAT:
        return False  # "rate ke saath bank ki suraksha"
    if word == "do" and _text(tokens, at - 1) in _GIVING:
        return False  # "bata do", "kar do"
    end += _text(tokens, end) in _AGED
    return _is_counted(_text(tokens, end)) and _text(tokens, at - 1) not in {
        "i",
        "we",
        "you",
        "they",
        "not",
        "to",
        "can",
        "will",
    }


def _is_counted(word: str) -> bool:
    return word in _NOUNS or concept(word) in _COUNTED  # "नियोक्ताओं" is an employer


def _may_be(tokens: list[Token], at: int) -> bool:
    """Whether the words up to a place say that what follows may be so."""
    before = [token.text for token in tokens[max(0, at - 20) : at]]
    return any(pair in {("ho", "sakta"), ("हो", "सकता")} for pair in itertools.pairwise(before)) or not {
        "shayad",
        "शायद",
        "may",
        "might",
        "perhaps",
    }.isdisjoint(before)


def _compound(tokens: list[Token], end: int) -> bool:
    """ "two-wheeler", "one-time"."""
    return (
        end + 1 < len(tokens)
        and tokens[end].text == "-"
        and not tokens[end].spaced
        and not tokens[end + 1].spaced
        and tokens[end + 1].kind is Kind.WORD
        and tokens[end + 1].text not in UNITS
    )


def counted(tokens: list[Token], end: int) -> bool:
    """Whether what follows a number is what it counts."""
    return _text(tokens, end) in _NOUNS


def looks_like_year(text: str) -> bool:
    return len(text) == 4 and text.isdigit() and 1950 <= int(text) <= 2099


def _in_years(tokens: list[Token], at: int, before: str, after: str) -> bool:
    return (
        before in _YEAR_BEFORE
        or after in _YEAR_AFTER
        or (before in {"-", "–"} and looks_like_year(_text(tokens, at - 2)))
        or (after in {"-", "–"} and looks_like_year(_text(tokens, at + 2)))
    )


def _lists(tokens: list[Token], at: int, end: int) -> bool:
    """ "1. ", "2) ", "- 3. " at the beginning of a line."""
    if not (tokens[at].text.isdigit() and len(tokens[at].text) <= 2 and _text(tokens, end) in {".", ")"}):
        return False
    if tokens[end].spaced or (end + 1 < len(tokens) and not tokens[end + 1].spaced):
        return False
    place = at - 1
    while _text(tokens, place) in {"-", "#", ">", "(", "•"}:
        place -= 1
    if place < 0 or tokens[place].text == "\n":
        return True
    if _text(tokens, end) != ")":
        return False
    if _text(tokens, at - 1) == "(":
        return tokens[place].text in {":", ".", ",", ";", "and"}
    opened = sum(token.text == "(" for token in tokens[:at]) - sum(token.text == ")" for token in tokens[:at])
    return opened <= 0  # "1) this 2) that"


def _out_of_score(tokens: list[Token], at: int, before: str) -> bool:
    """ "746 out of 900": the top of every score here."""
    if tokens[at].text not in {"900", "300"}:
        return False
    near = {tokens[place].text for place in range(max(0, at - 14), min(len(tokens), at + 8))}
    return bool(near & {"score", "स्कोर", "experian"}) and (
        before in {"of", "/", "to", "–", "-", "में", "mein"} or tokens[at].text == "300"
    )


def _points_back(before: str, tokens: list[Token], end: int) -> bool:
    """ "the two", "these three" with no noun behind."""
    after = _text(tokens, end)
    if after == "of" and any(_text(tokens, place) in _META for place in range(end + 1, end + 4)):
        return True
    pointing = before in {"the", "these", "those", "other", "last", "next", "first", "past"}
    if before == "between" and after.endswith("s"):
        return True  # "between two statements"
    return pointing and (
        end >= len(tokens)
        or tokens[end].kind is not Kind.WORD
        or after in _FUNCTIONS
        or (after.isascii() and not after.endswith("s"))
    )


def _text(tokens: list[Token], at: int) -> str:
    return tokens[at].text if 0 <= at < len(tokens) else ""
