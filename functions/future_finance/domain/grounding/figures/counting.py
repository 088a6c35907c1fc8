"""Counts under the noun of another count: "three loans", where three were paid late."""

from __future__ import annotations

from future_finance.domain.grounding.reading.claim import Claim
from future_finance.domain.grounding.reading.concepts import CORE, VAGUE
from future_finance.domain.grounding.reading.reader import Reading
from future_finance.domain.grounding.reading.units import Measure
from future_finance.domain.grounding.sheet.index import Sheet
from future_finance.domain.grounding.sheet.known import Known

_TROUBLES = frozenset({"late", "bounce", "enquiry"})  # "28 late months"


def counts_another(
    claim: Claim, stated: list[Known], about: frozenset[str], reading: Reading, sheet: Sheet
) -> Known | None:
    """ "You have three loans", where three were paid late and another fact counts the loans."""
    noun = reading.told(claim.end, claim.end + 1) & CORE
    ill = noun & _TROUBLES if claim.measure is not Measure.INR and not claim.part else frozenset()
    if ill and not any(known.concepts & ill for known in stated):
        return next((known for known in sheet.of(Measure.COUNT) if known.concepts & ill), None)
    if claim.measure is Measure.BARE and not any(known.measure is not Measure.COUNT for known in stated):
        near = noun or reading.told(claim.end, claim.end + 2) & CORE - VAGUE
        foreign = near and not any(known.concepts & near for known in stated)
        meant = [known for known in sheet.of(Measure.COUNT) if near <= known.concepts] if foreign else []
        if meant:
            return meant[0]  # "two past employers", where two payments bounced
    if claim.measure is not Measure.BARE or not noun or any(not noun <= known.concepts for known in stated):
        return None
    if any(not known.label.english & CORE - about for known in stated):
        return None
    counts = [known for known in sheet.of(Measure.COUNT) if noun == known.label.english & CORE]
    return counts[0] if len(counts) == 1 else None
