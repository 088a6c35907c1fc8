"""Figures as people in India read them: ₹12,34,567, 1.2 lakh, 42.9%, 31 Oct 2026; in English and Hindi."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from future_finance.domain.facts import Fact, Per, Unit

LAKH = Decimal(100_000)
CRORE = LAKH * 100
HINDI = "hi"
MINUS = "\N{MINUS SIGN}"  # a hyphen is read as a dash, and breaks the line

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")  # fmt: skip
MONTHS_HI = ("जनवरी", "फरवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर", "अक्टूबर", "नवंबर", "दिसंबर")
_SCALES = {"en": ("crore", "lakh"), HINDI: ("करोड़", "लाख")}
_PERS = {
    "en": {Per.MONTH: " a month", Per.YEAR: " a year"},
    HINDI: {Per.MONTH: " हर महीने", Per.YEAR: " हर साल"},
}
_NOUNS: dict[str, dict[str, tuple[str, str]]] = {
    "en": {
        Unit.MONTHS: (" month", " months"),
        Unit.YEARS: (" year", " years"),
        Unit.DAYS: (" day", " days"),
        Unit.UNITS: (" unit", " units"),
        Unit.RATIO: (" times", " times"),
    },
    HINDI: {
        Unit.MONTHS: (" महीना", " महीने"),
        Unit.YEARS: (" साल", " साल"),
        Unit.DAYS: (" दिन", " दिन"),
        Unit.UNITS: (" यूनिट", " यूनिट"),
        Unit.RATIO: (" गुना", " गुना"),
    },
}


def grouped(whole: int) -> str:
    """Digits in Indian groups: 12,34,567."""
    digits = str(abs(whole))
    head, tail = digits[:-3], digits[-3:]
    pairs: list[str] = []
    while head:
        pairs.insert(0, head[-2:])
        head = head[:-2]
    return ("-" if whole < 0 else "") + ",".join([*pairs, tail])


def decimals(value: Decimal, places: int) -> str:
    """Rounded half up to at most `places`, without trailing zeros."""
    text = f"{rounded(value, places):f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def rounded(value: Decimal, places: int = 0) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def rupees_text(
    amount: Decimal | int, language: str = "en", *, short: bool = False, paise: bool = False
) -> str:
    """₹12,34,567, or where `short` ₹12.35 lakh from a lakh on; rounded half up to the rupee unless `paise`."""
    amount = Decimal(amount)
    sign, size = (MINUS if rounded(amount, 2 if paise else 0) < 0 else ""), abs(amount)
    crore, lakh = _SCALES[_tongue(language)]
    if short and rounded(size / LAKH, 2) >= 100:
        return f"{sign}₹{decimals(size / CRORE, 2)} {crore}"
    if short and rounded(size) >= LAKH:
        return f"{sign}₹{decimals(size / LAKH, 2)} {lakh}"
    exact = rounded(size, 2 if paise else 0)
    fraction = f"{exact % 1:.2f}"[1:] if exact % 1 else ""
    return f"{sign}₹{grouped(int(exact))}{fraction}"


def percent_text(value: Decimal) -> str:
    """17.9%; two decimals below 10, where a tenth is coarse."""
    return _signed(decimals(value, 2 if abs(value) < 10 else 1)) + "%"


def date_text(day: date, language: str = "en") -> str:
    """31 Oct 2026, or 31 अक्टूबर 2026."""
    month = MONTHS_HI[day.month - 1] if _tongue(language) == HINDI else MONTHS[day.month - 1][:3]
    return f"{day.day} {month} {day.year}"


def month_text(day: date, language: str = "en") -> str:
    """October 2026, or अक्टूबर 2026."""
    return f"{(MONTHS_HI if _tongue(language) == HINDI else MONTHS)[day.month - 1]} {day.year}"


def counted(value: Decimal, unit: str, language: str = "en") -> str:
    """A number and its noun: "1 month", "2.7 months", "4"."""
    number = decimals(value, 1 if unit != Unit.UNITS and abs(value) >= 1 else 3 if unit == Unit.UNITS else 2)
    one, many = _NOUNS[_tongue(language)].get(unit, ("", ""))
    return _signed(number) + (one if number in {"1", "-1"} else many)


def spoken(fact: Fact, language: str = "en", *, short: bool = False) -> str:
    """A fact's value in words, with its unit and period; `short`: lakh and crore."""
    value = fact.value
    if isinstance(value, date):
        return date_text(value, language)
    if isinstance(value, str):
        return value
    unit = fact.unit.partition("/")[0]
    if unit == Unit.INR:
        text = rupees_text(value, language, short=short)
    elif unit == Unit.PERCENT:
        text = percent_text(value)
    else:
        return counted(value, unit, language)
    per = fact.per or fact.unit.partition("/")[2]
    return text + next((words for p, words in _PERS[_tongue(language)].items() if p == per), "")


def label_of(fact: Fact, language: str = "en") -> str:
    """The fact's name in the language, English where there is no other."""
    return (fact.label_hi if _tongue(language) == HINDI else "") or fact.label


def _signed(number: str) -> str:
    return number.replace("-", MINUS)


def _tongue(language: str) -> str:
    return HINDI if language == HINDI else "en"
