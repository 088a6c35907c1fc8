"""What figures of the ledger rest on: months, documents, and how far they may be relied on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from future_finance.domain.cash_flow.entry import Cashbook, Entry, Flow, Trust
from future_finance.domain.cash_flow.months import MonthSums, month_sums
from future_finance.domain.ledger import month_of
from future_finance.domain.sufficiency import age_caveats, freshness, history

NO_LEDGER, REJECTED, TOO_SHORT = "no_ledger", "ledger_rejected", "too_short"
NO_INCOME = (
    "no_income",
    "It needs a credit that the bank names as salary, pension, rent, invoice or the like.",
)
_LEVEL_MONTHS = 12  # a year, so that yearly bills weigh as they do
_ENOUGH_MONTHS = 3


@dataclass(frozen=True, slots=True)
class Basis:
    """Trusted rows of one person, summed. `months`: the latest twelve full ones, oldest first."""

    today: date
    months: tuple[str, ...]
    part_months: tuple[str, ...]
    sums: Mapping[str, MonthSums]
    entries: Sequence[Entry]  # of trusted accounts
    as_of: date | None
    coverage: float
    documents: frozenset[str]
    whole: bool  # every account is trusted

    @property
    def lately(self) -> tuple[str, ...]:
        """The latest full months, at most three."""
        return self.months[-_ENOUGH_MONTHS:]

    @property
    def earns(self) -> bool:
        """Whether any row is known as income: without one, an income of nothing would be a guess."""
        return any(month.income_minor for month in self.sums.values())

    @property
    def short(self) -> bool:
        """Whether there are too few months to tell what comes once a quarter."""
        return len(self.months) < _ENOUGH_MONTHS

    def sufficiency(self, months: Sequence[str]) -> float:
        return self.coverage * freshness(self.as_of, self.today) * history(len(months), _ENOUGH_MONTHS)

    def of_month(self) -> float:
        """Sufficiency of what one month's rows say alone."""
        return self.coverage * freshness(self.as_of, self.today)

    def sources(self, months: Iterable[str] | None = None) -> tuple[str, ...]:
        """Documents of these months; of all."""
        wanted = None if months is None else tuple(f"_{month}" for month in months)
        return tuple(
            f"ledger/{document}"
            for document in sorted(self.documents)
            if wanted is None or document.endswith(wanted)
        )

    def caveats(self, months: Iterable[str]) -> tuple[str, ...]:
        return (
            *age_caveats(self.as_of, self.today),
            *(("part_month",) if set(months) & set(self.part_months) else ()),
            *(("unseen_movement",) if self.coverage < _WELL_COVERED else ()),
            *(() if self.whole else ("partial_ledger",)),
        )


_WELL_COVERED = 0.85


def basis_of(cashbook: Cashbook, today: date) -> Basis:
    """The basis that all levels of income and spending share."""
    entries = cashbook.usable
    return Basis(
        today=today,
        months=cashbook.full_months[-_LEVEL_MONTHS:],
        part_months=cashbook.part_months,
        sums=month_sums(entries),
        entries=entries,
        as_of=cashbook.last,
        coverage=_coverage(cashbook, entries),
        documents=frozenset(document_of(entry) for entry in entries),
        whole=all(account.trust is Trust.TRUSTED for account in cashbook.accounts),
    )


def document_of(entry: Entry) -> str:
    """The ledger document that keeps a row."""
    return f"{connection_of(entry.row.account_id)}_{month_of(entry.on)}"


def documents_of(entries: Iterable[Entry]) -> tuple[str, ...]:
    """The sources of facts that rest on these rows."""
    return tuple(sorted({f"ledger/{document_of(entry)}" for entry in entries}))


def connection_of(account_id: str) -> str:
    """The connection of an account named {connection}_{bank}_{n}."""
    return account_id.rsplit("_", 2)[0]


def refusal(cashbook: Cashbook) -> tuple[str, str] | None:
    """Why levels cannot be told, as reason and need; None where they can."""
    if not cashbook.accounts:
        return NO_LEDGER, "It needs bank transactions, and none are connected."
    if not any(account.trust is Trust.TRUSTED for account in cashbook.accounts):
        return REJECTED, "It needs bank rows whose balances follow from one another; these do not."
    if not cashbook.full_months:
        return TOO_SHORT, "It needs 1 full month of transactions, and has 0."
    return None


def _coverage(cashbook: Cashbook, entries: Iterable[Entry]) -> float:
    """The linked share of trusted rows, less the share of movements that no row shows."""
    trusted = [account for account in cashbook.accounts if account.trust is Trust.TRUSTED]
    rows = sum(account.rows for account in trusted)
    if not rows:
        return 0.0
    paid = sum(entry.amount_minor for entry in entries if entry.flow in (Flow.OUTFLOW, Flow.INVESTMENT))
    unseen = sum(abs(account.unseen_minor) for account in trusted)
    seen = max(0.0, 1 - unseen / paid) if paid else float(not unseen)
    return seen * sum(account.linked for account in trusted) / rows
