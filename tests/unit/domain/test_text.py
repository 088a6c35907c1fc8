"""Text that others wrote."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from future_finance.domain.text import clean


@given(st.text(max_size=300), st.integers(1, 50))
def test_cleaned_text_is_printable_short_and_stable(text: str, limit: int) -> None:
    cleaned = clean(text, limit)
    assert len(cleaned) <= limit
    assert not any(ord(c) < 32 or c in "\u202e\u200b\ufeff" for c in cleaned)
    cleaned.encode()
    assert clean(cleaned, limit) == cleaned


def test_text_keeps_indian_scripts_and_loses_tricks() -> None:
    assert clean("क्\u200dष  SHARMA\u202e\x00\n\ud800", 80) == "क्\u200dष SHARMA"


@pytest.mark.parametrize("text", ["", "\u202e", "\u200d \u200c", "\n\x00"])
def test_text_that_nobody_can_see_is_none(text: str) -> None:
    assert clean(text, 80) == ""
