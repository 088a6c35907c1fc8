"""fetch_mf_transactions, in the development and the production form, and fetch_stock_transactions."""

from __future__ import annotations

from emulators.fi_mcp.people.calendar import View
from emulators.fi_mcp.people.funds import Scheme, Trade
from emulators.fi_mcp.people.person import Person
from emulators.fi_mcp.wire.money import Json, indian_midnight, money

FUND_LAYOUT = (
    "A list of mutual fund investments. We currently support 500 transactions across all mutual funds(mutual funds "
    "with older transactions will be trimmed off, if limit exceeds). Each 'txns' field is a list of data arrays with "
    "schema: [ orderType(1 for BUY and 2 for SELL), transactionDate, purchasePrice, purchaseUnits, transactionAmount ]."
)
STOCK_LAYOUT = (
    "A list of stock transactions. Each 'txns' field is a list of data arrays with schema: [transactionType (1 for "
    "BUY, 2 for SELL, 3 for BONUS, 4 for SPLIT), transactionDate, quantity, navValue]. nav value may not be present "
    "in some of the transactions"
)
MOST_FUND_ROWS = 500


def trades_until(scheme: Scheme, view: View) -> list[Trade]:
    return [trade for trade in scheme.trades(view.window) if trade.index <= view.last]


def fund_transactions(person: Person, view: View) -> Json:
    held = [(scheme, trades_until(scheme, view)) for scheme in person.schemes]
    newest = sorted((trade.on for _, trades in held for trade in trades), reverse=True)[:MOST_FUND_ROWS]
    shown = [(s, [t for t in trades if t.on >= newest[-1]]) for s, trades in held if trades]
    if person.production_trades:
        return {"transactions": [_production(scheme, trade) for scheme, trades in shown for trade in trades]}
    answer: Json = {"schemaDescription": FUND_LAYOUT}
    if shown:
        answer["mfTransactions"] = [
            {
                "isin": scheme.isin,
                "schemeName": scheme.name,
                "folioId": scheme.folio,
                "txns": [[1, t.on.isoformat(), t.price, t.units, _number(t.rupees)] for t in trades],
            }
            for scheme, trades in shown
        ]
    return answer


def _production(scheme: Scheme, trade: Trade) -> Json:
    return {
        "isinNumber": scheme.isin,
        "folioId": scheme.folio,
        "externalOrderType": "BUY",
        "transactionDate": indian_midnight(trade.on),
        "purchasePrice": money(trade.price, decimals=4),
        "transactionAmount": money(trade.rupees),
        "transactionUnits": trade.units,
        "transactionMode": "N",
        "schemeName": scheme.name,
    }


def stock_transactions(person: Person, view: View) -> Json:
    if not person.shares:
        return {}
    return {
        "schemaDescription": STOCK_LAYOUT,
        "stockTransactions": [
            {
                "isin": share.isin,
                "txns": [
                    [t.kind, view.window.day(t.index, t.day).isoformat(), _number(t.quantity)]
                    + ([] if t.price is None else [t.price])
                    for t in share.trades
                    if t.index <= view.last
                ],
            }
            for share in person.shares
        ],
    }


def _number(value: float) -> float | int:
    return int(value) if value == int(value) else value
