"""A login with another phone number is told from the same person's changed accounts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from future_finance.domain.portfolio import ConnectionHoldings, absorb
from future_finance.domain.same_person import Identity, identify
from future_finance.domain.snapshot import NetWorth, Snapshot
from tests.fakes.person import SNAPSHOT, TODAY

HELD = absorb(ConnectionHoldings("c1", "fi_money"), SNAPSHOT, TODAY)
NOTHING_HELD = ConnectionHoldings("c1", "fi_money")


def with_accounts_named(suffix: str, *, epf: bool) -> Snapshot:
    assert SNAPSHOT.net_worth is not None
    renamed = tuple(
        replace(part, accounts=tuple(replace(a, id=a.id + suffix) for a in part.accounts))
        for part in SNAPSHOT.net_worth.assets
    )
    return replace(SNAPSHOT, net_worth=NetWorth(renamed, (), 0), epf=SNAPSHOT.epf if epf else None)


@pytest.mark.parametrize(
    ("snapshot", "identity"),
    [
        (SNAPSHOT, Identity.SAME),
        (with_accounts_named("", epf=False), Identity.SAME),
        (with_accounts_named("-other", epf=True), Identity.SAME),
        (with_accounts_named("-other", epf=False), Identity.OTHER),
        (replace(SNAPSHOT, net_worth=None), Identity.SAME),
        (replace(SNAPSHOT, net_worth=None, epf=None), Identity.UNKNOWN),
        (replace(SNAPSHOT, net_worth=NetWorth((), (), 0), epf=None), Identity.UNKNOWN),
    ],
    ids=[
        "same",
        "no fund",
        "new accounts, same fund",
        "nothing shared",
        "the fund alone",
        "no answer",
        "empty",
    ],
)
def test_one_thing_in_common_is_enough_and_nothing_comparable_is_unknown(
    snapshot: Snapshot, identity: Identity
) -> None:
    assert identify(HELD, snapshot) is identity


def test_a_connection_without_accounts_takes_anyones() -> None:
    assert identify(NOTHING_HELD, SNAPSHOT) is Identity.SAME


def test_accounts_without_a_number_say_nothing() -> None:
    assert SNAPSHOT.net_worth is not None
    nameless = tuple(
        replace(part, accounts=tuple(replace(a, masked_number="") for a in part.accounts))
        for part in SNAPSHOT.net_worth.assets
    )
    stranger = replace(SNAPSHOT, net_worth=NetWorth(nameless, (), 0), epf=None)
    assert identify(HELD, stranger) is Identity.UNKNOWN
