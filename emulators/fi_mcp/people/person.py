"""One invented person: an account with its flows, debts, holdings and files."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from emulators.fi_mcp.people.calendar import View, Window
from emulators.fi_mcp.people.catalogue import DemoPerson
from emulators.fi_mcp.people.credit_file import CreditFile
from emulators.fi_mcp.people.debts import Card, Loan
from emulators.fi_mcp.people.deposits import Employment, FixedDeposit, GoldBond, Pot, RecurringDeposit
from emulators.fi_mcp.people.funds import Scheme
from emulators.fi_mcp.people.ledger import Flow, Row, statement
from emulators.fi_mcp.people.narration import Bank
from emulators.fi_mcp.people.shares import Share, UsShare


@dataclass(frozen=True)
class Person:
    """Everything the six answers are built from. Amounts are whole rupees."""

    identity: DemoPerson
    bank: Bank
    account_tail: str
    opening: int
    flows: tuple[Flow, ...]
    loans: tuple[Loan, ...] = ()
    cards: tuple[Card, ...] = ()
    schemes: tuple[Scheme, ...] = ()
    production_trades: bool = False  # fund transactions in Fi's production form
    fixed: tuple[FixedDeposit, ...] = ()
    recurring: tuple[RecurringDeposit, ...] = ()
    epf: tuple[Employment, ...] = ()
    pension: Pot | None = None  # EPS, apart from the fund
    nps: Pot | None = None
    gold_bonds: tuple[GoldBond, ...] = ()
    shares: tuple[Share, ...] = ()
    us_shares: tuple[UsShare, ...] = ()
    credit: CreditFile | None = None
    every_trap: bool = False  # the answers are spoiled by wire/traps.py

    def rows(self, view: View) -> list[Row]:
        """Statement lines up to the last full month of the view."""
        return [row for row in _statement(self, view.window) if view.window.index(row.on) <= view.last]

    def balance_minor(self, view: View) -> int:
        rows = self.rows(view)
        return rows[-1].balance_minor if rows else self.opening * 100

    def __hash__(self) -> int:
        return hash(self.identity.slug)


@lru_cache(maxsize=64)
def _statement(person: Person, window: Window) -> tuple[Row, ...]:
    return tuple(statement(person.identity.slug, person.bank, person.opening, person.flows, window))
