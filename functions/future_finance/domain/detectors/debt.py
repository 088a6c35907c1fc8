"""Detectors of debts that cost, are late, or that nobody lists: D01 to D04, D07 to D09."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from future_finance.domain.detectors.case import Case, derived
from future_finance.domain.detectors.draft import Draft, impact
from future_finance.domain.detectors.words import debt as say
from future_finance.domain.facts import Unit
from future_finance.domain.finding import FindingCategory, ImpactKind, Severity

_LEAST_FEES = 300  # of three months
_DEBT = FindingCategory.DEBT


def drafts(case: Case) -> Iterator[Draft]:
    yield from _overdue(case)
    yield from _card_revolving(case)
    yield from _loan_without_record(case)
    yield from _not_at_provider(case)
    yield from _same_debit_twice(case)
    yield from _bounces(case)
    yield from _investing_while_overdue(case)


def _overdue(case: Case) -> Iterator[Draft]:
    """D01. A loan in default of which nothing is stated as overdue is told on its own."""
    overdue = case.fact("L08")
    if overdue is not None and overdue.number > 0:
        lost = impact(ImpactKind.AT_RISK, -overdue.number)
        yield Draft(
            "D01", _DEBT, say.OVERDUE, {"overdue": overdue}, lost,
            more=tuple(case.keyed("L08").values()), level=Severity.HIGH,
        )  # fmt: skip
        return
    for key, status in case.keyed("L08S").items():
        owed = case.fact(f"L01:{key}")
        if status.value == "active_default" and owed is not None:
            lost = impact(ImpactKind.AT_RISK, -owed.number)
            yield Draft(
                f"D01:{key}", _DEBT, say.DEFAULT, {"owed": owed}, lost, more=(status,), level=Severity.HIGH
            )


def _card_revolving(case: Case) -> Iterator[Draft]:
    """D02."""
    interest, balance, carried = case.fact("L07"), case.fact("L06B"), case.fact("L06")
    if interest is None or balance is None or carried is None or carried.value != "yes":
        return
    if interest.number > 0:
        cost = impact(ImpactKind.PER_YEAR, -interest.number, is_estimate=True)
        yield Draft(
            "D02", _DEBT, say.CARD_REVOLVING, {"interest": interest, "balance": balance}, cost,
            more=tuple(case.keyed("L07").values()),
        )  # fmt: skip


def _loan_without_record(case: Case) -> Iterator[Draft]:
    """D03."""
    for key, emi in case.keyed("L09").items():
        lost = impact(ImpactKind.AT_RISK, -emi.number)
        yield Draft(f"D03:{key}", _DEBT, say.LOAN_WITHOUT_RECORD, {"emi": emi}, lost)


def _not_at_provider(case: Case) -> Iterator[Draft]:
    """D04: on the report alone, and lenders that only the bank knows."""
    only = case.fact("N08")
    if only is not None and only.number > 0:
        lost = impact(ImpactKind.AT_RISK, -only.number)
        yield Draft("D04:report", _DEBT, say.REPORT_ONLY, {"owed": only}, lost)
    paid = list(case.keyed("L10").values())
    if paid:
        total = derived(
            "D04:lenders", "paid", sum((fact.number for fact in paid), Decimal(0)), Unit.INR,
            "Latest payments to lenders that Fi does not list", "Fi में न दिखने वालों को पिछले भुगतान", paid,
            " + ".join(fact.id for fact in paid),
        )  # fmt: skip
        lost = impact(ImpactKind.AT_RISK, -total.number)
        yield Draft("D04:lenders", _DEBT, say.UNLISTED_LENDER, {"paid": total}, lost, more=tuple(paid))


def _same_debit_twice(case: Case) -> Iterator[Draft]:
    """D07: only the person can know."""
    for key, amount in case.keyed("L12").items():
        yield Draft(f"D07:{key}", _DEBT, say.SAME_DEBIT_TWICE, {"amount": amount}, ask=True)


def _bounces(case: Case) -> Iterator[Draft]:
    """D08. What was charged lately is no figure of it: as that leaves the three months, no dismissed one comes back."""
    fees, lately, bounces = case.fact("T09"), case.fact("T09Q"), case.fact("T09N")
    if fees is None or lately is None or bounces is None:
        return
    if bounces.number < 1 and lately.number < _LEAST_FEES:
        return
    lost = impact(ImpactKind.ONE_TIME, -fees.number)
    yield Draft("D08", FindingCategory.SPENDING, say.BOUNCES_FEES, {"fees": fees, "bounces": bounces}, lost)


def _investing_while_overdue(case: Case) -> Iterator[Draft]:
    """D09."""
    bought, overdue = case.fact("L13"), case.fact("L08")
    if bought is not None and overdue is not None and bought.number > 0 and overdue.number > 0:
        facts = {"bought": bought, "overdue": overdue}
        yield Draft("D09", _DEBT, say.INVESTING_WHILE_OVERDUE, facts)
