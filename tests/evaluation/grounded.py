"""Whether every figure of a shown text is a known one: read here anew, without the product's own check."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

_SCALES = {
    "lakh": 100_000, "lac": 100_000, "लाख": 100_000, "crore": 10_000_000, "cr": 10_000_000, "करोड़": 10_000_000,
    "k": 1_000, "thousand": 1_000, "हज़ार": 1_000,
}  # fmt: skip
_SCALE = "|".join(_SCALES)
_NUMBER = r"(\d[\d,]*(?:\.\d+)?)"
_RUPEES = re.compile(
    rf"([-−]\s?)?(?:₹|Rs\.? ?|INR ?)([-−])?\s?{_NUMBER}(?:\s?({_SCALE}))?(?!\w)", re.IGNORECASE
)
_PERCENT = re.compile(rf"([-−]\s?)?{_NUMBER}\s?%")
_TIME = re.compile(rf"{_NUMBER}\s?(?:months?|mahine|महीन[ेा])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure in a text; `within` is half of its last digit."""

    text: str
    value: Decimal
    within: Decimal


def figures_of(text: str) -> list[Shown]:
    """Rupees, percentages and months, with their signs."""
    found = []
    for match in _RUPEES.finditer(text):
        minus = bool(match[1] or match[2])
        found.append(_shown(match[0], match[3], Decimal(_SCALES.get((match[4] or "").lower(), 1)), minus))
    found += [_shown(match[0], match[2], Decimal(1), bool(match[1])) for match in _PERCENT.finditer(text)]
    found += [_shown(match[0], match[1], Decimal(1), False) for match in _TIME.finditer(text)]
    return found


def unfounded(text: str, known: Iterable[Decimal], said: str = "") -> list[str]:
    """The figures of `text` that are none of the known values, and that the person did not say."""
    values = [*known, *(each.value for each in figures_of(said)), *_bare(said)]
    return [
        each.text.strip()
        for each in figures_of(text)
        if not any(abs(value - each.value) <= each.within for value in values)
    ]


def _shown(text: str, number: str, scale: Decimal, minus: bool) -> Shown:
    plain = number.replace(",", "")
    places = len(plain.partition(".")[2])
    value = Decimal(plain) * scale
    return Shown(text, -value if minus else value, Decimal(1).scaleb(-places) * scale / 2)


def _bare(said: str) -> list[Decimal]:
    """Numbers that a question names without a sign of what they are."""
    return [
        Decimal(number.replace(",", "")) * _SCALES.get(scale.lower(), 1)
        for number, scale in re.findall(rf"{_NUMBER}\s?({_SCALE})?", said, re.IGNORECASE)
    ]
