"""GET /api/financial/assets."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from future_finance.domain.asset_class import AssetClass, LiabilityClass
from future_finance.domain.manual_entry import ManualEntry
from future_finance.domain.snapshot import AssetPart, Holding
from tests.api.conftest import Api
from tests.api.finances import Finances
from tests.fakes.person import SNAPSHOT

ASSETS = "financial-assets"
GOLD = ManualEntry("m1", AssetClass.GOLD, "Bangles", 2_000_000, date(2026, 10, 1))
UNCLE = ManualEntry("m2", LiabilityClass.PERSONAL_DEBT, "Uncle", 9_000_000, date(2026, 10, 1))


async def test_who_has_nothing_owns_nothing(api: Api, finances: Finances) -> None:
    assert (await api.send(ASSETS, user="asha")).json() == {"assets": []}


async def test_classes_come_with_what_is_in_them_the_largest_first(api: Api, finances: Finances) -> None:
    await finances.synced("asha")
    funds, savings = (await api.send(ASSETS, user="asha")).json()["assets"]
    assert (funds["class"], funds["value"]["amountMinor"], funds["source"]) == (
        "mutual_funds", 4_000_000, "fi_money",
    )  # fmt: skip
    (fund,) = funds["holdings"]
    assert (fund["units"], fund["isin"]) == ("123.456", "INF000A01AB1")
    assert fund["price"] == {"amount": "324.0012", "currency": "INR", "asOf": "2026-11-20"}
    (account,) = savings["accounts"]
    assert (account["institution"], account["maskedNumber"]) == ("Sahyadri Bank", "XX1234")
    assert (account["value"], account["asOf"]) == (
        {"amountMinor": 1_500_000, "currency": "INR"},
        "2026-11-20",
    )


async def test_every_class_says_as_of_when_and_whether_fi_said_so(api: Api, finances: Finances) -> None:
    await finances.synced("asha")
    funds, savings = (await api.send(ASSETS, user="asha")).json()["assets"]
    assert (savings["asOf"], savings["asOfStated"]) == ("2026-11-20", True)
    assert (funds["asOf"], funds["asOfStated"]) == ("2026-11-20", False)


async def test_dollars_stay_dollars_beside_a_figure_in_rupees(api: Api, finances: Finances) -> None:
    share = Holding("h9", "Example Corp", None, "us_security", price=Decimal("39.9"), price_currency="USD")
    assert SNAPSHOT.net_worth is not None
    abroad = AssetPart(AssetClass.US_SECURITIES, 44_500_000, (share,))
    net_worth = replace(SNAPSHOT.net_worth, assets=(abroad,))
    await finances.synced("asha", replace(SNAPSHOT, net_worth=net_worth))
    (found,) = (await api.send(ASSETS, user="asha")).json()["assets"]
    assert found["value"] == {"amountMinor": 44_500_000, "currency": "INR"}
    (held,) = found["holdings"]
    assert (held["value"], held["price"]) == (None, {"amount": "39.9", "currency": "USD", "asOf": None})


async def test_what_a_person_entered_is_marked_as_theirs(api: Api, finances: Finances) -> None:
    await finances.entered("asha", [GOLD], [UNCLE])
    (gold,) = (await api.send(ASSETS, user="asha")).json()["assets"]
    assert (gold["class"], gold["source"], gold["name"], gold["asOf"]) == (
        "gold", "you", "Bangles", "2026-10-01",
    )  # fmt: skip
    assert gold["value"] == {"amountMinor": 2_000_000, "currency": "INR"}


async def test_nobody_sees_anothers_assets(api: Api, finances: Finances) -> None:
    await finances.synced("asha")
    assert (await api.send(ASSETS, user="bela")).json() == {"assets": []}
