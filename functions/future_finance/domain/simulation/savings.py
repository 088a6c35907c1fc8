"""Saving up: an emergency fund, a goal, a larger SIP."""

from __future__ import annotations

from decimal import Decimal

from future_finance.domain.simulation import known
from future_finance.domain.simulation.paths import chance, fan, market_of, needed_month
from future_finance.domain.simulation.result import Side, Words
from future_finance.domain.simulation.scenario import EmergencyFundBuild, Goal, SipChange
from future_finance.domain.simulation.workings import Workings
from future_finance.errors import InvalidInput

_FUND = Words("Money at hand", "तुरंत उपलब्ध पैसा")
_INVESTED = Words("Value of the investments", "निवेश का मूल्य")
_LONGEST_MONTHS = 600


def emergency_fund(w: Workings, scenario: EmergencyFundBuild) -> None:
    """Money at hand grows by what is saved and by a savings account's interest until the target."""
    spend = known.figure(w, scenario, "spend_lately")
    liquid = known.figure(w, scenario, "liquid")
    if scenario.save_month is not None:
        saving = w.asked("asked_month", scenario.save_month.value).number
    elif surplus := w.use("T05"):
        saving = surplus.number
    else:
        saving = Decimal(0)
        ask = Words("How much can you set aside a month?", "हर महीने कितना अलग रख सकते हैं?")
        w.lack("T05", ask, "saveMonth", reason="no_data")
    if w.incomplete:
        return
    months = w.asked("asked_months", scenario.months)
    target = w.figure("fund_target", spend * scenario.months)
    if spend > 0:
        w.figure("liquid_months", liquid / spend, Side.AS_NOW)
    gap = w.figure("fund_gap", max(Decimal(0), target.number - liquid))
    w.headline = gap
    if not gap.number:
        w.say("fund_is_there", target=target, months=months)
        return
    if saving <= 0:
        w.warn("nothing_left_to_save")
        w.say("fund_needs_saving", gap=gap, target=target)
        return
    growth = 1 + w.assume("savings_rate") / 1200
    held = [liquid]
    while held[-1] < target.number and len(held) <= _LONGEST_MONTHS:
        held.append(held[-1] * growth + saving)
    if held[-1] < target.number:
        w.warn("nothing_left_to_save")
        w.say("fund_needs_saving", gap=gap, target=target)
        return
    w.months = len(held) - 1
    w.line("liquid", Side.SCENARIO, _FUND, held)
    needed = w.headline = w.figure("months_needed", w.months)
    w.say("fund_grows", target=target, months=needed, on=w.figure("reached_on", w.day(w.months)))
    w.warn("flat_prices")


def goal(w: Workings, scenario: Goal) -> None:
    """What each month must bring, and how likely what is saved now gets there."""
    w.asked("asked_day", scenario.by)
    months = (scenario.by.year - w.today.year) * 12 + scenario.by.month - w.today.month
    if months < 1 or months > _LONGEST_MONTHS:
        problem = "end_before_start" if months < 1 else "too_far"
        raise InvalidInput(details={"fields": [{"path": "scenario.by", "problem": problem}]})
    w.months = months
    asked = w.asked("asked_amount", scenario.target.value)
    saved = scenario.saved.value
    on_the_day = asked.number * w.inflated(months) if scenario.todays_money else asked.number
    target = w.figure("target", on_the_day)
    market = market_of(w, months)
    need = w.headline = w.figure("need_month", needed_month(market, saved, months, on_the_day))
    w.say("goal_needs", target=target, need=need, by=w.figure("reached_on", scenario.by, Side.ASKED))
    monthly = need.number
    if scenario.save_month is not None:
        monthly = w.asked("asked_month", scenario.save_month.value).number
    course = market.grow(saved, [monthly] * months)
    w.figure("put_in", saved + monthly * months)
    end = course.percentiles(months)
    w.figure("value_end", end[2])
    w.figure("value_low", end[0])
    w.figure("value_high", end[-1])
    fan(w, Side.SCENARIO, _INVESTED, course, months)
    meaning = Words("The target is reached on the day", "उस दिन तक लक्ष्य पूरा होता है")
    likely = chance(w, course.above_pct(months, on_the_day), meaning)
    if scenario.save_month is not None:
        w.headline = likely
        w.say("goal_reached_in", chance=likely)
    w.warn("before_tax")


def sip_change(w: Workings, scenario: SipChange) -> None:
    """The SIPs of today go on beside SIPs that change by an amount, or grow by a percentage each year."""
    invested = known.figure(w, scenario, "invested", needed=False)
    sip = known.figure(w, scenario, "sip_month", needed=False)
    years = w.asked("asked_years", scenario.years)
    new_sip = sip + scenario.extra_month.value
    if new_sip < 0:
        raise InvalidInput(details={"fields": [{"path": "scenario.extraMonth", "problem": "below_zero"}]})
    if scenario.extra_month.amount_minor > 0:
        w.asked("asked_month", scenario.extra_month.value)
    if scenario.step_up_pct:
        w.asked("asked_percent", scenario.step_up_pct)
    w.months = months = scenario.years * 12
    step = 1 + scenario.step_up_pct / 100
    flows = [new_sip * step ** (month // 12) for month in range(months)]
    market = market_of(w, months)
    now, then = market.grow(invested, [sip] * months), market.grow(invested, flows)
    put_in = invested + sum(flows, Decimal(0))
    w.compare("put_in", invested + sip * months, put_in)
    before, after = w.compare("value_end", now.middle(months), then.middle(months))
    real = w.figure("value_end_real", after.number / w.inflated(months))
    low = w.figure("value_low", then.percentiles(months)[0])
    high = w.figure("value_high", then.percentiles(months)[-1])
    w.headline = w.figure("gain_middle", after.number - before.number, Side.DIFFERENCE)
    fan(w, Side.AS_NOW, _INVESTED, now, months)
    fan(w, Side.SCENARIO, _INVESTED, then, months)
    meaning = Words("The end is not below what was put in", "अंत में जमा से कम नहीं होता")
    chance(w, then.above_pct(months, put_in), meaning)
    w.say("sip_grows", years=years, before=before, after=after)
    w.say("sip_range", low=low, high=high, real=real)
    w.warn("before_tax")
