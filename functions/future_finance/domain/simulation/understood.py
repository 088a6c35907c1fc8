"""A scenario said back in words, so that a person sees what was understood."""

from __future__ import annotations

from decimal import Decimal

from future_finance.domain.rupee_words import date_text, decimals, rupees_text
from future_finance.domain.shown_name import shown_name
from future_finance.domain.simulation.result import Words
from future_finance.domain.simulation.scenario import (
    AnyScenario,
    BigPurchase,
    DebtConsolidation,
    DebtPayoff,
    EmergencyFundBuild,
    Goal,
    JobLoss,
    LoanPrepayment,
    OfALoan,
    PrepayVsInvest,
    RateRise,
    RentVsBuy,
    Retirement,
    SalaryChange,
    SipChange,
)


def said_back(scenario: AnyScenario) -> Words:
    """In English and Hindi; amounts are those of the scenario."""
    match scenario:
        case SipChange():
            return _sip(scenario)
        case LoanPrepayment():
            return _prepayment(scenario)
        case PrepayVsInvest():
            funds = scenario.into == "funds"
            return Words(
                f"{_r(scenario.amount.value)} into {_loan(scenario)}, or into {'funds' if funds else 'a fixed deposit'}.",
                f"{_r(scenario.amount.value)} {_loan_hi(scenario)} में, या {'फंड' if funds else 'FD'} में।",
            )
        case DebtPayoff():
            amount = _r(scenario.extra_month.value)
            return Words(
                f"{amount} more a month on all debts, in two orders.",
                f"सभी कर्ज़ पर हर महीने {amount} ज़्यादा, दो क्रम में।",
            )
        case DebtConsolidation():
            rate, months = decimals(scenario.rate_pct, 2), scenario.months
            return Words(
                f"One loan at {rate}% over {months} months in place of the debts.",
                f"कर्ज़ों की जगह {rate}% पर {months} महीने का एक लोन।",
            )
        case RateRise():
            points, rises = decimals(abs(scenario.points), 2), scenario.points > 0
            return Words(
                f"The rate of {_loan(scenario)} {'rises' if rises else 'falls'} by {points} percentage "
                f"{'point' if points == '1' else 'points'}.",
                f"{_loan_hi(scenario)} की दर {points} प्रतिशत अंक {'बढ़ती' if rises else 'घटती'} है।",
            )
        case EmergencyFundBuild():
            return Words(
                f"An emergency fund of {scenario.months} months of spending.",
                f"{scenario.months} महीने के खर्च की आपात निधि।",
            )
        case JobLoss():
            return Words(f"No pay for {scenario.months} months.", f"{scenario.months} महीने वेतन नहीं।")
        case BigPurchase():
            return _purchase(scenario)
        case Goal():
            target = _r(scenario.target.value)
            today, today_hi = (" in today's money", "आज के पैसे में ") if scenario.todays_money else ("", "")
            return Words(
                f"{target}{today} by {date_text(scenario.by)}.",
                f"{date_text(scenario.by, 'hi')} तक {today_hi}{target}।",
            )
        case SalaryChange():
            return _salary(scenario)
        case Retirement():
            at, at_hi = (f" at {scenario.age}", f"{scenario.age} की उम्र में ") if scenario.age else ("", "")
            return Words(f"Retiring{at}.", f"{at_hi}रिटायरमेंट।")
        case RentVsBuy():
            price, rent = _r(scenario.price.value), _r(scenario.rent_month.value)
            return Words(
                f"Buying a home for {price}, or renting one for {rent} a month, over {scenario.years} years.",
                f"{scenario.years} साल में {price} का घर खरीदना, या {rent} महीने के किराए पर रहना।",
            )


def _sip(scenario: SipChange) -> Words:
    extra = scenario.extra_month.value
    parts, parts_hi = [], []
    if extra:
        parts.append(f"{_r(abs(extra))} {'more' if extra > 0 else 'less'} in SIPs a month")
        parts_hi.append(f"SIP में हर महीने {_r(abs(extra))} {'ज़्यादा' if extra > 0 else 'कम'}")
    if scenario.step_up_pct:
        step = decimals(scenario.step_up_pct, 2)
        parts.append(f"SIPs that grow by {step}% a year")
        parts_hi.append(f"हर साल {step}% बढ़ती SIP")
    return Words(
        f"{', '.join(parts)}, for {scenario.years} years.", f"{scenario.years} साल तक {', '.join(parts_hi)}।"
    )


def _prepayment(scenario: LoanPrepayment) -> Words:
    amount, extra = scenario.amount.value, scenario.extra_month.value
    parts = [f"{_r(amount)} now"] * bool(amount) + [f"{_r(extra)} more a month"] * bool(extra)
    parts_hi = [f"अभी {_r(amount)}"] * bool(amount) + [f"हर महीने {_r(extra)} ज़्यादा"] * bool(extra)
    kept, kept_hi = ("EMI", "EMI") if scenario.keep == "emi" else ("tenure", "अवधि")
    return Words(
        f"{' and '.join(parts)} into {_loan(scenario)}; the {kept} stays.",
        f"{_loan_hi(scenario)} में {' और '.join(parts_hi)}; {kept_hi} वही रहे।",
    )


def _purchase(scenario: BigPurchase) -> Words:
    amount = _r(scenario.amount.value)
    on = f" on {date_text(scenario.on)}" if scenario.on else " now"
    on_hi = f"{date_text(scenario.on, 'hi')} को" if scenario.on else "अभी"
    if scenario.down_payment is None:
        return Words(f"Spending {amount}{on}.", f"{on_hi} {amount} का खर्च।")
    down = _r(scenario.down_payment.value)
    return Words(
        f"Spending {amount}{on}, {down} of it from money at hand, the rest on a loan.",
        f"{on_hi} {amount} का खर्च, {down} अपने पैसे से, बाकी लोन से।",
    )


def _salary(scenario: SalaryChange) -> Words:
    if scenario.new_income_month is not None:
        income = _r(scenario.new_income_month.value)
        return Words(f"An income of {income} a month.", f"हर महीने {income} की आमदनी।")
    change_pct = scenario.change_pct or Decimal(0)
    change, more = decimals(abs(change_pct), 2), change_pct >= 0
    return Words(
        f"An income {change}% {'higher' if more else 'lower'}.",
        f"{change}% {'ज़्यादा' if more else 'कम'} आमदनी।",
    )


def _loan(scenario: OfALoan) -> str:
    return f"the loan “{shown_name(scenario.debt)}”" if scenario.debt else "the loan"


def _loan_hi(scenario: OfALoan) -> str:
    return f"लोन “{shown_name(scenario.debt)}”" if scenario.debt else "लोन"


def _r(amount: Decimal) -> str:
    return rupees_text(amount)
