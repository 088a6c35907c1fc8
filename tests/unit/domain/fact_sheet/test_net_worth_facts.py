"""Facts of net worth where data is odd: two connections, entries of the person's, nothing at all."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from future_finance.domain.asset_class import AssetClass, LiabilityClass
from future_finance.domain.dossier import Dossier
from future_finance.domain.fact_book import FactBook
from future_finance.domain.fact_sheet.net_worth import enter
from future_finance.domain.facts import FactSheet
from future_finance.domain.manual_entry import ManualEntry
from future_finance.domain.portfolio import ConnectionHoldings, Portfolio
from future_finance.domain.snapshot import Account, AssetPart, Holding, LiabilityPart

TODAY = date(2026, 11, 24)
FRESH = date(2026, 11, 20)
OLD = date(2026, 10, 1)


def part(
    of_class: AssetClass, minor: int | None, *holdings: Holding, on: date = FRESH, account: int | None = None
) -> AssetPart:
    accounts = () if account is None else (Account("a", "savings", "Bank", "XX1", account, on),)
    return AssetPart(of_class, minor, holdings, accounts, on)


def held(
    *assets: AssetPart, debts: int = 0, connection_id: str = "c1", stated: int | None = None
) -> ConnectionHoldings:
    owed = (LiabilityPart(LiabilityClass.LOAN, debts, (), FRESH),) if debts else ()
    return ConnectionHoldings(connection_id, "fi_money", True, assets, owed, stated)


def facts(
    *connections: ConnectionHoldings, manual: tuple[ManualEntry, ...] = (), today: date = TODAY
) -> FactSheet:
    book = FactBook(today)
    enter(Dossier(today, Portfolio(connections, manual)), book)
    return book.sheet()


SAVINGS = part(AssetClass.SAVINGS, 100_000)


def test_who_has_nothing_gets_no_figure_but_the_reason() -> None:
    sheet = facts()
    assert dict(sheet.facts) == {}
    assert {sheet.missing[code].reason for code in ("N01", "N02", "N04", "N05", "N06", "N07")} == {"no_data"}


def test_a_class_of_two_connections_is_one_share_of_assets() -> None:
    sheet = facts(
        held(SAVINGS),
        held(part(AssetClass.SAVINGS, 200_000, on=OLD), part(AssetClass.EPF, 100_000), connection_id="c2"),
    )
    fact = sheet.facts["N05V:savings"]
    assert (fact.number, fact.as_of, fact.sources) == (
        3_000,
        FRESH,
        ("assets/c2_savings", "assets/c1_savings"),
    )
    assert "stale" in fact.caveats
    assert sheet.number("N05:savings") == 75


def test_what_a_person_entered_counts_and_is_named_as_theirs() -> None:
    home = ManualEntry("m1", AssetClass.PROPERTY, "Flat", 900_000, FRESH)
    uncle = ManualEntry("m2", LiabilityClass.PERSONAL_DEBT, "Uncle", 300_000, FRESH)
    sheet = facts(held(SAVINGS), manual=(home, uncle))
    assert [sheet.number(code) for code in ("N01", "N01A", "N01L", "N04")] == [7_000, 10_000, 3_000, 30]
    assert sheet.facts["N05V:property"].sources == ("you",)
    assert sheet.facts["N01L"].sources == ("liabilities/c1", "you")
    assert "without_property" not in sheet.facts["N01"].caveats
    assert "without_gold" in sheet.facts["N01"].caveats


def test_debts_above_assets_are_more_than_a_hundred_percent() -> None:
    sheet = facts(held(SAVINGS, debts=150_000))
    assert (sheet.number("N01"), sheet.number("N04")) == (-500, 150)


def test_without_assets_there_are_no_shares() -> None:
    sheet = facts(held(debts=1_000))
    assert sheet.number("N01") == -10
    assert sheet.missing["N04"].reason == "no_assets"
    assert sheet.missing["N06"].reason == "no_securities"


def test_a_total_that_is_not_stated_cannot_differ() -> None:
    sheet = facts(held(SAVINGS))
    assert sheet.missing["N02D"].reason == "not_stated"
    sheet = facts(held(SAVINGS, stated=99_500))
    assert (sheet.number("N02"), sheet.number("N02D")) == (995, -5)


def test_details_that_fall_short_lower_what_may_be_relied_on() -> None:
    sheet = facts(held(part(AssetClass.SAVINGS, 100_000, account=75_000)))
    assert sheet.number("N07:savings:accounts") == -250
    assert sheet.facts["N05V:savings"].sufficiency == sheet.facts["N01"].sufficiency == 0.75


def test_gaps_of_two_connections_stay_two() -> None:
    first = held(part(AssetClass.SAVINGS, 100_000, account=75_000))
    second = held(part(AssetClass.SAVINGS, 100_000, account=125_000), connection_id="c2")
    sheet = facts(first, second)
    assert (sheet.number("N07:savings:accounts"), sheet.number("N07:savings:accounts:2")) == (-250, 250)


def test_the_provident_fund_needs_its_own_consent() -> None:
    sheet = facts(held(SAVINGS, part(AssetClass.EPF, 50_000)))
    seen = sheet.within({"assets", "liabilities"})
    assert "N05:epf" not in seen.facts
    assert seen.missing["N05:epf"].reason == "consent"
    assert "N05:savings" in seen.facts


def share(name: str, minor: int | None, isin: str | None = None) -> Holding:
    return Holding(name, name, minor, "share", isin)


def test_the_largest_holding_is_one_security_wherever_it_lies() -> None:
    shares = part(
        AssetClass.INDIAN_SECURITIES, 700_000, share("Tea", 400_000, "INE1"), share("Jute", 300_000, "INE2")
    )
    more = part(AssetClass.INDIAN_SECURITIES, 300_000, share("Jute", 300_000, "INE2"))
    sheet = facts(held(shares), held(more, connection_id="c2"))
    assert (sheet.number("N06"), sheet.number("N06V")) == (60, 6_000)
    assert sheet.facts["N06"].label == "Largest holding, Jute, as a share of assets"


def test_classes_that_do_not_add_up_are_left_out_in_so_many_words() -> None:
    fits = part(AssetClass.ETF, 500_000, share("Index", 500_000))
    doubtful = part(AssetClass.INDIAN_SECURITIES, 500_000, share("Tea", 900_000))
    fact = facts(held(fits, doubtful)).facts["N06"]
    assert (fact.number, fact.caveats) == (50, ("class_left_out",))
    assert fact.label.startswith("Largest holding in classes that add up")


def test_a_holding_without_a_value_could_be_the_largest() -> None:
    fits = part(AssetClass.ETF, 500_000, share("Index", 500_000))
    unknown = part(AssetClass.INDIAN_SECURITIES, 900_000, share("Tea", 100_000), share("Jute", None))
    assert facts(held(fits, unknown)).missing["N06"].reason == "parts_differ"


def dollars(minor: int, *prices: str | None) -> AssetPart:
    holdings = tuple(
        Holding(
            f"h{number}", f"US {number}", None, "us_share", units=Decimal(10),
            price=None if price is None else Decimal(price), price_currency="USD",
        )
        for number, price in enumerate(prices)
    )  # fmt: skip
    return part(AssetClass.US_SECURITIES, minor, *holdings, on=date(2025, 6, 1))


@pytest.mark.parametrize(
    ("minor", "prices", "implied", "reason"),
    [
        (8_500_000, ("50", "50"), Decimal(85), None),
        (7_702_200 - 1, ("100",), None, "off_the_rate"),
        (8_500_000, ("50", None), None, "no_dollar_holdings"),
    ],
    ids=["near the rate of the time", "a tenth off", "a price unknown"],
)
def test_the_rate_that_a_figure_implies(
    minor: int, prices: tuple[str | None, ...], implied: Decimal | None, reason: str | None
) -> None:
    sheet = facts(held(dollars(minor, *prices)))
    assert sheet.number("N09") == implied
    assert reason is None or sheet.missing["N09"].reason == reason


def test_a_rate_of_another_time_checks_nothing() -> None:
    part_of_2035 = AssetPart(
        AssetClass.US_SECURITIES, 8_500_000, dollars(0, "100").holdings, (), date(2035, 1, 1)
    )
    assert facts(held(part_of_2035), today=date(2035, 1, 2)).missing["N09"].reason == "no_dated_rate"
