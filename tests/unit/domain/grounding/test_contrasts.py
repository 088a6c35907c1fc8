"""A figure told by the contrary of what its label says is refused; told by its label it passes."""

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
        fact("M1", "Share of regular plans", "38.6", "percent"),
        fact("M2", "Value in regular plans", "592430"),
        fact("M3", "Extra cost of regular plans a year", "5332"),
        fact("C1", "Money at hand", "142600"),
        fact("C2", "Missing to the target", "61100"),
        fact("C3", "Target of the emergency fund", "203700"),
        fact("B1", "Over the Diwali budget", "7300"),
        fact("B2", "Diwali budget", "45000"),
        fact("B3", "Spent on Diwali so far", "52300"),
        fact("L1", "Outstanding above the contract's schedule", "5210"),
        fact("P1", "Pension credited", "28750"),
        fact("P2", "Balance of the pension account", "96420"),
        fact("S1", "Interest, smallest debt first, in this scenario", "118900"),
        fact("S2", "Interest, highest rate first, in this scenario", "104300"),
        fact("S3", "Less interest, highest rate first against smallest first", "14600"),
        fact("S4", "Months, highest rate first, in this scenario", "26", "months"),
        fact("R1", "Paths in a hundred where the money lasts to 85, in this scenario", "81", "percent"),
        fact("R2", "Paths in a hundred where the money lasts to 85, as things are", "63", "percent"),
        fact("W1", "Left over a month during the break", "-69000"),
        fact("X1", "Limit of section 80C", "150000"),
        fact("X2", "Used under section 80C", "104600"),
        fact("X3", "Left under section 80C", "45400"),
        fact("X4", "Limit of section 80D", "25000"),
        fact("X5", "Used under section 80D", "18200"),
        fact("X6", "Left under section 80D", "6800"),
        fact("RD1", "Recurring deposit instalments paid", "21", "count"),
        fact("RD2", "Recurring deposit instalments left", "15", "count"),
        fact("BC1", "Bounce charges in the last 12 months, total", "1180"),
        fact("BC2", "Payments bounced in the last 12 months", "2", "count"),
        fact("SB1", "Lowest savings balance in October 2026", "8430"),
        fact("SB2", "Highest savings balance in October 2026", "96120"),
        fact("SB3", "Savings balance on 31 October 2026", "27655"),
        fact("GL1", "Group loan instalment a week", "750"),
        fact("DG1", "Digital gold held, in grams", "14.25", "units"),
        fact("EL1", "ELSS beyond its lock-in", "75000"),
        fact("KP1", "Interest saved by paying ₹5,000 more a month", "386200"),
        fact("EM1", "EMI by contract a month: Education loan, Axis Bank", "9650"),
        fact("EM2", "EMI paid a month: Education loan, Axis Bank", "8900"),
        fact("FS1", "Loan EMIs as a share of income", "11.4", "percent"),
        fact("FS2", "Loan EMIs as a share of salary", "13.8", "percent"),
        fact("LT1", "Long-term gain of equity funds", "98700"),
        fact("MD1", "Credit card bill, HDFC Regalia", "26480"),
        fact("MD2", "Minimum due, HDFC Regalia", "1330"),
        fact("LP1", "Months paid late", "2", "count"),
        fact("LP2", "Months of payment history known", "24", "count"),
        fact("LO1", "Money at hand at its lowest", "34000"),
        fact("LO2", "Money at hand at the end", "97000"),
        fact("BF1", "Bank fees and penalties of the latest year", "3186"),
        fact("BF2", "Bank fees and penalties of the latest three months", "1062"),
        fact("WF1", "Fuel in the week", "2100"),
        fact("WF2", "Fuel in the week before", "3400"),
        fact("CL1", "What if you pay ₹5,000 more a month: months until the loan ends", "31", "months"),
        fact("CL2", "As things are: months until the loan ends", "44", "months"),
        fact("FI1", "Net worth as Fi states it", "2318000"),
        fact("FI2", "Net worth", "2359600"),
        fact("FI3", "Difference between stated and computed net worth", "-41600"),
        fact("HG1", "Goal: house down payment, target", "1500000"),
        fact("HG2", "Amount on the poor path (10th percentile)", "1184000"),
        fact("E1", "Provident fund with past employers", "82500"),
        fact("E2", "Past employers with a balance", "1", "count"),
    ]
)


