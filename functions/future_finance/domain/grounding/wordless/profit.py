"""Profit and loss told without a number: what something is worth against what it cost."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from future_finance.domain.grounding.reading.concepts import CORE
from future_finance.domain.grounding.reading.reader import Reading
from future_finance.domain.grounding.reading.units import Measure
from future_finance.domain.grounding.sheet.index import Sheet
from future_finance.domain.grounding.sheet.known import Known
from future_finance.domain.grounding.wordless import evidence
from future_finance.domain.grounding.wordless.statement import Statement
from future_finance.domain.grounding.wordless.words import IN_LOSS, IN_PROFIT, NEGATED, UNREAL, WORTH_LESS

_COST = re.compile(r"\b(?:cost|invested|purchase price|paid for|put in)\b", re.I)
_NOT_COST = re.compile(r"\b(?:cost of living|extra cost|yearly cost|a year|a month)\b", re.I)


def wrong_profits(
    sentence: Statement, sheet: Sheet, reading: Reading, supports: list[list[Known]]
) -> Iterator[tuple[int, str, Known | None]]:
    """Position, words and the value of what stands the other way to its cost."""
    compared = WORTH_LESS.search(sentence.words)
    up = compared is not None and any(compared[name] for name in ("up", "up2", "up3"))
    for pattern, gains in ((WORTH_LESS, up), (IN_PROFIT, True), (IN_LOSS, False)):
        found = pattern.search(sentence.words)
        if (
            not found
            or NEGATED.search(sentence.words[: found.start()])
            or UNREAL.search(sentence.words[: found.start()])
        ):
            continue
        near = [
            facts[0]
            for claim, facts in zip(reading.claims, supports, strict=True)
            if facts and 0 <= sentence.number - claim.sentence < 2
        ]
        pairs = _pairs(sentence.about, near, sheet)
        if pattern is WORTH_LESS:
            pairs = itertools.chain(pairs, _only_pair(sentence.words[: found.start()], sheet))
        for worth, cost in pairs:
            if worth.size != cost.size and ((worth.size or 0) > (cost.size or 0)) != gains:
                yield sentence.start + found.start(), found.group(), worth
            break


def _pairs(about: frozenset[str], near: list[Known], sheet: Sheet) -> Iterator[tuple[Known, Known]]:
    """What is worth and what it cost: both stated nearby, or of one name that the sentence tells."""
    costs = _costs(sheet)
    for cost in costs:
        if cost in near:
            for worth in near:
                if worth.measure is Measure.INR and worth not in costs and worth.per is None:
                    yield worth, cost
        name = cost.label.english - CORE - {"put", "held", "paid"}
        for worth in sheet.of(Measure.INR):
            if worth in costs or worth.per is not None or "gain" in worth.concepts:
                continue
            if name & about and name <= worth.concepts:
                yield worth, cost


def _costs(sheet: Sheet) -> list[Known]:
    return [
        known
        for known in sheet.of(Measure.INR)
        if _COST.search(known.label.lower) and not _NOT_COST.search(known.label.lower)
    ]


def _only_pair(words: str, sheet: Sheet) -> Iterator[tuple[Known, Known]]:
    """What the words name whole, and what it cost where the facts tell one cost only."""
    costs, worth = _costs(sheet), evidence.first_named(words, sheet)
    if len(costs) == 1 and worth is not None and worth not in costs and worth.per is None:
        yield worth, costs[0]
