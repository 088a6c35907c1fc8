"""GET /api/financial/facts."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answer import error_of
from tests.api.conftest import Api
from tests.api.finances import Finances

FACTS = "financial-facts"
PATH = "/api/financial/facts"


async def asked(api: Api, query: str = "") -> Any:
    response = await api.send(FACTS, path=f"{PATH}{query}", user="asha")
    assert response.status_code == 200
    return response.json()


async def test_a_figure_comes_with_all_that_it_rests_on(api: Api, finances: Finances) -> None:
    await finances.synced("asha")
    (fact,) = (await asked(api, "?code=N01"))["facts"]
    assert fact == {
        "id": "N01",
        "code": "N01",
        "name": "net_worth",
        "label": "Net worth",
        "labelHi": "नेट वर्थ",
        "value": "52500.00",
        "unit": "INR",
        "per": None,
        "amount": {"amountMinor": 5_250_000, "currency": "INR"},
        "asOf": "2026-11-20",
        "sources": ["assets/c1_mutual_funds", "assets/c1_savings", "liabilities/c1"],
        "formula": "all assets - all debts, as stated per class",
        "formulaHi": "सारी संपत्ति - सारे कर्ज़, हर वर्ग में जैसा बताया गया",
        "inputs": ["N01A", "N01L"],
        "sufficiency": 1.0,
        "caveats": ["undated", "without_property", "without_vehicles", "without_gold"],
    }


async def test_facts_and_overview_say_the_same_net_worth(api: Api, finances: Finances) -> None:
    await finances.synced("asha")
    (fact,) = (await asked(api, "?code=N01"))["facts"]
    overview = (await api.send("financial-overview", user="asha")).json()
    assert fact["amount"] == overview["netWorth"]["net"]


async def test_all_facts_and_all_that_cannot_be_come_at_once(api: Api, finances: Finances) -> None:
    await finances.synced("asha")
    answer = await asked(api)
    assert {"N01", "N05:savings", "M01", "E01", "D01:bank"} <= {fact["id"] for fact in answer["facts"]}
    (change,) = [gone for gone in answer["missing"] if gone["id"] == "N03"]
    assert (change["code"], change["reason"], change["label"]) == (
        "N03", "needs_points", "Change of net worth",
    )  # fmt: skip
    assert answer["builtOn"] == "2026-11-24"


async def test_a_code_brings_every_fact_of_it(api: Api, finances: Finances) -> None:
    await finances.synced("asha")
    answer = await asked(api, "?code=N05")
    assert [fact["id"] for fact in answer["facts"]] == ["N05:mutual_funds", "N05:savings"]
    assert answer["missing"] == []


async def test_an_id_brings_the_fact_and_what_it_is_computed_from(api: Api, finances: Finances) -> None:
    await finances.synced("asha")
    found = [fact["id"] for fact in (await asked(api, "?id=N05:savings"))["facts"]]
    assert found == ["N05:savings", "N05V:savings", "N01A", "N05V:mutual_funds"]


async def test_an_id_that_cannot_be_brings_its_reason(api: Api, finances: Finances) -> None:
    await finances.synced("asha")
    answer = await asked(api, "?id=N03")
    assert (answer["facts"], [gone["id"] for gone in answer["missing"]]) == ([], ["N03"])


async def test_who_has_nothing_is_told_what_is_needed(api: Api, finances: Finances) -> None:
    answer = await asked(api, "?code=N01")
    assert answer["facts"] == []
    (gone,) = answer["missing"]
    assert (gone["reason"], gone["needs"][:8]) == ("no_data", "It needs")
    assert gone["needsHi"].startswith("इसके लिए")


@pytest.mark.parametrize("query", ["?code=Z99", "?id=Z99:x", "?code=N01&id=N01", "?code=", "?kind=N01"])
async def test_what_no_catalogue_knows_is_refused(api: Api, finances: Finances, query: str) -> None:
    response = await api.send(FACTS, path=f"{PATH}{query}", user="asha")
    assert error_of(response) == (422, "invalid_input")


async def test_a_strangers_facts_are_not_theirs(api: Api, finances: Finances) -> None:
    await finances.synced("asha")
    answer = (await api.send(FACTS, path=f"{PATH}?code=N01", user="ravi")).json()
    assert answer["facts"] == []


async def test_facts_are_for_who_is_signed_in(api: Api, finances: Finances) -> None:
    assert (await api.send(FACTS)).status_code == 401
