"""Scenarios a person may ask for: plain data with its limits. Amounts are paise, rates percent a year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Annotated, Any, ClassVar, Literal

from annotated_types import Ge, Gt, Le, MaxLen

from future_finance.domain.facts import rupees

_LARGEST_MINOR = 10**13


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


# Whoever validates with pydantic finds this on a plain dataclass: exact JSON types, nothing beyond the fields.
_STRICT: dict[str, Any] = {"extra": "forbid", "strict": True, "alias_generator": _camel}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rupees:
    """An amount, in paise."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT
    amount_minor: Annotated[int, Ge(0), Le(_LARGEST_MINOR)]
    currency: Literal["INR"] = "INR"

    @property
    def value(self) -> Decimal:
        return rupees(self.amount_minor)


@dataclass(frozen=True, slots=True, kw_only=True)
class RupeeChange:
    """More, or with a minus sign less, in paise."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT
    amount_minor: Annotated[int, Ge(-_LARGEST_MINOR), Le(_LARGEST_MINOR)]
    currency: Literal["INR"] = "INR"

    @property
    def value(self) -> Decimal:
        return rupees(self.amount_minor)


Rate = Annotated[Decimal, Ge(Decimal(0)), Le(Decimal(60))]  # a card's is near 45; 300 is a mistake
Share = Annotated[Decimal, Ge(Decimal(0)), Le(Decimal(100))]
Years = Annotated[int, Ge(1), Le(50)]
LoanMonths = Annotated[int, Ge(1), Le(480)]
Age = Annotated[int, Ge(18), Le(110)]
Word = Annotated[str, MaxLen(80)]
NOTHING = Rupees(amount_minor=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Loan:
    """A loan that the data does not show, or shows in part: `months` or `emi` says how it is paid."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT
    balance: Rupees
    rate_pct: Rate
    emi: Rupees | None = None
    months: LoanMonths | None = None

    def __post_init__(self) -> None:
        if (self.emi is None) == (self.months is None):
            raise ValueError("either_emi_or_months")
        if not self.balance.amount_minor:
            raise ValueError("nothing_changes")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """What every kind takes: figures in place of those that the data has or lacks, and of assumptions."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT
    income_month: Rupees | None = None
    spend_month: Rupees | None = None  # EMIs included
    liquid: Rupees | None = None
    invested: Rupees | None = None
    invest_month: Rupees | None = None
    assumptions: Annotated[Mapping[Word, Decimal], MaxLen(40)] = field(
        default_factory=lambda: MappingProxyType({})
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class OfALoan(Scenario):
    """About one loan: `debt` is its id, or a word of its label; or `loan` describes it."""

    debt: Word | None = None
    loan: Loan | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SipChange(Scenario):
    """Invest more or less every month, or let it grow each year."""

    kind: Literal["sip_change"] = "sip_change"
    years: Years
    extra_month: RupeeChange = RupeeChange(amount_minor=0)
    step_up_pct: Share = Decimal(0)

    def __post_init__(self) -> None:
        if not self.extra_month.amount_minor and not self.step_up_pct:
            raise ValueError("nothing_changes")


@dataclass(frozen=True, slots=True, kw_only=True)
class LoanPrepayment(OfALoan):
    """Pay a lump sum now, or more every month; the EMI stays and the loan ends earlier, or the EMI falls."""

    kind: Literal["loan_prepayment"] = "loan_prepayment"
    amount: Rupees = NOTHING
    extra_month: Rupees = NOTHING
    keep: Literal["emi", "tenure"] = "emi"
    charge_pct: Annotated[Decimal, Ge(Decimal(0)), Le(Decimal(10))] | None = None

    def __post_init__(self) -> None:
        if not self.amount.amount_minor and not self.extra_month.amount_minor:
            raise ValueError("nothing_changes")
        if self.keep == "tenure" and self.extra_month.amount_minor:
            raise ValueError("extra_month_ends_a_loan_earlier")


@dataclass(frozen=True, slots=True, kw_only=True)
class PrepayVsInvest(OfALoan):
    """The same cash either into the loan or into funds or a deposit."""

    kind: Literal["prepay_vs_invest"] = "prepay_vs_invest"
    amount: Rupees
    into: Literal["funds", "deposit"] = "funds"
    charge_pct: Annotated[Decimal, Ge(Decimal(0)), Le(Decimal(10))] | None = None

    def __post_init__(self) -> None:
        if not self.amount.amount_minor:
            raise ValueError("nothing_changes")


@dataclass(frozen=True, slots=True, kw_only=True)
class DebtPayoff(Scenario):
    """Put an extra amount a month on the debts, and what ended debts free: dearest or smallest first."""

    kind: Literal["debt_payoff"] = "debt_payoff"
    extra_month: Rupees
    emi: Literal["paid", "contract"] = "paid"


@dataclass(frozen=True, slots=True, kw_only=True)
class DebtConsolidation(Scenario):
    """One new loan in the place of debts; of all that have a rate, unless `debts` names some."""

    kind: Literal["debt_consolidation"] = "debt_consolidation"
    rate_pct: Rate
    months: LoanMonths
    fee_pct: Annotated[Decimal, Ge(Decimal(0)), Le(Decimal(10))] = Decimal(0)
    debts: Annotated[tuple[Word, ...], MaxLen(20)] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RateRise(OfALoan):
    """A floating rate moves by percentage points: the tenure changes, not the EMI, unless `keep` is tenure."""

    kind: Literal["rate_rise"] = "rate_rise"
    points: Annotated[Decimal, Ge(Decimal(-10)), Le(Decimal(10))]
    keep: Literal["emi", "tenure"] = "emi"

    def __post_init__(self) -> None:
        if not self.points:
            raise ValueError("nothing_changes")


@dataclass(frozen=True, slots=True, kw_only=True)
class EmergencyFundBuild(Scenario):
    """Save until the money at hand lasts a number of months."""

    kind: Literal["emergency_fund_build"] = "emergency_fund_build"
    months: Annotated[int, Ge(1), Le(36)] = 6
    save_month: Rupees | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class JobLoss(Scenario):
    """No pay for some months."""

    kind: Literal["job_loss"] = "job_loss"
    months: Annotated[int, Ge(1), Le(60)] = 6
    severance: Rupees = NOTHING
    other_income_month: Rupees = NOTHING
    spend_cut_pct: Share = Decimal(0)
    keep_investing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BigPurchase(Scenario):
    """Buy something on a day: from money at hand, or in part on a loan."""

    kind: Literal["big_purchase"] = "big_purchase"
    amount: Rupees
    on: date | None = None
    down_payment: Rupees | None = None  # of `amount`, where the rest is borrowed
    rate_pct: Rate | None = None
    loan_months: LoanMonths | None = None

    def __post_init__(self) -> None:
        if not self.amount.amount_minor:
            raise ValueError("nothing_changes")
        told = [self.down_payment is not None, self.rate_pct is not None, self.loan_months is not None]
        if any(told) and not all(told):
            raise ValueError("a_loan_needs_down_payment_rate_and_months")
        if self.down_payment is not None and self.down_payment.amount_minor >= self.amount.amount_minor:
            raise ValueError("down_payment_not_below_amount")


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal(Scenario):
    """Have a sum by a day; in today's money, unless said otherwise."""

    kind: Literal["goal"] = "goal"
    target: Rupees
    by: date
    saved: Rupees = NOTHING
    save_month: Rupees | None = None
    todays_money: bool = True

    def __post_init__(self) -> None:
        if self.saved.amount_minor >= self.target.amount_minor:
            raise ValueError("target_not_above_saved")


