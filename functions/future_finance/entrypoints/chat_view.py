"""Conversations and their messages, as the API shows them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

from future_finance.domain.conversation import Chart, Citation, Conversation, Message, Provenance
from future_finance.domain.formula_hindi import in_hindi
from future_finance.domain.notice import NOTICES


class CitationView(TypedDict):
    """A fact that an answer rests on. `text` is the figure as shown, `value` exact text; sources are documents of the
    user's, or "you"; `formula` says how it was computed, of the facts `inputs`."""

    factId: str
    label: str
    labelHi: str
    text: str
    value: str
    unit: str
    per: str | None
    asOf: str | None
    formula: str
    formulaHi: str
    sources: list[str]
    inputs: list[str]
    caveats: list[str]
    sufficiency: float


class ChartPointView(TypedDict):
    """A point; `value` is exact text in the chart's unit."""

    at: str
    label: str
    value: str
    factId: str


class ChartView(TypedDict):
    """A series of facts. kind: line, bar or shares."""

    kind: str
    title: str
    titleHi: str
    unit: str
    points: list[ChartPointView]


class ProvenanceView(TypedDict):
    """What made an answer: "model", worded by a model and checked by code, or "code". `standIn`: the offline simulator."""

    answeredBy: str
    model: str | None
    standIn: bool
    promptVersion: str | None
    checked: bool


class DisclosureView(TypedDict):
    """A line that is shown with a message."""

    id: str
    en: str
    hi: str


class MessageView(TypedDict):
    """One message; type is text, chart or insight. state: complete, or stopped where the person left."""

    id: str
    role: str
    type: str
    at: str
    text: str
    state: str
    citations: list[CitationView]
    chart: ChartView | None
    insightIds: list[str]
    provenance: ProvenanceView | None
    disclosures: list[DisclosureView]


class ConversationView(TypedDict):
    """One conversation in a list."""

    id: str
    title: str
    createdAt: str
    updatedAt: str
    turns: int


class ChatAnswerView(TypedDict):
    """Answer of POST /api/chat, and data of the event `done`: the answer's text message, and all messages of the turn."""

    conversationId: str
    message: MessageView
    messages: list[MessageView]


class ConversationsView(TypedDict):
    """Answer of GET /api/chat/conversations, the one last spoken in first."""

    conversations: list[ConversationView]
    nextCursor: str | None


class ConversationDetailView(TypedDict):
    """Answer of GET /api/chat/conversations/{id}, the oldest message first."""

    conversation: ConversationView
    messages: list[MessageView]


_NOTICES = {notice.id: notice for notice in NOTICES}


def conversation_view(conversation: Conversation) -> ConversationView:
    return {
        "id": conversation.id,
        "title": conversation.title,
        "createdAt": conversation.created_at.isoformat(),
        "updatedAt": conversation.updated_at.isoformat(),
        "turns": conversation.turns,
    }


def answer_view(conversation: Conversation, messages: Sequence[Message]) -> ChatAnswerView:
    """`messages` are a turn's: the person's first, the answer's text second."""
    return {
        "conversationId": conversation.id,
        "message": message_view(messages[1]),
        "messages": [message_view(message) for message in messages],
    }


def message_view(message: Message) -> MessageView:
    return {
        "id": message.id,
        "role": message.speaker.value,
        "type": message.type.value,
        "at": message.at.isoformat(),
        "text": message.text,
        "state": message.state.value,
        "citations": [citation_view(citation) for citation in message.citations],
        "chart": None if message.chart is None else _chart(message.chart),
        "insightIds": list(message.insight_ids),
        "provenance": None if message.provenance is None else _provenance(message.provenance),
        "disclosures": [
            {"id": notice.id, "en": notice.english, "hi": notice.hindi}
            for notice in (_NOTICES.get(each) for each in message.disclosures)
            if notice is not None
        ],
    }


def citation_view(citation: Citation) -> CitationView:
    return {
        "factId": citation.fact_id,
        "label": citation.label,
        "labelHi": citation.label_hi,
        "text": citation.text,
        "value": citation.value,
        "unit": citation.unit,
        "per": citation.per,
        "asOf": None if citation.as_of is None else citation.as_of.isoformat(),
        "formula": citation.formula,
        "formulaHi": in_hindi(citation.formula),
        "sources": list(citation.sources),
        "inputs": list(citation.inputs),
        "caveats": list(citation.caveats),
        "sufficiency": citation.sufficiency,
    }


def _chart(chart: Chart) -> ChartView:
    return {
        "kind": chart.kind.value,
        "title": chart.title,
        "titleHi": chart.title_hi,
        "unit": chart.unit,
        "points": [
            {"at": point.at, "label": point.label, "value": point.value, "factId": point.fact_id}
            for point in chart.points
        ],
    }


def _provenance(made: Provenance) -> ProvenanceView:
    return {
        "answeredBy": made.answered_by.value,
        "model": made.model,
        "standIn": made.stand_in,
        "promptVersion": made.prompt_version,
        "checked": made.checked,
    }
