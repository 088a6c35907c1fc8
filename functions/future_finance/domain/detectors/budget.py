"""Detectors of spending against what is usual or planned: B01 and B02."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from future_finance.domain.detectors.case import Case, derived
from future_finance.domain.detectors.draft import Draft, impact
from future_finance.domain.detectors.words import budget as say
from future_finance.domain.facts import Fact, Per, Unit, rupees
from future_finance.domain.finding import DERIVED, FindingCategory, ImpactKind

_BEFORE, _LEAST_BEFORE = 6, 3  # months
_LEAST_RISE = 2_000
_TOTAL_RISE_PCT = 25
_CARD_RISE_PCT = 40  # one bill swings more than all spending
_CARD_BILLS = "T02C:card_bill"


def drafts(case: Case) -> Iterator[Draft]:
    """B01 of all spending, else of card bills; B02."""
    spike = _spike("B01:total", case.months("T02M"), _TOTAL_RISE_PCT) or _spike(
        "B01:card_bill", case.months(_CARD_BILLS), _CARD_RISE_PCT
    )
    if spike is not None:
        yield spike
    yield from _over_budget(case)


def _spike(finding_id: str, months: Sequence[Fact], least_pct: int) -> Draft | None:
    """The latest full month against the mean of up to six before it."""
    if len(months) < _LEAST_BEFORE + 1:
        return None
    month, before = months[-1], months[-1 - _BEFORE : -1]
    mean = sum((fact.number for fact in before), Decimal(0)) / len(before)
    rise = month.number - mean
    if mean <= 0 or rise < _LEAST_RISE or rise * 100 < least_pct * mean:
        return None
    formula = "mean of up to six months before"
    usual = derived(
        finding_id, "usual", mean, Unit.INR, "Average of the months before", "पहले के महीनों का औसत", before,
        formula, Per.MONTH,
    )  # fmt: skip
    more = derived(
        finding_id, "rise", rise, Unit.INR, "Above the months before", "पहले के महीनों से ऊपर", [month, *before],
        "month - average",
    )  # fmt: skip
    percent = derived(
        finding_id, "percent", rise * 100 / mean, Unit.PERCENT, "Above the months before, in percent",
        "पहले के महीनों से ऊपर, प्रतिशत में", [month, *before], "(month - average) / average",
    )  # fmt: skip
    lost = impact(ImpactKind.ONE_TIME, -rise)
    facts = {"month": month, "usual": usual, "rise": more, "percent": percent}
    return Draft(finding_id, FindingCategory.SPENDING, say.SPEND_SPIKE, facts, lost)


def _over_budget(case: Case) -> Iterator[Draft]:
    """B02: the latest full month of each category with a budget."""
    for budget in case.profile.budgets:
        months = case.months(f"T02C:{budget.category}")
        latest = case.months("T02M")
        if not months or not latest or months[-1].key.partition(":")[0] != latest[-1].key:
            continue
        spent, limit_rupees = months[-1], rupees(budget.limit_minor)
        if spent.number <= limit_rupees:
            continue
        finding_id = f"B02:{budget.category}"
        limit = Fact(
            id=f"{DERIVED}:{finding_id}:limit", label="Budget", label_hi="बजट", value=limit_rupees, unit=Unit.INR,
            per=Per.MONTH, as_of=None, scopes=frozenset(), sources=("you",), formula="as you set it",
        )  # fmt: skip
        over = derived(
            finding_id, "over", spent.number - limit_rupees, Unit.INR, "Over the budget", "बजट से ऊपर", [spent],
            "spent - budget",
        )  # fmt: skip
        lost = impact(ImpactKind.ONE_TIME, -over.number)
        facts = {"spent": spent, "limit": limit, "over": over}
        yield Draft(finding_id, FindingCategory.BUDGET, say.BUDGET_OVER, facts, lost)
