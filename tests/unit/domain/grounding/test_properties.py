"""Whatever the figure: told truly it passes, told with one thing changed it does not."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from future_finance.domain.facts import Fact
from future_finance.domain.grounding import verify
from future_finance.domain.grounding.reading.number_words import SMALL
from future_finance.domain.rupee_words import LAKH, grouped, rupees_text, spoken

LANGUAGES = ("en", "hi")
TEMPLATES = (
    "{label}: {value}",
    "Your {label} is {value}.",
    "- **{label}**: {value}",
    "| {label} | {value} |",
    "As of 31 Oct 2026, {value} is your {label}.",
    "Aapka {label} {value} hai.",
    "आपका {label} {value} है।",
)
unhurried = settings(deadline=None)  # a busy machine is no failure
amounts = st.decimals(Decimal(1), Decimal(10**9), places=2)


def fact(
    value: Decimal, unit: str = "INR", per: str | None = None, label: str = "Outstanding amount"
) -> Fact:
    return Fact(
        id="F", label=label, value=value, unit=unit, per=per, as_of=date(2026, 10, 31), scopes=frozenset()
    )


def ok(text: str, *facts: Fact) -> bool:
    return verify(text, facts).ok


@unhurried
@given(amounts, st.sampled_from(TEMPLATES), st.sampled_from(LANGUAGES), st.booleans())
def test_an_amount_that_code_wrote_is_accepted(
    value: Decimal, template: str, language: str, short: bool
) -> None:
    told = fact(value)
    assert ok(template.format(label=told.label, value=spoken(told, language, short=short)), told)


@unhurried
@given(amounts, st.sampled_from(TEMPLATES), st.data())
def test_an_amount_with_another_digit_is_refused(value: Decimal, template: str, data: st.DataObject) -> None:
    text = rupees_text(value)
    at = data.draw(st.sampled_from([place for place, char in enumerate(text) if char.isdigit()]))
    digit = data.draw(st.sampled_from([char for char in "123456789" if char != text[at]]))
    assert not ok(
        template.format(label="Outstanding amount", value=text[:at] + digit + text[at + 1 :]), fact(value)
    )


@unhurried
@given(st.decimals(LAKH, LAKH * 99, places=2), st.sampled_from(TEMPLATES), st.sampled_from(LANGUAGES))
def test_lakh_told_as_crore_and_crore_as_lakh_are_refused(
    value: Decimal, template: str, language: str
) -> None:
    lakh, crore = {"en": ("lakh", "crore"), "hi": ("लाख", "करोड़")}[language]
    in_lakhs, in_crores = (rupees_text(value * times, language, short=True) for times in (1, 100))
    assert lakh in in_lakhs
    assert crore in in_crores
    for text, told in (
        (in_lakhs.replace(lakh, crore), fact(value)),
        (in_crores.replace(crore, lakh), fact(value * 100)),
    ):
        assert not ok(template.format(label="Outstanding amount", value=text), told)


@unhurried
@given(amounts, st.sampled_from(TEMPLATES), st.sampled_from(["-{}", "minus {}"]))
def test_a_turned_sign_is_refused(value: Decimal, template: str, minus: str) -> None:
    assume(value >= 1)
    text = rupees_text(value)
    assert not ok(template.format(label="Outstanding amount", value=minus.format(text)), fact(value))
    assert not ok(template.format(label="Outstanding amount", value=text), fact(-value))
    assert ok(template.format(label="Outstanding amount", value=minus.format(text)), fact(-value))


@unhurried
@given(
    amounts,
    st.sampled_from([("a month", "a year"), ("हर महीने", "हर साल"), ("per month", "p.a.")]),
    st.booleans(),
)
def test_another_period_is_refused(value: Decimal, words: tuple[str, str], monthly: bool) -> None:
    right, wrong = words if monthly else words[::-1]
    told = fact(value, per="month" if monthly else "year", label="Spending")
    assert ok(f"Spending: {rupees_text(value)} {right}", told)
    assert not ok(f"Spending: {rupees_text(value)} {wrong}", told)


@unhurried
@given(
    st.integers(1, 400),
    st.sampled_from(["months", "years", "days", "percent"]),
    st.sampled_from(["months", "years", "days", "percent", "INR"]),
)
def test_another_unit_is_refused(value: int, unit: str, told: str) -> None:
    assume(unit != told)
    assume({unit, told} != {"months", "years"} or value % 12)
    words = f"₹{value}" if told == "INR" else f"{value} {told}"
    assert not ok(f"It is {words}.", fact(Decimal(value), unit, label="Length"))


@unhurried
@given(st.sampled_from(sorted(SMALL)), st.sampled_from(["lakh", "लाख", "hazaar", "crore"]))
def test_number_words_of_both_languages_are_read(word: str, scale: str) -> None:
    size = {"lakh": 10**5, "लाख": 10**5, "hazaar": 10**3, "crore": 10**7}[scale]
    assume(SMALL[word] > 0)
    assert ok(f"Aapke paas {word} {scale} rupaye hain.", fact(Decimal(SMALL[word] * size)))
    assert not ok(f"Aapke paas {word} {scale} rupaye hain.", fact(Decimal((SMALL[word] + 1) * size)))


@unhurried
@given(st.integers(1, 10**9))
def test_digits_of_devanagari_and_western_groups_are_the_same_number(whole: int) -> None:
    told = fact(Decimal(whole))
    assert ok("कुल ₹" + grouped(whole).translate(str.maketrans("0123456789", "०१२३४५६७८९")), told)
    assert ok(f"It is Rs. {whole:,}.", told)
    assert ok(f"It is {whole} rupees.", told)


@pytest.mark.parametrize(
    ("value", "covered"),
    [("114999.99", False), ("115000", True), ("120000", True), ("124999.99", True), ("125000", False)],
)
def test_precision_is_what_is_displayed(value: str, covered: bool) -> None:
    assert ok("You have Rs 1.2 lakh.", fact(Decimal(value))) is covered
    assert LAKH == 100000


@unhurried
@given(st.text(max_size=200), st.lists(amounts, max_size=3))
def test_no_text_breaks_the_check(text: str, values: list[Decimal]) -> None:
    verify(text, [fact(value) for value in values], said_by_user=text)


@unhurried
@given(
    st.lists(
        st.sampled_from(
            [
                "₹",
                "Rs",
                "1",
                "2.5",
                "12,345",
                "lakh",
                "crore",
                "%",
                "-",
                "(",
                ")",
                "a",
                "month",
                "se",
                "zyada",
                "do",
                "teen",
                "dhai",
                "and",
                "half",
                "2026",
                "Oct",
                "from",
                "to",
                "than",
                "more",
                "आधा",
                "लाख",
                "/",
                ":",
                "|",
                "\n",
            ]
        ),
        max_size=14,
    )
)
def test_no_jumble_of_number_words_breaks_the_check(words: list[str]) -> None:
    verify(
        " ".join(words), [fact(Decimal(12345)), fact(Decimal("2.5"), "percent")], said_by_user=" ".join(words)
    )
