"""fetch_mf_transactions: purchases and sales of funds, in both of Fi's formats."""

from __future__ import annotations

from dataclasses import replace

from future_finance.adapters.fi_mcp.day import iso_day, required
from future_finance.adapters.fi_mcp.layout import Layout
from future_finance.adapters.fi_mcp.money import money, price
from future_finance.adapters.fi_mcp.node import Node
from future_finance.adapters.fi_mcp.number import number, paise
from future_finance.adapters.fi_mcp.refusal import Reason, Refused
from future_finance.adapters.fi_mcp.text import last_four
from future_finance.adapters.fi_mcp.trade import read_trade
from future_finance.domain.money import INR
from future_finance.domain.snapshot import TradeRow

_LAYOUT = Layout(
    columns=("orderType", "transactionDate", "purchasePrice", "purchaseUnits", "transactionAmount"),
    codes={1: "BUY", 2: "SELL"},
)
_KINDS = {1: "buy", 2: "sell"}
_NAMED_KINDS = {"BUY": "buy", "SELL": "sell"}
_MOST_ROWS = 500  # Fi leaves older rows out


def read_mf_transactions(root: Node, warnings: set[str]) -> tuple[TradeRow, ...] | None:
    """None when no fund is connected. Raises Refused."""
    schemes, orders = root.children("mfTransactions"), root.children("transactions")
    if not schemes and not orders:
        return None
    if schemes:
        _LAYOUT.check(root)
    trades = [_row(scheme, row) for scheme in schemes for row in scheme.rows("txns")]
    trades += [_order(order) for order in orders]
    if len(trades) >= _MOST_ROWS:
        warnings.add("mf_history_cut_off")
    return tuple(trades)


def _row(scheme: Node, row: list[object]) -> TradeRow:
    if len(row) != len(_LAYOUT.columns):
        raise Refused(Reason.LAYOUT_CHANGED)
    code, day, unit_price, units, amount = row
    trade = read_trade(scheme.text("isin"), _KINDS, code=code, day=day, units=units, unit_price=unit_price)
    return replace(
        trade,
        amount_minor=paise(amount),
        name=scheme.text("schemeName") or None,
        folio=last_four(scheme.text("folioId")) or None,
    )


def _order(order: Node) -> TradeRow:
    """One entry of the format with named fields and money objects, dated by a midnight in India."""
    kind, units = (
        _NAMED_KINDS.get(order.text("externalOrderType").upper()),
        number(order.get("transactionUnits")),
    )
    unit_price, amount = price(order.get("purchasePrice")), money(order.get("transactionAmount"))
    if kind is None:
        raise Refused(Reason.UNKNOWN_CODE)
    currencies = {unit_price[1] if unit_price else INR, amount.currency if amount else INR}
    if units is None or currencies != {INR}:
        raise Refused(Reason.BAD_AMOUNT)
    return TradeRow(
        on=required(iso_day(order.get("transactionDate"))),
        kind=kind,
        isin=order.text("isinNumber"),
        units=units,
        price=unit_price[0] if unit_price else None,
        amount_minor=amount.amount_minor if amount else None,
        name=order.text("schemeName") or None,
        folio=last_four(order.text("folioId")) or None,
    )
