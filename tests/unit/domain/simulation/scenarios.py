"""One scenario of each kind, which the sheets of tests/sheets.py can answer."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from future_finance.domain.simulation.scenario import (
    AnyScenario,
    BigPurchase,
    DebtConsolidation,
    DebtPayoff,
    EmergencyFundBuild,
    Goal,
    JobLoss,
    LoanPrepayment,
    PrepayVsInvest,
    RateRise,
    RentVsBuy,
    Retirement,
    RupeeChange,
    Rupees,
    SalaryChange,
    SipChange,
)

LAKH = Rupees(amount_minor=100_000_00)
TEN_THOUSAND = Rupees(amount_minor=10_000_00)

ONE_OF_EACH: tuple[AnyScenario, ...] = (
    SipChange(years=10, extra_month=RupeeChange(amount_minor=5_000_00), step_up_pct=Decimal(10)),
    LoanPrepayment(debt="home", amount=LAKH, extra_month=TEN_THOUSAND),
    PrepayVsInvest(debt="home", amount=LAKH),
    PrepayVsInvest(debt="home", amount=LAKH, into="deposit"),
    DebtPayoff(extra_month=TEN_THOUSAND),
    DebtConsolidation(rate_pct=Decimal(11), months=60, fee_pct=Decimal(1)),
    RateRise(debt="home", points=Decimal(1)),
    EmergencyFundBuild(months=9),
    JobLoss(months=6),
    BigPurchase(amount=LAKH, on=date(2027, 6, 1)),
    Goal(target=LAKH, by=date(2029, 6, 1), save_month=TEN_THOUSAND),
    SalaryChange(change_pct=Decimal(-20)),
    Retirement(age=60, age_now=41, invested=LAKH),
    RentVsBuy(
        price=Rupees(amount_minor=10**9), down_payment=Rupees(amount_minor=2 * 10**8),
        rate_pct=Decimal("8.5"), loan_months=240, rent_month=TEN_THOUSAND, years=8,
    ),
)  # fmt: skip
