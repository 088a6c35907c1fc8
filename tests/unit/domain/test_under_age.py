"""Who says that they are no adult yet, in the words that people use; and who does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from future_finance.domain.under_age import says_under_age

FOLDER = Path(__file__).parent / "advice"
THIS_YEAR = 2026


@pytest.mark.parametrize("text", (FOLDER / "under_age.txt").read_text().splitlines())
def test_who_says_so_is_heard(text: str) -> None:
    assert says_under_age(text, THIS_YEAR)


@pytest.mark.parametrize("text", (FOLDER / "grown_up.txt").read_text().splitlines())
def test_nobody_else_is_taken_for_a_minor(text: str) -> None:
    assert not says_under_age(text, THIS_YEAR)


@pytest.mark.parametrize("name", ["allowed", "distress", "forbidden", "fraud", "hardship", "ordinary"])
def test_no_question_on_something_else_is_taken_for_a_minors(name: str) -> None:
    said = (FOLDER / f"{name}.txt").read_text().splitlines()
    assert [text for text in said if says_under_age(text, THIS_YEAR)] == []


@pytest.mark.parametrize(
    ("year", "told"), [(2007, False), (2008, False), (2009, True), (2026, True), (2027, False)]
)
def test_who_turns_18_this_year_counts_as_an_adult(year: int, told: bool) -> None:
    assert says_under_age(f"I was born in {year}", THIS_YEAR) is told
