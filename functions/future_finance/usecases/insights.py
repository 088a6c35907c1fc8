"""A person's insights: listed, acted on, exported."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from future_finance.domain.finding import Severity
from future_finance.domain.insight import Action, Insight, InsightState, act
from future_finance.errors import InvalidInput, NotFound
from future_finance.usecases.insight_ports import ActionTaken, InsightStore

LONGEST_SNOOZE = timedelta(days=365)
_PUT_AWAY = frozenset({InsightState.DISMISSED, InsightState.SNOOZED})
_BY_SEVERITY = {Severity.HIGH: 0, Severity.MEDIUM: 1, Severity.LOW: 2}


@dataclass(frozen=True, slots=True)
class Page:
    """Some insights in the order of their list. `next_after` is the id to go on after."""

    insights: Sequence[Insight]
    next_after: str | None
    total: int


async def list_insights(
    store: InsightStore, uid: str, category: str | None, limit: int, after: str | None, now: datetime
) -> Page:
    """Open insights that are not asleep, the most pressing first. Raises InvalidInput for a cursor that is none
    of them."""
    listed = [
        insight
        for insight in await store.open(uid)
        if insight.state_at(now) is not InsightState.SNOOZED and category in {None, insight.category}
    ]
    return _page(sorted(listed, key=_most_pressing_first), limit, after)


async def list_put_away(
    store: InsightStore, uid: str, category: str | None, limit: int, after: str | None, now: datetime
) -> Page:
    """Dismissed insights and those asleep, the last one first. Raises InvalidInput for a cursor that is none of
    them."""
    listed = [
        insight
        for insight in (await store.stored(uid)).values()
        if insight.state_at(now) in _PUT_AWAY and category in {None, insight.category}
    ]
    return _page(sorted(listed, key=_last_changed_first), limit, after)


def _page(listed: Sequence[Insight], limit: int, after: str | None) -> Page:
    begin = 0
    if after is not None:
        ids = [insight.id for insight in listed]
        if after not in ids:
            raise InvalidInput(details={"fields": [{"path": "cursor", "problem": "unknown"}]})
        begin = ids.index(after) + 1
    page = listed[begin : begin + limit]
    more = begin + limit < len(listed)
    return Page(page, page[-1].id if more else None, len(listed))


def _most_pressing_first(insight: Insight) -> tuple[bool, int, int, str]:
    done = insight.state is InsightState.DONE
    return done, _BY_SEVERITY[insight.severity], -abs(insight.impact.minor), insight.id


def _last_changed_first(insight: Insight) -> tuple[float, str]:
    return -insight.updated_at.timestamp(), insight.id


async def act_on_insight(
    store: InsightStore,
    uid: str,
    taken: ActionTaken,
    *,
    until: datetime | None = None,
    steps_done: frozenset[int] = frozenset(),
) -> Insight:
    """The insight after the action. Raises NotFound, Conflict, InvalidInput."""
    now = taken.at
    if taken.action is Action.SNOOZE and not (until is not None and now < until <= now + LONGEST_SNOOZE):
        raise InvalidInput(details={"fields": [{"path": "until", "problem": "not_within_a_year"}]})

    def change(insight: Insight) -> Insight:
        if any(step >= len(insight.steps) for step in steps_done):
            raise InvalidInput(details={"fields": [{"path": "stepsDone", "problem": "unknown"}]})
        return act(insight, taken.action, now, until=until, steps_done=steps_done)

    return await store.change(uid, taken, change)


async def one_insight(store: InsightStore, uid: str, insight_id: str) -> Insight:
    """Raises NotFound."""
    insight = await store.get(uid, insight_id)
    if insight is None:
        raise NotFound
    return insight
