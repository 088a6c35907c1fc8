"""What may not be said is found in three languages; facts, education and refusals pass."""

from __future__ import annotations

import pytest

from future_finance.domain.advice_guard import Need, Rule, review, urgent_help
from future_finance.domain.disclosures import PERSISTENT, REGULAR_PLAN, SECURITIES

FORBIDDEN = (
    "You should invest in equity funds.",
    "Sell your Reliance shares now.",
    "I would recommend switching to HDFC Flexi Cap Fund.",
    "Buy Parag Parikh Flexi Cap Fund.",
    "This fund gives guaranteed returns.",
    "It is a risk-free option.",
    "The best mutual fund for you is SBI Small Cap.",
    "Reliance bech do.",
    "Yeh fund khareed lo, pakka return milega.",
    "आप रिलायंस के शेयर बेच दीजिए।",
    "पैसे निकाल लो और FD में डाल दो।",
    "इस फंड में पक्का रिटर्न मिलेगा।",
    "Target price is ₹3,200.",
    "TCS will reach ₹4,500 by March.",
    "Don't sell Infosys; it will double in 2 years.",
    "You must redeem your ELSS units.",
    "HDFC Top 100 ranks first among large cap funds.",
    "See https://groww.in for more.",
    "Check [this](http://x.y).",
    "As your financial advisor, here is your plan.",
    "It's time to sell your mid cap fund.",
    "Hold Tata Motors for the long term.",
    "You could sell LIC Infra Fund.",
    "Consider exiting the LIC MF Infrastructure Fund.",
    "Kotak Small Cap Fund is better than your Axis fund.",
    "Aapko SIP badhana chahiye aur Nifty 50 fund mein invest karna chahiye.",
    "No. 1 fund of India.",
    "Assured returns of 12%.",
    "Please share your OTP to continue.",
    "Zero risk and high returns.",
    "You need to switch from regular to direct.",
    "Invest ₹5,000 in gold every month.",
    "yeh sabse accha fund hai",
    "Is fund mein paise lagao.",
    "FD is completely safe.",
    "Stop your SIP in the sectoral fund.",
    "Infosys is a strong buy.",
)

ALLOWED = (
    "Your net worth is ₹6,58,305.",
    "I cannot tell you to sell Reliance.",
    "No return is guaranteed.",
    "Returns are not guaranteed and past performance says little.",
    "You hold 12 units of Reliance Industries Ltd.",
    "You bought HDFC Flexi Cap Fund in 2024 for ₹50,000.",
    "If you redeem the ELSS units, tax may apply.",
    "A direct plan of the same scheme exists; leaving may carry tax and exit load.",
    "You could ask a SEBI-registered adviser whether to sell Reliance.",
    "Your largest holding is LIC MF Infrastructure Fund at 34.1% of assets.",
    "There is no best fund; compare cost, category and time.",
    "I can't say which fund is best.",
    "Main yeh nahi bata sakta ki Reliance bech do ya rakho.",
    "कोई रिटर्न गारंटीड नहीं होता।",
    "Diversified funds spread money over many companies.",
    "You asked whether you should sell your shares; here are the figures.",
    "An emergency fund is money kept at hand for some months of spending.",
    "In the scenario you chose, a SIP of ₹5,000 grows to ₹11 lakh in the middle case.",
    "Selling units may carry exit load.",
    "Your score is 746, which we call good.",
    "Paying the card in full avoids interest.",
    "What would you like to see: selling the shares or keeping them, side by side?",
    "Never share your OTP or PIN with anyone.",
    "Your SIP into Axis Bluechip Fund stopped in May.",
    "The rate on this loan is higher than on the FD.",
    "Kya aap dekhna chahenge ki agar aap SIP badha dein to kya hoga?",
    "आपने पिछले महीने ₹6,400 खाने पर खर्च किए।",
    "Your sum assured is not in this data.",
    "Rent is your largest cost this month.",
    "I do not give advice to buy or sell any fund.",
    "This is not a recommendation to buy, sell or hold any security.",
    "Regular plans cost ₹516 to ₹1,240 more a year.",
    "Your fund XIRR is -11.9% a year.",
    "Past returns do not assure future ones.",
    "Equity can fall as well as rise.",
    "You invested ₹60,000 in SIPs and hold ₹4.8 lakh in savings.",
    "Reliance is 6.8% of your assets.",
    "Your money in Tata Digital India Fund is ₹1,20,000.",
    "To compare funds, look at cost, category and how long you can stay invested.",
    "अगर आप यह फंड बेच दें तो टैक्स लग सकता है।",
    "The best month for saving was October.",
)


@pytest.mark.parametrize("text", FORBIDDEN)
def test_advice_promises_and_links_are_found(text: str) -> None:
    assert review(text)


@pytest.mark.parametrize("text", ALLOWED)
def test_facts_education_and_refusals_pass(text: str) -> None:
    assert review(text) == ()


def test_an_objection_names_the_words_and_the_rule() -> None:
    (objection,) = review("Your income is ₹75,000. Returns are guaranteed.")
    assert (objection.text, objection.rule) == ("guaranteed", Rule.PROMISE)


@pytest.mark.parametrize("line", [PERSISTENT, SECURITIES, REGULAR_PLAN])
@pytest.mark.parametrize("language", ["en", "hi"])
def test_our_own_lines_pass(line: object, language: str) -> None:
    assert review(getattr(line, language)) == ()


@pytest.mark.parametrize(
    ("text", "need", "number"),
    [
        ("I want to die, the debt is too much", Need.DISTRESS, "14416"),
        ("mujhe jeena nahi hai", Need.DISTRESS, "14416"),
        ("मुझे आत्महत्या के विचार आते हैं", Need.DISTRESS, "14416"),
        ("They say my KYC expired and ask for an OTP", Need.FRAUD, "1930"),
        ("kisi ne mera OTP maanga", Need.FRAUD, "1930"),
        ("मेरे साथ धोखा हुआ है", Need.FRAUD, "1930"),
    ],
)
def test_a_person_in_need_gets_help_first(text: str, need: Need, number: str) -> None:
    answer = urgent_help(text)
    assert answer is not None
    assert answer.need is need
    assert number in answer.told("en")
    assert number in answer.told("hi")
    assert review(answer.en) == review(answer.hi) == ()


@pytest.mark.parametrize(
    "text",
    [
        "What is my net worth?",
        "What happens to my loan if I die?",
        "Is my life cover enough?",
        "Can I kill my loan early?",
        "When does my loan end?",
        "मेरा लोन कब खत्म होगा?",
        "Score kaise badhaun?",
    ],
)
def test_ordinary_questions_need_no_help_line(text: str) -> None:
    assert urgent_help(text) is None
