"""Work a scenario out on a person's facts: the kind's own rules, then what every answer carries."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from future_finance.domain.assumptions.assumed import Assumed
from future_finance.domain.facts import Fact, FactSheet
from future_finance.domain.profile import Profile
from future_finance.domain.rupee_words import date_text
from future_finance.domain.simulation import (
    household,
    loans,
    payoff,
    prepay_vs_invest,
    rent_vs_buy,
    retirement,
    savings,
)
from future_finance.domain.simulation.result import Notice, Sensitivity, Simulation, Words
from future_finance.domain.simulation.scenario import AnyScenario, OfALoan
from future_finance.domain.simulation.understood import said_back
from future_finance.domain.simulation.workings import Workings
from future_finance.errors import InvalidInput

_KINDS: Mapping[str, Callable[[Workings, Any], None]] = {
    "sip_change": savings.sip_change,
    "loan_prepayment": loans.prepay,
    "prepay_vs_invest": prepay_vs_invest.run,
    "debt_payoff": payoff.run_payoff,
    "debt_consolidation": payoff.consolidate,
    "rate_rise": loans.rate_rise,
    "emergency_fund_build": savings.emergency_fund,
    "job_loss": household.job_loss,
    "big_purchase": household.big_purchase,
    "goal": savings.goal,
    "salary_change": household.salary_change,
    "retirement": retirement.run,
    "rent_vs_buy": rent_vs_buy.run,
}


def simulate(sheet: FactSheet, profile: Profile, scenario: AnyScenario, today: date) -> Simulation:
    """`today` is the person's local date. Raises InvalidInput for what only data or calendar can tell is impossible."""
    assumed = Assumed.on(today)
    if wrong := assumed.wrong(scenario.assumptions):
        raise InvalidInput(
            details={
                "fields": [{"path": f"scenario.assumptions.{name}", "problem": why} for name, why in wrong]
            }
        )
    assumed = assumed.with_values(scenario.assumptions)
    w = Workings(sheet, profile, scenario, today, assumed)
    _KINDS[scenario.kind](w, scenario)
    done = not w.incomplete
    if w.fans:
        w.warn("sampled")
        w.warn("market_risk")
    tries = _sensitivity(w, scenario) if done else ()
    return Simulation(
        kind=scenario.kind,
        understood_as=_said_back(scenario, sheet),
        today=today,
        months=w.months,
        done=done,
        summary=tuple(w.summary),
        figures=tuple(w.figures),
        series=tuple(w.series),
        fans=tuple(w.fans),
        low_point=w.low_point,
        chance=w.chance,
        sensitivity=tries,
        assumptions=tuple(w.assumptions.values()),
        warnings=(*w.warnings.values(), *_outdated(w)),
        lacks=tuple(w.lacks),
        used=tuple(w.used.values()),
        facts=(*w.facts, *(fact for tried in tries for fact in (tried.low, tried.high))),
    )


def _said_back(scenario: AnyScenario, sheet: FactSheet) -> Words:
    """In words, a loan by its name also where it was chosen by its id."""
    if not isinstance(scenario, OfALoan) or (fact := sheet.get(f"L01:{scenario.debt}")) is None:
        return said_back(scenario)
    english, hindi = (
        said_back(replace(scenario, debt=label.rpartition(": ")[2]))
        for label in (fact.label, fact.label_hi or fact.label)
    )
    return Words(english.en, hindi.hi)


def _sensitivity(w: Workings, scenario: AnyScenario) -> tuple[Sensitivity, ...]:
    """The headline once more at a lower and a higher value of each assumption that was used and may swing."""
    found = []
    for name in w.assumptions:
        values = w.assumed.tried(name)
        if values is None or w.headline is None:
            continue
        low, high = (_headline_at(w, scenario, name, value) for value in values)
        if low is not None and high is not None and low.value != high.value:
            found.append(Sensitivity(name, *values, low, high))
    return tuple(found)


def _headline_at(w: Workings, scenario: AnyScenario, name: str, value: Decimal) -> Fact | None:
    tried = w.assumed.with_values(_values_at(w, name, value))
    again = Workings(w.sheet, w.profile, scenario, w.today, tried, charts=False)
    try:
        _KINDS[scenario.kind](again, scenario)
    except InvalidInput:  # such as a plan that ends before it begins
        return None
    headline = again.headline
    if headline is None:
        return None
    label = w.assumptions[name].label
    at = f"{value.normalize():f}"
    return replace(
        headline,
        id=f"SEN:{w.run_id}:{name}:{at.replace('.', '_')}",
        label=f"{headline.label}, with {label.en.lower()} at {at}",
        label_hi=f"{headline.label_hi}, {label.hi} {at} पर",
    )


def _values_at(w: Workings, name: str, value: Decimal) -> dict[str, Decimal]:
    """What is set to try an assumption alone.

    More ups and downs are tried at the same mean return, exp(mu + sigma^2 / 2): at the same middle one they would
    raise the mean, and look like a gain.
    """
    if name != "equity_volatility":
        return {name: value}
    drift = (1 + w.assumed.value("equity_return") / 100).ln()
    kept = drift + ((w.assumed.value(name) / 100) ** 2 - (value / 100) ** 2) / 2
    return {name: value, "equity_return": (kept.exp() - 1) * 100}


def _outdated(w: Workings) -> list[Notice]:
    """Rules that the scenario outlives: they may have changed by then, or already."""
    ends = w.day(w.months)
    return [
        Notice(
            "rule_may_have_changed",
            Words(
                f"{row.label.en}: known up to {date_text(row.valid_until)}; the rule may have changed after that.",
                f"{row.label.hi}: {date_text(row.valid_until, 'hi')} तक की जानकारी; उसके बाद नियम बदला हो सकता है।",
            ),
        )
        for row in w.assumptions.values()
        if row.valid_until is not None and row.valid_until < ends and not row.told
    ]
