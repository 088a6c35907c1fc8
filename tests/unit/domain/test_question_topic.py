"""Which facts answer a question when no model can word them."""

from __future__ import annotations

import pytest

from future_finance.domain.fact_sheet import build
from future_finance.domain.question_topic import facts_about
from tests.dossiers import of_person
from tests.sheets import sheet_of


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("What is my net worth?", "N01"),
        ("Meri net worth kitni hai?", "N01"),
        ("मेरे पास कुल कितना पैसा है?", "Q01"),
        ("मेरा PF कितना है?", "E01"),
        ("What is my CIBIL score?", "C01"),
        ("How much do I earn a month?", "T01"),
        ("How long would my money last without an income?", "Q02"),
        ("बिना आमदनी के मेरा पैसा कितने महीने चलेगा?", "Q02"),
        ("Pichhle mahine kitni bachat hui?", "T03"),
        ("How much did I save last month?", "T03"),
    ],
)
def test_the_most_telling_fact_comes_first(question: str, first: str) -> None:
    found = facts_about(question, build(of_person("priya")))
    assert found[0].id == first


def test_a_question_about_nothing_known_finds_nothing() -> None:
    assert facts_about("Who wrote the Gitanjali?", build(of_person("priya"))) == ()


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("Calculate my net worth", "N01"),
        ("What was my latest salary?", "T01"),
        ("How can I lower my spending?", "T02"),
    ],
)
def test_a_word_within_another_is_no_topic(question: str, code: str) -> None:
    about = facts_about(question, sheet_of({code: 5, "L08": 3, "L01:home": 9, "N01L": 9}))
    assert [fact.code for fact in about] == ([code, "N01L"] if code == "N01" else [code])


def test_spending_by_category_is_that_of_the_latest_month() -> None:
    found = facts_about("What did I spend the most on?", build(of_person("rohan")))
    assert {fact.key.partition(":")[0] for fact in found if fact.code == "T02C"} == {"2026-10"}


def test_of_loans_that_end_the_months_left_come_first() -> None:
    found = facts_about("When will my loans be paid off?", build(of_person("rohan")))
    assert [fact.code for fact in found[:3]] == ["L03", "L03", "L03"]


def test_a_gap_of_nothing_is_not_told() -> None:
    assert "N02D" not in {
        fact.code for fact in facts_about("What is my net worth?", build(of_person("priya")))
    }
    assert "N02D" in {fact.code for fact in facts_about("What is my net worth?", build(of_person("kabir")))}
