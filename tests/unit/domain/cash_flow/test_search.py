"""Finding rows by what a person may ask for."""

from __future__ import annotations

from datetime import date

from future_finance.domain.cash_flow.entry import Category, Flow
from future_finance.domain.cash_flow.search import Query, search
from tests.unit.domain.cash_flow.rows import book, row, statement

BOOK = book(
    *statement(
        [
            (date(2026, 8, 1), "credit", 80_000, "NEFT CR-CITI0000003-ACME PVT LTD-SALARY AUG-CITIN2412345"),
            (date(2026, 8, 2), "debit", 500, "UPI-SWIGGY-SWIGGY8@YBL-YESB0YBLUPI-412345678901-PAYMENT"),
            (date(2026, 9, 2), "debit", 700, "UPI-BUNDL TECHNOLOGIES-BT@YBL-YESB0YBLUPI-412345678901-UPI"),
            (date(2026, 9, 3), "instalment", 5_000, "ACH D-NILGIRI MF-SIP FLEXI-NL8841"),
            (date(2026, 9, 4), "debit", 2_000, "UPI-ANNA VARGHESE-A@OKSBI-SBIN0000001-412345678901-DINNER"),
        ]
    ),
    *(row(date(2026, 9, n), "debit", 500, "UPI-SWIGGY-S@YBL-Y", 9 * n * n, "fi_bad_1") for n in range(1, 9)),
)


def amounts(query: Query) -> list[int]:
    return [entry.amount_minor // 100 for entry in search(BOOK, query).entries]


def test_everything_is_found_newest_first_without_rejected_accounts() -> None:
    assert amounts(Query()) == [2_000, 5_000, 700, 500, 80_000]


def test_what_was_paid_and_received_is_summed_apart() -> None:
    found = search(BOOK, Query())
    assert (found.paid_minor, found.received_minor) == (8_200_00, 80_000_00)


def test_a_brand_is_found_under_each_of_its_names() -> None:
    assert amounts(Query(brand="swiggy")) == [700, 500]


def test_text_finds_beginnings_of_words_in_any_case() -> None:
    assert amounts(Query(text="varg anna")) == [2_000]
    assert amounts(Query(text="arghese")) == []


def test_categories_flows_months_and_amounts_narrow_the_search() -> None:
    assert amounts(Query(categories=[Category.FOOD])) == [2_000, 700, 500]
    assert amounts(Query(flows=[Flow.INVESTMENT])) == [5_000]
    assert amounts(Query(since="2026-08", until="2026-08")) == [500, 80_000]
    assert amounts(Query(at_least_minor=700_00, at_most_minor=2_000_00)) == [2_000, 700]
