"""Months, categories and merchants that a question names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

MERCHANTS = re.compile(
    r"\b(swiggy|zomato|amazon|flipkart|netflix|spotify|uber|ola|blinkit|zepto|hotstar)\b", re.IGNORECASE
)
_CATEGORIES = {
    "food": r"food|eating|restaurant|khan[ae]|खाना|खाने|swiggy|zomato",
    "groceries": r"grocer|kirana|राशन|किराना",
    "rent": r"\brent\b|kiraya|किराया",
    "travel": r"travel|trip|\buber\b|\bola\b|यात्रा",
    "fuel": r"fuel|petrol|पेट्रोल",
    "utilities": r"electric|bijli|बिजली|broadband|phone bill|utilit",
    "shopping": r"shopping|amazon|flipkart|खरीदारी",
    "emi": r"\bemis?\b|ईएमआई",
    "health": r"health|doctor|medic|दवा",
    "education": r"school|education|पढ़ाई",
    "entertainment": r"movie|entertain|मनोरंजन",
}
_NAMES = (
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
    ["जनवरी", "फरवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर", "अक्टूबर", "नवंबर", "दिसंबर"],
)
_ENGLISH = re.compile(
    r"\b(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|(?<=in )may|(?<=of )may|(?<=for )may|june?|july?|aug(?:ust)?"
    r"|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b(?:,? (20\d\d))?",
    re.IGNORECASE,
)
CATEGORY = "|".join(f"(?:{words})" for words in _CATEGORIES.values())
A_MONTH = (
    r"(?:\b(?:jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|(?<=in )may\b|last month|this month|pichh?le mahin"
    rf"|is mahin|पिछले महीन|इस महीन|{'|'.join(_NAMES[1])})"
)
DAYS = r"\b(?:yesterday|today|(?:this|last) week|parso|aaj|is hafte|pichh?le hafte)\b|आज|इस हफ़?्ते|पिछले हफ़?्ते"
_COUNTS = {
    "two": 2,
    "three": 3,
    "six": 6,
    "twelve": 12,
    "do": 2,
    "teen": 3,
    "chhe": 6,
    "दो": 2,
    "तीन": 3,
    "छह": 6,
    "छः": 6,
}
_THIS_YEAR = r"this year|is saal|इस साल"
_LAST_YEAR = r"last year|pichh?le saal|पिछले साल"
_MONTHS_BACK = rf"(?:last|past|pichh?le|पिछले) (\d+|{'|'.join(_COUNTS)}) (?:months|mahin\w*|महीन\w*)"
_A_YEAR = r"\b(?:in|for|during|of|mein) (20\d\d)\b|\b(20\d\d) (?:mein|में)"
SPAN = f"{_THIS_YEAR}|{_LAST_YEAR}|{_MONTHS_BACK}|{_A_YEAR}"
_LAST = re.compile(r"last month|pichh?le mahin|पिछले महीन", re.IGNORECASE)
_THIS = re.compile(r"this month|is mahin|इस महीन", re.IGNORECASE)


def month_name(number: int, *, hindi: bool) -> str:
    """Oct, or अक्टूबर."""
    return _NAMES[1][number - 1] if hindi else _NAMES[0][number - 1].capitalize()


def category_of(question: str) -> str:
    """The category's name, "" for none."""
    low = question.lower()
    return next((name for name, words in _CATEGORIES.items() if re.search(words, low)), "")


def merchant_of(question: str) -> str:
    found = MERCHANTS.search(question)
    return found[1].lower() if found else ""


def month_of(question: str, today: date | None, months: Sequence[str]) -> str | None:
    """yyyy-mm; "" where no month is named; None where it cannot be told yet which year it is of."""
    if _LAST.search(question) or _THIS.search(question):
        back = 1 if _LAST.search(question) else 0
        if today is not None:
            count = today.year * 12 + today.month - 1 - back
            return f"{count // 12}-{count % 12 + 1:02}"
        return months[-1] if months else None
    number, year = _named(question)
    if number is None:
        return ""
    if year:
        return f"{year}-{number:02}"
    if today is not None:
        return f"{today.year if number <= today.month else today.year - 1}-{number:02}"
    return next((month for month in reversed(months) if month.endswith(f"-{number:02}")), None)


def _named(question: str) -> tuple[int | None, str]:
    if found := _ENGLISH.search(question):
        return _NAMES[0].index(found[1].lower()[:3]) + 1, found[2] or ""
    for number, name in enumerate(_NAMES[1], 1):
        if name in question:
            return number, ""
    return None, ""


def span_of(question: str, today: date | None) -> tuple[str, str] | None:
    """First and last month of a year or of the latest months that are named; None where there is no such span."""
    if today is None:
        return None
    if found := re.search(_MONTHS_BACK, question, re.IGNORECASE):
        count = _COUNTS.get(found[1].lower()) or int(found[1])
        return _month_before(today, count), _month_before(today, 1)
    if re.search(_THIS_YEAR, question, re.IGNORECASE):
        return f"{today.year}-01", f"{today.year}-12"
    if re.search(_LAST_YEAR, question, re.IGNORECASE):
        return f"{today.year - 1}-01", f"{today.year - 1}-12"
    if (found := re.search(_A_YEAR, question, re.IGNORECASE)) and _named(question)[0] is None:
        year = found[1] or found[2]
        return f"{year}-01", f"{year}-12"
    return None


def second_month_of(question: str, today: date | None) -> str:
    """yyyy-mm of the second month that is named, "" for none."""
    named = list(re.finditer(A_MONTH, question, re.IGNORECASE))
    return (month_of(question[named[1].start() :], today, ()) or "") if len(named) > 1 else ""


def _month_before(today: date, count: int) -> str:
    months = today.year * 12 + today.month - 1 - count
    return f"{months // 12}-{months % 12 + 1:02}"
