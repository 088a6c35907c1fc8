"""Which facts answer a question when no model can word them."""

from __future__ import annotations

import pytest

from future_finance.domain.fact_sheet import build
from future_finance.domain.question_topic import facts_about
from tests.dossiers import of_person


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("What is my net worth?", "N01"),
        ("Meri net worth kitni hai?", "N01"),
        ("मेरे पास कुल कितना पैसा है?", "Q01"),
        ("मेरा PF कितना है?", "E01"),
        ("What is my CIBIL score?", "C01"),
        ("How much do I earn a month?", "T01"),
    ],
)
def test_the_most_telling_fact_comes_first(question: str, first: str) -> None:
    found = facts_about(question, build(of_person("priya")))
    assert found[0].id == first


def test_a_question_about_nothing_known_finds_nothing() -> None:
    assert facts_about("Who wrote the Gitanjali?", build(of_person("priya"))) == ()