@pytest.mark.parametrize(
    "text",
    [
        "38.6% of your funds are in regular plans; moving to direct ones saves ₹5,332 a year.",
        "The regular plans hold ₹5,92,430.",
        "Direct plans could save you around ₹5,332 each year.",
        "You are ₹61,100 short of the target of ₹2,03,700.",
        "Emergency fund ke target se ₹61,100 kam hain.",
        "Diwali budget se ₹7,300 zyada kharch hue: ₹52,300 against ₹45,000.",
        "You are ₹7,300 over the Diwali budget.",
        "You have ₹5,210 outstanding above the contract's schedule.",
        "Pension aa gayi: ₹28,750. Account mein ab ₹96,420 hain.",
        "Highest rate first: debt-free in 26 months\nIt costs ₹1,04,300 in interest, ₹14,600 less than paying the smallest debt first.",
        "Chance 63% se badhkar 81% ho jata hai.",
        "In 81 paths in a hundred the money lasts to 85.",
        "Renting or not, 81 of 100 paths last to 85.",
        "During the break ₹69,000 more goes out than comes in each month.",
        "80C में ₹1.5 लाख की सीमा में से ₹1,04,600 भर चुके हैं, ₹45,400 बाकी हैं।",
        "Under section 80D you have used ₹18,200, with ₹6,800 left; 80C has ₹45,400 left.",
        "एक पुराने नियोक्ता के पास ₹82,500 हैं।",
        "You pay ₹8,900 a month where the contract has ₹9,650.",
        "आपकी लोन ईएमआई वेतन का 13.8% है।",
        "EMIs take 11.4% of your income.",
        "Equity funds show a long-term gain of ₹98,700.",
        "HDFC Regalia bill: ₹26,480, with a minimum due of ₹1,330.",
        "Two of the 24 months known were paid late.",
        "Money at hand would fall to ₹34,000 at its lowest.",
        "Bank fees came to ₹3,186 in a year\nOf these, ₹1,062 fell in the latest three months.",
        "Petrol par is hafte ₹2,100 gaye.",
        "Fuel took ₹3,400 in the week before.",
        "हर महीने ₹5,000 ज़्यादा देने पर लोन 31 महीने में खत्म होगा",
        "We count ₹41,600 more than Fi states\nFi states ₹23.18 lakh; the parts add up to ₹23,59,600.",
        "On the poor path, with ₹11.84 lakh, you would fall short of the ₹15 lakh for the house.",
        "You have paid 21 instalments of the recurring deposit; 15 are left.",
        "Two payments bounced in the last 12 months, which cost ₹1,180 in total.",
        "In October your savings balance ranged from ₹8,430 to ₹96,120.",
        "Group loan ki kisht har hafte ₹750 ki hai.",
        "आपके पास 14.25 ग्राम डिजिटल सोना है।",
        "₹75,000 of your ELSS is beyond its lock-in.",
        "Paying ₹5,000 more a month saves ₹3.86 lakh of interest in all.",
        "Your savings balance was ₹27,655 on the thirty-first of October, twenty twenty-six.",
    ],
)
def test_a_figure_told_as_its_label_says_is_let_through(text: str) -> None:
    assert PERSON.check(text).ok


@pytest.mark.parametrize(
    "text",
    [
        "38.6% of your funds are direct plans.",
        "आपके 38.6% फंड डायरेक्ट प्लान में हैं।",
        "Direct plans hold ₹5,92,430.",
        "Money at hand is ₹61,100 above the target.",
        "आप लक्ष्य से ₹61,100 आगे हैं।",
        "Diwali budget se ₹7,300 bach gaye.",
        "₹7,300 of the Diwali budget is still unspent.",
        "You have ₹5,210 outstanding below the contract's schedule.",
        "पेंशन आ गई: ₹96,420",
        "Pension credited: ₹96,420 was received.",
        "Highest rate first: debt-free in 26 months\nIt costs ₹1,18,900 in interest, ₹14,600 less than the other order.",
        "Chance 81% se girkar 63%",
        "With used ₹18,200 under 80D, you have ₹45,400 left under 80D.",
        "Of the 80D limit, ₹45,400 is left.",
        "₹82,500 दो पुराने नियोक्ताओं के पास",
        "Your EMI is ₹9,650 a month against ₹8,900 by contract.",
        "आपकी लोन ईएमआई वेतन का 11.4% है।",
        "Equity funds show a short-term gain of ₹98,700.",
        "HDFC Regalia bill: ₹1,330",
        "24 months were paid late out of the payment history on your report.",
        "Money at hand would fall to ₹97,000 at its lowest.",
        "Bank fees of ₹3,186 in three months",
        "Petrol par is hafte ₹3,400 gaye.",
        "हर महीने ₹5,000 ज़्यादा देने पर लोन 44 महीने में खत्म होगा",
        "Fi states ₹23.18 lakh, which is ₹41,600 more than the ₹23,59,600 we count.",
        "For the house you aim at ₹10 lakh.",
        "You still have 21 instalments of the recurring deposit left to pay.",
        "You have already paid 15 instalments of the recurring deposit.",
        "Two payments bounced in the last 12 months, and each cost you ₹1,180.",
        "You had 2 bounced payments last month.",
        "During October your savings balance ranged from ₹27,655 to ₹96,120.",
        "Group loan ki kisht ₹750 mahine ki hai.",
        "आपके पास 14.25 किलो डिजिटल सोना है।",
        "₹75,000 of your ELSS is still inside its lock-in.",
        "Paying ₹5,000 more a month saves you ₹3.86 lakh of interest every year.",
        "Your savings balance was ₹27,655 on the twenty-first of October, twenty twenty-six.",
    ],
)
def test_a_figure_told_by_the_contrary_is_refused(text: str) -> None:
    assert not PERSON.check(text).ok
