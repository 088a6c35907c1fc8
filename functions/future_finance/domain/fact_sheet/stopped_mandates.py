"""Monthly investments that have stopped: fact T14."""

from __future__ import annotations

from future_finance.domain.cash_flow.entry import Cashbook, Flow, Recurring
from future_finance.domain.cash_flow.recurring import recurring
from future_finance.domain.fact_book import FactBook
from future_finance.domain.fact_sheet.cash_events import recurring_key
from future_finance.domain.fact_sheet.ledger_basis import documents_of
from future_finance.domain.sufficiency import freshness, history

_HITS = 3
_ABSENT_DAYS = 66  # two cycles, and the days by which a due date moves


def enter(cashbook: Cashbook, book: FactBook) -> None:
    """Enter T14, dated by the last payment. What the same payee gets more of was stepped up, not stopped."""
    if cashbook.last is None or not cashbook.events:
        book.miss("T14", "ledger_unusable", "It needs bank rows whose balances follow from one another.")
        return
    until = cashbook.last
    streams = recurring(cashbook, frozenset({Flow.INVESTMENT}))
    running = [stream for stream in streams if (until - stream.last).days <= _ABSENT_DAYS]
    for stream in streams:
        if stream in running or stream.hits < _HITS or any(_follows(other, stream) for other in running):
            continue
        payee = stream.payee.title() if stream.payee.isupper() else stream.payee
        book.enter(
            "T14",
            stream.monthly,
            stream.last,
            key=recurring_key(stream),
            label=f"Stopped monthly investment with {payee}",
            label_hi=f"{payee} में बंद हुआ मासिक निवेश",
            sources=documents_of(
                entry
                for entry in cashbook.events
                if entry.payee_key == stream.payee_key and stream.first <= entry.on <= stream.last
            ),
            sufficiency=freshness(until, book.today) * history(stream.hits, _HITS),
            names=() if stream.institution else (payee,),
        )


def _follows(later: Recurring, stopped: Recurring) -> bool:
    """Whether a running mandate took the stopped one's place."""
    return (
        later.payee_key == stopped.payee_key
        and later.first > stopped.first
        and later.monthly >= stopped.monthly
    )
