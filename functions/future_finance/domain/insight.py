"""An insight: a finding put in words, with the figures behind it, and what the person did with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from future_finance.domain.facts import Fact
from future_finance.domain.finding import Impact, Severity
from future_finance.domain.profile import Language
from future_finance.domain.retention import KEPT
from future_finance.errors import Conflict

RETENTION = KEPT["insights"]
MATERIAL_SHARE = Decimal("0.1")  # a figure that moved by a tenth and more
OUTCOME_DAYS = (30, 60)


class InsightState(StrEnum):
    """new -> seen -> dismissed | snoozed | implementing -> done; resolved: the finding is no longer there."""

    NEW = "new"
    SEEN = "seen"
    DISMISSED = "dismissed"
    SNOOZED = "snoozed"
    IMPLEMENTING = "implementing"
    DONE = "done"
    RESOLVED = "resolved"

    @property
    def open(self) -> bool:
        """Whether it is still before the person's eyes, now or later."""
        return self not in {InsightState.DISMISSED, InsightState.RESOLVED}


class Wording(StrEnum):
    """Whose words a text is."""

    MODEL = "model"
    TEMPLATE = "template"


@dataclass(frozen=True, slots=True)
class InsightText:
    """An insight in one language. Every figure in it was checked, or was written by code."""

    title: str
    description: str
    next_step: str
    wording: Wording = Wording.TEMPLATE


@dataclass(frozen=True, slots=True)
class Figure:
    """A fact as it was when the insight was made. `value` is exact text."""

    fact_id: str
    label: str
    label_hi: str
    value: str
    unit: str
    per: str | None
    as_of: date | None
    formula: str = ""
    scopes: tuple[str, ...] = ()  # the consents it needs

    @classmethod
    def of(cls, fact: Fact) -> Figure:
        value = fact.value.isoformat() if isinstance(fact.value, date) else str(fact.value)
        return cls(
            fact_id=fact.id,
            label=fact.label,
            label_hi=fact.label_hi,
            value=value,
            unit=fact.unit,
            per=fact.per,
            as_of=fact.as_of,
            formula=fact.formula,
            scopes=tuple(sorted(fact.scopes)),
        )

    @property
    def number(self) -> Decimal | None:
        """None where the value is text or a date."""
        try:
            return Decimal(self.value)
        except InvalidOperation:
            return None


@dataclass(frozen=True, slots=True)
class Change:
    """A figure at the time of the action, and later."""

    fact_id: str
    label: str
    unit: str
    before: str
    after: str | None  # None: the figure is no longer known


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it, `day` days after it was done. `gone`: the finding fires no more."""

    day: int
    measured_at: datetime
    gone: bool
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the checklist."""

    text: str
    text_hi: str
    done: bool = False


@dataclass(frozen=True, slots=True)
class Before:
    """What undo brings back."""

    state: InsightState
    snoozed_until: datetime | None
    done_at: datetime | None
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Insight:
    """As stored. `confidence` 0 to 1; `texts` by language code."""

    id: str
    detector: str
    category: str
    severity: Severity
    confidence: float
    raise_confidence: str
    raise_confidence_hi: str
    impact: Impact
    texts: Mapping[str, InsightText]
    figures: tuple[Figure, ...]
    steps: tuple[Step, ...]
    created_at: datetime
    updated_at: datetime
    state: InsightState = InsightState.NEW
    snoozed_until: datetime | None = None
    done_at: datetime | None = None
    before: Before | None = None
    outcomes: tuple[Outcome, ...] = ()
    model: str | None = None
    stand_in: bool = False  # worded by the offline stand-in of the model
    prompt_version: str | None = None
    tokens: int = 0  # of the whole run that worded it
    job_id: str = ""
    returned: bool = False  # dismissed before, and back because its figures changed
    baseline: tuple[Figure, ...] = field(default=())  # the figures when it was done

    @property
    def expire_at(self) -> datetime:
        return self.updated_at + RETENTION

    def state_at(self, now: datetime) -> InsightState:
        """One whose snooze has run out is new again."""
        if (
            self.state is InsightState.SNOOZED
            and self.snoozed_until is not None
            and self.snoozed_until <= now
        ):
            return InsightState.NEW
        return self.state

    def text_in(self, language: Language) -> InsightText:
        return self.texts.get(language.value) or self.texts[Language.ENGLISH.value]


def materially_other(old: Iterable[Figure], new: Iterable[Figure]) -> bool:
    """Whether the figures say something else now: one came or went, a text changed, or a number moved by a
    tenth and more. The age of data alone is no news."""
    before = {figure.fact_id: figure for figure in old if figure.unit != "days"}
    after = {figure.fact_id: figure for figure in new if figure.unit != "days"}
    if before.keys() != after.keys():
        return True
    return any(_moved(before[name], after[name]) for name in before)


def _moved(old: Figure, new: Figure) -> bool:
    was, now = old.number, new.number
    if was is None or now is None:
        return old.value != new.value
    return abs(now - was) >= max(abs(was) * MATERIAL_SHARE, Decimal("0.01"))


def merged(old: Insight | None, found: Insight, now: datetime) -> Insight:
    """What is stored of a finding that fires: `found` is it as made now, `old` what was stored before.

    The person's decision stays: what was dismissed, or done, comes back only when its figures changed
    materially; a snooze and a checklist go on.
    """
    if old is None:
        return found
    changed = materially_other(old.figures, found.figures)
    kept = replace(
        found,
        created_at=old.created_at,
        state=old.state_at(now),
        snoozed_until=old.snoozed_until,
        done_at=old.done_at,
        before=old.before,
        outcomes=old.outcomes,
        returned=old.returned,
        baseline=old.baseline,
        steps=_steps(old.steps, found.steps),
    )
    match old.state:
        case InsightState.DISMISSED if not changed:
            return old
        case InsightState.DISMISSED:
            return replace(kept, state=InsightState.NEW, returned=True, before=None, created_at=now)
        case InsightState.RESOLVED:
            return replace(kept, state=InsightState.NEW, before=None, created_at=now)
        case InsightState.DONE if len(old.outcomes) == len(OUTCOME_DAYS) and changed:
            return replace(
                kept,
                state=InsightState.NEW,
                before=None,
                created_at=now,
                done_at=None,
                outcomes=(),
                baseline=(),
            )
        case _:
            return kept


