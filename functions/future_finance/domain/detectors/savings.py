"""Detectors of money at hand: S01 to S05."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from future_finance.domain.detectors.case import (
    EMERGENCY_MONTHS,
    EMERGENCY_MONTHS_IRREGULAR,
    Case,
    compared_with,
    derived,
)
from future_finance.domain.detectors.draft import Draft, impact
from future_finance.domain.detectors.words import savings as say
from future_finance.domain.facts import Fact, Per, Unit
from future_finance.domain.finding import FindingCategory, ImpactKind, Severity

_ENOUGH_TO_ANNUALISE = 3  # months
_SHORT_LEDGER = 2  # months; in a longer one, moves between own deposits blur what is left over
_LEAST_MONTHS = 6  # to call an income uneven
_IDLE_MONTHS, _IDLE_BEYOND = 6, Decimal(50_000)
_COVERS = 3  # times the insured sum at one bank, below which a notice would only nag
_UNEVEN_MONTHS = 2
_SAVINGS = FindingCategory.SAVINGS


def drafts(case: Case) -> Iterator[Draft]:
    yield from _emergency(case)
    yield from _spend_above_income(case)
    yield from _idle_cash(case)
    for key, amount in case.keyed("T14").items():
        yield Draft(f"S04:{key}", FindingCategory.INVESTMENTS, say.SIP_STOPPED, {"amount": amount})
    yield from _deposit_cover(case)


def is_irregular(incomes: Sequence[Fact]) -> bool:
    """Two months and more, of at least six, with less than half of the usual income."""
    if len(incomes) < _LEAST_MONTHS:
        return False
    mean = sum((fact.number for fact in incomes), Decimal(0)) / len(incomes)
    return sum(fact.number * 2 < mean for fact in incomes) >= _UNEVEN_MONTHS


def _emergency(case: Case) -> Iterator[Draft]:
    """S01: below 3 months of spending, below 6 where income is irregular."""
    months, liquid, spending = case.fact("Q02"), case.fact("Q01"), case.fact("T02R")
    if months is None or liquid is None or spending is None:
        return
    line = EMERGENCY_MONTHS_IRREGULAR if is_irregular(case.months("T01M")) else EMERGENCY_MONTHS
    if months.number >= line.value:
        return
    shortfall = derived(
        "S01", "shortfall", line.value * spending.number - liquid.number, Unit.INR, "Missing from the emergency money",
        "आपात पैसे में कमी", [liquid, spending], f"{line.value} x T02R - Q01",
    )  # fmt: skip
    level = Severity.HIGH if months.number < 1 else Severity.MEDIUM if months.number < 3 else Severity.LOW
    facts = {"months": months, "liquid": liquid, "spending": spending, "line": compared_with(line)}
    yield Draft(
        "S01", _SAVINGS, say.EMERGENCY_LOW, {**facts, "shortfall": shortfall},
        basis=("months", "liquid"), level=level,
    )  # fmt: skip


def _spend_above_income(case: Case) -> Iterator[Draft]:
    """S02: spending above income; in a short ledger also spending and investments above it."""
    rate, surplus = case.fact("T03"), case.fact("T05")
    income, spending, invested = case.fact("T01"), case.fact("T02"), case.fact("T04V")
    months = len(case.months("T01M"))
    if income is None or spending is None:
        return
    if rate is not None and rate.number < 0:
        gap = derived(
            "S02", "gap", spending.number - income.number, Unit.INR, "Spending above income",
            "आमदनी से ऊपर खर्च", [spending, income], "T02 - T01", Per.MONTH,
        )  # fmt: skip
        facts = {"gap": gap, "income": income, "spending": spending}
        words = say.SPEND_ABOVE_INCOME
    elif surplus is not None and invested is not None and surplus.number < 0 and months == _SHORT_LEDGER:
        gap = derived(
            "S02", "gap", -surplus.number, Unit.INR, "Spending and investments above income",
            "आमदनी से ऊपर खर्च और निवेश", [surplus], "T02 + T04V - T01", Per.MONTH,
        )  # fmt: skip
        facts = {"gap": gap, "income": income, "spending": spending, "invested": invested}
        words = say.SURPLUS_BELOW_ZERO
    else:
        return
    if months >= _ENOUGH_TO_ANNUALISE:
        lost = impact(ImpactKind.PER_YEAR, -12 * gap.number, is_estimate=True)
    else:
        lost = impact(ImpactKind.ONE_TIME, -months * gap.number, is_estimate=True)
    yield Draft("S02", FindingCategory.SPENDING, words, facts, lost)


def _idle_cash(case: Case) -> Iterator[Draft]:
    """S03: of savings accounts alone; deposits earn already."""
    savings, spending = case.fact("Q01S"), case.fact("T02R")
    if savings is None or spending is None:
        return
    needed = _IDLE_MONTHS * spending.number + _IDLE_BEYOND
    deposit_rate, savings_rate = case.assumption("deposit_rate"), case.assumption("savings_rate")
    points = deposit_rate.number - savings_rate.number
    if savings.number <= needed or points <= 0:
        return
    excess = derived(
        "S03", "excess", savings.number - needed, Unit.INR, "Beyond six months of spending", "छह महीने के खर्च से ऊपर",
        [savings, spending], f"Q01S - {_IDLE_MONTHS} x T02R - {_IDLE_BEYOND}",
    )  # fmt: skip
    gain = derived(
        "S03", "gain", excess.number * points / 100, Unit.INR, "Difference of interest, before tax",
        "ब्याज का फ़र्क, टैक्स से पहले", [excess], "excess x (deposit rate - savings rate)", Per.YEAR,
    )  # fmt: skip
    won = impact(
        ImpactKind.PER_YEAR, gain.number, is_estimate=True, assumption_ids=("deposit_rate", "savings_rate")
    )
    facts = {"excess": excess, "savings": savings, "spending": spending, "gain": gain,
             "deposit_rate": deposit_rate, "savings_rate": savings_rate}  # fmt: skip
    yield Draft("S03", _SAVINGS, say.IDLE_CASH, facts, won, basis=("savings", "spending"))


def _deposit_cover(case: Case) -> Iterator[Draft]:
    """S05: banks that hold three times the insured sum and more."""
    cover = case.assumption("deposit_insurance")
    for key, held in case.keyed("Q03").items():
        if held.number < _COVERS * cover.number:
            continue
        beyond = derived(
            f"S05:{key}", "beyond", held.number - cover.number, Unit.INR, "Deposits beyond the insured sum",
            "बीमित रकम से ऊपर जमा", [held], "Q03 - insured sum",
        )  # fmt: skip
        facts = {"held": held, "cover": cover, "beyond": beyond}
        yield Draft(f"S05:{key}", _SAVINGS, say.DEPOSIT_COVER, facts, basis=("held",))
