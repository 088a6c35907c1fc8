"""Accounts in memory."""

from __future__ import annotations

from datetime import datetime

from future_finance.errors import NotFound


class InMemoryAccounts:
    """Accounts. Everybody has one but those in `gone`; `seen_at` has who looked in, and when."""

    def __init__(self) -> None:
        self.gone: set[str] = set()
        self.seen_at: dict[str, datetime] = {}

    async def require(self, uid: str) -> None:
        if uid in self.gone:
            raise NotFound

    async def visit(self, uid: str, now: datetime) -> None:
        await self.require(uid)
        self.seen_at[uid] = now
