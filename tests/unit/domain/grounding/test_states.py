"""States told without a number: refused where a fact denies them, shown where it does not."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from future_finance.domain.facts import Fact
from future_finance.domain.grounding import Grounder


def fact(id: str, label: str, value: str, unit: str = "INR") -> Fact:
    return Fact(
        id=id, label=label, value=Decimal(value), unit=unit, as_of=date(2026, 10, 31), scopes=frozenset()
    )


PERSON = Grounder(
    [
        fact("N1", "Net worth", "1846000"),
        fact("N2", "Total assets", "2913000"),
        fact("N3", "Total debts", "1067000"),
        fact("B1", "Budget for eating out a month", "8000"),
        fact("B2", "Spent on eating out in October 2026", "9460"),
        fact("B3", "Budget for groceries a month", "14000"),
        fact("B4", "Spent on groceries in October 2026", "12730"),
        fact("G1", "Goa trip goal, target", "60000"),
        fact("G2", "Goa trip goal, saved so far", "45000"),
        fact("G3", "Goa trip goal, still missing", "15000"),
        fact("L1", "Left over a month", "9400"),
        fact("P1", "Paths in a hundred where investing ends ahead", "59", "percent"),
        fact("T1", "Bounced payments in the latest year", "6", "count"),
        fact("D1", "Interest rate of the Axis Bank deposit a year", "7.1", "percent"),
        fact("D2", "Interest rate of the Kotak Bank deposit a year", "6.75", "percent"),
        fact("A1", "Share of assets: mutual funds", "41.5", "percent"),
        fact("A2", "Share of assets: fixed deposits", "22", "percent"),
        fact("A3", "Largest holding as a share of assets", "14.2", "percent"),
        fact("S1", "SIP mandates in the bank, HDFC Mutual Fund, a month", "9000"),
        fact("S2", "SIP by fund records, HDFC Mutual Fund, a month", "6000"),
        fact("S3", "Gap of the two", "3000"),
        fact("X1", "XIRR of a scheme: Parag Parikh Flexi Cap Fund", "17.3", "percent"),
        fact("X2", "XIRR of a scheme: Axis ELSS Tax Saver Fund", "-2.4", "percent"),
    ]
)


@pytest.mark.parametrize(
    "text",
    [
        "You went over your eating-out budget in October.",
        "Groceries stayed within budget.",
        "किराना बजट के अंदर रहा।",
        "Your debts are less than your assets.",
        "The Goa goal is not reached yet.",
        "Once the Goa fund is full, the SIP can restart.",
        "Something is left over every month.",
        "Investing does not win on every path.",
        "Some payments bounced in the latest year.",
        "The Axis Bank deposit pays you a better rate than the Kotak Bank deposit.",
        "Mutual funds are the largest part of your assets.",
        "पराग पारिख फ्लेक्सी कैप ने एक्सिस ईएलएसएस से बेहतर रिटर्न दिया है।",
        "Bank aur fund records mein rakam barabar nahi hai.",
    ],
)
def test_states_that_facts_bear_out_pass(text: str) -> None:
    assert PERSON.check(text).ok, PERSON.check(text).unsupported


@pytest.mark.parametrize(
    "text",
    [
        "You went over your grocery budget in October.",
        "Eating out stayed within your budget.",
        "Khane ka kharcha budget ke andar raha.",
        "आपका कर्ज़ संपत्ति से ज़्यादा है, यानी नेट वर्थ शून्य से नीचे है।",
        "The Goa goal is complete.",
        "Goa ka fund pura ho gaya.",
        "The Goa trip is fully funded.",
        "Mahine ke end mein kuch nahi bachta.",
        "On every path investing wins.",
        "Har raste par invest karna behtar hai.",
        "Not a single payment bounced.",
        "All your mandates went through in the latest year.",
        "The Kotak Bank deposit pays you a better rate than the Axis Bank deposit.",
        "Fixed deposits are the largest part of your assets.",
        "एक्सिस ईएलएसएस ने पराग पारिख फ्लेक्सी कैप से बेहतर रिटर्न दिया है।",
        "Bank aur fund records mein rakam bilkul barabar hai.",
    ],
)
def test_states_that_a_fact_denies_do_not(text: str) -> None:
    assert not PERSON.check(text).ok
