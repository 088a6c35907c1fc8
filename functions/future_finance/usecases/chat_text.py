"""The text of an answer as it grows: only what passed the check, with names back and with what it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from future_finance.domain.conversation import AnsweredBy, Citation
from future_finance.domain.fact_catalogue import told_per
from future_finance.domain.facts import Fact
from future_finance.domain.plain_text import defused
from future_finance.domain.question_topic import facts_about
from future_finance.usecases.chat_check import Checked, SentenceCheck
from future_finance.usecases.chat_events import Cited, TextReleased
from future_finance.usecases.chat_tools.desk import Desk
from future_finance.usecases.chat_words import MOST_STATED, Line, closest, figure, line, statement
from future_finance.usecases.event import Event, report

_MOST_MADE = 2  # figures that tools made for this question, which are nearer to it than any of the sheet

type Shown = TextReleased | Cited


class AnswerText:
    """`text` is what the person has been shown; `citations` by fact, in the order of the text."""

    def __init__(self, desk: Desk, check: SentenceCheck, question: str) -> None:
        self.text = ""
        self.citations: dict[str, Citation] = {}
        self.answered_by = AnsweredBy.CODE
        self._desk = desk
        self._check = check
        self._question = question
        self._stated: set[str] = set()

    def refuses(self, sentence: str) -> bool:
        """Whether a sentence of the model's may not be shown; counted."""
        problems = self._check.checked(sentence).problems
        if sentence.strip():
            report(Event.TEXT_CHECKED, purpose="chat", verdict="ungrounded" if problems else "grounded")
        return bool(problems)

    def release(self, sentence: str) -> Iterator[Shown]:
        """A sentence of the model's that has passed."""
        if sentence.strip() or self.text:
            self.answered_by = AnsweredBy.MODEL
            yield from self._show(sentence, self._check.checked(sentence).cited)

    def say(self, words: str) -> Iterator[Shown]:
        """Words of code's."""
        yield from self._show(words, ())

    def state(self, facts: Iterable[Fact], space: str) -> Iterator[Shown]:
        """Facts, plainly, each once an answer."""
        for fact in facts:
            if fact.id not in self._stated:
                self._stated.add(fact.id)
                yield from self._show(statement(fact, self._desk.language) + space, [fact])

    def meant_by(self, sentence: str, checked: Checked) -> list[Fact]:
        """The fact that a failing sentence was about; none for one that only broke a rule."""
        if not checked.figures:
            return []
        shown = list(self._desk.shown.values())
        return [*checked.meant, *closest(sentence, shown), *self._about(), *shown][:1]

    def plainly(self, why: Line | None) -> Iterator[Shown]:
        """The facts that the question is about, or that tools have shown, in place of the model's words."""
        shown = tuple(self._desk.shown.values())
        made = [fact for fact in shown if self._desk.sheet.get(fact.id) is None][:_MOST_MADE]
        facts = (*made, *self._about()) or shown[:MOST_STATED]
        left = [fact for fact in facts if fact.id not in self.citations][:MOST_STATED]
        if left and why is not None:
            apart = " " if self.text and not self.text[-1].isspace() else ""
            yield from self.say(apart + line(why, self._desk.language) + "\n")
        yield from self.state(left, "\n")

    def _about(self) -> tuple[Fact, ...]:
        return facts_about(self._question, self._desk.sheet)

    def _show(self, words: str, facts: Iterable[Fact]) -> Iterator[Shown]:
        """What is kept is complete before anything is told: the person may leave then."""
        shown = defused(self._desk.pseudonyms.reveal(words))
        new = {fact.id: citation(fact, self._desk) for fact in facts if fact.id not in self.citations}
        self.text += shown
        self.citations |= new
        yield TextReleased(shown)
        for cited in new.values():
            yield Cited(cited)


def citation(fact: Fact, desk: Desk) -> Citation:
    """The fact as the person sees it, names and all."""
    reveal = desk.pseudonyms.reveal
    value = fact.value.isoformat() if isinstance(fact.value, date) else str(fact.value)
    return Citation(
        fact_id=fact.id,
        label=defused(reveal(fact.label)),
        label_hi=defused(reveal(fact.label_hi or fact.label)),
        text=defused(reveal(figure(fact, desk.language))),
        value=value if isinstance(fact.value, Decimal | date) else defused(reveal(value)),
        unit=str(fact.unit),
        per=told_per(fact.id, fact.per),
        as_of=fact.as_of,
        formula=fact.formula,
        sources=fact.sources,
        inputs=fact.inputs,
        caveats=fact.caveats,
        sufficiency=fact.sufficiency,
    )
