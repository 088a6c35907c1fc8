"""The life of an insight: what a person decides stays, until its figures say something else."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from future_finance.domain.facts import Fact
from future_finance.domain.finding import Impact, ImpactKind, Severity
from future_finance.domain.insight import (
    Action,
    Figure,
    Insight,
    InsightState,
    InsightText,
    Step,
    act,
    faded,
    materially_other,
    measured,
    merged,
)
from future_finance.domain.profile import Language
from future_finance.errors import Conflict

NOW = datetime(2026, 11, 24, 4, tzinfo=UTC)
LATER = NOW + timedelta(days=7)


def figure(value: str, fact_id: str = "L07", unit: str = "INR") -> Figure:
    return Figure(
        fact_id, "Card interest a year", "साल का कार्ड ब्याज", value, unit, "year", date(2026, 10, 31)
    )


def insight(value: str = "80700.00", state: InsightState = InsightState.NEW, at: datetime = NOW) -> Insight:
    return Insight(
        id="D02",
        detector="D02",
        category="debt",
        severity=Severity.HIGH,
        confidence=0.9,
        raise_confidence="",
        raise_confidence_hi="",
        impact=Impact(ImpactKind.PER_YEAR, -80_700_00, is_estimate=True),
        texts={"en": InsightText("Card interest", "It costs.", "Look.")},
        figures=(figure(value),),
        steps=(Step("See the statement", "स्टेटमेंट देखें"), Step("Compare", "तुलना करें")),
        created_at=at,
        updated_at=at,
        state=state,
    )


def fact(value: str, fact_id: str = "L07") -> Fact:
    return Fact(
        id=fact_id,
        label="Card interest a year",
        value=Decimal(value),
        unit="INR",
        as_of=date(2026, 10, 31),
        scopes=frozenset({"credit_score"}),
    )


def test_a_finding_seen_for_the_first_time_is_new() -> None:
    assert merged(None, insight(), NOW).state is InsightState.NEW


@pytest.mark.parametrize("state", [InsightState.SEEN, InsightState.IMPLEMENTING, InsightState.DONE])
def test_a_finding_that_fires_again_keeps_what_was_decided_and_takes_the_new_figures(
    state: InsightState,
) -> None:
    after = merged(insight(state=state), insight("95000.00", at=LATER), LATER)
    assert (after.state, after.figures[0].value, after.created_at) == (state, "95000.00", NOW)


def test_a_dismissed_finding_stays_away_while_its_figures_move_little() -> None:
    dismissed = act(insight(), Action.DISMISS, NOW)
    assert merged(dismissed, insight("85000.00", at=LATER), LATER) == dismissed


def test_a_dismissed_finding_returns_when_a_figure_moved_by_a_tenth() -> None:
    dismissed = act(insight(), Action.DISMISS, NOW)
    back = merged(dismissed, insight("88770.00", at=LATER), LATER)
    assert (back.state, back.returned, back.created_at) == (InsightState.NEW, True, LATER)


def test_data_that_only_grew_older_is_no_news() -> None:
    old, new = figure("10", "D01:bank", "days"), figure("60", "D01:bank", "days")
    assert not materially_other([figure("5.00"), old], [figure("5.00"), new])
    assert materially_other([figure("5.00")], [figure("5.00"), figure("1.00", "L08")])


@given(st.decimals(min_value="0.01", max_value=10**9, places=2), st.integers(-1, 1))
def test_a_figure_that_moves_less_than_a_tenth_is_never_material(was: Decimal, way: int) -> None:
    now = (was + way * was * Decimal("0.09")).quantize(Decimal("0.001"))
    small = abs(now - was) < Decimal("0.01") or abs(now - was) < was / 10
    assert materially_other([figure(str(was))], [figure(str(now))]) is not small


def test_a_text_that_changed_is_material() -> None:
    assert materially_other([figure("yes", unit="text")], [figure("no", unit="text")])


def test_a_finding_that_fires_no_more_is_resolved() -> None:
    assert faded(insight(), {"L07"}, LATER).state is InsightState.RESOLVED


def test_what_cannot_be_computed_now_is_not_resolved() -> None:
    assert faded(insight(), {"T01"}, LATER) == insight()


@pytest.mark.parametrize("state", [InsightState.DISMISSED, InsightState.DONE, InsightState.RESOLVED])
def test_what_is_over_does_not_fade(state: InsightState) -> None:
    assert faded(insight(state=state), {"L07"}, LATER) == insight(state=state)


def test_a_resolved_finding_that_fires_again_is_new() -> None:
    gone = faded(insight(), {"L07"}, NOW)
    assert merged(gone, insight(at=LATER), LATER).state is InsightState.NEW


def test_a_snooze_hides_until_its_day_and_then_it_is_new_again() -> None:
    asleep = act(insight(), Action.SNOOZE, NOW, until=LATER)
    assert asleep.state_at(LATER - timedelta(seconds=1)) is InsightState.SNOOZED
    assert asleep.state_at(LATER) is InsightState.NEW


def test_undo_brings_back_what_was_before_once() -> None:
    asleep = act(act(insight(), Action.SEEN, NOW), Action.SNOOZE, NOW, until=LATER)
    awake = act(asleep, Action.UNDO, NOW)
    assert (awake.state, awake.snoozed_until) == (InsightState.SEEN, None)
    with pytest.raises(Conflict):
        act(awake, Action.UNDO, NOW)


def test_a_checklist_is_ticked_and_survives_new_figures() -> None:
    begun = act(act(insight(), Action.IMPLEMENT, NOW), Action.CHECK, NOW, steps_done=frozenset({1}))
    assert [step.done for step in begun.steps] == [False, True]
    after = merged(begun, insight("81000.00", at=LATER), LATER)
    assert [step.done for step in after.steps] == [False, True]
    unticked = act(begun, Action.CHECK, NOW)
    assert [step.done for step in unticked.steps] == [False, False]


@pytest.mark.parametrize(
    ("state", "action"),
    [
        (InsightState.DISMISSED, Action.IMPLEMENT),
        (InsightState.DONE, Action.DISMISS),
        (InsightState.SEEN, Action.CHECK),
        (InsightState.RESOLVED, Action.DONE),
        (InsightState.IMPLEMENTING, Action.SNOOZE),
        (InsightState.SNOOZED, Action.SEEN),
    ],
)
def test_a_step_that_the_state_does_not_allow_is_refused(state: InsightState, action: Action) -> None:
    asleep = replace(insight(state=state), snoozed_until=LATER if state is InsightState.SNOOZED else None)
    with pytest.raises(Conflict):
        act(asleep, action, NOW, until=LATER)


@pytest.mark.parametrize(
    "action", [Action.SEEN, Action.DISMISS, Action.IMPLEMENT, Action.DONE, Action.EXPORT]
)
def test_the_same_action_twice_changes_nothing_more(action: Action) -> None:
    once = act(insight(), action, NOW)
    assert act(once, action, LATER) == once


def test_the_outcome_is_measured_after_30_and_after_60_days() -> None:
    done = act(insight(), Action.DONE, NOW)
    facts = {"L07": fact("20000.00")}
    assert measured(done, facts, fires=True, now=NOW + timedelta(days=29)) == done
    first = measured(done, facts, fires=True, now=NOW + timedelta(days=31))
    (outcome,) = first.outcomes
    assert (outcome.day, outcome.gone) == (30, False)
    assert [(c.before, c.after) for c in outcome.changes] == [("80700.00", "20000.00")]
    second = measured(first, {}, fires=False, now=NOW + timedelta(days=61))
    assert [(o.day, o.gone, o.changes[0].after) for o in second.outcomes][1:] == [(60, True, None)]
    assert measured(second, facts, fires=True, now=NOW + timedelta(days=99)) == second


def test_what_is_done_anew_after_undo_is_measured_anew() -> None:
    facts = {"L07": fact("60000.00")}
    first = measured(act(insight(), Action.DONE, NOW), facts, fires=True, now=NOW + timedelta(days=31))
    back = act(first, Action.UNDO, NOW + timedelta(days=40))
    assert (back.state, back.outcomes) == (InsightState.NEW, ())
    again = act(back, Action.DONE, NOW + timedelta(days=50))
    assert measured(again, facts, fires=True, now=NOW + timedelta(days=79)) == again
    after = measured(again, facts, fires=True, now=NOW + timedelta(days=80))
    assert [outcome.day for outcome in after.outcomes] == [30]


def test_the_outcome_compares_with_the_figures_of_the_day_it_was_done() -> None:
    done = act(insight(), Action.DONE, NOW)
    newer = merged(done, insight("50000.00", at=LATER), LATER)
    after = measured(newer, {"L07": fact("50000.00")}, fires=True, now=NOW + timedelta(days=30))
    assert after.outcomes[0].changes[0].before == "80700.00"


def test_a_figure_of_the_detector_s_own_stays_known_while_the_finding_is_found() -> None:
    done = act(insight(), Action.DONE, NOW)  # its figure is none of the facts below
    still = measured(done, {}, fires=True, now=NOW + timedelta(days=30))
    assert [(c.before, c.after) for c in still.outcomes[0].changes] == [("80700.00", "80700.00")]


def test_what_was_done_and_measured_comes_back_when_it_changed_again() -> None:
    done = act(insight(), Action.DONE, NOW)
    measured_twice = measured(done, {}, fires=False, now=NOW + timedelta(days=60))
    much_later = NOW + timedelta(days=90)
    assert merged(measured_twice, insight(at=much_later), much_later).state is InsightState.DONE
    back = merged(measured_twice, insight("160000.00", at=much_later), much_later)
    assert (back.state, back.done_at, back.outcomes) == (InsightState.NEW, None, ())


def test_a_language_without_a_text_falls_back_to_english() -> None:
    assert insight().text_in(Language.HINDI) == insight().texts["en"]


def test_a_date_is_kept_as_text_and_is_no_number() -> None:
    day = replace(fact("1"), value=date(2026, 10, 31), unit="date")
    assert (Figure.of(day).value, Figure.of(day).number) == ("2026-10-31", None)
