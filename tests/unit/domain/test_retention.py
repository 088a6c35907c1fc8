"""The table of retention, held to the database's TTL and to whom it erases."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from future_finance.domain.retention import (
    INACTIVE_AFTER,
    KEPT,
    TOLD_AT_LEAST_BEFORE,
    to_be_erased,
    to_be_told,
)

INDEXES = Path(__file__).parents[3] / "firestore.indexes.json"
NOW = datetime(2026, 11, 24, tzinfo=UTC)
AGES = st.timedeltas(timedelta(0), 2 * INACTIVE_AFTER)


def test_every_row_of_the_table_has_a_ttl_and_no_other_collection_has() -> None:
    fields = json.loads(INDEXES.read_text())["fieldOverrides"]
    ttl = {(each["collectionGroup"], each["fieldPath"]) for each in fields if each.get("ttl")}
    assert ttl == {(collection, "expireAt") for collection in KEPT}


def test_the_sweep_may_look_for_what_ttl_has_missed_in_every_collection_of_the_table() -> None:
    fields = json.loads(INDEXES.read_text())["fieldOverrides"]
    swept = {
        each["collectionGroup"]
        for each in fields
        if each["fieldPath"] == "expireAt"
        and {"order": "ASCENDING", "queryScope": "COLLECTION_GROUP"} in each["indexes"]
    }
    assert swept == set(KEPT)


@given(AGES, st.none() | AGES)
def test_nobody_is_erased_who_was_here_within_the_period_or_not_told_in_time(
    seen: timedelta, told: timedelta | None
) -> None:
    seen_at, told_at = NOW - seen, None if told is None else NOW - told
    if to_be_erased(seen_at, told_at, NOW):
        assert told_at is not None
        assert seen >= INACTIVE_AFTER
        assert seen_at <= told_at <= NOW - TOLD_AT_LEAST_BEFORE
    assert not (to_be_told(seen_at, told_at, NOW) and to_be_erased(seen_at, told_at, NOW))


@given(AGES)
def test_whoever_stays_away_is_told_once_and_erased_in_time_after_it(extra: timedelta) -> None:
    seen_at = NOW - INACTIVE_AFTER - extra
    assert to_be_told(seen_at, None, NOW)
    assert not to_be_told(seen_at, NOW, NOW)
    assert not to_be_erased(seen_at, NOW, NOW + TOLD_AT_LEAST_BEFORE - timedelta(seconds=1))
    assert to_be_erased(seen_at, NOW, NOW + TOLD_AT_LEAST_BEFORE)


def test_who_came_back_after_being_told_is_told_anew_the_next_time() -> None:
    back = NOW - INACTIVE_AFTER
    assert to_be_told(back, back - timedelta(days=1), NOW)
    assert not to_be_erased(back, back - timedelta(days=1), NOW)
