"""A person with ten thousand transactions: the pure work of a sync, without any I/O."""

from __future__ import annotations

import json
import random
import time
from datetime import date, timedelta

from future_finance.adapters.fi_mcp.answer import read_text
from future_finance.adapters.fi_mcp.part import read_part
from future_finance.adapters.firestore import buckets
from future_finance.adapters.firestore.codec import dump, load
from future_finance.adapters.firestore.documents import Fields
from future_finance.domain import ledger
from future_finance.domain.ledger import LedgerRow
from future_finance.domain.snapshot import BankStatement, PartName
from scripts.measure.figure import Figure

ROWS = 10_000
GOAL_S = 1.0
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
    rows = [
        [
            str(dice.randint(10, 90_000)),
            f"UPI-MERCHANT {dice.randint(1, 400)}-{dice.randint(10**11, 10**12)}-PAYMENT",
            (first + timedelta(days=number * 730 // ROWS)).isoformat(),
            dice.choice([1, 2, 2, 2, 6]),
            "UPI",
            str(dice.randint(1_000, 900_000)),
        ]
        for number in range(ROWS)
    ]
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
        Figure("largest month's document", largest / 1024, "KiB", 1024),
    ]


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
