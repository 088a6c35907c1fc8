"""Many markets: against closed forms, and within the error that sampling has."""

from __future__ import annotations

import math
from decimal import Decimal

import pytest

from future_finance.domain.simulation.market import PATHS, Market, need_month


def market(months: int, *, equity: float = 100, volatility: float = 18, correlation: float = 0.1) -> Market:
    return Market(
        months,
        equity_pct=equity,
        equity_return_pct=11,
        equity_volatility_pct=volatility,
        debt_return_pct=6.5,
        debt_volatility_pct=volatility / 6,
        correlation=correlation,
    )


def test_without_ups_and_downs_a_sip_is_an_annuity() -> None:
    """FV = P ((1+i)^n - 1) / i, paid at the end of each month."""
    i = 1.11 ** (1 / 12) - 1
    course = market(120, volatility=1e-9).grow(Decimal(0), [Decimal(5_000)] * 120)
    assert float(course.middle(120)) == pytest.approx(5_000 * ((1 + i) ** 120 - 1) / i, rel=1e-5)


def test_without_ups_and_downs_a_growing_sip_is_a_growing_annuity() -> None:
    """Each year's instalments are an annuity; FV = A12 ((1+r)^n - (1+g)^n) / (r - g)."""
    i, step, years = 1.11 ** (1 / 12) - 1, 1.10, 15
    flows = [Decimal(5_000 * step ** (month // 12)) for month in range(years * 12)]
    first_year = 5_000 * (1.11 - 1) / i
    expected = first_year * (1.11**years - step**years) / (1.11 - step)
    course = market(years * 12, volatility=1e-9).grow(Decimal(0), flows)
    assert float(course.middle(years * 12)) == pytest.approx(expected, rel=1e-5)


def test_without_ups_and_downs_a_pot_is_empty_when_the_annuity_formula_says() -> None:
    """n = -ln(1 - P i / W) / ln(1+i)."""
    i, pot, drawn = 1.11 ** (1 / 12) - 1, 1_000_000, 12_000
    months = -math.log(1 - pot * i / drawn) / math.log(1 + i)
    course = market(360, volatility=1e-9).grow(Decimal(pot), [Decimal(-drawn)] * 360)
    assert course.empty_month(5) == math.ceil(months)
    assert course.lasting_pct() == 0


def test_percentiles_of_a_lump_sum_are_those_of_the_log_normal_law() -> None:
    years, volatility = 10, 0.18
    course = market(years * 12).grow(Decimal(1_000_000), [Decimal(0)] * years * 12)
    found = [float(value) for value in course.percentiles(years * 12)]
    for value, z in zip(found, (-1.6449, -0.6745, 0, 0.6745, 1.6449), strict=True):
        expected = 1_000_000 * 1.11**years * math.exp(z * volatility * math.sqrt(years))
        density = math.exp(-z * z / 2) / math.sqrt(2 * math.pi)
        level = 0.5 * (1 + math.erf(z / math.sqrt(2)))
        error = math.sqrt(level * (1 - level) / PATHS) / density * volatility * math.sqrt(years)
        assert abs(math.log(value / expected)) < 4 * error


def test_the_same_seed_draws_the_same_paths() -> None:
    flows = [Decimal(1_000)] * 60
    first, second = (market(60).grow(Decimal(0), flows).percentiles(60) for _ in range(2))
    assert first == second


def test_a_mix_moves_less_than_equity_alone_and_correlation_widens_it() -> None:
    def spread(market: Market) -> Decimal:
        found = market.grow(Decimal(1_000_000), [Decimal(0)] * 120).percentiles(120)
        return found[-1] / found[0]

    assert spread(market(120, equity=50)) < spread(market(120))
    assert spread(market(120, equity=50, correlation=-0.9)) < spread(market(120, equity=50, correlation=0.9))


def test_what_is_needed_each_month_reaches_the_target_on_the_middle_path() -> None:
    one = market(84)
    need = need_month(one, Decimal(200_000), 84, Decimal(2_000_000))
    reached = one.grow(Decimal(200_000), [need] * 84).middle(84)
    assert abs(reached - 2_000_000) < 200
    assert need_month(one, Decimal(5_000_000), 84, Decimal(2_000_000)) == 0


def test_tax_takes_its_share_of_the_gain_above_what_is_free() -> None:
    course = market(12, volatility=1e-9).grow(Decimal(1_000_000), [Decimal(0)] * 12)
    taxed = course.taxed(12, Decimal(1_000_000), [(Decimal(1), Decimal(10_000), Decimal("12.5"))])
    assert taxed.middle(0) == 1_110_000 - (110_000 - 10_000) * Decimal("0.125")
