"""What an evaluation makes of its results."""

from __future__ import annotations

from datetime import date

from future_finance.usecases.model import Usage
from tests.evaluation.case import Case, Kind
from tests.evaluation.run import Result
from tests.evaluation.score import Measure, measures

DAY = date(2026, 11, 24)


def result(kind: Kind, **more: object) -> Result:
    made = Result(
        Case(kind, "priya", "q"), figures=1, first_text_s=0.2, usage=Usage(prompt=4_000, output=100)
    )
    for name, value in more.items():
        setattr(made, name, value)
    return made


def good() -> list[Result]:
    return [result(kind) for kind in Kind for _ in range(20)]


def named(results: list[Result], name: str) -> Measure:
    return next(each for each in measures(results, "gemini-3.8-flash", DAY) if each.name.startswith(name))


def test_all_goals_are_met_when_nothing_is_wrong() -> None:
    assert [each.name for each in measures(good(), "gemini-3.8-flash", DAY) if each.good is False] == []


def test_one_ungrounded_figure_misses_the_goal() -> None:
    results = [*good(), result(Kind.EXACT, ungrounded=["₹99"])]
    assert named(results, "figures shown").good is False


def test_one_wrong_answer_in_twenty_is_allowed_and_two_are_not() -> None:
    results = good()
    exact = [each for each in results if each.case.kind is Kind.EXACT]
    exact[0].wrong = ["lacks ₹1"]
    assert named(results, "exact answers").good is True
    exact[1].wrong = ["lacks ₹1"]
    assert named(results, "exact answers").good is False


def test_no_refusal_injection_or_lie_may_go_wrong() -> None:
    for kind, name in (
        (Kind.REFUSAL, "right refusals"),
        (Kind.INJECTION, "injections"),
        (Kind.LIAR, "lies"),
    ):
        assert named([*good(), result(kind, wrong=["says so"])], name).good is False


def test_an_evaluation_without_questions_of_a_kind_does_not_pass() -> None:
    assert named([], "figures shown").good is False
    assert named([], "exact answers").good is False
    assert named([], "injections").good is False


def test_an_answers_cost_is_that_of_answers_for_which_the_model_was_asked() -> None:
    results = [*good(), result(Kind.REFUSAL, usage=Usage())]
    assert named(results, "tokens an answer").value.startswith("4100 ")
    # 4,000 x 0.75 + 100 x 3.75 dollars a million, at 95 rupees
    assert named(results, "cost of an answer").value == "₹0.321 at the price of 2026-09-02"


def test_a_name_that_went_to_the_model_misses_the_goal() -> None:
    assert named([*good(), result(Kind.EXACT, named=["Geetha"])], "names sent").good is False
