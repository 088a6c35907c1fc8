"""How the evaluation reads an answer: spellings of a figure, and figures that nothing stands behind."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from future_finance.domain.dossier import Dossier
from future_finance.domain.facts import FactSheet
from future_finance.domain.rupee_words import rupees_text
from tests.dossiers import TODAY
from tests.evaluation.case import Case, Kind
from tests.evaluation.figures import amount, amounts, exactly
from tests.evaluation.grounded import figures_of, unfounded

NOBODY = FactSheet(TODAY), Dossier(TODAY)


@given(st.integers(-(10**10), 10**10))
def test_an_amount_is_known_in_whatever_way_the_product_writes_it(rupees: int) -> None:
    texts = amount(Decimal(rupees))
    assert rupees_text(rupees) in texts
    assert rupees_text(rupees, short=True) in texts
    assert rupees_text(rupees, "hi", short=True) in texts


@given(st.integers(1, 10**10), st.integers(1, 10**10))
def test_no_other_amount_is_written_so_in_full(one: int, other: int) -> None:
    assert one == other or rupees_text(one) not in amount(Decimal(other))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("₹6,58,305, as of 9 Jul 2025", ["658305"]),
        ("-₹4,02,139 or ₹-4,02,139", ["-402139", "-402139"]),
        ("Rs 1.2 lakh and 99 Crore", ["120000"]),
        ("₹2.5 करोड़", ["25000000"]),
        ("17.9% over 11 months, 3 महीने", ["17.9", "11", "3"]),
        ("-15.4%", ["-15.4"]),
        ("Nifty 50, October 2026, 80C", []),
    ],
)
def test_figures_are_read_with_sign_and_scale(text: str, values: list[str]) -> None:
    assert [each.value for each in figures_of(text)] == [Decimal(value) for value in values]


def test_a_figure_is_founded_within_its_last_digit_and_with_its_sign() -> None:
    known = [Decimal("115000"), Decimal("-402139")]
    assert unfounded("₹1.2 lakh", known) == []
    assert unfounded("₹1.15 lakh and -₹4,02,139", known) == []
    assert unfounded("₹1.3 lakh", known) == ["₹1.3 lakh"]
    assert unfounded("₹4,02,139", known) == ["₹4,02,139"]
    assert unfounded("₹1.15 crore", known) == ["₹1.15 crore"]


def test_what_the_person_said_is_founded() -> None:
    assert unfounded("You said ₹50 lakh.", [], said="I have 50 lakh in FD") == []
    assert unfounded("You said ₹60 lakh.", [], said="I have 50 lakh in FD") == ["₹60 lakh"]


def test_an_answer_is_right_when_it_holds_every_figure_and_nothing_forbidden() -> None:
    case = Case(Kind.EXACT, "p", "q", amounts(6_400), says="food", never=("guarantee",))
    assert case.misses("On food ₹6,400.", *NOBODY) == []
    assert case.misses("On food ₹16,400.", *NOBODY) == ["lacks ₹6,400"]
    assert case.misses("On food ₹6,400.50", *NOBODY) == ["lacks ₹6,400"]
    assert case.misses("₹6,400 GUARANTEED", *NOBODY) == ["does not say so", "says guarantee"]


def test_a_figure_is_not_found_within_a_longer_one() -> None:
    case = Case(Kind.EXACT, "p", "q", exactly("791"))
    assert case.misses("Score: 791.", *NOBODY) == []
    assert case.misses("Score: 7910, 1,791 and 791.5", *NOBODY) == ["lacks 791"]


def test_a_case_that_expects_facts_which_are_gone_fails() -> None:
    case = Case(Kind.EXACT, "p", "q", lambda sheet, papers: ())
    assert case.misses("anything", *NOBODY) == ["nothing is expected: the case has lost its facts"]
