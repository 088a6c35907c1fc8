"""Ways that strangers tell paths, lengths, reserves, changes and chances: right ones pass, wrong ones do not."""

from __future__ import annotations

from decimal import Decimal

import pytest

from future_finance.domain.facts import Fact
from future_finance.domain.grounding import Grounder


def fact(id: str, label: str, value: int | str, unit: str = "INR") -> Fact:
    return Fact(id=id, label=label, value=Decimal(value), unit=unit, as_of=None, scopes=frozenset())


PERSON = Grounder([
    fact("P1", "Low path in 10 years", 1720000),
    fact("P2", "Middle path in 10 years", 2480000),
    fact("P3", "High path in 10 years", 3410000),
    fact("P4", "Chance of reaching the goal", 34, "percent"),
    fact("P5", "SIP a month", 15000),
    fact("L1", "EMI over 5 years", 18640),
    fact("L2", "EMI over 7 years", 14280),
    fact("L3", "Interest over 5 years", 218400),
    fact("L4", "Interest over 7 years", 299500),
    fact("E1", "Money at hand", 182000),
    fact("E2", "Months your money at hand would last", "3.3", "months"),
    fact("E3", "Emergency fund target in months", 6, "months"),
    fact("E4", "Emergency fund target", 330600),
    fact("E5", "Still missing for the emergency fund", 148600),
    fact("C1", "Card balance that is carried over", 84500),
    fact("C2", "Bounced payments", 3, "count"),
    fact("C3", "Months paid late", 1, "count"),
    fact("R1", "Recurring payment: Netflix", 649),
    fact("R2", "Recurring payment: JioHotstar", 299),
    fact("N1", "Part of the change: markets", -61200),
    fact("N2", "Part of the change: money saved", 26900),
])  # fmt: skip
RIGHT = [
    "On the low path it comes to ₹17.2 lakh.",
    "**High path:** ₹34.1 lakh",
    "Nichla raasta ₹17.2 lakh par rukta hai.",
    "निचला रास्ता ₹17.2 लाख तक जाता है।",
    "ऊपरी रास्ता ₹34.1 लाख तक जाता है।",
    "Your SIP could reach ₹24.8 lakh in 10 years.",
    "Your SIP would grow to about ₹24.8 lakh in 10 years.",
    "Over 5 years the interest is ₹2,18,400.",
    "5-year loan: ₹2,18,400 of interest",
    "Seven years: ₹14,280 a month instead of ₹18,640, but ₹2,99,500 of interest instead of ₹2,18,400.",
    "7 saal ke loan par ₹2,99,500 byaj lagega.",
    "7 साल के लोन पर ₹2,99,500 ब्याज लगेगा।",
    "Your emergency fund covers 3.3 months.",
    "What you hold is enough for 3.3 months.",
    "Emergency fund 3.3 mahine chalega.",
    "आपका आपातकालीन कोष 3.3 महीने चलेगा।",
    "You aim for 6 months.",
    "You have ₹1.82 lakh for emergencies so far.",
    "Your emergency fund still needs ₹1,48,600.",
    "Baaki ₹1,48,600 kaise jode jaayein?",
    "बाज़ार ने ₹61,200 घटाए और बचत ने ₹26,900 जोड़े।",
    "Markets took ₹61,200 away. Money you saved: up ₹26,900.",
    "Two of them:\n- **Netflix:** ₹649\n- **JioHotstar:** ₹299",
    "- **You have:** ₹1,82,000\n- **Aim:** ₹3,30,600\n- **Missing:** ₹1,48,600",
    "Without the market dip of ₹61,200, it would have been a good month.",
    "अब ₹1,48,600 और चाहिए।",
    "Bata do, loan kab tak chalega?",
    "Rate ke saath bank ki suraksha bhi dekhein.",
    "Want to look at November once the month is complete?",
    "How soon would you like to become debt-free?",
]
WRONG = [
    "On the low path it comes to ₹34.1 lakh.",
    "**High path:** ₹17.2 lakh",
    "Nichla raasta ₹34.1 lakh par rukta hai.",
    "निचला रास्ता ₹34.1 लाख तक जाता है।",
    "5-year loan: ₹2,99,500 of interest",
    "7 saal ke loan par ₹2,18,400 byaj lagega.",
    "7 साल के लोन पर ₹2,18,400 ब्याज लगेगा।",
    "Emergency fund 6 mahine chalega.",
    "You aim for 3.3 months.",
    "₹1,48,600 saved for emergencies.",
    "आपने आपातकाल के लिए ₹1,48,600 जमा किए हैं।",
    "- **Netflix:** ₹299",
    "- **Missing:** ₹1,82,000",
    "- **Aim:** ₹1,82,000",
    "You are more likely than not to reach the goal.",
    "You pay this card in full every month.",
    "None of your payments bounced.",
    "Not one month was paid late.",
    "Your emergency fund target is reached.",
    "You have met your emergency fund target.",
]


