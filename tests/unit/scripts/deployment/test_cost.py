"""The table of costs in the documents is what the assumptions give."""

from __future__ import annotations

from scripts.deployment.command import ROOT
from scripts.deployment.cost import BY_USE, Priced, identity_platform, table


def test_the_documented_table_is_the_computed_one() -> None:
    assert table() in (ROOT / "docs" / "deploy.md").read_text()


def test_what_is_free_is_free_for_all_together() -> None:
    requests = Priced("requests", 100, "request", 0.5, free=1_000)
    assert [requests.dollars(users) for users in (1, 10, 11)] == [0, 0, 50]


def test_identity_platform_is_priced_in_steps() -> None:
    assert identity_platform(50_000) == 0
    assert round(identity_platform(100_000)) == 275
    assert round(identity_platform(1_000_000)) == 275 + 4140


def test_nothing_is_priced_below_zero() -> None:
    assert all(priced.dollars(0) == 0 and priced.dollars(10**6) > 0 for priced in BY_USE)
