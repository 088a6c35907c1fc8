"""Money that a person moves between their own accounts: it is neither income nor spending."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import islice

from future_finance.domain.cash_flow.entry import Category, Entry, Flow, Trust
from future_finance.domain.cash_flow.narration import Rail
from future_finance.domain.cash_flow.trust import QUIET_DAYS, Audit, Jump

_DAY = timedelta(days=1)
_WEAK = frozenset({Category.UNKNOWN, Category.TRANSFER, Category.FAMILY})
_MOVES = frozenset({Rail.UPI, Rail.NEFT, Rail.IMPS, Rail.TRANSFER, Rail.CHEQUE, Rail.NONE})


@dataclass(frozen=True, slots=True)
class Transfers:
    """Entries with the self-transfers told, and the jumps of balances that those explain."""

    entries: list[Entry]
    explained: tuple[Jump, ...] = ()


def find_self_transfers(entries: Sequence[Entry], audits: Iterable[Audit]) -> Transfers:
    """Make SELF_TRANSFER the flow of entries that only move the person's own money.

    A transfer is the same amount leaving one own account and reaching another within a day, where neither
    side's words say that it was anything else; the other side may be no row but a jump of the balance. The
    same EMI leaving two own accounts within a day is one payment that passed through both: the mandate's
    side is kept where both accounts are trusted, else the trusted side.
    """
    audits = [judged for judged in audits if judged.account.trust is not Trust.REJECTED]
    trust = {judged.account.id: judged.account.trust for judged in audits}
    found = list(entries)
    if len(trust) < 2:
        return Transfers(found)
    by_amount: dict[int, list[int]] = defaultdict(list)
    for place, entry in enumerate(entries):
        if entry.row.account_id in trust and entry.amount_minor:
            by_amount[entry.amount_minor].append(place)
    for places in by_amount.values():
        if len(places) > 1:
            for place in _paired(entries, places) | _passed_through(entries, places, trust):
                found[place] = replace(entries[place], flow=Flow.SELF_TRANSFER)
    explained = []
    for jump in (jump for judged in audits for jump in judged.jumps):
        for place in islice(_explaining(jump, found, by_amount[abs(jump.minor)]), 1):
            found[place] = replace(found[place], flow=Flow.SELF_TRANSFER)
            explained.append(jump)
    return Transfers(found, tuple(explained))


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


def _explaining(jump: Jump, entries: Sequence[Entry], places: Iterable[int]) -> Iterator[int]:
    """Places of entries whose money makes the jump of another account's balance."""
    if (jump.until - jump.after).days > QUIET_DAYS:
        return
    flow = Flow.OUTFLOW if jump.minor > 0 else Flow.OTHER_CREDIT
    for place in places:
        entry = entries[place]
        if (
            entry.row.account_id != jump.account_id
            and jump.after - _DAY <= entry.on <= jump.until + _DAY
            and _may_be(entry, flow)
        ):
            yield place


def _may_be(entry: Entry, flow: Flow) -> bool:
    return entry.flow is flow and entry.category in _WEAK and entry.brand is None and entry.rail in _MOVES


def _near(one: Entry, other: Entry) -> bool:
    """Of two accounts and at most a day apart."""
    return one.row.account_id != other.row.account_id and abs(one.on - other.on) <= _DAY


def _passed_through(entries: Sequence[Entry], places: Sequence[int], trust: Mapping[str, Trust]) -> set[int]:
    """The places of EMIs that are the same payment as another one, on its way."""
    loans = [place for place in places if entries[place].category is Category.EMI]
    dropped: set[int] = set()
    for number, place in enumerate(loans):
        for other in loans[number + 1 :]:
            if place not in dropped and other not in dropped and _near(entries[place], entries[other]):
                dropped.add(min(place, other, key=lambda one: _weight(entries[one], trust)))
    return dropped


def _weight(entry: Entry, trust: Mapping[str, Trust]) -> tuple[bool, bool]:
    return trust[entry.row.account_id] is Trust.TRUSTED, entry.rail == Rail.MANDATE
