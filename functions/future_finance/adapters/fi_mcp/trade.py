"""What the positional rows of fund and share trades have in common, in whatever order their columns come."""

from __future__ import annotations

from collections.abc import Mapping

from future_finance.adapters.fi_mcp.day import iso_day, required
from future_finance.adapters.fi_mcp.number import number, whole
from future_finance.adapters.fi_mcp.refusal import Reason, Refused
from future_finance.domain.snapshot import TradeRow


def read_trade(
    isin: str, kinds: Mapping[int, str], *, code: object, day: object, units: object, unit_price: object
) -> TradeRow:
    """A trade without a stated amount. Raises Refused."""
    kind, quantity = kinds.get(whole(code) or 0), number(units)
    if kind is None:
        raise Refused(Reason.UNKNOWN_CODE)
    if quantity is None:
        raise Refused(Reason.BAD_AMOUNT)
    return TradeRow(
        on=required(iso_day(day)),
        kind=kind,
        isin=isin,
        units=quantity,
        price=number(unit_price),
        amount_minor=None,
    )
