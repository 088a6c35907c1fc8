"""What stands right beside a figure says what it is: overdue, missing, worth, a limit, sooner, another's by name."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from future_finance.domain.facts import Fact
from future_finance.domain.grounding import Grounder


def fact(id: str, label: str, value: str, unit: str = "INR") -> Fact:
    read = date.fromisoformat if unit == "date" else Decimal
    return Fact(
        id=id, label=label, value=read(value), unit=unit, as_of=date(2026, 10, 31), scopes=frozenset()
    )


PERSON = Grounder(
    [
        fact("C1", "Outstanding debt: HDFC credit card", "78540"),
        fact("C2", "Card balance that is carried over", "61300"),
        fact("C3", "Overdue amount", "0"),
        fact("G1", "Goa trip goal, target", "60000"),
        fact("G2", "Goa trip goal, saved so far", "45000"),
        fact("G3", "Goa trip goal, still missing", "15000"),
        fact("L1", "Months until the debt ends, car loan, in this scenario", "30", "months"),
        fact("L2", "Months earlier", "11", "months"),
        fact("S1", "Section 80C used", "98000"),
        fact("S2", "Section 80C limit", "150000"),
        fact("P1", "PPF balance", "687450"),
        fact("P2", "PPF interest rate a year", "7.1", "percent"),
        fact("N1", "NPS Tier I balance", "412380"),
        fact("N2", "NPS share in equity", "65", "percent"),
        fact("E1", "ELSS beyond its lock-in", "214000"),
        fact("E2", "ELSS still in its lock-in", "186500"),
        fact("F1", "Bank fees and penalties of the latest year", "4956"),
        fact("I1", "Income of October 2026", "156000"),
        fact("I2", "Spending of October 2026", "98340"),
        fact("I3", "Spending of September 2026", "104120"),
        fact("I4", "Savings rate", "37", "percent"),
        fact("W1", "Paths in a hundred where investing ends ahead", "59", "percent"),
        fact("R1", "Reward points", "18600", "count"),
        fact("R2", "Reward points expiring", "5200", "count"),
    ]
)


@pytest.mark.parametrize(
    "text",
    [
        "₹61,300 is carried over on the card, and nothing is overdue.",
        "₹15,000 is still missing for Goa, and ₹45,000 is saved.",
        "Goa trip ke liye ₹15,000 aur chahiye.",
        "The car loan ends 11 months earlier, in 30 months.",
        "You have used ₹98,000 of the ₹1,50,000 limit of 80C.",
        "PPF earns 7.1% a year; 65% of your NPS is in equity.",
        "NPS Tier I mein 4.12 lakh rupaye hain, jo PPF ke 6.87 lakh se kam hain.",
        "ELSS worth ₹2,14,000 is past its lock-in; ₹1,86,500 is still locked.",
        "Bank charges took ₹4,956 in a year.",
        "October in brief: ₹1.56 lakh in, ₹98,340 out.",
        "The two months cost you ₹1,04,120 (September) and ₹98,340 (October).",
        "You saved 37% of your income in October.",
        "Investing is ahead on 59 paths in a hundred.",
        "Investing wins in 59 of 100 runs.",
        "5,200 of your reward points expire soon.",
        "सितंबर के ₹1,04,120 से घटकर खर्च ₹98,340 रह गया।",
        "The car loan is paid off in 30 months.",
        "Goa ke liye ₹15,000 aur chahiye, ₹45,000 ho chuke hain.",
    ],
)
def test_figures_told_as_what_they_are_pass(text: str) -> None:
    assert PERSON.check(text).ok, PERSON.check(text).unsupported


@pytest.mark.parametrize(
    "text",
    [
        "You have ₹61,300 overdue on the card.",
        "₹60,000 is missing for Goa.",
        "Goa trip ke liye ₹45,000 aur chahiye.",
        "The car loan ends 30 months earlier.",
        "You have used ₹1,50,000 under 80C.",
        "Your HDFC card's limit is ₹78,540.",
        "NPS earns 7.1% a year.",
        "65% of your PPF is in equity.",
        "ELSS worth ₹1,86,500 is past its lock-in.",
        "Bank charges took ₹4,956 in a month.",
        "October in brief: ₹98,340 in, ₹1.56 lakh out.",
        "The three months cost you ₹1,04,120 (September) and ₹98,340 (October).",
        "You spent 37% of your income in October.",
        "Investing is ahead on 95 paths in a hundred.",
        "18,600 reward points expire soon.",
        "₹6,87,450 a year ago was in your PPF.",
        "It takes 30 months off the car loan.",
        "The Goa fund has ₹60,000 in it.",
        "You have paid ₹1,50,000 under 80C.",
        "You took in ₹98,340 in October.",
    ],
)
def test_figures_told_as_what_they_are_not_are_refused(text: str) -> None:
    assert not PERSON.check(text).ok
