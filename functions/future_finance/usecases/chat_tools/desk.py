"""What tools work on: one person's facts within their consent, with names hidden, and what was shown of them."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from future_finance.domain.consent import Scope
from future_finance.domain.conversation import Chart
from future_finance.domain.facts import NO_CONSENT, Fact, FactSheet, MissingFact
from future_finance.domain.insight import Insight
from future_finance.domain.needs_hindi import needs_in_hindi
from future_finance.domain.profile import Language
from future_finance.domain.pseudonym import Pseudonyms
from future_finance.domain.question_topic import size_of
from future_finance.domain.rupee_words import label_of
from future_finance.domain.text import clean
from future_finance.usecases.chat_tools.records import Records
from future_finance.usecases.chat_words import figure
from future_finance.usecases.model import ToolSpec

MOST_FACTS = 40  # of one answer
MOST_MISSING = 8
_LONGEST_LABEL = 120
_OWN_WORDS = frozenset({"needs", "note", "summary", "warnings", "understoodAs"})
_LARGEST_ANSWER = 16_000  # characters of JSON


@dataclass(frozen=True, slots=True)
class ToolAnswer:
    """What a tool found. `facts` are all figures in `content`, the most telling first.

    `supposed`: a what-if with numbers that the person did not say, in words; the answer has to tell it.
    """

    content: Mapping[str, Any]
    facts: tuple[Fact, ...] = ()
    rows_sent: int = 0
    chart: Chart | None = None
    insight_ids: tuple[str, ...] = ()
    status: str = "ok"
    supposed: str = ""


@dataclass(slots=True)
class Desk:
    """One turn's. `sheet` holds consented facts alone, with names hidden; `said` is all that the person said."""

    sheet: FactSheet
    records: Records
    scopes: frozenset[Scope]
    pseudonyms: Pseudonyms
    language: Language
    insights: Callable[[], Awaitable[Sequence[Insight]]]
    said: str = ""
    shown: dict[str, Fact] = field(default_factory=dict)
    fact_ids_sent: set[str] = field(default_factory=set)
    rows_sent: int = 0
    scopes_sent: frozenset[str] = frozenset()

    def note(self, answer: ToolAnswer) -> None:
        """What goes to the model with this answer."""
        self.shown |= {fact.id: fact for fact in answer.facts}
        self.fact_ids_sent |= {fact.id for fact in answer.facts}
        self.scopes_sent |= frozenset(str(scope) for fact in answer.facts for scope in fact.scopes)
        self.rows_sent += answer.rows_sent

    def facts(self, *codes: str) -> list[Fact]:
        """The sheet's facts of these codes in their order, the one without a key first, then the largest."""
        found = []
        for code in codes:
            of_code = [fact for fact in self.sheet.facts.values() if fact.code == code]
            found += sorted(of_code, key=lambda fact: (bool(fact.key), -size_of(fact), fact.id))
        return found

    def missing(self, *codes: str) -> list[MissingFact]:
        """Those of the sheet's missing facts that have one of these codes."""
        return [gone for gone in self.sheet.missing.values() if gone.id.partition(":")[0] in codes]

    def line(self, fact: Fact, longest_label: int = _LONGEST_LABEL) -> dict[str, Any]:
        """A fact as the model sees it: the figure ready to copy, and beside it the exact one."""
        line: dict[str, Any] = {
            "id": fact.id,
            "label": clean(label_of(fact, self.language), longest_label),
            "value": clean(figure(fact, self.language), _LONGEST_LABEL),
        }
        if not isinstance(fact.value, str):
            line["exact"] = str(fact.value)
        if fact.as_of is not None:
            line["asOf"] = fact.as_of.isoformat()
        if fact.caveats:
            line["caveats"] = list(fact.caveats)
        return line

    def say(self, english: str, hindi: str) -> str:
        """A note of the program's, in the language of the answer: it may be repeated word for word."""
        return hindi if self.language is Language.HINDI else english

    def _gap(self, gone: MissingFact) -> dict[str, str]:
        label = self.say(gone.label, gone.label_hi or gone.label)
        needs = self.say(gone.needs, needs_in_hindi(gone.needs))
        return {"label": clean(label, _LONGEST_LABEL), "reason": gone.reason, "needs": needs}

    def answer(
        self,
        facts: Iterable[Fact],
        *missing_codes: str,
        extra: Mapping[str, Any] | None = None,
        chart: Chart | None = None,
        rows_sent: int = 0,
    ) -> ToolAnswer:
        """Facts, the reasons of those that are missing, and what else the tool has to say."""
        found = tuple(facts)
        content: dict[str, Any] = {"facts": [self.line(fact) for fact in found[:MOST_FACTS]]}
        if len(found) > MOST_FACTS:
            content["notShown"] = len(found) - MOST_FACTS
        gone = self.missing(*missing_codes)
        if unknown := [each for each in gone if each.reason != NO_CONSENT]:
            content["missing"] = [self._gap(each) for each in unknown[:MOST_MISSING]]
        if unconsented := {
            scope for each in gone if each.reason == NO_CONSENT for scope in each.scopes - self.scopes
        }:
            content["unavailable"] = "consent"
            content["scopes"] = sorted(unconsented)
        content |= extra or {}
        return ToolAnswer(content, found[:MOST_FACTS], rows_sent, chart)


@dataclass(frozen=True, slots=True)
class Tool:
    """One tool on offer. `scopes`: one of them is enough to answer something."""

    spec: ToolSpec
    scopes: frozenset[Scope]
    run: Callable[[Desk, Mapping[str, Any]], Awaitable[ToolAnswer]]


def hidden(fact: Fact, pseudonyms: Pseudonyms) -> Fact:
    """The fact without the names that it spells out."""
    if not fact.names:
        return fact
    value = pseudonyms.hide(fact.value) if isinstance(fact.value, str) else fact.value
    return replace(
        fact,
        label=pseudonyms.hide(fact.label),
        label_hi=pseudonyms.hide(fact.label_hi),
        value=value,
        names=(),
    )


def without_names(sheet: FactSheet, pseudonyms: Pseudonyms) -> FactSheet:
    return replace(
        sheet,
        facts={key: hidden(fact, pseudonyms) for key, fact in sheet.facts.items()},
        missing={
            key: replace(gone, label=pseudonyms.hide(gone.label), label_hi=pseudonyms.hide(gone.label_hi))
            for key, gone in sheet.missing.items()
        },
    )


def own_words(content: Any) -> Iterator[str]:
    """The texts of an answer that code wrote: why something is missing, notes, summaries, what to ask."""
    if isinstance(content, Mapping):
        for name, value in content.items():
            if name in _OWN_WORDS:
                yield from (
                    [value] if isinstance(value, str) else [each for each in value if isinstance(each, str)]
                )
            else:
                yield from own_words(value)
    elif isinstance(content, list):
        for each in content:
            yield from own_words(each)


def capped(content: Mapping[str, Any]) -> Mapping[str, Any]:
    """An answer that is not too large for a prompt: lists are cut until it fits."""
    cut = dict(content)
    while len(json.dumps(cut, ensure_ascii=False)) > _LARGEST_ANSWER:
        longest = max(
            (name for name in cut if isinstance(cut[name], list)),
            key=lambda name: len(cut[name]),
            default=None,
        )
        if longest is None or len(cut[longest]) < 2:
            return {"error": "too_large", "hint": "Ask for less: one month, one category, or a search."}
        cut[longest] = cut[longest][: len(cut[longest]) // 2]
        cut["cut"] = True
    return cut
