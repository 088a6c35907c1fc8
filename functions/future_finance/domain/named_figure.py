"""A figure that stands right by a fact's own name must be that fact's, whatever other facts have it too."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from future_finance.domain.facts import Fact, Unit
from future_finance.domain.grounding import Grounder
from future_finance.domain.rupee_words import spoken

_SHORTEST = 4
_FIGURE = (
    r"(?P<figure>[-−(]?\s?(?:₹|Rs\.?|INR)\s?\d[\d,]*(?:\.\d+)?\)?(?:\s?(?:lakhs?|lacs?|crores?|cr|l|k|लाख|करोड़|हज़ार)\b)?"
    r"|[-−]?\d[\d,]*(?:\.\d+)?\s?(?:%|months?|years?|days?|महीने|महीना|साल|दिन|प्रतिशत))"
)
_ABOUT = r"about|around|roughly|nearly|approximately|over|under|only|just|now|currently|lagbhag|kareeb|करीब|लगभग|अभी"
# "Provident fund (as of October) is about ₹7,22,000", and "₹7,22,000 is your provident fund"
_THEN = re.compile(
    rf"\s*(?:\*\*)?\s*(?:\([^()\n]{{0,60}}\)\s*)?(?:[:=–]|-(?=\s)|\s"
    rf"|\b(?:is|are|was|were|of|at|stands?|comes?|to|hai|hain|है|हैं|{_ABOUT})\b)*\s*(?:\*\*)?{_FIGURE}",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"{_FIGURE}(?:\*\*)?(?:\s(?:a month|a year|हर महीने|हर साल))?"
    r"\s(?:(?:is|are|was|were)\s(?:your|the|my)?|aapk[aie]|आपक[ाीे])\s?(?:\*\*)?$",
    re.IGNORECASE,
)
# "Spending of October: ₹11,983 above the months before" tells a difference, not the spending.
_DIFFERS = re.compile(
    r"\s*(?:\*\*)?\s*(?:above|below|more|less|higher|lower|over|under|short|ज़्यादा|ज्यादा|अधिक|ऊपर|कम|zyada|jyada|kam)(?!\w)",
    re.IGNORECASE,
)
_MONEY = re.compile(r"₹|Rs|INR", re.IGNORECASE)
_PERCENT = re.compile(r"%|प्रतिशत")
_TIMES = (Unit.MONTHS, Unit.YEARS, Unit.DAYS)


class NamedFigures:
    """Names of facts, indexed once. Only the longest name at a place counts: "Provident fund with past employers"
    is no "Provident fund"."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        by_name: dict[str, list[Fact]] = defaultdict(list)
        for fact in facts:
            for label in {fact.label, fact.label_hi}:
                if len(label) >= _SHORTEST and not isinstance(fact.value, str):
                    by_name[" ".join(label.casefold().split())].append(fact)
        self._by_name = by_name
        longest_first = sorted(by_name, key=len, reverse=True)
        pattern = "|".join(re.escape(name) for name in longest_first)
        self._names = re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE) if pattern else None
        self._grounders: dict[str, Grounder] = {}

    def misnamed(self, sentence: str) -> tuple[str, ...]:
        """Figures that stand by the name of a fact which is another figure."""
        if self._names is None:
            return ()
        text = " ".join(sentence.split())
        wrong = []
        for found in self._names.finditer(text):
            name = found[0].casefold()
            after = _THEN.match(text, found.end())
            if after and _DIFFERS.match(text, after.end()):
                after = None
            for said in (after, _BEFORE.search(text[: found.start()])):
                if said and not self._fits(name, said["figure"].strip()):
                    wrong.append(said["figure"].strip())
        return tuple(wrong)

    def named(self, sentence: str) -> list[Fact]:
        """The facts whose names stand in a sentence, in that order."""
        if self._names is None:
            return []
        text = " ".join(sentence.split())
        found = [fact for match in self._names.finditer(text) for fact in self._facts(match[0].casefold())]
        return list({fact.id: fact for fact in found}.values())

    def _facts(self, name: str) -> Sequence[Fact]:
        return self._by_name.get(name, ())

    def _fits(self, name: str, figure: str) -> bool:
        """A figure of another kind than the fact's is not the fact's to give: "mutual funds are 51% of it"."""
        if _kind_of(figure) not in {_kind_of_fact(fact) for fact in self._facts(name)}:
            return True
        if any(f"{spoken(fact)} ".startswith(f"{figure} ") for fact in self._facts(name)):
            return True
        if name not in self._grounders:
            self._grounders[name] = Grounder(self._facts(name))
        return self._grounders[name].check(f"{name}: {figure}").ok


def _kind_of(figure: str) -> str:
    if _MONEY.search(figure):
        return Unit.INR
    return Unit.PERCENT if _PERCENT.search(figure) else "time"


def _kind_of_fact(fact: Fact) -> str:
    unit = fact.unit.partition("/")[0]
    return unit if unit in (Unit.INR, Unit.PERCENT) else "time" if unit in _TIMES else ""
