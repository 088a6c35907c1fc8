"""Money that a person moves between their own accounts: it is neither income nor spending."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from future_finance.domain.cash_flow.entry import Category, Entry, Flow, LedgerAccount, Trust
from future_finance.domain.cash_flow.narration import Rail

MAX_DAYS = 1
_WEAK = frozenset({Category.UNKNOWN, Category.TRANSFER, Category.FAMILY})
_MOVES = frozenset({Rail.UPI, Rail.NEFT, Rail.IMPS, Rail.TRANSFER, Rail.CHEQUE, Rail.NONE})


def find_self_transfers(entries: Sequence[Entry], accounts: Iterable[LedgerAccount]) -> list[Entry]:
    """The entries, with the flow of those that only move the person's own money made SELF_TRANSFER.

    A transfer is the same amount leaving one own account and reaching another within a day, where neither
    side's words say that it was anything else. The same EMI leaving two own accounts within a day is one
    payment that passed through both: the mandate's side is kept where both accounts are trusted, else the
    trusted side.
    """
    trust = {account.id: account.trust for account in accounts}
    found = list(entries)
    if len(trust) < 2:
        return found
    by_amount: dict[int, list[int]] = defaultdict(list)
    for place, entry in enumerate(entries):
        if trust.get(entry.row.account_id) is not Trust.REJECTED and entry.row.amount_minor:
            by_amount[entry.row.amount_minor].append(place)
    for places in by_amount.values():
        if len(places) > 1:
            for place in _paired(entries, places) | _passed_through(entries, places, trust):
                found[place] = replace(entries[place], flow=Flow.SELF_TRANSFER)
    return found


def _paired(entries: Sequence[Entry], places: Sequence[int]) -> set[int]:
    """Places of debits and credits of one amount that answer each other."""
    credits = [place for place in places if _may_be(entries[place], Flow.OTHER_CREDIT)]
    taken: set[int] = set()
    for place in places:
        if not credits:
            break
        entry = entries[place]
        if not _may_be(entry, Flow.OUTFLOW):
            continue
        answer = next(
            (other for other in credits if other not in taken and _near(entry, entries[other])), None
        )
        if answer is not None:
            taken |= {place, answer}
    return taken


def _may_be(entry: Entry, flow: Flow) -> bool:
    return entry.flow is flow and entry.category in _WEAK and entry.brand is None and entry.rail in _MOVES


def _near(one: Entry, other: Entry) -> bool:
    """Of two accounts and at most a day apart."""
    return one.row.account_id != other.row.account_id and abs((one.on - other.on).days) <= MAX_DAYS


def _passed_through(entries: Sequence[Entry], places: Sequence[int], trust: dict[str, Trust]) -> set[int]:
    """The places of EMIs that are the same payment as another one, on its way."""
    loans = [place for place in places if entries[place].category is Category.EMI]
    dropped: set[int] = set()
    for number, place in enumerate(loans):
        for other in loans[number + 1 :]:
            if place not in dropped and other not in dropped and _near(entries[place], entries[other]):
                dropped.add(min(place, other, key=lambda one: _weight(entries[one], trust)))
    return dropped


def _weight(entry: Entry, trust: dict[str, Trust]) -> tuple[bool, bool]:
    return trust[entry.row.account_id] is Trust.TRUSTED, entry.rail == Rail.MANDATE
