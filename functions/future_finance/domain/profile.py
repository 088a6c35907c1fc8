"""What a person told us about themselves: plans, budgets, and things no provider knows of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from future_finance.domain.manual_entry import ManualEntry
from future_finance.errors import AdultsOnly, BirthYearNeeded, InvalidInput

ADULT_AGE = 18


class TaxRegime(StrEnum):
    """The two regimes of income tax."""

    OLD = "old"
    NEW = "new"


class RiskProfile(StrEnum):
    """How much loss on paper a person is ready to bear."""

    CONSERVATIVE = "conservative"
    MODERATE = "moderate"
    AGGRESSIVE = "aggressive"


class Language(StrEnum):
    """The language we write in."""

    ENGLISH = "en"
    HINDI = "hi"


@dataclass(frozen=True, slots=True)
class Goal:
    """Something to save for. Paise."""

    id: str
    name: str
    target_minor: int
    by: date
    saved_minor: int = 0


@dataclass(frozen=True, slots=True)
class Budget:
    """The most to spend on a category in a month. Paise."""

    category: str
    limit_minor: int


class Relation(StrEnum):
    """What a nominee is to the person."""

    SPOUSE = "spouse"
    PARENT = "parent"
    CHILD = "child"
    SIBLING = "sibling"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Nominee:
    """Who may use the person's rights over their data when they die or cannot any more (DPDP Act, section 14)."""

    name: str
    contact: str
    relation: Relation


@dataclass(frozen=True, slots=True)
class Dispute:
    """A note that a figure is wrong where it comes from. `about` is a fact's id; the figure itself stays."""

    id: str
    about: str
    note: str
    since: date


@dataclass(frozen=True, slots=True)
class Profile:
    """One person's profile. None: not told."""

    birth_year: int | None = None
    retirement_age: int | None = None
    dependants: int | None = None
    tax_regime: TaxRegime | None = None
    risk_profile: RiskProfile | None = None
    language: Language = Language.ENGLISH
    goals: tuple[Goal, ...] = ()
    budgets: tuple[Budget, ...] = ()
    assets: tuple[ManualEntry, ...] = ()
    debts: tuple[ManualEntry, ...] = ()
    nominee: Nominee | None = None
    disputes: tuple[Dispute, ...] = ()


@dataclass(frozen=True, slots=True)
class VersionedProfile:
    """A profile as stored; version 0 is one never written."""

    profile: Profile
    version: int


def require_adult(profile: Profile, today: date) -> None:
    """Raises BirthYearNeeded, AdultsOnly. A year alone is told: who turns 18 in this one counts as an adult."""
    if profile.birth_year is None:
        raise BirthYearNeeded
    if profile.birth_year > today.year - ADULT_AGE:
        raise AdultsOnly


def require_sound(profile: Profile, before: Profile, today: date) -> None:
    """Rules that need a calendar or more than one field; `today` is the user's.

    A goal that stood in the profile `before` may have passed by now. Raises InvalidInput with the paths that are wrong.
    """
    wrong: list[tuple[str, str]] = []
    if profile.birth_year is not None and not 1900 <= profile.birth_year <= today.year - ADULT_AGE:
        wrong.append(("birthYear", "adults_only"))
    entries = [
        (f"{name}.{i}", e) for name in ("assets", "debts") for i, e in enumerate(getattr(profile, name))
    ]
    wrong += [(f"{path}.asOf", "in_the_future") for path, entry in entries if entry.as_of > today]
    wrong += [
        (f"disputes.{i}.since", "in_the_future")
        for i, dispute in enumerate(profile.disputes)
        if dispute.since > today
    ]
    set_before = {(goal.id, goal.by) for goal in before.goals}
    wrong += [
        (f"goals.{i}.by", "in_the_past")
        for i, goal in enumerate(profile.goals)
        if goal.by < today and (goal.id, goal.by) not in set_before
    ]
    for name, keys in (
        ("goals", [goal.id for goal in profile.goals]),
        ("budgets", [budget.category for budget in profile.budgets]),
        ("assets", [entry.id for entry in (*profile.assets, *profile.debts)]),
        ("disputes", [dispute.id for dispute in profile.disputes]),
    ):
        if len(set(keys)) != len(keys):
            wrong.append((name, "repeated"))
    if wrong:
        raise InvalidInput(
            details={"fields": [{"path": path, "problem": problem} for path, problem in wrong]}
        )
