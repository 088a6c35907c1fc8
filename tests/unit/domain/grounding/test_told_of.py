"""Figures told of another thing, whole, outcome or day than their label says are refused; told rightly they pass."""

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
        fact("D1:axis", "Outstanding debt, Axis Bank personal loan", "312480"),
        fact("D2:axis", "Interest rate of a debt, Axis Bank personal loan", "14.5", "percent"),
        fact("D1:tvs", "Outstanding debt, TVS Credit two-wheeler loan", "41260"),
        fact("D2:tvs", "Interest rate of a debt, TVS Credit two-wheeler loan", "11.25", "percent"),
        fact("N1", "Net worth", "1486720"),
        fact("N2", "Debts as a share of assets", "22.3", "percent"),
        fact("I1", "Income a month", "92400"),
        fact("I2", "Spending on a category in the month, shopping, October 2026", "9120"),
        fact("I3", "Rent as a share of income", "23.8", "percent"),
        fact("G1", "Long-term gain of equity funds", "88300"),
        fact("S1", "SIP a month, UTI Nifty 50 Index Fund", "6000"),
        fact("S2", "SIP day of the month", "8", "count"),
        fact("E1", "Provident fund with an employer, TCS Ltd", "187500"),
        fact("E2", "Provident fund with an employer, ANI Technologies", "43250"),
        fact("E3", "Provident fund with an employer, Think and Learn Pvt Ltd", "88325"),
        fact("E4", "Past employers with a balance", "2", "count"),
        fact("T1", "Goal target, Japan trip", "350000"),
        fact("T2", "Saved for the goal, Japan trip", "310000"),
        fact("C1", "Chance the money never runs out", "83", "percent"),
        fact("B1", "Monthly surplus after moving to Bengaluru", "8900"),
        fact("B2", "Monthly surplus today", "17250"),
    ]
)


@pytest.mark.parametrize(
    "text",
    [
        "Your TVS Credit loan costs 11.25% a year; the Axis Bank personal loan costs 14.5%.",
        "Clear the personal loan first: it charges 14.5%, more than the TVS Credit one.",
        "Your costliest debt charges 14.5% a year.",
        "One debt charges 14.5% a year; pay that down while the TVS Credit loan runs.",
        "आपकी आमदनी का 23.8% हिस्सा किराए में जाता है।",
        "Debts are only 22.3% of what you own.",
        "Equity funds pe tera ₹88,300 ka long-term munafa hai.",
        "₹88,300 of long-term gain in equity funds, and no loss anywhere.",
        "Aapki SIP har mahine ki 8 tareekh ko jaati hai, isliye 7 tareekh tak paise rakhiye.",
        "Keep money in the account by the 7th, a day before the SIP goes.",
        "आपके दो पुराने नियोक्ताओं के पास भविष्य निधि बची है।",
        "Japan is coming along: ₹3.1 lakh saved of the ₹3.5 lakh you want.",
        "There's an 83% chance your money never runs out.",
        "There's an 83% chance your money doesn't run out.",
        "पैसे कभी खत्म न होने की संभावना 83% है।",
        "Your surplus would fall to ₹8,900 a month if you move to Bengaluru.",
        "Bengaluru jaane par surplus ghatkar ₹8,900 mahina reh jayega.",
    ],
)
def test_a_figure_told_of_what_it_is_passes(text: str) -> None:
    assert PERSON.check(text).ok, PERSON.check(text).unsupported


@pytest.mark.parametrize(
    "text",
    [
        "Your two-wheeler loan with TVS Credit has ₹41,260 outstanding, charged at 14.5% a year.",
        "TVS Credit wale loan par ₹3,12,480 baaki hain.",
        "आपकी आमदनी का 23.8% हिस्सा शॉपिंग पर जाता है।",
        "Rent is 23.8% of your net worth.",
        "Your debts are 22.3% of your net worth.",
        "Aapke karz aapki net worth ka 22.3% hain.",
        "You are sitting on a long-term loss of ₹88,300 in equity funds.",
        "Equity funds mein ₹88,300 ka nuksaan hua hai.",
        "इक्विटी फंड में ₹88,300 का घाटा है।",
        "Aapki SIP har mahine ki 18 tareekh ko jaati hai.",
        "Your SIP goes out on the 18th of every month.",
        "Three past employers still hold your provident fund.",
        "आपके तीन पुराने नियोक्ताओं के पास भविष्य निधि बची है।",
        "Japan is coming along: ₹3.5 lakh saved.",
        "There's an 83% chance your money runs out.",
        "पैसे खत्म होने की संभावना 83% है।",
        "Your surplus would go up to ₹8,900 a month if you move to Bengaluru.",
        "Bengaluru jaane par surplus badhkar ₹8,900 mahina ho jayega.",
    ],
)
def test_a_figure_told_of_something_else_is_refused(text: str) -> None:
    assert not PERSON.check(text).ok


