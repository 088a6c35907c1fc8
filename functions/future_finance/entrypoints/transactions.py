"""GET /api/financial/transactions: a month of the ledger, or a month or year of trades."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, NotRequired, TypedDict

from starlette.requests import Request
from starlette.responses import Response

from future_finance import bootstrap
from future_finance.domain.ledger import INFLOWS, OUTFLOWS
from future_finance.domain.local_date import local_date
from future_finance.domain.overview_view import MoneyView, money
from future_finance.domain.user import User
from future_finance.entrypoints.answer import json_response
from future_finance.entrypoints.nothing_found import require_account
from future_finance.entrypoints.request import query_of, require_method
from future_finance.errors import InvalidInput

_MONTH = re.compile(r"(19|20)\d\d-(0[1-9]|1[0-2])", re.ASCII)
_YEAR = re.compile(r"(19|20)\d\d", re.ASCII)


class TransactionView(TypedDict):
    """A bank row, or a trade. `amount` is positive; `direction` is in, out or none (a balance line)."""

    id: str
    date: str
    kind: str
    amount: MoneyView | None
    direction: NotRequired[str]
    accountId: NotRequired[str]
    bank: NotRequired[str]
    mode: NotRequired[str]
    narration: NotRequired[str]
    balance: NotRequired[MoneyView | None]
    isin: NotRequired[str]
    name: NotRequired[str]
    folio: NotRequired[str]
    units: NotRequired[str]
    price: NotRequired[str | None]


class LedgerAccountView(TypedDict):
    """An account of the ledger. Statements carry no account number: it is not one of /assets."""

    accountId: str
    bank: str


class TransactionsView(TypedDict):
    """Answer of GET /api/financial/transactions; newest first. `accounts`: all that have rows then."""

    kind: str
    month: str | None
    year: int | None
    accounts: list[LedgerAccountView]
    transactions: list[TransactionView]


async def transactions(request: Request, user: User) -> Response:
    """GET /api/financial/transactions?kind=bank|mf|stock&month=yyyy-mm|year=yyyy&account=id.

    By default this month's bank rows. The ledger is read by month; trades by year, or a month of one.
    """
    require_method(request, "GET")
    query = query_of(request, ("kind", "month", "year", "account"))
    kind = query.get("kind", "bank")
    if kind not in {"bank", "mf", "stock"}:
        raise InvalidInput("kind must be bank, mf or stock")
    if "account" in query and kind != "bank":
        raise InvalidInput("account goes with kind=bank")
    if "year" in query and (kind == "bank" or "month" in query):
        raise InvalidInput("year goes with kind=mf or kind=stock, and without month")
    year = _checked(query.get("year"), _YEAR, "year must be written yyyy")
    month = _checked(query.get("month"), _MONTH, "month must be written yyyy-mm")
    if year is None and month is None:
        month = f"{local_date(bootstrap.clock().now()):%Y-%m}"
    store = bootstrap.portfolio_store()
    if kind == "bank":
        assert month is not None
        rows = [_bank_row(row) for row in await store.ledger_rows(user.uid, month)]
    else:
        found = await store.trade_rows(user.uid, int(year or month[:4]))  # type: ignore[index]
        rows = [_trade(row) for row in found if row["market"] == kind and _within(row, month)]
    await require_account(user, unless=rows)
    account = query.get("account")
    answer: TransactionsView = {
        "kind": kind,
        "month": month,
        "year": int(year) if year else None,
        "accounts": _accounts(rows),
        "transactions": sorted(
            (row for row in rows if account is None or row.get("accountId") == account),
            key=lambda row: row["date"],
            reverse=True,
        ),
    }
    return json_response(answer)


def _accounts(rows: Iterable[TransactionView]) -> list[LedgerAccountView]:
    banks = {row["accountId"]: row["bank"] for row in rows if "accountId" in row}
    return [{"accountId": account_id, "bank": banks[account_id]} for account_id in sorted(banks)]


def _checked(text: str | None, pattern: re.Pattern[str], message: str) -> str | None:
    if text is not None and not pattern.fullmatch(text):
        raise InvalidInput(message)
    return text


def _within(row: Mapping[str, Any], month: str | None) -> bool:
    return month is None or row["on"].startswith(month)


def _bank_row(row: Mapping[str, Any]) -> TransactionView:
    kind = row["kind"]
    balance = row.get("balanceMinor")
    return {
        "id": row["id"],
        "date": row["on"],
        "kind": kind,
        "amount": money(row["amountMinor"]),
        "direction": "in" if kind in INFLOWS else "out" if kind in OUTFLOWS else "none",
        "accountId": row["accountId"],
        "bank": row["bank"],
        "mode": row["mode"],
        "narration": row["narration"],
        "balance": None if balance is None else money(balance),
    }


def _trade(row: Mapping[str, Any]) -> TransactionView:
    amount = row.get("amountMinor")
    view: TransactionView = {
        "id": row["id"],
        "date": row["on"],
        "kind": row["kind"],
        "amount": None if amount is None else money(amount),
        "isin": row["isin"],
        "units": row["units"],
        "price": row.get("price"),
    }
    if "name" in row:
        view["name"] = row["name"]
    if "folio" in row:
        view["folio"] = row["folio"]
    return view
