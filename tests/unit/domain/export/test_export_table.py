"""Rows of stored documents."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from future_finance.domain.export.collections import EXPORTED
from future_finance.domain.export.table import Table, rows_of
from future_finance.domain.export.tables import TABLES

LEDGER = {
    "connectionId": "c1",
    "rows": [
        {"id": "r1", "on": "2026-11-01", "amountMinor": 12345, "balanceMinor": None},
        {"id": "r2", "on": "2026-11-02", "amountMinor": 5},
    ],
}


def test_an_item_is_a_row_and_takes_from_what_is_around_it() -> None:
    table = Table(
        "t", "ledger", ("id", "connectionId", "documentId", "amountMinor", "balanceMinor"), ("rows",)
    )
    assert list(rows_of(table, "c1_2026-11", LEDGER)) == [
        ("r1", "c1", "c1_2026-11", Decimal("123.45"), None),
        ("r2", "c1", "c1_2026-11", Decimal("0.05"), None),
    ]


def test_without_items_a_document_is_one_row() -> None:
    table = Table("t", "x", ("id", "name", "on", "list", "share", "told"))
    moment = datetime(2026, 11, 24, 4, 0, tzinfo=UTC)
    fields = {"name": "घर", "on": moment, "list": ["a", 1], "share": 0.75, "told": False}
    assert list(rows_of(table, "d1", fields)) == [
        ("d1", "घर", "2026-11-24T04:00:00+00:00", '["a", 1]', Decimal("0.75"), "false")
    ]


def test_items_of_items_and_of_a_map_are_rows() -> None:
    debts = {
        "parts": [{"liabilityClass": "loan", "accounts": [{"id": "a"}, {"id": "b"}]}, {"liabilityClass": "x"}]
    }
    nested = Table("t", "liabilities", ("liabilityClass", "id"), ("parts", "accounts"))
    assert list(rows_of(nested, "c1", debts)) == [("loan", "a"), ("loan", "b")]
    points = {"points": {"2026-11-02": {"assetsMinor": 2}, "2026-11-01": {"assetsMinor": 1}}}
    keyed = Table("t", "netWorth", ("key", "assetsMinor"), ("points",))
    assert list(rows_of(keyed, "2026", points)) == [
        ("2026-11-01", Decimal("0.01")),
        ("2026-11-02", Decimal("0.02")),
    ]


def test_a_path_goes_into_maps_and_an_absent_value_means_what_its_column_says() -> None:
    table = Table("t", "insights", ("body.texts.en.title", "body.texts.hi.title", "currency=INR"))
    assert table.header == ("body.texts.en.title", "body.texts.hi.title", "currency")
    body = {"body": {"texts": {"en": {"title": "Save"}}}}
    assert list(rows_of(table, "i1", body)) == [("Save", None, "INR")]


@given(st.integers(-(10**17), 10**17))
def test_money_is_shown_exactly(amount_minor: int) -> None:
    ((shown,),) = rows_of(Table("t", "x", ("amountMinor",)), "d", {"amountMinor": amount_minor})
    assert isinstance(shown, Decimal)
    assert shown * 100 == amount_minor
    assert shown.as_tuple().exponent == -2


def test_every_collection_that_is_exported_has_a_table_but_what_is_computed() -> None:
    assert EXPORTED.keys() - {table.collection for table in TABLES} == {"views"}
    assert {table.collection for table in TABLES} <= EXPORTED.keys()


def test_names_of_tables_are_given_once_and_fit_a_sheet() -> None:
    assert max(Counter(table.name for table in TABLES).values()) == 1
    assert all(len(table.name) <= 31 for table in TABLES)
    assert all(len(set(table.header)) == len(table.header) for table in TABLES)
