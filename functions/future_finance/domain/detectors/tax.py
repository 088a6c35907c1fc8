"""Detectors of tax: X01 and X02. They say what happened; what is due, only a return can tell."""

from __future__ import annotations

from collections.abc import Iterator

from future_finance.domain.detectors.case import Case
from future_finance.domain.detectors.draft import Draft
from future_finance.domain.detectors.words import tax as say
from future_finance.domain.finding import FindingCategory

_LEAST_FREE = 10_000


def drafts(case: Case) -> Iterator[Draft]:
    """X01 and X02."""
    free = case.fact("M08")
    if free is not None and free.number >= _LEAST_FREE:
        yield Draft("X01", FindingCategory.TAX, say.ELSS_FREE, {"free": free})
    deducted, interest = case.fact("T12"), case.fact("T13")
    if deducted is not None and interest is not None:
        facts = {"deducted": deducted, "interest": interest}
        yield Draft("X02", FindingCategory.TAX, say.TAX_DEDUCTED, facts)
