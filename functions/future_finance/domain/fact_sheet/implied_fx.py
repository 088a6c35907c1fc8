"""The rupees a dollar that a stated figure implies: fact N09."""

from __future__ import annotations

from decimal import Decimal

from future_finance.domain.asset_class import AssetClass
from future_finance.domain.dossier import Dossier
from future_finance.domain.fact_book import FactBook
from future_finance.domain.reference_rate import DOLLAR, rate_on
from future_finance.domain.snapshot import AssetPart

_PENNY = Decimal("0.01")
_MOST_OFF = Decimal("0.10")  # of the reference rate


def enter(dossier: Dossier, book: FactBook) -> None:
    """Enter N09, unless it is more than a tenth off the rate of the time."""
    for held in dossier.portfolio.connections:
        for part in held.assets:
            dollars = _dollars(part)
            if part.asset_class is not AssetClass.US_SECURITIES or part.stated_minor is None or not dollars:
                continue
            implied = (Decimal(part.stated_minor) / 100 / dollars).quantize(_PENNY)
            rate = None if part.as_of is None else rate_on(DOLLAR, part.as_of)
            if rate is None:
                book.miss(
                    "N09", "no_dated_rate", "It needs a reference rate of the time to be checked against."
                )
            elif abs(implied - rate.value) > _MOST_OFF * rate.value:
                book.miss("N09", "off_the_rate", "The figure in rupees does not fit the dollar holdings.")
            else:
                source = f"assets/{held.connection_id}_{part.asset_class}"
                book.enter("N09", implied, part.as_of, sources=(source,), caveats=("estimate",))
            return
    book.miss("N09", "no_dollar_holdings", "It needs dollar holdings with a figure in rupees.")


def _dollars(part: AssetPart) -> Decimal | None:
    """Units times price of every holding; None where one is not known."""
    priced = [
        h.units * h.price
        if h.units is not None and h.price is not None and h.price_currency == "USD"
        else None
        for h in part.holdings
    ]
    known = [value for value in priced if value is not None]
    return sum(known, Decimal()) if known and len(known) == len(priced) else None
