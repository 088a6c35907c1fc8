"""One answer of the model's: rounds of tools, sentences released once they are checked, plain facts for the rest."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Iterator, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field

from future_finance.domain.conversation import Chart
from future_finance.domain.grounding.reading.sentences import Sentences, split
from future_finance.domain.plain_text import without_links
from future_finance.errors import ModelBlocked, ModelUnavailable
from future_finance.usecases.chat_check import Checked, SentenceCheck
from future_finance.usecases.chat_events import ToolUsed
from future_finance.usecases.chat_prompt import SYSTEM
from future_finance.usecases.chat_text import AnswerText, Shown
from future_finance.usecases.chat_tools import SPECS, ToolBench
from future_finance.usecases.chat_tools.desk import Desk, own_words
from future_finance.usecases.chat_words import (
    UNREADABLE,
    Line,
    complaint,
    line,
)
from future_finance.usecases.model import (
    Finish,
    Model,
    ModelReply,
    ModelRequest,
    Role,
    StreamEnd,
    TextPart,
    ToolCall,
    ToolResult,
    Turn,
    Usage,
)

MOST_ROUNDS = 6
_ROUND_S = 30.0
_AGAIN_S = 15.0
_MOST_OUTPUT = 1536
_CHARACTERS_A_TOKEN = 3  # of Indian scripts and JSON, for calls whose usage never came

type Happening = ToolUsed | Shown


@dataclass(slots=True)
class _Round:
    """What one call of the model brought. `held`: the first sentence that failed, and all after it."""

    reply: ModelReply | None = None
    held: list[str] = field(default_factory=list)
    heard: int = 0  # characters


class Reply:
    """An answer being made. Its fields are what it took and what it rests on; `deadline` is the loop's time."""

    def __init__(
        self,
        model: Model,
        desk: Desk,
        check: SentenceCheck,
        turns: Sequence[Turn],
        question: str,
        deadline: float,
    ) -> None:
        self.told = AnswerText(desk, check, question)
        self.chart: Chart | None = None
        self.insight_ids: tuple[str, ...] = ()
        self.usage = Usage()
        self.calls = 0
        self.model: str | None = None
        self.stand_in = False
        self._model = model
        self._desk = desk
        self._check = check
        self._bench = ToolBench(desk)
        self._turns = list(turns)
        self._deadline = deadline
        self._asked_again = False
        self._supposed: dict[str, None] = {}  # in the order of the tools

    async def happenings(self) -> AsyncGenerator[Happening]:
        """Raises ModelUnavailable or ModelBlocked where there is nothing at all to say."""
        unreadable = False
        try:
            for number in range(1, MOST_ROUNDS + 1):
                last = number == MOST_ROUNDS
                current = _Round()
                async with aclosing(self._hear(current, last)) as sentences:
                    async for sentence in sentences:
                        for happening in self._offer(current, sentence):
                            yield happening
                calls = () if last or current.reply is None else current.reply.calls
                if current.reply is not None and calls:
                    async for happening in self._use_tools(current.reply, calls):
                        yield happening
                    continue
                async for happening in self._settle(current):
                    yield happening
                if self.told.text and current.reply is not None and current.reply.finish is Finish.TRUNCATED:
                    for happening in self.told.plainly(Line.CUT):
                        yield happening
                if self.told.text or last or not _unreadable(current):
                    break
                if unreadable:
                    raise ModelUnavailable
                unreadable = True
                self._turns.append(Turn(Role.USER, (TextPart(UNREADABLE),)))
        except (ModelUnavailable, ModelBlocked) as failed:
            slow = asyncio.get_running_loop().time() >= self._deadline
            why = Line.SLOW if slow else Line.CUT if self.told.text else Line.NO_MODEL
            for happening in self.told.plainly(why):
                yield happening
            if not self.told.text:
                raise failed
        if not self.told.text:
            for happening in self.told.plainly(None):
                yield happening
            if not self.told.text:
                raise ModelUnavailable
        for happening in self._tell_supposed():
            yield happening

    async def _hear(self, current: _Round, last: bool) -> AsyncGenerator[str]:
        """Whole sentences as they come."""
        request = ModelRequest(
            system=SYSTEM,
            turns=tuple(self._turns),
            tools=() if last else SPECS,
            max_output_tokens=_MOST_OUTPUT,
            timeout_s=self._within(_ROUND_S),
        )
        sentences = Sentences()
        self.calls += 1
        stream = self._model.stream(request)
        try:
            async with aclosing(self._texts(stream, current)) as texts:
                async for text in texts:
                    for sentence in sentences.feed(text):
                        yield sentence
        finally:
            await _close(stream)
            self._count(request, current)
        if current.reply is None:
            raise ModelUnavailable
        rest = sentences.flush()
        if current.reply.finish is not Finish.TRUNCATED:
            for sentence in rest:
                yield sentence

    async def _texts(self, stream: AsyncIterator[object], current: _Round) -> AsyncGenerator[str]:
        while True:
            try:
                async with asyncio.timeout_at(self._deadline):
                    item = await anext(stream, None)
            except TimeoutError:
                raise ModelUnavailable from None
            match item:
                case None:
                    return
                case StreamEnd(reply=reply):
                    current.reply = reply
                case TextPart(text=text):
                    current.heard += len(text)
                    yield text

    def _count(self, request: ModelRequest, current: _Round) -> None:
        """Tokens used; of a call that was cut off, about as many."""
        if current.reply is not None:
            self.usage += current.reply.usage
            self.model, self.stand_in = current.reply.model, current.reply.stand_in
        else:
            sent = len(request.system) + sum(len(str(turn)) for turn in request.turns)
            self.usage += Usage(sent // _CHARACTERS_A_TOKEN, current.heard // _CHARACTERS_A_TOKEN)

    def _offer(self, current: _Round, sentence: str) -> Iterator[Happening]:
        plain = without_links(sentence)
        if current.held or self.told.refuses(plain):
            current.held.append(plain)
        else:
            yield from self.told.release(plain)

    async def _use_tools(self, reply: ModelReply, calls: Sequence[ToolCall]) -> AsyncGenerator[Happening]:
        results = []
        for call in calls:
            answer = await self._bench.use(call)
            self._check.know(answer.facts)
            self._check.allow(own_words(answer.content))
            self.chart = answer.chart or self.chart
            self.insight_ids = answer.insight_ids or self.insight_ids
            if answer.supposed:
                self._supposed[answer.supposed] = None
            results.append(ToolResult(call.id, call.name, answer.content))
            yield ToolUsed(call.name, answer.status)
        self._turns += [Turn(Role.MODEL, reply.parts), Turn(Role.USER, tuple(results))]

    async def _settle(self, current: _Round) -> AsyncGenerator[Happening]:
        """Release what was held back: failing sentences as written again, or the facts plainly in their place."""
        judged = [(sentence, self._check.checked(sentence)) for sentence in current.held]
        failed = [(sentence, checked) for sentence, checked in judged if checked.problems]
        instead: list[str] = []
        if failed and current.reply is not None:
            instead = await self._written_again(current.reply, failed)
        replaced = False
        for sentence, checked in judged:
            space = sentence[len(sentence.rstrip()) :] or " "
            if not checked.problems:
                for happening in self.told.release(sentence):
                    yield happening
            elif not instead:
                for happening in self.told.state(self.told.meant_by(sentence, checked), space):
                    yield happening
            elif not replaced:
                replaced = True
                for each in instead:
                    for happening in self.told.release(each.rstrip() + space):
                        yield happening
        if failed and not self.told.text:
            of_rules = all(checked.rules and not checked.figures for _, checked in failed)
            why = Line.NO_ADVICE if of_rules else Line.UNCHECKED
            for happening in self.told.say(line(why, self._desk.language)):
                yield happening

    async def _written_again(self, reply: ModelReply, failed: Sequence[tuple[str, Checked]]) -> list[str]:
        """The sentences of the second attempt that pass and are new; there is one such attempt a turn.

        None where figures were wrong and the second attempt has none that is right.
        """
        if self._asked_again:
            return []
        self._asked_again = True
        again = Turn(Role.USER, (TextPart(complaint([(each, why.problems) for each, why in failed])),))
        said = Turn(Role.MODEL, tuple(part for part in reply.parts if isinstance(part, TextPart)))
        request = ModelRequest(
            system=SYSTEM,
            turns=(*self._turns, said, again),
            max_output_tokens=_MOST_OUTPUT,
            timeout_s=self._within(_AGAIN_S),
        )
        self.calls += 1
        try:
            async with asyncio.timeout_at(self._deadline):
                second = await self._model.generate(request)
        except (ModelUnavailable, ModelBlocked, TimeoutError):
            return []
        self.usage += second.usage
        known = {each.strip() for each in split(reply.text)}
        new = [each for each in map(without_links, split(second.text)) if each.strip() not in known]
        passing = [each for each in new if not self.told.refuses(each)]
        wanted = any(checked.figures for _, checked in failed)
        cites = any(self._check.checked(each).cited for each in passing)
        return passing if cites or not wanted or not self._desk.shown else []

    def _tell_supposed(self) -> Iterator[Happening]:
        """A what-if with numbers of the model's own never passes for the person's."""
        for supposed in self._supposed:
            if supposed not in self.told.text:
                yield from self.told.say(f"\n{line(Line.SUPPOSED, self._desk.language)} {supposed}")

    def _within(self, most_s: float) -> float:
        left_s = self._deadline - asyncio.get_running_loop().time()
        return max(0.1, min(most_s, left_s))


def _unreadable(current: _Round) -> bool:
    return current.reply is not None and current.reply.finish is Finish.MALFORMED


async def _close(stream: AsyncIterator[object]) -> None:
    if isinstance(stream, AsyncGenerator):
        await stream.aclose()
