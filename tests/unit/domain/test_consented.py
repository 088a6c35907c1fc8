"""What consent leaves of a fetch."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from future_finance.domain.asset_class import AssetClass, LiabilityClass
from future_finance.domain.consent import Scope
from future_finance.domain.consented import is_whole, parts_to_fetch, within
from future_finance.domain.snapshot import (
    AssetPart,
    CreditReport,
    Epf,
    LiabilityPart,
    NetWorth,
    PartName,
    PartOutcome,
    PartStatus,
    Snapshot,
)

EVERYTHING = frozenset(Scope)
WHOLE = Snapshot(
    outcomes={part: PartOutcome(PartStatus.OK) for part in PartName},
    net_worth=NetWorth(
        assets=(AssetPart(AssetClass.SAVINGS, 100), AssetPart(AssetClass.EPF, 50)),
        liabilities=(LiabilityPart(LiabilityClass.CREDIT_CARD, 30),),
        stated_total_minor=120,
    ),
    credit_report=CreditReport("Experian", 700, date(2026, 10, 31), (), (), None),
    epf=Epf((), 50, None),
    statements=(),
    mf_trades=(),
    stock_trades=(),
)


def test_with_every_consent_nothing_is_lost() -> None:
    assert within(WHOLE, EVERYTHING) == WHOLE


@pytest.mark.parametrize(
    ("scope", "parts"),
    [
        (Scope.ASSETS, {PartName.NET_WORTH}),
        (Scope.LIABILITIES, {PartName.NET_WORTH}),
        (
            Scope.TRANSACTIONS,
            {PartName.BANK_TRANSACTIONS, PartName.MF_TRANSACTIONS, PartName.STOCK_TRANSACTIONS},
        ),
        (Scope.CREDIT_SCORE, {PartName.CREDIT_REPORT}),
        (Scope.EPF, {PartName.EPF}),
    ],
)
def test_a_tool_that_serves_no_agreed_scope_is_not_asked(scope: Scope, parts: set[PartName]) -> None:
    assert parts_to_fetch({scope}) == parts


def test_one_side_of_the_net_worth_is_dropped_with_the_total_that_would_tell_it() -> None:
    kept = within(WHOLE, EVERYTHING - {Scope.LIABILITIES}).net_worth
    assert kept is not None
    assert (len(kept.assets), kept.liabilities, kept.stated_total_minor) == (2, (), None)
    kept = within(WHOLE, EVERYTHING - {Scope.ASSETS}).net_worth
    assert kept is not None
    assert (kept.assets, len(kept.liabilities), kept.stated_total_minor) == ((), 1, None)


def test_the_provident_fund_s_line_among_the_assets_goes_with_it() -> None:
    kept = within(WHOLE, EVERYTHING - {Scope.EPF})
    assert kept.epf is None
    assert kept.net_worth is not None
    assert [part.asset_class for part in kept.net_worth.assets] == [AssetClass.SAVINGS]


@given(st.frozensets(st.sampled_from(Scope)))
def test_nothing_of_an_unagreed_scope_is_kept_and_its_parts_say_why(scopes: frozenset[Scope]) -> None:
    kept = within(WHOLE, scopes)
    worth = kept.net_worth
    assert Scope.ASSETS in scopes or worth is None or worth.assets == ()
    assert Scope.LIABILITIES in scopes or worth is None or worth.liabilities == ()
    assert (kept.credit_report is not None) is (Scope.CREDIT_SCORE in scopes)
    assert (kept.epf is not None) is (Scope.EPF in scopes)
    assert (kept.statements is not None) is (Scope.TRANSACTIONS in scopes)
    assert (kept.mf_trades is not None) is (Scope.TRANSACTIONS in scopes)
    assert (kept.stock_trades is not None) is (Scope.TRANSACTIONS in scopes)
    unasked = {part for part, outcome in kept.outcomes.items() if outcome.status is PartStatus.NO_CONSENT}
    assert unasked == set(PartName) - parts_to_fetch(scopes)
    assert is_whole(scopes) is ({Scope.ASSETS, Scope.LIABILITIES} <= scopes)


def test_a_part_that_failed_stays_failed() -> None:
    failed = replace(
        WHOLE,
        outcomes={**WHOLE.outcomes, PartName.EPF: PartOutcome(PartStatus.FAILED, "timeout")},
        epf=None,
    )
    assert within(failed, EVERYTHING).outcomes[PartName.EPF].status is PartStatus.FAILED
