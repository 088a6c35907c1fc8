"""Full months: what the rows show from end to end."""

from __future__ import annotations

from datetime import date

import pytest

from future_finance.domain.cash_flow.span import full_months
from future_finance.domain.cash_flow.trust import Stretch


def months(*stretches: tuple[str, str], today: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return full_months(
        (Stretch(date.fromisoformat(first), date.fromisoformat(last)) for first, last in stretches),
        date.fromisoformat(today),
    )


@pytest.mark.parametrize(
    ("first", "last", "full"),
    [
        ("2026-01-01", "2026-01-31", ("2026-01",)),
        ("2026-01-07", "2026-01-20", ("2026-01",)),  # quiet at both ends
        ("2026-01-08", "2026-01-31", ()),  # begun too late
        ("2026-01-01", "2026-01-19", ()),  # ended too early
        ("2025-12-15", "2026-03-10", ("2026-01", "2026-02")),
    ],
)
def test_a_month_is_full_from_its_first_week_to_the_twentieth(
    first: str, last: str, full: tuple[str, ...]
) -> None:
    assert months((first, last), today="2026-06-01") == (full, ())


def test_the_month_under_way_counts_only_while_fewer_than_three_others_do() -> None:
    assert months(("2026-04-01", "2026-05-22"), today="2026-05-22") == (("2026-04", "2026-05"), ("2026-05",))
    assert months(("2026-02-01", "2026-05-22"), today="2026-05-22") == (("2026-02", "2026-03", "2026-04"), ())


def test_months_that_no_stretch_shows_are_left_out() -> None:
    shown = months(("2026-01-01", "2026-01-30"), ("2026-04-02", "2026-05-30"), today="2026-07-01")
    assert shown == (("2026-01", "2026-04", "2026-05"), ())


def test_december_is_followed_by_january() -> None:
    assert months(("2025-12-01", "2026-01-31"), today="2026-02-01")[0] == ("2025-12", "2026-01")
