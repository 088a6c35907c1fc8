"""The check of a text: what is a fact passes, what is not is named with its reason."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from future_finance.domain.facts import Fact
from future_finance.domain.grounding import Reason, verify


def fact(
    id: str, label: str, value: Decimal | date | str, unit: str, per: str | None = None, label_hi: str = ""
) -> Fact:
    return Fact(
        id=id, label=label, label_hi=label_hi, value=value, unit=unit, per=per, as_of=date(2026, 10, 31), scopes=frozenset()
    )  # fmt: skip


FACTS = (
    fact("N01", "Net worth", Decimal(-58214), "INR", label_hi="नेट वर्थ"),
    fact("T01", "Income a month", Decimal(81000), "INR", "month", "महीने की आमदनी"),
    fact("T02", "Spending a month", Decimal(46235), "INR", "month", "महीने का खर्च"),
    fact("T03", "Savings rate", Decimal("42.92"), "percent", label_hi="बचत दर"),
    fact("Q02", "Months your money at hand would last", Decimal("2.71"), "months"),
    fact("C01", "Experian score", Decimal(634), "points"),
    fact("C03", "Credit enquiries in 90 days", Decimal(4), "count"),
    fact("L07", "Card interest a year", Decimal(16240), "INR", "year"),
)


@pytest.mark.parametrize(
    "text",
    [
        "You earn ₹81,000 a month and spend ₹46,235, so your savings rate is 42.9%.",
        "Your net worth is -₹58,214 as of 31 Oct 2026.",
        "Your net worth is negative: you owe ₹58,214 more than you own.",
        "आपका महीने का खर्च ₹46,235 है।",
        "aapki aamdani ikyasi hazaar rupaye hai",
        "Your score is 634 out of 900, with 4 enquiries in 90 days.",
        "1. It would last 2.7 months.\n2. Call 14416 for help.",
        "| Income | 81,000 |\n|---|---|\n| Spending | 46,235 |",
    ],
)
def test_facts_pass_in_any_words(text: str) -> None:
    assert verify(text, FACTS).unsupported == ()


@pytest.mark.parametrize(
    ("text", "reason", "near"),
    [
        ("Your net worth is ₹58,214.", Reason.WRONG_SIGN, "N01"),
        ("You earn ₹81,000 a year.", Reason.WRONG_PERIOD, "T01"),
        ("You spend ₹81,000 a month.", Reason.SWAPPED_LABEL, "T02"),
        ("Your score is 643.", Reason.WRONG_VALUE, "C01"),
        ("It would last 2.71 years.", Reason.WRONG_UNIT, "Q02"),
        ("A flat costs ₹83,21,000.", Reason.NOT_A_FACT, ""),
    ],
)
def test_what_is_no_fact_is_refused_with_its_reason(text: str, reason: Reason, near: str) -> None:
    (mention,) = verify(text, FACTS).unsupported
    assert (mention.reason, mention.near) == (reason, near)


def test_a_number_of_the_person_passes_only_where_it_is_marked() -> None:
    said = "5000 zyada daalun to 10 saal mein?"
    assert verify("If you put in ₹5,000 more for 10 years, it grows.", FACTS, said_by_user=said).ok
    (first, _) = verify("Put in ₹5,000 more for 10 years.", FACTS, said_by_user=said).unsupported
    assert first.reason is Reason.SAID_UNMARKED
    assert not verify("If you put in ₹6,000 more, it grows.", FACTS, said_by_user=said).ok
