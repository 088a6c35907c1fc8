"""Records come back from documents as they went in."""

from __future__ import annotations

import dataclasses

import pytest

from future_finance.adapters.firestore.codec import camel, dump, load, snake
from future_finance.adapters.firestore.content import content_hash
from future_finance.domain import ledger, snapshot, trades
from tests.fakes.person import CARD, CHAI, FUND, SNAPSHOT


def records() -> list[object]:
    assert SNAPSHOT.net_worth
    assert SNAPSHOT.mf_trades
    assert SNAPSHOT.statements
    rows = ledger.merge({}, SNAPSHOT.statements, "c1")["2026-11"]
    bought = trades.merge({}, SNAPSHOT.mf_trades, "mf")[2025]
    parts = [*SNAPSHOT.net_worth.assets, *SNAPSHOT.net_worth.liabilities]
    return [CARD, CHAI, FUND, SNAPSHOT.credit_report, SNAPSHOT.epf, *rows, *bought, *parts]


@pytest.mark.parametrize("record", records(), ids=lambda record: type(record).__name__)
def test_a_record_survives_the_way_there_and_back(record: object) -> None:
    assert load(type(record), dump(record)) == record


@pytest.mark.parametrize(
    "kind",
    [
        kind
        for kind in vars(snapshot).values()
        if dataclasses.is_dataclass(kind) and kind is not snapshot.Snapshot
    ],
)
def test_every_field_name_survives_the_way_there_and_back(kind: type) -> None:
    for field in dataclasses.fields(kind):
        assert snake(camel(field.name)) == field.name


def test_unknown_fields_of_a_document_are_ignored() -> None:
    assert load(snapshot.Account, dump(CARD) | {"fromTheFuture": 1}) == CARD


def test_equal_content_has_an_equal_hash_in_any_order() -> None:
    assert content_hash({"a": 1, "b": [1, 2]}) == content_hash({"b": [1, 2], "a": 1})
    assert content_hash({"a": 1}) != content_hash({"a": 2})
