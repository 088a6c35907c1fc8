"""Detectors of the credit report: C01 and C02."""

from __future__ import annotations

from collections.abc import Iterator

from future_finance.domain.detectors.case import UTILISATION_PCT, Case, compared_with
from future_finance.domain.detectors.draft import Draft
from future_finance.domain.detectors.words import credit as say
from future_finance.domain.finding import FindingCategory, Severity

_HIGH_USE_PCT = 75
_MANY_ENQUIRIES = 3
_CREDIT = FindingCategory.CREDIT


def drafts(case: Case) -> Iterator[Draft]:
    """C01 and C02."""
    total, cards = case.fact("C02"), list(case.keyed("C02D").values())
    if total is not None and cards:
        fullest = max(cards, key=lambda fact: (fact.number, fact.id))
        highest = max(fullest.number, total.number)
        if highest >= UTILISATION_PCT.value:
            facts = {"used": fullest, "total": total, "line": compared_with(UTILISATION_PCT)}
            level = Severity.HIGH if highest >= _HIGH_USE_PCT else Severity.MEDIUM
            yield Draft(
                "C01",
                _CREDIT,
                say.UTILISATION_HIGH,
                facts,
                basis=("used", "total"),
                more=tuple(cards),
                level=level,
            )
    enquiries = case.fact("C03")
    if enquiries is not None and enquiries.number >= _MANY_ENQUIRIES:
        yield Draft("C02", _CREDIT, say.ENQUIRY_BURST, {"enquiries": enquiries})
