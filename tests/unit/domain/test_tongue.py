"""English, Hindi, or Hindi in Latin letters."""

from __future__ import annotations

from pathlib import Path

import pytest

from future_finance.domain.tongue import Tongue, tongue_of

FOLDER = Path(__file__).parent / "advice"
ENGLISH = {"i", "my", "me", "myself", "is", "of", "scam"}  # at least one of them stands in each English line


@pytest.mark.parametrize(
    ("text", "tongue"),
    [
        ("What is my net worth?", Tongue.ENGLISH),
        ("Meri net worth kitni hai?", Tongue.HINGLISH),
        ("मेरी नेट वर्थ कितनी है?", Tongue.HINDI),
        ("मेरी net worth kitni hai", Tongue.HINDI),
        ("Recovery agents are threatening me", Tongue.ENGLISH),
        ("My main loan is due and they say 'paise do' to me", Tongue.ENGLISH),
        ("main mar jaun", Tongue.HINGLISH),
        ("OTP bata diya maine", Tongue.HINGLISH),
        ("I told them: do not come to the office", Tongue.ENGLISH),
        ("", Tongue.ENGLISH),
        ("?", Tongue.ENGLISH),
    ],
)
def test_how_a_question_is_written(text: str, tongue: Tongue) -> None:
    assert tongue_of(text) is tongue


@pytest.mark.parametrize("name", ["distress", "fraud", "hardship"])
def test_whoever_asks_for_help_in_hinglish_is_heard_in_it(name: str) -> None:
    said = [text for text in (FOLDER / f"{name}.txt").read_text().splitlines() if text.isascii()]
    wrong = [
        text
        for text in said
        if (tongue_of(text) is Tongue.ENGLISH) != bool(ENGLISH & set(text.lower().split()))
    ]
    assert wrong == []
