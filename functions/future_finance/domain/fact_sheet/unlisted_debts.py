"""What bank rows tell of debts that nobody lists: facts L09, L10 and L12."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from future_finance.domain.cash_flow.entry import Cashbook, Category, Entry, Flow, Trust
from future_finance.domain.debt import Debt
from future_finance.domain.debt_payments import Payments, mirrored
from future_finance.domain.fact_book import FactBook
from future_finance.domain.fact_sheet.ledger_basis import documents_of
from future_finance.domain.facts import rupees
from future_finance.domain.ledger import month_of
from future_finance.domain.lender import Spelled
from future_finance.domain.rupee_words import rupees_text
from future_finance.domain.sufficiency import age_caveats, freshness

_MONTHS = 2  # of the same EMI or debit, to speak of it
_LEAST_TWICE_MINOR = 1_000_00  # small round amounts leave two accounts by chance
_BELIEVED = {Trust.TRUSTED: 1.0, Trust.PARTIAL: 0.6, Trust.REJECTED: 0.3}
_LENDS = re.compile(r"BANK|FIN|LOAN|CAPITAL|CREDIT|HOUSING|LEASING|MOTOR", re.IGNORECASE)


def enter(debts: Sequence[Debt], payments: Payments, cashbook: Cashbook, book: FactBook) -> None:
    """Enter L09, L10 and L12."""
    lenders = [debt.lender for debt in debts]
    pay_later = [
        entry
        for entry in cashbook.events
        if entry.category is Category.BNPL
        and entry.flow is Flow.OUTFLOW
        and not any(map(Spelled.of(entry.row.narration).names, lenders))
    ]
    if not cashbook.events:
        for code in ("L09", "L10", "L12"):
            book.miss(code, "ledger_unusable", "It needs bank rows whose balances follow from one another.")
    page = _Page(cashbook, book)
    page.loans(payments.strangers)
    page.lenders([*payments.unknown_cards, *pay_later])
    page.twice()


class _Page:
    """A cashbook, and the facts it gives."""

    def __init__(self, cashbook: Cashbook, book: FactBook) -> None:
        self.cashbook, self.book = cashbook, book
        self.trust = {account.id: account.trust for account in cashbook.accounts}

    def loans(self, strangers: Iterable[Entry]) -> None:
        """L09. An EMI that comes back is believed, less so where the account's rows do not add up."""
        for key, paid in _by_payee(strangers).items():
            months = {month_of(entry.on) for entry in paid}
            if len(months) >= _MONTHS:
                payee = paid[-1].payee or "a lender"
                label = f"EMI to {payee} for a loan that is not listed"
                self.enter(
                    "L09", key, paid, len(months) / 3, label, f"{payee} को EMI, जिसका लोन दर्ज नहीं है", payee
                )

    def lenders(self, entries: Iterable[Entry]) -> None:
        """L10: the latest payment to each."""
        for key, paid in _by_payee(entries).items():
            last = paid[-1]
            payee = last.brand or last.payee or "a lender"
            what = ("card", "कार्ड") if last.category is Category.CARD_BILL else ("pay-later", "पे-लेटर")
            label = f"Latest {what[0]} payment to {payee}, not listed at Fi"
            self.enter(
                "L10", key, paid, len(paid) / 2, label, f"{payee} को पिछला {what[1]} भुगतान, Fi में दर्ज नहीं"
            )

    def twice(self) -> None:
        """L12, by the amount in paise: debits of one amount that leave two accounts in two months and more."""
        debits = sorted(
            (
                entry
                for entry in self.cashbook.events
                if entry.row.kind in {"debit", "instalment"} and entry.amount_minor >= _LEAST_TWICE_MINOR
            ),
            key=lambda entry: (entry.amount_minor, entry.on, entry.row.id),
        )
        pairs: dict[int, list[Entry]] = defaultdict(list)
        for place, entry in enumerate(debits):
            pairs[entry.amount_minor] += [
                both
                for other in debits[place + 1 : place + 4]
                if mirrored(entry, other)
                for both in (entry, other)
            ]
        for amount, rows in pairs.items():
            months = {month_of(entry.on) for entry in rows}
            if len(months) >= _MONTHS:
                text = rupees_text(rupees(amount))
                label = f"{text} leaving two accounts within a day"
                self.enter("L12", str(amount), rows, len(months) / 3, label, f"एक दिन में दो खातों से {text}")

    def enter(
        self,
        code: str,
        key: str,
        rows: Sequence[Entry],
        past: float,
        label: str,
        label_hi: str,
        payee: str = "",
    ) -> None:
        """The latest of the rows; `past` is the share of the history that would be enough."""
        last = rows[-1]
        believed = _BELIEVED[self.trust.get(last.row.account_id, Trust.REJECTED)]
        caveats = [
            *age_caveats(last.on, self.book.today),
            *([] if believed == 1 else ["partial_ledger"]),
        ]
        self.book.enter(
            code,
            rupees(last.amount_minor),
            last.on,
            key=key,
            label=label,
            label_hi=label_hi,
            sources=documents_of(rows),
            sufficiency=believed * min(1.0, past) * freshness(last.on, self.book.today),
            caveats=caveats,
            names=(payee,) if payee and not _LENDS.search(payee) else (),
        )


def _by_payee(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """By a key that an id can hold and that spells nobody's name, each oldest first."""
    groups: dict[str, list[Entry]] = defaultdict(list)
    for entry in sorted(entries, key=lambda entry: (entry.on, entry.row.id)):
        stem = re.sub(r"-\d+$", "", entry.payee_key or "")  # without a card's last digits
        groups[f"{entry.category}-{hashlib.sha256(stem.encode()).hexdigest()[:8]}".replace("_", "-")].append(
            entry
        )
    return groups
