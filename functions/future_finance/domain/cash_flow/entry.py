"""A bank row understood: which way money went, what for, and with whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from future_finance.domain.ledger import LedgerRow


class Flow(StrEnum):
    """What a row does to income and spending."""

    INCOME = "income"  # salary, stipend, pension, interest, rent, invoices
    OTHER_CREDIT = "other_credit"  # loan paid out, redemption, refund, claim, family money: not income
    OUTFLOW = "outflow"  # spending, EMI and card bills included
    INVESTMENT = "investment"  # SIP, RD, FD, NPS, PPF, broker funding
    SELF_TRANSFER = "self_transfer"
    MARKER = "marker"  # opening and closing lines, and rows of which nothing tells the direction


class Category(StrEnum):
    """What money was for. UNKNOWN, TRANSFER, CARD_BILL, BNPL and CASH are not visible spending."""

    SALARY = "salary"
    PENSION = "pension"
    INTEREST = "interest"
    RENT_RECEIVED = "rent_received"
    INVOICE = "invoice"
    OTHER_INCOME = "other_income"
    LOAN_DISBURSAL = "loan_disbursal"
    REFUND = "refund"
    CLAIM = "claim"
    REDEMPTION = "redemption"
    FAMILY = "family"
    RENT = "rent"
    EMI = "emi"
    CARD_BILL = "card_bill"
    BNPL = "bnpl"
    CASH = "cash"
    FEES = "fees"
    TAX = "tax"
    INSURANCE = "insurance"
    FOOD = "food"  # eating out and delivery
    GROCERIES = "groceries"
    TRAVEL = "travel"
    FUEL = "fuel"
    UTILITIES = "utilities"  # electricity, water, gas, phone, broadband
    SUBSCRIPTIONS = "subscriptions"
    SHOPPING = "shopping"
    HOUSEHOLD = "household"  # help, maintenance, society
    EDUCATION = "education"
    HEALTH = "health"
    GIVING = "giving"  # temple, donations, gifts
    ENTERTAINMENT = "entertainment"
    MUTUAL_FUND = "mutual_fund"
    RECURRING_DEPOSIT = "recurring_deposit"
    FIXED_DEPOSIT = "fixed_deposit"
    NPS = "nps"
    PPF = "ppf"
    BROKER = "broker"
    TRANSFER = "transfer"
    UNKNOWN = "unknown"


class Trust(StrEnum):
    """How far an account's rows link up: at least 80%, 30 to 80%, or less of them."""

    TRUSTED = "trusted"
    PARTIAL = "partial"  # single events only
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Entry:
    """A row with its meaning. `payee` is what the bank wrote (untrusted) as it may be shown, `payee_key` a stable stem
    of what it wrote.

    `minimum_due`: a card payment that the narration calls minimum or partial. `bounce`: a returned mandate.
    """

    row: LedgerRow
    flow: Flow
    category: Category
    payee: str | None = None
    payee_key: str | None = None
    brand: str | None = None  # a business everybody knows, by its own name: may be shown to the model
    institution: bool = False  # the payee is a lender, bank, fund house, insurer or authority, not a person
    reference: str = ""  # of a mandate or folio, or the tail of a card
    rail: str = ""  # upi, neft, imps, mandate, billpay, card, atm, cheque, transfer; "": the bank's own words
    bounce: bool = False
    minimum_due: bool = False

    @property
    def on(self) -> date:
        return self.row.on

    @property
    def amount_minor(self) -> int:
        """Positive; `flow` tells the direction."""
        return self.row.amount_minor


@dataclass(frozen=True, slots=True)
class LedgerAccount:
    """One account's rows, judged. `unseen_minor`: movements between its rows that no row shows."""

    id: str
    bank: str
    trust: Trust
    linked: int
    rows: int
    first: date
    last: date
    unseen_minor: int = 0


@dataclass(frozen=True, slots=True)
class Cashbook:
    """All rows understood. `full_months` (yyyy-mm, oldest first) lie inside the ledger's span.

    While there are fewer than three, the month under way counts too once it is seen to the 20th: `part_months`.
    Rows of a rejected account are in no entry that counts; those of a partial one serve single events.
    """

    entries: tuple[Entry, ...] = ()
    accounts: tuple[LedgerAccount, ...] = ()
    full_months: tuple[str, ...] = ()
    part_months: tuple[str, ...] = ()  # those of full_months that are not over
    first: date | None = None
    last: date | None = None

    @property
    def usable(self) -> tuple[Entry, ...]:
        """Entries of trusted accounts, on which levels and trends may rest."""
        trusted = {account.id for account in self.accounts if account.trust is Trust.TRUSTED}
        return tuple(entry for entry in self.entries if entry.row.account_id in trusted)

    @property
    def events(self) -> tuple[Entry, ...]:
        """Entries of trusted and partial accounts, each of which may be spoken of on its own."""
        rejected = {account.id for account in self.accounts if account.trust is Trust.REJECTED}
        return tuple(entry for entry in self.entries if entry.row.account_id not in rejected)


@dataclass(frozen=True, slots=True)
class Recurring:
    """A payment that comes back: `monthly` is its latest amount in rupees."""

    payee_key: str
    payee: str
    category: Category
    flow: Flow
    monthly: Decimal
    hits: int
    first: date
    last: date
    fixed: bool
    account_ids: tuple[str, ...] = ()
    institution: bool = False  # the payee is an institution or a brand, not a person
    reference: str = ""  # of the latest payment
