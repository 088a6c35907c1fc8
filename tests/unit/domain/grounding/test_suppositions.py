"""What a person proposed may be said where a sentence supposes it, and not where it states it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from future_finance.domain.facts import Fact
from future_finance.domain.grounding import Grounder


def fact(id: str, label: str, value: int | str, unit: str = "INR") -> Fact:
    return Fact(id=id, label=label, value=Decimal(value), unit=unit, as_of=None, scopes=frozenset())


LOAN = Grounder([
    fact("f1", "Home loan outstanding today", 2784000),
    fact("f2", "Home loan EMI a month", 28900),
    fact("f3", "Months left today", 166, "months"),
    fact("f4", "Months left after prepaying 200000", 145, "months"),
    fact("f5", "Months saved by prepaying 200000", 21, "months"),
    fact("f6", "Interest saved by prepaying 200000", 406900),
])  # fmt: skip
SIP = Grounder([
    fact("f1", "Middle path in 10 years, SIP unchanged", 1635000),
    fact("f2", "Middle path in 10 years, SIP raised by 5000 a month", 2480000),
    fact("f3", "Chance of reaching 30 lakh in 10 years, SIP raised", 34, "percent"),
    fact("f4", "SIP a month today", 8000),
])  # fmt: skip
AGE = Grounder([
    fact("f1", "Corpus needed at 60", 35000000),
    fact("f2", "Chance of reaching the corpus needed", 38, "percent"),
    fact("f3", "Chance when retiring at 63", 66, "percent"),
])  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Prepaying ₹2 lakh saves 21 months.",
        "Putting ₹2 lakh towards it now would save ₹4,06,900 of interest.",
        "With ₹2 lakh prepaid, 145 months remain.",
        "With a prepayment of ₹2 lakh, the loan ends 21 months sooner.",
        "By paying ₹2 lakh early you save ₹4,06,900 of interest.",
        "After paying in ₹2 lakh, 145 months are left.",
        "A ₹2 lakh prepayment would end it 21 months earlier.",
        "A prepayment of ₹2 lakh cuts 21 months.",
        "₹2 lakh prepay karne par loan 21 mahine pehle khatam hoga.",
        "₹2 lakh prepay karne se ₹4,06,900 byaj bachega.",
        "₹2 lakh bharne ke baad 145 mahine bachenge.",
        "₹2 lakh prepay karein to 145 mahine bachenge.",
        "₹2 lakh prepay kar doge toh 145 mahine bachenge.",
        "₹2 lakh ka prepayment karke aap 21 mahine bachayenge.",
        "₹2 लाख चुकाने पर लोन 21 महीने पहले खत्म होगा।",
        "₹2 लाख का प्रीपेमेंट करने से ₹4,06,900 ब्याज बचेगा।",
        "₹2 लाख देकर आप ₹4,06,900 ब्याज बचाएंगे।",
        "₹2 लाख चुका दें तो 145 महीने बचेंगे।",
        "| | As now | ₹2 lakh prepaid |\n|---|---|---|\n| Months left | 166 | 145 |",
        "If you prepay ₹2 lakh, 145 months are left.",
    ],
)  # fmt: skip
def test_a_supposed_prepayment_may_be_named(text: str) -> None:
    assert LOAN.check(text, said_by_user="what if I prepay 2 lakh on my home loan?").unsupported == ()


@pytest.mark.parametrize(
    "text",
    [
        "You have prepaid ₹2 lakh on your home loan.",
        "You already pay ₹2 lakh towards your home loan.",
        "₹2 lakh is outstanding on your home loan.",
        "Your home loan stands at ₹2 lakh.",
        "You are paying ₹2 lakh towards it.",
        "Aapka home loan ₹2 lakh ka hai.",
        "आपका होम लोन ₹2 लाख है।",
        "Aapne ₹2 lakh bhar diye hain.",
        "Your outstanding ₹2 lakh ends in 166 months.",
    ],
)
def test_a_proposed_prepayment_is_no_fact(text: str) -> None:
    assert not LOAN.check(text, said_by_user="what if I prepay 2 lakh on my home loan?").ok


@pytest.mark.parametrize(
    "text",
    [
        "With ₹5,000 more each month, the middle path is ₹24.8 lakh.",
        "Adding ₹5,000 a month takes the middle path to ₹24.8 lakh.",
        "₹5,000 more a month lifts the middle path to ₹24.8 lakh.",
        "An extra ₹5,000 a month would take the middle path to ₹24.8 lakh.",
        "Raising your SIP by ₹5,000 gives ₹24.8 lakh on the middle path.",
        "A step-up of ₹5,000 gives a middle path of ₹24.8 lakh.",
        "₹5,000 badhane par beech ka raasta ₹24.8 lakh hai.",
        "SIP ₹5,000 badha dein to beech ka raasta ₹24.8 lakh tak jaata hai.",
        "Har mahine ₹5,000 zyada daalne se beech ka raasta ₹24.8 lakh hai.",
        "₹5,000 aur daalkar beech ka raasta ₹24.8 lakh ho jaata hai.",
        "SIP में ₹5,000 बढ़ाने पर बीच का रास्ता ₹24.8 लाख है।",
        "हर महीने ₹5,000 ज़्यादा डालें तो बीच का रास्ता ₹24.8 लाख है।",
        "₹5,000 wala plan dekhein?",
    ],
)
def test_a_supposed_raise_may_be_named(text: str) -> None:
    assert SIP.check(text, said_by_user="what if I put 5000 more a month in my SIP?").unsupported == ()


@pytest.mark.parametrize(
    "text",
    [
        "Your SIP today is ₹5,000 a month.",
        "You invest ₹5,000 a month.",
        "You are investing ₹5,000 a month.",
        "Aapki SIP ₹5,000 mahine ki hai.",
        "आपकी SIP ₹5,000 की है।",
        "₹5,000 goes into your SIP each month.",
    ],
)
def test_a_proposed_raise_is_no_fact(text: str) -> None:
    assert not SIP.check(text, said_by_user="what if I put 5000 more a month in my SIP?").ok


@pytest.mark.parametrize(
    "text",
    [
        "Working until 63 lifts the chance to 66%. At 60 it is 38%.",
        "Retiring at 63 gives a 66% chance.",
        "If you retire at 63, the chance is 66%.",
        "By working till 63 you reach a 66% chance.",
        "At 63, the chance is 66%.",
        "63 par retire hone par chance 66% hai.",
        "63 tak kaam karein to chance 66% hai.",
        "63 पर रिटायर होने पर संभावना 66% है।",
        "63 तक काम करने से संभावना 66% हो जाती है।",
    ],
)
def test_a_supposed_age_may_be_named(text: str) -> None:
    assert AGE.check(text, said_by_user="What if I retire at 63?").unsupported == ()


@pytest.mark.parametrize(
    "text", ["At 62 the chance is 38%.", "Retiring at 64 gives a 66% chance.", "You are 63 years old."]
)
def test_another_age_may_not(text: str) -> None:
    assert not AGE.check(text, said_by_user="What if I retire later?").ok
