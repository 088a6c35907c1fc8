"""Whether a sentence may be shown: its figures are facts, it gives no advice, it leads nowhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from future_finance.domain.advice_guard import review
from future_finance.domain.facts import Fact
from future_finance.domain.grounding import Grounder, Reason, verify
from future_finance.domain.grounding.reading.sentences import split
from future_finance.domain.named_figure import NamedFigures
from future_finance.domain.plain_text import leads_elsewhere


@dataclass(frozen=True, slots=True)
class Checked:
    """`figures` and `rules`: what is wrong with a sentence, in words that help to write it again; none where it
    may be shown. `cited`: facts it rests on; `meant`: facts that a wrong figure of it probably stands for."""

    figures: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    cited: tuple[Fact, ...] = ()
    meant: tuple[Fact, ...] = ()

    @property
    def problems(self) -> tuple[str, ...]:
        return (*self.figures, *self.rules)


class SentenceCheck:
    """One turn's. It knows the facts that the model was shown, and what the person said."""

    def __init__(self, said: str) -> None:
        self._said = said
        self._facts: dict[str, Fact] = {}
        self._indexed: tuple[Grounder, NamedFigures] | None = None
        self._own_words: set[str] = set()

    def know(self, facts: Iterable[Fact]) -> None:
        new = {fact.id: fact for fact in facts if self._facts.get(fact.id) != fact}
        if new:
            self._facts |= new
            self._indexed = None

    def allow(self, texts: Iterable[str]) -> None:
        """Texts that code wrote may be repeated word for word: "It needs two points of net worth"."""
        self._own_words |= {_bare(sentence) for text in texts for sentence in split(text)}

    def checked(self, sentence: str) -> Checked:
        """What is wrong with it, and the facts it rests on."""
        if not sentence.strip():
            return Checked()
        if self._indexed is None:
            facts = tuple(self._facts.values())
            self._indexed = Grounder(facts), NamedFigures(facts)
        grounder, names = self._indexed
        verdict = grounder.check(sentence, said_by_user=self._said)
        if not verdict.ok and _bare(sentence) in self._own_words:
            return Checked(cited=self._of(verdict.cited))
        figures = [f"{mention.text}: {mention.reason}" for mention in verdict.unsupported]
        figures += [
            f"{each}: {Reason.SWAPPED_LABEL}" for each in names.misnamed(sentence) if not self._is_said(each)
        ]
        rules = [f"not allowed: {objection.rule}" for objection in review(sentence)]
        if leads_elsewhere(sentence):
            rules.append("not allowed: a link")
        meant = self._of(mention.near for mention in verdict.unsupported)
        named = names.named(sentence)
        return Checked(
            tuple(dict.fromkeys(figures)),
            tuple(rules),
            _by_name(self._of(verdict.cited), named),
            (*named, *meant),
        )

    def _of(self, fact_ids: Iterable[str]) -> tuple[Fact, ...]:
        return tuple(self._facts[each] for each in dict.fromkeys(fact_ids) if each in self._facts)

    def _is_said(self, figure: str) -> bool:
        return bool(self._said) and verify(f"you said {figure}", (), said_by_user=self._said).ok


def _bare(sentence: str) -> str:
    return sentence.strip(" \n\t-*.।").casefold()


def _by_name(cited: Iterable[Fact], named: Iterable[Fact]) -> tuple[Fact, ...]:
    """Of two facts with the same figure, the one whose name is in the sentence."""
    of_figure = {(fact.value, fact.unit): fact for fact in reversed(list(named))}
    return tuple(
        {fact.id: fact for fact in (of_figure.get((each.value, each.unit), each) for each in cited)}.values()
    )
