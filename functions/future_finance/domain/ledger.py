"""The bank ledger: months of rows with stable ids, into which statements are merged.

Fi serves the last two months only, without account numbers or transaction ids. A row's id is a hash
of its account, day, kind and amount, and of how many such rows came before it: a second fetch adds
nothing, and two true twins stay two.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, count

from future_finance.domain.snapshot import BankRow, BankStatement

INFLOWS = frozenset({"credit", "interest"})
OUTFLOWS = frozenset({"debit", "tds", "instalment"})


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One row as kept. Amounts are paise; `amount_minor` is positive, `kind` tells the direction."""

    id: str
    account_id: str
    bank: str
    on: date
    kind: str
    amount_minor: int
    balance_minor: int | None
    mode: str
    narration: str


def month_of(day: date) -> str:
    """The bucket of a day, yyyy-mm."""
    return f"{day:%Y-%m}"


def months_of(statements: Iterable[BankStatement]) -> set[str]:
    """Every month the statements have rows in."""
    return {month_of(row.on) for statement in statements for row in statement.rows}


def merge(
    stored: Mapping[str, Sequence[LedgerRow]], statements: Sequence[BankStatement], connection_id: str
) -> dict[str, list[LedgerRow]]:
    """Buckets (month -> rows) with the statements' rows added; stored rows are never dropped.

    `stored` must hold every month of months_of(statements) that exists.
    """
    buckets = {month: list(rows) for month, rows in stored.items()}
    kept: dict[tuple[str, str], list[LedgerRow]] = defaultdict(list)
    for stored_row in chain.from_iterable(buckets.values()):
        kept[stored_row.account_id, _entry(stored_row)].append(stored_row)
    for statement, account_id in zip(statements, _slots(stored, statements, connection_id), strict=True):
        sent: dict[str, list[BankRow]] = defaultdict(list)
        for row in statement.rows:
            sent[_entry(row)].append(row)
        for entry, rows in sent.items():
            have = kept[account_id, entry]
            for number, row in enumerate(_missing(have, rows), start=len(have)):
                row_id = _hash(account_id, entry, str(number))
                buckets.setdefault(month_of(row.on), []).append(
                    _kept(row_id, account_id, statement.bank, row)
                )
    return buckets


def _missing(have: Sequence[LedgerRow], sent: Sequence[BankRow]) -> list[BankRow]:
    """Rows of one day, kind and amount that are not stored yet: as many as there are more of them now.

    A balance or a narration that comes later, or otherwise, does not make another row.
    """
    unmatched = Counter(_key(row) for row in have)
    new = []
    for row in sent:
        if unmatched[_key(row)]:
            unmatched[_key(row)] -= 1
        else:
            new.append(row)
    return new[: max(0, len(sent) - len(have))]


def _slots(
    stored: Mapping[str, Sequence[LedgerRow]], statements: Sequence[BankStatement], connection_id: str
) -> list[str]:
    """An account id for each statement. Namesakes of one bank are told apart by the rows they share
    with what is stored, so that another order of Fi's changes nothing; without a shared row (a long
    pause) they take the bank's known accounts in order."""
    known: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for rows in stored.values():
        for row in rows:
            known[row.bank][row.account_id].add(_key(row))
    overlaps = sorted(
        (
            (-len(keys & {_key(row) for row in statement.rows}), account_id, index)
            for index, statement in enumerate(statements)
            for account_id, keys in known[statement.bank].items()
        ),
    )
    chosen: dict[int, str] = {}
    for shared, account_id, index in overlaps:
        if shared and index not in chosen and account_id not in chosen.values():
            chosen[index] = account_id
    for index, statement in enumerate(statements):
        if index not in chosen:
            chosen[index] = _free_slot(
                known[statement.bank], set(chosen.values()), connection_id, statement.bank
            )
    return [chosen[index] for index in range(len(statements))]


def _free_slot(known: Mapping[str, object], chosen: set[str], connection_id: str, bank: str) -> str:
    candidates = chain(sorted(known), (_account_id(connection_id, bank, n) for n in count()))
    return next(account_id for account_id in candidates if account_id not in chosen)


def _account_id(connection_id: str, bank: str, ordinal: int) -> str:
    slug = re.sub(r"[^a-z0-9]+", "-", bank.lower()).strip("-")[:40] or "bank"
    return f"{connection_id}_{slug}_{ordinal + 1}"


def _entry(row: BankRow | LedgerRow) -> str:
    """What a row books: the part of it that banks do not write otherwise the next time."""
    return "\x1f".join((row.on.isoformat(), row.kind, str(row.amount_minor)))


def _key(row: BankRow | LedgerRow) -> str:
    """All that a row says."""
    return "\x1f".join(
        (row.on.isoformat(), row.kind, str(row.amount_minor), str(row.balance_minor), row.mode, row.narration)
    )


def _hash(*parts: str) -> str:
    return hashlib.sha256("\x1e".join(parts).encode()).hexdigest()[:20]


def _kept(row_id: str, account_id: str, bank: str, row: BankRow) -> LedgerRow:
    return LedgerRow(
        row_id,
        account_id,
        bank,
        row.on,
        row.kind,
        row.amount_minor,
        row.balance_minor,
        row.mode,
        row.narration,
    )
