"""Operations on what the assistant may use, finds and answers: consents, insights, chat."""

from __future__ import annotations

from future_finance.entrypoints.chat import NewMessage
from future_finance.entrypoints.chat_view import ChatAnswerView, ConversationDetailView, ConversationsView
from future_finance.entrypoints.consents import (
    AccessLogView,
    ConsentsView,
    NewConsent,
    ReceiptView,
    ScopeErasureView,
    WithdrawalView,
)
from future_finance.entrypoints.insights import (
    GenerationView,
    InsightJobView,
    InsightsView,
    NewAction,
    NewGeneration,
    OneInsightView,
)
from scripts.api_operation import Operation

ASSISTANT_OPERATIONS: tuple[Operation, ...] = (
    Operation(
        "chat",
        "post",
        "/api/chat",
        "Ask about one's own money: JSON, or with Accept: text/event-stream the events start, tool, delta, "
        "citation, then done or error",
        ChatAnswerView,
        NewMessage,
        headers={"Accept": "application/json (default) or text/event-stream"},
        errors=(403, 404, 409, 502, 503),
    ),
    Operation(
        "chat-conversations",
        "get",
        "/api/chat/conversations",
        "Earlier conversations, the one last spoken in first",
        ConversationsView,
        query={"limit": "1 to 50; 20 by default", "cursor": "nextCursor of the page before"},
        errors=(422,),
    ),
    Operation(
        "chat-conversations",
        "get",
        "/api/chat/conversations/{conversationId}",
        "One conversation with its messages, the oldest first",
        ConversationDetailView,
        errors=(404, 422),
    ),
    Operation(
        "chat-conversations",
        "delete",
        "/api/chat/conversations/{conversationId}",
        "Delete a conversation with every message",
        status=204,
        errors=(404, 422),
    ),
    Operation(
        "consents",
        "get",
        "/api/consents",
        "The present notice, and each scope and purpose with what was decided",
        ConsentsView,
        errors=(404, 422),
    ),
    Operation(
        "consents",
        "post",
        "/api/consents",
        "Agree to scopes for purposes, as the notice on the screen says it; the receipt repeats it word for word",
        ReceiptView,
        NewConsent,
        status=201,
        errors=(404, 409),
    ),
    Operation(
        "consents",
        "delete",
        "/api/consents/{scope}",
        "Take a scope back, for all purposes or one: from here on it is not used, and a job deletes what it covered",
        WithdrawalView,
        status=202,
        query={"purpose": "this purpose alone; taking back sync takes back all"},
        errors=(404, 422),
    ),
    Operation(
        "consents",
        "get",
        "/api/consents/jobs/{jobId}",
        "How far the deletion of what a consent covered is, and what was deleted",
        ScopeErasureView,
        errors=(404, 422),
    ),
    Operation(
        "consents",
        "get",
        "/api/consents/access",
        "What the language model was sent, when, and under which consent; newest first",
        AccessLogView,
        errors=(422,),
    ),
    Operation(
        "insights",
        "get",
        "/api/insights",
        "What was found worth knowing, the most pressing first, with the figures behind it",
        InsightsView,
        query={
            "category": "one category alone",
            "limit": "1 to 50; 20 by default",
            "cursor": "nextCursor of the page before",
        },
        errors=(422,),
    ),
    Operation(
        "insights",
        "post",
        "/api/insights/generate",
        "Look for insights anew",
        GenerationView,
        NewGeneration,
        status=202,
        headers={"Idempotency-Key": "the same key gives the same job"},
        errors=(404, 409, 422),
    ),
    Operation(
        "insights",
        "get",
        "/api/insights/jobs/{jobId}",
        "How far a run is",
        InsightJobView,
        errors=(404, 422),
    ),
    Operation("insights", "get", "/api/insights/{id}", "One insight", OneInsightView, errors=(404, 422)),
    Operation(
        "insights",
        "post",
        "/api/insights/{id}/actions",
        "See, dismiss, snooze, implement, check steps, finish, export, undo",
        OneInsightView,
        NewAction,
        errors=(404, 409, 422),
    ),
)
