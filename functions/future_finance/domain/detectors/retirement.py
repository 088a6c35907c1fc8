"""Detectors of the provident fund: R01 to R03."""

from __future__ import annotations

from collections.abc import Iterator

from future_finance.domain.detectors.case import Case
from future_finance.domain.detectors.draft import Draft
from future_finance.domain.detectors.words import retirement as say
from future_finance.domain.finding import FindingCategory

_LEAST_PAST = 1_000
_LEAST_TAKEN = 10_000
_RETIREMENT = FindingCategory.RETIREMENT


def drafts(case: Case) -> Iterator[Draft]:
    """R01 to R03. Of what was taken out, and of who the employer is, only the person knows."""
    past, employers = case.fact("E02"), case.fact("E02N")
    if past is not None and employers is not None and past.number >= _LEAST_PAST:
        facts = {"past": past, "employers": employers}
        yield Draft("R01", _RETIREMENT, say.PAST_EMPLOYER, facts, gap=past.number)
    match, total = case.fact("E04"), case.fact("E01")
    if match is not None and total is not None and match.value == "no":
        yield Draft("R02", _RETIREMENT, say.EMPLOYER_UNMATCHED, {"match": match, "total": total}, ask=True)
    taken = case.fact("E03")
    if taken is not None and taken.number >= _LEAST_TAKEN:
        yield Draft("R03", _RETIREMENT, say.TAKEN_OUT, {"taken": taken}, ask=True)
