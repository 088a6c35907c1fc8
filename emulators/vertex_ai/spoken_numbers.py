"""Amounts, durations, rates and ages in a question, in English, Hindi and Hinglish."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

_SCALES = {
    "k": 1_000, "thousand": 1_000, "hazar": 1_000, "hazaar": 1_000, "हज़ार": 1_000, "हजार": 1_000,
    "lakh": 100_000, "lakhs": 100_000, "lac": 100_000, "l": 100_000, "लाख": 100_000,
    "crore": 10_000_000, "crores": 10_000_000, "cr": 10_000_000, "करोड़": 10_000_000,
}  # fmt: skip
_DIGITS = str.maketrans("०१२३४५६७८९", "0123456789")
_NUMBER = r"(\d[\d,]*(?:\.\d+)?)"
_SCALE = "|".join(sorted(_SCALES, key=len, reverse=True))
_YEARS = re.compile(rf"{_NUMBER}\s*(?:years?|yrs?|saal|sal|साल|वर्ष)", re.I)
_MONTHS = re.compile(rf"{_NUMBER}\s*(?:months?|mahin[ea]|महीन[ेा])", re.I)
_RATE = re.compile(rf"{_NUMBER}\s*(?:%|per ?cent|pct|प्रतिशत|फीसदी)", re.I)
_AGE = re.compile(
    rf"(?:(?:at|age|aged|umar|उम्र)\s*{_NUMBER})|(?:{_NUMBER}\s*(?:ki umar|की उम्र|years old|mein retire|में रिटायर))",
    re.I,
)
_AGE_NOW = re.compile(rf"(?:i am|i'm|main|मैं)\s*{_NUMBER}", re.I)
_YEAR = re.compile(r"(?:by|in|until|till|before)\s+(?:\w+\s+)?20[2-9]\d\b|20[2-9]\d\s*(?:tak|तक)", re.I)
_AMOUNT = re.compile(rf"(?:₹|rs\.?|inr)?\s*{_NUMBER}\s*({_SCALE})?(?![\w%])", re.I)


@dataclass(frozen=True, slots=True)
class SpokenNumbers:
    """What a question says, in the order it says it. Amounts in rupees."""

    amounts: tuple[Decimal, ...]
    years: int | None
    months: int | None
    rates: tuple[Decimal, ...]
    age: int | None
    age_now: int | None


def spoken_numbers(text: str) -> SpokenNumbers:
    text = text.translate(_DIGITS)
    rest = text
    years, rest = _first(_YEARS, rest)
    months, rest = _first(_MONTHS, rest)
    rates = tuple(_number(found[1]) for found in _RATE.finditer(rest))
    rest = _RATE.sub(" ", rest)
    rest = _YEAR.sub(" ", rest)
    age_now, rest = _first(_AGE_NOW, rest)
    age, rest = _first(_AGE, rest)
    amounts = tuple(
        _number(found[1]) * _SCALES.get((found[2] or "").lower(), 1) for found in _AMOUNT.finditer(rest)
    )
    return SpokenNumbers(amounts, years, months, rates, age, age_now)


def _first(pattern: re.Pattern[str], text: str) -> tuple[int | None, str]:
    """The first number of a kind, and the text without it."""
    found = pattern.search(text)
    if found is None:
        return None, text
    number = next(group for group in found.groups() if group)
    return int(_number(number)), text[: found.start()] + " " + text[found.end() :]


def _number(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))
