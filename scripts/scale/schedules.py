"""One run of each schedule for so many users: its tasks, its time, what it uses."""

from __future__ import annotations

from dataclasses import dataclass

from future_finance.domain.job import INSIGHTS_QUEUE, SYNC_QUEUE, WEEKLY_INSIGHTS_QUEUE
from future_finance.domain.schedule import FAN_OUT_QUEUE
from scripts.scale.assumptions import Assumptions
from scripts.scale.fan_out_flow import FannedOut, fan_out
from scripts.scale.queue_flow import Batch, Drained, QueueFlow, drain, worker_of
from scripts.scale.usage import Usage, on

NIGHTLY_HOUR = 1  # the last one before 02:00


@dataclass(frozen=True, slots=True)
class ScheduleRun:
    """One period's run. `dispatch` is what finding and naming takes, `work` what each user's own part does."""

    name: str
    due: int
    pages: int
    named_at_s: float  # when the last user's task had its name
    done: Drained
    dispatch: Usage
    work: Usage

    @property
    def tasks(self) -> float:
        """Tasks named: a page each, a user each."""
        return self.pages + self.done.tasks

    @property
    def done_at_s(self) -> float:
        return max(self.named_at_s, self.done.done_at_s)

    @property
    def usage(self) -> Usage:
        return self.dispatch + self.work


def nightly(users: int, a: Assumptions) -> ScheduleRun:
    """Daily sync at 02:00: of the sessions that are still open, those that have not synced since their login."""
    return _syncs("daily-sync", round(users * a.open_sessions(NIGHTLY_HOUR)), a.unsynced_share, a)


def nightly_of_all(users: int, a: Assumptions) -> ScheduleRun:
    """What the same run would be if a login at the provider lasted for days: everybody is due."""
    return _syncs("daily-sync, if logins lasted", users, 1.0, a)


def weekly(users: int, a: Assumptions) -> ScheduleRun:
    """Weekly insights. Users seen lately are read, and those who agreed get a task."""
    fanned, flow = _weekly_fan_out(users, a), weekly_flow(a)
    done = drain(Batch(at_s, tasks, flow) for at_s, tasks in fanned.arrivals)
    work = insights_usage(a, done.attempts, a.worded_weekly, flow)
    seen = round(users * a.seen_share)
    due = round(seen * a.insights_share)
    return _run("weekly-insights", due, fanned.reads, fanned, a, a.page_s, done, work)


def _weekly_fan_out(users: int, a: Assumptions) -> FannedOut:
    return fan_out(worker_of(FAN_OUT_QUEUE), round(users * a.seen_share), a.insights_share, a.page_s)


def monthly(users: int, a: Assumptions) -> ScheduleRun:
    """The month's net worth points, written by the pages themselves."""
    fanned = fan_out(worker_of(FAN_OUT_QUEUE), users, 0.0, a.points_page_s)
    done = drain(())
    points = round(users * a.net_worth_share)
    looked_at = users - points  # the year's bucket alone
    work = Usage(reads=points * a.point_reads + looked_at, writes=points * a.point_writes)
    return _run("monthly-net-worth", points, fanned.reads, fanned, a, a.points_page_s, done, work)


def sync_flow(a: Assumptions) -> QueueFlow:
    return QueueFlow(worker_of(SYNC_QUEUE), a.sync_s, a.failing_share)


def sync_usage(a: Assumptions, attempts: float) -> Usage:
    """Attempts of the sync worker, their delivery included."""
    each = Usage(reads=a.sync_reads, writes=a.sync_writes, kms=a.sync_kms, tasks=1)
    return on(worker_of(SYNC_QUEUE), a.sync_s, attempts, a.log_kib) + each * attempts


def insights_flow(a: Assumptions) -> QueueFlow:
    """Those after a sync."""
    return _insights_flow(INSIGHTS_QUEUE, a.worded_after_sync, a)


def weekly_flow(a: Assumptions) -> QueueFlow:
    """Those of the calendar, in a queue of their own."""
    return _insights_flow(WEEKLY_INSIGHTS_QUEUE, a.worded_weekly, a)


def _insights_flow(queue: str, worded_share: float, a: Assumptions) -> QueueFlow:
    return QueueFlow(worker_of(queue), a.insights_s + worded_share * a.wording_s, a.failing_share)


def insights_usage(a: Assumptions, attempts: float, worded_share: float, flow: QueueFlow) -> Usage:
    """Attempts of the insights worker, their delivery included; of `worded_share` the model is asked."""
    each = Usage(
        reads=a.insights_reads,
        writes=a.insights_writes,
        tasks=1,
        tokens_in=a.wording_tokens_in * (1 - a.cached_share) * worded_share,
        tokens_cached=a.wording_tokens_in * a.cached_share * worded_share,
        tokens_out=a.wording_tokens_out * worded_share,
    )
    return on(flow.row, flow.latency_s, attempts, a.log_kib) + each * attempts


def _syncs(name: str, sessions: int, due_share: float, a: Assumptions) -> ScheduleRun:
    """Of the open sessions those are read that are due, and the user of each. A query on two ranges is billed a
    read for a thousand index entries, too: one a page, which cannot have more."""
    due = round(sessions * due_share)
    fanned = fan_out(worker_of(FAN_OUT_QUEUE), due, 1.0, a.page_s)
    flow = sync_flow(a)
    done = drain(Batch(at_s, tasks, flow) for at_s, tasks in fanned.arrivals)
    return _run(
        name, due, fanned.reads + fanned.pages + due, fanned, a, a.page_s, done, sync_usage(a, done.attempts)
    )


def _run(
    name: str,
    due: int,
    read: int,
    fanned: FannedOut,
    a: Assumptions,
    page_s: float,
    done: Drained,
    work: Usage,
) -> ScheduleRun:
    """`read`: what the pages are billed."""
    attempts = fanned.pages / (1 - a.failing_share)
    named = fanned.pages + done.tasks
    dispatch = on(worker_of(FAN_OUT_QUEUE), page_s, attempts, a.log_kib) + Usage(
        reads=read, tasks=named + attempts
    )
    return ScheduleRun(name, due, fanned.pages, fanned.done_at_s, done, dispatch, work)
