"""Consents: what is granted for what, until when, and how it ends."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from future_finance.domain.consent import (
    LASTS,
    Consents,
    ConsentStatus,
    Purpose,
    Scope,
    grant,
    granted_scopes,
    kept_until,
    revoke,
    status_of,
)

NOW = datetime(2026, 11, 24, 4, tzinfo=UTC)
PAIRS = st.tuples(st.sampled_from(Scope), st.sampled_from(Purpose))
NOTHING: Consents = {}


def test_nothing_is_granted_before_it_is_asked_for() -> None:
    assert granted_scopes(NOTHING, Purpose.SYNC, NOW) == frozenset()
    assert status_of(NOTHING, Scope.EPF, Purpose.CHAT, NOW) is ConsentStatus.PENDING


def test_a_grant_is_for_one_scope_and_one_purpose() -> None:
    consents = grant(NOTHING, [(Scope.EPF, Purpose.SYNC), (Scope.EPF, Purpose.CHAT)], "1", NOW)
    assert granted_scopes(consents, Purpose.CHAT, NOW) == {Scope.EPF}
    assert granted_scopes(consents, Purpose.INSIGHTS, NOW) == frozenset()


@pytest.mark.parametrize("purpose", set(Purpose) - {Purpose.SYNC})
def test_what_may_not_be_kept_may_not_be_used_either(purpose: Purpose) -> None:
    consents = grant(NOTHING, [(Scope.EPF, purpose)], "1", NOW)
    assert status_of(consents, Scope.EPF, purpose, NOW) is ConsentStatus.GRANTED
    assert granted_scopes(consents, purpose, NOW) == frozenset()
    kept = grant(NOTHING, [(Scope.EPF, Purpose.SYNC)], "1", NOW - timedelta(days=1))
    later = grant(kept, [(Scope.EPF, purpose)], "1", NOW)
    assert granted_scopes(later, purpose, NOW + LASTS - timedelta(days=1)) == frozenset()


def test_what_is_kept_is_kept_until_the_first_of_its_consents_runs_out() -> None:
    assert kept_until(NOTHING, NOW) is None
    earlier = grant(NOTHING, [(Scope.EPF, Purpose.SYNC)], "1", NOW - timedelta(days=1))
    both = grant(earlier, [(Scope.ASSETS, Purpose.SYNC), (Scope.ASSETS, Purpose.CHAT)], "1", NOW)
    assert kept_until(both, NOW) == NOW + LASTS - timedelta(days=1)
    assert kept_until(both, NOW + LASTS - timedelta(days=1)) == NOW + LASTS
    assert kept_until(both, NOW + LASTS) is None


def test_a_grant_ends_after_a_year_and_granting_again_begins_another() -> None:
    consents = grant(NOTHING, [(Scope.EPF, Purpose.SYNC)], "1", NOW)
    last_moment = NOW + LASTS - timedelta(seconds=1)
    assert granted_scopes(consents, Purpose.SYNC, last_moment) == {Scope.EPF}
    assert status_of(consents, Scope.EPF, Purpose.SYNC, NOW + LASTS) is ConsentStatus.EXPIRED
    renewed = grant(consents, [(Scope.EPF, Purpose.SYNC)], "2", last_moment)
    assert granted_scopes(renewed, Purpose.SYNC, NOW + LASTS) == {Scope.EPF}


def test_without_sync_no_purpose_is_left() -> None:
    consents = grant(NOTHING, [(Scope.ASSETS, purpose) for purpose in Purpose], "1", NOW)
    after = revoke(consents, Scope.ASSETS, [Purpose.SYNC], NOW)
    assert {status_of(after, Scope.ASSETS, purpose, NOW) for purpose in Purpose} == {ConsentStatus.REVOKED}


def test_one_purpose_can_end_while_the_others_go_on() -> None:
    consents = grant(NOTHING, [(Scope.ASSETS, Purpose.SYNC), (Scope.ASSETS, Purpose.CHAT)], "1", NOW)
    after = revoke(consents, Scope.ASSETS, [Purpose.CHAT], NOW)
    assert granted_scopes(after, Purpose.SYNC, NOW) == {Scope.ASSETS}
    assert granted_scopes(after, Purpose.CHAT, NOW) == frozenset()


@given(st.lists(PAIRS), st.sampled_from(Scope), st.lists(st.sampled_from(Purpose), min_size=1))
def test_revoking_twice_is_revoking_once_and_touches_no_other_scope(
    grants: list[tuple[Scope, Purpose]], scope: Scope, purposes: list[Purpose]
) -> None:
    consents = grant(NOTHING, grants, "1", NOW)
    once = revoke(consents, scope, purposes, NOW)
    assert revoke(once, scope, purposes, NOW + timedelta(days=1)) == once
    assert not any(scope in granted_scopes(once, purpose, NOW) for purpose in purposes)
    for purpose in Purpose:
        assert granted_scopes(once, purpose, NOW) - {scope} == granted_scopes(consents, purpose, NOW) - {
            scope
        }
