"""Funds, shares, deposits: purchases explain the holding, identifiers are well formed."""

from __future__ import annotations

from datetime import date

import pytest

from emulators.fi_mcp.people.calendar import LAST, View
from emulators.fi_mcp.people.everyone import EVERYONE
from emulators.fi_mcp.people.funds import Scheme, xirr_pct
from emulators.fi_mcp.people.isin import isin
from emulators.fi_mcp.people.ledger import Kind
from emulators.fi_mcp.people.person import Person

TODAY = date(2026, 11, 24)
NOW = View.at(TODAY, TODAY)
PEOPLE = [pytest.param(person, id=person.identity.slug) for person in EVERYONE.values()]
SCHEMES = [
    pytest.param(scheme, id=f"{person.identity.slug} {scheme.serial}")
    for person in EVERYONE.values()
    for scheme in person.schemes
]


@pytest.mark.parametrize(
    ("stem", "expected"),
    [("US037833100", "US0378331005"), ("INE002A0101", "INE002A01018"), ("INF179K012B", None)],
)
def test_the_check_digit_is_the_standards(stem: str, expected: str | None) -> None:
    assert isin(stem) == expected or expected is None


def test_a_stem_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="11 characters"):
        isin("INE002A01")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_units_bought_are_the_units_held(scheme: Scheme) -> None:
    bought = sum(trade.units for trade in scheme.trades(NOW.window))
    assert bought == pytest.approx(scheme.units, abs=0.001)
    assert round(scheme.units * scheme.price(LAST + 1), 2) == scheme.value


@pytest.mark.parametrize("scheme", SCHEMES)
def test_price_times_units_is_the_amount_but_for_stamp_duty(scheme: Scheme) -> None:
    for trade in scheme.trades(NOW.window):
        assert trade.price * trade.units == pytest.approx(trade.rupees, rel=0.0003)
        assert trade.on.weekday() < 5


@pytest.mark.parametrize("person", PEOPLE)
def test_what_leaves_the_bank_for_funds_arrives_in_funds(person: Person) -> None:
    for index in range(LAST + 1):
        paid = sum(
            row.amount_minor
            for row in person.rows(NOW)
            if row.kind is Kind.INVESTMENT and " MF" in row.narration.replace("/", " ").replace("-", " ")
            if NOW.window.index(row.on) == index
        )
        got = sum(t.rupees for s in person.schemes for t in s.trades(NOW.window) if t.index == index)
        assert got == paid / 100


def test_xirr_of_a_year_is_the_plain_return() -> None:
    assert xirr_pct([(date(2025, 1, 1), -1000.0), (date(2026, 1, 1), 1124.0)]) == pytest.approx(12.4)


def test_a_scheme_whose_purchases_exceed_it_is_refused() -> None:
    priya = EVERYONE["9000000002"]
    sip = priya.schemes[0].sips[0]
    small = Scheme(
        **{
            **{name: getattr(priya.schemes[0], name) for name in Scheme.__dataclass_fields__},
            "value": sip.rupees,
        }
    )
    with pytest.raises(ValueError, match="exceed the holding"):
        small.trades(NOW.window)


@pytest.mark.parametrize("person", PEOPLE)
def test_an_rd_holds_as_many_instalments_as_its_months(person: Person) -> None:
    for deposit in person.recurring:
        assert deposit.principal % deposit.monthly == 0
        assert deposit.paid_in(deposit.opened) == deposit.monthly
        assert deposit.paid_in(deposit.opened - 1) == 0
