"""What one provider says about one person at one moment, part by part, in our own terms.

Every part is one tool's answer: present, empty (nothing connected), or failed with a reason.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from future_finance.domain.asset_class import AssetClass, LiabilityClass


class PartName(StrEnum):
    """The six parts of a sync, by Fi's tool names."""

    NET_WORTH = "fetch_net_worth"
    CREDIT_REPORT = "fetch_credit_report"
    EPF = "fetch_epf_details"
    MF_TRANSACTIONS = "fetch_mf_transactions"
    BANK_TRANSACTIONS = "fetch_bank_transactions"
    STOCK_TRANSACTIONS = "fetch_stock_transactions"


class PartStatus(StrEnum):
    """How a part's fetch ended."""

    PENDING = "pending"
    OK = "ok"
    EMPTY = "empty"  # {} : nothing of this kind is connected at Fi
    NOT_AVAILABLE = "not_available"  # Fi answered in prose: unknown, never "none"
    FAILED = "failed"  # old data is kept
    LOGIN_REQUIRED = "login_required"  # old data is kept
    NO_CONSENT = "no_consent"  # not asked for


@dataclass(frozen=True, slots=True)
class PartOutcome:
    """One part's end: `reason` is a stable code for FAILED, such as "timeout" or "layout_changed"."""

    status: PartStatus
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """An account at an institution. `masked_number` keeps at most the last four digits."""

    id: str  # stable: a hash of institution + kind + masked number (+ ordinal when those repeat)
    kind: str  # savings | current | fixed_deposit | recurring_deposit | equities | etf | reit | invit | mutual_fund | sgb | epf | nps | credit_card | loan | us_securities
    institution: str
    masked_number: str
    value_minor: int | None  # what Fi states for it, positive for debts too; None: no summary
    as_of: date | None
    limit_minor: int | None = None
    overdue_minor: int | None = None
    original_minor: int | None = None
    status: str | None = None  # active | active_default for a loan
    currency: str = "INR"


@dataclass(frozen=True, slots=True)
class Holding:
    """One security, scheme or account inside a class of assets."""

    id: str
    name: str
    value_minor: int | None  # in INR; None where Fi gives no INR value
    kind: str  # account | share | etf | reit | invit | scheme | sgb | us_share
    isin: str | None = None
    ticker: str | None = None
    account_id: str | None = None
    units: Decimal | None = None
    price: Decimal | None = None  # per unit, in price_currency
    price_currency: str = "INR"
    price_as_of: date | None = None
    invested_minor: int | None = None
    stated_xirr_pct: Decimal | None = None  # as Fi reports it; never our own figure
    plan: str | None = None  # direct | regular
    fund_class: str | None = None  # equity | debt | hybrid | cash | commodity
    category: str | None = None  # Fi's categoryName, lower case
    amc: str | None = None
    folios: tuple[str, ...] = ()  # last four characters only


@dataclass(frozen=True, slots=True)
class AssetPart:
    """A class of assets: what Fi states for it, and the holdings that should sum to it.

    `stated_minor` None: Fi lists holdings but no figure for the class; then it is shown in the
    reconciliation and not counted.
    """

    asset_class: AssetClass
    stated_minor: int | None
    holdings: tuple[Holding, ...] = ()
    accounts: tuple[Account, ...] = ()
    as_of: date | None = None
    as_of_stated: bool = True  # False: the provider gave no date, it is the newest one in the person's data

    def dates(self) -> set[date]:
        """The dates of the class and of the accounts in it."""
        return _dates(self.as_of, self.accounts)


@dataclass(frozen=True, slots=True)
class LiabilityPart:
    """A class of debts; all amounts positive, wherever Fi put them and with whatever sign."""

    liability_class: LiabilityClass
    stated_minor: int | None
    accounts: tuple[Account, ...] = ()
    as_of: date | None = None
    as_of_stated: bool = True

    def dates(self) -> set[date]:
        """The dates of the class and of the accounts in it."""
        return _dates(self.as_of, self.accounts)


