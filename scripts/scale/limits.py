"""Which limit binds at which number of users, from what one user adds to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scripts.scale.assumptions import LOGINS_BY_HOUR, Assumptions
from scripts.scale.product import DEFAULTS
from scripts.scale.queue_flow import QueueFlow
from scripts.scale.schedules import insights_flow, sync_flow, weekly_flow

WEEK_S = 7 * 24 * 3600.0
NIGHT_S = 22 * 3600.0  # from 02:00 until the next day begins
HOT_INDEX_PER_S = 500.0  # writes a second to an index whose values rise with time
KMS_PER_S = 1_000.0
QUEUE_PER_S = 500.0  # the most that a queue of Cloud Tasks may be set to


@dataclass(frozen=True, slots=True)
class Limit:
    """`users`: the accounts at which it binds. `ours`: a setting that an operator can raise."""

    what: str
    users: float
    ours: bool
    then: str


def limits(a: Assumptions) -> list[Limit]:
    """Lowest first."""
    return sorted(_all(a), key=lambda limit: limit.users)


def _all(a: Assumptions) -> Iterator[Limit]:
    peak = a.logins_a_day * max(LOGINS_BY_HOUR) / 3600  # logins a second of one account, in the busiest hour
    follow = peak * a.changed_share
    worded = a.logins_a_day * a.changed_share * a.worded_after_sync
    tokens = worded * (a.wording_tokens_in + a.wording_tokens_out) + a.active_share * a.questions / 30 * (
        a.chat_tokens_in + a.chat_tokens_out
    )
    stop = DEFAULTS.ai_global_tokens_per_day
    yield Limit(
        f"the day's stop of the model's tokens ({stop:,} for all together)",
        stop / tokens,
        True,
        "insights keep their templates, the chat rests till midnight: money, not load",
    )
    yield _queue("syncs in the busiest hour", sync_flow(a), peak, 1.0)
    yield _queue("insights after syncs in the busiest hour", insights_flow(a), follow, 1.0)
    yield _queue(
        "weekly insights within their week",
        weekly_flow(a),
        a.seen_share * a.insights_share,
        WEEK_S,
    )
    yield _queue("nightly syncs within a day, if logins lasted", sync_flow(a), 1.0, NIGHT_S)
    jobs = peak + follow
    yield Limit(
        "Firestore: writes to the index of jobs.deadlineAt, 500 a second",
        HOT_INDEX_PER_S / (2 * jobs),
        False,
        "a job enters the index and leaves it: latency rises; a shard before the time would spread it",
    )
    yield Limit(
        "Cloud KMS: 60,000 operations a minute (from memory; since 2026 the quota follows use)",
        KMS_PER_S / (peak * (a.login_kms + a.sync_kms)),
        False,
        "a larger quota is asked for",
    )
    yield Limit(
        "Cloud Tasks: 500 dispatches a second of a queue",
        QUEUE_PER_S * (1 - a.failing_share) / peak,
        False,
        "a second queue",
    )


def _queue(what: str, flow: QueueFlow, load: float, within_s: float) -> Limit:
    """`load`: tasks of one account within `within_s`."""
    name, per_s = min(flow.limits().items(), key=lambda item: item[1])
    return Limit(
        f"{what} ({flow.row.name}: {name}, {per_s:.1f} a second)",
        flow.tasks_per_s * within_s / load,
        True,
        "tasks wait, none is lost; raise it in the endpoint table",
    )
