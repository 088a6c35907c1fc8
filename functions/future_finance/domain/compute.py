"""Arithmetic on facts with unit rules: the result is a fact with a label and formula made by code.

No stock with a flow, one currency and one date on both sides; what does not fit is refused with its reason.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from future_finance.domain.fact_catalogue import OF_ONE_MONTH
from future_finance.domain.facts import Fact, FactSheet, Per, Unit
from future_finance.domain.grounding import verify
from future_finance.domain.rupee_words import decimals, spoken

CODE = "CALC"
SAID = "you"
_HUNDRED = Decimal(100)
_MOST = 12  # operands of a sum
_LARGEST = Decimal(10) ** 24  # beyond it no figure is exact to two places


class Operation(StrEnum):
    """What can be asked for."""

    ADD = "add"
    SUBTRACT = "subtract"
    DIFFERENCE = "difference"  # without sign
    MULTIPLY = "multiply"  # by a count, a ratio, a percent, or a flow by its months or years
    DIVIDE = "divide"  # like by like: a ratio; a stock by a flow: months or years; by a count: the same unit
    SHARE = "share"  # the first in percent of the second
    PER_YEAR = "per_year"  # twelve times a monthly flow


class RefusalCode(StrEnum):
    """Why a computation is refused."""

    UNKNOWN_OPERATION = "unknown_operation"
    UNKNOWN_FACT = "unknown_fact"
    NOT_SAID = "not_said"  # a literal that the person did not say
    OPERANDS = "operands"  # too few, too many, or one twice
    NOT_A_NUMBER = "not_a_number"
    UNITS = "units"
    STOCK_AND_FLOW = "stock_and_flow"
    PERIODS = "periods"
    DATES = "dates"
    OVERLAP = "overlap"  # one is part of the other
    ZERO = "zero"
    TOO_LARGE = "too_large"


@dataclass(frozen=True, slots=True)
class Literal:
    """A number the person said, with its unit."""

    value: Decimal
    unit: str
    per: str | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """No result, and why, in words a model can act on."""

    code: RefusalCode
    detail: str


@dataclass(frozen=True, slots=True)
class _Result:
    value: Decimal
    unit: str
    per: str | None
    label: str
    label_hi: str


class _Refused(Exception):
    def __init__(self, code: RefusalCode, detail: str) -> None:
        super().__init__(detail)
        self.refusal = Refusal(code, detail)


def compute(
    operation: str, operands: Sequence[str | Literal], sheet: FactSheet, *, said_by_user: str = ""
) -> Fact | Refusal:
    """The result as a fact of the sheet's day, or the reason there is none.

    A `Literal` must stand in what the person said. Rounded half up to 2 places; 12 operands at most.
    """
    try:
        kind = Operation(operation)
    except ValueError:
        return Refusal(RefusalCode.UNKNOWN_OPERATION, f"use one of {', '.join(Operation)}")
    try:
        inputs = [_operand(operand, sheet, said_by_user) for operand in operands]
        _count(kind, inputs)
        result = _RULES[kind](inputs)
        if abs(result.value) >= _LARGEST:
            raise _Refused(RefusalCode.TOO_LARGE, "the result is beyond any amount of money")
        return _fact(kind, inputs, result)
    except _Refused as refused:
        return refused.refusal


def _operand(operand: str | Literal, sheet: FactSheet, said: str) -> Fact:
    if isinstance(operand, Literal):
        return _said(operand, said)
    fact = sheet.get(operand)
    if fact is None:
        missing = sheet.missing.get(operand)
        raise _Refused(RefusalCode.UNKNOWN_FACT, missing.needs if missing else f"there is no fact {operand}")
    if not isinstance(fact.value, Decimal):
        raise _Refused(RefusalCode.NOT_A_NUMBER, f"{fact.label} is no number")
    return replace(
        fact, unit=fact.unit.partition("/")[0], per=fact.per or fact.unit.partition("/")[2] or None
    )


def _said(literal: Literal, said: str) -> Fact:
    fact = Fact(
        id=SAID, label="", value=literal.value, unit=literal.unit, per=literal.per, as_of=None, scopes=frozenset(),
        sources=(SAID,),
    )  # fmt: skip
    words = spoken(fact)
    exact = f"if {'₹' if literal.unit == Unit.INR else ''}{literal.value:f}{'%' if literal.unit == Unit.PERCENT else ''}"
    if not verify(exact, (), said_by_user=said).ok:
        raise _Refused(RefusalCode.NOT_SAID, f"the person did not say {words}")
    return replace(fact, label=f"the {words} you said", label_hi=f"आपके बताए {spoken(fact, 'hi')}")


def _count(kind: Operation, inputs: list[Fact]) -> None:
    wanted = 1 if kind is Operation.PER_YEAR else 2
    if len(inputs) < wanted or (len(inputs) > wanted and (kind is not Operation.ADD or len(inputs) > _MOST)):
        raise _Refused(
            RefusalCode.OPERANDS, f"{kind} takes {wanted}{' or more' if kind is Operation.ADD else ''}"
        )
    ids = [fact.id for fact in inputs if fact.id != SAID]
    if len(set(ids)) < len(ids):
        raise _Refused(RefusalCode.OPERANDS, "one fact stands there twice")


def _add(inputs: list[Fact]) -> _Result:
    first = _alike(inputs)
    _apart(inputs)
    if first.unit == Unit.PERCENT and len({fact.code for fact in inputs}) > 1:
        raise _Refused(RefusalCode.UNITS, "percents of different things do not add up")
    if len({_is_of_one_month(fact) for fact in inputs}) > 1:
        raise _Refused(RefusalCode.PERIODS, "the sum of one month and a mean of months do not add up")
    total = sum((fact.number for fact in inputs), Decimal(0))
    return _Result(
        total, first.unit, _per_of(inputs), *_joined(inputs, "{} and {} together", "{} और {} मिलाकर")
    )


def _subtract(inputs: list[Fact]) -> _Result:
    first = _alike(inputs)
    value = inputs[0].number - inputs[1].number
    return _Result(value, first.unit, _per_of(inputs), *_joined(inputs, "{} minus {}", "{} में से {} घटाकर"))


def _difference(inputs: list[Fact]) -> _Result:
    first = _alike(inputs)
    value = abs(inputs[0].number - inputs[1].number)
    return _Result(
        value,
        first.unit,
        _per_of(inputs),
        *_joined(inputs, "Difference between {} and {}", "{} और {} का अंतर"),
    )


def _multiply(inputs: list[Fact]) -> _Result:
    one, other = inputs if inputs[1].unit not in {Unit.INR} else inputs[::-1]
    labels = _joined([one, other], "{} times {}", "{} गुणा {}")
    if other.unit == Unit.PERCENT and one.unit != Unit.PERCENT:
        labels = _joined([other, one], "{} of {}", "{} ({} का)")
        return _Result(one.number * other.number / _HUNDRED, one.unit, _per_of([one]), *labels)
    if other.unit in {Unit.COUNT, Unit.RATIO, Unit.UNITS} and one.unit != Unit.PERCENT:
        return _Result(one.number * other.number, one.unit, _per_of([one]), *labels)
    length = {Unit.MONTHS: Per.MONTH, Unit.YEARS: Per.YEAR}
    if one.unit == Unit.INR and other.unit in length:
        if one.per != length[Unit(other.unit)] or _is_of_one_month(one):
            raise _Refused(RefusalCode.PERIODS, f"{one.label} is not stated per {length[Unit(other.unit)]}")
        return _Result(
            one.number * other.number, one.unit, None, *_joined([one, other], "{} over {}", "{}, {} तक")
        )
    raise _Refused(RefusalCode.UNITS, f"{one.unit} cannot be multiplied by {other.unit}")


def _divide(inputs: list[Fact]) -> _Result:
    over, under = inputs
    _nonzero(under)
    value = over.number / under.number
    labels = _joined(inputs, "{} divided by {}", "{} ÷ {}")
    if over.unit == under.unit == Unit.INR and over.per is None and under.per is not None:
        unit = Unit.MONTHS if under.per == Per.MONTH else Unit.YEARS
        return _Result(value, unit, None, *_joined(inputs, "How long {} covers {}", "{} से {} कितने समय चलेगा"))
    if over.unit == under.unit:
        _alike(inputs)
        return _Result(value, Unit.RATIO, None, *labels)
    if under.unit in {Unit.COUNT, Unit.RATIO, Unit.UNITS}:
        return _Result(value, over.unit, _per_of([over]), *labels)
    if over.unit == Unit.INR and over.per is None and under.unit in {Unit.MONTHS, Unit.YEARS}:
        per = Per.MONTH if under.unit == Unit.MONTHS else Per.YEAR
        return _Result(value, over.unit, per, *_joined(inputs, "{} spread over {}", "{}, {} में बाँटकर"))
    raise _Refused(RefusalCode.UNITS, f"{over.unit} cannot be divided by {under.unit}")


def _share(inputs: list[Fact]) -> _Result:
    _alike(inputs)
    _nonzero(inputs[1])
    value = inputs[0].number / inputs[1].number * _HUNDRED
    part, whole = (fact for fact in inputs)
    return _Result(
        value,
        Unit.PERCENT,
        None,
        f"{part.label} as a share of {_low(whole.label)}",
        f"{whole.label_hi or whole.label} में {part.label_hi or part.label} का हिस्सा",
    )


def _per_year(inputs: list[Fact]) -> _Result:
    fact = inputs[0]
    if fact.unit != Unit.INR or fact.per != Per.MONTH or _is_of_one_month(fact):
        raise _Refused(RefusalCode.PERIODS, f"{fact.label} is not stated per month")
    return _Result(
        fact.number * 12,
        fact.unit,
        Per.YEAR,
        f"{fact.label}, over twelve months",
        f"{fact.label_hi or fact.label}, बारह महीने में",
    )


_RULES: dict[Operation, Callable[[list[Fact]], _Result]] = {
    Operation.ADD: _add,
    Operation.SUBTRACT: _subtract,
    Operation.DIFFERENCE: _difference,
    Operation.MULTIPLY: _multiply,
    Operation.DIVIDE: _divide,
    Operation.SHARE: _share,
    Operation.PER_YEAR: _per_year,
}


def _alike(inputs: list[Fact]) -> Fact:
    """All of one unit, one period and one date, else refused."""
    first = inputs[0]
    for other in inputs[1:]:
        if other.unit != first.unit:
            raise _Refused(
                RefusalCode.UNITS, f"{first.label} is in {first.unit}, {other.label} in {other.unit}"
            )
        if (other.per is None) != (first.per is None):
            raise _Refused(
                RefusalCode.STOCK_AND_FLOW,
                f"one of {first.label} and {other.label} is a level, the other a flow",
            )
        if other.per != first.per:
            raise _Refused(
                RefusalCode.PERIODS, f"{first.label} is per {first.per}, {other.label} per {other.per}"
            )
    days = {fact.as_of for fact in inputs if fact.id != SAID}
    if len(days) > 1:
        raise _Refused(RefusalCode.DATES, "the figures are of different days")
    return first


def _is_of_one_month(fact: Fact) -> bool:
    """Whether it is what came to pass in a month that its label names, and not what a month brings."""
    return fact.code in OF_ONE_MONTH


def _per_of(inputs: list[Fact]) -> str | None:
    """What months brought comes to an amount, not to so much a month."""
    return None if any(map(_is_of_one_month, inputs)) else inputs[0].per


# What holds what, by code or id, where the sheet names no inputs.
_HOLDS: dict[str, frozenset[str]] = {
    "N01A": frozenset({"N05V", "Q01", "Q01S", "E01", "M01", "M10"}),
    "N01L": frozenset({"L01"}),
    "Q01": frozenset({"Q01S", "N05V:savings", "N05V:deposits"}),
    "Q01S": frozenset({"N05V:savings"}),
    "E01": frozenset({"E01M", "E02", "N05V:epf"}),
    "M01": frozenset({"M01S", "N05V:mutual_funds"}),
    "T02": frozenset({"T10", "T02R"}),
    "T02M": frozenset({"T02C"}),
}
_PENSION = "E01P"


def _apart(inputs: list[Fact]) -> None:
    for fact in inputs:
        if fact.code == _PENSION:
            raise _Refused(RefusalCode.OVERLAP, f"{fact.label}, is never added to anything")
        if any(_holds(fact, other) for other in inputs if other is not fact):
            raise _Refused(RefusalCode.OVERLAP, f"{fact.label} already contains one of the others")


def _holds(whole: Fact, part: Fact) -> bool:
    if part.id in whole.inputs:
        return True
    if whole.code == "T02M" and not part.key.startswith(whole.key):
        return False
    held = _HOLDS.get(whole.code, frozenset())
    return part.id in held or part.code in held


def _nonzero(fact: Fact) -> None:
    if fact.number == 0:
        raise _Refused(RefusalCode.ZERO, f"{fact.label} is zero")


def _joined(inputs: list[Fact], pattern: str, pattern_hi: str) -> tuple[str, str]:
    """A label in both languages; a sum of many names all of them."""
    english = [fact.label if at == 0 else _low(fact.label) for at, fact in enumerate(inputs)]
    hindi = [fact.label_hi or fact.label for fact in inputs]
    if len(inputs) > 2:
        english = [", ".join(english[:-1]), english[-1]]
        hindi = [", ".join(hindi[:-1]), hindi[-1]]
    label = pattern.format(*english)
    return label[:1].upper() + label[1:], pattern_hi.format(*hindi)


def _low(label: str) -> str:
    """A label inside a sentence: "Net worth" becomes "net worth", "EMI paid" stays."""
    return label[:1].lower() + label[1:] if label[1:2].islower() else label


def _fact(kind: Operation, inputs: list[Fact], result: _Result) -> Fact:
    facts = [fact for fact in inputs if fact.id != SAID]
    ids = tuple(fact.id for fact in facts)
    names = " ".join([kind, *(f"{fact.id}={fact.number:f}{fact.unit}{fact.per}" for fact in inputs)])
    days: set[date] = {fact.as_of for fact in facts if fact.as_of is not None}
    caveats = dict.fromkeys(caveat for fact in facts for caveat in fact.caveats)
    if len(days) > 1:
        caveats["dates_differ"] = None
    return Fact(
        id=f"{CODE}:{kind.replace('_', '-')}:{hashlib.sha256(names.encode()).hexdigest()[:10]}",
        label=result.label,
        label_hi=result.label_hi,
        value=result.value.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP),
        unit=result.unit,
        per=result.per,
        as_of=min(days, default=None),
        scopes=frozenset(scope for fact in facts for scope in fact.scopes),
        sources=tuple(dict.fromkeys(source for fact in inputs for source in fact.sources)),
        formula=f"{kind}({', '.join(f'{fact.label} {decimals(fact.number, 2)}' for fact in inputs)})",
        inputs=ids,
        sufficiency=min((fact.sufficiency for fact in facts), default=1.0),
        caveats=tuple(caveats),
        names=tuple(dict.fromkeys(name for fact in facts for name in fact.names)),
    )
