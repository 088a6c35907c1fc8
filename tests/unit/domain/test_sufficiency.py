"""How far figures may be relied on."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from future_finance.domain.asset_class import AssetClass
from future_finance.domain.reconciliation import PartCheck
from future_finance.domain.sufficiency import freshness, history, reconciled, stale

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("days", "fresh"), [(-3, 1.0), (0, 1.0), (7, 1.0), (8, 0.996), (180, 0.3), (9999, 0.3)]
)
def test_freshness_falls_from_a_week_to_half_a_year(days: int, fresh: float) -> None:
    assert freshness(TODAY - timedelta(days=days), TODAY) == pytest.approx(fresh, abs=0.0005)


def test_what_has_no_date_is_as_doubtful_as_what_is_old() -> None:
    assert freshness(None, TODAY) == 0.3


def test_history_counts_up_to_what_is_needed() -> None:
    assert (history(1, 3), history(3, 3), history(9, 3)) == (pytest.approx(1 / 3), 1.0, 1.0)


def test_stale_begins_after_45_days() -> None:
    assert not stale(TODAY - timedelta(days=45), TODAY)
    assert stale(TODAY - timedelta(days=46), TODAY)
    assert not stale(None, TODAY)


def check(name: AssetClass, stated: int | None, gap: int | None) -> PartCheck:
    return PartCheck(name, "accounts", stated, 0, gap, "differs")


def test_coverage_is_the_share_that_details_bear_out() -> None:
    savings, funds = check(AssetClass.SAVINGS, 600, 0), check(AssetClass.MUTUAL_FUNDS, 400, -100)
    assert reconciled([savings, funds]) == pytest.approx(0.9)
    assert reconciled([savings, funds, check(AssetClass.MUTUAL_FUNDS, 400, 300)]) == pytest.approx(0.7)
    assert reconciled([check(AssetClass.SAVINGS, 600, 9_000)]) == 0.0
    assert reconciled([check(AssetClass.SAVINGS, 600, None)]) == 0.0
    assert reconciled([]) == 1.0