LOANS = Grounder(
    [
        fact("L1", "Left to pay on the education loan (Canara)", "683400"),
        fact("L2", "Left to pay on the personal loan (Bajaj)", "148900"),
        fact("L3", "Yearly rate of the education loan (Canara)", "10.15", "percent"),
        fact("L4", "Yearly rate of the personal loan (Bajaj)", "17.5", "percent"),
        fact("L5", "Months until the debt ends: education loan (Canara)", "64", "months"),
        fact("L6", "Months until the debt ends: personal loan (Bajaj)", "23", "months"),
        fact("P1", "Experian score: Rahul", "742", "points"),
        fact("P2", "Experian score: Meena", "788", "points"),
        fact("P3", "Use of card limits: Rahul", "48", "percent"),
        fact("P4", "Use of card limits: Meena", "11", "percent"),
        fact("D1", "Day of the month the SIP leaves: Mirae Asset ELSS Tax Saver", "10", "count"),
        fact("D2", "Day of the month the SIP leaves: SBI Contra Fund", "25", "count"),
        fact("B1", "Balance after a year with the drop", "121000"),
        fact("B2", "Balance after a year without the drop", "396000"),
        fact("C1", "Chance of having enough at retirement", "44", "percent"),
        fact("S1", "Outstanding above the contract's schedule: personal loan", "11750"),
        fact("F1:2026-09", "Fuel in September 2026", "3400"),
        fact("F2:2026-10", "Fuel in October 2026", "2900"),
        fact("K1", "Subscriptions, monthly, to Kheltv", "798"),
        fact("M1", "Months saved in the scenario", "19", "months"),
        fact("N1", "Change of net worth from September to October 2026", "42315"),
        fact("E1", "EMI paid for the personal loan", "9250"),
        fact("E2", "EMI paid for the education loan", "8740"),
        fact("G1", "Long-term gain booked in FY 2026-27", "38000"),
        fact("G2", "Tax-free long-term gain left in FY 2026-27", "87000"),
    ]
)


@pytest.mark.parametrize(
    "text",
    [
        "The education loan has ₹6,83,400 to go at 10.15%, the personal one ₹1,48,900 at 17.5%.",
        "Your education loan ends in 64 months; the other one in 23 months.",
        "Bajaj's loan charges 17.5%, more than the education loan.",
        "राहुल अपनी कार्ड सीमा का 48% इस्तेमाल करते हैं, मीना 11%।",
        "The Contra SIP leaves on the 25th, the Mirae one on the 10th.",
        "Without the drop the balance is ₹3.96 lakh after a year, with it ₹1.21 lakh.",
        "There is a 44% chance that the money is enough at retirement.",
        "Personal loan ka bakaya schedule se ₹11,750 upar hai.",
        "October: fuel ₹2,900. A month before, ₹3,400.",
        "With the prepayment it ends 19 months sooner.",
        "सितंबर के मुकाबले आपकी नेट वर्थ में ₹42,315 की बढ़त हुई।",
        "पर्सनल लोन में ₹1,48,900 बाकी हैं और हर महीने ₹9,250 की EMI जा रही है।",
        "You've booked ₹38,000 of long-term gain so far. That leaves ₹87,000 you could still book without tax.",
    ],
)
def test_one_of_several_of_a_kind_told_by_its_name_passes(text: str) -> None:
    assert LOANS.check(text).ok, LOANS.check(text).unsupported


@pytest.mark.parametrize(
    "text",
    [
        "The education loan has ₹6,83,400 to go and ends in 23 months.",
        "The education loan, of which ₹6,83,400 is left, carries 17.5% a year.",
        "एजुकेशन लोन में ₹1,48,900 बाकी हैं।",
        "मीना अपनी कार्ड सीमा का 48% इस्तेमाल करती हैं और उनका स्कोर 788 है।",
        "SBI Contra ki SIP har mahine ki 10 tareekh ko jaati hai.",
        "There is a 44% chance of falling short at retirement.",
        "रिटायरमेंट पर पैसे कम पड़ने की संभावना 44% है।",
        "Personal loan ka bakaya schedule se ₹11,750 neeche hai.",
        "Kheltv costs ₹3,400 a month.",
        "You hold ₹2,900 at hand.",
        "With the prepayment it ends 19 months later.",
        "अगस्त के मुकाबले आपकी नेट वर्थ में ₹42,315 की बढ़त हुई।",
        "पर्सनल लोन में ₹1,48,900 बाकी हैं और हर महीने ₹8,740 की EMI जा रही है।",
    ],
)
def test_one_of_several_of_a_kind_told_of_another_is_refused(text: str) -> None:
    assert not LOANS.check(text).ok
