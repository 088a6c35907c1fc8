"""Bank, fund and share rows: their layout, order and codes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from future_finance.adapters.fi_mcp.bank_transactions import read_bank_transactions
from future_finance.adapters.fi_mcp.mf_transactions import read_mf_transactions
from future_finance.adapters.fi_mcp.node import Node
from future_finance.adapters.fi_mcp.refusal import Reason, Refused
from future_finance.adapters.fi_mcp.stock_transactions import read_stock_transactions
from future_finance.domain.snapshot import BankStatement, TradeRow
from tests.fakes.fi_answers import bank, mf, mf_order, mf_orders, rupees, stock

SALARY = ["75000", "SALARY  CREDIT\tSEP", "2026-09-05", 1, "NEFT", "-78210.55"]


def statements(answer: dict[str, Any], warnings: set[str] | None = None) -> tuple[BankStatement, ...]:
    found = read_bank_transactions(Node(answer), set() if warnings is None else warnings)
    assert found is not None
    return found


def funds(answer: dict[str, Any], warnings: set[str] | None = None) -> tuple[TradeRow, ...]:
    found = read_mf_transactions(Node(answer), set() if warnings is None else warnings)
    assert found is not None
    return found


def shares(answer: dict[str, Any]) -> tuple[TradeRow, ...]:
    found = read_stock_transactions(Node(answer), set())
    assert found is not None
    return found


def refusal(answer: dict[str, Any]) -> Reason:
    readers = {
        "bankTransactions": read_bank_transactions,
        "stockTransactions": read_stock_transactions,
        "mfTransactions": read_mf_transactions,
        "transactions": read_mf_transactions,
    }
    reader = next(reader for key, reader in readers.items() if key in answer)
    with pytest.raises(Refused) as refused:
        reader(Node(answer), set())
    return refused.value.reason


def test_a_bank_row_with_a_negative_running_balance() -> None:
    row = statements(bank(("Lotus Bank", [SALARY])))[0].rows[0]
    assert (row.on, row.kind, row.amount_minor, row.balance_minor) == (
        date(2026, 9, 5),
        "credit",
        7500000,
        -7821055,
    )
    assert (row.mode, row.narration) == ("NEFT", "SALARY CREDIT SEP")


def test_every_code_has_its_kind_even_where_the_words_disagree() -> None:
    rows = [["1", "SALARY", "2026-09-05", code, "FT", ""] for code in range(1, 9)]
    found = statements(bank(("Lotus Bank", rows)))[0].rows
    assert [row.kind for row in found] == [
        "credit",
        "debit",
        "opening",
        "interest",
        "tds",
        "instalment",
        "closing",
        "other",
    ]
    assert found[0].balance_minor is None


def test_rows_keep_fi_s_order_and_namesakes_are_numbered() -> None:
    older = ["5", "TEA", "2026-08-01", 2, "OTHERS", "1"]
    found = statements(bank(("Lotus Bank", [older, SALARY, older]), ("Tulip", []), ("Lotus Bank", [SALARY])))
    assert [row.on.month for row in found[0].rows] == [8, 9, 8]
    assert [(s.bank, s.ordinal) for s in found] == [("Lotus Bank", 0), ("Tulip", 0), ("Lotus Bank", 1)]


def test_a_bank_row_of_a_new_type_is_kept_with_a_warning() -> None:
    warnings: set[str] = set()
    assert (
        statements(bank(("Lotus Bank", [[*SALARY[:3], 9, *SALARY[4:]]])), warnings)[0].rows[0].kind == "other"
    )
    assert warnings == {"unknown_bank_row_type"}


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (SALARY[:5], Reason.LAYOUT_CHANGED),
        ([*SALARY, "more"], Reason.LAYOUT_CHANGED),
        (["-75000", *SALARY[1:]], Reason.BAD_AMOUNT),
        (["", *SALARY[1:]], Reason.BAD_AMOUNT),
        (["75k", *SALARY[1:]], Reason.BAD_AMOUNT),
        ([True, *SALARY[1:]], Reason.WRONG_TYPE),
        ([*SALARY[:2], "05/09/2026", *SALARY[3:]], Reason.BAD_DATE),
        ([*SALARY[:2], None, *SALARY[3:]], Reason.BAD_DATE),
        ([SALARY[0], 5, *SALARY[2:]], Reason.WRONG_TYPE),
        ([*SALARY[:3], "CREDIT", *SALARY[4:]], Reason.BAD_AMOUNT),
        ("75000", Reason.WRONG_TYPE),
    ],
)
def test_a_bank_row_that_cannot_be_read_refuses_the_answer(row: Any, reason: Reason) -> None:
    assert refusal(bank(("Lotus Bank", [row]))) is reason


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("transactionAmount, transactionNarration", "transactionNarration, transactionAmount"),
        (", currentBalance]", "]"),
        (", currentBalance]", ", currentBalance, category]"),
        ("1 for CREDIT, 2 for DEBIT", "1 for DEBIT, 2 for CREDIT"),
        ("5 for TDS, ", ""),
        ("schema: [", "schema ["),
    ],
)
def test_a_changed_bank_layout_is_refused_not_misread(old: str, new: str) -> None:
    answer = bank(("Lotus Bank", [SALARY]))
    assert old in answer["schemaDescription"]
    answer["schemaDescription"] = answer["schemaDescription"].replace(old, new)
    assert refusal(answer) is Reason.LAYOUT_CHANGED


def test_rows_without_a_description_are_refused() -> None:
    for answer in (
        bank(("Lotus Bank", [SALARY])),
        mf([1, "2026-01-01", 1, 1, 1]),
        stock([1, "2026-01-01", 1]),
    ):
        del answer["schemaDescription"]
        assert refusal(answer) is Reason.LAYOUT_CHANGED


def test_a_further_code_does_not_change_the_layout() -> None:
    answer = stock([1, "2026-01-01", 5, 10])
    answer["schemaDescription"] = answer["schemaDescription"].replace(
        "4 for SPLIT", "4 for SPLIT, 5 for RIGHTS"
    )
    assert len(shares(answer)) == 1


def test_a_fund_row_keeps_an_amount_that_is_not_price_times_units() -> None:
    bought, sold = funds(
        mf([1, "2026-01-01", Decimal("66.5546"), 100, Decimal("6655.468")], [2, "2026-02-01", 70, 5, 349])
    )
    assert (bought.kind, bought.units, bought.price, bought.amount_minor) == (
        "buy",
        Decimal(100),
        Decimal("66.5546"),
        665547,
    )
    assert (sold.kind, sold.amount_minor, sold.name, sold.folio) == ("sell", 34900, "Marigold Fund", "6655")


def test_the_format_with_named_fields_says_the_same() -> None:
    found = funds(mf_orders(mf_order(), mf_order(externalOrderType="SELL", purchasePrice=None)))
    assert (found[0].on, found[0].kind, found[0].units) == (date(2023, 1, 1), "buy", Decimal(20))
    assert (found[0].price, found[0].amount_minor, found[0].folio) == (Decimal("50.125"), 100250, "6655")
    assert (found[1].kind, found[1].price) == ("sell", None)


@pytest.mark.parametrize(
    ("order", "reason"),
    [
        (mf_order(externalOrderType="SWITCH"), Reason.UNKNOWN_CODE),
        (mf_order(transactionUnits=None), Reason.BAD_AMOUNT),
        (mf_order(transactionAmount={"currencyCode": "USD", "units": "5"}), Reason.BAD_AMOUNT),
        (mf_order(purchasePrice="50"), Reason.WRONG_TYPE),
        (mf_order(transactionDate=""), Reason.BAD_DATE),
    ],
)
def test_an_order_that_cannot_be_read_refuses_the_answer(order: dict[str, Any], reason: Reason) -> None:
    assert refusal(mf_orders(order)) is reason


def test_a_history_at_fi_s_limit_is_said_to_be_cut_off() -> None:
    warnings: set[str] = set()
    assert len(funds(mf(*([1, "2026-01-01", 1, 1, 1] for _ in range(500))), warnings)) == 500
    assert warnings == {"mf_history_cut_off"}


def test_share_rows_are_three_or_four_long() -> None:
    found = shares(
        stock(
            [1, "2026-01-01", 25, Decimal("2450.75")], [3, "2026-02-01", 5], [4, "2026-03-01", Decimal("0.5")]
        )
    )
    assert [(row.kind, row.price) for row in found] == [
        ("buy", Decimal("2450.75")),
        ("bonus", None),
        ("split", None),
    ]
    assert found[0].amount_minor is None


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (mf([3, "2026-01-01", 1, 1, 1]), Reason.UNKNOWN_CODE),
        (mf([1, "2026-01-01", 1, 1]), Reason.LAYOUT_CHANGED),
        (mf([1, "2026-01-01", 1, None, 1]), Reason.BAD_AMOUNT),
        (mf([1, "2026-01-01", rupees(1), 1, 1]), Reason.WRONG_TYPE),
        (stock([5, "2026-01-01", 1]), Reason.UNKNOWN_CODE),
        (stock([1, "2026-01-01"]), Reason.LAYOUT_CHANGED),
        (stock([1, "2026-01-01", ""]), Reason.BAD_AMOUNT),
    ],
)
def test_a_trade_that_cannot_be_read_refuses_the_answer(answer: dict[str, Any], reason: Reason) -> None:
    assert refusal(answer) is reason
