"""What simulations take for granted says where it comes from, since when, and how long it holds."""

from __future__ import annotations

from itertools import pairwise

import pytest

from future_finance.domain.assumptions import market, statutory
from future_finance.domain.assumptions.row import Row
from future_finance.domain.plan_gap import GAP

ROWS = (*market.ROWS, *statutory.ROWS)
OURS = "Our assumption"
# Who makes the rules and the figures that sources name.
AUTHORITIES = ("Act", "RBI", "EPFO", "NSE", "SEBI", "Directions")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.id} {row.valid_from}")
def test_each_row_has_a_dated_source_and_a_name_in_both_languages(row: Row) -> None:
    assert row.source.startswith(OURS) or any(name in row.source for name in AUTHORITIES)
    assert row.label
    assert row.label_hi
    assert row.label != row.label_hi
    assert row.valid_until is None or row.valid_from < row.valid_until


@pytest.mark.parametrize("row", statutory.ROWS, ids=lambda row: f"{row.id} {row.valid_from}")
def test_what_a_law_sets_is_never_called_ours(row: Row) -> None:
    assert OURS not in row.source


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.id} {row.valid_from}")
def test_what_is_taken_and_tried_lies_within_what_a_person_may_set(row: Row) -> None:
    if row.editable:
        assert row.lowest <= row.value <= row.highest
        assert row.swing <= row.highest - row.lowest
    else:
        assert not row.swing


def test_rows_of_one_figure_do_not_overlap() -> None:
    for name in {row.id for row in ROWS}:
        mine = sorted((row for row in ROWS if row.id == name), key=lambda row: row.valid_from)
        for earlier, later in pairwise(mine):
            assert earlier.valid_until is not None
            assert earlier.valid_until < later.valid_from


def test_the_gap_of_plans_is_a_dated_range_of_ours() -> None:
    assert GAP.source.startswith(OURS)
    assert 0 < GAP.low_pct < GAP.high_pct