@dataclass(frozen=True, slots=True, kw_only=True)
class SalaryChange(Scenario):
    """Another income from now on: `new_income_month` in hand, or by a percentage."""

    kind: Literal["salary_change"] = "salary_change"
    new_income_month: Rupees | None = None
    change_pct: Annotated[Decimal, Gt(Decimal(-100)), Le(Decimal(300))] | None = None
    years: Annotated[int, Ge(1), Le(10)] = 1

    def __post_init__(self) -> None:
        if (self.new_income_month is None) == (self.change_pct is None):
            raise ValueError("either_new_income_or_change")


@dataclass(frozen=True, slots=True, kw_only=True)
class Retirement(Scenario):
    """Stop earning at an age; spending keeps its worth until the plan's end."""

    kind: Literal["retirement"] = "retirement"
    age: Age | None = None  # the profile's, where it is not said
    age_now: Age | None = None
    spend_retired_month: Rupees | None = None  # in today's money
    pension_month: Rupees = NOTHING  # in today's money, EPS among it
    step_up_pct: Share | None = None

    def __post_init__(self) -> None:
        if self.age is not None and self.age_now is not None and self.age < self.age_now:
            raise ValueError("end_before_start")


@dataclass(frozen=True, slots=True, kw_only=True)
class RentVsBuy(Scenario):
    """Buy a home on a loan, or rent it and invest the difference."""

    kind: Literal["rent_vs_buy"] = "rent_vs_buy"
    price: Rupees
    down_payment: Rupees
    rate_pct: Rate
    loan_months: LoanMonths
    rent_month: Rupees
    years: Annotated[int, Ge(1), Le(40)]

    def __post_init__(self) -> None:
        if not self.rent_month.amount_minor:
            raise ValueError("nothing_to_compare")
        if self.down_payment.amount_minor >= self.price.amount_minor:
            raise ValueError("down_payment_not_below_price")


AnyScenario = (
    SipChange | LoanPrepayment | PrepayVsInvest | DebtPayoff | DebtConsolidation | RateRise
    | EmergencyFundBuild | JobLoss | BigPurchase | Goal | SalaryChange | Retirement | RentVsBuy
)  # fmt: skip
