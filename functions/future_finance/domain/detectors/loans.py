"""Detectors of what EMIs weigh and how long they last: D05 and D06."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from future_finance.domain import loan
from future_finance.domain.detectors.case import FOIR_PCT, Case, compared_with, derived
from future_finance.domain.detectors.draft import Draft, impact
from future_finance.domain.detectors.words import loans as say
from future_finance.domain.facts import Fact, Per, Unit
from future_finance.domain.finding import FindingCategory, ImpactKind, Severity

_HIGH_FOIR_PCT = 50
_MONTHS_LATER = 12
_BEHIND_PCT = 5
_DEBT = FindingCategory.DEBT


def drafts(case: Case) -> Iterator[Draft]:
    yield from _foir(case)
    for key in case.keyed("L01"):
        yield from _runs_long(case, key)


def _foir(case: Case) -> Iterator[Draft]:
    """D05."""
    foir, income = case.fact("L05"), case.fact("T01")
    if foir is None or income is None or foir.number < FOIR_PCT.value:
        return
    level = Severity.HIGH if foir.number >= _HIGH_FOIR_PCT else Severity.MEDIUM
    facts = {"foir": foir, "income": income, "line": compared_with(FOIR_PCT)}
    yield Draft("D05", _DEBT, say.FOIR_HIGH, facts, basis=("foir",), level=level)


def _runs_long(case: Case, key: str) -> Iterator[Draft]:
    """D06: a year longer than the contract, never ending, or 5% behind the schedule."""
    owed, rate, emi, left, planned, gap = (
        case.fact(f"{code}:{key}") for code in ("L01", "L01R", "L01E", "L03", "L03C", "L04")
    )
    if owed is None:
        return
    finding_id = f"D06:{key}"
    if rate is not None and emi is not None and case.reason(f"L03:{key}") == "never_ends":
        facts = {"owed": owed, "rate": rate, "emi": emi}
        yield Draft(finding_id, _DEBT, say.NEVER_ENDS, facts, level=Severity.MEDIUM)
    elif (
        rate is not None
        and emi is not None
        and left is not None
        and planned is not None
        and 0 < planned.number < left.number - _MONTHS_LATER
    ):
        yield _longer(finding_id, owed, rate, emi, left, planned)
    elif gap is not None and "doubtful" not in gap.caveats and gap.number * 100 >= _BEHIND_PCT * owed.number:
        yield Draft(finding_id, _DEBT, say.BEHIND_SCHEDULE, {"owed": owed, "gap": gap}, gap=gap.number)


def _longer(finding_id: str, owed: Fact, rate: Fact, emi: Fact, left: Fact, planned: Fact) -> Draft:
    """Held against the EMI that would end the debt with its contract."""
    months = int(planned.number)
    on_time = loan.emi(owed.number, rate.number, months)
    now, in_time = (
        loan.repay(owed.number, rate.number, emi.number),
        loan.repay(owed.number, rate.number, on_time),
    )
    interest = now.interest - in_time.interest if now is not None and in_time is not None else Decimal(0)
    used = [owed, rate, emi, planned]
    higher = derived(
        finding_id, "on_time", on_time, Unit.INR, "EMI that ends the loan with its contract",
        "अनुबंध के साथ खत्म करने वाली EMI", [owed, rate, planned], "P i (1+i)^n / ((1+i)^n - 1)", Per.MONTH,
    )  # fmt: skip
    extra = derived(
        finding_id, "extra", loan.to_paisa(interest), Unit.INR, "Interest of the longer run",
        "ज़्यादा समय का ब्याज", used, "interest at the EMI paid - interest at the EMI that ends in time",
    )  # fmt: skip
    return Draft(
        finding_id,
        _DEBT,
        say.RUNS_LONG,
        {"owed": owed, "left": left, "planned": planned, "emi": emi, "on_time": higher, "extra": extra},
        impact(ImpactKind.ONE_TIME, -extra.number, is_estimate=True),
        more=(rate,),
    )
