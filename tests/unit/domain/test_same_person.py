"""A login with another phone number is told from the same person's changed accounts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from future_finance.domain.portfolio import ConnectionHoldings, absorb
from future_finance.domain.same_person import same_person
from future_finance.domain.snapshot import NetWorth, Snapshot
from tests.fakes.person import SNAPSHOT, TODAY

HELD = absorb(ConnectionHoldings("c1", "fi_money"), SNAPSHOT, TODAY)


def with_accounts_named(suffix: str, *, epf: bool) -> Snapshot:
    assert SNAPSHOT.net_worth is not None
    renamed = tuple(
        replace(part, accounts=tuple(replace(a, id=a.id + suffix) for a in part.accounts))
        for part in SNAPSHOT.net_worth.assets
    )
    return replace(SNAPSHOT, net_worth=NetWorth(renamed, (), 0), epf=SNAPSHOT.epf if epf else None)


@pytest.mark.parametrize(
    ("snapshot", "same"),
    [
        (SNAPSHOT, True),
        (with_accounts_named("", epf=False), True),
        (with_accounts_named("-other", epf=True), True),
        (with_accounts_named("-other", epf=False), False),
        (replace(SNAPSHOT, net_worth=None), True),
        (replace(SNAPSHOT, net_worth=NetWorth((), (), 0)), True),
    ],
    ids=["same", "no fund", "new accounts, same fund", "nothing shared", "no answer", "no accounts"],
)
def test_only_accounts_that_share_nothing_are_another_persons(snapshot: Snapshot, same: bool) -> None:
    assert same_person(HELD, snapshot) is same


def test_a_connection_without_accounts_takes_anyones() -> None:
    assert same_person(ConnectionHoldings("c1", "fi_money"), SNAPSHOT)
