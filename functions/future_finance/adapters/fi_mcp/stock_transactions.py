"""fetch_stock_transactions: purchases, sales, bonus issues and splits of shares."""

from __future__ import annotations

from future_finance.adapters.fi_mcp.layout import Layout
from future_finance.adapters.fi_mcp.node import Node
from future_finance.adapters.fi_mcp.refusal import Reason, Refused
from future_finance.adapters.fi_mcp.trade import read_trade
from future_finance.domain.snapshot import TradeRow

_LAYOUT = Layout(
    columns=("transactionType", "transactionDate", "quantity", "navValue"),
    codes={1: "BUY", 2: "SELL", 3: "BONUS", 4: "SPLIT"},
)
_KINDS = {1: "buy", 2: "sell", 3: "bonus", 4: "split"}


def read_stock_transactions(root: Node, _warnings: set[str]) -> tuple[TradeRow, ...] | None:
    """None when no securities account is connected. Raises Refused."""
    securities = root.children("stockTransactions")
    if not securities:
        return None
    _LAYOUT.check(root)
    return tuple(_row(security.text("isin"), row) for security in securities for row in security.rows("txns"))


def _row(isin: str, row: list[object]) -> TradeRow:
    if len(row) == len(_LAYOUT.columns) - 1:  # the price may be missing
        row = [*row, None]
    if len(row) != len(_LAYOUT.columns):
        raise Refused(Reason.LAYOUT_CHANGED)
    code, day, units, unit_price = row
    return read_trade(isin, _KINDS, code=code, day=day, units=units, unit_price=unit_price)
