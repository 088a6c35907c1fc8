"""The window of twelve months and what a moved clock sees of it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emulators.fi_mcp.people.calendar import (
    LAST,
    View,
    Window,
    in_months,
    weekday_on_or_after,
    weekday_on_or_before,
)

DAYS = st.dates(date(2000, 2, 1), date(2090, 12, 31))


@given(DAYS)
def test_the_twelfth_month_is_the_one_before_today(today: date) -> None:
    view = View.at(today, today)
    assert view.last == LAST
    assert view.as_of < today
    assert (today.year * 12 + today.month) - (view.as_of.year * 12 + view.as_of.month) == 1


@given(DAYS, st.integers(-40, LAST), st.integers(1, 31))
def test_a_day_is_found_again_in_its_month(today: date, index: int, day: int) -> None:
    window = Window.before(today)
    assert window.index(window.day(index, day)) == index


@pytest.mark.parametrize("months_back", range(15))
def test_a_clock_moved_back_sees_fewer_months_of_the_same_window(months_back: int) -> None:
    real = date(2026, 11, 24)
    year, month = divmod(real.year * 12 + real.month - 1 - months_back, 12)
    view = View.at(date(year, month + 1, 24), real)
    assert view.window == Window.before(real)
    assert view.last == LAST - months_back


def test_a_clock_moved_forward_takes_the_window_along() -> None:
    view = View.at(date(2027, 2, 3), date(2026, 11, 24))
    assert (view.last, view.as_of) == (LAST, date(2027, 1, 31))


@given(DAYS)
def test_prices_are_of_a_weekday_in_the_past(today: date) -> None:
    priced_on = View.at(today, today).priced_on
    assert priced_on < today
    assert (today - priced_on).days <= 3
    assert priced_on.weekday() < 5


@given(DAYS)
def test_weekdays_are_found_within_two_days(day: date) -> None:
    for found in (weekday_on_or_before(day), weekday_on_or_after(day)):
        assert found.weekday() < 5
        assert abs((found - day).days) <= 2


def test_a_misspelt_month_is_refused() -> None:
    with pytest.raises(ValueError, match="Okt"):
        in_months(Okt=1)