@dataclass(frozen=True, slots=True)
class NetWorth:
    """Answer of fetch_net_worth."""

    assets: tuple[AssetPart, ...]
    liabilities: tuple[LiabilityPart, ...]
    stated_total_minor: int | None


@dataclass(frozen=True, slots=True)
class Tradeline:
    """One account on a credit report. Amounts are paise; months count from the report."""

    id: str
    lender: str
    account_type: str  # bureau code, two digits
    portfolio: str  # revolving | instalment
    opened_on: date | None
    reported_on: date | None
    closed: bool
    status_code: str
    payment_rating: str
    payment_history: str
    balance_minor: int
    overdue_minor: int
    original_minor: int | None
    limit_minor: int | None
    rate_pct: Decimal | None
    tenure_months: int | None


@dataclass(frozen=True, slots=True)
class Enquiry:
    """A lender's look at the report; reason and purpose codes are dropped on purpose."""

    lender: str
    on: date | None


@dataclass(frozen=True, slots=True)
class CreditReport:
    """Answer of fetch_credit_report, without the date of birth. `is_minor` only says < 18."""

    bureau: str  # Experian
    score: int | None
    report_date: date
    tradelines: tuple[Tradeline, ...]
    enquiries: tuple[Enquiry, ...]
    enquiries_90d_stated: int | None
    is_minor: bool = False


@dataclass(frozen=True, slots=True)
class EpfMembership:
    """One employer's provident fund. `left_on` None: still employed. EPS stands apart."""

    id: str
    employer: str
    member_masked: str
    joined_on: date | None
    left_on: date | None
    net_minor: int
    employee_credit_minor: int | None
    employee_balance_minor: int | None
    employer_credit_minor: int | None
    employer_balance_minor: int | None


@dataclass(frozen=True, slots=True)
class Epf:
    """Answer of fetch_epf_details. Memberships are unique by (member id, employer, join date)."""

    memberships: tuple[EpfMembership, ...]
    stated_current_minor: int | None  # overall current_pf_balance, summed over unique UANs
    pension_minor: int | None  # EPS, never added to the fund


@dataclass(frozen=True, slots=True)
class BankRow:
    """One line of a bank account's statement, as Fi sends it. `amount_minor` is positive."""

    on: date
    kind: str  # credit | debit | opening | interest | tds | instalment | closing | other
    amount_minor: int
    balance_minor: int | None
    mode: str
    narration: str


@dataclass(frozen=True, slots=True)
class BankStatement:
    """Rows of one account in Fi's order. No account number comes: `ordinal` tells namesakes apart."""

    bank: str
    ordinal: int  # 0 for the first statement of this bank, then 1, ...
    rows: tuple[BankRow, ...]


@dataclass(frozen=True, slots=True)
class TradeRow:
    """One purchase or sale of a fund or share."""

    on: date
    kind: str  # buy | sell | bonus | split
    isin: str
    units: Decimal
    price: Decimal | None
    amount_minor: int | None  # as stated; may differ from price x units
    name: str | None = None  # scheme name
    folio: str | None = None  # last four characters


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything one fetch brought. A part that is not OK is None here; `outcomes` says why."""

    outcomes: dict[PartName, PartOutcome]
    net_worth: NetWorth | None = None
    credit_report: CreditReport | None = None
    epf: Epf | None = None
    statements: tuple[BankStatement, ...] | None = None
    mf_trades: tuple[TradeRow, ...] | None = None
    stock_trades: tuple[TradeRow, ...] | None = None
    warnings: tuple[str, ...] = field(default=())  # stable codes, such as "duplicate_uan"


def _dates(as_of: date | None, accounts: tuple[Account, ...]) -> set[date]:
    return {day for day in (as_of, *(account.as_of for account in accounts)) if day is not None}
