"""One loan otherwise: prepaid, or at another rate."""

from __future__ import annotations

from decimal import Decimal

from future_finance.domain import loan
from future_finance.domain.facts import Fact
from future_finance.domain.loan import Repayment
from future_finance.domain.simulation.debts_now import Debt, the_loan
from future_finance.domain.simulation.result import Side, Words
from future_finance.domain.simulation.scenario import LoanPrepayment, OfALoan, PrepayVsInvest, RateRise
from future_finance.domain.simulation.workings import Workings
from future_finance.errors import InvalidInput

BALANCE = Words("What is owed on the loan", "लोन का बकाया")


def prepay(w: Workings, scenario: LoanPrepayment) -> None:
    """A lump sum now and more each month. At `keep` tenure, the lump sum makes the EMI smaller."""
    debt = loan_that_ends(w, scenario)
    if debt is None:
        return
    amount, charge = paid_in(w, scenario, debt)
    extra = Decimal(0)
    if scenario.extra_month.amount_minor:
        extra = w.asked("asked_month", scenario.extra_month.value).number
    now = ending(debt.balance, debt.rate_pct, debt.payment)
    payment, emis = debt.payment, None
    if scenario.keep == "tenure" and amount < debt.balance:
        payment = loan.emi(debt.balance - amount, debt.rate_pct, now.months)
        emis = w.compare("emi", debt.payment, payment)
    then = ending(debt.balance - amount, debt.rate_pct, payment + extra)
    before, after = compare_runs(w, now, then)
    if charge:
        w.figure("charge", charge)
    if liquid := w.use("Q01"):
        w.figure("liquid_after", liquid.number - amount - charge)
        if amount + charge > liquid.number:
            w.warn("more_than_liquid")
    w.headline = w.figure("interest_saved", now.interest - then.interest, Side.DIFFERENCE)
    if amount == debt.balance:
        w.say("is_paid_off", saved=w.headline)
    elif emis is not None:
        w.say("emi_falls", before=emis[0], after=emis[1], saved=w.headline)
    elif then.months < now.months:
        w.say("ends_earlier", before=before, after=after, saved=w.headline)
    else:
        w.say("ends_as_before", after=after, saved=w.headline)
    w.warn("home_loan_deduction")


def rate_rise(w: Workings, scenario: RateRise) -> None:
    """The EMI stays and the loan runs longer, until it no longer covers the interest; or the EMI changes."""
    debt = loan_that_ends(w, scenario)
    if debt is None:
        return
    rate_pct = debt.rate_pct + scenario.points
    if rate_pct < 0:
        raise InvalidInput(details={"fields": [{"path": "scenario.points", "problem": "rate_below_zero"}]})
    w.asked("asked_percent", scenario.points)
    _, new_rate = w.compare("loan_rate", debt.rate_pct, rate_pct)
    now = ending(debt.balance, debt.rate_pct, debt.payment)
    same_end = loan.emi(debt.balance, rate_pct, now.months)
    if scenario.keep == "tenure":
        before, after = w.compare("emi", debt.payment, same_end)
        then = ending(debt.balance, rate_pct, same_end)
        compare_runs(w, now, then)
        w.headline = _more(w, now, then)
        w.say("emi_moves", before=before, after=after, rate=new_rate)
        return
    kept = loan.repay(debt.balance, rate_pct, debt.payment)
    emi = w.figure("emi", same_end)
    if kept is None:
        left = w.figure("months_left", now.months, Side.AS_NOW)
        w.months = now.months
        w.line("balance", Side.AS_NOW, BALANCE, now.balances)
        w.warn("never_ends")
        w.headline = emi
        w.say("never_ends", rate=new_rate, emi=emi, months=left)
        return
    before, after = compare_runs(w, now, kept)
    w.headline = _more(w, now, kept)
    w.say("tenure_moves", before=before, after=after, rate=new_rate, emi=emi)


def loan_that_ends(w: Workings, scenario: OfALoan) -> Debt | None:
    """The loan, where it can be reckoned with; None where something is lacking, or where it never ends."""
    debt = the_loan(w, scenario)
    if debt is None:
        return None
    if debt.months_left is None:
        ask = Words(
            "At this EMI the loan never ends. What is the EMI by contract?",
            "इस EMI से लोन कभी खत्म नहीं होगा। अनुबंध की EMI कितनी है?",
        )
        w.lack(f"L01E:{debt.id}", ask, "loan", reason="emi_below_interest")
        return None
    return debt


def paid_in(w: Workings, scenario: LoanPrepayment | PrepayVsInvest, debt: Debt) -> tuple[Decimal, Decimal]:
    """What goes into the loan, at most all of it, and the charge on it, which is asked where it is not known."""
    amount = scenario.amount.value
    if amount:
        w.asked("asked_amount", amount)
    if amount > debt.balance:
        amount = debt.balance
        w.warn("amount_above_balance")
    if scenario.charge_pct is not None:
        return amount, loan.to_paisa(amount * scenario.charge_pct / 100)
    ask = Words(
        "Is the rate fixed, and what does the lender charge for prepaying?",
        "क्या दर फिक्स्ड है, और प्रीपेमेंट पर कितना शुल्क है?",
    )
    w.lack("charge", ask, "chargePct", needed=False)
    return amount, loan.to_paisa(amount * w.assume("floating_prepayment_charge") / 100)


def ending(balance: Decimal, rate_pct: Decimal, payment: Decimal) -> Repayment:
    """The run of a debt that is known to end."""
    run = loan.repay(balance, rate_pct, payment)
    assert run is not None
    return run


def compare_runs(w: Workings, now: Repayment, then: Repayment) -> tuple[Fact, Fact]:
    """Months, last day, interest and balances, side by side; the months of both."""
    w.months = max(now.months, then.months)
    months = w.compare("months_left", now.months, then.months)
    w.figure("ends_on", w.day(now.months), Side.AS_NOW)
    w.figure("ends_on", w.day(then.months))
    w.compare("interest_left", now.interest, then.interest)
    if then.months != now.months:
        name = "months_saved" if then.months < now.months else "months_more"
        w.figure(name, abs(now.months - then.months), Side.DIFFERENCE)
    for side, run in ((Side.AS_NOW, now), (Side.SCENARIO, then)):
        w.line("balance", side, BALANCE, run.balances)
    return months


def _more(w: Workings, now: Repayment, then: Repayment) -> Fact:
    more = then.interest - now.interest
    return w.figure("interest_more" if more >= 0 else "interest_saved", abs(more), Side.DIFFERENCE)
