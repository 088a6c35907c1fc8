"""Sentences come whole out of a stream, and nothing is lost on the way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from future_finance.domain.grounding.reading.sentences import Sentences, split


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("You have Rs. 1.2 lakh. It lasts 2.7 months.", 2),
        ("Your No. 1 cost is rent, i.e. ₹16,000. The next is food.", 2),
        ("आपके पास ₹5,210 हैं। यह 0.12 महीने चलेगा।", 2),
        ("- Income: ₹75,000\n- Spending: ₹42,809\n", 2),
        ("1. Income is ₹75,000.\n2. Spending is ₹42,809.", 2),
        ("The rate is 8.6% p.a. on your loan. It ends in 2031.", 2),
        ("As of 31 Oct. 2026 it was ₹500. Fine!", 2),
        ("Really? Yes! Good…", 3),
        ("**Your net worth is ₹5.** More follows.", 2),
        ("Paid to ABC Pvt. Ltd. on time. Good.", 2),
        ("You save 32.3%. That is ₹1.2 lakh.", 2),
    ],
)
def test_a_text_has_as_many_sentences_as_a_reader_counts(text: str, count: int) -> None:
    assert len(split(text)) == count


@given(st.text(alphabet="aA1.,!? \n।₹Rs%-*", max_size=80), st.integers(1, 7))
def test_pieces_of_any_size_give_back_every_character(text: str, size: int) -> None:
    sentences = Sentences()
    out: list[str] = []
    for at in range(0, len(text), size):
        out += sentences.feed(text[at : at + size])
    rest = sentences.flush()
    assert "".join(out + rest).strip() == text.strip()


def test_a_sentence_is_released_as_soon_as_the_next_one_begins() -> None:
    sentences = Sentences()
    assert sentences.feed("Net worth is ₹1.") == []
    assert sentences.feed("2 lakh. ") == []
    assert sentences.feed("Good") == ["Net worth is ₹1.2 lakh. "]
    assert sentences.flush() == ["Good"]
