"""The facts of one person, indexed for the check: by measure and size, and the dates and numbers in their labels."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import cached_property
from operator import attrgetter

from future_finance.domain.facts import Fact
from future_finance.domain.grounding.reading.claim import Claim
from future_finance.domain.grounding.reading.concepts import CORE, concept, undated
from future_finance.domain.grounding.reading.reader import read
from future_finance.domain.grounding.reading.sound import consonants, spelled
from future_finance.domain.grounding.reading.units import Measure
from future_finance.domain.grounding.sheet.known import Known
from future_finance.domain.grounding.sheet.label import has_number

_NAME = re.compile(r"(?:(?<=[a-z:,] )|(?<=['(]))[A-Z][a-z]{2,}\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SIZE = attrgetter("size")


class Sheet:
    """Facts by measure and size."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self.facts = [Known(fact) for fact in facts]
        self._sorted: dict[Measure, tuple[list[Decimal], list[Known]]] = {}
        by: dict[Measure, list[Known]] = defaultdict(list)
        for known in self.facts:
            if known.size is not None:
                by[known.measure].append(known)
        for measure, rows in by.items():
            rows.sort(key=_SIZE)
            self._sorted[measure] = list(map(_SIZE, rows)), rows

    def of(self, measure: Measure) -> list[Known]:
        return self._sorted.get(measure, ([], []))[1]

    def covered(self, claim: Claim, measure: Measure, factor: Decimal = Decimal(1)) -> list[Known]:
        """Facts of a measure whose magnitude the claim shows; `factor` brings the fact to the claim's unit."""
        sizes, rows = self._sorted.get(measure, ([], []))
        shown = abs(claim.value)
        slack = max(claim.step, shown / 10 + 10 if claim.bound or claim.part else claim.step)
        if claim.bound:
            slack = max(slack, shown)
        at = bisect_left(sizes, (shown - slack) / factor)
        found = []
        while at < len(sizes) and sizes[at] * factor <= shown + slack:
            if claim.covers(sizes[at] * factor):
                found.append(rows[at])
            at += 1
        return found

    def family(self, known: Known) -> list[Known]:
        """The facts whose labels differ from this one's by their sides or length alone, and itself."""
        return self._families.get((known.measure, known.label.sided.base), [])

    @cached_property
    def _families(self) -> dict[tuple[Measure, str], list[Known]]:
        found: dict[tuple[Measure, str], list[Known]] = defaultdict(list)
        for measure, (_, rows) in self._sorted.items():
            for known in rows:
                found[measure, known.label.sided.base].append(known)
        return found

    @cached_property
    def sounds(self) -> dict[str, str]:
        """Words of labels by their consonants, those of the lists left out."""
        words = {word for known in self.facts for word in known.label.english - CORE if word.isascii()}
        return {heard: word for word in sorted(words) if (heard := consonants(word))}

    @cached_property
    def persons(self) -> dict[str, str]:
        """Names inside labels by how they are spelled: "Meera" of "School fees of Meera a term"."""
        words = {word.lower() for known in self.facts for word in _NAME.findall(known.fact.label)}
        told = {word for known in self.facts for word in known.label.english} - CORE
        return {heard: word for word in sorted(words) if concept(word) in told and (heard := spelled(word))}

    @cached_property
    def names(self) -> frozenset[str]:
        """Words of finance, and all that labels say but months."""
        return undated(CORE.union(*(known.label.english for known in self.facts)))

    @cached_property
    def days(self) -> frozenset[date]:
        """Days that facts are of, and that they state."""
        found = {known.fact.as_of for known in self.facts if known.fact.as_of is not None}
        found |= {known.value for known in self.facts if isinstance(known.value, date)}
        for known in self.facts:
            if known.label.numbered:
                found |= {c.on for c in known.label.claims if c.on is not None and c.measure is Measure.DATE}
        return frozenset(found)

    @cached_property
    def labelled_months(self) -> frozenset[tuple[int, int]]:
        """Months that facts are of by their id or label."""
        told = (known for known in self.facts if known.label.dated)
        return frozenset(month for known in told for month in known.label.months)

    @cached_property
    def months(self) -> frozenset[tuple[int, int]]:
        found = {(day.year, day.month) for day in self.days}
        return frozenset(found) | self.labelled_months

    @cached_property
    def years(self) -> frozenset[int]:
        """Calendar years of all that facts are of, state and name."""
        ends = {2000 + year for year in self.fiscal_years}
        told = {
            int(year)
            for known in self.facts
            if known.label.numbered
            for year in _YEAR.findall(known.label.text)
        }
        return frozenset({year for year, _ in self.months} | ends | {year - 1 for year in ends} | told)

    @cached_property
    def fiscal_years(self) -> frozenset[int]:
        """Fiscal years that labels name, by the year they end in."""
        return frozenset(year for known in self.facts for year in known.label.fiscal_years)

    @cached_property
    def written(self) -> list[tuple[Claim, Known]]:
        """Numbers that stand in labels and texts: "in 90 days", "516-1,240"."""
        found: list[tuple[Claim, Known]] = []
        for known in self.facts:
            if known.label.numbered:
                found += [(claim, known) for claim in known.label.claims]
            if isinstance(known.value, str) and has_number(known.value):
                found += [(claim, known) for claim in read(known.value).claims]
        return found
