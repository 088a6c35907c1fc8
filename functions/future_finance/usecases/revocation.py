"""Was this session revoked? Looked up when it matters, else remembered for five minutes a session.

A look-up is always waited for: whoever starts one runs it beside its own work and answers after both. Nothing is
renewed behind an answer, since Cloud Run takes the CPU away once that is sent and a look-up left over would hang until
the next request. So one read in five minutes takes as long as the slower of two, and all the others look nothing up.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from future_finance.domain.user import User
from future_finance.errors import SessionRevoked, Unavailable

if TYPE_CHECKING:  # ports brings the whole domain with it: 40 ms of a cold start
    from future_finance.usecases.ports import AccountLookup

REMEMBERED_S = 300.0
UNANSWERED_S = 30.0  # how long an unanswered look-up is not tried again
MOST_SESSIONS = 10_000

logger = logging.getLogger(__name__)

_Session = tuple[str, datetime]


@dataclass(slots=True)
class _Known:
    revoked: bool
    at_s: float


class RevocationCheck:
    """One instance's memory of looked-up sessions; a sign-out everywhere is seen within five minutes."""

    def __init__(self, accounts: AccountLookup, now_s: Callable[[], float] = time.monotonic) -> None:
        self._accounts = accounts
        self._now_s = now_s
        self._known: dict[_Session, _Known] = {}
        self._running: dict[_Session, asyncio.Task[bool]] = {}

    async def require_now(self, user: User) -> None:
        """Look it up now. Raises SessionRevoked, Unavailable."""
        if await self._look_up(user):
            raise SessionRevoked

    def recall(self, user: User) -> bool:
        """Whether the session was found good in the last five minutes. Raises SessionRevoked if it was not good."""
        known = self._known.get((user.uid, user.signed_in_at))
        if known is None or self._now_s() - known.at_s >= REMEMBERED_S:
            return False
        if known.revoked:
            raise SessionRevoked
        return True

    async def require_lately(self, user: User) -> None:
        """Go by what was found in the last five minutes, else look it up. Raises SessionRevoked.

        Where Firebase Auth does not answer, what it said last holds, and an ID token (an hour at most) that it said
        nothing of is taken at its word.
        """
        if self.recall(user):
            return
        try:
            revoked = await self._look_up(user)
        except Unavailable:
            logger.warning("revocation could not be looked up")
            session = (user.uid, user.signed_in_at)
            known = self._known.get(session)
            revoked = known is not None and known.revoked
            self._remember(session, revoked=revoked, age_s=REMEMBERED_S - UNANSWERED_S)
        if revoked:
            raise SessionRevoked

    async def aclose(self) -> None:
        running = list(self._running.values())
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)

    async def _look_up(self, user: User) -> bool:
        """By the look-up under way for this session, or a new one; others go on waiting for it when one is cut off."""
        session = (user.uid, user.signed_in_at)
        if session not in self._running:
            task = asyncio.create_task(self._is_revoked(user))
            self._running[session] = task
            task.add_done_callback(lambda done: self._end(session, done))
        return await asyncio.shield(self._running[session])

    def _end(self, session: _Session, task: asyncio.Task[bool]) -> None:
        self._running.pop(session, None)
        if not task.cancelled():
            task.exception()  # seen: whoever waits gets it, unless all of them were cut off

    async def _is_revoked(self, user: User) -> bool:
        state = await self._accounts.account_state(user.uid)
        revoked = state is None or state.disabled or user.signed_in_at < state.valid_since
        self._remember((user.uid, user.signed_in_at), revoked=revoked, age_s=0)
        return revoked

    def _remember(self, session: _Session, *, revoked: bool, age_s: float) -> None:
        self._known.pop(session, None)
        self._known[session] = _Known(revoked, self._now_s() - age_s)
        while len(self._known) > MOST_SESSIONS:
            self._known.pop(next(iter(self._known)))
