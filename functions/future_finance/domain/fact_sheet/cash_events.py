"""Single payments and what comes back: facts T07, T09, T09Q, T09N and T11."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal

from future_finance.domain.cash_flow.category_names import NAMES
from future_finance.domain.cash_flow.entry import Cashbook, Category, Recurring, Trust
from future_finance.domain.cash_flow.recurring import recurring
from future_finance.domain.fact_book import FactBook
from future_finance.domain.fact_sheet.ledger_basis import (
    NO_LEDGER,
    REJECTED,
    Basis,
    connection_of,
    document_of,
    refusal,
)
from future_finance.domain.facts import rupees
from future_finance.domain.ledger import month_of
from future_finance.domain.sufficiency import age_caveats, freshness

_YEAR_DAYS = 365
_THREE_MONTHS_DAYS = 91
_RUNNING_DAYS = 45  # after so many days without a payment it has ended


def enter(cashbook: Cashbook, basis: Basis, book: FactBook) -> None:
    """Enter what single rows of trusted and partial accounts tell."""
    refused = refusal(cashbook)
    if refused and refused[0] in (NO_LEDGER, REJECTED) and not cashbook.events:
        for code in ("T07", "T09", "T09Q", "T09N", "T11"):
            book.miss(code, *refused)
        return
    _fees(cashbook, basis.today, book)
    _unseen(cashbook, basis, book)
    last = max(entry.on for entry in cashbook.events)
    documents = {document_of(entry) for entry in cashbook.events}
    streams = [one for one in recurring(cashbook) if (last - one.last).days <= _RUNNING_DAYS]
    for stream in streams:
        _recurring(stream, documents, last, basis, book)
    if not streams:
        book.miss("T07", "none_found", "It needs two payments to the same payee, a month apart.")


def _recurring(stream: Recurring, documents: Iterable[str], last: date, basis: Basis, book: FactBook) -> None:
    """T07: the latest amount of a payment that still runs. Its key does not spell the payee."""
    name, name_hi = NAMES[stream.category]
    payee = stream.payee.title() if stream.payee.isupper() else stream.payee
    told = "fixed" if stream.fixed else "variable"
    book.enter(
        "T07",
        stream.monthly,
        stream.last,
        key=recurring_key(stream),
        label=f"{name}, monthly, to {payee}",
        label_hi=f"{name_hi}, हर महीने, {payee}",
        sources=sorted(f"ledger/{document}" for document in documents if _serves(stream, document)),
        sufficiency=freshness(last, basis.today),
        caveats=(told, *age_caveats(last, basis.today)),
        names=() if stream.institution else (payee,),
    )


def _serves(stream: Recurring, document: str) -> bool:
    """Whether the stream's payments may lie in a document: its connection and months."""
    connection, _, month = document.rpartition("_")
    ours = any(connection_of(account_id) == connection for account_id in stream.account_ids)
    return ours and month_of(stream.first) <= month <= month_of(stream.last)


def recurring_key(stream: Recurring) -> str:
    """A key of T07 that stays the same from month to month: the category, and a hash of whom and since when."""
    said = "\x1f".join((stream.payee_key, stream.flow, stream.first.isoformat(), *stream.account_ids))
    return f"{stream.category.replace('_', '-')}-{hashlib.sha256(said.encode()).hexdigest()[:8]}"


def _fees(cashbook: Cashbook, today: date, book: FactBook) -> None:
    """T09 and T09N, over the latest year; T09Q, over its last three months."""
    since, lately = today - timedelta(days=_YEAR_DAYS), today - timedelta(days=_THREE_MONTHS_DAYS)
    fees = [entry for entry in cashbook.events if entry.category is Category.FEES and entry.on > since]
    as_of = max(account.last for account in cashbook.accounts if account.trust is not Trust.REJECTED)
    sources = sorted({f"ledger/{document_of(entry)}" for entry in fees})
    sufficiency = freshness(as_of, today)
    caveats = age_caveats(as_of, today)
    found = {
        "T09": rupees(sum(entry.amount_minor for entry in fees)),
        "T09Q": rupees(sum(entry.amount_minor for entry in fees if entry.on > lately)),
        "T09N": Decimal(sum(entry.bounce for entry in fees)),
    }
    for code, value in found.items():
        book.enter(code, value, as_of, sources=sources, sufficiency=sufficiency, caveats=caveats)


def _unseen(cashbook: Cashbook, basis: Basis, book: FactBook) -> None:
    """T11, of trusted accounts."""
    if not basis.entries:
        book.miss("T11", REJECTED, "It needs bank rows whose balances follow from one another; these do not.")
        return
    trusted = [account for account in cashbook.accounts if account.trust is Trust.TRUSTED]
    book.enter(
        "T11",
        rupees(sum(account.unseen_minor for account in trusted)),
        basis.as_of,
        sources=basis.sources(),
        sufficiency=basis.of_month(),
        caveats=basis.caveats(()),
    )
