"""What a person reads before they agree: itemised, in both languages, and true to what the code does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from future_finance.domain.consent import LASTS, Purpose, Scope
from future_finance.domain.consent_notice import ConsentNotice, Words, notice
from future_finance.domain.retention import KEPT

CONTACT = "privacy@example.in"
NOTICE = notice("global", CONTACT)
ASKS_THE_MODEL = (Purpose.INSIGHTS, Purpose.CHAT, Purpose.PORTFOLIO_ANALYSIS)
DEVANAGARI = re.compile(r"[\u0900-\u097f]")


def words_of(shown: ConsentNotice) -> Iterator[Words]:
    yield shown.introduction
    yield shown.rights
    for item in (*shown.purposes.values(), *shown.scopes.values()):
        yield item.title
        yield item.text


def test_every_purpose_and_every_scope_is_an_item_of_its_own() -> None:
    assert list(NOTICE.purposes) == list(Purpose)
    assert list(NOTICE.scopes) == list(Scope)
    texts = [item.text.en for item in (*NOTICE.purposes.values(), *NOTICE.scopes.values())]
    assert len(set(texts)) == len(texts)


def test_everything_is_said_in_english_and_in_hindi() -> None:
    for words in words_of(NOTICE):
        assert words.en
        assert not DEVANAGARI.search(words.en)
        assert len(DEVANAGARI.findall(words.hi)) > len(words.hi) / 4


@pytest.mark.parametrize("purpose", ASKS_THE_MODEL)
def test_who_asks_the_model_says_where_it_runs(purpose: Purpose) -> None:
    anywhere = NOTICE.purposes[purpose].text
    assert "leave India" in anywhere.en
    region = notice("asia-south1", CONTACT).purposes[purpose].text
    assert "asia-south1" in region.en
    assert "asia-south1" in region.hi
    assert "leave India" not in region.en


def test_what_is_sent_to_no_model_says_nothing_of_one() -> None:
    for purpose in set(Purpose) - set(ASKS_THE_MODEL):
        assert "model" not in NOTICE.purposes[purpose].text.en


@pytest.mark.parametrize(
    "said",
    ["adults", "Google Cloud", "as easy as giving it", "India", "nobody else", "one year"],
)
def test_the_introduction_says_what_the_law_wants(said: str) -> None:
    assert said in NOTICE.introduction.en


@pytest.mark.parametrize(
    "said",
    ["see what we hold", "correct", "download", "name a person", "erase", CONTACT, "Data Protection Board"],
)
def test_rights_are_named_with_whom_to_write_to(said: str) -> None:
    assert said in NOTICE.rights.en
    assert CONTACT in NOTICE.rights.hi


def test_periods_are_those_of_the_code() -> None:
    year = timedelta(days=365)
    assert {LASTS, KEPT["conversations"]} == {year}
    assert "for a year" in NOTICE.purposes[Purpose.CHAT].text.en


def test_another_text_is_another_version_whatever_made_it_another() -> None:
    other_rights = replace(NOTICE, rights=Words(NOTICE.rights.en + ".", NOTICE.rights.hi))
    versions = {
        NOTICE.version,
        notice("asia-south1", CONTACT).version,
        notice("global", "another@example.in").version,
        other_rights.version,
    }
    assert len(versions) == 4
    assert notice("global", CONTACT).version == NOTICE.version


def test_nobody_is_promised_advice() -> None:
    for words in words_of(NOTICE):
        assert not re.search(r"advis[eo]r|wealth manager|guarantee|risk-free", words.en, re.IGNORECASE)
