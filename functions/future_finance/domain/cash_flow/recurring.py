"""Payments that come back month after month: rent, EMIs, SIPs, subscriptions, salaries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from future_finance.domain.cash_flow.entry import Cashbook, Category, Entry, Flow, Recurring
from future_finance.domain.cash_flow.habits import is_monthly
from future_finance.domain.facts import rupees

FIXED_HITS, VARIABLE_HITS = 2, 3
FIXED_WITHIN = 0.10
_BILLS = frozenset({Category.CARD_BILL, Category.BNPL, Category.CASH})  # never fixed, alike as two may be
_PAYMENTS = frozenset({Flow.OUTFLOW, Flow.INVESTMENT})


def recurring(cashbook: Cashbook, flows: frozenset[Flow] = _PAYMENTS) -> tuple[Recurring, ...]:
    """Payments of `flows` that come back, the largest first. They rest on trusted and partial accounts.

    Fixed ones take two payments 25 to 35 days apart whose amounts differ by 10% at most, others and bills
    three. A payee who is paid several amounts, such as a fund house with two SIPs, makes a stream of each
    that stays the same to the paisa.
    """
    groups: dict[tuple[str, str, str], list[Entry]] = defaultdict(list)
    for entry in cashbook.events:
        if entry.flow in flows and entry.payee_key and not entry.bounce:
            groups[entry.payee_key, entry.category, entry.flow].append(entry)
    found = [stream for group in groups.values() for stream in _streams(group)]
    return tuple(sorted(found, key=lambda one: (-one.monthly, one.payee_key, one.category)))


def _streams(group: Sequence[Entry]) -> Iterator[Recurring]:
    if is_monthly(group):
        fixed = group[0].category not in _BILLS and _is_fixed(group)
        if fixed or len(group) >= VARIABLE_HITS:
            yield _stream(group, fixed)
        return
    enough = FIXED_HITS if group[0].institution else VARIABLE_HITS  # a shop may charge the same twice
    for cluster in _of_one_amount(group):
        if len(cluster) >= enough and is_monthly(cluster):
            yield _stream(cluster, fixed=True)


def _is_fixed(group: Sequence[Entry]) -> bool:
    """Each amount within 10% of the one before: an SIP may step up."""
    return len(group) >= FIXED_HITS and all(
        abs(later.amount_minor - earlier.amount_minor) <= FIXED_WITHIN * earlier.amount_minor
        for earlier, later in pairwise(group)
    )


def _of_one_amount(group: Sequence[Entry]) -> Iterator[list[Entry]]:
    amounts: dict[int, list[Entry]] = defaultdict(list)
    for entry in group:
        amounts[entry.amount_minor].append(entry)
    yield from amounts.values()


def _stream(hits: Sequence[Entry], fixed: bool) -> Recurring:
    last = hits[-1]
    return Recurring(
        payee_key=last.payee_key or "",
        payee=last.brand or last.payee or "",
        category=last.category,
        flow=last.flow,
        monthly=rupees(last.amount_minor),
        hits=len(hits),
        first=hits[0].on,
        last=last.on,
        fixed=fixed,
        account_ids=tuple(sorted({hit.row.account_id for hit in hits})),
        institution=last.institution or last.brand is not None,
        reference=last.reference,
    )
