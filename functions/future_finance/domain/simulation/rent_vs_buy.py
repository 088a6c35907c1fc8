"""A home on a loan, or rented with the difference invested."""

from __future__ import annotations

from decimal import Decimal

from future_finance.domain import loan
from future_finance.domain.simulation.paths import chance, fan, market_of
from future_finance.domain.simulation.result import Side, Words
from future_finance.domain.simulation.scenario import RentVsBuy
from future_finance.domain.simulation.workings import Workings

_BUYING = Words("Worth, buying", "संपत्ति, खरीदने पर")
_RENTING = Words("Worth, renting", "संपत्ति, किराए पर")


def run(w: Workings, scenario: RentVsBuy) -> None:
    """Both spend the same each month: who rents invests what buying would cost more, or takes it from there.

    SCENARIO is buying, AS_NOW renting. Before tax on either side; rent and upkeep rise once a year.
    """
    price, down = scenario.price.value, scenario.down_payment.value
    w.asked("asked_amount", price)
    w.asked("asked_rate", scenario.rate_pct)
    rent = w.figure("paid_first_rent", scenario.rent_month.value, Side.AS_NOW)
    years = w.asked("asked_years", scenario.years)
    w.months = months = scenario.years * 12
    upfront = w.figure("upfront", down + price * w.assume("buying_cost") / 100)
    if liquid := w.use("Q01"):
        w.figure("liquid_after", liquid.number - upfront.number)
        if liquid.number < upfront.number:
            w.warn("more_than_liquid")
    emi = w.figure("emi", loan.emi(price - down, scenario.rate_pct, scenario.loan_months))
    home = [price * (1 + w.assume("home_growth") / 100) ** (Decimal(k) / 12) for k in range(months + 1)]
    upkeep = w.assume("home_upkeep") / 1200
    rent_growth = 1 + w.assume("rent_growth") / 100
    buying = [
        (emi.number if k < scenario.loan_months else Decimal(0)) + home[k // 12 * 12] * upkeep
        for k in range(months)
    ]
    renting = [rent.number * rent_growth ** (k // 12) for k in range(months)]
    w.figure("paid_first_buy", buying[0])
    run_off = loan.repay(price - down, scenario.rate_pct, emi.number)
    assert run_off is not None
    kept = 1 - w.assume("selling_cost") / 100
    worth = [home[k] * kept - run_off.balances[min(k, run_off.months)] for k in range(months + 1)]
    market = market_of(w, months)
    course = market.grow(upfront.number, [b - r for b, r in zip(buying, renting, strict=True)])
    w.line("worth", Side.SCENARIO, _BUYING, worth)
    fan(w, Side.AS_NOW, _RENTING, course, months)
    bought = w.figure("buy_worth", worth[-1])
    rented = w.figure("rent_worth", course.middle(months), Side.AS_NOW)
    w.figure("value_low", course.percentiles(months)[0], Side.AS_NOW)
    w.figure("value_high", course.percentiles(months)[-1], Side.AS_NOW)
    meaning = Words("Renting and investing ends with more", "किराया और निवेश ज़्यादा पर खत्म होता है")
    ahead = w.headline = chance(w, course.above_pct(months, worth[-1]), meaning)
    w.say("home_or_rent", years=years, bought=bought, rented=rented)
    w.say("rent_ahead_in", chance=ahead)
    for code in ("before_tax", "home_price_is_certain_here"):
        w.warn(code)
