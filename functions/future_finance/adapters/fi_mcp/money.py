"""Fi's money object: {currencyCode?, units?, nanos?}, value = units + nanos/1e9."""

from __future__ import annotations

import re
from decimal import Decimal

from future_finance.adapters.fi_mcp.node import Node
from future_finance.adapters.fi_mcp.refusal import Reason, Refused
from future_finance.domain.money import INR, Money, minor_of

_UNITS = re.compile(r"-?\d{1,15}", re.ASCII)
_CURRENCY = re.compile(r"[A-Z]{3}", re.ASCII)


def money(value: object) -> Money | None:
    """The amount in minor units, half-even; None when there is no object. Raises Refused.

    Missing units or nanos are 0 and a missing currency is INR, as protobuf leaves defaults out.
    """
    found = price(value)
    return None if found is None else Money(minor_of(found[0]), found[1])


def rupees(value: object, warnings: set[str]) -> int | None:
    """Paise; None when there is no object, and with a warning when it is not in rupees. Raises Refused."""
    found = money(value)
    if found is not None and found.currency != INR:
        warnings.add("figure_in_foreign_currency")
        return None
    return found.amount_minor if found else None


def price(value: object) -> tuple[Decimal, str] | None:
    """The exact amount in major units, and its currency; None when there is no object. Raises Refused."""
    if value is None:
        return None
    node = Node(value)
    units, nanos = _part(node.get("units")), _part(node.get("nanos"))
    if abs(nanos) >= 10**9 or units * nanos < 0:
        raise Refused(Reason.BAD_AMOUNT)
    currency = node.get("currencyCode") or INR
    if not isinstance(currency, str) or not _CURRENCY.fullmatch(currency):
        raise Refused(Reason.WRONG_TYPE)
    return Decimal(units) + Decimal(nanos).scaleb(-9), currency


def _part(value: object) -> int:
    if value is None or value == "":
        return 0
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise Refused(Reason.WRONG_TYPE)
    if not _UNITS.fullmatch(str(value)):
        raise Refused(Reason.BAD_AMOUNT)
    return int(value)
