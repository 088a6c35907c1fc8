"""Claims without a number that the facts contradict: one month against another, the same, none of it, all insured."""

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
        fact("S1", "Spending of October 2026", "64820"),
        fact("S2", "Spending of September 2026", "58310"),
        fact("B1", "Electricity bill for October 2026 (BESCOM)", "2340"),
        fact("B2", "Electricity bill for September 2026 (BESCOM)", "1985"),
        fact("T", "Tax deducted from interest in the latest year", "6240"),
        fact("R", "Value in regular plans", "298700"),
        fact("RS", "Share of regular plans", "32.6", "percent"),
        fact("D", "Deposits beyond the insured sum", "1340000"),
        fact("I", "Insured sum a bank, our assumption", "500000"),
        fact("SL", "Short at the lowest, in this scenario", "34200"),
        fact("X1", "Interest, smallest debt first, in this scenario", "118900"),
        fact("X2", "Interest, highest rate first, in this scenario", "104300"),
        fact("M1", "SIP mandates in the bank a month", "32000"),
        fact("M2", "SIP by fund records a month", "28000"),
    ]
)


@pytest.mark.parametrize(
    "text",
    [
        "You spent more in October 2026 than in September 2026.",
        "Spending in September 2026 was lower than in October 2026.",
        "सितंबर के मुकाबले अक्टूबर 2026 में आपका बिजली का बिल बढ़ा।",
        "October mein September se zyada kharch hua.",
        "Some tax was deducted from your interest.",
        "Some of your mutual fund money is in regular plans.",
        "Your deposits are insured up to ₹5,00,000 a bank.",
        "Not all of your deposits are within the insured sum.",
        "The orders do not cost the same interest.",
        "Would you like to see the same amount for another date?",
        "Put in the same amount every month.",
    ],
)
def test_what_the_facts_bear_out_is_let_through(text: str) -> None:
    assert PERSON.check(text).ok


@pytest.mark.parametrize(
    "text",
    [
        "You spent less in October 2026 than in September 2026.",
        "Your spending was lower in October than in September.",
        "October's spending was lower than September's.",
        "Spending in September 2026 was higher than in October 2026.",
        "सितंबर के मुकाबले अक्टूबर 2026 में आपका बिजली का बिल घटा।",
        "अक्टूबर में सितंबर से कम खर्च हुआ।",
        "October mein September se kam kharch hua.",
        "पिछले एक साल में आपके ब्याज से कोई टैक्स नहीं कटा।",
        "No tax was deducted from your interest.",
        "None of your mutual fund money is in regular plans, so you have nothing to switch.",
        "Every rupee of your deposits is insured",
        "All your deposits are fully insured.",
        "Your balance stays above zero throughout.",
        "Paying the highest rate first and the smallest debt first cost exactly the same interest on your debts.",
        "Your bank mandates and your fund records show the same SIP amount.",
    ],
)
def test_what_the_facts_contradict_is_refused(text: str) -> None:
    assert not PERSON.check(text).ok
