"""GET /api/financial/transactions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from future_finance.domain.snapshot import BankStatement
from tests.answer import error_of
from tests.api.conftest import Api
from tests.api.finances import Finances
from tests.fakes.person import CHAI, SALARY, SNAPSHOT

TRANSACTIONS = "financial-transactions"
PATH = "/api/financial/transactions"


async def rows(api: Api, query: str = "", user: str = "asha") -> list[dict[str, Any]]:
    answer = await api.send(TRANSACTIONS, path=f"{PATH}{query}", user=user)
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["transactions"]
    return found


async def test_a_bank_row_says_what_when_where_and_which_way(api: Api, finances: Finances) -> None:
    await finances.synced("asha")
    (salary,) = await rows(api, "?month=2026-10")
    assert salary.pop("id")
    assert salary == {
        "date": "2026-10-01",
        "kind": "credit",
        "direction": "in",
        "amount": {"amountMinor": 7_500_000, "currency": "INR"},
        "balance": {"amountMinor": 1_402_000, "currency": "INR"},
        "accountId": "c1_sahyadri-bank_1",
        "bank": "Sahyadri Bank",
        "mode": "NEFT",
        "narration": "NEFT-SALARY",
    }


async def test_two_true_twins_are_two_rows_of_their_own(api: Api, finances: Finances) -> None:
    await finances.synced("asha")
    for _ in range(2):
        first, second = await rows(api, "?kind=bank&month=2026-11")
        assert first["id"] != second["id"]
        assert {**first, "id": ""} == {**second, "id": ""}
        await finances.synced("asha")


@pytest.mark.parametrize(
    ("kind", "direction"),
    [
        ("credit", "in"),
        ("interest", "in"),
        ("debit", "out"),
        ("tds", "out"),
        ("instalment", "out"),
        ("opening", "none"),
        ("closing", "none"),
        ("other", "none"),
    ],
)
async def test_the_kind_of_a_row_tells_its_direction_and_amounts_stay_positive(
    api: Api, finances: Finances, kind: str, direction: str
) -> None:
    statement = BankStatement("Sahyadri Bank", 0, (replace(CHAI, kind=kind, balance_minor=None),))
    await finances.synced("asha", replace(SNAPSHOT, statements=(statement,)))
    (row,) = await rows(api)
    assert (row["direction"], row["amount"]["amountMinor"], row["balance"]) == (direction, 2_000, None)


async def test_without_a_month_it_is_this_month_in_india(api: Api, finances: Finances) -> None:
    december = replace(CHAI, on=date(2026, 12, 1))
    await finances.synced("asha", replace(SNAPSHOT, statements=(BankStatement("B", 0, (december,)),)))
    assert await rows(api) == []
    finances.clock.forward(timedelta(days=6, hours=14, minutes=30))
    answer = (await api.send(TRANSACTIONS, user="asha")).json()
    assert (answer["kind"], answer["month"], answer["year"]) == ("bank", "2026-12", None)
    assert [row["date"] for row in answer["transactions"]] == ["2026-12-01"]


async def test_the_newest_come_first_whatever_order_fi_sends(api: Api, finances: Finances) -> None:
    days = [3, 21, 9]
    statement = BankStatement("B", 0, tuple(replace(CHAI, on=date(2026, 11, day)) for day in days))
    await finances.synced("asha", replace(SNAPSHOT, statements=(statement,)))
    assert [row["date"] for row in await rows(api)] == ["2026-11-21", "2026-11-09", "2026-11-03"]


async def test_an_account_chooses_its_own_rows(api: Api, finances: Finances) -> None:
    statements = (BankStatement("B", 0, (CHAI,)), BankStatement("B", 1, (replace(SALARY, on=CHAI.on),)))
    await finances.synced("asha", replace(SNAPSHOT, statements=statements))
    both = await rows(api)
    assert len({row["accountId"] for row in both}) == 2
    for row in both:
        assert await rows(api, f"?account={row['accountId']}") == [row]
    assert await rows(api, "?account=somebody-elses") == []


async def test_trades_are_told_by_kind_and_by_year_or_month(api: Api, finances: Finances) -> None:
    await finances.synced("asha")
    assert [row["date"] for row in await rows(api, "?kind=mf&year=2025")] == ["2025-05-05"]
    assert [row["date"] for row in await rows(api, "?kind=mf&year=2026")] == ["2026-05-05"]
    assert [row["date"] for row in await rows(api, "?kind=mf&month=2026-05")] == ["2026-05-05"]
    assert await rows(api, "?kind=mf&month=2026-06") == []
    assert await rows(api, "?kind=stock&year=2025") == []


async def test_a_trade_keeps_its_exact_units_and_price(api: Api, finances: Finances) -> None:
    await finances.synced("asha")
    (fund,) = await rows(api, "?kind=mf&year=2025")
    assert (fund["units"], fund["price"], fund["amount"]["amountMinor"]) == ("61.728", "300", 1_851_840)
    (share,) = await rows(api, "?kind=stock&year=2026")
    assert (share["units"], share["price"], share["amount"]) == ("10", "100.5", None)
    assert "direction" not in share


@pytest.mark.parametrize(
    "query",
    [
        "?kind=",
        "?kind=gold",
        "?kind=BANK",
        "?month=2026-13",
        "?month=2026-00",
        "?month=2026-1",
        "?month=2026-11-01",
        "?month=20٢٦-11",
        "?month=",
        "?month=2026-11%0A",
        "?year=2026",
        "?kind=bank&year=2026",
        "?kind=mf&year=26",
        "?kind=mf&year=20٢٦",
        "?kind=mf&year=2026&month=2026-11",
        "?limit=10",
        "?month=2026-10&month=2026-11",
    ],
)
async def test_a_query_that_makes_no_sense_is_refused(api: Api, finances: Finances, query: str) -> None:
    answer = await api.send(TRANSACTIONS, path=f"{PATH}{query}", user="asha")
    assert error_of(answer) == (422, "invalid_input")


async def test_nobody_sees_anothers_rows(api: Api, finances: Finances) -> None:
    await finances.synced("asha")
    for query in ("?month=2026-10", "?kind=mf&year=2025", "?account=c1_sahyadri-bank_1"):
        assert await rows(api, query, user="bela") == []
