"""A profile as the API shows it."""

from __future__ import annotations

from typing import TypedDict

from future_finance.domain.manual_entry import ManualEntry
from future_finance.domain.overview_view import DisputeView, MoneyView, dispute_view, money
from future_finance.domain.profile import Nominee, Profile


class GoalView(TypedDict):
    """Something to save for, by a date."""

    id: str
    name: str
    target: MoneyView
    by: str
    saved: MoneyView


class BudgetView(TypedDict):
    """The most to spend on a category in a month."""

    category: str
    limit: MoneyView


EntryView = TypedDict("EntryView", {"id": str, "class": str, "name": str, "value": MoneyView, "asOf": str})


class NomineeView(TypedDict):
    """Who may use the person's rights over their data when they die or cannot any more."""

    name: str
    contact: str
    relation: str


class ProfileView(TypedDict):
    """Answer of GET and PUT /api/profile; null: not told."""

    birthYear: int | None
    retirementAge: int | None
    dependants: int | None
    taxRegime: str | None
    riskProfile: str | None
    language: str
    goals: list[GoalView]
    budgets: list[BudgetView]
    assets: list[EntryView]
    debts: list[EntryView]
    nominee: NomineeView | None
    disputes: list[DisputeView]


def profile_view(told: Profile) -> ProfileView:
    return {
        "birthYear": told.birth_year,
        "retirementAge": told.retirement_age,
        "dependants": told.dependants,
        "taxRegime": told.tax_regime,
        "riskProfile": told.risk_profile,
        "language": told.language,
        "goals": [
            {
                "id": goal.id,
                "name": goal.name,
                "target": money(goal.target_minor),
                "by": goal.by.isoformat(),
                "saved": money(goal.saved_minor),
            }
            for goal in told.goals
        ],
        "budgets": [
            {"category": budget.category, "limit": money(budget.limit_minor)} for budget in told.budgets
        ],
        "assets": [_entry(entry) for entry in told.assets],
        "debts": [_entry(entry) for entry in told.debts],
        "nominee": None if told.nominee is None else _nominee(told.nominee),
        "disputes": [dispute_view(dispute) for dispute in told.disputes],
    }


def _nominee(nominee: Nominee) -> NomineeView:
    return {"name": nominee.name, "contact": nominee.contact, "relation": nominee.relation.value}


def _entry(entry: ManualEntry) -> EntryView:
    return {
        "id": entry.id,
        "class": entry.entry_class,
        "name": entry.name,
        "value": money(entry.amount_minor),
        "asOf": entry.as_of.isoformat(),
    }
