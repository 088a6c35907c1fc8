"""oauthStates/{state} in memory."""

from __future__ import annotations

from datetime import datetime

from future_finance.usecases.ports import OAuthState


class InMemoryOAuthStateStore:
    """OAuthStateStore."""

    def __init__(self) -> None:
        self.kept: dict[str, OAuthState] = {}

    async def put(self, state: OAuthState) -> None:
        self.kept[state.state] = state

    async def take(self, state: str, browser_hash: str, now: datetime) -> OAuthState | None:
        found = self.kept.get(state)
        if found is None or found.expire_at <= now or found.browser_hash != browser_hash:
            return None
        return self.kept.pop(state)
