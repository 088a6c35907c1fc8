"""GET /api/financial/overview."""

from __future__ import annotations

from datetime import timedelta

from future_finance.domain.snapshot import PartName, PartStatus
from tests.api.conftest import Api
from tests.api.finances import Finances
from tests.fakes.person import with_failed

OVERVIEW = "financial-overview"


async def test_who_has_nothing_sees_no_figure_and_why(api: Api, finances: Finances) -> None:
    body = (await api.send(OVERVIEW, user="asha")).json()
    assert (body["netWorth"], body["unavailable"]) == (None, "no_connection")
    assert (body["creditScore"], body["epf"], body["allocation"], body["connections"]) == (None, None, [], [])


async def test_a_synced_person_sees_everything_at_once(api: Api, finances: Finances) -> None:
    await finances.synced("asha")
    body = (await api.send(OVERVIEW, user="asha")).json()
    assert body["netWorth"]["net"] == {"amountMinor": 5_250_000, "currency": "INR"}
    assert body["netWorth"]["excludes"] == ["property", "vehicles", "gold"]
    assert body["reconciliation"]["status"] == "ok"
    assert body["creditScore"] == {
        "score": 746, "band": "good", "bureau": "Experian", "reportDate": "2026-06-20",
    }  # fmt: skip
    assert body["epf"]["pension"] == {"amountMinor": 120_000, "currency": "INR"}
    assert body["topHoldings"][0]["isin"] == "INF000A01AB1"
    assert body["coverage"]["ledgerMonths"] == ["2026-10", "2026-11"]
    assert [line["status"] for line in body["connections"]] == ["active"]


async def test_shares_of_the_allocation_are_percent_of_all_assets(api: Api, finances: Finances) -> None:
    await finances.synced("asha")
    body = (await api.send(OVERVIEW, user="asha")).json()
    assert [(line["class"], line["sharePct"]) for line in body["allocation"]] == [
        ("mutual_funds", 72.73),
        ("savings", 27.27),
    ]
    assert (
        sum(line["value"]["amountMinor"] for line in body["allocation"])
        == (body["netWorth"]["assets"]["amountMinor"])
    )


async def test_a_login_that_ran_out_shows_without_anything_written(api: Api, finances: Finances) -> None:
    await finances.synced("asha")
    finances.clock.forward(timedelta(minutes=30))
    body = (await api.send(OVERVIEW, user="asha")).json()
    assert [line["status"] for line in body["connections"]] == ["needs_login"]
    assert finances.connections.of["asha"]["c1"].status == "active"


async def test_a_part_that_failed_is_named_beside_the_older_figure(api: Api, finances: Finances) -> None:
    await finances.synced("asha")
    first = finances.clock.now().isoformat()
    finances.clock.forward(timedelta(minutes=10))
    await finances.synced("asha", with_failed(PartName.NET_WORTH, "layout_changed"))
    body = (await api.send(OVERVIEW, user="asha")).json()
    assert body["netWorth"]["net"]["amountMinor"] == 5_250_000
    part = body["connections"][0]["parts"]["fetch_net_worth"]
    assert part == {"status": "failed", "reason": "layout_changed", "fetchedAt": first}


async def test_a_net_worth_fi_never_stated_is_unknown_rather_than_nought(
    api: Api, finances: Finances
) -> None:
    await finances.synced("asha", with_failed(PartName.NET_WORTH, status=PartStatus.NOT_AVAILABLE))
    body = (await api.send(OVERVIEW, user="asha")).json()
    assert (body["netWorth"], body["unavailable"]) == (None, "not_available")


async def test_nobody_sees_anothers_overview(api: Api, finances: Finances) -> None:
    await finances.synced("asha")
    assert (await api.send(OVERVIEW, user="bela")).json()["netWorth"] is None
