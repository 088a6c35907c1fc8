"""What may not be said is found in three languages; facts, education and refusals pass."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from future_finance.domain.advice_guard import Need, Rule, review, urgent_help
from future_finance.domain.disclosures import PERSISTENT, REGULAR_PLAN, SECURITIES
from future_finance.domain.tongue import Tongue

FOLDER = Path(__file__).parent / "advice"
FORBIDDEN = (FOLDER / "forbidden.txt").read_text().splitlines()
ALLOWED = (FOLDER / "allowed.txt").read_text().splitlines()


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
        ("I cannot pay my EMIs any more", Need.HARDSHIP, "14448"),
        ("Main EMI nahi de paa raha, kya karun?", Need.HARDSHIP, "14448"),
        ("मैं लोन नहीं चुका पा रही हूँ", Need.HARDSHIP, "14448"),
        ("Recovery agents are threatening me", Need.HARDSHIP, "14448"),
    ],
)
def test_a_person_in_need_gets_help_first(text: str, need: Need, number: str) -> None:
    answer = urgent_help(text)
    assert answer is not None
    assert answer.need is need
    for tongue in Tongue:
        assert number in answer.said.told(tongue)
        assert review(answer.said.told(tongue)) == ()


@pytest.mark.parametrize("text", ["i feel suicidal", "I got scammed", "I cannot pay my EMIs"])
def test_help_names_the_same_numbers_in_every_tongue(text: str) -> None:
    answer = urgent_help(text)
    assert answer is not None
    numbers = [sorted(re.findall(r"\d+", answer.said.told(tongue))) for tongue in Tongue]
    assert numbers[0] == numbers[1] == numbers[2]


@pytest.mark.parametrize("need", Need)
def test_help_is_found_in_the_words_that_people_use(need: Need) -> None:
    said = (FOLDER / f"{need}.txt").read_text().splitlines()
    assert [text for text in said if (found := urgent_help(text)) is None or found.need is not need] == []


def test_questions_that_sound_alike_are_answered_as_questions() -> None:
    asked = (FOLDER / "ordinary.txt").read_text().splitlines()
    assert [text for text in asked if urgent_help(text) is not None] == []


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
        "How much did I spend on lottery tickets?",
        "I can't go on paying this EMI, how long is it?",
        "Jeene ke liye kitna paisa chahiye?",
        "मेरे मरने के बाद पैसे किसे मिलेंगे?",
        "Why can't I prepay my loan?",
        "Loan nahi lena hai",
        "मैं लोन नहीं ले सकता क्या?",
        "Where do I click to see the link of my report?",
    ],
)
def test_ordinary_questions_need_no_help_line(text: str) -> None:
    assert urgent_help(text) is None
