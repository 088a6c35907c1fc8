"""Requests to the stand-in, and what its replies call."""

from __future__ import annotations

from typing import Any

from emulators.vertex_ai.request import Request
from emulators.vertex_ai.stand_in import Reply

Json = dict[str, Any]

TOOLS = [
    "overview",
    "net_worth_history",
    "assets",
    "liabilities",
    "spending",
    "transactions",
    "credit",
    "retirement_fund",
    "insights",
    "simulate",
    "compute",
]
NET_WORTH = {"id": "N01", "label": "Net worth", "value": "₹6,58,305", "asOf": "2025-07-09"}
ASSETS = {"id": "N01A", "label": "Total assets", "value": "₹7,22,000", "asOf": "2025-07-09"}


def asking(
    question: str, *more: Json, tools: list[str] = TOOLS, system: str = "Rules.", **config: Any
) -> Request:
    declared = [{"name": name, "description": name} for name in tools]
    return Request.model_validate(
        {
            "systemInstruction": {"role": "user", "parts": [{"text": system}]},
            "contents": [{"role": "user", "parts": [{"text": question}]}, *more],
            "tools": [{"functionDeclarations": declared}] if tools else [],
            "generationConfig": config,
        }
    )


def called(reply: Reply) -> list[tuple[str, Json]]:
    return [
        (part["functionCall"]["name"], part["functionCall"]["args"])
        for part in reply.parts
        if "functionCall" in part
    ]


def then(reply: Reply, *answers: Json) -> list[Json]:
    """The model's calls and what the tools answered."""
    results = [
        {
            "functionResponse": {
                "id": part["functionCall"]["id"],
                "name": part["functionCall"]["name"],
                "response": answer,
            }
        }
        for part, answer in zip(reply.parts, answers, strict=True)
    ]
    return [{"role": "model", "parts": reply.parts}, {"role": "user", "parts": results}]
