"""Wholes and what is beside them, figures that move from one month to another, and what claims of one kind compare."""

from __future__ import annotations

from decimal import Decimal

import pytest

from future_finance.domain.facts import Fact, Unit
from future_finance.domain.grounding import verify


def fact(id: str, label: str, value: str, unit: Unit = Unit.INR) -> Fact:
    return Fact(id=id, label=label, value=Decimal(value), unit=unit, as_of=None, scopes=frozenset())


FACTS = [
    fact("T01:2026-08", "Income of Aug 2026", "186400"),
    fact("T01:2026-09", "Income of Sep 2026", "162900"),
    fact("T02:2026-08", "Spending of Aug 2026", "141700"),
    fact("T02:2026-09", "Spending of Sep 2026", "158300"),
    fact("B01:shopping", "Budget: shopping a month", "15000"),
    fact("B02:shopping", "Shopping over the budget, October 2026", "7640"),
    fact("T03:shopping", "Spending on shopping, October 2026", "22640"),
    fact("G01", "Goal amount", "1800000"),
    fact("G02", "Paid in over 10 years", "1080000"),
    fact("L00", "Debts in all", "486000"),
    fact("L01:personal", "Outstanding debt: Personal loan", "272000"),
    fact("L01:car", "Outstanding debt: Car loan", "214000"),
    fact("L02:personal", "Interest rate of a debt: Personal loan", "16.5", Unit.PERCENT),
    fact("L02:car", "Interest rate of a debt: Car loan", "9.4", Unit.PERCENT),
    fact("L03:personal", "Months until the debt ends: Personal loan", "31", Unit.MONTHS),
    fact("L03:car", "Months until the debt ends: Car loan", "20", Unit.MONTHS),
    fact("Q01", "Money at hand", "142000"),
    fact("Q02", "Target of the emergency fund", "283800"),
    fact("R01", "Recurring payment to Spotify", "119"),
]


@pytest.mark.parametrize(
    "text",
    [
        "Income fell from ₹1,86,400 in August to ₹1,62,900 in September.",
        "Spending rose from ₹1,41,700 to ₹1,58,300.",
        "Aamdani ₹1,86,400 se ghatkar ₹1,62,900 ho gayi.",
        "Your spending was higher than in August.",
        "You want to put in ₹10,80,000 in all, for a goal of ₹18,00,000.",
        "Aapko ₹18 lakh jama karne hain.",
        "Both loans together come to ₹4.86 lakh.",
        "दोनों लोन मिलाकर ₹4,86,000 बाकी हैं।",
        "You are ₹7,640 over your shopping budget of ₹15,000.",
        "Against a budget of ₹15,000, shopping took ₹22,640.",
        "The car loan has the lower rate of the two.",
        "Car loan personal loan se pehle khatam hoga.",
        "Your money at hand does not cover the whole emergency fund.",
        "Your biggest loan at ₹2,72,000 is the personal loan.",
        "Spotify takes ₹119 every month.",
    ],
)
def test_a_right_sentence_passes(text: str) -> None:
    assert verify(text, FACTS).ok


@pytest.mark.parametrize(
    "text",
    [
        "Income rose from ₹1,86,400 to ₹1,62,900.",
        "Spending fell from ₹1,41,700 to ₹1,58,300.",
        "Aamdani ₹1,86,400 se badhkar ₹1,62,900 ho gayi.",
        "Your spending was lower than in August.",
        "Is dauran aap ₹18 lakh jama karenge.",
        "Both loans together come to ₹2.72 lakh.",
        "You have a shopping budget of ₹7,640.",
        "Your shopping budget is ₹7,640.",
        "The personal loan has the lower rate of the two.",
        "Personal loan car loan se pehle khatam hoga.",
        "Your money at hand covers the whole emergency fund.",
        "Your smallest debt at ₹2,72,000 is the personal loan.",
        "Spotify takes ₹119 every year.",
    ],
)
def test_a_wrong_sentence_is_refused(text: str) -> None:
    assert not verify(text, FACTS).ok
