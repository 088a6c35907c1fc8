"""A figure right after a fact's own name must be that fact's."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from future_finance.domain.fact_sheet import build
from future_finance.domain.facts import Fact, Unit
from future_finance.domain.named_figure import NamedFigures
from future_finance.domain.rupee_words import label_of, rupees_text, spoken
from tests.dossiers import of_person


def fact(fact_id: str, label: str, label_hi: str, value: int | str, unit: Unit = Unit.INR) -> Fact:
    return Fact(
        id=fact_id, label=label, label_hi=label_hi, value=Decimal(value), unit=unit, as_of=date(2026, 10, 31), scopes=frozenset(),
    )  # fmt: skip


FACTS = (
    fact("E01", "Provident fund", "भविष्य निधि", 722_000),
    fact("E02", "Provident fund with past employers", "पुराने नियोक्ताओं की भविष्य निधि", 412_000),
    fact("N05V:mutual_funds", "Mutual funds", "म्यूचुअल फंड", 1_140_000),
    fact("T03", "Savings rate", "बचत दर", "32.3", Unit.PERCENT),
)
NAMED = NamedFigures(FACTS)


@pytest.mark.parametrize(
    ("sentence", "figure"),
    [
        ("Provident fund: ₹4,12,000.", "₹4,12,000"),
        ("Provident fund: ₹7.", "₹7"),
        ("As of now your provident fund stands at about ₹0.", "₹0"),
        ("₹4,12,000 is your provident fund.", "₹4,12,000"),
        ("₹4,12,000 आपकी भविष्य निधि है।", "₹4,12,000"),
        ("Your provident fund is ₹4,12,000 as of 31 Oct 2026.", "₹4,12,000"),
        ("**Provident fund** (as of October): Rs 4.12 lakh", "Rs 4.12 lakh"),
        ("भविष्य निधि: ₹4,12,000।", "₹4,12,000"),
        ("Your savings rate is 23.3%.", "23.3%"),
        ("Provident fund with past employers: ₹7,22,000", "₹7,22,000"),
    ],
)
def test_another_facts_figure_is_found_out(sentence: str, figure: str) -> None:
    assert NAMED.misnamed(sentence) == (figure,)


@pytest.mark.parametrize(
    "sentence",
    [
        "Provident fund: ₹7,22,000.",
        "Provident fund: ₹7.22 lakh",
        "₹7,22,000 is your provident fund.",
        "Provident fund: ₹11,983 above the month before.",
        "You hold ₹11,40,000, your provident fund is ₹7,22,000.",
        "Of ₹11,40,000 your savings rate is no part.",
        "पुराने नियोक्ताओं की भविष्य निधि: ₹4,12,000।",
        "Provident fund with past employers is ₹4,12,000.",
        "Mutual funds are 51% of it.",
        "Your savings rate is 32.3% and your mutual funds stand at ₹11,40,000.",
        "Of your provident fund, one part is with past employers: ₹4,12,000.",
        "",
    ],
)
def test_its_own_and_figures_of_another_kind_are_let_through(sentence: str) -> None:
    assert NAMED.misnamed(sentence) == ()


@pytest.mark.parametrize("slug", ["priya", "rohan", "meenakshi", "lakshmi"])
@pytest.mark.parametrize("language", ["en", "hi"])
def test_no_fact_of_anybody_is_misnamed_when_it_is_stated_plainly(slug: str, language: str) -> None:
    facts = [each for each in build(of_person(slug)).facts.values() if isinstance(each.value, Decimal)]
    named = NamedFigures(facts)
    wrong = [
        (sentence, named.misnamed(sentence))
        for each in facts
        if named.misnamed(sentence := f"{label_of(each, language)}: {spoken(each, language)}.")
    ]
    assert wrong == []


@given(st.integers(1, 10**8).filter(lambda rupees: rupees != 722_000))
def test_no_other_amount_passes_under_the_name(rupees: int) -> None:
    assert NAMED.misnamed(f"Provident fund: {rupees_text(rupees)}") != ()
