"""Saving until an age, living on it after; and how often the money lasts."""

from __future__ import annotations

from decimal import Decimal

from future_finance.domain.simulation import known
from future_finance.domain.simulation.household import loans_in_spending
from future_finance.domain.simulation.paths import chance, fan, market_of
from future_finance.domain.simulation.result import Side, Words
from future_finance.domain.simulation.scenario import Retirement
from future_finance.domain.simulation.workings import Workings
from future_finance.errors import InvalidInput

_SAVINGS = Words("Savings for retirement", "रिटायरमेंट की बचत")
_IN_MARKETS = ("mutual_funds", "indian_securities", "us_securities", "etf", "nps", "sgb")
_DEPOSITS = "deposits"


def run(w: Workings, scenario: Retirement) -> None:
    """Investments grow with the market, deposits and the provident fund at their rates; after the last pay all is one.

    Spending and pension keep their worth; EMIs that end before are not spent after. The SCENARIO alone is drawn.
    """
    age_now, age = _ages(w, scenario)
    spend = _spending(w, scenario)
    in_markets, deposits, epf = _savings(w, scenario)
    monthly = known.figure(w, scenario, "invest_month", needed=False)
    if w.incomplete:
        return
    plan_age = int(w.assume("plan_age"))
    if not age_now <= age < plan_age:
        problem = "end_before_start" if age < age_now else "beyond_the_plan"
        raise InvalidInput(details={"fields": [{"path": "scenario.age", "problem": problem}]})
    earning, w.months = (age - age_now) * 12, (plan_age - age_now) * 12
    if scenario.spend_retired_month is None:
        ended = (
            d.payment for d in loans_in_spending(w) if d.months_left is not None and d.months_left <= earning
        )
        spend -= sum(ended, Decimal(0)) if scenario.spend_month is None else 0
    step = 1 + (w.assume("pay_growth") if scenario.step_up_pct is None else scenario.step_up_pct) / 100
    market = market_of(w, w.months)
    saved = [monthly * step ** (month // 12) for month in range(earning)]
    fixed = _fixed(w, deposits, epf, earning)
    pension = scenario.pension_month.value
    drawn = _drawn(w, pension - spend, earning)
    if earning:
        saved[-1] += fixed
    course = market.grow(in_markets + (Decimal(0) if earning else fixed), [*saved, *drawn])
    pot = w.figure("pot", course.middle(earning))
    real = w.figure("pot_real", pot.number / w.inflated(earning))
    first = w.figure("spend_first", spend * w.inflated(earning))
    fan(w, Side.SCENARIO, _SAVINGS, course, w.months)
    w.figure("value_end", course.middle(w.months))
    meaning = Words(f"The money lasts to {plan_age}", f"पैसा {plan_age} की उम्र तक चलता है")
    lasting = w.headline = chance(w, course.lasting_pct(), meaning)
    worst = Decimal(course.empty_month(5)) / 12 + age_now
    until = w.figure("lasts_to_age", worst.quantize(Decimal("0.1")))
    w.say("retirement_pot", age=w.asked("asked_age", age), pot=pot, real=real, first=first)
    w.say("retirement_lasts", chance=lasting, plan=w.assumptions["plan_age"].fact, worst=until)
    for code in ("epf_contributions_not_counted", "annuity_not_counted", "before_tax"):
        w.warn(code)


def _ages(w: Workings, scenario: Retirement) -> tuple[int, int]:
    """Today's age to the year, and the last one with pay."""
    told = w.profile.birth_year
    age_now = scenario.age_now or (w.today.year - told if told else 0)
    if not age_now:
        w.lack("birth_year", Words("How old are you?", "आपकी उम्र क्या है?"), "ageNow")
    age = scenario.age or w.profile.retirement_age or 0
    if not age:
        w.lack("retirement_age", Words("At what age?", "किस उम्र में?"), "age")
    return age_now, age


def _spending(w: Workings, scenario: Retirement) -> Decimal:
    if scenario.spend_retired_month is not None:
        return w.asked("asked_month", scenario.spend_retired_month.value).number
    return known.figure(w, scenario, "spend_month")


def _savings(w: Workings, scenario: Retirement) -> tuple[Decimal, Decimal, Decimal]:
    """In markets, in deposits, in the provident fund. EPS is a pension and apart from all of them."""
    if scenario.invested is not None:
        return w.asked("invested", scenario.invested.value).number, Decimal(0), Decimal(0)
    classes = [fact for name in _IN_MARKETS if (fact := w.use(f"N05V:{name}"))]
    deposits, epf = w.use(f"N05V:{_DEPOSITS}"), w.use("E01")
    if not classes and deposits is None and epf is None:
        known.figure(w, scenario, "invested")
    return (
        sum((fact.number for fact in classes), Decimal(0)),
        deposits.number if deposits else Decimal(0),
        epf.number if epf else Decimal(0),
    )


def _drawn(w: Workings, today: Decimal, earning: int) -> list[Decimal]:
    """What is put in or taken out of the pot each month after the last pay: `today`'s worth, as prices rise."""
    rise, flow = w.inflated(1), today * w.inflated(earning)
    flows = []
    for _ in range(earning, w.months):
        flow *= rise
        flows.append(flow)
    return flows


def _fixed(w: Workings, deposits: Decimal, epf: Decimal, months: int) -> Decimal:
    """What deposits, after tax, and the provident fund are by the last pay."""
    years = Decimal(months) / 12
    total = Decimal(0)
    if deposits:
        rate_pct = w.assume("deposit_rate") * (1 - w.assume("interest_tax") / 100)
        total += deposits * (1 + rate_pct / 100) ** years
    if epf:
        total += epf * (1 + w.assume("epf_rate") / 100) ** years
    return total
