"""What a provider states against the sum of its parts: shown, never spread."""

from __future__ import annotations

from future_finance.domain.asset_class import AssetClass, LiabilityClass
from future_finance.domain.reconciliation import check_asset, check_liability, reconcile
from future_finance.domain.snapshot import Account, AssetPart, Holding, LiabilityPart


def account(value_minor: int | None, currency: str = "INR") -> Account:
    return Account("a", "savings", "Sahyadri Bank", "XX1234", value_minor, None, currency=currency)


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


def test_dollars_are_not_added_to_rupees_and_leave_the_line_incomplete() -> None:
    accounts = (account(1_000), account(900, "USD"))
    (line,) = check_asset(AssetPart(AssetClass.SAVINGS, 1_000, (), accounts))
    assert (line.status, line.detail_minor, line.gap_minor) == ("incomplete", 1_000, 0)

    (line,) = check_liability(LiabilityPart(LiabilityClass.LOAN, 1_500, accounts))
    assert (line.status, line.detail_minor, line.gap_minor) == ("incomplete", 1_000, -500)


def test_a_class_that_is_all_in_dollars_has_a_line_without_a_gap() -> None:
    (line,) = check_asset(AssetPart(AssetClass.US_SECURITIES, 90_000, (), (account(900, "USD"),)))
    assert (line.status, line.stated_minor, line.detail_minor) == ("incomplete", 90_000, 0)
    assert line.gap_minor is None


def test_a_class_that_is_not_counted_is_shown_even_without_details() -> None:
    for lines in (
        check_asset(AssetPart(AssetClass.US_SECURITIES, None)),
        check_liability(LiabilityPart(LiabilityClass.HOME_LOAN, None)),
    ):
        assert [(line.status, line.stated_minor, line.detail_minor) for line in lines] == [
            ("incomplete", None, 0)
        ]


def test_a_figure_without_details_has_nothing_to_be_compared_with() -> None:
    assert check_asset(AssetPart(AssetClass.EPF, 500)) == []
    assert check_asset(AssetPart(AssetClass.DEPOSITS, 500, (), (account(None),))) == []


def test_details_that_are_partly_unknown_are_incomplete_without_a_figure_too() -> None:
    (line,) = check_asset(AssetPart(AssetClass.DEPOSITS, None, (), (account(400), account(None))))
    assert (line.status, line.detail_minor, line.gap_minor) == ("incomplete", 400, None)