def _steps(old: tuple[Step, ...], new: tuple[Step, ...]) -> tuple[Step, ...]:
    ticked = {step.text for step in old if step.done}
    return tuple(replace(step, done=step.text in ticked) for step in new)


def faded(old: Insight, known: Iterable[str], now: datetime) -> Insight:
    """An insight whose finding fires no more. It is resolved only when all its figures are known today:
    what cannot be computed now has not gone away. `known` are the ids on which today's sheet has a say."""
    if old.state in {InsightState.DISMISSED, InsightState.RESOLVED, InsightState.DONE}:
        return old
    if not {figure.fact_id for figure in old.figures} <= set(known):
        return old
    return replace(old, state=InsightState.RESOLVED, before=None, updated_at=now)


def measured(insight: Insight, facts: Mapping[str, Fact], *, fires: bool, now: datetime) -> Insight:
    """With the outcome of 30 and of 60 days after it was done, as soon as they have passed."""
    if insight.state is not InsightState.DONE or insight.done_at is None:
        return insight
    taken = {outcome.day for outcome in insight.outcomes}
    due = [day for day in OUTCOME_DAYS if day not in taken and insight.done_at + timedelta(days=day) <= now]
    if not due:
        return insight
    current = {figure.fact_id: figure for figure in insight.figures} if fires else {}  # a detector's own too
    current |= {fact_id: Figure.of(fact) for fact_id, fact in facts.items()}
    changes = tuple(
        Change(
            figure.fact_id,
            figure.label,
            figure.unit,
            figure.value,
            current[figure.fact_id].value if figure.fact_id in current else None,
        )
        for figure in insight.baseline
        if figure.unit != "days"
    )
    outcomes = tuple(Outcome(day, now, not fires, changes) for day in due)
    return replace(insight, outcomes=(*insight.outcomes, *outcomes), updated_at=now)


class Action(StrEnum):
    """What a person can do with an insight. `check` ticks steps of the checklist."""

    SEEN = "seen"
    DISMISS = "dismiss"
    SNOOZE = "snooze"
    IMPLEMENT = "implement"
    CHECK = "check"
    DONE = "done"
    UNDO = "undo"
    EXPORT = "export"


_FROM: Mapping[Action, frozenset[InsightState]] = {
    Action.SEEN: frozenset({InsightState.NEW, InsightState.SEEN}),
    Action.DISMISS: frozenset(
        {InsightState.NEW, InsightState.SEEN, InsightState.SNOOZED, InsightState.IMPLEMENTING}
    ),
    Action.SNOOZE: frozenset({InsightState.NEW, InsightState.SEEN, InsightState.SNOOZED}),
    Action.IMPLEMENT: frozenset({InsightState.NEW, InsightState.SEEN, InsightState.SNOOZED}),
    Action.CHECK: frozenset({InsightState.IMPLEMENTING}),
    Action.DONE: frozenset({InsightState.NEW, InsightState.SEEN, InsightState.IMPLEMENTING}),
}
_TO: Mapping[Action, InsightState] = {
    Action.SEEN: InsightState.SEEN,
    Action.DISMISS: InsightState.DISMISSED,
    Action.SNOOZE: InsightState.SNOOZED,
    Action.IMPLEMENT: InsightState.IMPLEMENTING,
    Action.CHECK: InsightState.IMPLEMENTING,
    Action.DONE: InsightState.DONE,
}


def act(
    insight: Insight,
    action: Action,
    now: datetime,
    *,
    until: datetime | None = None,
    steps_done: frozenset[int] = frozenset(),
) -> Insight:
    """The insight after `action`. `until` is for a snooze, `steps_done` (indices from 0) for a checklist.

    Doing it again changes nothing. Raises Conflict where the state does not allow it.
    """
    state = insight.state_at(now)
    if action is Action.EXPORT:
        return insight
    if action is Action.UNDO:
        return _undone(insight, now)
    if state is _TO[action] and action not in {Action.SNOOZE, Action.CHECK}:
        return insight
    if state not in _FROM[action]:
        raise Conflict(f"This insight is {state}: that is not possible now.")
    before = Before(state, insight.snoozed_until, insight.done_at, insight.steps)
    done = replace(
        insight,
        state=_TO[action],
        snoozed_until=until if action is Action.SNOOZE else None,
        done_at=now if action is Action.DONE else insight.done_at,
        baseline=insight.figures if action is Action.DONE else insight.baseline,
        before=insight.before if action in {Action.SEEN, Action.CHECK} else before,
        updated_at=now,
    )
    if action is Action.CHECK:
        ticked = tuple(replace(step, done=n in steps_done) for n, step in enumerate(insight.steps))
        return replace(done, steps=ticked)
    return done


def _undone(insight: Insight, now: datetime) -> Insight:
    if insight.before is None:
        raise Conflict("There is nothing to undo.")
    before = insight.before
    if insight.state is InsightState.DONE:  # what came of it was of what is not done after all
        insight = replace(insight, outcomes=(), baseline=())
    return replace(
        insight,
        state=before.state,
        snoozed_until=before.snoozed_until,
        done_at=before.done_at,
        steps=before.steps,
        before=None,
        updated_at=now,
    )
