"""The accounts of fetch_net_worth: what kind each is, and what Fi states for it."""

from __future__ import annotations

from dataclasses import dataclass

from future_finance.adapters.fi_mcp.day import optional_day
from future_finance.adapters.fi_mcp.identity import Identities
from future_finance.adapters.fi_mcp.money import money, rupees
from future_finance.adapters.fi_mcp.node import Node
from future_finance.adapters.fi_mcp.text import last_four
from future_finance.domain.money import INR
from future_finance.domain.snapshot import Account

_KINDS = {
    "RECURRING_DEPOSIT": "recurring_deposit",
    "EQUITIES": "equities",
    "ETF": "etf",
    "REIT": "reit",
    "INVIT": "invit",
    "MUTUAL_FUNDS": "mutual_fund",
    "US_SECURITIES": "us_securities",
    "SGB": "sgb",
    "EPF": "epf",
    "NPS": "nps",
    "CREDIT_CARD": "credit_card",
    "LOAN": "loan",
}
_DEPOSITS = {"SAVINGS": "savings", "CURRENT": "current", "FIXED": "fixed_deposit"}
_VALUES = ("currentValue", "currentBalance", "currentOutstanding", "currentPrincipalAmount")
_INSTRUMENT_PREFIX = "ACC_INSTRUMENT_TYPE_"
_DEPOSIT_PREFIX = "DEPOSIT_ACCOUNT_TYPE_"


@dataclass(frozen=True, slots=True)
class FoundAccount:
    """An account with the rest of its entry: what it holds, and what type a loan is of."""

    account: Account
    holdings: tuple[Node, ...]
    loan_type: str  # HOME, AUTO, ...; empty for anything but a loan


def read_accounts(bulk: Node, identities: Identities, warnings: set[str]) -> list[FoundAccount]:
    """The accounts of accountDetailsBulkResponse, in the order of Fi's own keys: namesakes keep their ids."""
    by_key = bulk.child("accountDetailsMap")
    return [_account(by_key.child(key), identities, warnings) for key in sorted(by_key)]


def _account(entry: Node, identities: Identities, warnings: set[str]) -> FoundAccount:
    details, summary = entry.child("accountDetails"), _summary(entry)
    kind = _kind(details, summary, warnings)
    meta = details.child("fipMeta")
    provider = details.text("fipId")
    institution = meta.text("displayName") or meta.text("name") or provider
    number = last_four(details.text("maskedAccountNumber"))
    holdings = tuple(summary.children("holdingsInfo"))
    value = next((found for name in _VALUES if (found := money(summary.get(name)))), None)
    if value is not None and value.currency != INR:
        warnings.add("figure_in_foreign_currency")
    if value is None and list(summary):
        warnings.add("account_without_value")
    dates = [optional_day(holding.get("lastNavDate"), warnings) for holding in holdings]
    as_of = optional_day(summary.get("balanceDate"), warnings)
    account = Account(
        id=identities.take(provider or institution, kind, number),
        kind=kind,
        institution=institution,
        masked_number=number,
        value_minor=_debt(value.amount_minor, kind) if value else None,
        as_of=as_of or max((day for day in dates if day), default=None),
        limit_minor=rupees(summary.get("creditLimit"), warnings),
        overdue_minor=rupees(summary.get("amountPastDue"), warnings),
        original_minor=rupees(summary.get("originalLoanAmount"), warnings),
        status=summary.text("loanStatus").removeprefix("LOAN_STATUS_").lower() or None,
        currency=value.currency if value else INR,
    )
    loan_type = details.child("accountType").text("loanAccountType").removeprefix("LOAN_ACCOUNT_TYPE_")
    return FoundAccount(account, holdings, loan_type if kind == "loan" else "")


def _summary(entry: Node) -> Node:
    """The one summary of an entry, whatever its name; an empty one when Fi gives none."""
    name = next((key for key in sorted(entry) if key.endswith("Summary")), None)
    return entry.child(name) if name else Node({})


def _kind(details: Node, summary: Node, warnings: set[str]) -> str:
    instrument = details.text("accInstrumentType").removeprefix(_INSTRUMENT_PREFIX)
    if instrument != "DEPOSIT":
        if instrument not in _KINDS:
            warnings.add("unknown_instrument")
        return _KINDS.get(instrument, "other")
    deposit = summary.text("depositAccountType") or details.child("accountType").text("depositAccountType")
    deposit = deposit.removeprefix(_DEPOSIT_PREFIX)
    if deposit not in _DEPOSITS:
        warnings.add("unknown_deposit_type")
    return _DEPOSITS.get(deposit, "savings")


def _debt(amount_minor: int, kind: str) -> int:
    return abs(amount_minor) if kind in {"credit_card", "loan"} else amount_minor
