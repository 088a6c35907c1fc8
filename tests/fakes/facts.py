"""Facts of dossiers that are kept in memory."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from future_finance.domain import fact_sheet
from future_finance.domain.dossier import Dossier
from future_finance.domain.facts import FactSheet
from future_finance.errors import NotFound


class InMemoryFactStore:
    """FactStore. `of` holds each user's dossier, built into facts at every reading."""

    def __init__(self, **dossiers: Dossier) -> None:
        self.of: dict[str, Dossier] = dict(dossiers)

    async def sheet(self, uid: str, today: date) -> FactSheet:
        return fact_sheet.build(await self.dossier(uid, today))

    async def dossier(self, uid: str, today: date) -> Dossier:
        if uid not in self.of:
            raise NotFound
        return replace(self.of[uid], today=today)
