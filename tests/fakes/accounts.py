"""Accounts in memory."""

from __future__ import annotations

from future_finance.errors import NotFound


class InMemoryAccounts:
    """Accounts. Everybody has one but those in `gone`."""

    def __init__(self) -> None:
        self.gone: set[str] = set()

    async def require(self, uid: str) -> None:
        if uid in self.gone:
            raise NotFound
