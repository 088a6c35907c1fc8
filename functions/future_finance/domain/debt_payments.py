"""Which bank rows pay which debt."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from future_finance.domain import loan
from future_finance.domain.bureau_code import DebtKind
from future_finance.domain.cash_flow.entry import Cashbook, Category, Entry, Flow, Trust
from future_finance.domain.debt import Debt
from future_finance.domain.facts import rupees
from future_finance.domain.lender import Spelled

_MIRROR_DAYS = 1
_SAID = {
    DebtKind.HOME: re.compile(r"HOME|HOUSING|\bHL"),
    DebtKind.VEHICLE: re.compile(r"AUTO|CAR\b|VEHICLE|WHEELER|\bAL\d"),
    DebtKind.PERSONAL: re.compile(r"PERSONAL|\bPL"),
    DebtKind.EDUCATION: re.compile(r"EDUCATION|\bEL\d"),
    DebtKind.GOLD: re.compile(r"GOLD"),
    DebtKind.CONSUMER: re.compile(r"CONSUMER"),
    DebtKind.BUSINESS: re.compile(r"BUSINESS"),
}
_APP = re.compile(r"\b(?:CRED|CHEQ|PAYTM|PHONEPE|MOBIKWIK|AMAZON ?PAY)\b")
_TAIL = re.compile(r"[X*]{2,}(\d{4})\b")


@dataclass(frozen=True, slots=True)
class Payments:
    """Rows by the debt they pay, oldest first. `emis` counts an EMI that two accounts show once.

    `strangers`: EMIs of no debt that is known, those of accounts whose rows do not add up among them.
    """

    of_debt: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    emis: tuple[Entry, ...] = ()
    strangers: tuple[Entry, ...] = ()
    unknown_cards: tuple[Entry, ...] = ()


def payments_of(debts: Sequence[Debt], cashbook: Cashbook) -> Payments:
    trust = {account.id: account.trust for account in cashbook.accounts}
    loans = [debt for debt in debts if not debt.is_card]
    cards = [debt for debt in debts if debt.is_card]
    paid: dict[str, list[Entry]] = defaultdict(list)
    emis, strangers, unknown_cards = [], [], []
    for entry, debt in _once(cashbook.entries, trust, loans):
        believed = trust.get(entry.row.account_id) is not Trust.REJECTED
        if debt is None:
            strangers.append(entry)
        elif believed:
            paid[debt.id].append(entry)
        if believed:
            emis.append(entry)
    for entry in sorted(cashbook.events, key=_day):
        if entry.category is Category.CARD_BILL and entry.flow is Flow.OUTFLOW:
            found = _paid_cards(entry, cards)
            if len(found) == 1:
                paid[found[0].id].append(entry)
            elif not found:
                unknown_cards.append(entry)
    return Payments(
        {debt_id: tuple(entries) for debt_id, entries in paid.items()},
        tuple(emis),
        tuple(strangers),
        tuple(unknown_cards),
    )


def _paid_cards(entry: Entry, cards: Sequence[Debt]) -> list[Debt]:
    """The cards that a bill may be of: by last digits, else by issuer; any where an app does not say which."""
    text = entry.row.narration.upper()
    tail = _TAIL.search(text)
    if tail is not None:
        found = [card for card in cards if card.account is not None and card.account.masked_number == tail[1]]
        if found:
            return found
    said = Spelled.of(text)
    return [card for card in cards if said.names(card.lender)] or (list(cards) if _APP.search(text) else [])


def _once(
    entries: Iterable[Entry], trust: Mapping[str, Trust], loans: Sequence[Debt]
) -> list[tuple[Entry, Debt | None]]:
    """EMIs by day, each with its loan; of two that leave two accounts within a day, the one whose loan or
    account is known better."""
    rank = {Trust.TRUSTED: 0, Trust.PARTIAL: 1, Trust.REJECTED: 2}
    emis = [
        (entry, _paid_loan(entry, loans))
        for entry in entries
        if entry.category is Category.EMI and entry.flow is Flow.OUTFLOW
    ]
    emis.sort(key=lambda one: (one[1] is None, rank[trust.get(one[0].row.account_id, Trust.REJECTED)]))
    kept: dict[int, list[tuple[Entry, Debt | None]]] = defaultdict(list)
    for entry, debt in emis:
        alike = kept[entry.amount_minor]
        if not any(mirrored(entry, other) for other, _ in alike):
            alike.append((entry, debt))
    return sorted((one for alike in kept.values() for one in alike), key=lambda one: _day(one[0]))


def mirrored(one: Entry, other: Entry) -> bool:
    """The same amount out of two own accounts within a day."""
    return (
        one.row.account_id != other.row.account_id
        and one.amount_minor == other.amount_minor
        and abs((one.on - other.on).days) <= _MIRROR_DAYS
    )


def _paid_loan(entry: Entry, loans: Sequence[Debt]) -> Debt | None:
    """The loan of the lender that the line names; among several, by its number, its kind, and its EMI."""
    text = entry.row.narration.upper()
    said = Spelled.of(text)
    named = [debt for debt in loans if said.names(debt.lender)]
    if len(named) > 1:
        named = [debt for debt in named if _numbered(debt, text)] or named
    if len(named) > 1:
        named = [debt for debt in named if debt.kind in _SAID and _SAID[debt.kind].search(text)] or named
    return min(named, key=lambda debt: _off(debt, rupees(entry.amount_minor)), default=None)


def _numbered(debt: Debt, text: str) -> bool:
    tail = debt.account.masked_number if debt.account is not None else ""
    return tail.isdigit() and re.search(rf"{tail}\b", text) is not None


def _off(debt: Debt, amount: Decimal) -> Decimal:
    """How far an amount is from the contract's EMI."""
    due = contract_emi(debt)
    return abs(due - amount) if due is not None else amount


def contract_emi(debt: Debt) -> Decimal | None:
    """From the credit report; None where it states no amount, rate or tenure."""
    line = debt.line
    if line is None or not line.original_minor or line.rate_pct is None or not line.tenure_months:
        return None
    return loan.emi(rupees(line.original_minor), line.rate_pct, line.tenure_months)


def _day(entry: Entry) -> tuple[int, str]:
    return entry.on.toordinal(), entry.row.id
