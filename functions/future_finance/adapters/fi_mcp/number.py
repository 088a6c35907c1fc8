"""Numbers as Fi sends them, JSON numbers or decimal texts, read exactly."""

from __future__ import annotations

import re
from decimal import Decimal

from future_finance.adapters.fi_mcp.refusal import Reason, Refused
from future_finance.domain.money import minor_of

_DECIMAL = re.compile(r"[+-]?\d{1,18}(\.\d{1,30})?", re.ASCII)
_LARGEST = Decimal(10) ** 15
_FINEST = -30


def number(value: object) -> Decimal | None:
    """The exact value; None for null and "". Raises Refused."""
    if value is None or value == "":
        return None
    if isinstance(value, bool) or not isinstance(value, int | Decimal | str):
        raise Refused(Reason.WRONG_TYPE)
    if isinstance(value, str):
        plain = value.strip().replace(",", "")
        if not _DECIMAL.fullmatch(plain):
            raise Refused(Reason.BAD_AMOUNT)
        value = plain
    found = Decimal(value)
    exponent = found.as_tuple().exponent
    if not isinstance(exponent, int) or exponent < _FINEST or abs(found) > _LARGEST:
        raise Refused(Reason.BAD_AMOUNT)
    return found


def whole(value: object) -> int | None:
    """A whole number; None for null and "". Raises Refused."""
    found = number(value)
    if found is None:
        return None
    if found != found.to_integral_value():
        raise Refused(Reason.BAD_AMOUNT)
    return int(found)


def paise(value: object) -> int | None:
    """Paise of an amount in rupees; None for null and "". Raises Refused."""
    found = number(value)
    return None if found is None else minor_of(found)
