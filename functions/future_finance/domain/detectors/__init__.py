"""Detectors: what in a person's facts is worth telling them. One module a family."""

from __future__ import annotations

from future_finance.domain.detectors import (
    budget,
    credit,
    data_quality,
    debt,
    investments,
    loans,
    retirement,
    savings,
    tax,
)
from future_finance.domain.detectors.case import Case
from future_finance.domain.detectors.draft import finish
from future_finance.domain.facts import FactSheet
from future_finance.domain.finding import Finding
from future_finance.domain.profile import Profile

_FAMILIES = (data_quality, debt, loans, credit, savings, investments, retirement, tax, budget)


def detect(sheet: FactSheet, profile: Profile) -> tuple[Finding, ...]:
    """Every finding, in the order of the families. It rests on the sheet alone."""
    case = Case(sheet, profile)
    return tuple(finish(draft, case) for family in _FAMILIES for draft in family.drafts(case))
