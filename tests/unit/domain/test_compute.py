"""Arithmetic obeys the rules of units, and its results are facts that say where they come from."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from future_finance.domain.compute import Literal, Operation, Refusal, RefusalCode, compute
from future_finance.domain.facts import Fact, FactSheet
from future_finance.domain.grounding import verify

DAY = date(2026, 10, 31)


def fact(id: str, label: str, value: str, unit: str, per: str | None = None, **more: object) -> Fact:
    fields = {"as_of": DAY, "scopes": frozenset({"assets"}), "label_hi": label + " (हिंदी)"} | more
    return Fact(id=id, label=label, value=Decimal(value), unit=unit, per=per, **fields)  # type: ignore[arg-type]


SHEET = FactSheet(DAY).plus(
    [
        fact("Q01", "Money at hand", "450000", "INR"),
        fact("T01", "Income a month", "240000", "INR", "month", scopes=frozenset({"transactions"})),
        fact("T02", "Spending a month", "165500", "INR", "month", scopes=frozenset({"transactions"})),
        fact("T01M:2026-10", "Income of October 2026", "250000", "INR", "month"),
        fact("T02M:2026-09", "Spending of September 2026", "150000", "INR", "month"),
        fact("T02M:2026-10", "Spending of October 2026", "170000", "INR", "month"),
        fact("L07", "Card interest a year", "16240", "INR", "year"),
        fact("N01A", "Total assets", "1000000", "INR", inputs=("Q01",)),
        fact("N05:epf", "Provident fund, share of assets", "28.2", "percent"),
        fact("N05:mf", "Mutual funds, share of assets", "22.4", "percent"),
        fact("T03", "Savings rate", "30.9", "percent"),
        fact("C03", "Enquiries", "4", "count"),
        fact("L03", "Months until the debt ends", "11", "months"),
        fact("E01", "Provident fund", "1650000", "INR", as_of=date(2026, 9, 30)),
        fact("Z", "Nothing", "0", "INR"),
        Fact(id="C01B", label="Band", value="good", unit="text", as_of=DAY, scopes=frozenset()),
    ]
)


@pytest.mark.parametrize(
    ("operation", "operands", "value", "unit", "per"),
    [
        ("subtract", ["T01", "T02"], "74500", "INR", "month"),
        ("difference", ["T02", "T01"], "74500", "INR", "month"),
        ("add", ["T01", "T02"], "405500", "INR", "month"),
        ("add", ["N05:epf", "N05:mf"], "50.6", "percent", None),
        ("divide", ["Q01", "T02"], "2.72", "months", None),
        ("divide", ["Q01", "L07"], "27.71", "years", None),
        ("divide", ["T01", "T02"], "1.45", "ratio", None),
        ("divide", ["Q01", "C03"], "112500", "INR", None),
        ("divide", ["Q01", "L03"], "40909.09", "INR", "month"),
        ("share", ["T02", "T01"], "68.96", "percent", None),
        ("multiply", ["T02", "L03"], "1820500", "INR", None),
        ("multiply", ["N05:epf", "Q01"], "126900", "INR", None),
        ("multiply", ["C03", "T01"], "960000", "INR", "month"),
        ("per_year", ["T02"], "1986000", "INR", "year"),
        ("add", ["T02M:2026-09", "T02M:2026-10"], "320000", "INR", None),
        ("subtract", ["T01M:2026-10", "T02M:2026-10"], "80000", "INR", None),
        ("difference", ["T02M:2026-10", "T02"], "4500", "INR", None),
        ("share", ["T02M:2026-10", "T01M:2026-10"], "68", "percent", None),
    ],
)
def test_what_fits_is_computed(
    operation: str, operands: list[str], value: str, unit: str, per: str | None
) -> None:
    result = compute(operation, operands, SHEET)
    assert isinstance(result, Fact)
    assert (result.value, result.unit, result.per) == (Decimal(value), unit, per)
    assert result.inputs
    assert set(result.inputs) == set(operands)


@pytest.mark.parametrize(
    ("operation", "operands", "code"),
    [
        ("power", ["Q01", "T01"], RefusalCode.UNKNOWN_OPERATION),
        ("add", ["Q01", "Q99"], RefusalCode.UNKNOWN_FACT),
        ("add", ["Q01"], RefusalCode.OPERANDS),
        ("add", ["Q01", "Q01"], RefusalCode.OPERANDS),
        ("subtract", ["Q01", "N01A", "Z"], RefusalCode.OPERANDS),
        ("add", ["Q01", "C01B"], RefusalCode.NOT_A_NUMBER),
        ("add", ["T02", "T02M:2026-10"], RefusalCode.PERIODS),
        ("per_year", ["T02M:2026-10"], RefusalCode.PERIODS),
        ("multiply", ["T02M:2026-10", "L03"], RefusalCode.PERIODS),
        ("add", ["Q01", "T03"], RefusalCode.UNITS),
        ("add", ["N05:epf", "T03"], RefusalCode.UNITS),
        ("multiply", ["Q01", "T01"], RefusalCode.UNITS),
        ("add", ["Q01", "T01"], RefusalCode.STOCK_AND_FLOW),
        ("add", ["T01", "L07"], RefusalCode.PERIODS),
        ("per_year", ["L07"], RefusalCode.PERIODS),
        ("multiply", ["L07", "L03"], RefusalCode.PERIODS),
        ("add", ["Q01", "E01"], RefusalCode.DATES),
        ("add", ["Q01", "N01A"], RefusalCode.OVERLAP),
        ("share", ["Q01", "Z"], RefusalCode.ZERO),
    ],
)
def test_what_does_not_fit_is_refused(operation: str, operands: list[str], code: RefusalCode) -> None:
    result = compute(operation, operands, SHEET)
    assert isinstance(result, Refusal)
    assert result.code is code


def test_a_number_of_the_person_is_used_only_if_they_said_it() -> None:
    extra = Literal(Decimal(500000), "INR")
    said = compute("add", ["Q01", extra], SHEET, said_by_user="I also have 5 lakh at home")
    assert isinstance(said, Fact)
    assert said.value == 950000
    assert "you said" in said.label
    assert said.inputs == ("Q01",)
    unsaid = compute("add", ["Q01", extra], SHEET, said_by_user="I also have 6 lakh at home")
    assert isinstance(unsaid, Refusal)
    assert unsaid.code is RefusalCode.NOT_SAID


def test_a_result_needs_all_consents_and_is_carried_by_the_check_of_texts() -> None:
    result = compute(Operation.SUBTRACT, ["T01", "T02"], SHEET)
    assert isinstance(result, Fact)
    assert result.scopes == {"transactions"}
    assert result.label == "Income a month minus spending a month"
    assert verify("₹74,500 a month is left.", [result]).ok
    mixed = compute(Operation.DIVIDE, ["Q01", "T02"], SHEET)
    assert isinstance(mixed, Fact)
    assert mixed.scopes == {"assets", "transactions"}


@given(st.decimals(-(10**9), 10**9, places=2), st.decimals(-(10**9), 10**9, places=2))
def test_adding_then_subtracting_gives_back_the_first(one: Decimal, other: Decimal) -> None:
    sheet = FactSheet(DAY).plus([fact("A", "One", str(one), "INR"), fact("B", "Other", str(other), "INR")])
    total = compute("add", ["A", "B"], sheet)
    assert isinstance(total, Fact)
    back = compute("subtract", [total.id, "B"], sheet.plus([total]))
    assert isinstance(back, Fact)
    assert back.value == one


def test_a_result_beyond_any_amount_is_refused() -> None:
    large = Decimal(999_999_999_999_999)
    operands = [Literal(large, "INR"), Literal(large, "count")]
    refused = compute("multiply", operands, SHEET, said_by_user=f"what is ₹{large} times {large}")
    assert isinstance(refused, Refusal)
    assert refused.code is RefusalCode.TOO_LARGE


@pytest.mark.parametrize(
    ("whole", "part"),
    [
        (fact("E01", "Provident fund", "5", "INR"), fact("N05V:epf", "EPF", "5", "INR")),
        (fact("Q01", "Money at hand", "5", "INR"), fact("Q01S", "In savings", "4", "INR")),
        (
            fact("T02M:2026-10", "Spending", "5", "INR", "month"),
            fact("T02C:2026-10:food", "Food", "1", "INR", "month"),
        ),
        (fact("E01", "Provident fund", "5", "INR"), fact("E01P", "Pension", "1", "INR")),
    ],
)
def test_a_whole_and_its_part_do_not_add_up_nor_a_fund_and_its_pension(whole: Fact, part: Fact) -> None:
    for ids in ([whole.id, part.id], [part.id, whole.id]):
        result = compute("add", ids, FactSheet(DAY).plus([whole, part]))
        assert isinstance(result, Refusal)
        assert result.code is RefusalCode.OVERLAP


def test_spending_of_one_month_and_a_category_of_another_are_apart() -> None:
    months = [
        fact("T02M:2026-09", "Spending of September", "5", "INR", "month"),
        fact("T02C:2026-10:food", "Food in October", "1", "INR", "month"),
    ]
    assert isinstance(compute("add", [each.id for each in months], FactSheet(DAY).plus(months)), Fact)
