"""Money, numbers, dates and text as Fi sends them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from future_finance.adapters.fi_mcp.day import compact_day, day_first, iso_day, optional_day
from future_finance.adapters.fi_mcp.identity import Identities
from future_finance.adapters.fi_mcp.money import money, price
from future_finance.adapters.fi_mcp.number import number, paise, whole
from future_finance.adapters.fi_mcp.refusal import Reason, Refused
from future_finance.adapters.fi_mcp.text import last_four
from future_finance.domain.money import Money


@given(st.integers(-(10**14), 10**14))
def test_a_money_object_holds_its_paise_exactly(minor: int) -> None:
    sign = -1 if minor < 0 else 1
    units, rest = divmod(abs(minor), 100)
    sent = {"currencyCode": "INR", "units": str(sign * units), "nanos": sign * rest * 10_000_000}

    assert money(sent) == Money(minor, "INR")
    found = price(sent)
    assert found is not None
    assert found[0] * 100 == minor


@given(st.integers(-(10**12), 10**12), st.integers(0, 10**9 - 1))
def test_a_price_keeps_every_nano(units: int, nanos: int) -> None:
    nanos = -nanos if units < 0 else nanos
    found = price({"units": str(units), "nanos": nanos})

    assert found == (Decimal(units * 10**9 + nanos).scaleb(-9), "INR")


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        ({}, Money(0)),
        ({"currencyCode": "INR"}, Money(0)),
        ({"units": "-3103", "nanos": -455377810}, Money(-310346)),
        ({"nanos": 5_000_000}, Money(0)),
        ({"nanos": 15_000_000}, Money(2)),
        ({"currencyCode": "USD", "units": 210}, Money(21000, "USD")),
        (None, None),
    ],
    ids=["empty", "no units", "both negative", "half to even 0", "half to even 2", "dollars", "missing"],
)
def test_money_leaves_out_its_defaults(sent: object, expected: Money | None) -> None:
    assert money(sent) == expected


@pytest.mark.parametrize(
    "sent",
    [
        {"units": "5", "nanos": -1},
        {"units": "-5", "nanos": 1},
        {"units": "5", "nanos": 10**9},
        {"units": "5.5"},
        {"units": "five"},
        {"units": 5.5},
        {"units": True},
        {"units": "1" * 16},
        {"units": ["5"]},
        {"currencyCode": "rupee"},
        {"currencyCode": 356},
        "5",
        5,
        [],
    ],
    ids=str,
)
def test_money_that_says_nothing_clear_is_refused(sent: object) -> None:
    with pytest.raises(Refused):
        money(sent)


@given(st.decimals(-(10**12), 10**12, allow_nan=False, allow_infinity=False, places=2))
def test_decimal_text_and_number_give_the_same_paise(amount: Decimal) -> None:
    assert paise(format(amount, "f")) == paise(amount) == int(amount * 100)


@pytest.mark.parametrize("sent", ["1e5", "NaN", "Infinity", "12.", "१२", "--5", "5 6", "0x10", "1_000"])
def test_only_plain_decimal_text_is_a_number(sent: str) -> None:
    with pytest.raises(Refused) as refused:
        number(sent)
    assert refused.value.reason is Reason.BAD_AMOUNT


@pytest.mark.parametrize("sent", [True, [], {}, b"5"])
def test_a_number_of_another_type_is_refused(sent: object) -> None:
    with pytest.raises(Refused) as refused:
        number(sent)
    assert refused.value.reason is Reason.WRONG_TYPE


@pytest.mark.parametrize("sent", [Decimal("1e40"), Decimal("1e-40"), Decimal("1e999999"), 10**20])
def test_a_number_out_of_all_proportion_is_refused(sent: object) -> None:
    with pytest.raises(Refused):
        paise(sent)


def test_a_whole_number_has_no_fraction() -> None:
    assert whole("36") == whole(Decimal("36.0")) == 36
    assert whole("") is whole(None) is None
    with pytest.raises(Refused):
        whole("36.5")


def test_a_midnight_in_india_counts_as_its_day_there() -> None:
    assert iso_day("2022-12-31T18:30:00Z") == date(2023, 1, 1)
    assert iso_day("2022-12-31T18:29:59Z") == date(2022, 12, 31)
    assert iso_day("2024-05-21T10:00:00.123456789Z") == date(2024, 5, 21)
    assert iso_day("2024-05-21") == date(2024, 5, 21)


def test_the_three_other_ways_to_write_a_day() -> None:
    assert compact_day("20240521") == day_first("21-05-2024") == date(2024, 5, 21)
    assert day_first("NOT AVAILABLE") is day_first("") is day_first(None) is None


def test_a_year_one_means_never() -> None:
    assert iso_day("0001-01-01T00:00:00Z") is None


@pytest.mark.parametrize("sent", ["2024-02-30", "2024-5-1", "yesterday", "9999-12-31T23:00:00Z", "20240521"])
def test_a_day_that_does_not_exist_is_refused(sent: str) -> None:
    with pytest.raises(Refused) as refused:
        iso_day(sent)
    assert refused.value.reason is Reason.BAD_DATE


def test_an_unreadable_day_that_nothing_depends_on_is_a_warning() -> None:
    warnings: set[str] = set()
    assert optional_day("soon", warnings) is None
    assert warnings == {"unreadable_date"}


@pytest.mark.parametrize(
    ("number_sent", "kept"),
    [
        ("XXXXXX4417", "4417"),
        ("XXXXXX-45001", "5001"),
        ("MHBAN-XXXX-XXXX", ""),
        ("MHPN*****", "MHPN"),
        ("50100123456789", "6789"),
        ("", ""),
    ],
)
def test_at_most_four_characters_of_an_account_number_are_kept(number_sent: str, kept: str) -> None:
    assert last_four(number_sent) == kept


def test_namesakes_get_ids_of_their_own_that_stay() -> None:
    first, again = Identities(), Identities()
    ids = [
        first.take("LOTUS", "savings", "4417"),
        first.take("LOTUS", "savings", "4417"),
        first.take("LOTUS"),
    ]

    assert len(set(ids)) == 3
    assert ids == [
        again.take("LOTUS", "savings", "4417"),
        again.take("LOTUS", "savings", "4417"),
        again.take("LOTUS"),
    ]
