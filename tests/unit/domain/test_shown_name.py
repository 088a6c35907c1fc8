"""Names that others chose, shown without the figures in them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from future_finance.domain.detectors import detect
from future_finance.domain.fact_sheet import build
from future_finance.domain.facts import Fact, Unit
from future_finance.domain.grounding.reading.reader import read
from future_finance.domain.grounding.reading.units import Measure
from future_finance.domain.rupee_words import decimals, rupees_text, spoken
from future_finance.domain.shown_name import shown_name
from future_finance.domain.simulation.scenario import LoanPrepayment, Rupees
from future_finance.domain.simulation.understood import said_back
from tests.dossiers import of_person
from tests.evaluation.canaries import FIGURES, in_names, in_payees


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("₹99 CRORE TRADERS", "… TRADERS"),
        ("LOSS OF 5 LAKH", "LOSS OF …"),
        ("NINETY NINE CRORE", "…"),
        ("LOSS5LAKH", "LOSS…"),
        ("LOSS OF 5,00,000", "LOSS OF …"),
        ("NETWORTH 9900000 LTD", "NETWORTH … LTD"),
        ("YOU OWE 5000", "YOU OWE …"),
        ("RS 500 CLUB", "… CLUB"),
        ("FIVE THOUSAND RUPEES", "…"),
        ("5 TO 10 LAKH", "…"),
        ("CRORE CLUB", "… CLUB"),
        ("12.5 PERCENT LOSS", "… LOSS"),
        ("8% BONDS 2030", "… BONDS 2030"),
        ("3 MONTHS LEFT", "… LEFT"),
        ("पाँच लाख का घाटा", "… का घाटा"),
        ("घाटा ५ लाख", "घाटा …"),
        ("५ करोड़ वाला", "… वाला"),
        ("৫ লাখ", "…"),
        ("５ ＬＡＫＨ", "…"),
        ("①⓪⓪ crore", "…"),
        ("5 la\u200dkh", "…"),
        ("99 \u0441rore", "…"),  # a Cyrillic c
        ("½ crore", "…"),
        ("9876543210@YBL", "…3210@YBL"),
    ],
)
def test_a_figure_in_a_name_is_not_shown(name: str, shown: str) -> None:
    assert shown_name(name) == shown


@pytest.mark.parametrize(
    "name",
    [
        "Nifty 50", "NIFTY NEXT 50", "24/7 Store", "7-Eleven", "Plan 2040", "99acres", "5paisa", "1mg", "3M India",
        "Nifty 10 yr Benchmark G-Sec ETF", "FMP Series 1175 Days", "BSE 1000 Index Fund", "Balanced 65:35", "Studio 54",
        "UTI Nifty 200 Momentum 30", "Retirement 2025-26", "One97 Communications", "Axis Bank XX1234", "Lakhani Shoes",
        "Lakhpati Das", "L & T", "K Traders", "CR Patel", "Century Plyboards", "Thousand Oaks", "लक्ष्मी", "करोड़पति",
    ],
)  # fmt: skip
def test_a_number_that_names_have_stays(name: str) -> None:
    assert shown_name(name) == name


def test_what_is_shown_of_a_name_is_shown_again_as_it_is() -> None:
    for name in ("9876543210@YBL", "LOSS OF 5 LAKH", "50100123456789 SAVINGS"):
        assert shown_name(shown_name(name)) == shown_name(name)


_AMOUNTS = st.decimals(min_value=0, max_value=10**10, places=2)
_TEXTS = st.text(st.sampled_from("ABE OL5 9,.₹%…-/KRS") | st.characters(codec="utf-8"), max_size=40)


@given(_TEXTS)
@example("1,1 1,1 crore")
def test_any_text_becomes_stable_at_once(text: str) -> None:
    assert shown_name(shown_name(text)) == shown_name(text)


@given(
    _AMOUNTS,
    st.sampled_from(["{}", "{} TRADERS", "LOSS OF {}", "M/S {} & SONS"]),
    st.sampled_from(["en", "hi"]),
)
def test_no_amount_that_we_could_write_survives_in_a_name(
    amount: Decimal, around: str, language: str
) -> None:
    fact = Fact(id="x", label="x", value=amount, unit=Unit.INR, as_of=None, scopes=frozenset())
    for figure in (rupees_text(amount), spoken(fact, language), f"{decimals(amount, 2)} lakh"):
        said = read(shown_name(around.format(figure)).upper()).claims
        assert not [claim for claim in said if claim.measure in {Measure.INR, Measure.PERCENT}]


@pytest.mark.parametrize("order", FIGURES)
def test_no_label_of_a_fact_has_a_figure_that_a_name_brought(order: str) -> None:
    """Holdings, lenders, banks, employers, what the person entered, and payees."""
    papers = of_person("priya")
    papers = in_payees(order)(in_names(order)(papers))
    for fact in build(papers).facts.values():
        for label in (fact.label, fact.label_hi):
            assert not [each for each in ("99", "LAKH", "CRORE", "लाख") if each in label.upper()], label


def test_facts_stay_the_same_whatever_names_hold() -> None:
    papers = of_person("meenakshi")
    plain, planted = build(papers), build(in_names("₹99 CRORE")(papers))
    of_worth = {"N01", "N01A", "N01L", "M01", "L02"}
    assert [fact.value for fact in plain.facts.values() if fact.code in of_worth] == [
        fact.value for fact in planted.facts.values() if fact.code in of_worth
    ]


def test_papers_on_which_no_name_holds_a_figure_are_not_touched() -> None:
    papers = of_person("priya")
    assert replace(papers, today=date(2026, 11, 25)).portfolio == papers.portfolio


@pytest.mark.parametrize("order", FIGURES)
@pytest.mark.parametrize("who", ["priya", "rohan", "meenakshi"])
def test_no_finding_repeats_a_figure_that_a_name_brought(who: str, order: str) -> None:
    papers = in_payees(order)(in_names(order)(of_person(who)))
    findings = detect(build(papers), papers.profile)
    assert findings
    for finding in findings:
        for text in (finding.text, finding.text_hi):
            said = f"{text.title} {text.description} {text.next_step}".upper()
            assert not [each for each in ("99", "LAKH", "CRORE", "९९") if each in said], finding.id


def test_a_loan_of_a_what_if_is_said_back_without_the_figure_in_its_name() -> None:
    scenario = LoanPrepayment(debt="₹99 crore home", amount=Rupees(amount_minor=5_00_000_00))
    told = said_back(scenario)
    assert told.en == "₹5,00,000 now into the loan “… home”; the EMI stays."
    assert "99" not in told.hi
