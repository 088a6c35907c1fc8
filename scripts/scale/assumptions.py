"""What the simulation takes for granted: each figure with its unit and where it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from typing import Any

# The share of a day's logins that falls into each hour in India, from midnight: few at night, most in the evening.
LOGINS_BY_HOUR = (
    0.010, 0.004, 0.002, 0.002, 0.003, 0.008, 0.020, 0.035, 0.050, 0.060, 0.060, 0.055,
    0.050, 0.050, 0.045, 0.045, 0.048, 0.052, 0.062, 0.075, 0.088, 0.085, 0.060, 0.031,
)  # fmt: skip


def _figure(value: float, unit: str, source: str) -> Any:
    return field(default=value, metadata={"unit": unit, "source": source})


@dataclass(frozen=True, slots=True)
class Assumptions:
    """Defaults are the documented ones; a test or a reader may set others."""

    active_share: float = _figure(0.4, "of the accounts", "assumed: open the app at all in a month")
    opens: float = _figure(8, "a month, active person", "assumed")
    logins: float = _figure(4, "a month, active person", "assumed: log in at Fi, then sync at once")
    questions: float = _figure(10, "a month, active person", "assumed")
    session_minutes: float = _figure(30, "minutes", "Fi: how long a login lasts")
    unsynced_share: float = _figure(
        0.1, "of the sessions open at night", "assumed: logged in and has not synced since"
    )
    seen_share: float = _figure(0.6, "of the accounts", "assumed: opened the app within 90 days")
    insights_share: float = _figure(0.75, "of those seen", "assumed: agreed to insights")
    net_worth_share: float = _figure(
        0.8, "of the accounts", "assumed: has a net worth, and no point of the new month yet"
    )
    changed_share: float = _figure(
        0.9, "of the syncs", "assumed: bring something new, so that insights follow"
    )
    worded_after_sync: float = _figure(0.5, "of the runs after a sync", "assumed: have new figures to word")
    worded_weekly: float = _figure(
        0.1, "of the weekly runs", "assumed: data has seldom changed since the sync"
    )
    failing_share: float = _figure(0.05, "of the deliveries", "assumed: fail and come again")

    slowest_tool_s: float = _figure(1.5, "s", "assumed: Fi's slowest tool; nobody has measured Fi under load")
    sync_ratio: float = _figure(1.02, "x the slowest tool", "measured: scripts/bench")
    page_s: float = _figure(0.5, "s", "assumed: a query and 200 named tasks, 16 at once, 25 ms each")
    points_page_s: float = _figure(1.5, "s", "assumed: a query and 200 transactions, 16 at once, 100 ms each")
    insights_s: float = _figure(0.6, "s", "assumed: facts built, nothing to word")
    wording_s: float = _figure(5.0, "s more", "assumed: the model's answer")
    request_s: float = _figure(0.08, "s", "assumed: a read in the region; 3 ms with the emulator beside it")
    connect_s: float = _figure(1.0, "s", "assumed: a request that asks Fi")
    chat_s: float = _figure(6.0, "s", "assumed: the model's answer")

    open_requests: float = _figure(10, "requests an open", "assumed")
    open_reads: float = _figure(
        20, "reads an open", "assumed: overview 1, net worth 2, facts 2, insights, jobs"
    )
    open_writes: float = _figure(1, "writes an open", "assumed: facts of the day, last seen")
    login_requests: float = _figure(
        8, "requests a login", "assumed: connect, confirm, sync, a few looks at the job"
    )
    login_reads: float = _figure(
        32, "reads a login", "measured: connect 12, confirm 14; asking for the sync 6"
    )
    login_writes: float = _figure(8, "writes a login", "measured: connect 4, confirm 3; the job 1")
    login_kms: float = _figure(
        2, "KMS calls a login", "measured: 1 to seal; 1 to open where another instance confirms"
    )
    sync_reads: float = _figure(30, "reads a sync", "measured: 24 to 36")
    sync_writes: float = _figure(11, "writes a sync", "measured: the real run below, each sync with news")
    sync_kms: float = _figure(1, "KMS calls a sync", "measured: 1, or 0 where the instance has the key still")
    insights_reads: float = _figure(
        40, "reads a run", "measured: facts 22; assumed: insights stored, user, job"
    )
    insights_writes: float = _figure(
        6, "writes a run", "assumed: facts, job twice, what changed, quota, access log"
    )
    chat_reads: float = _figure(13, "reads a question", "measured: 10 for the first to 15 from the fifth on")
    chat_writes: float = _figure(7, "writes a question", "measured")
    point_reads: float = _figure(
        13, "reads a point", "assumed: user, profile, parts, overview, the year's bucket"
    )
    point_writes: float = _figure(2, "writes a point", "the year's bucket and the overview")
    wording_tokens_in: float = _figure(6_000, "tokens a wording", "assumed")
    wording_tokens_out: float = _figure(750, "tokens a wording", "assumed")
    chat_tokens_in: float = _figure(
        7_200, "tokens a question", "measured: scripts/eval, with the model's stand-in"
    )
    chat_tokens_out: float = _figure(
        600, "tokens a question", "assumed: the stand-in's 120, and thinking, which it does not do"
    )
    cached_share: float = _figure(
        0.5, "of the input", "assumed: seen by the model just before; 0.87 with the stand-in"
    )
    stored_mib: float = _figure(0.6, "MiB an account", "assumed: with recovery and backups")
    log_kib: float = _figure(1.0, "KiB a request", "assumed: our line and its labels")

    @property
    def sync_s(self) -> float:
        return self.slowest_tool_s * self.sync_ratio

    @property
    def logins_a_day(self) -> float:
        """Of one account, active or not."""
        return self.active_share * self.logins / 30

    def open_sessions(self, hour: int) -> float:
        """The share of all accounts whose session at Fi is open at the end of an hour of the day."""
        return self.logins_a_day * LOGINS_BY_HOUR[hour] * self.session_minutes / 60


def listed(assumptions: Assumptions) -> Iterator[tuple[str, float, str, str]]:
    """Name, value, unit and source of each."""
    for each in fields(assumptions):
        yield each.name, getattr(assumptions, each.name), each.metadata["unit"], each.metadata["source"]
