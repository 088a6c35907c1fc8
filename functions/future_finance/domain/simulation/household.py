"""Money at hand, month by month, when pay stops, changes, or a lot is spent. In today's money throughout."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from future_finance.domain import loan
from future_finance.domain.facts import Fact
from future_finance.domain.simulation import known
from future_finance.domain.simulation.debts_now import Debt, every_debt
from future_finance.domain.simulation.loans import ending
from future_finance.domain.simulation.result import LowPoint, Side, Words
from future_finance.domain.simulation.scenario import BigPurchase, JobLoss, SalaryChange, Scenario
from future_finance.domain.simulation.workings import Workings
from future_finance.errors import InvalidInput

_AT_HAND = Words("Money at hand", "तुरंत उपलब्ध पैसा")
_LONGEST_PLAN_MONTHS = 120
_AFTER_JOB_MONTHS = 6
_AFTER_PURCHASE_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Household:
    """What comes and goes a month now. `spend` includes the EMIs of `debts`, which end when those do."""

    liquid: Decimal
    income: Decimal
    spend: Decimal
    invest: Decimal
    debts: Sequence[Debt]

    def spend_in(self, month: int) -> Decimal:
        """Of the month-th month from now, 1 the first."""
        return self.spend - self.emis_in(1) + self.emis_in(month)

    def emis_in(self, month: int) -> Decimal:
        """Of the debts that have not ended by then."""
        running = (debt for debt in self.debts if debt.months_left is None or month <= debt.months_left)
        return sum((debt.payment for debt in running), Decimal(0))


def household_of(w: Workings, scenario: Scenario, spending: str = "spend_month") -> Household:
    """As it is today; what is missing is noted."""
    spend = known.figure(w, scenario, spending)
    told = scenario.spend_month is not None
    return Household(
        liquid=known.figure(w, scenario, "liquid"),
        income=known.figure(w, scenario, "income_month"),
        spend=spend,
        invest=known.figure(w, scenario, "invest_month", needed=False),
        debts=() if told else [debt for debt in loans_in_spending(w) if debt.payment <= spend],
    )


def job_loss(w: Workings, scenario: JobLoss) -> None:
    """Pay stops for some months; spending, less the cut of what is not EMI, goes on."""
    home = household_of(w, scenario, "spend_lately")
    if w.incomplete:
        return
    months = w.asked("asked_months", scenario.months)
    cut, other = scenario.spend_cut_pct / 100, scenario.other_income_month.value
    w.months = scenario.months + _AFTER_JOB_MONTHS

    def flow(month: int) -> Decimal:
        if month > scenario.months:
            return _as_now(home, month)
        spend, emis = home.spend_in(month), home.emis_in(month)
        invested = home.invest if scenario.keep_investing else Decimal(0)
        return other - emis - (spend - emis) * (1 - cut) - invested

    start = home.liquid + scenario.severance.value
    now = _path(home.liquid, [_as_now(home, k) for k in range(1, w.months + 1)])
    then = _path(start, [flow(k) for k in range(1, w.months + 1)])
    _draw(w, now, then)
    if home.spend > 0:
        w.figure("liquid_months", home.liquid / home.spend, Side.AS_NOW)
    w.headline = _low(w, then)
    if flow(1) < 0:
        w.headline = w.figure("liquid_months", start / -flow(1))
        _say_whether_it_lasts(w, then, "job_loss", months)
    else:
        w.say("income_covers", said=months)
    if not scenario.keep_investing and home.invest:
        w.warn("investing_stops")
    w.warn("flat_prices")


def salary_change(w: Workings, scenario: SalaryChange) -> None:
    """Another pay from now on; spending and investing stay, what is left goes to money at hand."""
    home = household_of(w, scenario)
    if w.incomplete:
        return
    if scenario.new_income_month is not None:
        income = w.asked("asked_month", scenario.new_income_month.value).number
    else:
        assert scenario.change_pct is not None
        w.asked("asked_percent", scenario.change_pct)
        income = home.income * (1 + scenario.change_pct / 100)
    w.months = scenario.years * 12
    w.compare("income", home.income, income)
    left = _left_over(w, scenario, home)
    before, after = w.compare("surplus", left, left + income - home.income)
    if home.income > 0 and income > 0:
        w.compare(
            "savings_rate", _share(home.income - home.spend, home.income), _share(income - home.spend, income)
        )
    now = _path(home.liquid, [_as_now(home, k) for k in range(1, w.months + 1)])
    then = _path(home.liquid, [income - home.spend_in(k) - home.invest for k in range(1, w.months + 1)])
    _draw(w, now, then)
    w.compare("liquid_end", now[-1], then[-1])
    _low(w, then)
    w.headline = after
    w.say("surplus_moves", before=before, after=after)
    if min(then) < 0:
        _say_whether_it_lasts(w, then, "salary", after)
    w.warn("flat_prices")


def big_purchase(w: Workings, scenario: BigPurchase) -> None:
    """Paid from money at hand on the day, or in part by a loan from that day on."""
    home = household_of(w, scenario)
    month = _months_until(w, scenario.on)
    if w.incomplete:
        return
    amount = w.asked("asked_amount", scenario.amount.value).number
    paid = amount if scenario.down_payment is None else scenario.down_payment.value
    emi, emi_months = Decimal(0), 0
    if scenario.rate_pct is not None and scenario.loan_months is not None:
        w.asked("asked_rate", scenario.rate_pct)
        w.asked("asked_months", scenario.loan_months)
        emi_months = scenario.loan_months
        emi = loan.emi(amount - paid, scenario.rate_pct, emi_months)
        w.figure("emi", emi)
        w.figure("interest_left", ending(amount - paid, scenario.rate_pct, emi).interest)
    w.months = min(month + _AFTER_PURCHASE_MONTHS, _LONGEST_PLAN_MONTHS)
    flows = [_as_now(home, k) for k in range(1, w.months + 1)]
    now = _path(home.liquid, flows)
    then = [
        value - (paid if k >= month else 0) - emi * min(max(k - month, 0), emi_months)
        for k, value in enumerate(now)
    ]
    _draw(w, now, then)
    _shares(w, home, emi)
    after = w.figure("liquid_after", then[month])
    w.headline = after
    _low(w, then)
    lately = home.spend if scenario.spend_month else known.figure(w, scenario, "spend_lately")
    if (spend := lately - home.emis_in(1) + home.emis_in(month + 1) + emi) > 0:
        left = w.figure("liquid_months", max(then[month], Decimal(0)) / spend)
        if then[month] >= 0:
            w.say("purchase", after=after, months=left)
    if spend <= 0 or then[month] < 0:
        w.say("purchase_alone", after=after)
    if min(then) < 0:
        _say_whether_it_lasts(w, then, "purchase_short", after)
    w.warn("flat_prices")


def loans_in_spending(w: Workings) -> list[Debt]:
    """Loans whose EMI the bank rows show: those are in the spending, and end. What is lacking of others is no matter."""
    lacks = list(w.lacks)
    debts = [debt for debt in every_debt(w) if not debt.is_card and w.sheet.get(f"L01E:{debt.id}")]
    w.lacks[:] = lacks
    return debts


def _left_over(w: Workings, scenario: SalaryChange, home: Household) -> Decimal:
    """The fact where nothing takes the place of its parts, which are rounded."""
    told = (scenario.income_month, scenario.spend_month, scenario.invest_month)
    stated = w.use("T05") if told == (None, None, None) else None
    return stated.number if stated else home.income - home.spend - home.invest


def _as_now(home: Household, month: int) -> Decimal:
    return home.income - home.spend_in(month) - home.invest


def _path(start: Decimal, flows: Sequence[Decimal]) -> list[Decimal]:
    values = [start]
    for flow in flows:
        values.append(values[-1] + flow)
    return values


def _draw(w: Workings, now: Sequence[Decimal], then: Sequence[Decimal]) -> None:
    w.line("liquid", Side.AS_NOW, _AT_HAND, now)
    w.line("liquid", Side.SCENARIO, _AT_HAND, then)


def _low(w: Workings, then: Sequence[Decimal]) -> Fact:
    lowest = min(range(len(then)), key=lambda k: then[k])
    low = w.figure("liquid_low", then[lowest])
    w.figure("lowest_on", w.day(lowest))
    w.low_point = LowPoint(Side.SCENARIO, w.day(lowest), low)
    return low


def _say_whether_it_lasts(w: Workings, then: Sequence[Decimal], what: str, said: Fact) -> None:
    empty = next((k for k, value in enumerate(then) if value < 0), None)
    if empty is None:
        assert w.low_point is not None
        w.say(f"{what}_lasts", said=said, low=w.low_point.fact)
        return
    runs_out = w.figure("runs_out_on", w.day(empty))
    w.say(f"{what}_runs_out", said=said, on=runs_out, short=w.figure("short", -min(then)))


def _shares(w: Workings, home: Household, emi: Decimal) -> None:
    """EMIs against income, before and after; from the fact where there is one."""
    if home.income <= 0:
        return
    stated = w.use("L05")
    before = stated.number if stated else _share(home.emis_in(1), home.income)
    w.compare("emi_share", before, before + _share(emi, home.income))


def _months_until(w: Workings, day: date | None) -> int:
    if day is None:
        return 0
    w.asked("asked_day", day)
    months = (day.year - w.today.year) * 12 + day.month - w.today.month
    if day < w.today or months > _LONGEST_PLAN_MONTHS - _AFTER_PURCHASE_MONTHS:
        problem = "in_the_past" if day < w.today else "too_far"
        raise InvalidInput(details={"fields": [{"path": "scenario.on", "problem": problem}]})
    return months


def _share(part: Decimal, whole: Decimal) -> Decimal:
    return part / whole * 100
