"""The tool `transactions`: bank rows that match a search, with their sum. What banks wrote stays here."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from future_finance.domain.cash_flow.entry import Entry
from future_finance.domain.cash_flow.search import INCOMING, Found, search
from future_finance.domain.consent import Scope
from future_finance.domain.fact_sheet.ledger_basis import documents_of
from future_finance.domain.facts import Fact, Unit, rupees
from future_finance.domain.rupee_words import date_text
from future_finance.usecases.chat_tools.arguments import read_arguments, schema
from future_finance.usecases.chat_tools.desk import Desk, Tool, ToolAnswer
from future_finance.usecases.chat_tools.row_search import CATEGORIES, LONGEST_TOLD, RowSearch
from future_finance.usecases.model import ToolSpec

MOST_ROWS = 15
_NO_ROWS = ("There are no bank rows.", "बैंक की कोई पंक्ति नहीं है।")
_NONE_USABLE = (
    "There are no bank rows that can be used.",
    "बैंक की ऐसी कोई पंक्ति नहीं है जिस पर भरोसा किया जा सके।",
)
_SCOPES = frozenset({Scope.TRANSACTIONS})


async def run(desk: Desk, arguments: Mapping[str, Any]) -> ToolAnswer:
    asked = read_arguments(RowSearch, arguments)
    if asked.category and asked.category not in CATEGORIES:
        return ToolAnswer({"error": "unknown_category", "hint": "One of the enum, or none."}, status="error")
    cashbook = await desk.records.cashbook()
    if not cashbook.events:
        rows_there = bool(cashbook.entries)
        return ToolAnswer({"found": 0, "note": desk.say(*(_NONE_USABLE if rows_there else _NO_ROWS))})
    found = search(cashbook, asked.query(desk.pseudonyms))
    rows = [_row(desk, entry) for entry in found.entries[:MOST_ROWS]]
    totals = _totals(desk, asked, found)
    content: dict[str, Any] = {
        "found": len(found.entries),
        "totals": [desk.line(fact, LONGEST_TOLD) for fact in totals],
        "rows": [
            {**desk.line(fact), "category": entry.category.value, "flow": entry.flow.value}
            for fact, entry in zip(rows, found.entries, strict=False)
        ],
        "rowsFrom": _day(cashbook.first),
        "rowsTo": _day(cashbook.last),
    }
    return ToolAnswer(content, (*totals, *rows), rows_sent=len(rows))


def _row(desk: Desk, entry: Entry) -> Fact:
    who = _who(desk, entry)
    came = entry.flow in INCOMING
    day = entry.on
    english = f"{'Received from' if came else 'Paid to'} {who} on {date_text(day)}"
    hindi = f"{date_text(day, 'hi')} को {who} {'से मिला' if came else 'को दिया'}"
    return Fact(
        id=f"R02:{entry.row.id}",
        label=english,
        label_hi=hindi,
        value=rupees(entry.amount_minor),
        unit=Unit.INR,
        as_of=day,
        scopes=_SCOPES,
        sources=documents_of([entry]),
        formula="one bank row",
    )


def _who(desk: Desk, entry: Entry) -> str:
    if entry.brand:
        return entry.brand
    if entry.payee is None:
        return entry.category.value.replace("_", " ")
    return desk.pseudonyms.hide(entry.payee)


def _totals(desk: Desk, asked: RowSearch, found: Found) -> list[Fact]:
    """Sums of all that was found, also of rows that are not listed."""
    if not found.entries:
        return []
    days = [entry.on for entry in found.entries]
    until = max(days)
    english, hindi = (asked.told(min(days), until, language) for language in ("en", "hi"))
    key = hashlib.sha256(asked.model_dump_json().encode()).hexdigest()[:12]
    sums = []
    for name, minor, label, label_hi in (
        ("paid", found.paid_minor, "Paid in all", "कुल दिया"),
        ("received", found.received_minor, "Received in all", "कुल मिला"),
    ):
        if minor:
            sums.append(
                Fact(
                    id=f"R01:{name}-{key}",
                    label=f"{label}, {english}",
                    label_hi=f"{label_hi}, {hindi}",
                    value=rupees(minor),
                    unit=Unit.INR,
                    as_of=until,
                    scopes=_SCOPES,
                    sources=documents_of(found.entries),
                    formula="sum of the bank rows found",
                    inputs=tuple(f"R02:{entry.row.id}" for entry in found.entries[:MOST_ROWS]),
                )
            )
    count = Fact(
        id=f"R03:{key}",
        label=f"Bank rows found, {english}",
        label_hi=f"मिली बैंक पंक्तियाँ, {hindi}",
        value=Decimal(len(found.entries)),
        unit=Unit.COUNT,
        as_of=until,
        scopes=_SCOPES,
        formula="count of the bank rows found",
    )
    return [*sums, count]


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


TOOL = Tool(
    ToolSpec(
        "transactions",
        "Search the person's bank rows, the newest first, with the sum of all that match. `search` is a payee, a brand or a "
        "word of the statement (Swiggy, rent). For: how much went to X, when did I pay Y, largest payments. Its sums hold "
        "investments too: what was spent in all, or of a category, is in `spending`.",
        schema(
            {
                "search": {"type": "string"},
                "category": {"type": "string", "enum": list(CATEGORIES)},
                "month": {"type": "string", "description": "yyyy-mm, one month"},
                "since": {"type": "string", "description": "first of several months, yyyy-mm"},
                "until": {"type": "string", "description": "last month, yyyy-mm, included"},
                "direction": {"type": "string", "enum": ["in", "out"]},
                "at_least": {"type": "number", "description": "rupees"},
                "at_most": {"type": "number", "description": "rupees"},
            }
        ),
    ),
    _SCOPES,
    run,
)
