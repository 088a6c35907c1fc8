"""Conversations."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from future_finance.domain.conversation import LONGEST_TITLE, message_id, title_of


def test_a_short_question_is_its_own_title() -> None:
    assert title_of("  What is\nmy net worth? ") == "What is my net worth?"


def test_a_long_one_is_cut_at_a_word() -> None:
    title = title_of("How much " * 30)
    assert title.endswith("How much…") or title.endswith("How…")


@given(st.text(min_size=1, max_size=4000))
def test_no_title_is_longer_than_a_title(question: str) -> None:
    assert len(title_of(question)) <= LONGEST_TITLE


@given(
    st.tuples(st.integers(1, 99_999), st.integers(0, 9)), st.tuples(st.integers(1, 99_999), st.integers(0, 9))
)
def test_ids_sort_as_messages_follow_each_other(one: tuple[int, int], other: tuple[int, int]) -> None:
    assert (message_id(*one) < message_id(*other)) == (one < other)