@pytest.mark.parametrize("text", RIGHT)
def test_what_the_facts_say_passes(text: str) -> None:
    assert PERSON.check(text).unsupported == ()


@pytest.mark.parametrize("text", WRONG)
def test_what_they_do_not_say_is_refused(text: str) -> None:
    assert not PERSON.check(text).ok


OCTOBER = Grounder([
    fact("S07", "Spending of July 2026", 57200),
    fact("S08", "Spending of August 2026", 63850),
    fact("S09", "Spending of September 2026", 49600),
    fact("S10", "Spending of October 2026", 55430),
    fact("F08", "Spending on shopping in August 2026", 10200),
    fact("F09", "Spending on shopping in September 2026", 4350),
    fact("U10", "UPI payments made in October 2026", 143, "count"),
    fact("M1", "Mutual funds", 949000),
    fact("M2", "Share of regular plans", 62, "percent"),
    fact("M3", "Value in regular plans", 588400),
    fact("V1", "Value of Reliance Industries shares", 146200),
    fact("V2", "Value of HDFC Bank shares", 121000),
    fact("V3", "Value of ITC shares", 64900),
    fact("V4", "Value of the direct shares", 384800),
    fact("W1", "Reliance Industries as a part of the direct shares", 38, "percent"),
    fact("W2", "HDFC Bank as a part of the direct shares", "31.4", "percent"),
    fact("B1", "BESCOM bill due", 2140),
    fact("B2", "OneCard bill due", 9860),
    fact("C1", "Bounce charges of the latest year", 2950),
    fact("C2", "Minimum-balance charges of the latest year", 1770),
])  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Of the last four months, August cost you most: ₹63,850.",
        "You spent ₹63,850 in August 2026. September came down to ₹49,600.",
        "**Shopping more than halved in September**\nFrom ₹10,200 in August 2026 to ₹4,350.",
        "₹5.88 lakh of your mutual funds, 62% of them, is in regular plans.",
        "**Two shares make up most of your direct shares**\nReliance Industries is 38% and HDFC Bank 31.4% of ₹3.85 lakh.",
        "**Two bills ahead**\n\n- BESCOM, ₹2,140\n- OneCard, ₹9,860",
        "Bounce charges (₹2,950) minimum-balance charges (₹1,770) se zyada rahe.",
        "143 UPI payments in October.",
    ],
)
def test_titles_lists_and_wholes_of_right_figures_pass(text: str) -> None:
    assert OCTOBER.check(text).ok, OCTOBER.check(text).unsupported


@pytest.mark.parametrize(
    "text",
    [
        "Of the last six months, August cost you most: ₹63,850.",
        "You spent ₹49,600 in September 2026. October came down to ₹55,430.",
        "**Three bills ahead**\n\n- BESCOM, ₹2,140\n- OneCard, ₹9,860",
        "₹9.49 lakh is held in regular plans.",
        "Bounce charges (₹2,950) minimum-balance charges (₹1,770) se kam rahe.",
        "143 UPI payments in a week.",
    ],
)
def test_titles_lists_and_wholes_of_wrong_figures_do_not(text: str) -> None:
    assert not OCTOBER.check(text).ok
