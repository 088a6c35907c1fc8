"""What people do by themselves: a day's syncs through the queues, and a month's units."""

from __future__ import annotations

from dataclasses import dataclass

from future_finance.endpoints import BY_ENTRY_POINT
from scripts.scale.assumptions import LOGINS_BY_HOUR, Assumptions
from scripts.scale.queue_flow import Batch, Drained, drain
from scripts.scale.schedules import insights_flow, insights_usage, sync_flow, sync_usage
from scripts.scale.usage import Usage, on

MINUTES = 60
DAYS = 30


@dataclass(frozen=True, slots=True)
class Day:
    """A day of logins, each with its sync, and the insights that follow."""

    logins: float
    peak_per_s: float
    syncs: Drained
    insights: Drained


def day(users: int, a: Assumptions) -> Day:
    """Minute by minute, by the hours of `LOGINS_BY_HOUR`."""
    logins = users * a.logins_a_day
    arrivals = [
        (float((hour * MINUTES + minute) * 60), logins * share / MINUTES)
        for hour, share in enumerate(LOGINS_BY_HOUR)
        for minute in range(MINUTES)
    ]
    sync, after = sync_flow(a), insights_flow(a)
    following = [Batch(at_s, syncs * a.changed_share, after) for at_s, syncs in arrivals]
    return Day(
        logins,
        logins * max(LOGINS_BY_HOUR) / 3600,
        drain(Batch(at_s, tasks, sync) for at_s, tasks in arrivals),
        drain(following),
    )


def month(users: int, a: Assumptions) -> dict[str, Usage]:
    """A month's units by what they are for."""
    active = users * a.active_share
    syncs = active * a.logins
    runs = syncs * a.changed_share
    delivered = 1 / (1 - a.failing_share)
    flow = insights_flow(a)
    return {
        "opening the app": _opens(a) * (active * a.opens),
        "logging in at Fi": _logins(a) * (active * a.logins),
        "syncs people ask for": sync_usage(a, syncs * delivered) + Usage(tasks=syncs),
        "insights after a sync": insights_usage(a, runs * delivered, a.worded_after_sync, flow)
        + Usage(tasks=runs),
        "questions in the chat": _question(a) * (active * a.questions),
        "keeping the data": Usage(stored_gib=users * a.stored_mib / 1024, deletes=_expiring(a) * active),
    }


def _opens(a: Assumptions) -> Usage:
    row = BY_ENTRY_POINT["financial_overview"]
    return on(row, a.request_s, a.open_requests, a.log_kib) + Usage(reads=a.open_reads, writes=a.open_writes)


def _logins(a: Assumptions) -> Usage:
    asked_fi = 2  # connect and confirm
    return (
        on(BY_ENTRY_POINT["connections"], a.connect_s, asked_fi, a.log_kib)
        + on(BY_ENTRY_POINT["financial_sync"], a.request_s, a.login_requests - asked_fi, a.log_kib)
        + Usage(reads=a.login_reads, writes=a.login_writes, kms=a.login_kms)
    )


def _question(a: Assumptions) -> Usage:
    return on(BY_ENTRY_POINT["chat"], a.chat_s, 1, a.log_kib) + Usage(
        reads=a.chat_reads,
        writes=a.chat_writes,
        tokens_in=a.chat_tokens_in * (1 - a.cached_share),
        tokens_cached=a.chat_tokens_in * a.cached_share,
        tokens_out=a.chat_tokens_out,
    )


def _expiring(a: Assumptions) -> float:
    """Documents of an active person that reach their end in a month: as many as were made."""
    jobs = a.logins * (1 + a.changed_share)
    told = a.logins * a.changed_share * a.worded_after_sync + a.questions
    turns = a.questions
    return jobs + told + turns
