"""Several debts together: paid off in one order or another, or replaced by one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from future_finance.domain import loan
from future_finance.domain.loan import PAISA, Repayment
from future_finance.domain.simulation.debts_now import Debt, every_debt, named
from future_finance.domain.simulation.loans import compare_runs, ending
from future_finance.domain.simulation.result import Side, Words
from future_finance.domain.simulation.scenario import DebtConsolidation, DebtPayoff
from future_finance.domain.simulation.workings import Workings

_LONGEST_MONTHS = 1200
_ALL = Words("What is owed in all", "कुल बकाया")


@dataclass(frozen=True, slots=True)
class Order:
    """Which debt gets what is left over."""

    name: str
    first: Callable[[Debt, Decimal], Decimal]  # the smallest value is paid first


AVALANCHE = Order("avalanche", lambda debt, balance: -debt.rate_pct)
SNOWBALL = Order("snowball", lambda debt, balance: balance)


def pay_off(debts: Sequence[Debt], budget: Decimal, order: Order) -> Repayment | None:
    """The same `budget` each month: every debt its payment, and the rest by `order`. No new spending.

    A card's payment is its minimum at the start. None where it does not end within a hundred years.
    """
    owed = {debt.id: debt.balance for debt in debts}
    totals, interest = [sum(owed.values(), Decimal(0))], Decimal(0)
    while totals[-1] >= PAISA / 2:
        if len(totals) > _LONGEST_MONTHS:
            return None
        left = budget
        for debt in debts:
            due = owed[debt.id] * loan.monthly_rate(debt.rate_pct)
            interest += due
            owed[debt.id] += due
        for debt in debts:
            paid = min(debt.payment, owed[debt.id])
            owed[debt.id] -= paid
            left -= paid
        for debt in sorted(debts, key=lambda debt: order.first(debt, owed[debt.id])):
            paid = min(left, owed[debt.id])
            owed[debt.id] -= paid
            left -= paid
        totals.append(sum(owed.values(), Decimal(0)))
    return Repayment(tuple(totals), interest)


def as_they_are(w: Workings, debts: Sequence[Debt]) -> Repayment | None:
    """Loans at their EMI, cards at the minimum of what is owed each month; nothing goes from one to another."""
    runs = [_card(w, debt) if debt.is_card else loan.repay(debt.balance, debt.rate_pct, debt.payment)
            for debt in debts]  # fmt: skip
    if any(run is None for run in runs):
        return None
    known = [run for run in runs if run is not None]
    months = max(run.months for run in known)
    totals = [
        sum((run.balances[min(month, run.months)] for run in known), Decimal(0))
        for month in range(months + 1)
    ]
    return Repayment(tuple(totals), sum((run.interest for run in known), Decimal(0)))


def run_payoff(w: Workings, scenario: DebtPayoff) -> None:
    """Dearest first against smallest first, with the same extra amount, beside what happens anyway."""
    debts = every_debt(w, scenario.emi)
    if not _some(w, debts):
        return
    extra = w.asked("asked_month", scenario.extra_month.value).number
    paid = sum((debt.payment for debt in debts), Decimal(0))
    w.figure("debt_total", sum((debt.balance for debt in debts), Decimal(0)), Side.AS_NOW)
    w.compare("paid_month", paid, paid + extra)
    avalanche, snowball = (pay_off(debts, paid + extra, order) for order in (AVALANCHE, SNOWBALL))
    if avalanche is None or snowball is None:
        w.warn("never_ends")
        w.say("payments_too_small")
        return
    now = as_they_are(w, debts)
    if now is None:
        w.warn("never_ends")
        w.months = avalanche.months
        w.line("balance", Side.SCENARIO, _ALL, avalanche.balances)
    else:
        compare_runs(w, now, avalanche)
        w.figure("interest_saved", now.interest - avalanche.interest, Side.DIFFERENCE)
    months = w.figure("avalanche_months", avalanche.months)
    w.headline = w.figure("avalanche_interest", avalanche.interest)
    w.say(
        "avalanche_and_snowball",
        months=months,
        interest=w.headline,
        other_months=w.figure("snowball_months", snowball.months),
        other_interest=w.figure("snowball_interest", snowball.interest),
    )
    w.warn("no_new_spending")


def consolidate(w: Workings, scenario: DebtConsolidation) -> None:
    """One loan over all of them, its fee borrowed with it."""
    debts = named(w, scenario.debts)
    if w.incomplete or not _some(w, debts):
        return
    owed = sum((debt.balance for debt in debts), Decimal(0))
    w.figure("debt_total", owed, Side.AS_NOW)
    w.asked("asked_rate", scenario.rate_pct)
    w.asked("asked_months", scenario.months)
    fee = loan.to_paisa(owed * scenario.fee_pct / 100)
    emi = loan.emi(owed + fee, scenario.rate_pct, scenario.months)
    paid = sum((debt.payment for debt in debts), Decimal(0))
    before, after = w.compare("paid_month", paid, emi)
    if fee:
        w.figure("fee", fee)
    new = ending(owed + fee, scenario.rate_pct, emi)
    now = as_they_are(w, debts)
    if now is None:
        w.warn("never_ends")
        w.headline = w.figure("interest_left", new.interest)
        w.say("one_loan_alone", after=after, interest=w.headline)
        return
    compare_runs(w, now, new)
    more = new.interest + fee - now.interest
    w.headline = w.figure("interest_more" if more > 0 else "interest_saved", abs(more), Side.DIFFERENCE)
    w.say(
        "one_loan_costs_more" if more > 0 else "one_loan_costs_less",
        before=before,
        after=after,
        by=w.headline,
    )
    w.warn("closing_charges_not_counted")


def _card(w: Workings, debt: Debt) -> Repayment | None:
    share, least = w.assume("card_minimum") / 100, w.assume("card_minimum_rupees")
    balances, interest = [debt.balance], Decimal(0)
    i = loan.monthly_rate(debt.rate_pct)
    while balances[-1] >= PAISA / 2:
        if len(balances) > _LONGEST_MONTHS:
            return None
        owed = balances[-1] * (1 + i)
        interest += balances[-1] * i
        balances.append(owed - min(owed, max(owed * share, least)))
    return Repayment(tuple(balances), interest)


def _some(w: Workings, debts: Sequence[Debt]) -> bool:
    """Whether there is anything to reckon with; what was left out is said."""
    if not debts:
        ask = Words(
            "There is no debt with a known rate and payment. Which debts are there?",
            "किसी कर्ज़ की दर और भुगतान पता नहीं। कौन से कर्ज़ हैं?",
        )
        w.lack("L01", ask, "", reason="no_data")
        return False
    if w.lacks:
        w.warn("debts_left_out")
    return True
