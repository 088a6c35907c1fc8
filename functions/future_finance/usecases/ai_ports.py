"""What insights, chat and simulation need from outside, as roles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from future_finance.domain.consent import Granted, Purpose
    from future_finance.domain.dossier import Dossier
    from future_finance.domain.facts import FactSheet
    from future_finance.usecases.model import Usage


class FactStore(Protocol):
    """users/{uid}/views/facts. A sheet of other data, another day or an older model is built anew first."""

    async def sheet(self, uid: str, today: date) -> FactSheet:
        """The person's facts on `today`, their local date. Raises NotFound when the user is gone."""
        ...

    async def dossier(self, uid: str, today: date) -> Dossier:
        """Everything stored, for what facts do not hold: searches in rows. Raises NotFound."""
        ...


class ConsentReader(Protocol):
    """What a person has agreed to."""

    async def granted(self, uid: str, purpose: Purpose, now: datetime) -> Granted:
        """Raises NotFound when the user is gone or being erased."""
        ...


@dataclass(frozen=True, slots=True)
class TurnPermit:
    """One AI turn that may run: given back when it ends; it lapses by itself."""

    uid: str
    id: str
    day: str


class AiBudget(Protocol):
    """quotas/{uid}_{day}: tokens a day, turns in flight; and the global daily stop.

    A turn is begun before the model is asked and ended after, with what it used, whatever happened.
    """

    async def begin(self, uid: str, now: datetime) -> TurnPermit:
        """Raises QuotaSpent (429, Retry-After until midnight in India), TurnsInFlight (429), AiStopped (503),
        NotFound when the user is gone or being erased."""
        ...

    async def end(self, permit: TurnPermit, usage: Usage) -> None: ...


@dataclass(frozen=True, slots=True)
class AiAccess:
    """One send to the model, for the person to see. Ids and scopes alone; never words or narrations.

    `calls` 0: it was begun, and cut off before it could say more; anything within `scopes` may have been sent.
    """

    at: datetime
    purpose: Purpose
    model: str
    prompt_version: str
    consent_version: int
    scopes: frozenset[str]
    fact_ids: tuple[str, ...]
    rows_sent: int  # bank or trade rows, pseudonymous
    usage: Usage
    calls: int = 1


class AccessLog(Protocol):
    """users/{uid}/aiAccess. An entry is begun before the model is asked, so that none is missing where a turn is killed."""

    async def begin(self, uid: str, access: AiAccess) -> str:
        """The new entry's id. Raises NotFound when the user is gone or being erased."""
        ...

    async def end(self, uid: str, entry_id: str, access: AiAccess | None) -> None:
        """What was sent in the end; None: nothing was, and the entry goes. One that is gone by now stays gone."""
        ...

    async def recent(self, uid: str, limit: int) -> Sequence[AiAccess]:
        """The newest first."""
        ...
