"""A person's insights: listed, acted on, exported."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Sequence
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
    """Some insights in the order of their list. `next_after` is the position to go on after: it holds, too, when
    the insight that stood there is put away meanwhile."""

    insights: Sequence[Insight]
    next_after: str | None
    total: int


async def list_insights(
    store: InsightStore, uid: str, category: str | None, limit: int, after: str | None, now: datetime
) -> Page:
    """Open insights that are not asleep, the most pressing first. Raises InvalidInput for a cursor that is none."""
    listed = [
        insight
        for insight in await store.open(uid)
        if insight.state_at(now) is not InsightState.SNOOZED and category in {None, insight.category}
    ]
    return _page(listed, _most_pressing_first, limit, after)


async def list_put_away(
    store: InsightStore, uid: str, category: str | None, limit: int, after: str | None, now: datetime
) -> Page:
    """Dismissed insights and those asleep, the last one first. Raises InvalidInput for a cursor that is none."""
    listed = [
        insight
        for insight in (await store.stored(uid)).values()
        if insight.state_at(now) in _PUT_AWAY and category in {None, insight.category}
    ]
    return _page(listed, _last_changed_first, limit, after)


def _page[P: tuple[object, ...]](
    listed: Sequence[Insight], position: Callable[[Insight], P], limit: int, after: str | None
) -> Page:
    ordered = sorted(listed, key=position)
    if after is not None:
        last = _position(after)
        if any(list(map(type, position(insight))) != list(map(type, last)) for insight in ordered):
            raise _no_cursor()
        ordered = [insight for insight in ordered if position(insight) > last]
    page = ordered[:limit]
    return Page(page, _cursor(position(page[-1])) if len(ordered) > limit else None, len(listed))


def _cursor(position: tuple[object, ...]) -> str:
    return base64.urlsafe_b64encode(json.dumps(position).encode()).decode().rstrip("=")


def _position(cursor: str) -> tuple[object, ...]:
    try:
        read = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (ValueError, RecursionError):
        raise _no_cursor() from None
    if not isinstance(read, list):
        raise _no_cursor()
    return tuple(read)


def _no_cursor() -> InvalidInput:
    return InvalidInput(details={"fields": [{"path": "cursor", "problem": "unknown"}]})


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
