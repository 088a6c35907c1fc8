"""Names that others chose, as they are shown beside words of ours: one that holds a figure would pass for a figure."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

_MASK = "…"
_TAIL = 4  # last digits that tell two accounts or phones apart
_IDENTIFIER = 8  # digits and more
# Cyrillic a, c, e, i, k, o, p and x: to the eye they are Latin.
_LOOKALIKES = str.maketrans(
    "\u0430\u0441\u0435\u0456\u043a\u043e\u0440\u0445\u0410\u0421\u0415\u0406\u041a\u041e\u0420\u0425",
    "aceikopxACEIKOPX",
)
_JOINERS = re.compile("[\u200c\u200d]")
# Most names hold none of these, and are shown as they are.
_SUSPECT = re.compile(r"[\d₹$€£%‰]|[^\x00-\x7f]|lakh|lac|cror|karo[dr]|million|billion|trillion|cent|pct|bps|hund|thous|haz|month|mahin", re.IGNORECASE)  # fmt: skip

_GREAT = (
    "lakhs?|crores?|karod|karor|millions?|billions?|trillions?"
    "|लाख(?:ों)?|करोड़(?:ों)?|লাখ|লক্ষ|কোটি|லட்சம்|கோடி|లక్ష|కోటి|લાખ|કરોડ|ಲಕ್ಷ|ಕೋಟಿ|ലക്ഷം|കോടി|ਲੱਖ|ਕਰੋੜ"
)
_SCALE = f"{_GREAT}|lacs?|crs?|mn|bn|hundred|thousand|hazaa?r|hajaa?r|sau|arab|kharab|k|l|हज़ार|हजार|अरब|सौ"
_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    "|eighteen|nineteen|twenty|thirty|fou?rty|fifty|sixty|seventy|eighty|ninety|half|quarter|aadha"
    "|dedh|dhai|ek|do|teen|ch[ae]+r|pa+nch|che?h|saat|aath|nau|das|bees|pachas"
    "|एक|दो|तीन|चार|पाँच|पांच|छह|छः|सात|आठ|नौ|दस|बीस|पचास|आधा|डेढ़|ढाई"
)
_LETTER = r"\w\u0900-\u0d7f"  # Indian vowel signs are no \w
_NUMBER = r"\d(?>(?:[,.'⁄/]?\d)*)"
_END = rf"(?![{_LETTER}])"
# Atomic groups: a name of many numbers is read once, not in all ways.
_QUANTITY = (
    rf"(?>(?:(?:(?<!\d){_NUMBER}|(?<![{_LETTER}])(?:{_WORDS}){_END})[\s,+-]*+(?:(?:and|aur|और|to)\s+)?)+)"
)
_CURRENCY = r"₹|(?<!\w)(?:rs\.?|inr|usd|rupees?|rupaye|रु\.?|रुपय[ेा])|[$€£]"
_AFTER = (
    rf"%|‰|/-|(?:percent(?:age)?|per\s?cent|pct|bps|basis\s+points?|rupees?|rupaye|rs|inr|months?|mahin[ea]"
    rf"|प्रतिशत|फीसदी|फ़ीसदी|रुपय[ेा]|महीन[ेा]|माह){_END}"
)
_TERM = r"(?:days?|yrs?|years?)\b"  # of a bond or a plan
_INDEX = re.compile(r"\b(?:nifty|bse|nse|sensex|s&p|nasdaq|russell|crisil|index)\b", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_MASKS = re.compile(rf"{_MASK}(?:\s*{_MASK})+")


@lru_cache(maxsize=4096)
def shown_name(name: str) -> str:
    """The name with "…" for what reads as an amount, a percentage, a number of months, a lakh or a crore.

    Numbers that names have stay: "Nifty 50", "24/7 Store", "Plan 2040", "10 yr G-Sec". Of the digits of an account
    or a phone the last four stay.
    """
    if not _SUSPECT.search(name):
        return name
    plain = _MASK.join(unicodedata.normalize("NFKC", part) for part in _JOINERS.sub("", name).split(_MASK))
    plain = plain.translate(_LOOKALIKES)
    plain = "".join(str(unicodedata.decimal(each)) if each.isdecimal() else each for each in plain)
    masked = plain
    while (again := _masked(masked)) != masked:
        masked = again
    return name if masked == plain else masked.strip()


@cache
def _figure() -> re.Pattern[str]:
    """Compiled for the first name that needs it: most people have none."""
    pattern = (
        rf"(?:{_CURRENCY})\s*{_QUANTITY}(?:(?:{_SCALE}){_END}\s*)*"
        rf"|{_QUANTITY}(?:(?:{_SCALE}){_END}\s*)*(?:{_AFTER})"
        rf"|{_QUANTITY}(?:(?:{_SCALE}){_END}\s*)+"
        rf"|(?<!\d)\d{{2}}\d*\s?m{_END}"
        rf"|(?<![{_LETTER}])(?:{_GREAT}){_END}"
        rf"|(?<![{_LETTER}{_MASK}.,])(?P<bare>\d{{1,3}}(?:,\d{{2,3}})+(?:\.\d+)?|\d+\.\d\d|\d{{4,}}){_END}(?!\s?{_TERM})"
    )
    return re.compile(unicodedata.normalize("NFC", pattern), re.IGNORECASE)


def _masked(name: str) -> str:
    of_index = _INDEX.search(name) is not None

    def hidden(found: re.Match[str]) -> str:
        bare = found["bare"]
        if bare is None:
            space = found[0][len(found[0].rstrip()) :]
            return _MASK + space
        if len(bare) == 4 and bare.isdigit() and (of_index or _YEAR.fullmatch(bare)):
            return bare
        return _MASK + (bare[-_TAIL:] if len(bare) >= _IDENTIFIER and bare.isdigit() else "")

    return _MASKS.sub(_MASK, _figure().sub(hidden, name))
