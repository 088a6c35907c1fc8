"""Formulas and the sources of assumptions in Hindi."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from future_finance.domain import formula_hindi
from future_finance.domain.assumptions import market, statutory
from future_finance.domain.detectors import detect
from future_finance.domain.fact_catalogue import KINDS
from future_finance.domain.fact_sheet import build
from future_finance.domain.formula_hindi import FORMULAS, SOURCES, in_hindi
from future_finance.domain.simulation.figure_catalogue import FIGURES
from tests import dossiers

ROOT = Path(formula_hindi.__file__).parents[1]
CODE = re.compile(r"\b[A-Z]{1,3}\d{2}[A-Z]*(?::[\w:-]+)?")
ENGLISH = re.compile(r"\b(?!ceil\b|sqrt\b)[a-z]{3,}\b")
BROKEN_LINE = re.compile(r'"\s*\n\s*"')
PEOPLE = ("aarav", "priya", "rohan", "meenakshi", "farida", "harpreet", "lakshmi", "kabir")


def english_left(texts: set[str]) -> list[str]:
    return sorted(text for text in texts if ENGLISH.search(CODE.sub("", in_hindi(text))))


def test_every_formula_of_the_catalogues_is_told_in_hindi() -> None:
    assert english_left({kind.formula for kind in (*KINDS.values(), *FIGURES.values())}) == []


def test_where_every_assumption_comes_from_is_told_in_hindi() -> None:
    assert english_left({row.source for row in (*market.ROWS, *statutory.ROWS)}) == []


@pytest.mark.parametrize("person", PEOPLE)
def test_no_figure_or_finding_of_a_demo_person_has_a_formula_in_english_alone(person: str) -> None:
    dossier = dossiers.of_person(person)
    sheet = build(dossier)
    behind = {fact.formula for one in detect(sheet, dossier.profile) for fact in one.facts}
    assert english_left(behind | {fact.formula for fact in sheet.facts.values()}) == []


def test_nothing_is_translated_that_no_figure_says() -> None:
    files = (path for path in ROOT.rglob("*.py") if path != Path(formula_hindi.__file__))
    code = BROKEN_LINE.sub("", "".join(path.read_text() for path in files)).replace(
        "{_OURS}", "Our assumption"
    )
    assert [text for text in (*FORMULAS, *SOURCES) if text not in code] == []


@pytest.mark.parametrize(
    "formula", ["T02 - T01", "6 x T02R - Q01", "M10 / N01A", "P i (1+i)^n / ((1+i)^n - 1)", ""]
)
def test_signs_and_codes_stay(formula: str) -> None:
    assert in_hindi(formula) == formula


def test_what_a_provider_says_of_itself_stays() -> None:
    assert in_hindi("Sum insured by Xyz") == "Sum insured by Xyz"


def test_what_was_computed_for_a_question_names_its_operation() -> None:
    assert in_hindi("subtract(कुल संपत्ति 12.00, कुल कर्ज़ 4.00)") == "घटाव(कुल संपत्ति 12.00, कुल कर्ज़ 4.00)"
