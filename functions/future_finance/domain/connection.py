"""A link to a provider: its states, and what may follow what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from future_finance.domain.local_date import IST

SESSION_LIFETIME = timedelta(minutes=30)  # a Fi passcode's validity


class ConnectionStatus(StrEnum):
    """none -> pending_login -> active -> needs_login -> pending_login ...; revoked from any."""

    PENDING_LOGIN = "pending_login"
    ACTIVE = "active"
    NEEDS_LOGIN = "needs_login"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class Connection:
    """A person's link to one provider. Never holds a session id or a login URL."""

    id: str
    provider_id: str
    status: ConnectionStatus
    shard: int
    created_at: datetime
    active_until: datetime | None = None
    sync_frequency_hours: int = 24
    next_sync_due: datetime | None = None
    login_started_at: datetime | None = None  # when the login that is pending, or was done last, began

    def status_at(self, now: datetime) -> ConnectionStatus:
        """The status as of `now`: an active link past its session needs a login again."""
        if self.status is ConnectionStatus.ACTIVE and (self.active_until is None or self.active_until <= now):
            return ConnectionStatus.NEEDS_LOGIN
        return self.status

    def same_session(self, other: Connection) -> bool:
        """Whether both speak of the same login at the provider."""
        return (self.status, self.active_until, self.login_started_at) == (
            other.status,
            other.active_until,
            other.login_started_at,
        )

    def logged_in_since(self, moment: datetime | None) -> bool:
        """Whether the login at the provider began after `moment`; None: there was nothing before."""
        return moment is None or self.login_started_at is None or self.login_started_at > moment

    def due_after(self, synced_at: datetime) -> datetime:
        """When a scheduled run should look at it next: midnight in India, before the nightly run.

        Whole days, so that it seldom changes.
        """
        due = (synced_at + timedelta(hours=self.sync_frequency_hours)).astimezone(IST)
        return due.replace(hour=0, minute=0, second=0, microsecond=0).astimezone(UTC)
