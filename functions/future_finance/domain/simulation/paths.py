"""Markets for the workings of a scenario, and what is told of their paths."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from future_finance.domain.facts import Fact
from future_finance.domain.profile import RiskProfile
from future_finance.domain.simulation.result import Band, Chance, Fan, Side, Words
from future_finance.domain.simulation.workings import Workings, within_reason

if TYPE_CHECKING:
    from future_finance.domain.simulation.market import Course, Market

_SHARES = {
    RiskProfile.CONSERVATIVE: Decimal(30),
    RiskProfile.MODERATE: Decimal(60),
    RiskProfile.AGGRESSIVE: Decimal(80),
}


def market_of(w: Workings, months: int) -> Market:
    """A market under the assumptions; the profile's appetite for risk sets the mix unless the person does."""
    from future_finance.domain.simulation.market import Market

    if w.profile.risk_profile is not None and "equity_share" not in w.assumed.told:
        w.assumed = w.assumed.with_values({"equity_share": _SHARES[w.profile.risk_profile]})
    return Market(
        months,
        equity_pct=float(w.assume("equity_share")),
        equity_return_pct=float(w.assume("equity_return")),
        equity_volatility_pct=float(w.assume("equity_volatility")),
        debt_return_pct=float(w.assume("debt_return")),
        debt_volatility_pct=float(w.assume("debt_volatility")),
        correlation=float(w.assume("correlation")),
    )


def fan(w: Workings, side: Side, label: Words, course: Course, months: int) -> None:
    """A fan chart: today, each year, and the end."""
    if not w.charts:
        return
    bands = []
    for month in sorted({*range(0, months + 1, 12), months}):
        nominal = tuple(within_reason(value) for value in course.percentiles(month))
        real = tuple((value / w.inflated(month)).quantize(Decimal(1)) for value in nominal)
        bands.append(Band(w.day(month), nominal, real))
    w.fans.append(Fan(side, label, tuple(bands)))


def chance(w: Workings, pct: Decimal, meaning: Words) -> Fact:
    """The probability with its standard error, sqrt(p (1 - p) / n)."""
    from future_finance.domain.simulation.market import PATHS, SEED

    error = (pct * (100 - pct) / PATHS).sqrt()
    label = Words(f"Share of paths: {meaning.en}", f"रास्तों का हिस्सा: {meaning.hi}")
    found = w.figure("chance", pct, meaning=label)
    w.chance = Chance(meaning, found, w.figure("chance_error", error), PATHS, SEED)
    return found


def needed_month(market: Market, start: Decimal, months: int, target: Decimal) -> Decimal:
    """What each month must bring so that the middle path reaches the target."""
    from future_finance.domain.simulation.market import need_month

    return need_month(market, start, months, target)
