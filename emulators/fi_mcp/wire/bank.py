"""fetch_bank_transactions: the last two months, newest month first, as positional rows."""

from __future__ import annotations

from emulators.fi_mcp.people.calendar import View
from emulators.fi_mcp.people.ledger import Row
from emulators.fi_mcp.people.person import Person
from emulators.fi_mcp.wire.money import Json, paise

LAYOUT = (
    "A list of bank transactions. Each 'txns' field is a list of data arrays with schema: [transactionAmount, "
    "transactionNarration, transactionDate, transactionType (1 for CREDIT, 2 for DEBIT, 3 for OPENING, 4 for "
    "INTEREST, 5 for TDS, 6 for INSTALLMENT, 7 for CLOSING and 8 for OTHERS), transactionMode, currentBalance].\n"
    " We currently have have only last two month transaction, older transaction are coming soon..."
)  # Fi's words, typing slip included: clients compare them


def bank_transactions(person: Person, view: View) -> Json:
    by_month = (
        [row for row in person.rows(view) if view.window.index(row.on) == index]
        for index in (view.last, view.last - 1)
    )
    return {
        "schemaDescription": LAYOUT,
        "bankTransactions": [
            {"bank": person.bank.name, "txns": [positional(row) for month in by_month for row in month]}
        ],
    }


def positional(row: Row) -> list[str | int]:
    return [
        paise(row.amount_minor),
        row.narration,
        row.on.isoformat(),
        row.type,
        row.mode,
        paise(row.balance_minor),
    ]
