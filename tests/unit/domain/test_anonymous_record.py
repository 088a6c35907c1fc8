"""What statistics learn of a person: a broad cell, the same for many, and nothing that leads back."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from future_finance.domain.anonymous_record import (
    FEWEST,
    REST,
    AnonymousRecord,
    months_over,
    publishable,
    record_of,
)
from future_finance.domain.asset_class import AssetClass, LiabilityClass
from future_finance.domain.consent import Scope
from future_finance.domain.consented import portfolio_within
from future_finance.domain.portfolio import ConnectionHoldings, Portfolio
from future_finance.domain.snapshot import AssetPart, LiabilityPart
from tests.dossiers import of_person

TODAY = date(2026, 11, 24)
AGES = {"under_30", "30_to_44", "45_to_59", "60_and_above", "unknown"}
OWNS = {"under_5_lakh", "5_to_25_lakh", "25_lakh_to_1_crore", "1_crore_and_above", "unknown"}
OWES = {"nothing", "under_5_lakh", "5_to_25_lakh", "25_lakh_and_above", "unknown"}
CELLS = {"__".join(each) for each in product(AGES, OWNS, OWES)}
YEARS = st.none() | st.integers(1900, 2008)
AMOUNTS = st.integers(0, 10**13)
PEOPLE = ("aarav", "priya", "rohan", "meenakshi", "farida", "harpreet", "lakshmi", "kabir")


def having(assets_minor: int, debts_minor: int) -> Portfolio:
    held = ConnectionHoldings(
        "c1",
        "fi_money",
        known=True,
        assets=(AssetPart(AssetClass.SAVINGS, assets_minor),),
        liabilities=(LiabilityPart(LiabilityClass.HOME_LOAN, debts_minor),),
    )
    return Portfolio((held,))


@given(AMOUNTS, AMOUNTS, YEARS, st.frozensets(st.sampled_from(Scope)))
def test_everybody_is_in_one_of_few_cells(
    assets_minor: int, debts_minor: int, born: int | None, scopes: frozenset[Scope]
) -> None:
    record = record_of(portfolio_within(having(assets_minor, debts_minor), scopes), born, TODAY)
    assert record.cell in CELLS
    assert (record.owns == "unknown") is (Scope.ASSETS not in scopes)
    assert (record.owes == "unknown") is (Scope.LIABILITIES not in scopes)
    assert (record.age == "unknown") is (born is None)


def test_the_cells_are_few_enough_that_many_share_one() -> None:
    assert len(CELLS) == 125


@pytest.mark.parametrize("slug", PEOPLE)
def test_no_figure_name_or_id_of_a_person_is_in_it(slug: str) -> None:
    papers = of_person(slug)
    record = record_of(papers.portfolio, 1990, TODAY)
    assert {type(getattr(record, name)) for name in AnonymousRecord.__slots__} == {str}
    assert record.cell in CELLS  # and so nothing that is particular to anybody


@pytest.mark.parametrize(
    ("assets", "debts", "born", "cell"),
    [
        (0, 0, 1997, "under_30__under_5_lakh__nothing"),
        (5_00_000_00, 1, 1996, "30_to_44__5_to_25_lakh__under_5_lakh"),
        (24_99_999_99, 5_00_000_00, 1981, "45_to_59__5_to_25_lakh__5_to_25_lakh"),
        (1_00_00_000_00, 25_00_000_00, 1966, "60_and_above__1_crore_and_above__25_lakh_and_above"),
    ],
)
def test_a_band_begins_at_its_lower_bound(assets: int, debts: int, born: int, cell: str) -> None:
    assert record_of(having(assets, debts), born, TODAY).cell == cell


def test_what_nobody_stated_is_unknown_and_not_little() -> None:
    silent = replace(having(0, 0).connections[0], known=False)
    assert record_of(Portfolio((silent,)), None, TODAY).cell == "unknown__unknown__unknown"


@given(st.dictionaries(st.sampled_from(sorted(CELLS)), st.integers(1, 100)))
def test_no_cell_of_few_people_is_told_and_none_can_be_worked_out(counts: dict[str, int]) -> None:
    told = publishable(counts)
    assert all(count >= FEWEST for count in told.values())
    assert all(counts[cell] == count for cell, count in told.items() if cell != REST)
    untold = sum(counts.values()) - sum(told.values())
    assert untold < FEWEST
    small = sum(count for count in counts.values() if count < FEWEST)
    assert untold in {0, small}


@given(
    st.dictionaries(st.sampled_from(sorted(CELLS)), st.integers(1, 100)),
    st.dictionaries(st.sampled_from(sorted(CELLS)), st.integers(1, 3)),
)
def test_what_comes_late_to_a_month_that_was_settled_adds_no_cell_of_few(
    counts: dict[str, int], late: dict[str, int]
) -> None:
    settled = publishable(counts)
    again = publishable(Counter(settled) + Counter(late))
    assert all(count >= FEWEST for count in again.values())
    assert all(again.get(cell, 0) >= count for cell, count in settled.items())


def test_the_months_that_are_over_are_the_two_before() -> None:
    assert months_over(date(2026, 1, 31)) == ["2025-11", "2025-12"]
    assert months_over(date(2026, 3, 1)) == ["2026-01", "2026-02"]
