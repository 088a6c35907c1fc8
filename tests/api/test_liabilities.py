"""GET /api/financial/liabilities."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from future_finance.domain.asset_class import AssetClass, LiabilityClass
from future_finance.domain.manual_entry import ManualEntry
from future_finance.domain.snapshot import Account, LiabilityPart
from tests.api.conftest import Api
from tests.api.finances import Finances
from tests.fakes.person import CARD, SNAPSHOT

LIABILITIES = "financial-liabilities"
GOLD = ManualEntry("m1", AssetClass.GOLD, "Bangles", 2_000_000, date(2026, 10, 1))
UNCLE = ManualEntry("m2", LiabilityClass.PERSONAL_DEBT, "Uncle", 9_000_000, date(2026, 10, 1))


async def test_who_has_nothing_owes_nothing(api: Api, finances: Finances) -> None:
    assert (await api.send(LIABILITIES, user="asha")).json() == {"liabilities": []}


async def test_a_debt_is_positive_and_shows_its_accounts(api: Api, finances: Finances) -> None:
    await finances.synced("asha")
    (cards,) = (await api.send(LIABILITIES, user="asha")).json()["liabilities"]
    assert (cards["class"], cards["label"]) == ("credit_card", "Credit cards")
    assert cards["value"] == {"amountMinor": 250_000, "currency": "INR"}
    (card,) = cards["accounts"]
    assert (card["limit"]["amountMinor"], card["maskedNumber"]) == (10_000_000, "XX9999")
    assert "overdue" not in card


async def test_a_loan_in_default_says_what_is_overdue_and_what_it_was(api: Api, finances: Finances) -> None:
    loan = Account(
        "l1", "loan", "Konkan Finance", "XX7", 40_000_000, date(2026, 11, 1),
        overdue_minor=1_130_000, original_minor=50_000_000, status="active_default",
    )  # fmt: skip
    assert SNAPSHOT.net_worth is not None
    owed = (
        LiabilityPart(LiabilityClass.CREDIT_CARD, 250_000, (CARD,)),
        LiabilityPart(LiabilityClass.LOAN, 40_000_000, (loan,)),
    )
    net_worth = replace(SNAPSHOT.net_worth, liabilities=owed)
    await finances.synced("asha", replace(SNAPSHOT, net_worth=net_worth))
    found = (await api.send(LIABILITIES, user="asha")).json()["liabilities"]
    assert [part["class"] for part in found] == ["loan", "credit_card"]
    (account,) = found[0]["accounts"]
    assert (account["overdue"]["amountMinor"], account["original"]["amountMinor"], account["status"]) == (
        1_130_000, 50_000_000, "active_default",
    )  # fmt: skip


async def test_a_debt_that_a_person_entered_is_marked_as_theirs(api: Api, finances: Finances) -> None:
    await finances.entered("asha", [GOLD], [UNCLE])
    (uncle,) = (await api.send(LIABILITIES, user="asha")).json()["liabilities"]
    assert (uncle["class"], uncle["source"], uncle["name"]) == ("personal_debt", "you", "Uncle")


async def test_nobody_sees_anothers_debts(api: Api, finances: Finances) -> None:
    await finances.synced("asha")
    assert (await api.send(LIABILITIES, user="bela")).json() == {"liabilities": []}
