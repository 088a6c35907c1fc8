"""Consent, budget, access log and facts kept in memory."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from future_finance.domain.consent import Granted, Purpose, Scope
from future_finance.domain.dossier import Dossier
from future_finance.domain.facts import FactSheet
from future_finance.errors import AppError, NotFound
from future_finance.usecases.ai_ports import AiAccess, TurnPermit
from future_finance.usecases.model import Usage


class InMemoryConsents:
    """Everybody grants `scopes`; a test may change them."""

    def __init__(self, scopes: frozenset[Scope] = frozenset(Scope), version: int = 0) -> None:
        self.scopes = scopes
        self.version = version
        self.asked: list[Purpose] = []

    async def granted(self, uid: str, purpose: Purpose, now: datetime) -> Granted:
        self.asked.append(purpose)
        return Granted(self.scopes, self.version)


class InMemoryBudget:
    """Permits without end, until `refusal` is set. `open` are those not given back."""

    def __init__(self) -> None:
        self.refusal: AppError | None = None
        self.open: set[str] = set()
        self.spent: list[Usage] = []

    async def begin(self, uid: str, now: datetime) -> TurnPermit:
        if self.refusal is not None:
            raise self.refusal
        permit = TurnPermit(uid, f"t{len(self.spent)}-{len(self.open)}", now.date().isoformat())
        self.open.add(permit.id)
        return permit

    async def end(self, permit: TurnPermit, usage: Usage) -> None:
        self.open.discard(permit.id)
        self.spent.append(usage)


class InMemoryAccessLog:
    """What was recorded, oldest first, by user."""

    def __init__(self) -> None:
        self.recorded: list[tuple[str, AiAccess]] = []
        self._begun: dict[str, AiAccess] = {}

    async def begin(self, uid: str, access: AiAccess) -> str:
        entry_id = f"a{len(self._begun)}"
        self._begun[entry_id] = access
        self.recorded.append((uid, access))
        return entry_id

    async def end(self, uid: str, entry_id: str, access: AiAccess | None) -> None:
        begun = self._begun[entry_id]
        place = next(
            (n for n, (owner, kept) in enumerate(self.recorded) if owner == uid and kept is begun), None
        )
        if place is not None:
            self.recorded[place : place + 1] = [] if access is None else [(uid, access)]

    async def recent(self, uid: str, limit: int) -> Sequence[AiAccess]:
        mine = [access for owner, access in self.recorded if owner == uid]
        return mine[::-1][:limit]


class InMemoryFacts:
    """One sheet, and the dossier behind it."""

    def __init__(self, sheet: FactSheet | None = None, dossier: Dossier | None = None) -> None:
        self.current = sheet
        self.papers = dossier

    async def sheet(self, uid: str, today: date) -> FactSheet:
        if self.current is None:
            raise NotFound
        return self.current

    async def dossier(self, uid: str, today: date) -> Dossier:
        if self.papers is None:
            raise NotFound
        return self.papers
