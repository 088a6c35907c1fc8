"""Expected figures in every spelling that is right."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from future_finance.domain.dossier import Dossier
from future_finance.domain.facts import Fact, FactSheet, Unit
from future_finance.usecases.simulation import simulate_for_chat
from tests.evaluation.case import Expected, Spellings

LAKH, CRORE = Decimal(100_000), Decimal(10_000_000)


def fact(*fact_ids: str) -> Expected:
    """The values of these facts."""
    return lambda sheet, papers: tuple(spellings(sheet.facts[key]) for key in fact_ids)


def every(code: str) -> Expected:
    """The values of all facts of a code that have keys."""
    return lambda sheet, papers: tuple(spellings(each) for each in sheet.keyed(code).values())


def amounts(*rupees: int) -> Expected:
    """Amounts that the person's story states."""
    return lambda sheet, papers: tuple(amount(Decimal(each)) for each in rupees)


def exactly(*texts: str) -> Expected:
    return lambda sheet, papers: tuple(frozenset({each}) for each in texts)


def simulated(kind: str, *results: str, **form: Any) -> Expected:
    """Results of a what-if that is worked out without a model, by what follows its id: "value_end:scenario"."""

    def worked_out(sheet: FactSheet, papers: Dossier) -> tuple[Spellings, ...]:
        done = simulate_for_chat(sheet, papers.profile, {"kind": kind, **form}, sheet.built_on)
        found = {figure.fact.key.partition(":")[2]: figure.fact for figure in done.figures}
        return tuple(spellings(found[name]) for name in results)

    return worked_out


def both(*expected: Expected) -> Expected:
    return lambda sheet, papers: tuple(one for each in expected for one in each(sheet, papers))


def spellings(known: Fact) -> Spellings:
    value = known.value
    if isinstance(value, str):
        return frozenset({value})
    if isinstance(value, date):
        return frozenset({f"{value.day} {value:%b} {value.year}", f"{value.day} {value:%B} {value.year}"})
    if known.unit == Unit.INR:
        return amount(value)
    if known.unit == Unit.PERCENT:
        return frozenset(f"{text}%" for text in _signed(_rounded(value)))
    return _signed(_rounded(value))


def amount(rupees: Decimal) -> Spellings:
    """₹3,63,438, ₹3.63 lakh, ₹3.6 lakh; a minus sign before or after the rupee sign."""
    size = abs(rupees)
    texts = {_grouped(size), f"{_grouped(Decimal(int(size)))}.{int(size * 100 % 100):02}"}
    for scale, names in ((LAKH, ("lakh", "लाख")), (CRORE, ("crore", "करोड़"))):
        if size >= scale - scale / 20_000:  # from where two decimals round up to one
            texts |= {f"{text} {name}" for text in _rounded(size / scale, (1, 2)) for name in names}
    if rupees >= 0:
        return frozenset(f"₹{text}" for text in texts)
    return frozenset(f"{sign}{text}" for text in texts for sign in ("-₹", "₹-", "−₹", "minus ₹"))


def _signed(texts: Iterable[str]) -> Spellings:
    """With a hyphen or a real minus sign."""
    return frozenset(text.replace("-", sign) for text in texts for sign in ("-", "−"))


def _grouped(size: Decimal) -> str:
    digits = str(size.quantize(Decimal(1), ROUND_HALF_UP))
    head, tail = digits[:-3], digits[-3:]
    return ",".join([*_pairs(head), tail])


def _pairs(digits: str) -> Iterable[str]:
    start = len(digits) % 2
    if start:
        yield digits[:1]
    yield from (digits[place : place + 2] for place in range(start, len(digits), 2))


def _rounded(value: Decimal, places: tuple[int, ...] = (0, 1, 2)) -> set[str]:
    """To so many decimals, with and without trailing zeros."""
    texts = {str(value.quantize(Decimal(1).scaleb(-each), ROUND_HALF_UP)) for each in places}
    return texts | {text.rstrip("0").rstrip(".") for text in texts if "." in text}
