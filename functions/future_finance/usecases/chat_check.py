"""Whether a sentence may be shown: its figures are facts, it gives no advice, it leads nowhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from future_finance.domain.advice_guard import review
from future_finance.domain.facts import Fact
from future_finance.domain.grounding import Grounder
from future_finance.domain.plain_text import leads_elsewhere


@dataclass(frozen=True, slots=True)
class Checked:
    """`problems` in words that help to write the sentence again; none where it may be shown."""

    problems: tuple[str, ...] = ()
    cited: tuple[Fact, ...] = ()


class SentenceCheck:
    """One turn's. It knows the facts that the model was shown, and what the person said."""

    def __init__(self, said: str) -> None:
        self._said = said
        self._facts: dict[str, Fact] = {}
        self._grounder: Grounder | None = None

    def know(self, facts: Iterable[Fact]) -> None:
        before = len(self._facts)
        self._facts |= {fact.id: fact for fact in facts}
        if len(self._facts) != before:
            self._grounder = None

    def checked(self, sentence: str) -> Checked:
        """What is wrong with it, and the facts it rests on."""
        if not sentence.strip():
            return Checked()
        if self._grounder is None:
            self._grounder = Grounder(tuple(self._facts.values()))
        verdict = self._grounder.check(sentence, said_by_user=self._said)
        found = [f"{mention.text}: {mention.reason}" for mention in verdict.unsupported]
        found += [f"not allowed: {objection.rule}" for objection in review(sentence)]
        if leads_elsewhere(sentence):
            found.append("not allowed: a link")
        cited = (self._facts[fact_id] for fact_id in dict.fromkeys(verdict.cited) if fact_id in self._facts)
        return Checked(tuple(found), tuple(cited))
