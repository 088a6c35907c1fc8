"""What a figure lacks, in Hindi."""

from __future__ import annotations

from pathlib import Path

import pytest

from future_finance.domain import needs_hindi
from future_finance.domain.fact_sheet import build
from future_finance.domain.needs_hindi import NEEDS, needs_in_hindi
from tests import dossiers

ROOT = Path(needs_hindi.__file__).parent


def test_nothing_is_translated_that_no_figure_lacks() -> None:
    code = "".join(path.read_text() for path in ROOT.rglob("*.py") if path != Path(needs_hindi.__file__))
    assert [text for text in NEEDS if text not in code] == []


@pytest.mark.parametrize("person", ["aarav", "rohan", "farida", "lakshmi", "kabir"])
def test_what_the_figures_of_a_demo_person_lack_is_told_by_name(person: str) -> None:
    sheet = build(dossiers.of_person(person))
    lacking = {gone.needs for gone in sheet.missing.values()}
    assert lacking
    assert [text for text in lacking if needs_in_hindi(text) == needs_in_hindi("of old")] == []


def test_months_are_counted() -> None:
    assert needs_in_hindi("It needs 2 full months of transactions, and has 1.").count("2 पूरे महीने") == 1


def test_each_sentence_is_told() -> None:
    told = needs_in_hindi("It needs purchases in the fund records. 1 of 3 schemes do.")
    assert told == f"{NEEDS['It needs purchases in the fund records.']} 3 में से 1 स्कीमों में ऐसा है।"
