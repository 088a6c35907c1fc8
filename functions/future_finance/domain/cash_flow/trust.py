"""The ledger gate: how far an account's rows bear each other out, and which stretches of time they cover."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from future_finance.domain.cash_flow.entry import LedgerAccount, Trust
from future_finance.domain.ledger import INFLOWS, OUTFLOWS, LedgerRow

TRUSTED_SHARE, PARTIAL_SHARE = 0.8, 0.3
QUIET_DAYS = 7  # an account may rest so long without a doubt whether rows are missing
MARKERS = frozenset({"opening", "closing"})


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days, both included, that an account's rows cover without a doubtful gap."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Jump:
    """A change of the balance that no row shows, between two days, both included. Paise, signed."""

    account_id: str
    after: date
    until: date
    minor: int


@dataclass(frozen=True, slots=True)
class Audit:
    """One account judged. `directions`: whether rows of no known direction brought money in, by row id."""

    account: LedgerAccount
    stretches: tuple[Stretch, ...]
    jumps: tuple[Jump, ...]
    directions: dict[str, bool]


def audit(rows: Sequence[LedgerRow]) -> Audit:
    """Judge one account's rows, which must not be empty.

    A row is linked if its balance before it is another row's balance. Unseen movement is the sum of the jumps
    where rows do not link.
    """
    booked = sorted((row for row in rows if row.kind not in MARKERS), key=lambda row: row.on)
    balances: Counter[int | None] = Counter(row.balance_minor for row in booked)
    directions: dict[str, bool] = {}
    opened: list[int | None] = []  # the balance before each row
    linked = 0
    for row in booked:
        incoming = _direction(row, balances)
        before = (
            None
            if row.balance_minor is None or incoming is None
            else row.balance_minor - signed(row, incoming)
        )
        if incoming is not None and row.kind not in INFLOWS and row.kind not in OUTFLOWS:
            directions[row.id] = incoming
        linked += _is_linked(before, row, balances)
        opened.append(before)
    share = linked / len(booked) if booked else 0.0
    trust = (
        Trust.TRUSTED
        if share >= TRUSTED_SHARE
        else Trust.PARTIAL
        if share >= PARTIAL_SHARE
        else Trust.REJECTED
    )
    days = [row.on for row in booked or rows]
    jumps = _jumps(booked, opened) if trust is not Trust.REJECTED else []
    account = LedgerAccount(
        id=rows[0].account_id,
        bank=rows[0].bank,
        trust=trust,
        linked=linked,
        rows=len(booked),
        first=min(days),
        last=max(days),
        unseen_minor=sum(jump.minor for jump in jumps),
    )
    return Audit(account, tuple(_stretches(booked, opened)), tuple(jumps), directions)


def signed(row: LedgerRow, incoming: bool) -> int:
    return row.amount_minor if incoming else -row.amount_minor


def _direction(row: LedgerRow, balances: Counter[int | None]) -> bool | None:
    """Whether a row brought money in; for a kind that does not tell, what the balances say."""
    if row.kind in INFLOWS:
        return True
    if row.kind in OUTFLOWS:
        return False
    if row.balance_minor is None:
        return None
    out = _is_linked(row.balance_minor + row.amount_minor, row, balances)
    into = _is_linked(row.balance_minor - row.amount_minor, row, balances)
    return into if out != into else None


def _is_linked(before: int | None, row: LedgerRow, balances: Counter[int | None]) -> bool:
    return before is not None and balances[before] > (before == row.balance_minor)


def _jumps(booked: Sequence[LedgerRow], opened: Sequence[int | None]) -> list[Jump]:
    """Each balance that no row goes on from, against the next one that goes on from no row.

    The first such beginning is the ledger's own, the last such end too.
    """
    balances: Counter[int | None] = Counter(row.balance_minor for row in booked)
    begun = Counter(opened)
    heads: list[tuple[date, int]] = []
    tails: list[tuple[date, int]] = []
    for row, before in zip(booked, opened, strict=True):
        if before is None or row.balance_minor is None:
            continue
        if balances[before] > 0:
            balances[before] -= 1
        else:
            heads.append((row.on, before))
        if begun[row.balance_minor] > 0:
            begun[row.balance_minor] -= 1
        else:
            tails.append((row.on, row.balance_minor))
    return [
        Jump(booked[0].account_id, min(ended, on), on, before - balance)
        for (ended, balance), (on, before) in zip(tails, heads[1:], strict=False)
    ]


def _stretches(booked: Sequence[LedgerRow], opened: Sequence[int | None]) -> list[Stretch]:
    """Rows more than a week apart are of one stretch only if the later day opens with a balance seen before."""
    found: list[Stretch] = []
    seen: set[int | None] = set()
    for row, before in zip(booked, opened, strict=True):
        linked = before is not None and before in seen
        if found and (linked or (row.on - found[-1].last).days <= QUIET_DAYS):
            found[-1] = Stretch(found[-1].first, row.on)
        else:
            found.append(Stretch(row.on, row.on))
        seen.add(row.balance_minor)
    return found
