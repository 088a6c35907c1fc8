"""Conversations: messages as they are kept, with the facts that each answer rests on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from future_finance.domain.retention import KEPT

RETENTION = KEPT["conversations"]
MOST_TURNS = 100  # of a conversation; then a new one has to be begun
LONGEST_MESSAGE = 4_000  # characters
LONGEST_TITLE = 80


class Speaker(StrEnum):
    """Who says a message."""

    PERSON = "user"
    ASSISTANT = "assistant"


class MessageType(StrEnum):
    """What a message is: words, a chart beside them, or insights that they speak of."""

    TEXT = "text"
    CHART = "chart"
    INSIGHT = "insight"


class AnswerState(StrEnum):
    """How an answer ended. `stopped`: the person left; what had been shown by then was kept."""

    COMPLETE = "complete"
    STOPPED = "stopped"


class AnsweredBy(StrEnum):
    """Whose words an answer is in. Every figure is the code's in each of them."""

    MODEL = "model"  # worded by the model, checked by code
    CODE = "code"  # plain statements of facts, and fixed texts


@dataclass(frozen=True, slots=True)
class Citation:
    """A fact that an answer rests on, as it was then. `text` is the figure as shown, `value` its exact text."""

    fact_id: str
    label: str
    label_hi: str
    text: str
    value: str
    unit: str
    per: str | None
    as_of: date | None
    formula: str = ""
    sources: tuple[str, ...] = ()
    inputs: tuple[str, ...] = ()
    caveats: tuple[str, ...] = ()
    sufficiency: float = 1.0


class ChartKind(StrEnum):
    """How a chart is drawn."""

    LINE = "line"
    BAR = "bar"
    SHARES = "shares"


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """One point: `at` is a date or a key, `value` exact text in the chart's unit, of the fact `fact_id`."""

    at: str
    label: str
    value: str
    fact_id: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A series of facts. `investments`: the fixed line on market risk goes with it."""

    kind: ChartKind
    title: str
    title_hi: str
    unit: str
    points: tuple[ChartPoint, ...]
    investments: bool = False


@dataclass(frozen=True, slots=True)
class Provenance:
    """What made an answer. `checked`: every figure in it passed the check, or was written by code."""

    answered_by: AnsweredBy
    model: str | None = None
    stand_in: bool = False
    prompt_version: str | None = None
    checked: bool = True


@dataclass(frozen=True, slots=True)
class Message:
    """One message; what its type has is in `text`, `chart` or `insight_ids`.

    `scopes`: the consents that an answer needed, by what it rests on and by what the model was shown for it.
    """

    speaker: Speaker
    type: MessageType
    at: datetime
    text: str = ""
    state: AnswerState = AnswerState.COMPLETE
    citations: tuple[Citation, ...] = ()
    chart: Chart | None = None
    insight_ids: tuple[str, ...] = ()
    provenance: Provenance | None = None
    disclosures: tuple[str, ...] = ()  # ids of notices that are shown with it
    scopes: tuple[str, ...] = ()
    id: str = ""  # given when it is kept


@dataclass(frozen=True, slots=True)
class Conversation:
    """What a list shows of one. `turns` counts questions with their answers."""

    id: str
    title: str
    created_at: datetime
    updated_at: datetime
    turns: int = 0

    @property
    def expire_at(self) -> datetime:
        return self.updated_at + RETENTION


def title_of(question: str) -> str:
    """The first words of the first question."""
    line = " ".join(question.split())
    if len(line) <= LONGEST_TITLE:
        return line
    return line[: LONGEST_TITLE - 1].rsplit(" ", 1)[0].rstrip() + "…"


def turn_id(turn: int) -> str:
    """Ids sort as turns follow each other; `turn` counts from 1."""
    return f"{turn:05d}"


def message_id(turn: int, place: int) -> str:
    """Ids sort as messages follow each other; `place` within the turn counts from 0."""
    return f"{turn_id(turn)}-{place}"
