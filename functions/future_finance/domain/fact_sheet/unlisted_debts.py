"""What bank rows tell of debts that nobody lists: facts L09, L10 and L12."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal

from future_finance.domain.cash_flow.entry import Cashbook, Category, Entry, Flow, Trust
from future_finance.domain.debt import Debt
from future_finance.domain.debt_payments import Payments, mirrored
from future_finance.domain.fact_book import FactBook
from future_finance.domain.facts import rupees
from future_finance.domain.ledger import month_of
from future_finance.domain.lender import named_in
from future_finance.domain.rupee_words import rupees_text
from future_finance.domain.sufficiency import freshness, history, stale

_MONTHS = 2  # of the same EMI or debit, to speak of it
_OF_A_PARTIAL_ACCOUNT, _OF_A_REJECTED_ACCOUNT = 0.6, 0.3


def enter(debts: Sequence[Debt], payments: Payments, cashbook: Cashbook, book: FactBook) -> None:
    """Enter L09, L10 and L12."""
    _loans(payments.strangers, cashbook, book)
    pay_later = [
        entry
        for entry in cashbook.events
        if entry.category is Category.BNPL
        and entry.flow is Flow.OUTFLOW
        and not any(debt.lender and named_in(debt.lender, entry.row.narration) for debt in debts)
    ]
    _lenders([*payments.unknown_cards, *pay_later], cashbook, book)
    _twice(cashbook, book)


def _loans(strangers: Iterable[Entry], cashbook: Cashbook, book: FactBook) -> None:
    """L09. A mandate that comes back month after month is believed, less so where the rows do not add up."""
    for key, entries in _by_payee(strangers).items():
        months = {month_of(entry.on) for entry in entries}
        if len(months) < _MONTHS:
            continue
        last = entries[-1]
        payee = last.payee or key
        _enter(
            book, "L09", last, cashbook, key, history(len(months), 3),
            f"EMI to {payee} for a loan that is not listed", f"{payee} को EMI, जिसका लोन दर्ज नहीं है",
        )  # fmt: skip


def _lenders(entries: Iterable[Entry], cashbook: Cashbook, book: FactBook) -> None:
    """L10: the latest payment to each."""
    for key, paid in _by_payee(entries).items():
        last = paid[-1]
        payee = last.brand or last.payee or key
        what = ("card", "कार्ड") if last.category is Category.CARD_BILL else ("pay-later", "पे-लेटर")
        _enter(
            book, "L10", last, cashbook, key, history(len(paid), 2),
            f"Latest {what[0]} payment to {payee}, not listed at Fi",
            f"{payee} को पिछला {what[1]} भुगतान, Fi में दर्ज नहीं",
        )  # fmt: skip


def _twice(cashbook: Cashbook, book: FactBook) -> None:
    """L12, by the amount in paise: debits of one amount that leave two accounts in two months and more."""
    debits = sorted(
        (entry for entry in cashbook.events if entry.row.kind in {"debit", "instalment"}),
        key=lambda entry: (entry.amount_minor, entry.on),
    )
    pairs: dict[int, dict[str, Entry]] = defaultdict(dict)
    for place, entry in enumerate(debits):
        for other in debits[place + 1 : place + 4]:
            if mirrored(entry, other):
                pairs[entry.amount_minor][month_of(entry.on)] = other
    for amount, months in pairs.items():
        if len(months) >= _MONTHS:
            last = months[max(months)]
            text = rupees_text(rupees(amount))
            _enter(
                book, "L12", last, cashbook, str(amount), history(len(months), 3),
                f"{text} leaving two accounts within a day", f"एक दिन में दो खातों से {text}",
            )  # fmt: skip


def _by_payee(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """By a key that an id can hold, each oldest first."""
    groups: dict[str, list[Entry]] = defaultdict(list)
    for entry in sorted(entries, key=lambda entry: (entry.on, entry.row.id)):
        stem = re.sub(
            r"[^a-z0-9_-]|-\d+$", "", (entry.payee_key or "").lower()
        )  # without a card's last digits
        groups[stem or "unnamed"].append(entry)
    return groups


def _enter(
    book: FactBook, code: str, last: Entry, cashbook: Cashbook, key: str, history_share: float, label: str, label_hi: str
) -> None:  # fmt: skip
    trust = next((a.trust for a in cashbook.accounts if a.id == last.row.account_id), Trust.REJECTED)
    believed = {Trust.TRUSTED: 1.0, Trust.PARTIAL: _OF_A_PARTIAL_ACCOUNT}.get(trust, _OF_A_REJECTED_ACCOUNT)
    caveats = [
        *(["stale"] if stale(last.on, book.today) else []),
        *([] if believed == 1 else ["partial_ledger"]),
    ]
    book.enter(
        code,
        Decimal(rupees(last.amount_minor)),
        last.on,
        key=key,
        label=label,
        label_hi=label_hi,
        sources=("ledger",),
        sufficiency=believed * history_share * freshness(last.on, book.today),
        caveats=caveats,
    )
