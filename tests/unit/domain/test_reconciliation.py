"""What a provider states against the sum of its parts: shown, never spread."""

from __future__ import annotations

from future_finance.domain.asset_class import AssetClass
from future_finance.domain.reconciliation import check_asset, reconcile
from future_finance.domain.snapshot import Account, AssetPart, Holding


def account(value_minor: int | None) -> Account:
    return Account("a", "savings", "Sahyadri Bank", "XX1234", value_minor, None)


def scheme(value_minor: int | None) -> Holding:
    return Holding("h", "A fund", value_minor, "scheme")


def test_a_total_that_sums_to_the_rupee_is_ok() -> None:
    assert reconcile(1_000_000, 1_000_099).status == "ok"


def test_a_total_that_is_off_is_reported_with_its_difference() -> None:
    found = reconcile(631_329_200, 630_829_200)
    assert (found.status, found.difference_minor) == ("differs", -500_000)


def test_a_provider_that_states_no_total_is_no_difference() -> None:
    found = reconcile(5, None)
    assert (found.status, found.difference_minor) == ("not_stated", None)


def test_three_totals_of_one_class_are_three_lines() -> None:
    part = AssetPart(AssetClass.MUTUAL_FUNDS, 1_000, (scheme(700), scheme(500)), (account(900),))
    lines = {check.basis: (check.detail_minor, check.gap_minor) for check in check_asset(part)}
    assert lines == {"accounts": (900, -100), "schemes": (1_200, 200)}


def test_a_part_without_a_figure_makes_the_line_incomplete_not_wrong() -> None:
    part = AssetPart(AssetClass.DEPOSITS, 1_000, (), (account(400), account(None)))
    (line,) = check_asset(part)
    assert (line.status, line.gap_minor) == ("incomplete", -600)


def test_details_without_a_stated_figure_are_shown_and_not_counted() -> None:
    (line,) = check_asset(AssetPart(AssetClass.DEPOSITS, None, (), (account(400),)))
    assert (line.status, line.detail_minor, line.gap_minor) == ("not_stated", 400, None)
