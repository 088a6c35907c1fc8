"""From a person's monthly flows to dated statement lines with a running balance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from random import Random

from emulators.fi_mcp.people.calendar import LAST, Vector, Window
from emulators.fi_mcp.people.narration import Bank, Occasion, Writer


class Kind(StrEnum):
    """What a flow is for the person; never on the wire."""

    INCOME = "income"
    OTHER_CREDIT = "other_credit"  # loan paid out, refund, claim, sale or maturity proceeds
    SPEND = "spend"
    EMI = "emi"
    FEE = "fee"
    TAX = "tax"
    INVESTMENT = "investment"


INCOMING = frozenset({Kind.INCOME, Kind.OTHER_CREDIT})


@dataclass(frozen=True, slots=True)
class Flow:
    """A purpose with its rupees of twelve months.

    `day` is where it falls in each month, `days` overrides it for some month indices. With `pieces`
    above 1 it is split into that many lines between `day` and `until`, adding up exactly.
    """

    kind: Kind
    rupees: Vector
    write: Writer
    day: int
    pieces: int = 1
    until: int = 28
    days: tuple[tuple[int, int], ...] = ()

    def day_in(self, index: int) -> int:
        return dict(self.days).get(index, self.day)


@dataclass(frozen=True, slots=True)
class Row:
    """One statement line; amounts in paise, `amount_minor` positive."""

    on: date
    kind: Kind
    incoming: bool
    amount_minor: int
    narration: str
    mode: str
    type: int
    balance_minor: int


@dataclass(frozen=True, slots=True)
class _Draft:
    on: date
    order: int
    flow: Flow
    amount_minor: int


def statement(seed: str, bank: Bank, opening: int, flows: Sequence[Flow], window: Window) -> list[Row]:
    """Rows of the twelve months, oldest first, each balance linking to the one before.

    The same seed gives the same amounts and days of the month, whatever the window.
    """
    rows: list[Row] = []
    balance_minor = opening * 100
    for index in range(LAST + 1):
        drafts = [draft for n, flow in enumerate(flows) for draft in _drafts(seed, n, flow, index, window)]
        drafts.sort(key=lambda draft: (draft.on, draft.flow.kind not in INCOMING, draft.order))
        for place, draft in enumerate(drafts):
            incoming = draft.flow.kind in INCOMING
            balance_minor += draft.amount_minor if incoming else -draft.amount_minor
            dice = Random(f"{seed}/{index}/{place}")
            line = draft.flow.write(Occasion(draft.on, bank, incoming, dice))
            rows.append(
                Row(draft.on, draft.flow.kind, incoming, draft.amount_minor, line.narration, line.mode, line.type, balance_minor)
            )  # fmt: skip
    return rows


def _drafts(seed: str, order: int, flow: Flow, index: int, window: Window) -> list[_Draft]:
    rupees = flow.rupees[index]
    if not rupees:
        return []
    first = flow.day_in(index)
    if flow.pieces == 1:
        return [_Draft(window.day(index, first), order, flow, rupees * 100)]
    dice = Random(f"{seed}/{order}/{index}/split")
    days = sorted(dice.randint(first, flow.until) for _ in range(flow.pieces))
    parts = split(rupees * 100, flow.pieces, dice)
    return [_Draft(window.day(index, day), order, flow, part) for day, part in zip(days, parts, strict=True)]


def split(total_minor: int, pieces: int, dice: Random) -> list[int]:
    """`pieces` positive amounts that add up to the total; most are whole rupees."""
    weights = [dice.uniform(0.5, 1.5) for _ in range(pieces)]
    scale = total_minor / sum(weights)
    parts = [max(100, round(weight * scale / 100) * 100) for weight in weights[:-1]]
    if dice.random() < 0.5:
        parts[0] -= dice.choice((0, 50, 25, 10))
    return [*parts, total_minor - sum(parts)]
