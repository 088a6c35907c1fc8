"""Sessions and their logins: a session id is all a client shows, and a login lasts 30 minutes."""

from __future__ import annotations

import re
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from uuid import uuid4

LOGIN_S = 30 * 60.0
MOST_LOGINS = 10_000
_SESSION_ID = re.compile(r"mcp-session-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


def new_session_id() -> str:
    return f"mcp-session-{uuid4()}"


def well_formed(session_id: str) -> bool:
    """Fi checks the form only: an id it never gave is a session that is not logged in."""
    return _SESSION_ID.fullmatch(session_id) is not None


@dataclass(frozen=True, slots=True)
class _Login:
    phone: str
    until: float


class Logins:
    """Who is logged in. Time is the process's own, never the moved business clock."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._logins: OrderedDict[str, _Login] = OrderedDict()

    def log_in(self, session_id: str, phone: str) -> None:
        self._logins[session_id] = _Login(phone, self._now() + LOGIN_S)
        self._logins.move_to_end(session_id)
        while len(self._logins) > MOST_LOGINS:
            self._logins.popitem(last=False)

    def phone(self, session_id: str) -> str | None:
        """The phone number that logged in less than 30 minutes ago."""
        login = self._logins.get(session_id)
        if login is None:
            return None
        if self._now() >= login.until:
            del self._logins[session_id]
            return None
        return login.phone
