"""The same cash into a loan, or into funds or a deposit: both sides after tax, certain beside uncertain. No verdict."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from future_finance.domain.simulation.debts_now import Debt
from future_finance.domain.simulation.loans import compare_runs, ending, loan_that_ends, paid_in
from future_finance.domain.simulation.paths import chance, fan, market_of
from future_finance.domain.simulation.result import Side, Words
from future_finance.domain.simulation.scenario import PrepayVsInvest
from future_finance.domain.simulation.workings import Workings

_INVESTED = Words("Invested now, EMIs as before", "अभी निवेश, EMI पहले जैसी")
_PREPAID = Words("Prepaid, EMIs invested once the loan is gone", "प्रीपेमेंट, लोन के बाद EMI का निवेश")


def run(w: Workings, scenario: PrepayVsInvest) -> None:
    """Both pay the same each month until the loan would have ended; compared is what each then has.

    AS_NOW is the loan as it is and the amount invested, SCENARIO is the loan prepaid.
    """
    debt = loan_that_ends(w, scenario)
    if debt is None:
        return
    amount, charge = paid_in(w, scenario, debt)
    now = ending(debt.balance, debt.rate_pct, debt.payment)
    prepaid = ending(debt.balance - amount + charge, debt.rate_pct, debt.payment)
    compare_runs(w, now, prepaid)
    saved = w.figure("interest_saved", now.interest - prepaid.interest, Side.DIFFERENCE)
    if charge:
        w.figure("charge", charge)
    if liquid := w.use("Q01"):
        w.figure("liquid_after", liquid.number - amount)
        if amount > liquid.number:
            w.warn("more_than_liquid")
    freed = [Decimal(0)] * prepaid.months + [debt.payment] * (now.months - prepaid.months)
    if scenario.into == "deposit":
        _deposit(w, debt, amount, freed)
    else:
        _funds(w, amount, freed)
    w.say("interest_saved_surely", saved=saved)
    w.warn("prepayment_is_locked")
    w.warn("home_loan_deduction")


def _deposit(w: Workings, debt: Debt, amount: Decimal, freed: Sequence[Decimal]) -> None:
    """A deposit whose interest is taxed each year, at the same rate for whatever goes into it later."""
    rate_pct = w.assume("deposit_rate")
    after_tax_pct = rate_pct * (1 - w.assume("interest_tax") / 100)
    w.figure("years_rate_gap", amount * (debt.rate_pct - rate_pct) / 100, Side.DIFFERENCE)
    gap = w.figure("years_rate_gap_taxed", amount * (debt.rate_pct - after_tax_pct) / 100, Side.DIFFERENCE)
    growth = (1 + after_tax_pct / 100) ** (Decimal(1) / 12)
    held, later = [amount], [Decimal(0)]
    for put_in in freed:
        held.append(held[-1] * growth)
        later.append(later[-1] * growth + put_in)
    w.line("invested", Side.AS_NOW, _INVESTED, held)
    w.line("invested", Side.SCENARIO, _PREPAID, later)
    invested, prepaid = w.figure("invest_worth", held[-1], Side.AS_NOW), w.figure("prepay_worth", later[-1])
    w.headline = invested
    w.say("deposit_against_loan", gap=gap)
    w.say("both_at_the_end", invested=invested, prepaid=prepaid)
    w.warn("deposit_rate_stays")


def _funds(w: Workings, amount: Decimal, freed: Sequence[Decimal]) -> None:
    """Both sides in the same market, path by path, less the tax on their gains."""
    months = len(freed)
    market = market_of(w, months)
    held = market.grow(amount, [Decimal(0)] * months)
    later = market.grow(Decimal(0), freed)
    fan(w, Side.AS_NOW, _INVESTED, held, months)
    fan(w, Side.SCENARIO, _PREPAID, later, months)
    taxes = taxed_parts(w)
    ends = [held.taxed(months, amount, taxes), later.taxed(months, sum(freed, Decimal(0)), taxes)]
    invested = w.figure("invest_worth", ends[0].middle(0), Side.AS_NOW)
    prepaid = w.figure("prepay_worth", ends[1].middle(0))
    w.figure("value_low", ends[0].percentiles(0)[0], Side.AS_NOW)
    w.figure("value_high", ends[0].percentiles(0)[-1], Side.AS_NOW)
    meaning = Words(
        "Investing ends with more than prepaying, after tax",
        "टैक्स के बाद निवेश प्रीपेमेंट से ज़्यादा पर खत्म होता है",
    )
    ahead = chance(w, ends[0].ahead_pct(ends[1], 0), meaning)
    w.headline = ahead
    w.say("both_at_the_end", invested=invested, prepaid=prepaid)
    w.say("invest_ahead_in", chance=ahead)
    w.warn("one_sale_at_the_end")


def taxed_parts(w: Workings) -> list[tuple[Decimal, Decimal, Decimal]]:
    """How a gain is taxed when all is sold at once: equity by its own rule, debt as interest."""
    equity = w.assume("equity_share") / 100
    return [
        (equity, w.assume("equity_gains_free"), w.assume("equity_gains_tax")),
        (1 - equity, Decimal(0), w.assume("interest_tax")),
    ]
