"""Holdings inside securities accounts: shares, trusts, exchange-traded funds, gold bonds."""

from __future__ import annotations

from decimal import Decimal

from future_finance.adapters.fi_mcp.account import FoundAccount
from future_finance.adapters.fi_mcp.day import optional_day
from future_finance.adapters.fi_mcp.identity import Identities
from future_finance.adapters.fi_mcp.money import price
from future_finance.adapters.fi_mcp.node import Node
from future_finance.adapters.fi_mcp.number import number
from future_finance.adapters.fi_mcp.refusal import Reason, Refused
from future_finance.domain.money import INR, minor_of
from future_finance.domain.snapshot import Account, Holding

_KINDS = {
    "equities": "share",
    "etf": "etf",
    "reit": "reit",
    "invit": "invit",
    "sgb": "sgb",
    "us_securities": "us_share",
}
_PRICES = ("lastTradedPrice", "lastClosingRate", "nav")


def read_holdings(found: FoundAccount, identities: Identities, warnings: set[str]) -> list[Holding]:
    """What a securities account holds; for any other account, and one without details, the account itself."""
    kind = _KINDS.get(found.account.kind)
    if kind is None or not found.holdings:
        return [_whole(found.account, identities)]
    return [_security(node, found.account, kind, identities, warnings) for node in found.holdings]


def _security(node: Node, account: Account, kind: str, identities: Identities, warnings: set[str]) -> Holding:
    isin, ticker = node.text("isin") or None, node.text("ticker") or None
    name = node.text("issuerName") or node.text("isinDescription") or node.text("description")
    name = name or ticker or isin or ""
    units = number(node.get("units"))
    if units is None:
        units = number(node.get("totalNumberUnits"))
    quote = next((found for key in _PRICES if (found := price(node.get(key)))), None)
    return Holding(
        id=identities.take(account.id, isin or ticker or name),
        name=name,
        value_minor=_value(units, quote),
        kind=kind,
        isin=isin,
        ticker=ticker,
        account_id=account.id,
        units=units,
        price=quote[0] if quote else None,
        price_currency=quote[1] if quote else INR,
        price_as_of=optional_day(node.get("lastNavDate"), warnings),
    )


def _value(units: Decimal | None, quote: tuple[Decimal, str] | None) -> int | None:
    """Paise of units x price; None where either is unknown or the price is not in rupees."""
    if units is None or quote is None or quote[1] != INR:
        return None
    try:
        return minor_of(units * quote[0])
    except ValueError:
        raise Refused(Reason.BAD_AMOUNT) from None


def _whole(account: Account, identities: Identities) -> Holding:
    name = " ".join(part for part in (account.institution, account.masked_number) if part)
    return Holding(
        id=identities.take(account.id, "account"),
        name=name,
        value_minor=account.value_minor if account.currency == INR else None,
        kind="account",
        account_id=account.id,
        price_as_of=account.as_of,
    )
