"""Comparisons of two things of one kind, told without a number: refused where every fact of the kind is the other way round."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from future_finance.domain.facts import Fact
from future_finance.domain.grounding import Grounder


def fact(id: str, label: str, value: str, unit: str = "INR") -> Fact:
    return Fact(
        id=id,
        label=label,
        value=date.fromisoformat(value) if unit == "date" else Decimal(value),
        unit=unit,
        as_of=date(2026, 10, 31),
        scopes=frozenset(),
    )


PERSON = Grounder(
    [
        fact("A1", "Outstanding debt: SBI home loan", "3284150"),
        fact("A2", "Interest rate of a debt: SBI home loan", "8.45", "percent"),
        fact("A3", "Months until the debt ends: SBI home loan", "187", "months"),
        fact("B1", "Outstanding debt: HDFC car loan", "412680"),
        fact("B2", "Interest rate of a debt: HDFC car loan", "9.6", "percent"),
        fact("B3", "Months until the debt ends: HDFC car loan", "35", "months"),
        fact("C1", "Provident fund with an employer: Zoho", "241160"),
        fact("C2", "Provident fund with an employer: Quess Corp", "82250"),
        fact("D1", "Fixed deposit at Shriram Finance, matures on", "2028-06-05", "date"),
        fact("D2", "Fixed deposit at the Post Office, matures on", "2029-09-30", "date"),
        fact("E1", "Share of assets: Fixed deposits", "14.3", "percent"),
        fact("E2", "Share of assets: Sovereign gold bonds", "6.2", "percent"),
        fact("F1", "XIRR of a scheme: Mirae Asset Large Cap Fund", "12.4", "percent"),
        fact("F2", "XIRR of a scheme: Quant ELSS Tax Saver Fund", "9.7", "percent"),
        fact("G1", "Meera's contribution a month", "40000"),
        fact("G2", "Arjun's contribution a month", "35000"),
    ]
)


@pytest.mark.parametrize(
    "text",
    [
        "Your car loan costs more interest than the home loan, but the home loan runs longer.",
        "Of the two, the home loan is the one that stays with you longer.",
        "The home loan is larger than the car loan.",
        "More of your provident fund sits with Zoho than with Quess Corp.",
        "The Post Office deposit matures last of the two.",
        "Fixed deposits take up a larger slice of your assets than gold bonds do.",
        "Mirae Asset Large Cap has done better than Quant ELSS on XIRR.",
        "Of the two of you, Meera contributes more.",
        "Car loan ka byaj home loan se zyada hai.",
        "होम लोन का ब्याज कार लोन के मुकाबले सस्ता है।",
        "Is the car loan cheaper than the home loan?",
        "The car loan is not cheaper than the home loan.",
    ],
)
def test_a_comparison_that_the_facts_bear_out_passes(text: str) -> None:
    assert PERSON.check(text).ok, PERSON.check(text).unsupported


@pytest.mark.parametrize(
    "text",
    [
        "Of the two, the car loan is the one that stays with you longer.",
        "The car loan is cheaper than the home loan.",
        "The car loan is larger than the home loan.",
        "More of your provident fund sits with Quess Corp than with Zoho.",
        "The Shriram deposit matures last of the two.",
        "Gold bonds take up a larger slice of your assets than fixed deposits do.",
        "Quant ELSS has done better than Mirae Asset Large Cap on XIRR.",
        "Of the two of you, Arjun contributes more.",
        "Home loan ka byaj car loan se zyada hai.",
        "आपके कार लोन का ब्याज होम लोन के मुकाबले सस्ता है।",
    ],
)
def test_a_comparison_that_the_facts_contradict_is_refused(text: str) -> None:
    assert not PERSON.check(text).ok
