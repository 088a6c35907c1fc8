"""The bank ledger: months of rows with stable ids, into which statements are merged.

Fi serves the last two months only, without account numbers or transaction ids. A row's id is a hash
of its account, day, kind and amount, and of how many such rows came before it: a second fetch adds
nothing, and two true twins stay two.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
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
    return day.isoformat()[:7]  # strftime takes seven times as long


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

    A balance or a narration that comes later, or otherwise, does not make another row: sent rows are
    paired with stored ones by all they say, then by narration, then by balance, then by their order.
    """
    stored, left = list(have), list(sent)
    for trait in _TRAITS:
        stored, left = _unpaired(stored, left, trait)
    known = {(trait, trait(row)) for trait in _TRAITS for row in have}
    left.sort(key=lambda row: not any((trait, trait(row)) in known for trait in _TRAITS))
    return left[len(stored) :]


def _unpaired(
    stored: Iterable[LedgerRow], sent: Iterable[BankRow], trait: Trait
) -> tuple[list[LedgerRow], list[BankRow]]:
    """What is left of both when each sent row has taken a stored one with the same trait."""
    waiting: dict[object, list[LedgerRow]] = defaultdict(list)
    for kept in stored:
        waiting[trait(kept)].append(kept)
    left = []
    for row in sent:
        if alike := waiting.get(trait(row)):
            alike.pop()
        else:
            left.append(row)
    return list(chain.from_iterable(waiting.values())), left


def _slots(
    stored: Mapping[str, Sequence[LedgerRow]], statements: Sequence[BankStatement], connection_id: str
) -> list[str]:
    """An account id for each statement. Namesakes of one bank are told apart by the entries they share
    with what is stored, and among equals by what else those say, so that another order of Fi's changes
    nothing; without a shared entry (a long pause) they take the bank's known accounts in order."""
    known: dict[str, dict[str, list[LedgerRow]]] = defaultdict(lambda: defaultdict(list))
    for row in chain.from_iterable(stored.values()):
        known[row.bank][row.account_id].append(row)
    features = {
        bank: {name: _features(rows) for name, rows in found.items()} for bank, found in known.items()
    }
    overlaps = []
    for index, statement in enumerate(statements):
        sent = _features(statement.rows)
        for account_id, have in features.get(statement.bank, {}).items():
            shared = [-(mine & theirs).total() for mine, theirs in zip(sent, have, strict=True)]
            if shared[0]:
                overlaps.append((shared, account_id, index))
    chosen: dict[int, str] = {}
    for _, account_id, index in sorted(overlaps):
        if index not in chosen and account_id not in chosen.values():
            chosen[index] = account_id
    for index, statement in enumerate(statements):
        if index not in chosen:
            chosen[index] = _free_slot(
                known[statement.bank], set(chosen.values()), connection_id, statement.bank
            )
    return [chosen[index] for index in range(len(statements))]


def _features(rows: Sequence[BankRow | LedgerRow]) -> list[Counter[object]]:
    """The entries of an account, and then the entries with each trait."""
    entries = [_entry(row) for row in rows]
    features: list[Counter[object]] = [Counter(entries)]
    features += [Counter(zip(entries, map(trait, rows), strict=True)) for trait in _TRAITS]
    return features


def _free_slot(known: Mapping[str, object], chosen: set[str], connection_id: str, bank: str) -> str:
    candidates = chain(sorted(known), (_account_id(connection_id, bank, n) for n in count()))
    return next(account_id for account_id in candidates if account_id not in chosen)


def _account_id(connection_id: str, bank: str, ordinal: int) -> str:
    slug = re.sub(r"[^a-z0-9]+", "-", bank.lower()).strip("-")[:40] or "bank"
    return f"{connection_id}_{slug}_{ordinal + 1}"


def _entry(row: BankRow | LedgerRow) -> str:
    """What a row books: the part of it that banks do not write otherwise the next time."""
    return "\x1f".join((row.on.isoformat(), row.kind, str(row.amount_minor)))


def _whole(row: BankRow | LedgerRow) -> object:
    return (row.balance_minor, row.mode, row.narration)


def _narrated(row: BankRow | LedgerRow) -> object:
    return (row.mode, row.narration)


def _balanced(row: BankRow | LedgerRow) -> object:
    return row.balance_minor


type Trait = Callable[[BankRow | LedgerRow], object]
_TRAITS: tuple[Trait, ...] = (_whole, _narrated, _balanced)  # what tells rows of one entry apart, best first


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
