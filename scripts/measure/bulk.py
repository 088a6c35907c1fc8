"""A person with ten thousand transactions: the pure work of a sync, without any I/O."""

from __future__ import annotations

import json
import random
import time
from datetime import date, timedelta
from decimal import Decimal

from future_finance.adapters.fi_mcp.answer import read_text
from future_finance.adapters.fi_mcp.part import read_part
from future_finance.adapters.firestore import buckets
from future_finance.adapters.firestore.codec import dump, load
from future_finance.adapters.firestore.documents import Fields
from future_finance.domain import fact_sheet, ledger
from future_finance.domain.asset_class import AssetClass
from future_finance.domain.dossier import Dossier
from future_finance.domain.ledger import LedgerRow
from future_finance.domain.portfolio import ConnectionHoldings, Portfolio
from future_finance.domain.snapshot import AssetPart, BankStatement, Holding, PartName
from future_finance.domain.trades import Trade
from scripts.measure.figure import Figure

ROWS = 10_000
TRADES = 1_200
GOAL_S = 1.0
GOAL_FACTS_S = 0.3
_LAYOUT = (
    "A list of bank transactions. Each 'txns' field is a list of data arrays with schema: "
    "[transactionAmount, transactionNarration, transactionDate, transactionType (1 for CREDIT, 2 for DEBIT, "
    "3 for OPENING, 4 for INTEREST, 5 for TDS, 6 for INSTALLMENT, 7 for CLOSING and 8 for OTHERS), "
    "transactionMode, currentBalance]."
)


def answer() -> str:
    """fetch_bank_transactions of one account with ROWS rows over two years; the same every time."""
    dice = random.Random(7)  # noqa: S311  only to vary rows
    first = date(2024, 11, 1)
    balance = 10**9  # rows link up, so that their account is trusted
    rows = []
    for number in range(ROWS):
        amount, kind = dice.randint(10, 90_000), dice.choice([1, 2, 2, 2, 6])
        balance += amount if kind == 1 else -amount
        rows.append(
            [
                str(amount),
                f"UPI-MERCHANT {dice.randint(1, 400)}-{dice.randint(10**11, 10**12)}-PAYMENT",
                (first + timedelta(days=number * 730 // ROWS)).isoformat(),
                kind,
                "UPI",
                str(balance),
            ]
        )
    return json.dumps(
        {"schemaDescription": _LAYOUT, "bankTransactions": [{"bank": "Sahyadri Bank", "txns": rows}]}
    )


def measure() -> list[Figure]:
    """Normalise the answer, merge it with what is stored, and find that nothing changed."""
    part_text = answer()
    started = time.perf_counter()
    statements = _statements(part_text)
    merged = ledger.merge({}, statements, "c1")
    documents = _documents(merged)
    first_s = time.perf_counter() - started

    rows = tuple(row for kept in merged.values() for row in kept)
    facts_s = min(_built_s(rows) for _ in range(3))

    started = time.perf_counter()
    statements = _statements(part_text)
    stored = {month: [load(LedgerRow, row) for row in rows["rows"]] for month, rows in documents.items()}
    again = ledger.merge(stored, statements, "c1")
    second_s = time.perf_counter() - started
    assert {month: len(rows) for month, rows in again.items()} == {m: len(r) for m, r in merged.items()}
    largest = max(len(json.dumps(fields).encode()) for fields in documents.values())
    return [
        Figure(f"normalise + diff, {ROWS:,} new rows", first_s, "s", GOAL_S),
        Figure(f"normalise + diff, {ROWS:,} known rows", second_s, "s", GOAL_S),
        Figure(f"facts of {ROWS:,} rows and {TRADES:,} purchases of funds", facts_s, "s", GOAL_FACTS_S),
        Figure("largest month's document", largest / 1024, "KiB", 1024),
    ]


def ledger_documents() -> dict[str, Fields]:
    """The ROWS rows as they are stored, by month."""
    return _documents(ledger.merge({}, _statements(answer()), "c1"))


def _built_s(rows: tuple[LedgerRow, ...]) -> float:
    """Seconds to build the facts of the rows and of ten funds, bought every month for ten years."""
    last = date(2026, 10, 31)
    bought = tuple(
        Trade(
            f"t{number}",
            "mf",
            last - timedelta(days=30 * (number // 10)),
            "buy",
            f"INF{number % 10}",
            Decimal(10),
            Decimal(100),
            100_000,
        )
        for number in range(TRADES)
    )
    funds = tuple(
        Holding(
            f"h{number}", f"Fund {number} - Direct", 15_000_000, "scheme", f"INF{number}",
            units=Decimal(TRADES), price=Decimal(125), price_as_of=last, plan="direct", fund_class="equity",
        )
        for number in range(10)
    )  # fmt: skip
    part = AssetPart(AssetClass.MUTUAL_FUNDS, 150_000_000, funds, (), last)
    held = ConnectionHoldings("c1", "fi_money", known=True, assets=(part,))
    dossier = Dossier(date(2026, 11, 1), Portfolio((held,)), rows, bought)
    started = time.perf_counter()
    sheet = fact_sheet.build(dossier)
    spent_s = time.perf_counter() - started
    assert sheet.keyed("M03").keys() == {fund.isin for fund in funds}
    return spent_s


def _statements(text: str) -> tuple[BankStatement, ...]:
    content = read_part(PartName.BANK_TRANSACTIONS, read_text(text)).content
    assert isinstance(content, tuple)
    return content


def _documents(merged: dict[str, list[LedgerRow]]) -> dict[str, Fields]:
    return {
        month: fields
        for month, rows in merged.items()
        for fields in buckets.documents_of("c1", "month", month, [dump(row) for row in rows]).values()
    }
